"""What all slides have in common: their size, their margins, what one page shows, its title and where that ends."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeGuard

from foraldraskolan.document.form import Box, Dots, Figure, FormBlock, Heading, Look, Paragraph, Runner
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.walk import Address
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import INK, TEAL, WHITE
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.page import Placed, Rect, Strip, as_artifact
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, enlarged, style
from foraldraskolan.record import record

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 60.0
ROOM = WIDTH - 2 * MARGIN
SEEN = 430.0  # heads may hide what is lower: there is nothing that the room must see
LOWEST = HEIGHT - 54  # below stands only the foot
_TOP = 36.0
_BAND = 46.0  # behind the title of a module, on its first slide
_BELOW_TITLE = 22.0
_SIZES = (1.0, 0.92, 0.84, 0.78)  # 36 points to 28
_LEAST = 24.0  # points of type
_SECTION = style(22, 28, 600, WHITE, wrap="balanced")

POINTS = replace(
    SCREEN,
    heading2=style(40, 48, 700, TEAL, wrap="balanced"),
    item=style(36, 46, before=14, wrap="balanced"),
    body=style(36, 46, before=14, wrap="balanced"),
    lead=style(36, 46, before=14, wrap="balanced"),
    number=style(30, 46, 600, TEAL),
    bullet=11,
    indent=40,
)
CAPTION = style(28, 34, 600, INK, wrap="balanced")

Addressed = tuple[Address, FormBlock]


@record
class Slide:
    """What one page shows of a box: the title of its module, its own, its blocks, the question that it asks.

    One that goes on repeats the titles. An agenda has some of its rows, by index from the first to before the second.
    """

    look: Look
    section: tuple[Address, Paragraph] | None
    title: tuple[Address, Heading] | None
    blocks: tuple[Addressed, ...]
    runner: Runner | None = None
    goes_on: bool = False
    rows: tuple[int, int] | None = None

    @property
    def question(self) -> tuple[Address, Box] | None:
        """The question that it asks below what it shows, None if it asks none."""
        at, last = self.blocks[-1] if self.blocks else ((), None)
        return (at, last) if isinstance(last, Box) and last.look == "ask" else None

    @property
    def content(self) -> tuple[Addressed, ...]:
        """All that it shows below its title but the question."""
        return self.blocks[:-1] if self.question else self.blocks

    @property
    def figures(self) -> list[tuple[Address, Figure]]:
        """What is drawn on it."""
        return [(at, block) for at, block in self.blocks if _is_drawn(block)]

    @property
    def words(self) -> list[Addressed]:
        """All of the content that is not drawn."""
        return [(at, block) for at, block in self.content if not _is_drawn(block)]


def _is_drawn(block: FormBlock) -> TypeGuard[Figure]:
    return isinstance(block, Figure) and isinstance(block.art, LineDrawing | Dots)


@record
class Laid:
    """Items of a slide, and the height that they reach down to; `crowded` says that they ought to be fewer."""

    items: list[Placed]
    bottom: float
    crowded: bool = False


def parts_of(blocks: Iterable[Addressed], theme: Theme, column: Column) -> list[Strip]:
    """Return blocks as strips one below the other."""
    return [strip for at, block in blocks for strip in lay_out(block, at, theme, column)]


def ground(colour: str) -> Placed:
    """Return what lies behind a whole slide."""
    return Placed(0, 0, Rect(WIDTH, HEIGHT, colour))


def head(slide: Slide, theme: Theme, column: Column, *, fill: str = TEAL) -> tuple[list[Placed], float]:
    """Return a slide's titles, its module's in a band across its first slide, and where what is below them begins."""
    items, y = band(slide, column, fill=fill)
    title = title_strips(slide, theme, column)
    items += stacked(title, y=y)
    return items, y + height(title) + _BELOW_TITLE


def band(slide: Slide, column: Column, *, fill: str = TEAL) -> tuple[list[Placed], float]:
    """Return the title of the module that a slide opens, and where its own begins."""
    if slide.section is None:
        return [], _TOP
    at, section = slide.section
    lines = prose_strips(section, at, _SECTION, Column(MARGIN, ROOM, column.tag))
    total = max(_BAND, height(lines) + 16)
    ground = Placed(0, 0, Rect(WIDTH, total, fill))
    shown = [as_artifact(line) for line in lines] if slide.goes_on else lines
    return [ground, *stacked(shown, y=(total - height(lines)) / 2)], total + 18


def title_strips(slide: Slide, theme: Theme, column: Column) -> list[Strip]:
    """Return the lines of a slide's title, without meaning where it has been told."""
    if slide.title is None:
        return []
    at, title = slide.title
    lines = prose_strips(title, at, theme.heading2, column)
    return [as_artifact(line) for line in lines] if slide.goes_on else lines


def fitted(blocks: Iterable[Addressed], theme: Theme, column: Column, room: float) -> tuple[list[Strip], bool]:
    """Return blocks in the largest type in which they have room, and whether that is smaller than it ought to be."""
    blocks = list(blocks)
    least = _LEAST / min(theme.body.text.size, theme.item.text.size)
    for factor in (*(each for each in _SIZES if each > least), least):
        strips = parts_of(blocks, enlarged(theme, factor), column)
        if height(strips) <= room and not is_too_wide(strips):
            return strips, factor < _SIZES[-1]
    return parts_of(blocks, enlarged(theme, least), column), True


def centred(strips: list[Strip], column: Column) -> list[Strip]:
    """Return strips of one line each in the middle of their column."""
    return [replace(strip, items=tuple(_middle(strip.items, column))) for strip in strips]


def _middle(items: Iterable[Placed], column: Column) -> Iterator[Placed]:
    for each in items:
        yield replace(each, x=column.x + (column.width - each.item.width) / 2)


Set = Callable[[Slide, Theme, str], Laid]
