"""Points beside a drawing, or whatever else there is to say of one thought, in type as large as there is room for."""

from foraldraskolan.layout.page import Placed
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.question import band_below
from foraldraskolan.layout.slides.slide import (
    LOWEST,
    MARGIN,
    ROOM,
    WIDTH,
    Laid,
    Slide,
    fitted,
    head,
)
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import Theme, style

_DRAWING = 320.0
_GAP = 40.0
_CAPTION = style(24, 30, 600, wrap="balanced")


def set_points(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set points, in the middle of the room that the title and the question leave."""
    column = Column(MARGIN, ROOM, tag)
    titles, top = head(slide, theme, column)
    asked, bottom = band_below(slide, tag)
    figures = slide.figures
    beside = column.inset(0, _DRAWING + _GAP) if figures else column
    parts, crowded = fitted(slide.words, theme, beside, bottom - top)
    total = height(parts)
    items: list[Placed] = [*titles, *stacked(parts, y=top + max(bottom - top - total, 0) * 0.44)]
    if figures:
        room = Column(WIDTH - MARGIN - _DRAWING, _DRAWING, tag)
        drawn = row_of_drawings(figures, room, bottom - top, caption=_CAPTION)
        items += stacked([drawn], y=top + max(bottom - top - drawn.height, 0) / 2)
    # Without a question the last line may stand where only those in front can read it.
    over = top + total - bottom
    return Laid([*items, *asked], LOWEST + over if asked and over > 0 else top + total, crowded)
