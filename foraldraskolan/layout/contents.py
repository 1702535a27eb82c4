"""The contents: what is in a paper and on which page, a rule below each line."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Reference
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY, INK
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import Theme

_PAGE = 34.0  # the column of the pages' numbers
_PAD = 4.0  # above and below the words of a line
_RULE = 0.5


def contents(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a line for each heading, which can stand further apart where its page has room."""
    lines = [_line(block, here, theme, column) for here, block in below(box, at)]
    return [replace(line, keep_with_next=index < len(lines) - 1) for index, line in enumerate(lines)]


def _line(line: Reference, at: Address, theme: Theme, column: Column) -> Strip:
    (here, text), *more = below(line, at)
    words = column.inset(0, _PAGE)
    name = replace(theme.card_name, text=replace(theme.card_name.text, weight=600), before=0)
    detail = replace(theme.small, text=replace(theme.small.text, colour=INK), before=0)
    lines = prose_strips(text, here, name, words)
    (page,) = literal(line.page or "0", name, column, (at, "page"))
    lines += [each for there, about in more for each in prose_strips(about, there, detail, words)]
    tall = height(lines) + 2 * _PAD
    rule = Placed(column.x, tall - _RULE, Rect(column.width, _RULE, GREY))
    return Strip(tall, (rule, *stacked(lines, y=_PAD), *stacked([at_end(page, column)], y=_PAD)), stretch=1)
