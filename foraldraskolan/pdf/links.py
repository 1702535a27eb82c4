"""Link annotations (ISO 32000-1, 12.5.6.5): which runs of text lead where, and the rectangles to click."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from foraldraskolan.layout.page import Page, Placed
from foraldraskolan.pdf.objects import numbers, text_string
from foraldraskolan.pdf.structure import Element, elements
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Line, Mark


@record
class LinkArea:
    """One rectangle of a link on a page: left, top, right, bottom in points from the page's top left corner."""

    mark: Mark
    target: Element
    box: tuple[float, float, float, float]


def targets(tree: Element) -> dict[Mark, Element]:
    """Return the links of a structure tree, by the marks of their text."""
    links = [each for each in elements(tree) if each.role == "Link"]
    return {mark: link for link in links for mark in link.kids if not isinstance(mark, Element)}


def areas(page: Page, links: Mapping[Mark, Element]) -> Iterator[LinkArea]:
    """Yield the rectangles on one page, one or more for each line that a link's text runs over."""
    for placed in page.items:
        if isinstance(placed.item, Line):
            yield from _on_line(placed, placed.item, links)


def _on_line(placed: Placed, line: Line, links: Mapping[Mark, Element]) -> Iterator[LinkArea]:
    """Yield a rectangle for each stretch of a link's words side by side: where directions meet there may be two."""
    # A line's last space may stand at its other end, and is nothing to click.
    words = [run for run in sorted(line.runs, key=lambda run: run.x) if not run.text.isspace()]
    for mark, stretch in groupby(words, key=lambda run: run.mark):
        if mark in links:
            runs = list(stretch)
            size = max(run.style.size for run in runs)
            left, right = placed.x + runs[0].x, placed.x + runs[-1].x + runs[-1].width
            yield LinkArea(mark, links[mark], (left, placed.y - size, right, placed.y + size * 0.3))


def annotation(area: LinkArea, height: float, key: int, place: str = "") -> str:
    """Return the annotation's dictionary; `key` is its StructParent, `place` where in the document it leads, if so."""
    left, top, right, bottom = area.box
    uri = area.target.url.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
    leads = f"/Dest {place}" if place else f"/A << /Type /Action /S /URI /URI ({uri}) >>"
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{numbers(left, height - bottom, right, height - top)}] "
        f"/Border [0 0 0] /F 4 /Contents {text_string(area.target.alt)} /StructParent {key} {leads} >>"
    )
