"""Line drawings in rows, each above its word."""

from collections.abc import Sequence

from foraldraskolan.document.form import Box, Figure
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.page import Placed, Sketch, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme

_WIDTH = 40 * MM  # at least as wide as this a drawing can be made out on a copy
_GAP = 12.0


def pictures(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the drawings of a box."""
    return rows_of_figures(list(below(box, at)), theme, column)


def rows_of_figures(
    figures: Sequence[tuple[Address, Figure]], theme: Theme, column: Column, width: float = _WIDTH
) -> list[Strip]:
    """Return drawings of a width in as few rows as the column holds, as many in each, each row in one piece."""
    wide = min(width, column.width)
    most = int((column.width + _GAP) // (wide + _GAP))
    across = -(-len(figures) // -(-len(figures) // most))
    rows = [figures[start : start + across] for start in range(0, len(figures), across)]
    sides = [Column(column.x + place * (wide + _GAP), wide, column.tag) for place in range(across)]
    strips: list[Strip] = []
    for row in rows:
        cells = [_cell(figure, here, theme, side) for (here, figure), side in zip(row, sides, strict=False)]
        tallest = max(high for _, high in cells)
        items = tuple(item for items, _ in cells for item in items)
        strips.append(Strip(tallest, items, theme.body.before + 2, rather_with_next=row is not rows[-1]))
    return strips


def _cell(figure: Figure, at: Address, theme: Theme, column: Column) -> tuple[list[Placed], float]:
    """Return a drawing with its word below, and how high both are."""
    if not isinstance(figure.art, LineDrawing):
        raise AssertionError("a picture is a line drawing")
    sketch = Sketch(column.width, figure.art)
    _, *words = below(figure, at)
    word = [line for here, prose in words for line in prose_strips(prose, here, theme.chart_label, column)]
    items = [Placed(column.x, 0, sketch, (at, "figure")), *stacked(word, y=sketch.height + 4)]
    return items, sketch.height + 4 + height(word)
