"""Who a letter is from: at its head, as high as a logo."""

from foraldraskolan.document.form import Box
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, style

SLOT = 14 * MM  # how high a logo is
_SHARE = 0.75  # of the line is the sender's, the rest the language's name's
_NAME, _UNIT = style(13, 17, 700, TEAL, wrap="balanced"), style(11, 15)


def sender(box: Box, at: Address, _: Theme, column: Column) -> list[Strip]:
    """Return the sender in one piece: its name, and below it which part of it writes."""
    inner = column.inset(0, column.width * (1 - _SHARE))
    lines: list[Strip] = []
    for here, line in below(box, at):
        lines.extend(prose_strips(line, here, _NAME if line.role == "name" else _UNIT, inner))
    tall = max(SLOT, height(lines))
    return [Strip(tall, tuple(stacked(lines, y=(tall - height(lines)) / 2)))]
