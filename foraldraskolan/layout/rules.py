"""What the law says: its name, the rule, a line at the start edge that sets it apart from advice."""

from foraldraskolan.document.blocks import Rule
from foraldraskolan.document.document import Address
from foraldraskolan.layout.page import Box, Placed, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import GOLD, Theme


def rule(block: Rule, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a rule of law in one piece."""
    inner = column.inset(theme.edge + theme.pad)
    name = prose_strips(block.name, (*at, 0), theme.card_name, inner)
    text = [*spans(block.text, (*at, 1), theme.body.text), *spans(block.mark, (*at, 2), theme.body.text)]
    lines = [*name, *strips(text, block.text.language, theme.item, inner)]
    total = height(lines)
    edge = Placed(column.x, 0, Box(theme.edge, total, GOLD, radius=theme.edge / 2))
    return [Strip(total, (edge, *stacked(lines)), theme.body.before + 2)]
