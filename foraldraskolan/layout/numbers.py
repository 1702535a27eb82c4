"""Numbers to call in rows: who, for what and when, then the number, large, at the end."""

from dataclasses import replace
from operator import itemgetter

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY, INK, RED, TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import MM, Style, Theme, resized
from foraldraskolan.typeset.glyphs import Span

_PAD = 2.0  # above and below a row's words
_GAP = 14.0  # between who and the number
_THICK = 0.5
_LINE = 42 * MM  # to write a number on
_BESIDE = 10.0  # between rows that stand side by side

Row = tuple[Address, Box]
Line = tuple[Address, Paragraph]


def numbers(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a row for each card, those of an inner box two beside each other; then when all were compared.

    They stand on one page if a page has room for them.
    """
    strips: list[Strip] = []
    for here, block in below(box, at):
        if not isinstance(block, Box):
            strips.extend(prose_strips(block, here, theme.small, column))
        elif block.look == "contacts":
            cards = list(below(block, here))
            rows = (cards[start : start + 2] for start in range(0, len(cards), 2))
            strips.extend(_beside(row, theme, column) for row in rows)
        else:
            strips.append(_row(block, here, theme, column))
    return [*(replace(strip, keep_with_next=True) for strip in strips[:-1]), *strips[-1:]]


def _row(card: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return a row across the column: who, in the middle of its height, and the number."""
    lines = list(below(card, at))
    end = _end(lines, replace(theme.phone, before=0), card, column)
    side = column.inset(0, _GAP + max((line.items[0].item.width for line in end), default=_LINE))
    words = _who(lines, theme.card_name, theme, side)
    tall = max(height(words), height(end)) + 2 * _PAD
    items = [*stacked(words, y=(tall - height(words)) / 2), *stacked(end, y=(tall - height(end)) / 2)]
    if not end:
        items.append(_line(column, tall - 2 * _PAD))
    return Strip(tall, (*items, _rule(column, tall)))


def _beside(row: list[Row], theme: Theme, column: Column) -> Strip:
    """Return a row of two: who and the number on one line, if that has room, and below it what there is to say."""
    width = (column.width - _BESIDE) / 2
    sides = [Column(column.x + place * (width + _BESIDE), width, column.tag) for place in (0, 1)]
    cells = [_cell(card, at, theme, side) for (at, card), side in zip(row, sides, strict=False)]
    tall = max(high for _, high in cells)
    rules = [_rule(side, tall) for side, _ in zip(sides, cells, strict=False)]
    return Strip(tall, (*(item for items, _ in cells for item in items), *rules))


def _cell(card: Box, at: Address, theme: Theme, column: Column) -> tuple[list[Placed], float]:
    """Return a cell's items and its height: the number beside the name, or beside all there is to say, or between."""
    lines = list(below(card, at))
    name = resized(replace(theme.card_name, before=0), theme.body.text.size - 0.5)
    end = _end(lines, replace(name, text=replace(name.text, size=name.text.size + 2, colour=TEAL)), card, column)
    narrow = column.inset(0, max((line.items[0].item.width + _GAP / 2 for line in end), default=0))
    (here, who), *more = lines
    ways = []
    for side in (column, narrow):
        words = prose_strips(who, here, name, side)
        if side is column and end and words[-1].items[-1].item.width > narrow.width:
            words.append(Strip(end[0].height, ()))
        level = max(height(words) - height(end), 0) if side is column else 0.0
        words += _joined(more, theme, side) if more else []
        ways.append((max(height(words), height(end)), [*stacked(words, y=_PAD), *stacked(end, y=_PAD + level)]))
    tall, items = min(ways, key=itemgetter(0))
    if not (end or more):
        items.append(_line(column, _PAD + tall - 2))
    return items, tall + 2 * _PAD


def _rule(column: Column, tall: float) -> Placed:
    return Placed(column.x, tall - _THICK, Rect(column.width, _THICK, GREY))


def _line(column: Column, y: float) -> Placed:
    """Return a line to write a number on, at the end of a column."""
    wide = min(_LINE, column.width)
    return Placed(column.x + column.width - wide, y, Rect(wide, _THICK, INK))


def _who(lines: list[Line], style: Style, theme: Theme, column: Column) -> list[Strip]:
    """Return who it is, and below it what there is to say."""
    (here, name), *more = lines
    words = prose_strips(name, here, style, column)
    return [*words, *_joined(more, theme, column)] if more else words


def _joined(lines: list[Line], theme: Theme, column: Column) -> list[Strip]:
    """Return what more there is to say of somebody, one after the other."""
    style = replace(theme.small, text=replace(theme.small.text, colour=INK), before=0)
    text: list[Span] = []
    for here, block in lines:
        ((there, prose),) = below(block, here)
        own = spans(prose, there, style.text)
        if prose.language != column.tag:
            own = [replace(span, isolate=True) for span in own]
        if text:
            text.append(replace(text[-1], text=" · ", isolate=False, kept=False, language=column.tag))
        text += own
    return strips(text, column.tag, style, column)


def _end(lines: list[Line], style: Style, card: Box, column: Column) -> list[Strip]:
    """Take the number from the lines, or an address where there is none, and return it for the end of a row."""
    role, found = next(
        ((role, line) for role in ("phone", "url") for line in lines if line[1].role == role), ("", None)
    )
    if found is None:
        return []
    lines.remove(found)
    if card.look == "urgent card":
        style = replace(style, text=replace(style.text, colour=RED))
    elif role == "url":
        style = replace(style, text=replace(style.text, size=style.text.size * 0.75))
    here, line = found
    return [at_end(each, column) for each in prose_strips(line, here, style, column)]
