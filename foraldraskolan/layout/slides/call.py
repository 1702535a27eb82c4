"""When and whom to call in danger: the title's number as large as can be, the reasons beside it."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Figure, List
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.walk import Address, addressed, below
from foraldraskolan.layout.colours import RED
from foraldraskolan.layout.page import Placed, Rect, Strip, as_artifact
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.slide import (
    HEIGHT,
    LOWEST,
    MARGIN,
    ROOM,
    SEEN,
    Addressed,
    Laid,
    Slide,
    band,
    fitted,
)
from foraldraskolan.layout.text import Column, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import SCREEN, Theme, resized, style
from foraldraskolan.typeset.glyphs import Span

_EDGE = 28.0
_DRAWING, _LEAST_DRAWING = 170.0, 96.0
_ABOVE_DRAWING = 16.0
_ABOVE_SAID = 12.0
_BESIDE = 8.0  # from the title down to the reasons beside it
_START = 400.0  # what the number has
_GAP = 40.0
_SIZES = (230.0, 200.0, 170.0, 140.0)
_NUMBER = style(230, 178, 700, RED, wrap="whole")  # as high as its figures: no letter stands beside them
_ABOVE_NUMBER = 0.21  # above a number that begins the title, in sizes of its type: a letter could reach so high
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
    column = Column(MARGIN, ROOM, tag)
    opener, top = band(slide, column, fill=RED)
    start = Column(MARGIN, _START, tag)
    end = column.inset(_START + _GAP)
    reasons = [each for each in slide.words if isinstance(each[1], List)]
    others = [each for each in slide.words if each not in reasons]
    title, said = _called(slide, others, theme, start, LOWEST - top)
    kept = _LEAST_DRAWING + _ABOVE_DRAWING if slide.figures else 0.0  # of a drawing nothing is lost at the foot
    listed, _ = fitted(reasons, theme, end, min(SEEN, LOWEST - kept) - top)
    items: list[Placed] = [Placed(0, 0, Rect(_EDGE, HEIGHT, RED)), *opener, *stacked(title, y=top)]
    items += stacked(listed, y=top + _BESIDE)
    below_title = top + height(title) + _ABOVE_SAID
    ended = top + _BESIDE + height(listed)
    if slide.figures:
        items += _drawn(slide.figures, end, ended + _ABOVE_DRAWING)
        ended += _ABOVE_DRAWING + _LEAST_DRAWING
    items += stacked(said, y=below_title)
    return Laid(items, max(below_title + height(said) if said else 0, ended))


def _called(
    slide: Slide, others: Sequence[Addressed], theme: Theme, column: Column, room: float
) -> tuple[list[Strip], list[Strip]]:
    """Return the title and what stands below it, the number as large as they have room, or the smallest there is."""
    title: list[Strip] = []
    said: list[Strip] = []
    for size in _SIZES:
        title = _title(slide, theme, column, size)
        left = room - height(title) - _ABOVE_SAID
        said, _ = fitted(others, theme, column, left)
        if height(said) <= left:
            break
    return title, said


def _drawn(figures: Sequence[tuple[Address, Figure]], column: Column, y: float) -> list[Placed]:
    """Return a drawing as large as there is room for, its word beside its head.

    Further down it would stand on a line with what is said below the number, and be copied in the midst of it.
    """
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
    return [*stacked([drawn], y=y), *stacked(words, y=y)]


def _title(slide: Slide, theme: Theme, column: Column, size: float) -> list[Strip]:
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
            parts += [[replace(span, style=replace(span.style, size=size))], []]
        else:
            parts[-1].append(span)
    lines: list[Strip] = []
    for index, part in enumerate(parts):
        if "".join(span.text for span in part).strip():
            lines += (
                _number(part, prose.language, column, size)
                if index == 1
                else strips(_stripped(part), prose.language, look, column)
            )
    if lines and not "".join(span.text for span in parts[0]).strip():
        lines[0] = _lower(lines[0], size * _ABOVE_NUMBER)
    return [as_artifact(line) for line in lines] if slide.goes_on else lines


def _lower(line: Strip, by: float) -> Strip:
    return replace(line, height=line.height + by, items=tuple(replace(each, y=each.y + by) for each in line.items))


def _stripped(part: list[Span]) -> list[Span]:
    """Return spans without the space between them and the number that stands on another line."""
    first, last = part[0], part[-1]
    if len(part) == 1:
        return [replace(first, text=first.text.strip())]
    return [replace(first, text=first.text.lstrip()), *part[1:-1], replace(last, text=last.text.rstrip())]


def _number(part: list[Span], tag: str, column: Column, size: float) -> list[Strip]:
    """Return the number in a size, or as large as the column holds it."""
    look = resized(_NUMBER, size)
    (line,) = strips(part, tag, look, column)
    wide = line.items[0].item.width
    if wide > column.width:
        look = resized(look, size * column.width / wide)
        part = [replace(span, style=replace(span.style, size=look.text.size)) for span in part]
        (line,) = strips(part, tag, look, column)
    return [replace(line, before=4)]
