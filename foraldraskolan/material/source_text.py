"""Source texts, read strictly: no character in them is hidden, and they are no longer than any that is read.

What is too long is found before it is taken apart, which could take for ever.
"""

from collections.abc import Sequence
from pathlib import Path

from foraldraskolan.characters import forbidden
from foraldraskolan.inputs import read_utf8
from foraldraskolan.limits import BODY_LINES, COLUMNS, TEXT
from foraldraskolan.problems import Place, Problem, message, raise_found


def read_text(path: Path) -> str:
    """Return the file's text with line ends as newlines; raise ProblemsFound if it cannot be read or hides anything."""
    text = read_utf8(path)
    raise_found([_hidden(name, Place(path, line)) for line, name in forbidden(text)])
    return text


def hidden(text: str, place: Place) -> list[Problem]:
    """Return the problems of the characters in a text at this place that nobody sees."""
    return [_hidden(name, place) for _, name in forbidden(text)]


def _hidden(name: str, place: Place) -> Problem:
    what = message("Här står ett osynligt tecken: {name}.", name=name)
    return Problem(what, message("Ta bort tecknet eller skriv om raden."), place)


def too_long(text: str, place: Place) -> list[Problem]:
    """Return the problem of a text, such as a paragraph, that has too many characters."""
    if len(text) <= TEXT:
        return []
    what = message("Texten har {count} tecken; högst {most} är tillåtna.", count=len(text), most=TEXT)
    return [Problem(what, message("Dela den i kortare stycken, med en tom rad emellan."), place)]


def too_much(lines: Sequence[str], place: Place) -> list[Problem]:
    """Return the problems of a text, whose first line is at this place, with too many lines or too long ones."""
    if len(lines) > BODY_LINES:
        what = message("Texten har {count} rader; högst {most} är tillåtna.", count=len(lines), most=BODY_LINES)
        return [Problem(what, message("Dela den i flera filer."), place)]
    numbered = enumerate(lines, place.line or 1)
    return [each for number, line in numbered for each in _wrong_line(line, Place(place.file, number))]


def _wrong_line(line: str, place: Place) -> list[Problem]:
    if line.count("|") <= COLUMNS:
        return too_long(line, place)
    what = message("Raden har fler än {most} spalter.", most=COLUMNS)
    return [Problem(what, message("Skriv en smalare tabell, eller en lista."), place)]
