"""A print run: one tagged file of many letters, written part by part, so that memory holds a few parts at a time.

A part is a run of letters in one language, made by itself in any process: its objects have numbers of their own, its
fonts are its own. What holds the parts together (catalog, page tree, structure tree, parent tree, bookmarks) is written
last.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from foraldraskolan.document.form import Form
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.layout.page import Page
from foraldraskolan.pdf.file import HEADER, Body, CrossReferences, body
from foraldraskolan.pdf.metadata import information
from foraldraskolan.pdf.objects import Objects, add
from foraldraskolan.pdf.outline import Entry, add_outline
from foraldraskolan.pdf.painter import Painter
from foraldraskolan.pdf.structure import elements, structure
from foraldraskolan.pdf.writer import catalog
from foraldraskolan.record import record

PART_LETTERS = 200  # at most, in one part
# Object numbers beside those of a letter's elements: its page, its links, its address and names; a part's fonts.
_FOR_A_LETTER, _FOR_A_PART = 40, 300
_TOP = 14_000  # a bookmark leads to the top of its page: readers stop there


@record
class Printed:
    """One document of a run on its pages; `group` is the bookmark that it belongs under, its class."""

    form: Form
    pages: Sequence[Page]
    group: str


@record
class Roots:
    """References to what a run has above its parts: the page tree's root and the root element."""

    pages: str
    document: str

    @classmethod
    def of(cls, first: int) -> "Roots":
        """Return the roots of a run whose own objects are numbered on from `first`, which is after all parts."""
        return cls(f"{first} 0 R", f"{first + 1} 0 R")


def room(form: Form, letters: int) -> int:
    """Return how many object numbers a part of so many letters like this one takes at most.

    They are given out before a part is made. Readers take a file whose numbers are much higher than it is long for
    damaged, so that there are no more of them than may be needed.
    """
    return (sum(1 for _ in elements(structure(form))) + _FOR_A_LETTER) * letters + _FOR_A_PART


@record
class Part:
    """A finished part: its objects, references to its nodes of the trees above it, and its bookmark."""

    body: Body
    count: int
    pages: str
    element: str
    numbers: str
    bookmark: Entry
    digest: str


def make_part(first: int, title: str, letters: Sequence[Printed], roots: Roots) -> Part:
    """Return a part of a run, numbered on from `first`: at most PART_LETTERS letters in one language.

    Parts of one title that follow each other have one bookmark.
    """
    painter = Painter(rtl=letters[0].form.language.direction == "rtl", unsaid=True, first=first, root=roots.pages)
    file, kids = painter.file, painter.pages
    articles: list[str] = []
    part = add(file, lambda: f"<< /Type /StructElem /S /Part /P {roots.document} /K [{' '.join(articles)}] >>", "Part")
    bookmark = Entry(title, 1, "", _TOP)
    for letter in letters:
        tree = replace(structure(letter.form), role="Art")
        articles.append(painter.paint(tree, letter.pages, part).root)
        page = kids[-len(letter.pages)].reference
        bookmark.page = bookmark.page or page
        if letter.group and (not bookmark.below or bookmark.below[-1].title != letter.group):
            bookmark.below.append(Entry(letter.group, 2, page, _TOP))
    digest = painter.close()
    limits = painter.tags.limits()
    numbers = add(file, f"<< /Limits [{limits[0]} {limits[1]}] /Nums [{painter.tags.parent_tree()}] >>", "ParentTree")
    return Part(body(file, first), len(kids), painter.page_tree, part, numbers, bookmark, digest)


class PrintRun:
    """Writes a run whose own objects are numbered on from `first`; parts come in the order of their numbers."""

    def __init__(self, out: BinaryIO, first: int) -> None:
        self._out = out
        self._offset = out.write(HEADER)
        self._first = first
        self._references = CrossReferences()
        self._parts: list[Part] = []  # in the order of reading
        self._numbers: list[str] = []  # the nodes of the parent tree, in the order of their keys
        self._digest = hashlib.md5(usedforsecurity=False)

    def add(self, part: Part, *, front: bool = False) -> None:
        """Write a part, whose pages come last or, at the front, first; only what the trees above it need is kept."""
        self._references.add(part.body, self._offset)
        self._offset += self._out.write(part.body.data)
        self._digest.update(part.digest.encode("ascii"))
        self._numbers.append(part.numbers)
        self._parts.insert(0 if front else len(self._parts), replace(part, body=Body(part.body.first, b"", [])))

    def close(self, metadata: Metadata) -> None:
        """Write what holds the parts together."""
        file = Objects(self._first)
        parts = self._parts
        count = sum(part.count for part in parts)
        pages = add(
            file, f"<< /Type /Pages /Count {count} /Kids [{' '.join(part.pages for part in parts)}] >>", "Pages"
        )
        document = add(
            file,
            lambda: (
                f"<< /Type /StructElem /S /Document /P {tree} /Lang ({metadata.language}) "
                f"/K [{' '.join(part.element for part in parts)}] >>"
            ),
            "Document",
        )
        if Roots(pages, document) != Roots.of(self._first):
            raise AssertionError("the parts refer to other roots")
        numbers = " ".join(self._numbers)
        tree = add(
            file, f"<< /Type /StructTreeRoot /K {document} /ParentTree << /Kids [{numbers}] >> >>", "StructTreeRoot"
        )
        said = catalog(file, metadata, "ltr")
        outline = add_outline(file, list(_joined([part.bookmark for part in parts])))
        root = add(
            file, f"<< /Type /Catalog /Pages {pages} /StructTreeRoot {tree} {said} /Outlines {outline} >>", "Catalog"
        )
        info = add(file, information(metadata), "Information")
        own = body(file, self._first)
        self._references.add(own, self._offset)
        self._offset += self._out.write(own.data)
        digest = self._digest.hexdigest().upper()
        self._out.write(
            self._references.end(self._offset, {"Root": root, "Info": info, "ID": f"[<{digest}> <{digest}>]"})
        )


def _joined(bookmarks: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the bookmarks of the parts, those of one language as one."""
    last: Entry | None = None
    for each in bookmarks:
        if last is not None and last.title == each.title:
            repeated = bool(each.below and last.below and each.below[0].title == last.below[-1].title)
            last.below.extend(each.below[repeated:])
        else:
            if last is not None:
                yield last
            last = each
    if last is not None:
        yield last
