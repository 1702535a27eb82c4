"""Whom to call: three rows on a slide, the name at the start, the number large at the end."""

from dataclasses import replace

from foraldraskolan.document.form import Box
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import GREY, INK, RED, TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.slides.slide import MARGIN, ROOM, SEEN, Addressed, Laid, Slide, head, parts_of
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, resized, style

_NAME = style(30, 36, 600, INK, wrap="balanced")
_NUMBER = style(54, 60, 700, TEAL)
_HIGHEST, _LEAST = 100.0, 76.0
_BETWEEN = 30.0  # from a name to its number
PHONE = replace(SCREEN, lead=style(28, 36, 600, INK, 10, "balanced"), body=style(28, 36, 400, INK, 10, "balanced"))


def set_phone(slide: Slide, theme: Theme, tag: str) -> Laid:
    """Set the cards as rows of one height between rules, what else there is to say below them."""
    column = Column(MARGIN, ROOM, tag)
    titles, top = head(slide, theme, column)
    cards: list[tuple[Address, Box]] = []
    others: list[Addressed] = []
    for at, block in slide.blocks:
        if isinstance(block, Box) and block.look == "contacts":
            for here, inner in below(block, at):
                (cards if isinstance(inner, Box) else others).append((here, inner))
        else:
            others.append((at, block))
    after = parts_of(others, theme, column)
    room = SEEN - top - (height(after) + 14 if after else 0)
    high = max(min(_HIGHEST, room / max(len(cards), 1)), _LEAST)
    rows = [_row(card, at, column, high) for at, card in cards]
    end = top + height(rows) + (14 + height(after) if after else 0)
    return Laid([*titles, *stacked(rows, y=top), *stacked(after, y=top + height(rows) + 14)], end)


def _row(card: Box, at: Address, column: Column, high: float) -> Strip:
    """Return a name with its number, as many lines as the name needs in the middle of the row."""
    look = _NUMBER
    if card.look == "urgent card":
        look = replace(look, text=replace(look.text, colour=RED))
    lines = list(below(card, at))
    numbers = [(here, line) for here, line in lines if line.role == "phone"]
    number = [line for here, text in numbers for line in prose_strips(text, here, look, column)]
    wide = max((line.items[0].item.width for line in number), default=0.0)
    side = column.inset(0, wide + _BETWEEN if number else 0)
    name = [
        line
        for here, text in lines
        if (here, text) not in numbers
        for line in prose_strips(text, here, _NAME if text.role == "name" else resized(_NAME, 24), side)
    ]
    total = max(high, height(name) + 8)
    rule = Placed(column.x, total - 1.2, Rect(column.width, 1.2, GREY))
    ended = [at_end(line, column) for line in number]
    items = [*stacked(name, y=(total - height(name)) / 2), *stacked(ended, y=(total - height(ended)) / 2), rule]
    return Strip(total, tuple(items))
