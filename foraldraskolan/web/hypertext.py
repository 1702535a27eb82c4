"""The walk that all HTML shares: each kind of block, each kind of inline, once; what it looks like is not said here."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import Literal, assert_never

from foraldraskolan.document.form import (
    Box,
    Checks,
    Figure,
    FormBlock,
    Heading,
    List,
    Marker,
    Note,
    Paragraph,
    Reference,
    Table,
)
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
from foraldraskolan.document.islands import islands
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, cells, plain
from foraldraskolan.isolates import must_override, own_direction
from foraldraskolan.language import SOURCE, direction_of
from foraldraskolan.scripts import Direction
from foraldraskolan.web.alike import is_linked

# "whole" does not break over two lines, a "call" neither: it is a link to a phone.
InlineLook = Literal["whole", "link", "call", "emphasis"]


# What a narrow column may not hold, and the signs of an address behind which it may break.
_LONG = re.compile(r"\S{20,}")
_SIGN = re.compile(r"[/@._?&=%#:+~-]+(?=\w)")


def _written(text: str) -> str:
    """Return a text in which long addresses may break behind their signs."""
    ends = [sign.end() for long in _LONG.finditer(text) for sign in _SIGN.finditer(text, *long.span())]
    return "<wbr />".join(escape(text[start:end]) for start, end in pairwise([0, *ends, len(text)]))


def spoken(tag: str) -> str:
    """Return the attributes of an element in a language."""
    return f'lang="{escape(tag)}" dir="{direction_of(tag)}"'


class Hypertext(ABC):
    """Writes blocks and texts as HTML that is XML, too; `tag` is the language of what stands around them."""

    tag: str

    def blocks(self, blocks: Iterable[tuple[Address, FormBlock]]) -> str:
        """Return blocks with their addresses one below the other."""
        return "\n".join(self.block(block, at) for at, block in blocks)

    def block(self, block: FormBlock, at: Address) -> str:
        """Return the block at an address."""
        match block:
            case Heading():
                return self.heading(block, at)
            case Paragraph():
                return self.paragraph(block)
            case List(marker, items):
                return self.list(marker, [self.within(item) for item in items])
            case Table():
                head, rows = cells(block, at)
                return self.table(head, rows) if head else self.pairs(rows)
            case Checks():
                return self.checks(block)
            case Figure():
                return self.figure(block)
            case Note():
                return self.note(block)
            case Reference():
                return self.reference(block)
            case Box():
                return self.box(block, at)
            case _:
                assert_never(block)

    @abstractmethod
    def heading(self, heading: Heading, at: Address) -> str:
        """Return a heading."""

    @abstractmethod
    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a paragraph as its role asks."""

    @abstractmethod
    def list(self, marker: Marker, items: Iterable[str]) -> str:
        """Return a list."""

    @abstractmethod
    def table(self, head: Cells, rows: Iterable[Cells]) -> str:
        """Return a table of data; the first cell of a row is its head."""

    @abstractmethod
    def pairs(self, rows: Iterable[Cells]) -> str:
        """Return a table without a head: names and what belongs to each."""

    @abstractmethod
    def checks(self, checks: Checks) -> str:
        """Return what there is to tick off several times."""

    @abstractmethod
    def figure(self, figure: Figure) -> str:
        """Return a figure."""

    @abstractmethod
    def note(self, note: Note) -> str:
        """Return a source."""

    @abstractmethod
    def reference(self, reference: Reference) -> str:
        """Return a line of contents."""

    @abstractmethod
    def box(self, box: Box, at: Address) -> str:
        """Return a box as its look asks."""

    def both(self, own: str, swedish: str) -> str:
        """Return a text and what it is in Swedish, each of them written."""
        return f"{own}<br /><span {spoken(SOURCE)}>{swedish}</span>"

    @abstractmethod
    def dress(self, look: InlineLook, tag: str) -> str:
        """Return the attributes, each after a space, that give an inline in a language its look."""

    def within(self, prose: Prose) -> str:
        """Return a text inside an element that is in the language around it."""
        return self.inline(Foreign(prose.language, prose.inlines), self.tag)

    def inlines(self, inlines: Iterable[Inline], tag: str) -> str:
        """Return what stands in a text of a language."""
        parts = tuple(inlines)
        glosses = (each.children for each in parts if isinstance(each, Gloss))
        groups = islands([each for each in parts if not isinstance(each, Gloss)], direction_of(tag))
        own = "".join(self.island(group, tag) if alone else self.in_order(group, tag) for group, alone in groups)
        swedish = "".join(self.inlines(children, SOURCE) for children in glosses)
        return self.both(own, swedish) if swedish else own

    def island(self, inlines: tuple[Inline, ...], tag: str) -> str:
        """Return inlines that keep their own direction together."""
        match inlines:
            case (Text(text),):
                return self.isolate(text, tag)
            case _:
                return self._isolated(plain(inlines), self.in_order(inlines, tag), tag)

    def in_order(self, inlines: Iterable[Inline], tag: str) -> str:
        """Return inlines in which nothing is left to isolate but what is an isolate by itself."""
        return "".join(self.inline(inline, tag) for inline in inlines)

    def inline(self, inline: Inline, tag: str) -> str:
        """Return an inline that stands in text of a language."""
        direction = direction_of(tag)
        match inline:
            case Text(text):
                return _written(text)
            case Value(text, url):
                return (
                    self.link(_written(text), url, own_direction(text), tag)
                    if is_linked(url)
                    else self.isolate(text, tag)
                )
            case Strong(below):
                return f"<strong>{self.in_order(below, tag)}</strong>"
            case Emphasis(below):
                return f"<em{self.dress('emphasis', tag)}>{self.in_order(below, tag)}</em>"
            case Link(url, below):
                inside = self.inlines(below, tag)
                return self.link(inside, url, direction, tag) if is_linked(url) else inside
            case Foreign(other, below):
                inside = self.inlines(below, other)
                return inside if other == tag else f"<span {spoken(other)}>{inside}</span>"
            case LineBreak():
                return "<br />"
            case Field() | SourceMark() | Gloss():
                raise AssertionError(f"a field or a mark is left: {inline}")
            case _:
                assert_never(inline)

    def isolate(self, text: str, tag: str) -> str:
        """Return a text that keeps its own direction; a time or a price does not break, a date in words may."""
        return self._isolated(text, _written(text), tag)

    def _isolated(self, text: str, inside: str, tag: str) -> str:
        whole = "" if any(map(str.isalpha, text)) else self.dress("whole", tag)
        element = "bdo" if must_override(text) else "span"
        return f'<{element} dir="{own_direction(text)}"{whole}>{inside}</{element}>'

    def link(self, inside: str, url: str, direction: Direction, tag: str) -> str:
        """Return what leads to an address, if that is safe to follow."""
        if not is_linked(url):
            return f'<span dir="{direction}">{inside}</span>'
        look = self.dress("call" if url.startswith("tel:") else "link", tag)
        return f'<a href="{escape(url)}" dir="{direction}"{look}>{inside}</a>'
