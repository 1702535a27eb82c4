"""What people say, below what is true."""

from dataclasses import replace

from foraldraskolan.layout.slides.question import band_below
from foraldraskolan.layout.slides.slide import LOWEST, MARGIN, POINTS, ROOM, Laid, Slide, fitted, head
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import Theme, style

MYTH = replace(
    POINTS,
    label=style(34, 44, 700),
    lead=style(32, 44, 500, wrap="balanced"),
    body=style(32, 42, before=22, wrap="balanced"),
    item=style(32, 42, before=14, wrap="balanced"),
    pad=20,
)


def set_myth(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set the claim and why it is true or false in the middle of the room that the title leaves."""
    column = Column(MARGIN, ROOM, tag)
    titles, top = head(slide, theme, column)
    asked, bottom = band_below(slide, tag)
    parts, crowded = fitted(slide.content, theme, column, bottom - top)
    y = top + max(bottom - top - height(parts), 0) * 0.44
    over = top + height(parts) - bottom
    reached = LOWEST + over if asked and over > 0 else top + height(parts)
    return Laid([*titles, *stacked(parts, y=y), *asked], reached, crowded)
