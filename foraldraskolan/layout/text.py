"""Prose to strips of one line each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from foraldraskolan.document.form import Heading, Paragraph
from foraldraskolan.document.gloss import is_glossed
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Gloss,
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
from foraldraskolan.language import SOURCE, direction_of
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.theme import Style
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT, Mark, Span, TextStyle
from foraldraskolan.typeset.linebreak import SEPARATOR
from foraldraskolan.typeset.paragraph import typeset

# Where the baseline lies in a line: so that capitals and figures stand in the middle of its height.
_CAP_HEIGHT = 0.714
_GLOSS, _LEAST, _MOST = 0.8, 9.0, 12.0  # of its text's size; points
_GLOSS_LEADING = 1.28


@record
class Column:
    """Where text may stand: from `x` points off the page's start edge, `width` points wide, on a page of `tag`.

    `numbers` is the room before it for the numbers of blocks. A column with a `fold` is two: of each text that has a
    gloss what it says in Swedish is on the left, and what it says in its own language is on the right. The fold is
    where the first of them ends, and where the second begins.
    """

    x: float
    width: float
    tag: str
    numbers: float = 0
    fold: tuple[float, float] | None = None

    def inset(self, start: float, end: float = 0) -> "Column":
        """Return the column narrowed at its start and end; of two each, as its own language is read."""
        if self.fold is None:
            return Column(self.x + start, self.width - start - end, self.tag)
        first, second = self.fold
        if direction_of(self.tag) == "ltr":
            return Column(self.x + start, self.width - start - end, self.tag, 0, (first - end, second + start))
        return Column(self.x + start, self.width - 2 * start, self.tag, 0, (first - end, second + end))

    @property
    def whole(self) -> "Column":
        """Return the column without its fold."""
        return replace(self, fold=None)

    def parted(self, gutter: float) -> "Column":
        """Return the column as two with so much between them, at both sides of its middle."""
        middle, half = self.x + self.width / 2, gutter / 2
        return replace(self, fold=(middle - half, middle + half))

    @property
    def cells(self) -> tuple["Column", "Column"]:
        """Return the two that a folded one is: for a text in its own language, and for Swedish."""
        if self.fold is None:
            raise AssertionError("a column with no fold is one")
        first, second = self.fold
        cells = (
            Column(self.x, first - self.x, self.tag, self.numbers),
            Column(second, self.x + self.width - second, SOURCE, self.numbers),
        )
        return (
            cells
            if direction_of(self.tag) == "rtl"
            else (replace(cells[1], tag=self.tag), replace(cells[0], tag=SOURCE))
        )

    def in_order(self, items: Iterable[Placed]) -> tuple[Placed, ...]:
        """Return what stands in the column, of two what is in the first before what is in the second.

        Readers that copy would else take the lines of both for one where they stand on one level.
        """
        if self.fold is None:
            return tuple(items)
        first, _ = self.fold
        return tuple(sorted(items, key=lambda each: each.x > first))

    def turned(self, items: Iterable[Placed]) -> list[Placed]:
        """Return what is laid out in the cell for Swedish as it stands on a page that is mirrored as a whole."""
        cell = self.cells[1]
        if direction_of(self.tag) == "ltr":
            return list(items)
        return [replace(each, x=2 * cell.x + cell.width - each.x - each.item.width) for each in items]


def spans(prose: Prose, at: Address, style: TextStyle, mark: Mark | None = None) -> list[Span]:
    """Return a text's spans but its gloss's, each marked with the address of its inline, or all with `mark`."""
    return list(_spans(prose.inlines, at, style, prose.language, mark, False))


def swedish_spans(prose: Prose, at: Address, style: TextStyle, mark: Mark | None = None) -> list[Span]:
    """Return the spans of a text's gloss as `spans` does, or of the text, which is the same in Swedish."""
    for here, each in addressed(prose.inlines, at):
        if isinstance(each, Gloss):
            return list(_spans(each.children, here, style, SOURCE, mark, False))
    return spans(prose, at, style, mark)


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
            case Gloss():
                pass  # it is a text of its own
            case Foreign(tag, below):
                yield from _spans(below, here, style, tag, mark, True)
            case Field() | SourceMark():
                raise AssertionError(f"a field or a mark is left: {inline}")
            case _:
                assert_never(inline)


def prose_strips(
    block: Prose | Heading | Paragraph, at: Address, style: Style, column: Column, *, own_side: bool = False
) -> list[Strip]:
    """Return the text at an address, or that of a block, as strips of one line each; one with a gloss is in one piece.

    No page break leaves a widow or an orphan. A gloss is small below its text where there is no column for it.
    """
    (here, prose) = (at, block) if isinstance(block, Prose) else next(below(block, at))
    return _set(prose, here, style, column, own_side=own_side)


def _set(
    prose: Prose, at: Address, style: Style, column: Column, mark: Mark | None = None, *, own_side: bool = False
) -> list[Strip]:
    if not is_glossed(prose.inlines):
        text = spans(prose, at, style.text, mark)
        return strips(text, prose.language, style, column.whole, own_side=own_side)
    tag, own = prose.language, spans(prose, at, style.text, mark)
    if column.fold is None:
        small = _small(style)
        said = strips(own, tag, style, column, own_side=own_side)
        beside = strips(swedish_spans(prose, at, small.text, mark), SOURCE, small, column)
        return [*(replace(line, keep_with_next=True) for line in said), *beside]
    mine, swedish = column.cells
    said = strips(own, tag, style, mine)
    beside = strips(swedish_spans(prose, at, style.text, mark), SOURCE, style, swedish)
    tall = max(height(said), height(beside))
    return [Strip(tall, column.in_order([*stacked(said), *column.turned(stacked(beside))]), style.before)]


def _small(style: Style) -> Style:
    """Return the style of a gloss below a text, none smaller than what is read at a table."""
    size = max(min(style.text.size, _LEAST), min(style.text.size * _GLOSS, _MOST))
    text = replace(style.text, size=size, weight=400)
    return replace(style, text=text, leading=size * _GLOSS_LEADING, before=0)


def beside_the_form(prose: Prose, style: Style, column: Column) -> list[Strip]:
    """Return a text that is no part of a form, such as a page's foot, as prose_strips does."""
    return _set(prose, (), style, column, ARTIFACT)


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


def centred(line: Strip, column: Column) -> Strip:
    """Return a strip of one line moved to the middle of its column."""
    (only,) = line.items
    return replace(line, items=(replace(only, x=column.x + (column.width - only.item.width) / 2),))


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
