"""Documents painted and tagged one after the other among the objects of one file."""

from collections.abc import Iterator, Sequence
from itertools import count

from foraldraskolan.layout.page import Dot, Emblem, Miniature, Page, Rect, Shape, Sketch, Symbol, Tick
from foraldraskolan.pdf.annotations import Annotations
from foraldraskolan.pdf.boxes import boxes
from foraldraskolan.pdf.canvas import TaggedCanvas
from foraldraskolan.pdf.neighbours import settings_of
from foraldraskolan.pdf.objects import Objects, add
from foraldraskolan.pdf.outline import Entry, entries
from foraldraskolan.pdf.structure import Element
from foraldraskolan.pdf.tags import TaggedPage, TagWriter
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Line


@record
class Painting:
    """What the file now has of a document: its root element, its form fields, its bookmarks."""

    root: str
    fields: list[str]
    bookmarks: list[Entry]


class Painter:
    """Paints documents that are read in one direction; objects and keys of the parent tree count from `first`.

    `root` is the reference to what the pages hang from, if there is more in the file; `unsaid` tells that the file does
    not say in which direction this document is read.
    """

    def __init__(self, *, rtl: bool, unsaid: bool = False, first: int = 1, root: str = "") -> None:
        self.file = Objects(first)
        self.pages: list[TaggedPage] = []
        self.page_tree = add(self.file, lambda: self._page_tree(root), "Pages")
        self._canvas = TaggedCanvas(self.file, self.page_tree)
        self._rtl, self._unsaid = rtl, unsaid
        self._keys: Iterator[int] = count(first)
        self.tags = TagWriter(self.file, self.pages, first)

    def paint(self, tree: Element, pages: Sequence[Page], parent: str) -> Painting:
        """Paint the pages of a document below a parent element.

        Raises AssertionError if the pages and the tree do not hold the same nodes: that is our own bug.
        """
        self._canvas.painted = {}
        annotations = Annotations(self.file, tree, self.pages, self._keys, self._canvas.painted)
        for page in pages:
            number = len(self.pages)
            self.pages.append(TaggedPage(next(self._keys)))
            self._canvas.begin(number, page.width, page.height)
            self._paint(page)
            written = " ".join(annotations.of_page(page, number))
            annots = f" /Annots [{written}]" if written else ""
            self.pages[-1].reference = self._canvas.end(f"/StructParents {self.pages[-1].key} /Tabs /S{annots}")
        root = self.tags.write(tree, parent, self._canvas.painted, annotations.attached, boxes(tree, pages))
        return Painting(root, annotations.fields, entries(tree, self._canvas.painted, self.pages))

    def _page_tree(self, root: str) -> str:
        kids = " ".join(page.reference for page in self.pages)
        above = f" /Parent {root}" if root else ""
        return f"<< /Type /Pages{above} /Count {len(self.pages)} /Kids [{kids}] >>"

    def close(self) -> str:
        """Write the fonts and return the digest of what is on the pages, which identifies the file."""
        return self._canvas.close()

    def _paint(self, page: Page) -> None:
        canvas, settings = self._canvas, settings_of(page, rtl=self._rtl, unsaid=self._unsaid)
        for placed in page.items:
            x, y, item = placed.x, placed.y, placed.item
            match item:
                case Line():
                    canvas.line(x, y, item, settings[id(placed)])
                case Rect():
                    canvas.box(x, y, item, placed.mark)
                case Shape():
                    canvas.shape(x, y, item, placed.mark)
                case Dot():
                    canvas.dot(x, y, item, placed.mark)
                case Tick():
                    canvas.tick(x, y, item)
                case Sketch():
                    canvas.sketch(x, y, item, placed.mark)
                case Emblem():
                    canvas.emblem(x, y, item, placed.mark)
                case Symbol():
                    canvas.symbol(x, y, item, placed.mark)
                case Miniature(width, small):
                    with canvas.picture(x, y, width / small.width, small.height, placed.mark):
                        self._paint(small)
