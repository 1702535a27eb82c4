"""Numbers to call in rows: who, for what and when, then the number, large, at the end."""

from dataclasses import replace
from operator import itemgetter

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below, plain
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
_LEAST = 9.0  # points of type
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
    """Return a row across the column: who, the number on the same line, and below it what there is to say."""
    lines = list(below(card, at))
    end = _end(lines, replace(theme.phone, before=0), card, column)
    side = column.inset(0, _GAP + max((line.items[0].item.width for line in end), default=_LINE))
    (here, who), *more = lines
    name = prose_strips(who, here, theme.card_name, side)
    rest = _joined(more, theme, side) if more else []
    turned = bool(end) and _is_turned(who, column)
    top = _PAD + (max(_baseline(end) - _baseline(name) - _ABOVE_CAPITALS, 0.0) if end and not turned else 0.0)
    below_name = top + height(name)
    if turned:  # the number stands on the next line
        level = max(
            below_name - _ABOVE_CAPITALS, below_name + height(rest[:-1]) + _baseline(rest or end) - _baseline(end)
        )
        lowest = level + _baseline(end) - _baseline(rest) if rest else 0  # where the last line begins
        last = stacked(rest, y=lowest - height(rest[:-1]))
        items = [*stacked(name, y=top), *last, *stacked(end, y=level)]
        tall = max(level + height(end) - _ABOVE_CAPITALS, lowest + height(rest[-1:])) + _PAD
    else:
        number = stacked(end, y=top + _baseline(name) - _baseline(end)) if end else []
        items = [*stacked(name, y=top), *number, *stacked(rest, y=below_name)]
        tall = max(below_name + height(rest), _PAD + height(end)) + _PAD
    return Strip(tall, (*items, *([] if end else [_line(column, tall - 2 * _PAD)]), _rule(column, tall)))


def _is_turned(name: Paragraph, column: Column) -> bool:
    """Tell whether a name in a right-to-left page ends in a bracket: what is copied has a number on its wrong side."""
    return direction_of(column.tag) == "rtl" and not plain(name.text.inlines)[-1:].isalnum()


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
    """Return a cell's items and its height: the number on the last line of the name, or of what there is to say.

    Or it stands below the name, or beside everything: the way that is lowest, so that all have room on one page.
    """
    lines = list(below(card, at))
    name = resized(replace(theme.card_name, before=0), theme.body.text.size - 1)
    end = _end(lines, replace(name, text=replace(name.text, size=name.text.size + 2, colour=TEAL)), card, column)
    narrow = column.inset(0, max((line.items[0].item.width + _GAP / 2 for line in end), default=0))
    (here, who), *more = lines
    ways = []
    for side in (column, narrow)[: 1 if end and _is_turned(who, column) else 2]:
        words = prose_strips(who, here, name, side)
        level = 0.0
        if side is column and end:
            fits = words[-1].items[-1].item.width <= narrow.width and not _is_turned(who, column)
            level = height(words[:-1]) + _baseline(words[-1:]) - _baseline(end) if fits else height(words)
        elif end:
            level = _baseline(words) - _baseline(end)
        top = max(height(words), level + height(end))
        rest = _joined(more, theme, side) if more else []
        items = [*stacked(words, y=_PAD), *stacked(end, y=_PAD + level), *stacked(rest, y=_PAD + top)]
        ways.append((top + height(rest), items))
    words, rest = prose_strips(who, here, name, column), _joined(more, theme, column) if more else []
    turned = direction_of(column.tag) == "rtl" and bool(more) and more[-1][1].role == "url"
    if end and rest and not turned and rest[-1].items[-1].x + rest[-1].items[-1].item.width - column.x <= narrow.width:
        below_name = stacked(rest, y=_PAD + height(words))
        number = stacked(end, y=below_name[-1].y - _baseline(end))
        ways.append((height([*words, *rest]), [*stacked(words, y=_PAD), *below_name, *number]))
    tall, items = min(ways, key=itemgetter(0))
    if not (end or more):
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
        style = replace(style, text=replace(style.text, size=max(style.text.size * 0.75, _LEAST)))
    here, line = found
    return [at_end(each, column) for each in prose_strips(line, here, style, column)]
