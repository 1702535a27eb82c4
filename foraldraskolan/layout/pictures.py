"""Line drawings in rows, each above its word."""

from foraldraskolan.document.blocks import Picture, Pictures
from foraldraskolan.document.document import Address
from foraldraskolan.layout.page import Placed, Sketch, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme

_WIDTH = 40 * MM  # at least as wide as this a drawing can be made out on a copy
_GAP = 12.0


def pictures(block: Pictures, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the drawings in as few rows as the column holds, as many in each, each row in one piece."""
    wide = min(_WIDTH, column.width)
    most = int((column.width + _GAP) // (wide + _GAP))
    across = -(-len(block.pictures) // -(-len(block.pictures) // most))
    rows = [range(start, min(start + across, len(block.pictures))) for start in range(0, len(block.pictures), across)]
    strips: list[Strip] = []
    for row in rows:
        sides = [Column(column.x + place * (wide + _GAP), wide, column.tag) for place in range(across)]
        cells = [
            _cell(block.pictures[index], (*at, index), theme, side) for index, side in zip(row, sides, strict=False)
        ]
        tallest = max(high for _, high in cells)
        items = tuple(item for items, _ in cells for item in items)
        strips.append(Strip(tallest, items, theme.body.before + 2, rather_with_next=row is not rows[-1]))
    return strips


def _cell(picture: Picture, at: Address, theme: Theme, column: Column) -> tuple[list[Placed], float]:
    """Return a drawing with its word below, and how high both are."""
    sketch = Sketch(column.width, picture.drawing)
    word = prose_strips(picture.label, (*at, 0), theme.chart_label, column)
    items = [Placed(column.x, 0, sketch, (at, "figure")), *stacked(word, y=sketch.height + 4)]
    return items, sketch.height + 4 + height(word)
