"""Finished layout as plain data: pages with items at fixed positions, in points from the page's top left corner.

A strip is laid out from its start edge: `x` counts from there, whichever side that is. Only `compose` knows the page's
direction; it mirrors each item about its own width, so that a right-to-left page is mirrored whole and nothing inside
a glyph run or a picture is.
"""

from collections.abc import Sequence
from dataclasses import field, replace

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.logo import Logo
from foraldraskolan.record import record
from foraldraskolan.scripts import Direction
from foraldraskolan.typeset.glyphs import ARTIFACT, Line, Mark


@record
class Rect:
    """A rectangle: filled, stroked or both, with round corners of `radius`."""

    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 0.75
    radius: float = 0


@record
class Shape:
    """A closed polygon or a polyline, its points counted from its own start edge and top.

    `dashes` are the lengths of a line's dashes and gaps in points, none if it is whole.
    """

    width: float
    height: float
    points: tuple[tuple[float, float], ...]
    fill: str = ""
    stroke: str = ""
    thickness: float = 1.0
    dashes: tuple[float, ...] = ()


@record
class Dot:
    """A filled circle; if it is stroked, the stroke lies within it."""

    width: float
    fill: str
    stroke: str = ""
    thickness: float = 0.75

    @property
    def height(self) -> float:
        """How many points it is high."""
        return self.width


@record
class Tick:
    """A box to tick: the name that a screen reader says if it is a form field, "" if it is for a pen."""

    width: float
    name: str = ""

    @property
    def height(self) -> float:
        """How many points it is high."""
        return self.width


@record
class Miniature:
    """A whole page drawn small, as a picture."""

    width: float
    page: "Page"

    @property
    def height(self) -> float:
        """How many points it is high."""
        return self.width * self.page.height / self.page.width


@record
class Sketch:
    """A line drawing."""

    width: float
    drawing: LineDrawing

    @property
    def height(self) -> float:
        """How many points it is high."""
        return self.width * self.drawing.height / self.drawing.width


@record
class Emblem:
    """A logo."""

    width: float
    logo: Logo

    @property
    def height(self) -> float:
        """How many points it is high."""
        return self.width / self.logo.proportion


@record
class Symbol:
    """The square symbol of a QR code: rows of modules, 1 where it is dark, with the light ones around it."""

    width: float
    rows: tuple[bytes, ...]

    @property
    def height(self) -> float:
        """How many points it is high."""
        return self.width


Item = Line | Rect | Shape | Dot | Tick | Miniature | Sketch | Emblem | Symbol


@record
class Placed:
    """An item at a position: a line's `y` is its baseline, any other item's its top."""

    x: float
    y: float
    item: Item
    mark: Mark = ARTIFACT

    @property
    def marks(self) -> list[Mark]:
        """The mark of each run of a line, or of another item its own."""
        return [run.mark for run in self.item.runs] if isinstance(self.item, Line) else [self.mark]


@record
class Strip:
    """One unbreakable slice of a column: a line, a table row, a figure; `height` points high.

    `before` is the space above it, dropped at the top of a page. A page never ends with a strip that is to keep with
    the next; it rather does not with one of `rather_with_next`, unless that leaves much of the page empty. `repeat` are
    the strips that come first when this one opens a page: a table's head. `side` are those that stand beside it in
    another column, from its top; one that is to `clear` begins below all that stands beside what comes before. Room
    that is left on a page goes above the strips that can `stretch`, by their measures of it.
    """

    height: float
    items: tuple[Placed, ...]
    before: float = 0
    keep_with_next: bool = False
    rather_with_next: bool = False
    repeat: tuple["Strip", ...] = ()
    side: tuple["Strip", ...] = ()
    clear: bool = False
    stretch: float = 0


@record
class Page:
    """One page, its items in physical coordinates; a slide says which of the form's blocks it shows, by index."""

    width: float
    height: float
    items: list[Placed] = field(default_factory=list)
    block: int = 0


def as_artifact(strip: Strip) -> Strip:
    """Return the strip painted once more without meaning: what a reader has been told already."""
    items = []
    for each in strip.items:
        item = each.item
        if isinstance(item, Line):
            item = replace(item, runs=tuple(run._replace(mark=ARTIFACT) for run in item.runs))
        items.append(Placed(each.x, each.y, item))
    return replace(strip, items=tuple(items))


def compose(page: Page, items: Sequence[Placed], direction: Direction) -> None:
    """Put items onto a page, mirrored about the page's middle if it is read from right to left."""
    if direction == "ltr":
        page.items.extend(items)
        return
    for each in items:
        item = each.item
        if isinstance(item, Shape):
            item = replace(item, points=tuple((item.width - x, y) for x, y in item.points))
        page.items.append(Placed(page.width - each.x - item.width, each.y, item, each.mark))
