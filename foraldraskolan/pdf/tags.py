"""Structure tree and marks to StructTreeRoot and ParentTree (ISO 32000-1, 14.7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

from foraldraskolan.pdf.objects import Raw, add, text_string
from foraldraskolan.pdf.structure import Element
from foraldraskolan.typeset.glyphs import Mark


@dataclass(frozen=True, slots=True)
class Painted:
    """A piece of marked content: the index of its page, its MCID there, its top in points from the page's bottom."""

    page: int
    mcid: int
    top: float


@dataclass(frozen=True, slots=True)
class Attached:
    """An annotation that belongs to an element: its page, its reference, its key in the parent tree."""

    page: int
    reference: str
    key: int


class TagWriter:
    """Writes the elements of one document, and notes which element each piece of marked content belongs to."""

    def __init__(
        self,
        document: pdfdoc.PDFDocument,
        pages: list[str],
        painted: Mapping[Mark, list[Painted]],
        attached: Mapping[Mark, list[Attached]],
    ) -> None:
        self._document = document
        self._pages = pages
        self._painted = painted
        self._attached = attached
        self._count = 0
        self._notes = 0
        self._parents: list[dict[int, str]] = [{} for _ in pages]
        self._annotations: dict[int, str] = {}
        self.used: set[Mark] = set()

    def write(self, tree: Element) -> str:
        """Write the whole tree and return the reference to its root."""
        kids: list[str] = []
        root = add(
            self._document,
            Raw(
                lambda: (
                    f"<< /Type /StructTreeRoot /K {kids[0]} /ParentTree << /Nums [{self._numbers()}] >> "
                    f"/ParentTreeNextKey {len(self._pages) + len(self._annotations)} >>"
                )
            ),
            "StructTreeRoot",
        )
        kids.append(self._element(tree, root))
        return root

    def _numbers(self) -> str:
        entries = []
        for key, parents in enumerate(self._parents):
            entries.append(f"{key} [{' '.join(parents[mcid] for mcid in range(len(parents)))}]")
        entries.extend(f"{key} {self._annotations[key]}" for key in sorted(self._annotations))
        return " ".join(entries)

    def _element(self, element: Element, parent: str) -> str:
        self._count += 1
        kids: list[str] = []
        pages: list[int] = []
        reference = add(
            self._document, Raw(lambda: self._dictionary(element, parent, kids, pages)), f"element{self._count}"
        )
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._element(kid, reference))
            else:
                kids.extend(self._leaf(kid, reference, pages))
        return reference

    def _leaf(self, mark: Mark, reference: str, pages: list[int]) -> list[str]:
        painted, attached = self._painted.get(mark, ()), self._attached.get(mark, ())
        if not painted and not attached:
            raise AssertionError(f"nothing on the pages is marked {mark}")
        self.used.add(mark)
        kids: list[str] = []
        for each in painted:
            pages.append(each.page)
            self._parents[each.page][each.mcid] = reference
            if each.page == pages[0]:
                kids.append(str(each.mcid))
            else:
                kids.append(f"<< /Type /MCR /Pg {self._pages[each.page]} /MCID {each.mcid} >>")
        for link in attached:
            self._annotations[link.key] = reference
            kids.append(f"<< /Type /OBJR /Obj {link.reference} /Pg {self._pages[link.page]} >>")
        return kids

    def _dictionary(self, element: Element, parent: str, kids: list[str], pages: list[int]) -> str:
        parts = [f"/Type /StructElem /S /{element.role} /P {parent}"]
        if pages:
            parts.append(f"/Pg {self._pages[pages[0]]}")
        if element.language:
            parts.append(f"/Lang ({element.language})")
        if element.alt and element.role == "Figure":
            parts.append(f"/Alt {text_string(element.alt)}")
        if element.attributes:
            parts.append(f"/A {element.attributes}")
        if element.role == "Note":
            self._notes += 1
            parts.append(f"/ID (note{self._notes})")
        parts.append(f"/K [{' '.join(kids)}]")
        return "<< " + " ".join(parts) + " >>"
