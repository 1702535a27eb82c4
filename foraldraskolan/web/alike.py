"""What the page in HTML and plain text decide alike: directions, links, sites."""

import unicodedata
from collections.abc import Iterable, Iterator

from foraldraskolan.document.form import Note
from foraldraskolan.isolates import isolates
from foraldraskolan.scripts import Direction

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_SCHEMES = ("https://", "mailto:", "tel:")


def own_direction(text: str) -> Direction:
    """Return the direction of a text by itself, as rules P2 and P3 of UAX #9 say: that of its first letter."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "ltr")


def pieces(text: str, direction: Direction) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it must be isolated from the text around it.

    Only right-to-left text turns the groups of a number or an address around.
    """
    at = 0
    for start, end in isolates(text) if direction == "rtl" else ():
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def is_linked(url: str) -> bool:
    """Tell whether a letter links to an address: one that is safe to follow, or a number to call."""
    return url.startswith(_SCHEMES)


def sites(notes: Iterable[Note]) -> dict[str, str]:
    """Return the sites that sources stand on, as people say them, with the address of the first source on each."""
    found: dict[str, str] = {}
    for note in notes:
        found.setdefault(note.site, note.url)
    return found
