"""Contact cards: the number to call set large, its groups apart, on one line."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Role
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import RED, ROSE, SAND, TEAL
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.numbers_between import numbers_between
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Style, Theme

_GAP = 10  # between cards
_OUTLINE = 0.8  # of a card on paper
_URGENT = "urgent card"

Card = tuple[Address, Box]


def contacts(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return cards two in a row as far as they have room, then when they were compared; rows between two languages."""
    if column.fold is not None:
        return numbers_between(box, at, theme, column)
    inside = list(below(box, at))
    cards = rows_of_cards([each for each in inside if isinstance(each[1], Box)], theme, column)
    notes = [
        line
        for here, block in inside
        if not isinstance(block, Box)
        for line in prose_strips(block, here, theme.small, column)
    ]
    return [*cards[:-1], replace(cards[-1], keep_with_next=True), *notes] if notes else cards


def rows_of_cards(cards: Sequence[Card], theme: Theme, column: Column, across: int = 2) -> list[Strip]:
    """Return cards in rows of `across`, an urgent one across the whole column, each row in one piece."""
    rows: list[list[Card]] = []
    for at, card in cards:
        last = rows[-1] if rows else []
        if last and len(last) < across and _URGENT not in (card.look, last[0][1].look):
            last.append((at, card))
        else:
            rows.append([(at, card)])
    result = [_row(row, theme, column, 1 if row[0][1].look == _URGENT else across) for row in rows]
    if across > 1 and is_too_wide(result):
        return rows_of_cards(cards, theme, column, across=1)  # a long number stands on one line
    for place, after in enumerate(rows[1:]):
        # No card goes overleaf alone, and all rather stand together.
        lone = after is rows[-1] and len(after) < across
        result[place] = replace(result[place], keep_with_next=lone, rather_with_next=True)
    return result


def _row(cards: list[Card], theme: Theme, column: Column, across: int) -> Strip:
    width = (column.width - _GAP * (across - 1)) / across
    inside = [
        _card(card, at, theme, Column(column.x + number * (width + _GAP), width, column.tag))
        for number, (at, card) in enumerate(cards)
    ]
    names = max(height(name) for name, _ in inside)
    cards_lines = [[*name, *_lower(rest, names - height(name))] for name, rest in inside]
    tallest = max(map(height, cards_lines)) + 2 * theme.pad
    items: list[Placed] = []
    for number, ((_, card), lines) in enumerate(zip(cards, cards_lines, strict=True)):
        x = column.x + number * (width + _GAP)
        ground, edge, outline = (ROSE, RED, RED) if card.look == _URGENT else (SAND, TEAL, "")
        if theme.tinted:
            items.append(Placed(x, 0, Rect(width, tallest, ground, outline, 1.2, 5)))
            items.append(Placed(x, 0, Rect(theme.edge, tallest, edge, radius=theme.edge / 2)))
        else:
            items.append(Placed(x, 0, Rect(width, tallest, stroke=edge, thickness=_OUTLINE)))
            items.append(Placed(x, 0, Rect(theme.edge, tallest, edge)))
        items.extend(stacked(lines, y=theme.pad))
    return Strip(tallest, tuple(items), _GAP)


def _lower(lines: list[Strip], by: float) -> list[Strip]:
    """Return lines further down, so that the numbers of a row stand on one level below names of one line or two."""
    return [replace(line, before=line.before + by) if index == 0 else line for index, line in enumerate(lines)]


def _card(card: Box, at: Address, theme: Theme, column: Column) -> tuple[list[Strip], list[Strip]]:
    """Return the lines of a card's name, and those below it."""
    inner = column.inset(theme.edge + theme.pad, theme.pad)
    name: list[Strip] = []
    rest: list[Strip] = []
    for here, line in below(card, at):
        lines = prose_strips(line, here, _style(line.role, theme, card.look == _URGENT), inner)
        (name if line.role == "name" else rest).extend(lines)
    return name, rest


def _style(role: Role, theme: Theme, urgent: bool) -> Style:
    details = replace(theme.small, text=replace(theme.small.text, size=theme.small.text.size + 0.5), before=2)
    match role:
        case "name":
            return theme.card_name
        case "phone":
            return replace(theme.phone, text=replace(theme.phone.text, colour=RED)) if urgent else theme.phone
        case "about":
            return replace(details, text=replace(details.text, colour=theme.body.text.colour))
        case "hours":
            return replace(details, text=replace(details.text, weight=600))
        case "url":
            return replace(details, text=replace(details.text, colour=TEAL, weight=600))
        case _:
            return details
