"""How much of a page each figure and table takes (ISO 32000-1, 14.8.5.4.3: BBox)."""

from collections.abc import Iterator, Mapping, Sequence

from foraldraskolan.layout.inside import bounds, run_bounds
from foraldraskolan.layout.page import Page
from foraldraskolan.pdf.structure import Element, elements, marks_of
from foraldraskolan.typeset.glyphs import Line, Mark

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top, in points from the page's lower left corner
BOXED = ("Figure", "Table")


def boxes(tree: Element, pages: Sequence[Page]) -> Mapping[Mark, Rectangle]:
    """Return the rectangle about the content of each figure and table of a tree, by its first mark.

    One that goes on overleaf has none: the standard knows a rectangle only of what is on one page.
    """
    first: dict[Mark, Mark] = {}
    for element in elements(tree):
        if element.role in BOXED:
            marks = list(marks_of(element))
            first |= dict.fromkeys(marks, marks[0])
    if not first:
        return {}
    found: dict[Mark, dict[int, Rectangle]] = {}
    for number, page in enumerate(pages):
        for mark, (left, top, right, bottom) in _painted(page):
            if mark in first:
                rectangle = (
                    max(left, 0.0), max(page.height - bottom, 0.0),
                    min(right, page.width), min(page.height - top, page.height),
                )  # fmt: skip
                on_pages = found.setdefault(first[mark], {})
                on_pages[number] = _around(on_pages.get(number, rectangle), rectangle)
    return {mark: next(iter(on_pages.values())) for mark, on_pages in found.items() if len(on_pages) == 1}


def _painted(page: Page) -> Iterator[tuple[Mark, Rectangle]]:
    """Yield the mark of each thing on a page, with its left, top, right and bottom edge as layout counts."""
    for placed in page.items:
        if isinstance(placed.item, Line):
            for run in placed.item.runs:
                yield run.mark, run_bounds(placed, run)
        else:
            yield placed.mark, bounds(placed)


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
