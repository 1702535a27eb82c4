"""What stands in the column beside the text: the drawings of what it says, and what to remember of it."""

from dataclasses import replace

from foraldraskolan.document.form import Box, FormBlock, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.pictures import rows_of_figures
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme

_MOST = 3  # drawings: more of them stand in rows in the text
_RULE = 1.6
_GAP = 12.0  # between what stands one below the other


def is_aside(block: FormBlock) -> bool:
    """Tell whether a block stands beside the text on a sheet that has a column for it."""
    return isinstance(block, Box) and (
        block.look == "remember" or (block.look == "pictures" and len(list(below(block, ()))) <= _MOST)
    )


def aside(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a box that `is_aside` as strips of its column, each in one piece."""
    if box.look == "pictures":
        rows = [strip for here, figure in below(box, at) for strip in rows_of_figures([(here, figure)], theme, column)]
        return [replace(strip, before=_GAP) for strip in rows]
    styled = replace(theme, body=theme.aside, item=theme.aside, indent=theme.indent * 0.7)
    lines: list[Strip] = []
    for here, block in below(box, at):
        if isinstance(block, Paragraph) and block.role == "label":
            lines.extend(prose_strips(block, here, theme.label, column))
        else:
            lines.extend(lay_out(block, here, styled, column))
    rule = Placed(column.x, 0, Rect(column.width, _RULE, TEAL))
    high = height(lines) + _RULE + 4
    return [Strip(high, (rule, *stacked(lines, y=_RULE + 4)), _GAP)]
