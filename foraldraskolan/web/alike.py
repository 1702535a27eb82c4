"""What is decided alike for HTML and plain text: links, sites, and the fonts that readers have."""

from collections.abc import Iterable, Sequence

from foraldraskolan.document.form import Box, FormBlock, Note
from foraldraskolan.document.walk import Address
from foraldraskolan.language import script_of

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
