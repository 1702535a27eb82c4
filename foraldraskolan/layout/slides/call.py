"""When and whom to call in danger: the title's number as large as can be, the reasons beside it."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Figure, List
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.walk import Address, addressed, below
from foraldraskolan.layout.colours import RED
from foraldraskolan.layout.page import Placed, Rect, Strip, as_artifact
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.question import band_below
from foraldraskolan.layout.slides.slide import (
    HEIGHT,
    LOWEST,
    MARGIN,
    Laid,
    Slide,
    band,
    fitted,
)
from foraldraskolan.layout.text import Column, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import SCREEN, Style, Theme, resized, style
from foraldraskolan.typeset.glyphs import Span

_EDGE = 28.0
_DRAWING, _LEAST_DRAWING = 170.0, 96.0
_START = 400.0  # what the number has
_GAP = 40.0
_NUMBER = style(230, 178, 700, RED)  # as high as its figures: no letter stands beside them
_CAPTION = style(24, 30, 600, wrap="balanced")
CALL = replace(
    SCREEN,
    heading2=style(36, 44, 700, RED, wrap="balanced"),
    item=style(30, 37, 500, before=11, wrap="balanced"),
    body=style(28, 36, 600, before=8, wrap="balanced"),
    number=style(30, 37, 600, RED),
    bullet=11,
    indent=36,
)


def set_call(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set the title with its number large at the start side, the reasons at the end side, a drawing below them."""
    column = Column(MARGIN, 960 - 2 * MARGIN, tag)
    opener, top = band(slide, column, fill=RED)
    asked, bottom = band_below(slide, tag)
    start = Column(MARGIN, _START, tag)
    end = column.inset(_START + _GAP)
    reasons = [each for each in slide.words if isinstance(each[1], List)]
    others = [each for each in slide.words if each not in reasons]
    title = _title(slide, theme, start)
    said, _ = fitted(others, theme, start, bottom - top - height(title) - 12)
    under = 12 if said else 0
    kept = _LEAST_DRAWING + 24 - (LOWEST - bottom) if slide.figures else 0  # of a drawing nothing is lost at the foot
    listed, crowded = fitted(reasons, theme, end, bottom - top - max(kept, 0) - 8)
    items: list[Placed] = [Placed(0, 0, Rect(_EDGE, HEIGHT, RED)), *opener, *stacked(title, y=top)]
    items += stacked(listed, y=top + 8)
    reached = max(top + height(title) + under + height(said), top + 8 + height(listed))
    items += stacked(said, y=top + height(title) + under)
    if slide.figures:
        y = top + 8 + height(listed) + 16
        items += _drawn(slide.figures, end, y)
    return Laid([*items, *asked], reached, crowded)


def _drawn(figures: Sequence[tuple[Address, Figure]], column: Column, y: float) -> list[Placed]:
    """Return a drawing as large as there is room for, its word beside it."""
    high = max(min(LOWEST - y, _DRAWING), _LEAST_DRAWING)
    wide = high * 4 / 3
    drawn = row_of_drawings(figures, Column(column.x, wide, column.tag), high, words=False)
    side = column.inset(wide + 16)
    words = [
        line
        for at, figure in figures
        for here, prose in list(below(figure, at))[1:]
        for line in prose_strips(prose, here, _CAPTION, side)
    ]
    return [*stacked([drawn], y=y), *stacked(words, y=y + (high - height(words)) / 2)]


def _title(slide: Slide, theme: Theme, column: Column) -> list[Strip]:
    """Return a title whose number to call stands on a line of its own, in one piece with what is before and after."""
    if slide.title is None:
        return []
    at, heading = slide.title
    ((here, prose),) = below(heading, at)
    look = theme.heading2
    calls = {place for place, inline in addressed(prose.inlines, here) if isinstance(inline, Value) and inline.url}
    parts: list[list[Span]] = [[]]
    for span in spans(prose, here, look.text):
        if span.mark[0] in calls and len(parts) == 1:
            parts += [[replace(span, style=replace(span.style, size=_NUMBER.text.size))], []]
        else:
            parts[-1].append(span)
    lines: list[Strip] = []
    for index, part in enumerate(parts):
        if "".join(span.text for span in part).strip():
            lines += (
                _number(part, prose.language, column)
                if index == 1
                else strips(_stripped(part), prose.language, look, column)
            )
    return [as_artifact(line) for line in lines] if slide.goes_on else lines


def _stripped(part: list[Span]) -> list[Span]:
    """Return spans without the space between them and the number that stands on another line."""
    first, last = part[0], part[-1]
    if len(part) == 1:
        return [replace(first, text=first.text.strip())]
    return [replace(first, text=first.text.lstrip()), *part[1:-1], replace(last, text=last.text.rstrip())]


def _number(part: list[Span], tag: str, column: Column) -> list[Strip]:
    """Return the number as large as the column holds it."""
    look: Style = _NUMBER
    (line,) = strips(part, tag, replace(look, wrap="whole"), column)
    wide = line.items[0].item.width
    if wide > column.width:
        look = resized(look, look.text.size * column.width / wide)
        part = [replace(span, style=replace(span.style, size=look.text.size)) for span in part]
        (line,) = strips(part, tag, replace(look, wrap="whole"), column)
    return [replace(line, before=4)]
