"""What is decided alike for HTML and plain text: directions, links, sites, and the fonts that readers have."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from foraldraskolan.document.form import Box, FormBlock, Note
from foraldraskolan.document.walk import Address
from foraldraskolan.isolates import isolates
from foraldraskolan.language import script_of
from foraldraskolan.scripts import Direction

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_SCHEMES = ("https://", "mailto:", "tel:")
# What each system brings; Word takes the first that it knows, and Times if the first is no name of a family.
_FONTS = "'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif"
_FONTS_OF = {"Arab": "'Segoe UI', 'Geeza Pro', 'Noto Naskh Arabic', 'Noto Sans Arabic', Tahoma, Arial, sans-serif"}
_SIZES = {"Arab": 1.125}  # of those fonts: their letters are smaller


def fonts_of(tag: str) -> str:
    """Return the names of the fonts that readers of a language have, as CSS takes them."""
    return _FONTS_OF.get(script_of(tag).code, _FONTS)


def size_of(tag: str) -> float:
    """Return how much larger a language is set in those fonts to look as large as another."""
    return _SIZES.get(script_of(tag).code, 1.0)


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


def opening(blocks: Sequence[tuple[Address, FormBlock]]) -> int:
    """Return how many blocks open a form: its masthead and who it is from, the first block if it has none."""
    mastheads = (end for end, (_, block) in enumerate(blocks, 1) if isinstance(block, Box) and block.look == "masthead")
    return next(mastheads, 1)


def is_linked(url: str) -> bool:
    """Tell whether a letter links to an address: one that is safe to follow, or a number to call."""
    return url.startswith(_SCHEMES)


def sites(notes: Iterable[Note]) -> dict[str, str]:
    """Return the sites that sources stand on, as people say them, with the address of the first source on each."""
    found: dict[str, str] = {}
    for note in notes:
        found.setdefault(note.site, note.url)
    return found
