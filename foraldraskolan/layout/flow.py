"""Strips to pages: the only place that breaks pages.

Where pages end is chosen for all of them at once, as Knuth and Plass chose the ends of lines: of all ways that part
nothing that belongs together, the one with the least blank at the feet of pages and the fewest parted lists.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.text import height, stacked
from foraldraskolan.layout.theme import MM
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT

_ROUNDING = 0.01  # points
HOLE = 35 * MM  # a larger blank inside a document looks like its end
_LITTLE = 1 / 6  # of a column is too little for a last page
_STRETCH = 18 * MM  # at most, for each measure of stretch
# What is weighed against a blank of the height of a hole, which costs 1.
_PAGE, _PARTED, _LARGE_HOLE, _LITTLE_LEFT, _BROKEN = 3.0, 0.3, 40.0, 20.0, 1000.0

Group = Sequence[Strip]  # what stays together


@record
class _Filled:
    """A page's strips, by the first and the one after the last; how far down they reach, and what that costs.

    `stretch` is how much more room they can take.
    """

    start: int
    end: int
    low: float
    cost: float
    stretch: float


def flow(strips: Sequence[Strip], heights: Sequence[float]) -> list[list[Placed]]:
    """Return the items of each page, y counted from the top of its column.

    `heights` are the columns' heights on the first, the second … page in points, the last one for all further pages.
    """
    pages = list(_pages(strips, heights))
    return [
        _placed(strips[page.start : page.end], 0.0 if page is pages[-1] else _room(heights, number) - page.low)
        for number, page in enumerate(pages)
    ]


def exceeds(group: Group, room: float) -> bool:
    """Tell whether strips reach further down than there is room, wherever they stand on their page."""
    return bool(group) and _lowest(group) > room + _ROUNDING


def _lowest(group: Group) -> float:
    return max(low for low, _ in _downwards(group))


def _room(heights: Sequence[float], page: int) -> float:
    """Return the height of a page's column; pages count from 0."""
    return heights[min(page, len(heights) - 1)]


def _downwards(strips: Sequence[Strip]) -> Iterator[tuple[float, float]]:
    """Yield how far down each of a page's strips reaches with what stands beside it, and the blank that it leaves."""
    y = beside = 0.0
    for index, strip in enumerate(strips):
        y, beside, blank, _ = _next(strip, y, beside, index == 0)
        yield max(y, beside), blank


def _next(strip: Strip, y: float, beside: float, opens: bool) -> tuple[float, float, float, float]:
    """Return where a strip and what is beside it end, the blank that it leaves above, and where it begins."""
    top = height(list(strip.repeat)) if opens else y + strip.before
    blank = max(beside + strip.before - top, 0) if strip.clear and not opens else 0.0
    top += blank
    for each in strip.side:
        beside = max(top, beside + each.before if beside else 0) + each.height
    return top + strip.height, beside, blank, top


def _pages(strips: Sequence[Strip], heights: Sequence[float]) -> list[_Filled]:
    """Return the pages that cost least, first to last."""
    count, last = len(strips), len(heights) - 1
    if not count or not exceeds(strips, heights[0]):
        return [_Filled(0, count, 0, 0, 0)]
    breaks = _breaks(strips, min(heights[1:], default=heights[0]))
    # The least cost of what comes before a strip that opens a page, and the page before it; pages of other heights
    # than all that follow are told apart.
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None, _Filled | None]] = {(0, 0): (0.0, None, None)}
    for page in range(last):
        for start in range(count):
            _extend(strips, breaks, heights, best, (start, page), page + 1)
    for start in range(count):
        _extend(strips, breaks, heights, best, (start, last), last)
    state: tuple[int, int] | None = min(
        ((count, page) for page in range(last + 1) if (count, page) in best), key=lambda each: best[each][0]
    )
    pages: list[_Filled] = []
    while state is not None:
        _, before, filled = best[state]
        if filled is not None:
            pages.append(filled)
        state = before
    return pages[::-1]


def _extend(
    strips: Sequence[Strip],
    breaks: Sequence[float],
    heights: Sequence[float],
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None, _Filled | None]],
    state: tuple[int, int],
    after: int,
) -> None:
    """Note what it costs to end a page that begins with a strip after each strip that it may end with."""
    if state not in best:
        return
    start, page = state
    spent = best[state][0]
    for filled in _filled(strips, start, _room(heights, page), breaks):
        cost, reached = spent + filled.cost, (filled.end, after)
        if filled.end == len(strips):
            reached = (filled.end, page)
        if (filled.end > start or after > page) and cost < best.get(reached, (inf,))[0]:
            best[reached] = (cost, state, filled)


def _filled(strips: Sequence[Strip], start: int, room: float, breaks: Sequence[float]) -> Iterator[_Filled]:
    """Yield every page that begins with a strip, from none of them to as many as there is room for."""
    count = len(strips)
    blanks = stretch = 0.0
    y = beside = 0.0
    if start == 0:
        yield _Filled(0, 0, 0, _PAGE + _cost(room), 0)
    for index in range(start, count):
        strip = strips[index]
        y, beside, blank, _ = _next(strip, y, beside, index == start)
        low = max(y, beside)
        blanks += _cost(blank)
        if low > room + _ROUNDING:
            if index > start:
                return
            blanks += _BROKEN**2
        stretch += strip.stretch if index > start else 0
        end = index + 1
        if end == count:
            little = _LITTLE_LEFT if start and low < room * _LITTLE else 0.0
            yield _Filled(start, end, low, _PAGE + blanks + little, stretch)
        elif breaks[index] < inf:
            hole = max(room - low - stretch * _STRETCH, 0)
            yield _Filled(start, end, low, _PAGE + blanks + _cost(hole) + breaks[index], stretch)


def _cost(blank: float) -> float:
    share = blank / HOLE
    return share**2 if share <= 1 else share**2 + _LARGE_HOLE * share


def _breaks(strips: Sequence[Strip], room: float) -> list[float]:
    """Return what it costs to end a page after each strip; only what is higher than a page is ever parted."""
    costs: list[float] = []
    start = 0
    for index, strip in enumerate(strips):
        if strip.keep_with_next and index + 1 < len(strips):
            continue
        group = strips[start : index + 1]
        inside = _BROKEN if exceeds(group, room) else inf
        costs += [inside] * (len(group) - 1) + [_PARTED if strip.rather_with_next else 0.0]
        start = index + 1
    return costs


def _placed(strips: Sequence[Strip], left: float) -> list[Placed]:
    """Return the items of a page's strips, in the order in which they are read; what room is left goes to stretch."""
    more = sum(strip.stretch for strip in strips[1:])
    unit = min(left / more, _STRETCH) if more else 0.0
    pieces: list[tuple[tuple[int, ...], list[Placed]]] = []
    y = beside = 0.0
    for index, strip in enumerate(strips):
        opens = index == 0
        if not opens and strip.stretch:
            strip = replace(strip, before=strip.before + strip.stretch * unit)
        if opens:
            pieces.append((_read(strip, pieces), stacked(list(strip.repeat))))
        end, _, _, top = _next(strip, y, beside, opens)
        pieces.append((_read(strip, pieces), _moved(strip, top)))
        for each in strip.side:
            at = max(top, beside + each.before if beside else 0)
            pieces.append((_read(each, pieces), _moved(each, at)))
            beside = at + each.height
        y = end
    pieces.sort(key=lambda piece: piece[0])
    return [item for _, items in pieces for item in items]


def _moved(strip: Strip, y: float) -> list[Placed]:
    return [Placed(each.x, each.y + y, each.item, each.mark) for each in strip.items]


def _read(strip: Strip, before: Sequence[tuple[tuple[int, ...], list[Placed]]]) -> tuple[int, ...]:
    """Return the address that a strip is read by; one without any meaning stays where it is."""
    found = [mark[0] for each in strip.items for mark in each.marks if mark != ARTIFACT]
    return min(found) if found else before[-1][0] if before else ()
