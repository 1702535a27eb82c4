"""Source texts, read strictly: no character in them is hidden."""

from pathlib import Path

from foraldraskolan.characters import forbidden
from foraldraskolan.inputs import read_utf8
from foraldraskolan.problems import Place, Problem, message, raise_found


def read_text(path: Path) -> str:
    """Return the file's text with line ends as newlines; raise ProblemsFound if it cannot be read or hides anything."""
    text = read_utf8(path)
    raise_found([hidden_character(name, Place(path, line)) for line, name in forbidden(text)])
    return text


def hidden_character(name: str, place: Place) -> Problem:
    """Return the problem of a hidden character that stands at this place."""
    return Problem(
        message("Här står ett osynligt tecken: {name}.", name=name),
        message("Ta bort tecknet eller skriv om raden."),
        place,
    )
