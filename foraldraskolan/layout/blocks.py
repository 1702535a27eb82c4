"""One block to strips: the table of which file lays out what."""

from dataclasses import replace
from typing import assert_never

from foraldraskolan.document.blocks import (
    AddressField,
    Block,
    BulletList,
    Callout,
    Chart,
    Checklist,
    ContactCard,
    Contacts,
    Heading,
    Mail,
    Masthead,
    Numbered,
    NumberedList,
    Paragraph,
    Pictures,
    Rule,
    Salutation,
    Section,
    Slide,
    Sources,
    SpeakerNote,
    Table,
)
from foraldraskolan.document.document import Address
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.callouts import callout
from foraldraskolan.layout.cards import contacts
from foraldraskolan.layout.charts import chart
from foraldraskolan.layout.lists import bullets, numbers, ticks
from foraldraskolan.layout.page import Strip
from foraldraskolan.layout.pictures import pictures
from foraldraskolan.layout.rules import rule
from foraldraskolan.layout.sources import sources
from foraldraskolan.layout.tables import table
from foraldraskolan.layout.text import Column, literal, prose_strips
from foraldraskolan.layout.theme import MM, Theme
from foraldraskolan.typeset.glyphs import Line

NUMBER_COLUMN = 12 * MM  # at the start side of the text, for the blocks' numbers


def lay_out(block: Block, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a block as strips in a column; `at` is its address in the document."""
    match block:
        case Heading(level, text):
            style = theme.heading2 if level <= 2 else theme.heading3
            return _with_next(prose_strips(text, (*at, 0), style, column))
        case Paragraph(text, lead):
            lines = prose_strips(text, (*at, 0), theme.lead if lead else theme.body, column, own_side=True)
            return _with_next(lines) if plain(text.inlines).endswith(":") else lines
        case Salutation(text):
            return prose_strips(text, (*at, 0), theme.body, column)
        case BulletList(items):
            return bullets(items, at, theme, column)
        case NumberedList(items):
            return numbers(items, at, theme, column)
        case Checklist(items):
            return ticks(items, at, theme, column)
        case Table():
            return table(block, at, theme, column)
        case Chart():
            return chart(block, at, theme, column)
        case Callout():
            return callout(block, at, theme, column, lay_out)
        case Contacts():
            return contacts(block, at, theme, column)
        case ContactCard():
            return contacts(Contacts((block,)), at[:-1], theme, column, across=1)
        case Rule():
            return rule(block, at, theme, column)
        case Pictures():
            return pictures(block, at, theme, column)
        case Sources():
            return sources(block, at, theme, column)
        case Numbered(number, inner):
            return _numbered(number, lay_out(inner, (*at, 0), theme, column), at, theme, column)
        case Slide() | SpeakerNote() | Masthead() | AddressField() | Mail() | Section():
            raise AssertionError(f"{type(block).__name__} is laid out by its medium")
        case _:
            assert_never(block)


def _with_next(strips: list[Strip]) -> list[Strip]:
    """Keep a heading, or a line that ends in a colon, with what it announces."""
    return [replace(strip, keep_with_next=True) for strip in strips]


def _numbered(number: int, strips: list[Strip], at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Put a block's number into the numbering column, on the first line's baseline."""
    first = strips[0]
    side = Column(column.x - NUMBER_COLUMN, NUMBER_COLUMN, column.tag)
    (label,) = literal(str(number), theme.number, side, (at, "label"))[0].items
    baseline = next((each.y for each in first.items if isinstance(each.item, Line)), label.y)
    return [replace(first, items=(replace(label, y=baseline), *first.items)), *strips[1:]]
