"""Merged cells: one text that stands in several rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foraldraskolan.record import record
from foraldraskolan.spreadsheet.row_limits import RowLimits
from foraldraskolan.spreadsheet.workbook import Row


@record
class Area:
    """Cells that are one: rows counted from 1, columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


def with_merged(rows: Sequence[Row], areas: Iterable[Area], limits: RowLimits) -> list[Row]:
    """Return the rows, which rise, with the text of each merged area in its first column of every row that it covers.

    What else stands in an area is covered by it, and nobody sees it. A row with nothing else in it stays away. Raises
    ProblemsFound if that makes more than a list has.
    """
    numbers = [row.number for row in rows]
    cells = [list(row.cells) for row in rows]
    merged: list[set[int]] = [set() for _ in rows]
    for area in areas:
        first, end = bisect_left(numbers, area.top), bisect_right(numbers, area.bottom)
        text = rows[first].cell(area.left) if first < end and numbers[first] == area.top else ""
        for at in range(first, end):
            covered = range(area.left, min(area.right + 1, len(cells[at])))
            limits.filled(numbers[at], [text, *[""] * len(covered)])
            cells[at] += [""] * (area.left + 1 - len(cells[at]) if text else 0)
            for column in covered:
                cells[at][column] = ""
            if text:
                cells[at][area.left] = text
            if numbers[at] > area.top:
                merged[at].add(area.left)
    return [replace(row, cells=tuple(cells[at]), merged=frozenset(merged[at])) for at, row in enumerate(rows)]
