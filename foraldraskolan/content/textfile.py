"""Text files, read strictly: UTF-8, no byte order mark, no hidden characters."""

from pathlib import Path

from foraldraskolan.content.characters import forbidden
from foraldraskolan.problems import (
    Message,
    Place,
    Problem,
    ProblemsFound,
    message,
    raise_found,
)


def read_text(path: Path) -> str:
    """Return the file's text with line ends as newlines; raise ProblemsFound if it is missing or not clean UTF-8."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _found(message("Filen finns inte."), Place(path)) from None
    except OSError as error:
        raise _found(message("Filen går inte att läsa: {error}.", error=error.strerror), Place(path)) from None
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _found(
            message("Filen är inte sparad som UTF-8."),
            Place(path, data.count(b"\n", 0, error.start) + 1),
            message("Spara den som UTF-8 i textredigeraren."),
        ) from None
    if text.startswith("\ufeff"):
        raise _found(
            message("Filen börjar med ett osynligt märke (BOM)."),
            Place(path, 1),
            message("Spara den som UTF-8 utan BOM."),
        )
    raise_found([hidden_character(name, Place(path, line)) for line, name in forbidden(text)])
    return text


def hidden_character(name: str, place: Place) -> Problem:
    """Return the problem of a hidden character that stands at this place."""
    return Problem(
        message("Här står ett osynligt tecken: {name}.", name=name),
        message("Ta bort tecknet eller skriv om raden."),
        place,
    )


def _found(what: Message, place: Place, hint: Message | None = None) -> ProblemsFound:
    return ProblemsFound([Problem(what, hint, place)])
