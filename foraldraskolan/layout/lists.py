"""Bullet lists, numbered lists and check lists."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from foraldraskolan.document.form import List
from foraldraskolan.document.walk import Address, below, plain
from foraldraskolan.layout.beside import in_cells
from foraldraskolan.layout.colours import GOLD, TEAL, WHITE
from foraldraskolan.layout.page import Dot, Placed, Strip, Tick
from foraldraskolan.layout.text import Column, literal, prose_strips, together
from foraldraskolan.layout.theme import Style, Theme
from foraldraskolan.typeset.glyphs import Mark

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
    dot = _dot(theme)
    middle = (theme.item.leading - theme.bullet) / 2
    for here, item in below(block, at):
        lines = prose_strips(item, here, theme.item, column.inset(theme.indent))
        dots = in_cells(item, column, lambda cell: [Placed(cell.x + theme.indent * 0.25, middle, dot)])
        rows.append(_first(lines, dots, column))
    return together(rows)


def _numbers(block: List, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a numbered list: 1, 2, 3 in the digits of phone numbers, in every language."""
    rows: list[list[Strip]] = []
    indent = theme.indent + _NUMBER_GAP
    style = replace(theme.number, leading=theme.item.leading)
    for number, (here, item) in enumerate(below(block, at), start=1):
        lines = prose_strips(item, here, theme.item, column.inset(indent))
        paint = partial(_label, number, (here, "label"), style, indent, lines[0].items[0].y)
        rows.append(_first(lines, in_cells(item, column, paint), column))
    return together(rows)


def _label(number: int, mark: Mark, style: Style, wide: float, baseline: float, column: Column) -> list[Placed]:
    (label,) = literal(f"{number}.", style, Column(column.x, wide, column.tag), mark)
    return [replace(each, y=baseline) for each in label.items]


def _ticks(block: List, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a check list with boxes of 5 mm and room for a pen, each row in one piece."""
    rows: list[list[Strip]] = []
    indent = theme.tick + 10
    middle = (theme.item.leading - theme.tick) / 2
    for here, item in below(block, at):
        lines = prose_strips(item, here, theme.item, column.inset(indent))
        name = plain(item.inlines) if block.marker == "field" else ""
        # Of two languages one has the box, so that there is one for each thing; the other has a bullet.
        paint = partial(_box, Tick(theme.tick, name), (here, "field"), middle)
        row = _first(lines, in_cells(item, column, paint, partial(_bullet, theme)), column)
        extra = theme.item.leading * (theme.row - 1) - theme.item.before
        rows.append([replace(row[0], before=extra if rows else theme.body.before), *row[1:]])
    return together(rows)


def _box(tick: Tick, mark: Mark, y: float, column: Column) -> list[Placed]:
    return [Placed(column.x, y, tick, mark)]


def _bullet(theme: Theme, column: Column) -> list[Placed]:
    """Return a bullet where another language has a box to tick."""
    return [Placed(column.x + theme.tick - theme.bullet, (theme.item.leading - theme.bullet) / 2, _dot(theme))]


def _dot(theme: Theme) -> Dot:
    return Dot(theme.bullet, GOLD if theme.item.text.colour == WHITE else TEAL)


def _first(lines: list[Strip], extra: Sequence[Placed], column: Column) -> list[Strip]:
    """Return an item's lines with more painted beside the first, before it."""
    first = lines[0]
    return [replace(first, items=column.in_order([*extra, *first.items])), *lines[1:]]
