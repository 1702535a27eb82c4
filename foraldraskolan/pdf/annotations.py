"""What can be clicked on a page: its links and check boxes, each with its key in the parent tree."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from foraldraskolan.layout.page import Page, Placed, Tick
from foraldraskolan.pdf.forms import appearances, widget
from foraldraskolan.pdf.links import LinkArea, annotation, areas, targets
from foraldraskolan.pdf.objects import Objects, add
from foraldraskolan.pdf.outline import destination
from foraldraskolan.pdf.structure import Element, elements, marks_of
from foraldraskolan.pdf.tags import Attached, Painted, TaggedPage
from foraldraskolan.typeset.glyphs import Mark


class Annotations:
    """The annotations of one document, in the order of its pages; `keys` yields keys that the file has not used.

    `painted` is what will be on its pages.
    """

    def __init__(
        self,
        file: Objects,
        tree: Element,
        pages: Sequence[TaggedPage],
        keys: Iterator[int],
        painted: Mapping[Mark, list[Painted]],
    ) -> None:
        self._file = file
        self._links = targets(tree)
        self._headings = [next(marks_of(each)) for each in elements(tree) if each.title]
        self._pages = pages
        self._keys = keys
        self._painted = painted
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
        # What a link leads to may be on a page that is not painted yet.

        def link() -> str:
            place = self._place(area.target.target) if area.target.target >= 0 else ""
            return annotation(area, page.height, key, place)

        return self._attach(area.mark, link, number, key)

    def _place(self, heading: int) -> str:
        """Return the destination that a heading is."""
        first = self._painted[self._headings[heading]][0]
        return destination(self._pages[first.page].reference, first.top)

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
