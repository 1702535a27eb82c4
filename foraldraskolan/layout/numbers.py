"""Numbers to call in rows: who, for what and when, then the number, large, at the end."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.language import direction_of
from foraldraskolan.layout.colours import GREY, INK, RED, TEAL
from foraldraskolan.layout.numbers_between import numbers_between
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import MM, Style, Theme, resized
from foraldraskolan.typeset.glyphs import ARTIFACT, Span

_PAD = 1.75  # above and below a row's words
_GAP = 14.0  # between who and the number
_THICK = 0.5
_STRETCH = 0.05  # of each row, so that a page of them reaches its foot
_ABOVE_LINE = 8.0  # for a hand that writes
_ABOVE_CAPITALS = 4.0  # in a line of large numbers
_LINE = 42 * MM  # to write a number on
_BESIDE = 10.0  # between rows that stand side by side
_NARROW = 45.0  # sizes of small type: a column that is no wider has no room for two

Row = tuple[Address, Box]
Line = tuple[Address, Paragraph]


def numbers(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a row for each card, those of an inner box two beside each other; then when all were compared.

    They stand on one page if a page has room for them. Between two languages each has a row across the column.
    """
    if column.fold is not None:
        return numbers_between(box, at, theme, column)
    strips: list[Strip] = []
    for here, block in below(box, at):
        if not isinstance(block, Box):
            strips.extend(prose_strips(block, here, theme.small, column))
        elif block.look == "contacts":
            inside = list(below(block, here))
            cards = [(there, each) for there, each in inside if isinstance(each, Box)]
            across = 2 if column.width > _NARROW * theme.small.text.size else 1
            rows = (cards[start : start + across] for start in range(0, len(cards), across))
            strips.extend(_beside(row, theme, column, across) for row in rows)
            notes = (
                prose_strips(each, there, theme.small, column) for there, each in inside if not isinstance(each, Box)
            )
            strips.extend(line for lines in notes for line in lines)
        else:
            strips.append(_row(block, here, theme, column))
    strips = [strips[0], *(replace(strip, stretch=_STRETCH) for strip in strips[1:])]
    return [*(replace(strip, keep_with_next=True) for strip in strips[:-1]), *strips[-1:]]


def _row(card: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return a row across the column: who and the number on one line, and below it what there is to say.

    On a right-to-left page the number of every row stands on the last line instead, for a name may end in a bracket,
    and one beside it is copied on its wrong side.
    """
    lines = list(below(card, at))
    end, is_lowered = _end(lines, replace(theme.phone, before=0), card, column), _is_lowered(column)
    side = column.inset(0, _GAP + max((line.items[0].item.width for line in end), default=_LINE))
    (here, who), *more = lines
    name = prose_strips(who, here, theme.card_name, column if is_lowered else side)
    rest = _joined(more, theme, side if is_lowered else column) if more else []
    if end and is_lowered:
        below_name = _PAD + height(name)
        level = max(
            below_name - _ABOVE_CAPITALS, below_name + height(rest[:-1]) + _baseline(rest or end) - _baseline(end)
        )
        lowest = level + _baseline(end) - _baseline(rest) if rest else 0  # where the last line begins
        last = stacked(rest, y=lowest - height(rest[:-1]))
        items = [*stacked(name, y=_PAD), *last, *stacked(end, y=level)]
        tall = max(level + height(end) - _ABOVE_CAPITALS, lowest + height(rest[-1:])) + _PAD
    else:
        top = _PAD + (max(_baseline(end) - _baseline(name) - _ABOVE_CAPITALS, 0.0) if end else 0.0)
        number = stacked(end, y=top + _baseline(name) - _baseline(end)) if end else []
        items = [*stacked(name, y=top), *number, *stacked(rest, y=top + height(name))]
        tall = max(top + height([*name, *rest]), _PAD + height(end)) + _PAD
    if not end and all(line.role != "url" for _, line in more):
        items.append(_line(column, tall - 2 * _PAD))
    return Strip(tall, (*items, _rule(column, tall)))


def _is_lowered(column: Column) -> bool:
    return direction_of(column.tag) == "rtl"


def _baseline(lines: list[Strip]) -> float:
    """Return how far down the first line of some stands."""
    return lines[0].items[0].y


def _beside(row: list[Row], theme: Theme, column: Column, across: int) -> Strip:
    """Return a row of cells: who and the number on one line, if that has room, and below it what there is to say."""
    width = (column.width - _BESIDE * (across - 1)) / across
    sides = [Column(column.x + place * (width + _BESIDE), width, column.tag) for place in range(across)]
    cells = [_cell(card, at, theme, side) for (at, card), side in zip(row, sides, strict=False)]
    tall = max(high for _, high in cells)
    rules = [_rule(side, tall) for side, _ in zip(sides, cells, strict=False)]
    return Strip(tall, (*(item for items, _ in cells for item in items), *rules))


def _cell(card: Box, at: Address, theme: Theme, column: Column) -> tuple[list[Placed], float]:
    """Return a cell's items and its height: who, the number as in a row across the column, what there is to say."""
    lines = list(below(card, at))
    look = resized(replace(theme.card_name, before=0), theme.body.text.size - 1)
    end = _end(lines, replace(look, text=replace(look.text, size=look.text.size + 2, colour=TEAL)), card, column)
    narrow = column.inset(0, max((line.items[0].item.width + _GAP / 2 for line in end), default=0))
    (here, who), *more = lines
    is_lowered = _is_lowered(column)
    name = prose_strips(who, here, look, column if is_lowered else narrow)
    rest = _joined(more, theme, column) if more else []
    words = [*name, *rest]
    tall = height(words)
    items = stacked(words, y=_PAD)
    if end and is_lowered:
        # It is as high as two of the small lines.
        has_room = rest and all(line.items[-1].item.width <= narrow.width for line in rest[-2:])
        level = items[-1].y - _baseline(end) if has_room else _PAD + tall
        items += stacked(end, y=level)
        tall += 0.0 if has_room else height(end)
    elif end:
        items += stacked(end, y=_PAD + _baseline(name) - _baseline(end))
    elif not more:
        tall += _ABOVE_LINE
        items.append(_line(column, _PAD + tall - 2))
    return items, tall + 2 * _PAD


def _rule(column: Column, tall: float) -> Placed:
    return Placed(column.x, tall - _THICK, Rect(column.width, _THICK, GREY))


def _line(column: Column, y: float) -> Placed:
    """Return a line to write a number on, at the end of a column."""
    wide = min(_LINE, column.width)
    return Placed(column.x + column.width - wide, y, Rect(wide, _THICK, INK))


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
            gap = replace(text[-1], text=" ", isolate=False, kept=False, language=column.tag)
            text += [gap, replace(gap, text="· ", mark=ARTIFACT)]  # a dot is for the eye
        text += own
    return strips(text, column.tag, style, column)


def _end(lines: list[Line], style: Style, card: Box, column: Column) -> list[Strip]:
    """Take the number from the lines, and return it for the end of a row."""
    found = next((line for line in lines if line[1].role == "phone"), None)
    if found is None:
        return []
    lines.remove(found)
    if card.look == "urgent card":
        style = replace(style, text=replace(style.text, colour=RED))
    here, line = found
    return [at_end(each, column) for each in prose_strips(line, here, style, column)]
