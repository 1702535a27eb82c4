"""Lines to write on with a pen, each after or below the word for what is written there."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme

_LEAST = 60.0  # points: a date or a number needs as much
_HAND = 24.0  # points from one line to the next: as much as a hand needs
_THICK = 0.6
_GAP = 5.0  # between a word and its line
_BETWEEN = 12.0  # lines beside each other
_MOST = 3  # short words in one row; where there are more, two

Words = tuple[Address, Paragraph]


def to_write_on(block: Paragraph, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a word with its line, in one piece."""
    return [_row([(at, block)], theme, [column])]


def beside_each_other(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the words of a box beside each other, each with its line."""
    words = list(below(box, at))
    across = len(words) if len(words) <= _MOST else 2
    wide = (column.width - _BETWEEN * (across - 1)) / across
    sides = [Column(column.x + number * (wide + _BETWEEN), wide, column.tag) for number in range(across)]
    rows = [_row(words[start : start + across], theme, sides) for start in range(0, len(words), across)]
    return [replace(rows[0], before=theme.body.before), *rows[1:]]


def _row(words: Sequence[Words], theme: Theme, sides: Sequence[Column]) -> Strip:
    """Return words on one level, and their lines on one: right after all of them, or below where one is long."""
    look = replace(theme.item, before=0)
    cells = [(prose_strips(word, at, look, side), side) for (at, word), side in zip(words, sides, strict=False)]
    used = [max(line.items[0].item.width for line in lines) + _GAP for lines, _ in cells]
    after = all(
        len(lines) == 1 and side.width - taken >= _LEAST for (lines, side), taken in zip(cells, used, strict=True)
    )
    top = max(_HAND - look.leading, 0) if after else 0
    tall = top + max(height(lines) for lines, _ in cells) + (0 if after else _HAND)
    items: list[Placed] = []
    for (lines, side), taken in zip(cells, used, strict=True):
        start = taken if after else 0
        items.extend(stacked(lines, y=top))
        items.append(Placed(side.x + start, tall - _THICK, Rect(side.width - start, _THICK, GREY)))
    return Strip(tall, tuple(items), rather_with_next=True)
