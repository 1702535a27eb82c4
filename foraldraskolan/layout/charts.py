"""Bar charts: bars lie down and grow from the start edge as the language reads, labels before them, values behind."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Bars, Box, Figure, Paragraph, Table
from foraldraskolan.document.walk import Address, Cells, below, cells
from foraldraskolan.layout.colours import GREY, MIST, TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Style, Theme
from foraldraskolan.typeset.glyphs import Mark

_LABELS = 0.4  # of the column is what labels take at most
_LEAST_BAR = 0.3  # of what they leave is the longest bar's at least
_GAP = 0.6  # between a label, its bar and its value, in sizes of their type
_THICK = 1.5  # a bar, in sizes of its label's type
_BETWEEN = 0.7  # from bar to bar, and to the source, likewise


def chart(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a chart: its title, one bar a value in one piece, its source."""
    result: list[Strip] = []
    bars, figure = Bars((), None), at
    for here, block in below(box, at):
        match block:
            case Figure(Bars() as art):
                bars, figure = art, here
            case Table():
                lines = _bars(bars, (figure, "figure"), cells(block, here)[1], theme, column.whole)
                # The bars are painted first, as one figure; what is written beside them is a table.
                items = sorted(stacked(lines), key=lambda each: not isinstance(each.item, Rect))
                result.append(Strip(height(lines), tuple(items), theme.body.before))
            case _:
                result.extend(prose_strips(block, here, _style(block, theme), column))
    last = len(result) - 1
    result = [replace(strip, keep_with_next=position < last) for position, strip in enumerate(result)]
    return [replace(result[0], before=theme.body.before + 8), *result[1:]]


def _style(block: Paragraph, theme: Theme) -> Style:
    label = theme.chart_label
    return label if block.role == "title" else replace(theme.small, before=label.text.size * _BETWEEN)


def _bars(bars: Bars, mark: Mark, rows: Sequence[Cells], theme: Theme, column: Column) -> list[Strip]:
    """Return a row for each bar; a gap has words where its bar would be."""
    look = theme.chart_label
    gap, thick = _GAP * look.text.size, _THICK * look.text.size
    grey = replace(look, text=replace(look.text, weight=400, colour=GREY))
    names = Column(column.x, column.width * _LABELS, column.tag)
    labels = [prose_strips(label, at, look, names) for (at, label), _ in rows]
    side = column.inset(max(line.items[0].item.width for label in labels for line in label) + gap)
    # A value leaves its bar some of the room beside the labels; what stands in a gap has all of it.
    end = side.inset(0, gap + side.width * _LEAST_BAR)
    texts = [
        prose_strips(text, at, *((grey, side) if value is None else (look, end)))
        for value, (_, (at, text)) in zip(bars.values, rows, strict=True)
    ]
    beside = [line for value, text in zip(bars.values, texts, strict=True) if value is not None for line in text]
    room = side.width - gap - max((line.items[0].item.width for line in beside), default=0)
    full = bars.whole or max((value or 0 for value in bars.values), default=0) or 1
    result: list[Strip] = []
    for value, label, text in zip(bars.values, labels, texts, strict=True):
        tall = max(height(label), height(text), thick)
        items = [*stacked(label, y=(tall - height(label)) / 2)]
        x = 0.0
        if value is not None:
            x = room + gap
            top = (tall - thick) / 2
            if bars.whole is not None:
                items.append(Placed(side.x, top, Rect(room, thick, MIST, GREY, 0.5), mark))
            items.append(Placed(side.x, top, Rect(max(room * value / full, 1), thick, TEAL), mark))
        items.extend(stacked(text, x=x, y=(tall - height(text)) / 2))
        result.append(Strip(tall, tuple(items), look.text.size * _BETWEEN))
    return result
