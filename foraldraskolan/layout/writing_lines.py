"""Lines to write on with a pen, each after the word for what is written there."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Style, Theme

_LEAST = 60.0  # points: a date or a name needs as much
_HAND = 24.0  # points from one line to the next: as much as a hand needs
_THICK = 0.6
_GAP = 5.0  # between a word and its line
_BETWEEN = 12.0  # lines beside each other
_MOST = 3  # short words in one row; where there are more, two


def to_write_on(block: Paragraph, at: Address, style: Style, column: Column) -> list[Strip]:
    """Return a word with a line to write on after it, or below where there is little room, in one piece."""
    words = prose_strips(block, at, style, column)
    used = words[-1].items[-1].item.width + _GAP
    tall, top = height(words), max(_HAND - style.leading, 0)
    if column.width - used < _LEAST:
        used, tall = 0, tall + _HAND
    rule = Placed(column.x + used, top + tall - _THICK, Rect(column.width - used, _THICK, GREY))
    return [Strip(top + tall, (*stacked(words, y=top), rule), style.before)]


def beside_each_other(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the words of a box beside each other, each with its line."""
    words = list(below(box, at))
    across = len(words) if len(words) <= _MOST else 2
    wide = (column.width - _BETWEEN * (across - 1)) / across
    sides = [Column(column.x + number * (wide + _BETWEEN), wide, column.tag) for number in range(across)]
    look = replace(theme.item, before=0)
    rows: list[Strip] = []
    for start in range(0, len(words), across):
        row = zip(words[start : start + across], sides, strict=False)
        cells = [to_write_on(word, here, look, side)[0] for (here, word), side in row]
        tallest = max(cell.height for cell in cells)
        # Their lines stand on one level, be a word two lines long.
        items = tuple(replace(each, y=each.y + tallest - cell.height) for cell in cells for each in cell.items)
        rows.append(Strip(tallest, items, 0 if rows else theme.body.before, rather_with_next=True))
    return rows
