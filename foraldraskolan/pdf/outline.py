"""Bookmarks (ISO 32000-1, 12.3.3): one for every heading, nested by level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from foraldraskolan.pdf.objects import Objects, add, numbers, text_string
from foraldraskolan.pdf.structure import Element, elements, marks_of
from foraldraskolan.pdf.tags import Painted, TaggedPage
from foraldraskolan.typeset.glyphs import Mark

_ABOVE = 12  # points between the top of the window and what a bookmark leads to


@dataclass(slots=True)
class Entry:
    """One bookmark: its title, the page that it leads to and where on it, the ones below it."""

    title: str
    level: int
    page: str
    top: float
    below: list["Entry"] = field(default_factory=list)


def entries(tree: Element, painted: Mapping[Mark, list[Painted]], pages: Sequence[TaggedPage]) -> list[Entry]:
    """Return the bookmarks of a structure tree, nested."""
    top: list[Entry] = []
    path: list[Entry] = []
    for heading in (each for each in elements(tree) if each.title):
        level, first = int(heading.role[1:]), painted[next(marks_of(heading))][0]
        entry = Entry(heading.title, level, pages[first.page].reference, first.top)
        while path and path[-1].level >= level:
            path.pop()
        (path[-1].below if path else top).append(entry)
        path.append(entry)
    return top


def destination(page: str, top: float) -> str:
    """Return the place in a document where something begins, so high up on a page, with a little room above it."""
    return f"[{page} /XYZ null {numbers(top + _ABOVE)} null]"


def add_outline(document: Objects, top: Sequence[Entry]) -> str:
    """Write the outline and return the reference to it."""
    kids: list[str] = []
    root = add(
        document, lambda: f"<< /Type /Outlines /First {kids[0]} /Last {kids[-1]} /Count {len(kids)} >>", "outline"
    )
    kids.extend(_level(document, top, root))
    return root


def _level(document: Objects, siblings: Sequence[Entry], parent: str) -> list[str]:
    references: list[str] = []
    for index, entry in enumerate(siblings):
        references.append(_entry(document, entry, index, parent, references))
    return references


def _entry(document: Objects, entry: Entry, index: int, parent: str, siblings: list[str]) -> str:
    below: list[str] = []

    def make() -> str:
        parts = [f"<< /Title {text_string(entry.title)} /Parent {parent}"]
        parts.append(f"/Dest {destination(entry.page, entry.top)}")
        if index > 0:
            parts.append(f"/Prev {siblings[index - 1]}")
        if index + 1 < len(siblings):
            parts.append(f"/Next {siblings[index + 1]}")
        if below:
            parts.append(f"/First {below[0]} /Last {below[-1]} /Count {len(below)}")
        return " ".join(parts) + " >>"

    reference = add(document, make, f"{parent} bookmark {index}")
    below.extend(_level(document, entry.below, reference))
    return reference
