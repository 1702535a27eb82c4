"""A4 sheets: a title band, a numbering column, one column of text, a foot that says what this is."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import ceil

from foraldraskolan.document.form import Box, Foot, Form, FormBlock
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import fill_in
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, below, plain, top
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.layout.blocks import NUMBER_COLUMN, lay_out
from foraldraskolan.layout.colours import GREY, MIST
from foraldraskolan.layout.flow import flow
from foraldraskolan.layout.inside import off_page, place_of, too_wide
from foraldraskolan.layout.opening import HEIGHT, OUTER, WIDTH, Opening, band
from foraldraskolan.layout.page import Page, Placed, Rect, Strip, compose
from foraldraskolan.layout.text import Column, at_end, beside_the_form, height, stacked, strips
from foraldraskolan.layout.theme import MM, SHEET, Theme, style
from foraldraskolan.problems import Problem, message, raise_found
from foraldraskolan.typeset.glyphs import ARTIFACT, Mark, Span

_TOP, _FOOT = 18 * MM, 22 * MM
_FOOT_STYLE = style(8, 11, 400, GREY)
_ABOVE_FOOT = 16.0  # between the text and the rule above the foot
_EDGE = 4.2 * MM  # of a sheet on which printers do not print
_NUMBER_SHARE = 0.25  # of the foot's first line is the page's number's
# What fills sheets: the items of each, y counted from the top, given how much room the first has and any other.
Flown = Callable[[float, float], list[list[Placed]]]
_MEASURE = 148 * MM  # a longer line is hard to find the next one from


def text_column(tag: str, numbers: bool) -> Column:
    """Return where a sheet's text stands: beside the numbering column, or in its place."""
    start = OUTER + (NUMBER_COLUMN if numbers else 0)
    return Column(start, WIDTH - start - OUTER, tag)


def lay_out_sheet(
    form: Form,
    *,
    theme: Theme = SHEET,
    numbers: bool = False,
    opening: Callable[[Form, Theme], Opening] = band,
) -> list[Page]:
    """Return the pages of a form that opens with a masthead, as a title band if nothing else is asked for.

    With `numbers` there is a column for those of its blocks.
    """
    return pages_of(form, *parts(form, theme, numbers, opening))


def parts(
    form: Form, theme: Theme, numbers: bool, opening: Callable[[Form, Theme], Opening]
) -> tuple[Opening, list[Strip]]:
    """Return what opens a form's first sheet, and the strips below it, on no page yet."""
    tag = form.language.tag
    small, theme = theme, theme.in_language(tag)
    head = opening(form, theme)
    wide = text_column(tag, numbers)
    column = replace(wide, width=min(wide.width, _MEASURE))
    body: list[Strip] = []
    for at, block in list(top(form))[head.shown :]:
        look = block.look if isinstance(block, Box) else ""
        if body and follows(block):
            body[-1] = replace(body[-1], keep_with_next=True)
        # Sources are looked up, not read, and Swedish on every sheet: as few lines as they need, as near as Latin ones.
        body.extend(_block(block, at, small, wide) if look == "sources" else _block(block, at, theme, column))
    return head, body


# The letters of a mailout share all but a line or two.
@lru_cache(maxsize=256)
def _block(block: FormBlock, at: Address, theme: Theme, column: Column) -> tuple[Strip, ...]:
    return tuple(lay_out(block, at, theme, column))


def follows(block: FormBlock) -> bool:
    """Tell whether a block stands with what comes before it: a picture with its text, a last word with its module."""
    if not isinstance(block, Box):
        return False
    if block.look == "numbered":
        return any(follows(inner) for _, inner in below(block, ()))
    return block.look in ("pictures", "remember", "stale")


def pages_of(form: Form, opening: Opening, body: Sequence[Strip]) -> list[Page]:
    """Return strips on as many sheets as they need, what opens the first on it, the foot on each.

    Raises ProblemsFound as `sheets` does.
    """
    return sheets(form, opening, body, lambda first, full: flow(body, [first, full]))


def sheets(form: Form, opening: Opening, body: Sequence[Strip], flown: Flown) -> list[Page]:
    """Return strips on sheets as they are `flown`, what opens the first on it, the foot on each.

    Raises ProblemsFound for everything in one piece that is higher than a sheet, or wider than its place, and by how
    much.
    """
    language = form.language

    def foot(number: int, pages: int) -> Strip:
        return _foot(form.title, language, form.foot, number, pages)

    end = lowest(form)
    full, first = end - _TOP, end - opening.bottom
    items = chain(opening.items, foot(1, 1).items, *(strip.items for strip in body))
    raise_found([*too_wide(items, form), *_too_high(opening, first, body, full, form)])
    columns = flown(first, full)
    pages: list[Page] = []
    for number, column in enumerate(columns, start=1):
        page = Page(WIDTH, HEIGHT)
        if number == 1:
            compose(page, opening.items, language.direction)
        offset = opening.bottom if number == 1 else _TOP
        moved = [Placed(each.x, each.y + offset, each.item, each.mark) for each in column]
        compose(page, moved, language.direction)
        compose(page, stacked([foot(number, len(columns))], y=end + _ABOVE_FOOT), language.direction)
        pages.append(page)
    raise_found(off_page(pages, form))
    return pages


def lowest(form: Form) -> float:
    """Return how far down from a sheet's top the text may reach."""
    foot = _foot(form.title, form.language, form.foot, 1, 1)
    return min(HEIGHT - _FOOT, HEIGHT - _EDGE - foot.height - _ABOVE_FOOT)


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


@lru_cache(maxsize=64)
def _foot(title: Prose, language: Language, foot: Foot, number: int, pages: int) -> Strip:
    """Return the foot: what the sheet is, in Swedish and by its language's names; its page; its translation's state.

    A sheet that is an example says so on each page: a page may be alone.
    """
    tag, text = language.tag, _FOOT_STYLE.text
    names = [Span(title.source or plain(title.inlines), text, SOURCE, ARTIFACT, isolate=True)]
    names.append(Span(language.native, text, tag, ARTIFACT, isolate=True))
    if tag != SOURCE:
        names.append(Span(language.swedish, text, SOURCE, ARTIFACT, isolate=True))
    column = Column(OUTER, WIDTH - 2 * OUTER, tag)
    side = column.inset(column.width * (1 - _NUMBER_SHARE))
    what = strips(_dotted(names), tag, _FOOT_STYLE, column.inset(0, side.width))
    page = fill_in(foot.page, page=str(number), pages=str(pages))
    where = [at_end(line, side) for line in beside_the_form(page, _FOOT_STYLE, side)]
    said = foot.trust
    if foot.example.inlines:
        said = Prose((*foot.example.inlines, Text(" "), *said.inlines), said.language)
    trust = beside_the_form(said, _FOOT_STYLE, column)
    below = 6 + max(height(what), height(where)) + 1
    items = [
        Placed(OUTER, 0, Rect(column.width, 0.6, MIST)),
        *stacked(what, y=6),
        *stacked(where, y=6),
        *stacked(trust, y=below),
    ]
    return Strip(below + height(trust), tuple(items))


def _dotted(spans: Sequence[Span]) -> list[Span]:
    """Return spans with a dot between each two."""
    dot = replace(spans[0], text=" · ", isolate=False)
    return [part for span in spans for part in (dot, span)][1:]
