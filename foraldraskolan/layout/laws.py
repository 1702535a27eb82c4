"""What the law says: its name, the rule, a line at the start edge that sets it apart from advice."""

from foraldraskolan.document.form import Box
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GOLD
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme


def law(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a rule of law in one piece."""
    inner = column.inset(theme.edge + theme.pad)
    lines: list[Strip] = []
    for here, block in below(box, at):
        lines.extend(prose_strips(block, here, theme.card_name if block.role == "title" else theme.item, inner))
    total = height(lines)
    edge = Placed(column.x, 0, Rect(theme.edge, total, GOLD, radius=theme.edge / 2))
    return [Strip(total, (edge, *stacked(lines)), theme.body.before + 2)]
