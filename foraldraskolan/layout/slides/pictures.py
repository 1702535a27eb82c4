"""One to three drawings large, each above its word, and a line about them; or a hundred dots."""

from foraldraskolan.document.form import Dots, Paragraph
from foraldraskolan.layout.colours import GREY
from foraldraskolan.layout.dots import dots
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.points import set_points
from foraldraskolan.layout.slides.question import band_below
from foraldraskolan.layout.slides.slide import LOWEST, MARGIN, ROOM, Laid, Slide, fitted, head
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme, style

_SOURCE = style(16, 22, 400, GREY)
_GAP = 18.0
_LEAST_DOTS = 80.0
_SOURCE_BOTTOM = LOWEST + 4


def set_pictures(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set drawings in the middle of the room that title, words and question leave them."""
    if not slide.figures:
        return set_points(slide, theme, tag)
    column = Column(MARGIN, ROOM, tag)
    titles, top = head(slide, theme, column)
    asked, bottom = band_below(slide, tag)
    parts, crowded = fitted(slide.words, theme, column, (bottom - top) * 0.35)
    below = height(parts) + _GAP if parts else 0.0
    drawn = row_of_drawings(slide.figures, column, bottom - top - below)
    spare = max(bottom - top - below - drawn.height, 0)
    y = top + spare / 2
    end = y + drawn.height + below
    items = [*titles, *stacked([drawn], y=y), *stacked(parts, y=y + drawn.height + _GAP), *asked]
    return Laid(items, LOWEST + end - bottom if asked and end > bottom + 0.5 else end, crowded)


def set_number(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set a hundred dots across the slide, a line about them, the source at the foot."""
    drawn = [(at, block.art) for at, block in slide.figures if isinstance(block.art, Dots)]
    if not drawn:
        return set_points(slide, theme, tag)
    column = Column(MARGIN, ROOM, tag)
    titles, top = head(slide, theme, column)
    asked, bottom = band_below(slide, tag)
    notes = [(at, block) for at, block in slide.words if isinstance(block, Paragraph) and block.role == "note"]
    words = [each for each in slide.words if each not in notes]
    parts, crowded = fitted(words, theme, column, (bottom - top) * 0.4)
    below = height(parts) + _GAP if parts else 0.0
    strips = [dots(art, at, MARGIN, ROOM, max(bottom - top - below, _LEAST_DOTS)) for at, art in drawn]
    y = top + max(bottom - top - below - height(strips), 0) * 0.44
    end = y + height(strips) + below
    source = [line for here, note in notes for line in prose_strips(note, here, _SOURCE, column)]
    items = [
        *titles,
        *stacked(strips, y=y),
        *stacked(parts, y=y + height(strips) + _GAP),
        *asked,
        *stacked(source, y=_SOURCE_BOTTOM - height(source)),
    ]
    return Laid(items, LOWEST + end - bottom if asked and end > bottom + 0.5 else end, crowded)
