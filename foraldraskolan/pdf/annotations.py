"""What can be touched on a page: its links and check boxes, each with its key in the parent tree."""

from reportlab.pdfbase import pdfdoc

from foraldraskolan.layout.page import Page, Placed, Tick
from foraldraskolan.pdf.forms import appearances, widget
from foraldraskolan.pdf.links import Links, Touch, annotation
from foraldraskolan.pdf.objects import Raw, add
from foraldraskolan.pdf.structure import Element
from foraldraskolan.pdf.tags import Attached
from foraldraskolan.typeset.glyphs import Mark


class Annotations:
    """The annotations of one file, in the order of its pages; `pages` is filled as pages are written."""

    def __init__(self, file: pdfdoc.PDFDocument, tree: Element, pages: list[str], first_key: int) -> None:
        self._file = file
        self._links = Links.of(tree)
        self._pages = pages
        self._key = first_key
        self._appearances: dict[float, str] = {}
        self.attached: dict[Mark, list[Attached]] = {}
        self.fields: list[str] = []

    def of_page(self, page: Page, number: int, fillable: bool) -> list[str]:
        """Write one page's annotations and return the references to them."""
        written = [self._link(touch, page, number) for touch in self._links.touches(page)]
        if fillable:
            for placed in page.items:
                if isinstance(placed.item, Tick):
                    written.append(self._field(placed, placed.item, page, number))
                    self.fields.append(written[-1])
        return written

    def _link(self, touch: Touch, page: Page, number: int) -> str:
        text = annotation(touch, page.height, self._key)
        return self._attach(touch.mark, Raw(lambda: text), number)

    def _field(self, placed: Placed, tick: Tick, page: Page, number: int) -> str:
        if tick.width not in self._appearances:
            self._appearances[tick.width] = appearances(self._file, tick.width)
        appearance, key = self._appearances[tick.width], self._key
        field = Raw(lambda: widget(placed, tick, self._pages[number], page.height, key, appearance))
        return self._attach(placed.mark, field, number)

    def _attach(self, mark: Mark, thing: Raw, number: int) -> str:
        reference = add(self._file, thing, f"annotation{self._key}")
        self.attached.setdefault(mark, []).append(Attached(number, reference, self._key))
        self._key += 1
        return reference
