"""Numbers to call between two languages: who, for what and when at either side of each number, which stands once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY, INK, RED
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, centred, height, prose_strips, spans, stacked, strips, swedish_spans
from foraldraskolan.layout.theme import Style, Theme, resized
from foraldraskolan.typeset.glyphs import ARTIFACT, Mark, Span

_BETWEEN = 9.0  # a number and the words beside it
_NUMBER = "000-000 00 00"  # as wide as any
_PAD = 3.0
_THICK = 0.5
_TO_WRITE = 22.0  # a row, for a hand
_URL = 0.55  # of a number's size
_STRETCH = 0.05

Row = tuple[Address, Box]
Line = tuple[Address, Paragraph]


def numbers_between(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a row for each card, then when all were compared; none is parted, and no first row ends a page."""
    rows = [row_between(card, here, theme, column) for here, card in _cards(box, at)]
    notes = [line for here, each in _notes(box, at) for line in prose_strips(each, here, theme.small, column)]
    kept = (0, len(rows) - 1)
    rows = [
        replace(row, keep_with_next=number in kept, stretch=0 if number == len(rows) - 1 else _STRETCH)
        for number, row in enumerate(rows)
    ]
    return [*rows, *notes]


def _cards(box: Box, at: Address) -> Iterator[Row]:
    for here, block in below(box, at):
        if isinstance(block, Box):
            yield from _cards(block, here) if block.look == "contacts" else [(here, block)]


def _notes(box: Box, at: Address) -> Iterator[Line]:
    for here, block in below(box, at):
        if isinstance(block, Paragraph):
            yield here, block
        elif isinstance(block, Box) and block.look == "contacts":
            yield from _notes(block, here)


def row_between(card: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return one row: the number, or else an address or a line to write on, in the middle of the column."""
    middle = _middle(theme.phone, column)
    folded = column.parted(middle.width + 2 * _BETWEEN)
    lines = list(below(card, at))
    number = [line for line in lines if line[1].role == "phone"]
    site = [line for line in lines if line[1].role == "url"]
    words = [line for line in lines if line not in (*number, *site)]
    own, swedish = (_words(words, theme, cell, second=second) for second, cell in enumerate(folded.cells))
    style = replace(theme.phone, before=0)
    if card.look == "urgent card":
        style = replace(style, text=replace(style.text, colour=RED))
    called = [line for here, each in number for line in _centred(each, here, style, middle)]
    small = resized(style, style.text.size * _URL)
    called += [line for here, each in site for line in _centred(each, here, small, middle)]
    level = _baseline(called) - _baseline(own) if number else 0.0
    y = _PAD + max(level, 0.0) * 0.5
    tall = max(y + height(own), y + height(swedish), y - level + height(called), _TO_WRITE) + _PAD
    words_of = folded.in_order([*stacked(own, y=y), *folded.turned(stacked(swedish, y=y))])
    items = [*words_of, *stacked(called, y=y - level)]
    if not called:
        items.append(Placed(middle.x, tall - _PAD - 2, Rect(middle.width, _THICK, INK)))
    items.append(Placed(column.x, tall - _THICK, Rect(column.width, _THICK, GREY)))
    return Strip(tall, tuple(items))


def _middle(phone: Style, column: Column) -> Column:
    (line,) = strips([Span(_NUMBER, phone.text, column.tag, ARTIFACT, kept=True)], "sv", phone, column.whole)
    wide = line.items[0].item.width
    return Column(column.x + (column.width - wide) / 2, wide, column.tag)


def _centred(block: Paragraph, at: Address, style: Style, column: Column) -> list[Strip]:
    return [centred(line, column) for line in prose_strips(block, at, style, column)]


def _words(lines: Sequence[Line], theme: Theme, column: Column, *, second: int) -> list[Strip]:
    """Return who it is, and below it what more there is to say, in one of the languages.

    What is the same in both has been told when it is said in the second.
    """
    name = replace(theme.card_name, before=0)
    small = replace(theme.small, text=replace(theme.small.text, colour=INK), before=0)
    (here, who), *more = lines
    result = strips(_said(here, who, name, second), column.tag if second else who.text.language, name, column)
    text: list[Span] = []
    for there, block in more:
        own = _said(there, block, small, second)
        if text:
            gap = replace(own[0], text=" · ", mark=ARTIFACT, isolate=False, kept=False, language=column.tag)
            text.append(gap)
        text += own
    return [*result, *(strips(text, column.tag, small, column) if text else [])]


def _said(at: Address, block: Paragraph, style: Style, second: int) -> list[Span]:
    ((here, prose),) = below(block, at)
    mark: Mark | None = None
    if second:
        shared = spans(prose, here, style.text) == swedish_spans(prose, here, style.text)
        mark = ARTIFACT if shared else None
        return swedish_spans(prose, here, style.text, mark)
    return spans(prose, here, style.text)


def _baseline(lines: Sequence[Strip]) -> float:
    return lines[0].items[0].y
