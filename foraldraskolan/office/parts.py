"""What stands on a slide: parts that are edited as one, each with what is painted of it."""

from foraldraskolan.document.form import Figure, FormBlock, Table
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address
from foraldraskolan.layout.inside import bounds
from foraldraskolan.layout.page import Page, Placed, Rect
from foraldraskolan.office.drawingml import Frame
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT, Line, TextStyle

DEPTH = 0.2  # from a baseline to the foot of its line, in sizes of its type


@record
class Words:
    """A text on a slide: its address in the form, () if it is no part of it, its lines, and what marks it in a list."""

    at: Address
    prose: Prose
    lines: tuple[Placed, ...]
    marker: Placed | None = None
    struck: bool = False


@record
class TextPart:
    """Texts that stand in one frame, and what the frame is: the slide's title, its foot, or a text like others."""

    words: tuple[Words, ...]
    kind: str = "text"  # "title", "example", "number", "foot"
    block: FormBlock | None = None


@record
class TablePart:
    """The rows of a table that a slide shows, and what is painted behind them."""

    rows: tuple[tuple[Words, ...], ...]
    head: bool
    ground: tuple[Placed, ...]


@record
class ChartPart:
    """A chart: its bars, the rows that say what they show, all that is painted of it."""

    figure: Figure
    table: Table
    items: tuple[Placed, ...]


@record
class FigurePart:
    """A figure as it is painted."""

    alt: Prose
    items: tuple[Placed, ...]


@record
class Ornament:
    """What carries no meaning, the first below the others."""

    items: tuple[Placed, ...]


Part = TextPart | TablePart | ChartPart | FigurePart | Ornament


def ground_of(page: Page) -> tuple[Placed, ...]:
    """Return what lies behind all else on a page: what is painted first and is as high as the page."""
    found: list[Placed] = []
    for each in page.items:
        whole = isinstance(each.item, Rect) and each.item.height >= page.height
        if each.mark != ARTIFACT or not whole:
            break
        found.append(each)
    return tuple(found)


def frame_of(placed: Placed) -> Frame:
    """Return the rectangle that an item takes."""
    left, top, right, bottom = bounds(placed)
    return Frame(left, top, right - left, bottom - top)


def words_of(line: Line) -> str:
    """Return the characters of a line in the order of the text."""
    return "".join("".join(run.texts[::-1] if run.rtl else run.texts) for run in line.runs)


def style_of(line: Placed) -> TextStyle:
    """Return the style of the largest type on a line."""
    assert isinstance(line.item, Line)
    return max((run.style for run in line.item.runs), key=lambda style: style.size)
