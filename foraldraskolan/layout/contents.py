"""The contents: what is in a paper and on which page, a rule below each line."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Reference
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY, INK
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, centred, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import Theme, resized

_PAGE = 34.0  # the column of the pages' numbers
_PAD = 3.0  # above and below the words of a line
_RULE = 0.5
_MOST = 8  # lines below each other; more stand in two columns
_STRETCH, _STRETCH_IN_TWO = 1.2, 0.2  # less where there is more to come below: two languages take twice the room
_BETWEEN, _NARROW = 14.0, 180.0  # those columns, and the least that each of them is wide


def contents(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a line for each heading, many beside each other; they stand further apart where their page has room."""
    lines = list(below(box, at))
    width = (column.width - _BETWEEN) / 2
    if len(lines) <= _MOST or width < _NARROW or column.fold:
        rows = [line(block, here, theme, column) for here, block in lines]
    else:
        theme = replace(theme, card_name=resized(theme.card_name, theme.small.text.size + 1))
        long = (len(lines) + 1) // 2
        sides = (column, replace(column, x=column.x + width + _BETWEEN))
        cells = [
            line(block, here, theme, replace(sides[place >= long], width=width))
            for place, (here, block) in enumerate(lines)
        ]
        rows = [
            Strip(
                max(each.height for each in row),
                tuple(item for each in row for item in each.items),
                stretch=_STRETCH,
            )
            for row in ([*cells[place : place + 1], *cells[long + place : long + place + 1]] for place in range(long))
        ]
    return [replace(row, keep_with_next=index < len(rows) - 1) for index, row in enumerate(rows)]


def line(reference: Reference, at: Address, theme: Theme, column: Column) -> Strip:
    """Return a heading's text and what stands below it, then its page."""
    (here, text), *more = below(reference, at)
    words = column.inset(0, _PAGE) if column.fold is None else column.parted(_PAGE)
    name = replace(theme.card_name, text=replace(theme.card_name.text, weight=600), before=0)
    detail = replace(theme.small, text=replace(theme.small.text, colour=INK), before=0)
    lines = prose_strips(text, here, name, words)
    (page,) = literal(reference.page or "0", name, column, (at, "page"))
    lines += [each for there, about in more for each in prose_strips(about, there, detail, words)]
    tall = height(lines) + 2 * _PAD
    rule = Placed(column.x, tall - _RULE, Rect(column.width, _RULE, GREY))
    said = stacked(lines, y=_PAD)
    if column.fold is None:
        return Strip(tall, (rule, *said, *stacked([at_end(page, column)], y=_PAD)), stretch=_STRETCH)
    between = words.in_order([*stacked([centred(page, column)], y=_PAD), *said])
    return Strip(tall, (rule, *between), stretch=_STRETCH_IN_TWO)
