"""Bar charts: bars lie down and grow from the start edge as the language reads, each with its label and its value."""

from dataclasses import replace

from foraldraskolan.document.blocks import Chart
from foraldraskolan.document.document import Address
from foraldraskolan.layout.page import Box, Placed, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import GREY, MIST, TEAL, Theme

_VALUE = 3.4  # room for a value beside its bar at least, in sizes of its type
_GAP = 0.6  # between a bar and its value


def chart(block: Chart, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a chart: its title, one bar a value, its source."""
    result: list[Strip] = []
    if block.title.inlines:
        result.extend(prose_strips(block.title, (*at, 0), theme.chart_label, column))
    figure = (at, "figure")
    size = theme.chart_label.text.size
    thick = size * 1.5
    values = [prose_strips(bar.text, (), theme.chart_label, column, figure)[0].items[0] for bar in block.bars]
    room = column.width - max(_VALUE * size, *(value.item.width + _GAP * size for value in values))
    largest = 100.0 if block.unit == "percent" else max(bar.value for bar in block.bars) or 1.0
    bars: list[Strip] = []
    for bar, value in zip(block.bars, values, strict=True):
        label = prose_strips(bar.label, (), theme.chart_label, column, figure)
        length = max(room * bar.value / largest, 1)
        top = height(label) + 3
        items = (
            *stacked(label),
            Placed(column.x, top, Box(room, thick, MIST, GREY, 0.5), figure),
            Placed(column.x, top, Box(length, thick, TEAL), figure),
            Placed(
                column.x + room + _GAP * size,
                top + value.y + (thick - theme.chart_label.leading) / 2,
                value.item,
                value.mark,
            ),
        )
        bars.append(Strip(top + thick, items, size * 0.7))
    result.append(Strip(height(bars), tuple(stacked(bars)), theme.body.before))
    if block.source.inlines:
        index = 3 + len(block.bars)  # title, short, alt and the bars come before it
        result.extend(prose_strips(block.source, (*at, index), theme.small, column))
    last = len(result) - 1
    result = [replace(strip, keep_with_next=position < last) for position, strip in enumerate(result)]
    return [replace(result[0], before=theme.body.before + 8), *result[1:]]
