"""What can be clicked on a page: its links and check boxes, each with its key in the parent tree."""

from collections.abc import Callable, Iterator, Sequence

from foraldraskolan.layout.page import Page, Placed, Tick
from foraldraskolan.pdf.forms import appearances, widget
from foraldraskolan.pdf.links import LinkArea, annotation, areas, targets
from foraldraskolan.pdf.objects import Objects, add
from foraldraskolan.pdf.structure import Element
from foraldraskolan.pdf.tags import Attached, TaggedPage
from foraldraskolan.typeset.glyphs import Mark


class Annotations:
    """The annotations of one document, in the order of its pages; `keys` yields keys that the file has not used."""

    def __init__(self, file: Objects, tree: Element, pages: Sequence[TaggedPage], keys: Iterator[int]) -> None:
        self._file = file
        self._links = targets(tree)
        self._pages = pages
        self._keys = keys
        self._appearances: dict[float, str] = {}
        self.attached: dict[Mark, list[Attached]] = {}
        self.fields: list[str] = []

    def of_page(self, page: Page, number: int) -> list[str]:
        """Write the annotations of the page with this index in the file and return the references to them."""
        written = [self._link(area, page, number) for area in areas(page, self._links)]
        for placed in page.items:
            if isinstance(placed.item, Tick) and placed.item.name:
                written.append(self._field(placed, placed.item, page, number))
                self.fields.append(written[-1])
        return written

    def _link(self, area: LinkArea, page: Page, number: int) -> str:
        key = next(self._keys)
        return self._attach(area.mark, annotation(area, page.height, key), number, key)

    def _field(self, placed: Placed, tick: Tick, page: Page, number: int) -> str:
        if tick.width not in self._appearances:
            self._appearances[tick.width] = appearances(self._file, tick.width)
        appearance, key = self._appearances[tick.width], next(self._keys)
        # The page has its reference once it is written.

        def field() -> str:
            return widget(placed, tick, self._pages[number].reference, page.height, key, appearance)

        return self._attach(placed.mark, field, number, key)

    def _attach(self, mark: Mark, written: str | Callable[[], str], number: int, key: int) -> str:
        reference = add(self._file, written, f"annotation{key}")
        self.attached.setdefault(mark, []).append(Attached(number, reference, key))
        return reference
