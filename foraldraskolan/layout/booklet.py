"""A booklet: pages of A5 in the order of reading, laid side by side on A4; its back is cards to cut out.

Its first page is a cover, if it is opened with one.
"""

from collections.abc import Callable
from dataclasses import replace

from foraldraskolan.document.form import Box, Figure, Form, Heading, Paragraph
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.grid import BOOKLET, Grid
from foraldraskolan.layout.imposition import impose
from foraldraskolan.layout.inside import bounds, off_page, too_wide
from foraldraskolan.layout.leaflet_back import cut_out
from foraldraskolan.layout.opening import Opening, framed, head_line
from foraldraskolan.layout.page import Page, Placed, Rect, Sketch, Strip, compose
from foraldraskolan.layout.sheet import lowest
from foraldraskolan.layout.text import height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, resized
from foraldraskolan.problems import raise_found
from foraldraskolan.typeset.glyphs import ARTIFACT

_TITLE_TOP, _TITLE = 44 * MM, 32.0
_DRAWING, _BETWEEN = 30 * MM, 10 * MM
_GAP = 10.0
_RULE = 1.6
_A_SHEET = 4  # pages


def lay_out_booklet(form: Form, inside: Callable[[Form], list[Page]]) -> list[Page]:
    """Return the sides of the sheets of a form that ends in cards to cut out; `inside` lays out all that is before.

    Raises ProblemsFound for all that has no room.
    """
    before, last = _parted(form)
    pages = inside(replace(form, blocks=form.blocks[:before]))
    # Another sheet for the cards alone is paper for nothing.
    y = lowest(form, BOOKLET) - height(last)
    if len(pages) % _A_SHEET or _filled(pages[-1]) > y:
        pages.append(Page(BOOKLET.width, BOOKLET.height))
        y = BOOKLET.top
    compose(pages[-1], stacked(last, y=y), form.language.direction)
    raise_found([*too_wide((item for strip in last for item in strip.items), form), *off_page(pages, form)])
    return impose(pages, form.language.direction)


def _filled(page: Page) -> float:
    """Return how far down a page's text reaches; its foot is no text."""
    return max((bounds(each)[3] for each in page.items if any(mark != ARTIFACT for mark in each.marks)), default=0.0)


def _parted(form: Form) -> tuple[int, list[Strip]]:
    """Return how many of a form's blocks come before its cards, and the cards below what is said of them."""
    column = replace(BOOKLET.whole(form.language.tag), width=85 * MM)
    theme = BOOKLET.in_language(form.language.tag).theme
    blocks = list(top(form))
    first = next((at[0] for at, block in blocks if isinstance(block, Box) and block.look == "cut-out"), len(blocks))
    before = first - 1 if first and isinstance(form.blocks[first - 1], Paragraph) else first
    strips: list[Strip] = []
    for at, block in blocks[before:]:
        if isinstance(block, Box):
            strips.append(replace(cut_out(block, at, theme, column), before=_GAP))
        elif isinstance(block, Paragraph):
            strips += prose_strips(block, at, theme.body, column)
    return before, strips


def cover(form: Form, grid: Grid) -> Opening:
    """Return the front page of a form that opens with a masthead: title, drawings, and below them whose it is."""
    column = grid.whole(form.language.tag)
    (at, masthead), *_ = top(form)
    title, rest = list[Strip](), list[Strip]()
    figures: list[tuple[Address, LineDrawing]] = []
    for here, block in below(masthead, at):
        match block:
            case Heading():
                title += prose_strips(block, here, resized(grid.theme.title, _TITLE), column)
            case Paragraph(role="subtitle"):
                title += prose_strips(block, here, grid.theme.subtitle, column)
            case Paragraph(role="language"):
                pass  # it stands above
            case Paragraph(role="example"):
                rest.append(framed(block, here, column))
            case Figure(LineDrawing() as drawing):
                figures.append((here, drawing))
            case _:
                rest += prose_strips(block, here, grid.theme.body, column)
    y = _TITLE_TOP + height(title) + _GAP
    rule = Placed(column.x, y, Rect(column.width, _RULE, TEAL))
    drawn = [
        Placed(column.x + number * (_DRAWING + _BETWEEN), y + 2 * _GAP, Sketch(_DRAWING, drawing), (here, "figure"))
        for number, (here, drawing) in enumerate(figures)
    ]
    end = lowest(form, grid)
    last = stacked(rest, y=end - height(rest))
    items = [*head_line(masthead, at, grid, column, grid.top), *stacked(title, y=_TITLE_TOP), rule, *drawn, *last]
    return Opening(items, end, 1)
