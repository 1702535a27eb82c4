"""Tables: one strip a row, the head repeated where the table goes on overleaf."""

from collections.abc import Callable
from dataclasses import replace

from foraldraskolan.document.blocks import Prose, Table
from foraldraskolan.document.document import Address
from foraldraskolan.document.walk import plain
from foraldraskolan.language import direction_of
from foraldraskolan.layout.page import Box, Placed, Strip, as_artifact
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, spans, stacked
from foraldraskolan.layout.theme import MIST, TEAL, Style, Theme
from foraldraskolan.typeset.paragraph import least_width

_LEAST = 0.24  # of the table is what its first column has, however short its words
_GAP = 1.0  # more than its words are wide, against rounding


def table(block: Table, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a table: the first of two columns is narrow, of more they are alike; numbers stand at a column's end."""
    count = len(block.head)
    pad = theme.item.text.size * theme.cell
    bold = replace(theme.item, text=replace(theme.item.text, weight=700, colour=TEAL), before=0)
    text = replace(theme.item, before=0)
    # The first column is what its rows are called, be it a year.
    ended = [index > 0 and all(plain(row[index].inlines).isdecimal() for row in block.rows) for index in range(count)]
    names = [*prose_strips(block.head[0], (*at, 0), bold, column)]
    for number, row in enumerate(block.rows, start=1):
        names.extend(prose_strips(row[0], (*at, count * number), text, column))
    widest = max((line.items[0].item.width for line in names), default=0)
    even = _widths(count, column.width, widest + 2 * pad + _GAP)
    widths = _with_room(even, lambda index, divided: _least(block, index, bold, text, divided) + 2 * pad + _GAP)
    head = _row(block.head, at, 0, bold, pad, column, widths, ended, ground=MIST)
    repeated = (as_artifact(head),)
    rows = [
        _row(row, at, count * (number + 1), text, pad, column, widths, ended, rule=True)
        for number, row in enumerate(block.rows)
    ]
    # The last row does not go overleaf alone.
    rows = [replace(row, repeat=repeated, keep_with_next=number == len(rows) - 2) for number, row in enumerate(rows)]
    return [replace(head, before=theme.body.before + 4, keep_with_next=True), *rows]


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


def _least(block: Table, index: int, bold: Style, text: Style, divided: bool) -> float:
    cells = [(block.head[index], bold), *((row[index], text) for row in block.rows)]
    return max(
        least_width(spans(cell, (), style.text), rtl=direction_of(cell.language) == "rtl", divided=divided)
        for cell, style in cells
    )


def _row(
    cells: tuple[Prose, ...],
    at: Address,
    first: int,
    style: Style,
    pad: float,
    column: Column,
    widths: list[float],
    ended: list[bool],
    *,
    ground: str = "",
    rule: bool = False,
) -> Strip:
    x = column.x
    inside: list[list[Strip]] = []
    for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        room = Column(x + pad, width - 2 * pad, column.tag)
        lines = prose_strips(cell, (*at, first + index), style, room)
        inside.append([at_end(line, room) for line in lines] if ended[index] else lines)
        x += width
    total = max(height(lines) for lines in inside) + 2 * pad
    items: list[Placed] = []
    if ground:
        items.append(Placed(column.x, 0, Box(column.width, total, ground)))
    if rule:
        items.append(Placed(column.x, total - 0.6, Box(column.width, 0.6, MIST)))
    for lines in inside:
        items.extend(stacked(lines, y=pad))
    return Strip(total, tuple(items))
