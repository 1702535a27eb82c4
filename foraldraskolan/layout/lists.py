"""Bullet lists, numbered lists and check lists."""

from dataclasses import replace

from foraldraskolan.document.form import List
from foraldraskolan.document.walk import Address, below, plain
from foraldraskolan.layout.colours import GOLD, TEAL, WHITE
from foraldraskolan.layout.page import Dot, Placed, Strip, Tick
from foraldraskolan.layout.text import Column, literal, prose_strips, together
from foraldraskolan.layout.theme import Theme

_NUMBER_GAP = 6  # between a list number and its text


def items(block: List, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a list, each item in one piece with its marker."""
    match block.marker:
        case "bullet":
            return _bullets(block, at, theme, column)
        case "number":
            return _numbers(block, at, theme, column)
        case "tick" | "field":
            return _ticks(block, at, theme, column)


def _bullets(block: List, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a bullet list; a bullet is a dot, which points nowhere and needs no mirroring."""
    rows: list[list[Strip]] = []
    colour = GOLD if theme.item.text.colour == WHITE else TEAL
    for here, item in below(block, at):
        lines = prose_strips(item, here, theme.item, column.inset(theme.indent))
        middle = (theme.item.leading - theme.bullet) / 2
        dot = Placed(column.x + theme.indent * 0.25, middle, Dot(theme.bullet, colour))
        rows.append(_first(lines, (dot,)))
    return together(rows)


def _numbers(block: List, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a numbered list: 1, 2, 3 in the digits of phone numbers, in every language."""
    rows: list[list[Strip]] = []
    indent = theme.indent + _NUMBER_GAP
    style = replace(theme.number, leading=theme.item.leading)
    for number, (here, item) in enumerate(below(block, at), start=1):
        lines = prose_strips(item, here, theme.item, column.inset(indent))
        label = literal(f"{number}.", style, Column(column.x, indent, column.tag), (here, "label"))
        baseline = lines[0].items[0].y
        rows.append(_first(lines, tuple(replace(each, y=baseline) for each in label[0].items)))
    return together(rows)


def _ticks(block: List, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a check list with boxes of 5 mm and room for a pen, each row in one piece."""
    rows: list[list[Strip]] = []
    indent = theme.tick + 10
    middle = (theme.item.leading - theme.tick) / 2
    for here, item in below(block, at):
        lines = prose_strips(item, here, theme.item, column.inset(indent))
        name = plain(item.inlines) if block.marker == "field" else ""
        row = _first(lines, (Placed(column.x, middle, Tick(theme.tick, name), (here, "field")),))
        extra = theme.item.leading * (theme.row - 1) - theme.item.before
        rows.append([replace(row[0], before=extra if rows else theme.body.before), *row[1:]])
    return together(rows)


def _first(lines: list[Strip], extra: tuple[Placed, ...]) -> list[Strip]:
    """Return an item's lines with more painted beside the first, before it."""
    first = lines[0]
    return [replace(first, items=(*extra, *first.items)), *lines[1:]]
