"""The leaflet on pages of another size than its own: the same parts one below the other, on as many as they need."""

from collections.abc import Iterator
from dataclasses import replace

from foraldraskolan.document.form import Box, Form, Heading
from foraldraskolan.document.walk import below, top
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.grid import Grid
from foraldraskolan.layout.leaflet_back import column_strips, cut_out
from foraldraskolan.layout.leaflet_front import call, colophon, masthead, number_row, reminder
from foraldraskolan.layout.opening import Opening
from foraldraskolan.layout.page import Page, Strip
from foraldraskolan.layout.sheet import pages_of
from foraldraskolan.layout.text import stacked


def lay_out_leaflet_on(form: Form, grid: Grid) -> list[Page]:
    """Return the pages of a leaflet; raise ProblemsFound for what has no room."""
    own = grid.in_language(form.language.tag)
    (at, titles), *_ = top(form)
    if not isinstance(titles, Box):
        raise AssertionError("a leaflet opens with a masthead")
    head = masthead(titles, at, own.theme, own.whole(form.language.tag))
    opening = Opening(stacked([head], y=grid.top), grid.top + head.height + own.theme.pad, 1)
    return pages_of(form, grid, opening, list(_strips(form, own)))


def _strips(form: Form, grid: Grid) -> Iterator[Strip]:
    """Yield all parts below the titles; the numbers stand together, and so does each card."""
    theme, column, gap = grid.theme, grid.whole(form.language.tag), grid.theme.pad
    for at, block in list(top(form))[1:]:
        match block:
            case Box("call"):
                yield replace(call(block, at, theme, column), before=gap)
            case Box("remember"):
                yield replace(reminder(block, at, theme, column), before=gap / 2)
            case Box("contacts"):
                rows = [number_row(card, here, theme, column) for here, card in below(block, at)]
                yield from (replace(row, keep_with_next=True) for row in rows[:-1])
                yield from rows[-1:]
            case Box("column"):
                yield from column_strips(block, at, theme, column)
            case Box("cut-out"):
                last = at[0] == len(form.blocks) - 1
                yield replace(cut_out(block, at, theme, column), before=gap, keep_with_next=not last)
            case Box("colophon"):
                yield replace(colophon(block, at, theme, column), before=gap)
            case Heading():
                yield from lay_out(block, at, replace(theme, heading2=replace(theme.label, before=gap)), column)
            case _:
                yield from (replace(strip, keep_with_next=True) for strip in lay_out(block, at, theme, column))
