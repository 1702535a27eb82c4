"""A check list: two columns of rows to tick, between what stands above and below them across the sheet."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from foraldraskolan.document.form import Box, Checks, Form, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.checks import checks
from foraldraskolan.layout.flow import flow
from foraldraskolan.layout.grid import A4, WITHOUT_NUMBERS
from foraldraskolan.layout.opening import Opening, band
from foraldraskolan.layout.page import Page, Placed, Strip
from foraldraskolan.layout.sheet import follows, pages_of, sheets
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import CHECK_LIST, MM, SMALL_CHECK_LIST, Theme

_COLUMN = 82 * MM
_ABOVE = 12.0  # between what stands across the sheet and the columns
_GAP = 8.0  # between a heading and the head of its list
_SIDES = 2  # of a sheet of paper
_EXACT = 1.0  # points to which columns are of one height


def lay_out_check_list(form: Form) -> list[Page]:
    """Return the pages of a form that opens with a masthead and may have one box of two columns.

    It is set a little smaller if that saves a sheet of paper, or a page of those in two languages.
    """
    pages = _laid_out(form, CHECK_LIST)
    if len(pages) <= _SIDES:
        return pages
    smaller = _laid_out(form, SMALL_CHECK_LIST)
    sides = _SIDES if form.beside is None else 1
    return smaller if ceil(len(smaller) / sides) < ceil(len(pages) / sides) else pages


def _laid_out(form: Form, theme: Theme) -> list[Page]:
    sheet = A4 if form.beside is None else WITHOUT_NUMBERS
    grid = replace(sheet, theme=theme).in_language(form.language.tag)
    theme, wide = grid.theme, grid.whole(form.language.tag)
    opening = band(form, grid)
    narrow = replace(wide, width=_COLUMN)
    blocks = list(top(form))[opening.shown :]
    place = next((number for number, (_, block) in enumerate(blocks) if _is_columns(block)), None)
    if place is None:
        return pages_of(form, grid, opening, _in_order(blocks, theme, wide))
    at, columns = blocks[place]
    if form.beside is not None:  # two languages are two columns
        every = [*blocks[:place], *below(columns, at), *blocks[place + 1 :]]
        return pages_of(form, grid, opening, _in_order(every, theme, wide))
    above = _in_order(blocks[:place], theme, wide)
    lists = _lists(list(below(columns, at)), theme, narrow)
    last = [replace(strip, keep_with_next=True) for strip in _in_order(blocks[place + 1 :], theme, wide)]
    high = opening.bottom + height(above)
    opening = Opening([*opening.items, *stacked(above, y=opening.bottom)], high + _ABOVE, opening.shown + place)
    far = wide.width - narrow.width
    return sheets(form, grid, opening, [*lists, *last], lambda first, full: _filled(lists, last, far, first, full))


def _in_order(blocks: Sequence[tuple[Address, FormBlock]], theme: Theme, column: Column) -> list[Strip]:
    """Return blocks one below the other; what belongs to the one before is kept with it."""
    strips: list[Strip] = []
    for at, block in blocks:
        if strips and follows(block):
            strips[-1] = replace(strips[-1], keep_with_next=True)
        strips.extend(lay_out(block, at, theme, column))
    return strips


def _lists(blocks: Sequence[tuple[Address, FormBlock]], theme: Theme, column: Column) -> list[Strip]:
    """Return lists below their headings; the head of a list stands on the last line of the heading right above it."""
    strips: list[Strip] = []
    for index, (at, block) in enumerate(blocks):
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Heading) and after and isinstance(after[1], Checks):
            head, *rows = checks(after[1], after[0], theme, column)
            start = min(each.x for each in head.items)
            *lines, last = lay_out(block, at, theme, replace(column, width=start - _GAP - column.x))
            down = last.items[-1].y - head.items[-1].y
            beside = (replace(each, y=each.y + down) for each in head.items)
            strips += [*lines, replace(last, items=(*last.items, *beside)), *rows]
        elif not (isinstance(block, Checks) and index and isinstance(blocks[index - 1][1], Heading)):
            # What is said of a list stands with it.
            kept = isinstance(block, Paragraph) and after is not None and isinstance(after[1], List)
            lines = lay_out(block, at, theme, column)
            strips += [replace(line, keep_with_next=True) for line in lines] if kept else lines
    return strips


def _is_columns(block: object) -> bool:
    return isinstance(block, Box) and block.look == "columns"


def _filled(lists: Sequence[Strip], last: Sequence[Strip], far: float, first: float, full: float) -> list[list[Placed]]:
    """Return the items of each page: lists in two columns, the second `far` from the first, and what comes last.

    The columns of the last page are of one height, and what comes last stands below them if it has room there.
    """
    columns, depth, left = _balanced(lists, first, full)
    pages = [
        [
            *columns[number],
            *(replace(each, x=each.x + far) for column in columns[number + 1 : number + 2] for each in column),
        ]
        for number in range(0, len(columns), 2)
    ]
    if last and last[0].before + height(list(last)) <= left:
        pages[-1].extend(stacked(list(last), y=depth + last[0].before))
        return pages
    return [*pages, *(flow(last, [full]) if last else [])]


def _balanced(lists: Sequence[Strip], first: float, full: float) -> tuple[list[list[Placed]], float, float]:
    """Return the items of each column, how far down the last two reach, and how much is left below those."""
    columns = flow(lists, [first, first, full])
    before = (len(columns) - 1) // 2  # pages before the last
    rooms = [first, first, *[full] * (2 * before)][: 2 * before]
    room = full if before else first
    low, high = min(max(map(height, _whole(lists))), room), room
    while high - low > _EXACT:
        middle = (low + high) / 2
        if len(flow(lists, [*rooms, middle])) > 2 * (before + 1):
            low = middle
        else:
            high = middle
    return flow(lists, [*rooms, high]), high, room - high


def _whole(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return the runs of strips that no column is to part, each with the head that comes again above it."""
    runs: list[list[Strip]] = []
    joined = False
    for strip in strips:
        if joined:
            runs[-1].append(strip)
        else:
            runs.append([*strip.repeat, strip])
        joined = strip.keep_with_next
    return runs
