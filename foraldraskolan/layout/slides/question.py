"""The question that a slide asks: in a band below what it asks about, or alone and large."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import INK, RUST, SAND
from foraldraskolan.layout.page import Placed, Rect, as_artifact
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.slide import (
    LOWEST,
    MARGIN,
    ROOM,
    SEEN,
    Laid,
    Slide,
    band,
    ground,
    parts_of,
    title_strips,
)
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, style

_PAD = 12.0
_EDGE = 8.0
_ABOVE = 16.0  # between a slide's content and its question
_LABEL = style(24, 36, 700, RUST)
_BAND = replace(
    SCREEN,
    body=style(28, 36, 600, INK, 8, "balanced"),
    lead=style(28, 36, 600, INK, 8, "balanced"),
    item=style(28, 36, 600, INK, 6, "balanced"),
)
ALONE = replace(
    SCREEN,
    heading2=style(26, 34, 700, RUST),
    label=style(26, 34, 700, RUST),
    body=style(40, 52, 700, INK, 16, "balanced"),
    lead=style(30, 40, 400, INK, 16),
)


def band_below(slide: Slide, tag: str) -> tuple[list[Placed], float]:
    """Return the question of a slide in a band as low as the room can see, and where what it asks about must end."""
    if slide.question is None:
        return [], SEEN
    at, box = slide.question
    inner = Column(MARGIN + _EDGE + _PAD, ROOM - _EDGE - 2 * _PAD, tag)
    label, texts = _parts(at, box)
    word = prose_strips(label[1], label[0], _LABEL, inner)
    beside = inner.inset(max(line.items[0].item.width for line in word) + 16)
    lines = parts_of(texts, _BAND.in_language(tag), beside)
    total = max(height(lines), height(word)) + 2 * _PAD
    top = SEEN + 8 - total
    items = [
        Placed(MARGIN, top, Rect(ROOM, total, SAND, radius=6)),
        Placed(MARGIN, top, Rect(_EDGE, total, RUST, radius=_EDGE / 2)),
        *stacked(word, y=top + _PAD),
        *stacked(lines, y=top + _PAD),
    ]
    return items, top - _ABOVE


def _parts(at: Address, box: Box) -> tuple[tuple[Address, Paragraph], list[tuple[Address, Paragraph]]]:
    label, *texts = below(box, at)
    return label, texts


def set_question(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set a question a little above the middle, what it asks about smaller above it, shown before and told once."""
    column = Column(MARGIN, ROOM, tag)
    opener, top = band(slide, column)
    inner = column.inset(40, 40)
    if slide.question is not None:
        label, texts = _parts(*slide.question)
        parts = [*prose_strips(label[1], label[0], theme.label, inner), *parts_of(texts, theme, inner)]
    else:
        parts = [*title_strips(slide, theme, inner), *parts_of(slide.content, theme, inner)]
    figures = slide.figures
    room = LOWEST - top - height(parts) - 24
    shown = (
        as_artifact(row_of_drawings(figures, inner, min(150.0, room), words=False)) if figures and room > 60 else None
    )
    total = height(parts) + (shown.height + 24 if shown else 0)
    y = max(top, top + (SEEN - top - total) * 0.44)
    items = [ground(SAND), *opener]
    if shown:
        items += stacked([shown], y=y)
        y += shown.height + 24
    return Laid([*items, *stacked(parts, y=y)], y + height(parts))
