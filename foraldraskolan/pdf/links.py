"""Link annotations (ISO 32000-1, 12.5.6.5): which runs of text lead where, and the rectangles to touch."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from foraldraskolan.layout.page import Page, Placed
from foraldraskolan.pdf.objects import numbers, text_string
from foraldraskolan.pdf.structure import Element
from foraldraskolan.typeset.glyphs import Line, Mark


@dataclass(slots=True)
class Touch:
    """One rectangle of a link on a page: left, top, right, bottom in points from the page's top left corner."""

    mark: Mark
    target: Element
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class Links:
    """The links of a structure tree, by the marks of their text."""

    targets: dict[Mark, Element] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Element) -> "Links":
        """Collect every Link element."""
        return cls(dict(_targets(tree)))

    def touches(self, page: Page) -> list[Touch]:
        """Return the rectangles on one page, one or more for each line that a link's text runs over."""
        found: list[Touch] = []
        for placed in page.items:
            if isinstance(placed.item, Line):
                found.extend(self._on_line(placed, placed.item))
        return found

    def _on_line(self, placed: Placed, line: Line) -> Iterator[Touch]:
        """Yield a rectangle for each stretch of a link's words side by side: where directions meet there may be two."""
        # A line's last space may stand at its other end, and is nothing to touch.
        words = [run for run in sorted(line.runs, key=lambda run: run.x) if not run.text.isspace()]
        for mark, stretch in groupby(words, key=lambda run: run.mark):
            if mark in self.targets:
                runs = list(stretch)
                size = max(run.style.size for run in runs)
                left, right = placed.x + runs[0].x, placed.x + runs[-1].x + runs[-1].width
                yield Touch(mark, self.targets[mark], (left, placed.y - size, right, placed.y + size * 0.3))


def _targets(element: Element) -> Iterator[tuple[Mark, Element]]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _targets(kid)
        elif element.role == "Link":
            yield kid, element


def annotation(touch: Touch, height: float, key: int) -> str:
    """Return the annotation's dictionary; `key` is its StructParent."""
    left, top, right, bottom = touch.box
    uri = touch.target.url.replace("\\", "%5C").replace("(", "%28").replace(")", "%29")
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{numbers(left, height - bottom, right, height - top)}] "
        f"/Border [0 0 0] /F 4 /Contents {text_string(touch.target.alt)} /StructParent {key} "
        f"/A << /Type /Action /S /URI /URI ({uri}) >> >>"
    )
