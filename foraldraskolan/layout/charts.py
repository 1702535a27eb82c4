"""Bar charts: bars lie down and grow from the start edge as the language reads, labels before them, values behind."""

from dataclasses import replace

from foraldraskolan.document.blocks import Chart
from foraldraskolan.document.document import Address
from foraldraskolan.layout.page import Box, Placed, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import GREY, MIST, TEAL, Theme

_LABELS = 0.4  # of the column is what labels take at most
_LEAST_BAR = 0.3  # of what they leave is the longest bar's at least
_GAP = 0.6  # between a label, its bar and its value, in sizes of their type
_THICK = 1.5  # a bar, in sizes of its label's type
_BETWEEN = 0.7  # from bar to bar, and to the source, likewise
_FIRST = 3  # the first bar's place among a chart's children: title, short title and alternative text come before it


def chart(block: Chart, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a chart: its title, one bar a value in one piece, its source."""
    result: list[Strip] = []
    if block.title.inlines:
        result.extend(prose_strips(block.title, (*at, 0), theme.chart_label, column))
    bars = _bars(block, at, theme, column)
    # The bars are painted first, as one figure; what is written beside them is a table.
    items = sorted(stacked(bars), key=lambda each: not isinstance(each.item, Box))
    result.append(Strip(height(bars), tuple(items), theme.body.before))
    if block.source.inlines:
        below = replace(theme.small, before=theme.chart_label.text.size * _BETWEEN)
        result.extend(prose_strips(block.source, (*at, _FIRST + len(block.bars)), below, column))
    last = len(result) - 1
    result = [replace(strip, keep_with_next=position < last) for position, strip in enumerate(result)]
    return [replace(result[0], before=theme.body.before + 8), *result[1:]]


def _bars(block: Chart, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a row for each bar; a gap has words where its bar would be."""
    look = theme.chart_label
    gap, thick = _GAP * look.text.size, _THICK * look.text.size
    grey = replace(look, text=replace(look.text, weight=400, colour=GREY))
    names = Column(column.x, column.width * _LABELS, column.tag)
    rows = [(bar, (*at, _FIRST + index)) for index, bar in enumerate(block.bars)]
    labels = [prose_strips(bar.label, (*here, 0), look, names) for bar, here in rows]
    side = column.inset(max(line.items[0].item.width for label in labels for line in label) + gap)
    # A value leaves its bar some of the room beside the labels; what stands in a gap has all of it.
    end = side.inset(0, gap + side.width * _LEAST_BAR)
    values = [
        prose_strips(bar.text, (*here, 1), *((grey, side) if bar.value is None else (look, end))) for bar, here in rows
    ]
    beside = [line for (bar, _), value in zip(rows, values, strict=True) if bar.value is not None for line in value]
    room = side.width - gap - max((line.items[0].item.width for line in beside), default=0)
    full = block.whole or max((bar.value or 0 for bar in block.bars), default=0) or 1
    result: list[Strip] = []
    for (bar, _), label, value in zip(rows, labels, values, strict=True):
        tall = max(height(label), height(value), thick)
        items = [*stacked(label, y=(tall - height(label)) / 2)]
        x = 0.0
        if bar.value is not None:
            x = room + gap
            top = (tall - thick) / 2
            if block.whole is not None:
                items.append(Placed(side.x, top, Box(room, thick, MIST, GREY, 0.5), (at, "figure")))
            items.append(Placed(side.x, top, Box(max(room * bar.value / full, 1), thick, TEAL), (at, "figure")))
        items.extend(stacked(value, x=x, y=(tall - height(value)) / 2))
        result.append(Strip(tall, tuple(items), look.text.size * _BETWEEN))
    return result
