"""What opens and closes: white on a dark ground, a drawing in an arch where there is one."""

from dataclasses import replace
from math import cos, pi, sin

from foraldraskolan.document.form import FormBlock, Paragraph
from foraldraskolan.document.walk import Address
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import GOLD, SAND, TEAL, WHITE
from foraldraskolan.layout.page import Placed, Shape, Strip
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.slide import LOWEST, MARGIN, ROOM, SEEN, Addressed, Laid, Slide, ground, title_strips
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, enlarged, resized, style

_ARCH = 260.0  # points wide
_ARCH_TOP, _ARCH_BOTTOM = 110.0, 410.0
_STEPS = 60  # of the half circle
_GAP = 40.0
_LEADS = (1.0, 0.93, 0.86, 0.8)  # 30 points to 24
_TITLES = (1.0, 0.87, 0.75, 0.65)
_MEETING = style(24, 32, 400, WHITE)
_EXAMPLE = style(24, 32, 700, GOLD, 10)
DARK = replace(
    SCREEN,
    title=style(60, 68, 700, WHITE, wrap="balanced"),
    heading2=style(54, 62, 700, WHITE, wrap="balanced"),
    lead=style(30, 40, 400, GOLD, 16, "balanced"),
    body=style(28, 38, 400, WHITE, 14, "balanced"),
    item=replace(SCREEN.item, text=replace(SCREEN.item.text, colour=WHITE)),
)


def set_dark(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set title and text as one group a little above the middle; whose meeting it is stands below them."""
    column = Column(MARGIN, ROOM, tag)
    figures = slide.figures
    beside = column.inset(0, _ARCH + _GAP) if figures else column
    about = [each for each in slide.words if _is_of_meeting(each)]
    lines = [
        line
        for at, block in about
        if isinstance(block, Paragraph)
        for line in prose_strips(block, at, _EXAMPLE if block.role == "example" else _MEETING, beside)
    ]
    bottom = LOWEST - height(lines) - (24 if lines else 0)
    rest = [each for each in slide.words if each not in about]
    parts: list[Strip] = []
    for factor in _TITLES:
        parts = _titled(slide, rest, _with_titles(theme, factor), beside)
        if MARGIN + height(parts) <= bottom:
            break
    top = max(MARGIN, (min(SEEN, bottom) + MARGIN - height(parts)) / 2 - 10)
    items: list[Placed] = [ground(TEAL)]
    if figures:
        items.append(_arch())
        inside = Column(MARGIN + ROOM - _ARCH + 20, _ARCH - 40, tag)
        drawn = row_of_drawings(figures, inside, _ARCH_BOTTOM - _ARCH_TOP - 60, words=False)
        items += stacked([drawn], y=(_ARCH_TOP + _ARCH_BOTTOM - drawn.height) / 2 + 10)
    items += stacked(parts, y=top)
    items += stacked(lines, y=LOWEST - height(lines))
    return Laid(items, max(top + height(parts) + (LOWEST - bottom), LOWEST if lines else 0))


def _with_titles(theme: Theme, factor: float) -> Theme:
    """Return the theme with titles this much smaller."""
    title, heading = (resized(look, look.text.size * factor) for look in (theme.title, theme.heading2))
    return replace(theme, title=title, heading2=heading)


def _titled(slide: Slide, rest: list[Addressed], theme: Theme, column: Column) -> list[Strip]:
    texts = [strip for at, block in rest for strip in _on_one_line(block, at, theme, column)]
    return [*title_strips(slide, theme, column), *texts]


def _on_one_line(block: FormBlock, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a block; a line below the title in the largest type in which it is one line, if there is any."""
    if isinstance(block, Paragraph) and block.role == "lead":
        for factor in _LEADS:
            strips = lay_out(block, at, enlarged(theme, factor), column)
            if len(strips) == 1:
                return strips
    return lay_out(block, at, theme, column)


def _is_of_meeting(each: Addressed) -> bool:
    _, block = each
    return isinstance(block, Paragraph) and block.role in ("meeting", "example")


def _arch() -> Placed:
    """Return what the drawing stands in: a half circle on a rectangle, in one piece."""
    high, radius, corner = _ARCH_BOTTOM - _ARCH_TOP, _ARCH / 2, 10
    turns = [pi * step / _STEPS for step in range(_STEPS + 1)]
    round_top = [(radius - radius * cos(turn), radius - radius * sin(turn)) for turn in turns]
    foot = [(_ARCH, high - corner), (_ARCH - 3, high - 3), (_ARCH - corner, high), (corner, high), (3, high - 3)]
    points = (*round_top, *foot, (0, high - corner))
    return Placed(MARGIN + ROOM - _ARCH, _ARCH_TOP, Shape(_ARCH, high, points, SAND))
