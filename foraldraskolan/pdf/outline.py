"""Bookmarks (ISO 32000-1, 12.3.3): one for every heading, nested by level."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfdoc

from foraldraskolan.pdf.objects import Raw, add, text_string
from foraldraskolan.pdf.structure import Element
from foraldraskolan.pdf.tags import Painted
from foraldraskolan.typeset.glyphs import Mark


@dataclass(slots=True)
class Entry:
    """One bookmark: its title, where it leads, the ones below it."""

    title: str
    level: int
    painted: Painted
    below: list["Entry"] = field(default_factory=list)


def entries(tree: Element, painted: Mapping[Mark, list[Painted]]) -> list[Entry]:
    """Return the bookmarks of a structure tree, nested."""
    top: list[Entry] = []
    path: list[Entry] = []
    for level, title, mark in _headings(tree):
        entry = Entry(title, level, painted[mark][0])
        while path and path[-1].level >= level:
            path.pop()
        (path[-1].below if path else top).append(entry)
        path.append(entry)
    return top


def _headings(element: Element) -> Iterator[tuple[int, str, Mark]]:
    if element.title:
        yield int(element.role[1:]), element.title, next(_marks(element))
    else:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from _headings(kid)


def _marks(element: Element) -> Iterator[Mark]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _marks(kid)
        else:
            yield kid


class Outline(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """The outline in place of reportlab's own, which asks for named destinations."""

    __RefOnly__ = 1
    ready = 1

    def __init__(self, document: pdfdoc.PDFDocument, pages: list[str], top: list[Entry]) -> None:
        self._document = document
        self._pages = pages
        self._count = 0
        root = add(document, self, "Outlines")
        self._kids = self._level(top, root)

    def prepare(self, document: pdfdoc.PDFDocument, canvas: object) -> None:
        """Do nothing: all is prepared; part of reportlab's protocol."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the root's bytes; part of reportlab's protocol."""
        return f"<< /Type /Outlines /First {self._kids[0]} /Last {self._kids[-1]} /Count {len(self._kids)} >>".encode()

    def _level(self, siblings: list[Entry], parent: str) -> list[str]:
        references: list[str] = []
        for index, entry in enumerate(siblings):
            references.append(self._entry(entry, index, parent, references))
        return references

    def _entry(self, entry: Entry, index: int, parent: str, siblings: list[str]) -> str:
        below: list[str] = []

        def make() -> str:
            parts = [f"<< /Title {text_string(entry.title)} /Parent {parent}"]
            parts.append(f"/Dest [{self._pages[entry.painted.page]} /XYZ null {entry.painted.top + 12:.0f} null]")
            if index > 0:
                parts.append(f"/Prev {siblings[index - 1]}")
            if index + 1 < len(siblings):
                parts.append(f"/Next {siblings[index + 1]}")
            if below:
                parts.append(f"/First {below[0]} /Last {below[-1]} /Count {len(below)}")
            return " ".join(parts) + " >>"

        self._count += 1
        reference = add(self._document, Raw(make), f"outline{self._count}")
        below.extend(self._level(entry.below, reference))
        return reference
