"""When and where a meeting is, large in a frame: what a letter is read for."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Code, Figure, Heading
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.qr import side, symbol
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, resized

_PAD = 6 * MM
_THICK = 1.6
_HEIGHT = 34 * MM / 26  # for each point of a title's size, at least
_DAY, _PLACE = 27 / 26, 17 / 26  # sizes beside a title's
_AROUND_CODE = 2 * MM


def occasion(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a frame in one piece: the day as large as a title, the time and the place below it, a code at its end."""
    size = theme.title.text.size
    day, place = resized(theme.title, size * _DAY), resized(theme.subtitle, size * _PLACE)
    blocks = list(below(box, at))
    codes = [(here, block.art) for here, block in blocks if isinstance(block, Figure) and isinstance(block.art, Code)]
    widest = max((side(art.address) for _, art in codes), default=0)
    inner = column.inset(_PAD, widest + 2 * _AROUND_CODE if codes else _PAD)
    lines: list[Strip] = []
    for here, block in blocks:
        if isinstance(block, Figure):
            there, address = list(below(block, here))[1]
            lines.extend(prose_strips(address, there, replace(theme.small, before=size / 8), inner))
        else:
            look = day if isinstance(block, Heading) else place
            lines.extend(prose_strips(block, here, replace(look, before=size / 8, wrap="balanced"), inner))
    tall = max(_HEIGHT * size, height(lines) + 1.4 * _PAD, widest + _AROUND_CODE)
    items = [Placed(column.x, 0, Rect(column.width, tall, stroke=TEAL, thickness=_THICK, radius=2 * MM))]
    for here, art in codes:
        x = column.x + column.width - widest - _AROUND_CODE
        items.append(Placed(x, (tall - widest) / 2, symbol(art.address, side(art.address)), (here, "figure")))
    return [Strip(tall, (*items, *stacked(lines, y=(tall - height(lines)) / 2)))]
