"""A hundred dots in rows of twenty, so many of them filled: what a number means that is hard to picture."""

from math import inf

from foraldraskolan.document.form import Dots
from foraldraskolan.document.walk import Address
from foraldraskolan.layout.colours import TEAL, WHITE
from foraldraskolan.layout.page import Dot, Placed, Strip

_ACROSS, _DOWN = 20, 5
_DOT = 0.76  # of the distance from dot to dot
_LINE = 0.06  # around each, likewise: what is not filled is told without a colour


def dots(art: Dots, at: Address, x: float, width: float, room: float = inf) -> Strip:
    """Return the dots as one figure from `x`, so many points wide, filled as the language reads.

    Where they are higher than `room` they are smaller, and their rows closer.
    """
    across = width / (_ACROSS - 1 + _DOT)
    down = min(across, room / (_DOWN - 1 + _DOT))
    size, line = down * _DOT, down * _LINE
    across = (width - size) / (_ACROSS - 1)
    items = []
    for index in range(_ACROSS * _DOWN):
        row, place = divmod(index, _ACROSS)
        dot = Dot(size, TEAL if index < art.filled else WHITE, TEAL, line)
        items.append(Placed(x + place * across, row * down, dot, (at, "figure")))
    return Strip((_DOWN - 1) * down + size, tuple(items))
