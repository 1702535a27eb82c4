"""Contact cards: the number to call set large, its groups apart, on one line."""

from dataclasses import replace

from foraldraskolan.document.blocks import ContactCard, Contacts, Prose
from foraldraskolan.document.document import Address
from foraldraskolan.document.walk import children
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.page import Box, Placed, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import RED, ROSE, SAND, TEAL, Style, Theme

_GAP = 10  # between cards


def contacts(block: Contacts, at: Address, theme: Theme, column: Column, across: int = 2) -> list[Strip]:
    """Return the cards in rows of `across`, an urgent one across the whole column, each row in one piece."""
    rows: list[list[tuple[int, ContactCard]]] = []
    for index, card in enumerate(block.cards):
        last = rows[-1] if rows else []
        if last and len(last) < across and not card.urgent and not last[0][1].urgent:
            last.append((index, card))
        else:
            rows.append([(index, card)])
    result = [_row(row, at, theme, column, 1 if row[0][1].urgent else across) for row in rows]
    if across > 1 and is_too_wide(result):
        return contacts(block, at, theme, column, across=1)  # a long number stands on one line
    for place, after in enumerate(rows[1:]):
        # No card goes overleaf alone, and all rather stand together.
        lone = after is rows[-1] and len(after) < across
        result[place] = replace(result[place], keep_with_next=lone, rather_with_next=True)
    if block.note is not None:
        result[-1] = replace(result[-1], keep_with_next=True)
        result.extend(prose_strips(block.note, (*at, len(block.cards)), theme.small, column))
    return result


def _row(cards: list[tuple[int, ContactCard]], at: Address, theme: Theme, column: Column, across: int) -> Strip:
    width = (column.width - _GAP * (across - 1)) / across
    inside = [
        _card(card, (*at, index), theme, Column(column.x + number * (width + _GAP), width, column.tag))
        for number, (index, card) in enumerate(cards)
    ]
    names = max(height(name) for name, _ in inside)
    cards_lines = [[*name, *_lower(rest, names - height(name))] for name, rest in inside]
    tallest = max(map(height, cards_lines)) + 2 * theme.pad
    items: list[Placed] = []
    for number, ((_, card), lines) in enumerate(zip(cards, cards_lines, strict=True)):
        x = column.x + number * (width + _GAP)
        ground, edge = (ROSE, RED) if card.urgent else (SAND, TEAL)
        outline = RED if card.urgent else ""
        items.append(Placed(x, 0, Box(width, tallest, ground, outline, 1.2 if outline else 0, 5)))
        items.append(Placed(x, 0, Box(theme.edge, tallest, edge, radius=theme.edge / 2)))
        items.extend(stacked(lines, y=theme.pad))
    return Strip(tallest, tuple(items), _GAP)


def _lower(lines: list[Strip], by: float) -> list[Strip]:
    """Return lines further down, so that the numbers of a row stand on one level below names of one line or two."""
    return [replace(line, before=line.before + by) if index == 0 else line for index, line in enumerate(lines)]


def _card(card: ContactCard, at: Address, theme: Theme, column: Column) -> tuple[list[Strip], list[Strip]]:
    """Return the lines of a card's name, and those below it."""
    inner = column.inset(theme.edge + theme.pad, theme.pad)
    phone = replace(theme.phone, text=replace(theme.phone.text, colour=RED)) if card.urgent else theme.phone
    details = replace(theme.small, text=replace(theme.small.text, size=theme.small.text.size + 0.5), before=2)
    styles: list[tuple[Prose | None, Style]] = [
        (card.name, theme.card_name),
        (card.phone, phone),
        (card.about, replace(details, text=replace(details.text, colour=theme.body.text.colour))),
        (card.hours, replace(details, text=replace(details.text, weight=600))),
        (card.languages, details),
        (card.price, details),
        (card.url, replace(details, text=replace(details.text, colour=TEAL, weight=600))),
    ]
    # Children count in the order of the fields; the page shows the number first, right below the name.
    indices = {id(child): index for index, child in enumerate(children(card))}
    groups = [
        prose_strips(prose, (*at, indices[id(prose)]), style, inner)
        for prose, style in styles
        if prose is not None and prose.inlines
    ]
    return groups[0], [line for group in groups[1:] for line in group]
