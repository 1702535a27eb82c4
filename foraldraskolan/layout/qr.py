"""QR codes (ISO/IEC 18004), for a phone's camera: black on white, never mirrored, the address in words beside them."""

from functools import lru_cache

import segno

from foraldraskolan.document.form import Code, Figure
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.page import Placed, Strip, Symbol
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Style

_MODULE, _SMALLEST, _LARGEST = 0.45 * MM, 17 * MM, 22 * MM
_QUIET = 4  # modules of white around it
_GAP = 3 * MM


def side(address: str) -> float:
    """Return how many points wide a code is, with its quiet zone: as small as it may be on paper that is copied."""
    return min(max(_MODULE * len(symbol(address, 1).rows), _SMALLEST), _LARGEST)


@lru_cache(maxsize=16)
def symbol(address: str, width: float) -> Symbol:
    """Return the symbol of an address, so many points wide with its quiet zone; a tenth of it may be unreadable."""
    code = segno.make_qr(address, error="m")  # a code of this size that can bear more gets it
    return Symbol(width, tuple(bytes(row) for row in code.matrix_iter(border=_QUIET)))


def code(figure: Figure, art: Code, at: Address, style: Style, column: Column) -> list[Strip]:
    """Return a QR code at the start of a column, in one piece with its word at its side, half way down."""
    width = side(art.address)
    beside = column.inset(width + _GAP)
    words = [line for here, word in list(below(figure, at))[1:] for line in prose_strips(word, here, style, beside)]
    tall = max(width, height(words))
    picture = Placed(column.x, (tall - width) / 2, symbol(art.address, width), (at, "figure"))
    return [Strip(tall, (picture, *stacked(words, y=(tall - height(words)) / 2)), style.before)]
