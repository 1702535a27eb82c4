"""Who a letter is from: at its head, as high as a logo."""

from foraldraskolan.document.form import Box, Figure
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Emblem, Placed, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, style

SLOT = 14 * MM  # how high a logo is
_WIDEST = 80 * MM  # a logo that is wider at that height is lower
_GAP = 5 * MM
_SHARE = 0.75  # of the line is the sender's, the rest the language's name's
_NAME, _UNIT = style(13, 17, 700, TEAL, wrap="balanced"), style(11, 15)


def sender(box: Box, at: Address, _: Theme, column: Column) -> list[Strip]:
    """Return the sender in one piece: its logo, its name, and below that which part of it writes."""
    inner = column.inset(0, column.width * (1 - _SHARE))
    items: list[Placed] = []
    lines: list[Strip] = []
    for here, block in below(box, at):
        if isinstance(block, Figure) and isinstance(block.art, Logo):
            there, name = list(below(block, here))[1]
            wide = min(SLOT * block.art.proportion, _WIDEST, inner.width / 2)
            emblem = Emblem(wide, block.art)
            items.append(Placed(inner.x, (SLOT - emblem.height) / 2, emblem, (here, "figure")))
            inner = inner.inset(wide + _GAP)
            lines.extend(prose_strips(name, there, _NAME, inner))
        else:
            lines.extend(prose_strips(block, here, _NAME if block.role == "name" else _UNIT, inner))
    tall = max(SLOT, height(lines))
    return [Strip(tall, (*items, *stacked(lines, y=(tall - height(lines)) / 2)))]
