"""A sheet: a title, a numbering column, a column of text with what stands beside it, a foot that says what this is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import ceil

from foraldraskolan.document.form import Box, Form, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.walk import Address, below, headings, paged, top
from foraldraskolan.layout.aside import aside, is_aside
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.flow import exceeds, flow
from foraldraskolan.layout.foot import foot_of
from foraldraskolan.layout.grid import A4, Grid
from foraldraskolan.layout.inside import off_page, place_of, too_wide
from foraldraskolan.layout.opening import Opening, band
from foraldraskolan.layout.page import Page, Placed, Strip, compose
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import MM, Theme, tightened
from foraldraskolan.problems import Problem, message, raise_found
from foraldraskolan.typeset.glyphs import ARTIFACT, Mark

_ABOVE_FOOT = 16.0  # between the text and the rule above the foot
_EDGE = 4.2 * MM  # of a sheet on which printers do not print
_WIDE = ("contents",)  # with nothing beside them
_HIGHER = 24 * MM  # than the text that drawings stand beside
# What is left of a page goes above the headings on it, and a little above all else.
_STRETCH, _STRETCH_A_LITTLE = 0.4, 0.12
_BELOW_HEADING = 6.0  # points to whatever comes

Open = Callable[[Form, Grid], Opening]
# What fills sheets: the items of each, y counted from the top, given how much room the first has and any other.
Flown = Callable[[float, float], list[list[Placed]]]


def lay_out_sheet(form: Form, grid: Grid = A4, *, opening: Open = band) -> list[Page]:
    """Return the pages of a form that opens with a masthead, as a title band if nothing else is asked for."""
    head, body = parts(form, grid, opening)
    if any(isinstance(block, Box) and block.look == "contents" for _, block in top(form)):
        end = lowest(form, grid)
        form = paged(form, _pages(form, flow(body, [end - head.bottom, end - grid.top])))
        head, body = parts(form, grid, opening)
    return pages_of(form, grid, head, body)


def _pages(form: Form, columns: Sequence[Sequence[Placed]]) -> list[str]:
    """Return the page that each heading of a form is on; what opens the sheet is on the first."""
    found = {
        mark[0][:depth]: str(number)
        for number, column in reversed(list(enumerate(columns, start=1)))
        for each in column
        for mark in each.marks
        for depth in range(1, len(mark[0]))
    }
    return [found.get(address, "1") for address in headings(form)]


def parts(form: Form, grid: Grid, opening: Open) -> tuple[Opening, list[Strip]]:
    """Return what opens a form's first sheet, and the strips below it, on no page yet."""
    head = opening(form, grid.in_language(form.language.tag))
    body = _Body(form, grid)
    for at, block in list(top(form))[head.shown :]:
        body.add(block, at)
    return head, body.strips()


class _Body:
    """Lays out the blocks of a sheet in its columns, a part of the text below each heading."""

    def __init__(self, form: Form, grid: Grid) -> None:
        tag = form.language.tag
        self._latin, self._theme = grid.theme, grid.in_language(tag).theme
        self._whole, self._wide, self._column = grid.whole(tag), grid.wide(tag), grid.column(tag)
        self._aside = grid.aside(tag)
        self._full = lowest(form, grid) - grid.top
        self._strips: list[Strip] = [Strip(0.0, ())]  # below it what stands first can be lower, too
        self._before: FormBlock | None = None
        self._begun = -1  # the strip that this part of the text begins with: its heading
        self._beside: list[tuple[int, Address, Box]] = []  # this part, and after how many strips

    def add(self, block: FormBlock, at: Address) -> None:
        """Add one of the form's blocks."""
        inner = _inner(block)
        if self._aside is not None and self._begun >= 0 and isinstance(inner, Box) and is_aside(inner):
            self._beside.append((len(self._strips), at, inner))
            return
        first, *rest = self._laid_out(block, at, block.look if isinstance(block, Box) else "")
        if self._before is None:
            first = replace(first, before=0.0, stretch=first.stretch + _STRETCH)
        if isinstance(inner, Heading):
            self._end_part()
            self._begun = len(self._strips)
            first = replace(first, clear=True, stretch=_STRETCH)
        elif isinstance(self._before, Heading):
            first = replace(first, before=_BELOW_HEADING)
            if _refers(inner):
                rest = [replace(strip, keep_with_next=True) for strip in rest]
                first = replace(first, keep_with_next=True)
        else:
            first = replace(first, stretch=max(first.stretch, _STRETCH_A_LITTLE))
        if not isinstance(self._before, Heading) and (
            follows(inner) or (isinstance(inner, List) and isinstance(self._before, Paragraph))
        ):
            self._strips[-1] = replace(self._strips[-1], keep_with_next=True)
        self._strips += [first, *rest]
        self._before = inner

    def strips(self) -> list[Strip]:
        """Return all strips, when no block is left."""
        self._end_part()
        return self._strips

    def _laid_out(self, block: FormBlock, at: Address, look: str) -> tuple[Strip, ...]:
        if look == "sources":
            # They are looked up, not read, and Swedish on every sheet: set as near as Latin ones.
            return _block(block, at, self._latin, self._whole)
        column = self._whole if look == "numbers" else self._wide if self._begun < 0 or look in _WIDE else self._column
        strips = _block(block, at, self._theme, column)
        if look == "numbers":
            # They stand on one page, set as near as Latin letters are if need be, or a little nearer.
            for theme in (self._latin, tightened(self._latin)):
                if exceeds([*self._strips[self._begun :], *strips], self._full):
                    strips = _block(block, at, theme, column)
        return strips

    def _end_part(self) -> None:
        """Put what stands beside a part there, or drawings that are much higher than it in rows into its text."""
        if self._aside is None or not self._beside:
            return
        theme, side = self._theme, self._aside
        laid = [(place, at, box, aside(box, at, theme, side)) for place, at, box in self._beside]
        text = height(self._strips[self._begun :])
        high = height([strip for *_, strips in laid for strip in strips])
        for place, at, box, strips in reversed(laid):
            if box.look == "pictures" and high > text + _HIGHER:
                self._strips[place - 1] = replace(self._strips[place - 1], keep_with_next=True)
                self._strips[place:place] = _block(box, at, theme, self._wide)
            else:
                first = self._strips[self._begun]
                self._strips[self._begun] = replace(first, side=(*strips, *first.side))
        self._beside = []


# The letters of a mailout share all but a line or two.
@lru_cache(maxsize=256)
def _block(block: FormBlock, at: Address, theme: Theme, column: Column) -> tuple[Strip, ...]:
    return tuple(lay_out(block, at, theme, column))


def _inner(block: FormBlock) -> FormBlock:
    """Return the block that has a number, or else the block."""
    if isinstance(block, Box) and block.look == "numbered":
        *_, (_, block) = below(block, ())
    return block


def follows(block: FormBlock) -> bool:
    """Tell whether a block stands with what comes before it: a picture with its text, a last word with its module."""
    block = _inner(block)
    return isinstance(block, Box) and block.look in ("pictures", "remember", "stale")


def _refers(block: FormBlock) -> bool:
    """Tell whether a block only says where to read of acute danger: with a heading it is no text to end a page with."""
    return isinstance(block, Box) and block.look == "act" and len(block.blocks) == 1


def pages_of(form: Form, grid: Grid, opening: Opening, body: Sequence[Strip]) -> list[Page]:
    """Return strips on as many sheets as they need, what opens the first on it, the foot on each.

    Raises ProblemsFound as `sheets` does.
    """
    return sheets(form, grid, opening, body, lambda first, full: flow(body, [first, full]))


def sheets(form: Form, grid: Grid, opening: Opening, body: Sequence[Strip], flown: Flown) -> list[Page]:
    """Return strips on sheets as they are `flown`, what opens the first on it, the foot on each.

    Raises ProblemsFound for everything in one piece that is higher than a sheet, or wider than its place, and by how
    much.
    """
    direction = form.language.direction
    end = lowest(form, grid)
    full, first = end - grid.top, end - opening.bottom
    every = [each for strip in body for each in (strip, *strip.side)]
    items = chain(opening.items, *(strip.items for strip in every))
    raise_found([*too_wide(items, form), *_too_high(opening, first, every, full, form)])
    raise_found(too_wide(_foot(form, grid, 1, 1).items, form))
    columns = flown(first, full)
    pages: list[Page] = []
    for number, column in enumerate(columns, start=1):
        page = Page(grid.width, grid.height)
        if number == 1:
            compose(page, opening.items, direction)
        offset = opening.bottom if number == 1 else grid.top
        moved = [Placed(each.x, each.y + offset, each.item, each.mark) for each in column]
        compose(page, moved, direction)
        foot = _foot(form, grid, number, len(columns))
        compose(page, stacked([foot], y=end + _ABOVE_FOOT), direction)
        pages.append(page)
    raise_found(off_page(pages, form))
    return pages


def _foot(form: Form, grid: Grid, number: int, pages: int) -> Strip:
    return foot_of(form.title, form.language, form.foot, grid, number, pages)


def lowest(form: Form, grid: Grid) -> float:
    """Return how far down from a sheet's top the text may reach."""
    foot = _foot(form, grid, 1, 1)
    return min(grid.height - grid.foot, grid.height - _EDGE - foot.height - _ABOVE_FOOT)


def _too_high(opening: Opening, first: float, body: Sequence[Strip], full: float, form: Form) -> list[Problem]:
    """Return a problem for each strip that no sheet holds, with the head that is repeated above it, and the opening."""
    marks: list[tuple[Mark, float]] = [(_mark(opening.items), -first)] if first < 0 else []
    for strip in body:
        points = height([*strip.repeat, strip]) - full
        if points > 0:
            marks.append((_mark(strip.items), points))
    return [
        Problem(
            message(
                "Texten är i ett stycke och {points} punkter högre än en sida ({language}).",
                points=ceil(points),
                language=form.language.swedish,
            ),
            message("Dela den i två rutor, rader eller diagram."),
            place_of(mark, form),
        )
        for mark, points in marks
    ]


def _mark(items: Sequence[Placed]) -> Mark:
    """Return the first mark among items that leads to a node."""
    return next((mark for each in items for mark in each.marks if mark[0]), ARTIFACT)
