"""What the meeting goes through, and when: a table, on as few slides as hold it, about as long each."""

from collections.abc import Callable
from dataclasses import replace

from foraldraskolan.document.form import Table
from foraldraskolan.document.walk import Address, cells
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.page import Strip, as_artifact
from foraldraskolan.layout.slides.slide import LOWEST, MARGIN, ROOM, SEEN, Laid, Slide, head
from foraldraskolan.layout.tables import rows_of
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, enlarged, style

_SIZES = (1.12, 1.0, 0.93, 0.86)  # 24 points are the least
_LOWEST_ROW = LOWEST - 26
AGENDA = replace(SCREEN, item=style(28, 34, before=11, wrap="balanced"), cell=0.18)


def set_agenda(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set the rows of an agenda that a slide has, where the room can see them if they have room there."""
    column = Column(MARGIN, ROOM, tag)
    titles, top = head(slide, theme, column)
    table = _table(slide)
    parts: list[Strip] = []
    for factor in _SIZES:
        parts = _rows(slide, table, enlarged(theme, factor), column) if table else []
        if top + height(parts) <= (SEEN if factor > 1 else _LOWEST_ROW) and not is_too_wide(parts):
            break
    return Laid([*titles, *stacked(parts, y=top)], top + height(parts) + LOWEST - _LOWEST_ROW)


def shares(slide: Slide, fits: Callable[[Slide], bool]) -> list[Slide]:
    """Return an agenda on as few slides as hold it; on one if none does."""
    table = _table(slide)
    count = len(table[1].rows) if table else 0
    for slides in range(1, count + 1):
        size = -(-count // slides)
        made = [
            replace(slide, rows=(start, min(start + size, count)), goes_on=start > 0) for start in range(0, count, size)
        ]
        if all(map(fits, made)):
            return made
    return [slide]


def _table(slide: Slide) -> tuple[Address, Table] | None:
    return next(((at, block) for at, block in slide.blocks if isinstance(block, Table)), None)


def _rows(slide: Slide, table: tuple[Address, Table], theme: Theme, column: Column) -> list[Strip]:
    """Return the rows that a slide has under the head, which is painted without meaning where the table goes on."""
    head, rows = cells(table[1], table[0])
    start, end = slide.rows or (0, len(rows))
    first, *rest = rows_of(head, rows[start:end], theme, column)
    return [as_artifact(first) if slide.goes_on else first, *rest]
