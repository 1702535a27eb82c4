"""What the law says: its name, the rule, a line at the start edge that sets it apart from advice."""

from dataclasses import replace

from foraldraskolan.document.form import Box
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.beside import in_cells
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme


def law(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a rule of law in one piece: two thin lines at its start, the word for it, its name, the rule."""
    inner = column.inset(theme.edge + theme.pad)
    styles = {"label": theme.label, "title": replace(theme.card_name, before=0)}
    lines: list[Strip] = []
    for here, block in below(box, at):
        lines.extend(prose_strips(block, here, styles.get(block.role, theme.item), inner))
    total = height(lines)
    thin = theme.edge / 3
    edges = in_cells(
        box, column, lambda cell: [Placed(cell.x + 2 * thin * place, 0, Rect(thin, total, TEAL)) for place in (0, 1)]
    )
    return [Strip(total, (*edges, *stacked(lines)), theme.body.before + 2)]
