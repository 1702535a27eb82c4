"""Texts that are longer than any that is read: found before they are taken apart, which could take for ever."""

from collections.abc import Sequence

from foraldraskolan.limits import BODY_LINES, COLUMNS, TEXT
from foraldraskolan.problems import Place, Problem, message


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
