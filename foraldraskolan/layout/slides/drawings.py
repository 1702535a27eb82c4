"""Line drawings on slides, in one row, each above its word."""

from collections.abc import Sequence

from foraldraskolan.document.form import Dots, Figure
from foraldraskolan.document.linedrawing import HEIGHT, WIDTH, LineDrawing
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.dots import dots
from foraldraskolan.layout.page import Placed, Sketch, Strip
from foraldraskolan.layout.slides.slide import CAPTION, centred
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Style

_WIDEST = 260.0
_ALONE = 340.0
_LEAST = 100.0
_GAP = 30.0
_ABOVE_WORD = 6.0


def row_of_drawings(
    figures: Sequence[tuple[Address, Figure]],
    column: Column,
    room: float,
    *,
    words: bool = True,
    caption: Style = CAPTION,
) -> Strip:
    """Return drawings in the middle of a column, as large as a room that many points high holds, with their words."""
    count = len(figures)
    widest = min(_ALONE if count == 1 else _WIDEST, (column.width - _GAP * (count - 1)) / count)
    cell = (column.width - _GAP * (count - 1)) / count if count > 1 else column.width
    start = column.x
    if count > 1:
        cell = max(widest, min(cell, _WIDEST + _GAP))
        start += (column.width - cell * count - _GAP * (count - 1)) / 2
    cells = [Column(start + place * (cell + _GAP), cell, column.tag) for place in range(count)]
    below_each = [
        _word(figure, at, side, caption) if words else [] for (at, figure), side in zip(figures, cells, strict=True)
    ]
    under = max((height(word) + _ABOVE_WORD for word in below_each if word), default=0.0)
    wide = max(min(widest, (room - under) * WIDTH / HEIGHT), _LEAST)
    items: list[Placed] = []
    for (at, figure), side, word in zip(figures, cells, below_each, strict=True):
        x = side.x + (side.width - wide) / 2
        items += _drawn(figure, at, x, wide)
        items += stacked(word, y=wide * HEIGHT / WIDTH + _ABOVE_WORD)
    return Strip(wide * HEIGHT / WIDTH + under, tuple(items))


def _drawn(figure: Figure, at: Address, x: float, wide: float) -> list[Placed]:
    match figure.art:
        case LineDrawing() as drawing:
            return [Placed(x, 0, Sketch(wide, drawing), (at, "figure"))]
        case Dots() as art:
            return list(dots(art, at, x, wide).items)
        case art:
            raise AssertionError(f"no drawing: {art}")


def _word(figure: Figure, at: Address, side: Column, look: Style) -> list[Strip]:
    _, *words = below(figure, at)
    return centred([line for here, prose in words for line in prose_strips(prose, here, look, side)], side)
