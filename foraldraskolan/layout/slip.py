"""What of a letter is for a pen: the frame that says when and where, the line to sign on, the slip to answer on."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Heading, List, Paragraph
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import INK
from foraldraskolan.layout.page import Placed, Rect, Strip, Tick
from foraldraskolan.layout.text import Column, height, prose_strips, spans, stacked, strips
from foraldraskolan.layout.theme import MM, Theme
from foraldraskolan.typeset.glyphs import Span
from foraldraskolan.typeset.linebreak import SEPARATOR

_ROW = 21.0  # points from one row of a slip to the next: as much as a hand needs
_SWEDISH = 57 * MM  # of a slip is for what its reader understands
_GAP = 8.0
_THICK = 0.8
_SIGNATURE = 70 * MM  # the line to sign on
_LONGEST = 90 * MM  # a line for a name


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
    said = spans(text, at, style.text)
    parted = next((index for index, span in enumerate(said, 1) if span.text == SEPARATOR), len(said))
    own, swedish = said[:parted], said[parted:]
    start = column.inset(0, _SWEDISH + _GAP) if swedish else column
    lines = strips(own, text.language, style, start)
    items: list[Placed] = []
    tall = max(_ROW, height(lines))
    items += stacked(lines, y=(tall - height(lines)) / 2)
    last = items[-1]
    if _text(own).rstrip().endswith((":", "؛")):
        used = last.item.width + _GAP
        items.append(Placed(start.x + used, last.y + 2, Rect(min(start.width - used, _LONGEST), _THICK, INK)))
    if swedish:
        side = Column(column.x + column.width - _SWEDISH, _SWEDISH, column.tag)
        small = [replace(span, style=replace(theme.small.text, size=theme.small.text.size)) for span in swedish]
        beside = strips(small, swedish[0].language, theme.small, side, own_side=True)
        items += stacked(beside, y=(tall - height(beside)) / 2)
    return Strip(tall, tuple(items))


def _text(said: Sequence[Span]) -> str:
    return "".join(span.text for span in said if span.text != SEPARATOR)
