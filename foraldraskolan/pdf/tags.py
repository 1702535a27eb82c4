"""Structure trees and marks to StructTreeRoot and ParentTree (ISO 32000-1, 14.7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from foraldraskolan.pdf.boxes import BOXED, Rectangle
from foraldraskolan.pdf.objects import Objects, add, numbers, text_string
from foraldraskolan.pdf.structure import Element, marks_of
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Mark


@record
class Painted:
    """A piece of marked content: the index of its page, its MCID there, its top in points from the page's bottom."""

    page: int
    mcid: int
    top: float


@record
class Attached:
    """An annotation that belongs to an element: its page, its reference, its key in the parent tree."""

    page: int
    reference: str
    key: int


@dataclass(slots=True)
class TaggedPage:
    """A page of the file: its key in the parent tree, its reference, the element of each piece of marked content."""

    key: int
    reference: str = ""
    parents: dict[int, str] = field(default_factory=dict)


class TagWriter:
    """Writes the elements of documents, and notes which element each piece of marked content belongs to.

    Its notes have numbers on from `first`, so that those of several writers stay apart in one file.
    """

    def __init__(self, file: Objects, pages: Sequence[TaggedPage], first: int) -> None:
        self._file = file
        self._pages = pages
        self._count = 0
        self._notes = count(first)
        self._annotations: dict[int, str] = {}

    def write(
        self,
        tree: Element,
        parent: str,
        painted: Mapping[Mark, list[Painted]],
        attached: Mapping[Mark, list[Attached]],
        boxes: Mapping[Mark, Rectangle],
    ) -> str:
        """Write a whole tree below a parent and return the reference to its root; `boxes` are those of `boxes`.

        Raises AssertionError if what is painted and the tree do not hold the same marks: that is our own bug.
        """
        used: set[Mark] = set()
        root = self._element(tree, parent, _Marks(painted, attached, boxes, used))
        stray = painted.keys() - used
        if stray:
            raise AssertionError(f"on the pages but not in the document: {sorted(stray)}")
        return root

    def parent_tree(self) -> str:
        """Return the keys and values of the parent tree, in the order of the keys (ISO 32000-1, 14.7.4.4)."""
        entries = dict(self._annotations)
        for page in self._pages:
            entries[page.key] = f"[{' '.join(page.parents[mcid] for mcid in range(len(page.parents)))}]"
        return " ".join(f"{key} {entries[key]}" for key in sorted(entries))

    def limits(self) -> tuple[int, int]:
        """Return the lowest and the highest key of the parent tree."""
        keys = [*self._annotations, *(page.key for page in self._pages)]
        return min(keys), max(keys)

    def _element(self, element: Element, parent: str, marks: "_Marks") -> str:
        self._count += 1
        kids: list[str] = []
        pages: list[int] = []
        box = marks.boxes.get(next(marks_of(element))) if element.role in BOXED else None
        reference = add(
            self._file, lambda: self._dictionary(element, parent, kids, pages, box), f"element{self._count}"
        )
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._element(kid, reference, marks))
            else:
                kids.extend(self._leaf(kid, reference, pages, marks))
        return reference

    def _leaf(self, mark: Mark, reference: str, pages: list[int], marks: "_Marks") -> list[str]:
        painted, attached = marks.painted.get(mark, ()), marks.attached.get(mark, ())
        if not painted and not attached:
            raise AssertionError(f"nothing on the pages is marked {mark}")
        marks.used.add(mark)
        kids: list[str] = []
        for each in painted:
            pages.append(each.page)
            self._pages[each.page].parents[each.mcid] = reference
            if each.page == pages[0]:
                kids.append(str(each.mcid))
            else:
                kids.append(f"<< /Type /MCR /Pg {self._pages[each.page].reference} /MCID {each.mcid} >>")
        for link in attached:
            self._annotations[link.key] = reference
            kids.append(f"<< /Type /OBJR /Obj {link.reference} /Pg {self._pages[link.page].reference} >>")
        return kids

    def _dictionary(
        self, element: Element, parent: str, kids: list[str], pages: list[int], box: Rectangle | None
    ) -> str:
        parts = [f"/Type /StructElem /S /{element.role} /P {parent}"]
        if pages:
            parts.append(f"/Pg {self._pages[pages[0]].reference}")
        if element.language:
            parts.append(f"/Lang ({element.language})")
        if element.alt and element.role == "Figure":
            parts.append(f"/Alt {text_string(element.alt)}")
        if element.attributes:
            parts.append(f"/A {element.attributes}")
        if box is not None:
            parts.append(f"/A << /O /Layout /BBox [{numbers(*box)}] >>")
        if element.role == "Note":
            parts.append(f"/ID (note{next(self._notes)})")
        parts.append(f"/K [{' '.join(kids)}]")
        return "<< " + " ".join(parts) + " >>"


@record
class _Marks:
    """Where the marks of one document are, and which of them the tree has used so far."""

    painted: Mapping[Mark, list[Painted]]
    attached: Mapping[Mark, list[Attached]]
    boxes: Mapping[Mark, Rectangle]
    used: set[Mark]
