"""Prose to strips of one line each."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from foraldraskolan.document.form import Heading, Paragraph
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Inline,
    LineBreak,
    Link,
    SourceMark,
    Strong,
    Text,
    Value,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, addressed, below
from foraldraskolan.language import direction_of
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.theme import Style
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT, Mark, Span, TextStyle
from foraldraskolan.typeset.linebreak import SEPARATOR
from foraldraskolan.typeset.paragraph import typeset

# Where the baseline lies in a line: so that capitals and figures stand in the middle of its height.
_CAP_HEIGHT = 0.714


@record
class Column:
    """Where text may stand: from `x` points off the page's start edge, `width` points wide, on a page of `tag`.

    `numbers` is the room before it for the numbers of blocks.
    """

    x: float
    width: float
    tag: str
    numbers: float = 0

    def inset(self, start: float, end: float = 0) -> "Column":
        """Return the column narrowed at its start and end."""
        return Column(self.x + start, self.width - start - end, self.tag)


def spans(prose: Prose, at: Address, style: TextStyle, mark: Mark | None = None) -> list[Span]:
    """Return a text's spans, each marked with the address of its inline, or all with `mark`."""
    return list(_spans(prose.inlines, at, style, prose.language, mark, False))


def _spans(
    inlines: tuple[Inline, ...], at: Address, style: TextStyle, language: str, mark: Mark | None, isolate: bool
) -> Iterator[Span]:
    for here, inline in addressed(inlines, at):
        own = mark or (here, "")
        match inline:
            case Text(text):
                yield Span(text, style, language, own, isolate)
            case Value(text, url):
                heavier = replace(style, weight=max(style.weight, 600)) if url else style
                yield Span(text, heavier, language, own, True, True)
            case LineBreak():
                yield Span(SEPARATOR, style, language, own)
            case Strong(below):
                yield from _spans(below, here, replace(style, weight=700), language, mark, isolate)
            case Emphasis(below):
                yield from _spans(below, here, replace(style, italic=True), language, mark, isolate)
            case Link(_, below):
                yield from _spans(below, here, replace(style, colour=TEAL, weight=600), language, mark, True)
            case Foreign(tag, below):
                yield from _spans(below, here, style, tag, mark, True)
            case Field() | SourceMark():
                raise AssertionError(f"a field or a mark is left: {inline}")
            case _:
                assert_never(inline)


def prose_strips(
    block: Prose | Heading | Paragraph, at: Address, style: Style, column: Column, *, own_side: bool = False
) -> list[Strip]:
    """Return the text at an address, or that of a block, as strips of one line each.

    No page break leaves a widow or an orphan.
    """
    (here, prose) = (at, block) if isinstance(block, Prose) else next(below(block, at))
    return strips(spans(prose, here, style.text), prose.language, style, column, own_side=own_side)


def beside_the_form(prose: Prose, style: Style, column: Column) -> list[Strip]:
    """Return a text that is no part of a form, such as a page's foot, as prose_strips does."""
    return strips(spans(prose, (), style.text, ARTIFACT), prose.language, style, column)


def strips(text: list[Span], tag: str, style: Style, column: Column, *, own_side: bool = False) -> list[Strip]:
    """Return spans of one paragraph as strips of one line each.

    With `own_side` a paragraph of the other direction than its page stands at its own start, the column's end.
    """
    rtl = direction_of(tag) == "rtl"
    lines = typeset(text, column.width, rtl=rtl, wrap=style.wrap)
    far = own_side and direction_of(tag) != direction_of(column.tag)
    baseline = (style.leading + style.text.size * _CAP_HEIGHT) / 2
    last = len(lines) - 1
    return [
        Strip(
            style.leading,
            (Placed(column.x + (column.width - line.width if far else 0), baseline, line),),
            style.before if index == 0 else 0,
            # The first two and the last two lines of a paragraph stay together.
            keep_with_next=index < last and (index == 0 or index == last - 1),
        )
        for index, line in enumerate(lines)
    ]


def at_end(line: Strip, column: Column) -> Strip:
    """Return a strip of one line moved to the end of its column."""
    (only,) = line.items
    return replace(line, items=(replace(only, x=column.x + column.width - only.item.width),))


def literal(text: str, style: Style, column: Column, mark: Mark, tag: str = "") -> list[Strip]:
    """Return a text that is no Prose, such as a list number, as strips under one mark."""
    own = tag or column.tag
    return strips([Span(text, style.text, own, mark, kept=True)], own, replace(style, wrap="whole"), column)


def height(parts: list[Strip]) -> float:
    """Return how many points strips take, without the space above the first."""
    return sum(part.height for part in parts) + sum(part.before for part in parts[1:])


def stacked(parts: list[Strip], *, x: float = 0, y: float = 0) -> list[Placed]:
    """Return the items of strips one below the other, the first strip's top at y."""
    items: list[Placed] = []
    for index, part in enumerate(parts):
        y += part.before if index else 0
        items.extend(Placed(each.x + x, each.y + y, each.item, each.mark) for each in part.items)
        y += part.height
    return items


def together(rows: list[list[Strip]]) -> list[Strip]:
    """Return the lines of a list's items in order: no item is broken, nor do the first or the last stand alone."""
    result: list[Strip] = []
    last = len(rows) - 1
    for index, (*lines, end) in enumerate(rows):
        result.extend(replace(line, keep_with_next=True) for line in lines)
        keep, rather = index < last and index in (0, last - 1), index < last
        result.append(replace(end, keep_with_next=keep, rather_with_next=rather))
    return result
