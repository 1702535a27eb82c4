"""What of a letter is for a pen: the line to sign on, the slip to answer on."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Heading, List, Paragraph
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import INK
from foraldraskolan.layout.page import Placed, Rect, Strip, Tick
from foraldraskolan.layout.text import Column, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import MM, Theme
from foraldraskolan.typeset.linebreak import SEPARATOR

_ROW, _LEAST = 1.75, 18.0  # height of a slip's row in sizes of its type, and in points what a hand needs
_SWEDISH = 52 * MM  # of a slip is for what its reader understands
_LATIN = 1.15  # sizes from one line of that to the next, whatever script is beside it
_GAP = 8.0
_THICK = 0.8
_SIGNATURE = 70 * MM  # the line to sign on
_SHORTEST, _LONGEST = 15 * MM, 90 * MM  # a line for a number, and for a name
_BELOW = 2.0  # from where letters stand to the line that one writes on


def signature(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a line to sign on, and below it who signs, in one piece."""
    names = [
        line
        for here, name in below(box, at)
        for line in prose_strips(name, here, replace(theme.small, before=2), column)
    ]
    hand = theme.body.leading * 1.6
    rule = Placed(column.x, hand, Rect(_SIGNATURE, _THICK, INK))
    return [Strip(hand + 3 + height(names), (rule, *stacked(names, y=hand + 3)))]


def reply_slip(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the rows of a slip, each in one piece: a text that ends in a colon has a line to write on after it.

    What is said in Swedish too, after a line break, stands at the row's end.
    """
    rows: list[Strip] = []
    for here, block in below(box, at):
        match block:
            case Heading():
                rows.extend(
                    replace(line, keep_with_next=True) for line in prose_strips(block, here, theme.heading2, column)
                )
            case Paragraph(text):
                ((there, _),) = below(block, here)
                rows.append(_row(text, there, theme, column))
            case List():
                for there, item in below(block, here):
                    row = _row(item, there, theme, column.inset(theme.tick + 6))
                    tick = Placed(column.x, (row.height - theme.tick) / 2, Tick(theme.tick))
                    rows.append(replace(row, items=(tick, *row.items)))
    return rows


def _row(text: Prose, at: Address, theme: Theme, column: Column) -> Strip:
    """Return a row of a slip: its text, a line to write on, the same in Swedish."""
    style = replace(theme.item, before=0)
    small = replace(theme.small, leading=_LATIN * theme.small.text.size, wrap="balanced")
    said = spans(text, at, style.text)
    parted = next((index for index, span in enumerate(said, 1) if span.text == SEPARATOR), len(said))
    swedish = [replace(span, style=small.text) for span in said[parted:]]
    start = column.inset(0, _SWEDISH + _GAP) if swedish else column
    side = Column(column.x + column.width - _SWEDISH, _SWEDISH, column.tag)
    own = _with_line(text, strips(said[:parted], text.language, style, start), start)
    beside = strips(swedish, swedish[0].language, small, side, own_side=True) if swedish else []
    # Both begin on one baseline: who copies lines that lie between each other gets them mixed.
    level = own[0].items[0].y - beside[0].items[0].y if beside else 0.0
    tall = max(_ROW * style.text.size, _LEAST, height(own), 2 * (level + height(beside)) - height(own))
    y = (tall - height(own)) / 2
    return Strip(tall, (*stacked(own, y=y), *stacked(beside, y=y + level)))


def _with_line(text: Prose, lines: list[Strip], column: Column) -> list[Strip]:
    """Return the lines of a text with one to write on after them, if what it is translated from asks for it."""
    if not text.source.endswith(":"):
        return lines
    *above, last = lines
    (words,) = last.items
    used = words.item.width + _GAP
    if column.width - used < _SHORTEST:
        rule = Placed(column.x, _LEAST - _BELOW, Rect(min(column.width, _LONGEST), _THICK, INK))
        return [*lines, Strip(_LEAST, (rule,))]
    rule = Placed(column.x + used, words.y + _BELOW, Rect(min(column.width - used, _LONGEST), _THICK, INK))
    return [*above, replace(last, items=(words, rule))]
