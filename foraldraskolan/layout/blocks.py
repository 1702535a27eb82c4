"""One block of a form to strips: the table of what lays out which kind, and which look of a box."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from foraldraskolan.document.form import (
    Box,
    Checks,
    Code,
    Dots,
    Figure,
    FormBlock,
    Heading,
    List,
    Look,
    Note,
    Paragraph,
    Reference,
    Table,
)
from foraldraskolan.document.walk import Address, below, plain
from foraldraskolan.layout.beside import in_cells
from foraldraskolan.layout.callouts import callout
from foraldraskolan.layout.cards import contacts, rows_of_cards
from foraldraskolan.layout.charts import chart
from foraldraskolan.layout.checks import checks
from foraldraskolan.layout.claims import claim
from foraldraskolan.layout.contents import contents, line
from foraldraskolan.layout.dots import dots
from foraldraskolan.layout.laws import law
from foraldraskolan.layout.lists import items
from foraldraskolan.layout.numbers import numbers
from foraldraskolan.layout.occasion import occasion
from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.pictures import pictures, rows_of_figures
from foraldraskolan.layout.qr import code
from foraldraskolan.layout.sender import sender
from foraldraskolan.layout.slip import reply_slip, signature
from foraldraskolan.layout.sources import note, sources
from foraldraskolan.layout.tables import in_two_languages, table
from foraldraskolan.layout.text import Column, prose_strips
from foraldraskolan.layout.theme import Theme
from foraldraskolan.layout.writing_lines import beside_each_other, to_write_on
from foraldraskolan.typeset.glyphs import Line


def lay_out(block: FormBlock, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a block as strips in a column; `at` is its address in the form."""
    match block:
        case Heading(level):
            style = {1: theme.title, 2: theme.heading2}.get(level, theme.heading3)
            return _with_next(prose_strips(block, at, style, column))
        case Paragraph(text, ("body" | "lead") as role):
            strips = prose_strips(block, at, theme.lead if role == "lead" else theme.body, column, own_side=True)
            return _with_next(strips) if plain(text.inlines).endswith(":") else strips
        case Paragraph(role="line"):
            return to_write_on(block, at, theme, column)
        case Paragraph():
            return prose_strips(block, at, theme.body, column)
        case List():
            return items(block, at, theme, column)
        case Table():
            return table(block, at, theme, column)
        case Checks():
            return checks(block, at, theme, column)
        case Figure(Dots() as art):
            return [dots(art, at, column.x, column.width)]
        case Figure(Code() as art):
            return code(block, art, at, theme.small, column)
        case Figure():
            return rows_of_figures([(at, block)], theme, column)
        case Note():
            return note(block, at, theme, column)
        case Reference():
            return [line(block, at, theme, column)]
        case Box(look):
            return _LOOKS.get(look, _stacked)(block, at, theme, column)
        case _:
            assert_never(block)


def _with_next(strips: list[Strip]) -> list[Strip]:
    """Return the lines of a heading, or of one that ends in a colon, kept with what they announce."""
    return [replace(strip, keep_with_next=True) for strip in strips]


def _stacked(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the blocks of a box one below the other."""
    return [strip for here, block in below(box, at) for strip in lay_out(block, here, theme, column)]


def _callout(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    return callout(box, at, theme, column, lay_out)


def _card(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    return rows_of_cards([(at, box)], theme, column, across=1)


def _numbered(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Put a block's number into the numbering column, on the first line's baseline."""
    (there, number), (here, block) = below(box, at)
    first, *rest = lay_out(block, here, theme, column)
    baseline = next((each.y for each in first.items if isinstance(each.item, Line)), None)

    def paint(cell: Column) -> list[Placed]:
        side = Column(cell.x - cell.numbers, cell.numbers, column.tag)
        (label,) = prose_strips(number, there, theme.number, side)[0].items
        return [label if baseline is None else replace(label, y=baseline)]

    return [replace(first, items=column.in_order([*in_cells(block, column, paint), *first.items])), *rest]


_LOOKS: Mapping[Look, Callable[[Box, Address, Theme, Column], list[Strip]]] = {
    **dict.fromkeys(("say", "ask", "own", "act", "remember", "phrase", "stale"), _callout),
    **dict.fromkeys(("card", "urgent card"), _card),
    **dict.fromkeys(("true claim", "false claim"), claim),
    **dict.fromkeys(("terms", "both languages"), in_two_languages),
    "numbered": _numbered,
    "contacts": contacts,
    "numbers": numbers,
    "contents": contents,
    "law": law,
    "pictures": pictures,
    "chart": chart,
    "sources": sources,
    "sender": sender,
    "occasion": occasion,
    "signature": signature,
    "reply slip": reply_slip,
    "lines": beside_each_other,
}
