"""Rows of boxes to tick, one box for each time, under a head that says which time it is."""

from dataclasses import replace

from foraldraskolan.document.form import Checks
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, below, plain
from foraldraskolan.layout.colours import GREY
from foraldraskolan.layout.page import Placed, Rect, Strip, Tick, as_artifact
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, stacked, together
from foraldraskolan.layout.theme import Theme

_BETWEEN = 6.0  # from a box to the next
_GAP = 5.0  # between words and boxes
_GAP_BETWEEN = 12.0  # the same, where they stand at both sides
_PAD = 2.2  # above and below a row
_THICK = 0.4


def checks(block: Checks, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the head and a strip for each row: its words, its boxes at the column's end, a rule below.

    The head comes again where the rows go on elsewhere.
    """
    texts = list(below(block, at))
    head, items = texts[: len(block.head)], texts[len(block.head) :]
    top = _head(head, theme, column)
    again = (as_artifact(top),)
    return [top, *together([[_row(item, here, head, theme, column, again)] for here, item in items])]


def _places(count: int, theme: Theme, column: Column) -> tuple[Column, list[Column]]:
    """Return where the words of a row stand, and each of its boxes: at its end, or between two languages."""
    step = theme.tick + _BETWEEN
    if column.fold is not None:
        wide = theme.tick + step * (count - 1)
        start = column.x + (column.width - wide) / 2
        boxes = [Column(start + step * number, theme.tick, column.tag) for number in range(count)]
        return column.parted(wide + 2 * _GAP_BETWEEN), boxes
    first = column.width - theme.tick - step * (count - 1)
    boxes = [Column(column.x + first + step * number, theme.tick, column.tag) for number in range(count)]
    return column.inset(0, column.width - first + _GAP), boxes


def _head(head: Cells, theme: Theme, column: Column) -> Strip:
    """Return what the times have in common, close to what each is called, which stands in the middle of its boxes."""
    (there, common), *times = head
    words, boxes = _places(len(times), theme, column)
    lines = prose_strips(common, there, theme.label, words)
    if column.fold is None:
        lines = [at_end(line, words) for line in lines]
    times_of: list[Placed] = []
    for (here, time), box in zip(times, boxes, strict=True):
        (line,) = prose_strips(time, here, theme.label, column)
        (called,) = line.items
        times_of.append(replace(called, x=box.x + (box.width - called.item.width) / 2, y=lines[-1].items[0].y))
    items = (*stacked(lines), *times_of) if column.fold is None else words.in_order([*times_of, *stacked(lines)])
    return Strip(height(lines), items, 2, keep_with_next=True)


def _row(item: Prose, at: Address, head: Cells, theme: Theme, column: Column, again: tuple[Strip, ...]) -> Strip:
    """Return a row; each box is a field that a screen reader calls by the words of the row and of its column."""
    (_, common), *times = head
    words, boxes = _places(len(times), theme, column)
    lines = [replace(line, before=0) for line in prose_strips(item, at, theme.item, words)]
    # The box and the first line have their middles on one level.
    lower = (theme.tick - theme.item.leading) / 2
    tall = 2 * _PAD + max(max(lower, 0) + height(lines), max(-lower, 0) + theme.tick)
    fields = [
        Placed(box.x, _PAD + max(-lower, 0), Tick(theme.tick, _called(item, common, time)), (at, f"field {number}"))
        for number, ((_, time), box) in enumerate(zip(times, boxes, strict=True), start=1)
    ]
    rule = Placed(column.x, tall - _THICK, Rect(column.width, _THICK, GREY))
    return Strip(tall, (*stacked(lines, y=_PAD + max(lower, 0)), *fields, rule), repeat=again)


def _called(*texts: Prose) -> str:
    item, *time = (plain(each.inlines) for each in texts)
    return f"{item}: {' '.join(time)}"
