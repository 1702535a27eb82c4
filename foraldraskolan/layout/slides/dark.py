"""What opens and closes: white on a dark ground, a drawing in an arch where there is one."""

from dataclasses import replace

from foraldraskolan.document.form import FormBlock, Paragraph
from foraldraskolan.document.walk import Address
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import GOLD, SAND, TEAL, WHITE
from foraldraskolan.layout.page import Dot, Placed, Rect, Strip
from foraldraskolan.layout.slides.drawings import row_of_drawings
from foraldraskolan.layout.slides.slide import LOWEST, MARGIN, ROOM, SEEN, Addressed, Laid, Slide, ground, title_strips
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, enlarged, style

_ARCH = 260.0  # points wide
_ARCH_TOP, _ARCH_BOTTOM = 110.0, 410.0
_GAP = 40.0
_LEADS = (1.0, 0.9, 0.82, 0.75)  # 32 points to 24
_MEETING = style(24, 32, 400, WHITE)
_EXAMPLE = style(24, 32, 700, GOLD, 10)
DARK = replace(
    SCREEN,
    title=style(60, 68, 700, WHITE, wrap="balanced"),
    heading2=style(54, 62, 700, WHITE, wrap="balanced"),
    lead=style(32, 42, 400, GOLD, 16, "balanced"),
    body=style(28, 38, 400, WHITE, 14, "balanced"),
    item=replace(SCREEN.item, text=replace(SCREEN.item.text, colour=WHITE)),
)


def set_dark(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set title and text as one group a little above the middle; whose meeting it is stands below them."""
    column = Column(MARGIN, ROOM, tag)
    figures = slide.figures
    beside = column.inset(0, _ARCH + _GAP) if figures else column
    about = [each for each in slide.words if _is_of_meeting(each)]
    parts = title_strips(slide, theme, beside)
    for at, block in slide.words:
        if (at, block) not in about:
            parts += _on_one_line(block, at, theme, beside)
    lines = [
        line
        for at, block in about
        if isinstance(block, Paragraph)
        for line in prose_strips(block, at, _EXAMPLE if block.role == "example" else _MEETING, beside)
    ]
    bottom = LOWEST - height(lines) - (24 if lines else 0)
    top = max(MARGIN, (min(SEEN, bottom) + MARGIN - height(parts)) / 2 - 10)
    items: list[Placed] = [ground(TEAL)]
    if figures:
        items += _arch()
        inside = Column(MARGIN + ROOM - _ARCH + 20, _ARCH - 40, tag)
        drawn = row_of_drawings(figures, inside, _ARCH_BOTTOM - _ARCH_TOP - 60, words=False)
        items += stacked([drawn], y=(_ARCH_TOP + _ARCH_BOTTOM - drawn.height) / 2 + 10)
    items += stacked(parts, y=top)
    items += stacked(lines, y=LOWEST - height(lines))
    return Laid(items, max(top + height(parts) + (LOWEST - bottom), LOWEST if lines else 0))


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


def _arch() -> list[Placed]:
    x = MARGIN + ROOM - _ARCH
    middle = _ARCH_TOP + _ARCH / 2
    return [
        Placed(x, _ARCH_TOP, Dot(_ARCH, SAND)),
        Placed(x, middle, Rect(_ARCH, 40, SAND)),
        Placed(x, middle, Rect(_ARCH, _ARCH_BOTTOM - middle, SAND, radius=10)),
    ]
