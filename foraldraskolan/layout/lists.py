"""Bullet lists, numbered lists and check lists."""

from dataclasses import replace

from foraldraskolan.document.blocks import Prose
from foraldraskolan.document.document import Address
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.page import Dot, Placed, Strip, Tick
from foraldraskolan.layout.text import Column, literal, prose_strips, together
from foraldraskolan.layout.theme import GOLD, TEAL, WHITE, Theme

_NUMBER_GAP = 6  # between a list number and its text
_ROW = 1.75  # a row to tick is this much higher than a line, for a hand and a pen


def bullets(items: tuple[Prose, ...], at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a bullet list; a bullet is a dot, which points nowhere and needs no mirroring."""
    rows: list[list[Strip]] = []
    colour = GOLD if theme.item.text.colour == WHITE else TEAL
    for index, item in enumerate(items):
        lines = prose_strips(item, (*at, index), theme.item, column.inset(theme.indent))
        middle = (theme.item.leading - theme.bullet) / 2
        dot = Placed(column.x + theme.indent * 0.25, middle, Dot(theme.bullet, colour))
        rows.append(_first(lines, (dot,)))
    return together(rows)


def numbers(items: tuple[Prose, ...], at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a numbered list: 1, 2, 3 in the digits of phone numbers, in every language."""
    rows: list[list[Strip]] = []
    indent = theme.indent + _NUMBER_GAP
    for index, item in enumerate(items):
        lines = prose_strips(item, (*at, index), theme.item, column.inset(indent))
        style = replace(theme.number, leading=theme.item.leading)
        label = literal(f"{index + 1}.", style, Column(column.x, indent, column.tag), ((*at, index), "label"))
        rows.append(_first(lines, label[0].items))
    return together(rows)


def ticks(items: tuple[Prose, ...], at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a check list with boxes of 5 mm and room for a pen, each row in one piece."""
    rows: list[list[Strip]] = []
    indent = theme.tick + 10
    for index, item in enumerate(items):
        lines = prose_strips(item, (*at, index), theme.item, column.inset(indent))
        middle = (theme.item.leading - theme.tick) / 2
        mark = ((*at, index), "field")
        box = Placed(column.x, middle, Tick(theme.tick, plain(item.inlines)), mark)
        row = _first(lines, (box,))
        extra = theme.item.leading * (_ROW - 1) - theme.item.before
        rows.append([replace(row[0], before=extra if index else theme.body.before), *row[1:]])
    return together(rows)


def _first(lines: list[Strip], extra: tuple[Placed, ...]) -> list[Strip]:
    """Return an item's lines with more painted beside the first, before it."""
    first = lines[0]
    return [replace(first, items=(*extra, *first.items)), *lines[1:]]
