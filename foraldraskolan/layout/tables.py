"""Tables: one strip a row, the head repeated where the table goes on overleaf."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Table
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, below, cells, plain
from foraldraskolan.language import direction_of
from foraldraskolan.layout.colours import MIST, TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip, as_artifact
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, spans, stacked
from foraldraskolan.layout.theme import Style, Theme
from foraldraskolan.typeset.paragraph import least_width

_LEAST = 0.24  # of the table is what its first column has, however short its words
_BESIDE = 0.6  # of the type's size on either side of a cell's words, at least: columns stand apart
_GAP = 1.0  # more than its words are wide, against rounding
# Of the columns of tables in two languages, by how many there are: what is between is long, or short.
_TERMS: Mapping[int, tuple[float, ...]] = {3: (0.26, 0.48, 0.26)}
_BOTH: Mapping[int, tuple[float, ...]] = {2: (0.5, 0.5), 3: (0.42, 0.16, 0.42)}


def table(block: Table, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a table with a head: a strip a row."""
    return rows_of(*cells(block, at), theme, column)


def in_two_languages(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the table in a box: a language on its left and one on its right, each text at its own start."""
    shares = _TERMS if box.look == "terms" else _BOTH
    return [
        strip
        for here, inner in below(box, at)
        for strip in rows_of(*cells(inner, here), theme, column, shares=shares[len(inner.head)])
    ]


def rows_of(
    head: Cells, rows: Sequence[Cells], theme: Theme, column: Column, *, shares: Sequence[float] = ()
) -> list[Strip]:
    """Return some rows of a table, the first column of two narrow, those of more alike; numbers stand at an end.

    With `shares` each column has its own of the width, and no cell stands anywhere but at its own start.
    """
    size = theme.item.text.size
    pad, side = size * theme.cell, size * max(_BESIDE, theme.cell)
    bold = replace(theme.item, text=replace(theme.item.text, weight=700, colour=TEAL), before=0)
    text = replace(theme.item, before=0)
    columns = list(zip(head, *rows, strict=True))
    # The first column is what its rows are called, be it a year.
    ended = [index > 0 and not shares and _is_numbers(cells) for index, (_, *cells) in enumerate(columns)]
    names = [
        line for (at, prose), look in _styled(columns[0], bold, text) for line in prose_strips(prose, at, look, column)
    ]
    widest = max((line.items[0].item.width for line in names), default=0)
    even = [column.width * share for share in shares] or _widths(len(columns), column.width, widest + 2 * side + _GAP)
    widths = _with_room(even, lambda index, divided: _least(columns[index], bold, text, divided) + 2 * side + _GAP)
    own = bool(shares)
    top = _row(head, bold, (side, pad), column, widths, ended, ground=MIST, own_side=own)
    repeated = (as_artifact(top),)
    lines = [_row(row, text, (side, pad), column, widths, ended, rule=True, own_side=own) for row in rows]
    # No first row ends a page, and no last one goes overleaf alone.
    lines = [
        replace(row, repeat=repeated, keep_with_next=number < len(rows) - 1 and number in (0, len(rows) - 2))
        for number, row in enumerate(lines)
    ]
    return [replace(top, before=theme.body.before + 4, keep_with_next=True), *lines]


def _styled(column: Cells, bold: Style, text: Style) -> Iterator[tuple[tuple[Address, Prose], Style]]:
    """Yield the cells of a column, each with its style."""
    yield from ((cell, text if index else bold) for index, cell in enumerate(column))


def _is_numbers(cells: Cells) -> bool:
    return all(plain(prose.inlines).isdecimal() for _, prose in cells)


def _widths(count: int, room: float, needed: float) -> list[float]:
    first = min(max(needed, room * _LEAST), room / 2)
    return [first, *([(room - first) / (count - 1)] * (count - 1))] if count > 1 else [room]


def _with_room(widths: list[float], least: Callable[[int, bool], float]) -> list[float]:
    """Return widths at which every word has room, as like these as can be; what has too much gives of it.

    `least` tells what a column needs, with its words whole or divided. Where there is no room for all whole words, it
    is the columns with the longest whose words are divided.
    """
    room = sum(widths)
    whole = [least(index, False) for index in range(len(widths))]
    if all(need <= width for need, width in zip(whole, widths, strict=True)):
        return widths
    if sum(whole) <= room:
        spare = [max(width - need, 0) for need, width in zip(whole, widths, strict=True)]
        share = (room - sum(whole)) / sum(spare)
        return [need + more * share for need, more in zip(whole, spare, strict=True)]
    given = [least(index, True) for index in range(len(widths))]
    if sum(given) > room:
        return [need * room / sum(given) for need in given]
    left = room - sum(given)
    for index in sorted(range(len(widths)), key=lambda each: whole[each] - given[each]):
        more = min(whole[index] - given[index], left)
        given[index] += more
        left -= more
    return given


def _least(cells: Cells, bold: Style, text: Style, divided: bool) -> float:
    return max(
        least_width(spans(cell, (), style.text), rtl=direction_of(cell.language) == "rtl", divided=divided)
        for (_, cell), style in _styled(cells, bold, text)
    )


def _row(
    cells: Cells,
    style: Style,
    pads: tuple[float, float],
    column: Column,
    widths: list[float],
    ended: list[bool],
    *,
    ground: str = "",
    rule: bool = False,
    own_side: bool = False,
) -> Strip:
    side, pad = pads
    x = column.x
    inside: list[list[Strip]] = []
    for (at, cell), width, at_the_end in zip(cells, widths, ended, strict=True):
        room = Column(x + side, width - 2 * side, column.tag)
        lines = prose_strips(cell, at, style, room, own_side=own_side)
        inside.append([at_end(line, room) for line in lines] if at_the_end else lines)
        x += width
    total = max(height(lines) for lines in inside) + 2 * pad
    items: list[Placed] = []
    if ground:
        items.append(Placed(column.x, 0, Rect(column.width, total, ground)))
    if rule:
        items.append(Placed(column.x, total - 0.6, Rect(column.width, 0.6, MIST)))
    for lines in inside:
        items.extend(stacked(lines, y=pad))
    return Strip(total, tuple(items))
