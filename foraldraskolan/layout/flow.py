"""Strips to pages: the only place that breaks pages.

Where pages end is chosen for all of them at once, as Knuth and Plass chose the ends of lines: of all ways that part
nothing that belongs together, the one with the least blank at the feet of pages and the fewest parted lists.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import inf

from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.text import height, stacked
from foraldraskolan.layout.theme import MM
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT

_ROUNDING = 0.01  # points
HOLE = 28 * MM  # with what lies above a foot 35: a larger blank inside a document looks like its end
_LITTLE = 1 / 6  # of a column is too little for a last page, or to begin what is higher than a page
_STRETCH = 18 * MM  # at most, for each measure of stretch
# What is weighed against a blank of the height of a hole, which costs 1.
_PAGE, _PARTED, _LARGE_HOLE, _LITTLE_LEFT, _BROKEN, _IMPOSSIBLE = 6.0, 0.3, 60.0, 6.0, 1e3, 1e6

Group = Sequence[Strip]  # what stays together
State = tuple[int, int]  # the strip that opens a page, and the page's number as far as pages differ in height


@record
class _Filled:
    """A page's strips, by the first and the one after the last; how far down they reach, and what that costs."""

    start: int
    end: int
    low: float
    cost: float


@record
class _Spans:
    """For each strip where the part of the text begins that it stands in, whether beside it something stands, and ends.

    What stands beside a part that goes on overleaf stands beside the longer piece of it.
    """

    first: list[int]
    end: list[int]
    down: list[float]  # how far down each strip begins, were there one page

    @classmethod
    def of(cls, strips: Sequence[Strip]) -> "_Spans":
        """Return the parts that strips fall into: each begins with one that something stands beside."""
        starts = [index for index, strip in enumerate(strips) if strip.side or strip.clear or not index]
        first, end = list[int](), list[int]()
        for start, after in pairwise([*starts, len(strips)]):
            first += [start] * (after - start)
            end += [after] * (after - start)
        return cls(first, end, list(accumulate((each.before + each.height for each in strips), initial=0.0)))

    def is_before(self, index: int) -> bool:
        """Tell whether of a part that is broken before a strip what stands beside it stands before the break."""
        before = self.down[index] - self.down[self.first[index]]
        return before >= self.down[self.end[index]] - self.down[index]


def flow(strips: Sequence[Strip], heights: Sequence[float]) -> list[list[Placed]]:
    """Return the items of each page, y counted from the top of its column.

    `heights` are the columns' heights on the first, the second … page in points, the last one for all further pages.
    """
    spans = _Spans.of(strips)
    pages = _pages(strips, heights, spans)
    last = len(pages) - 1
    shown: set[int] = set()
    result: list[list[Placed]] = []
    for number, page in enumerate(pages):
        left = 0.0 if number == last else _room(heights, number) - page.low
        result.append(_placed(_owned(strips, page, spans, shown), left))
    return result


def exceeds(group: Group, room: float) -> bool:
    """Tell whether strips that open a page reach further down than there is room."""
    y = beside = 0.0
    for index, strip in enumerate(group):
        y, beside, _, _ = _next(strip, y, beside, index == 0)
    return max(y, beside) > room + _ROUNDING


def _room(heights: Sequence[float], page: int) -> float:
    """Return the height of a page's column; pages count from 0."""
    return heights[min(page, len(heights) - 1)]


def _next(strip: Strip, y: float, beside: float, opens: bool) -> tuple[float, float, float, float]:
    """Return where a strip and what is beside it end, the blank that it leaves above, and where it begins."""
    top = height(list(strip.repeat)) if opens else y + strip.before
    blank = max(beside + strip.before - top, 0.0) if strip.clear and not opens else 0.0
    top += blank
    for each in strip.side:
        beside = max(top, beside + each.before if beside else 0.0) + each.height
    return top + strip.height, beside, blank, top


def _owned(strips: Sequence[Strip], page: _Filled, spans: _Spans, shown: set[int]) -> list[Strip]:
    """Return a page's strips with what stands beside them on this page and on none before; note that it is shown."""
    owned = list(strips[page.start : page.end])
    if not owned:
        return owned
    begun = spans.first[page.start]
    if begun < page.start and begun not in shown:
        owned[0] = replace(owned[0], side=strips[begun].side)
    shown.update({begun, *spans.first[page.start : page.end]})
    goes_on = page.end < len(strips) and spans.first[page.end] < page.end
    if goes_on and spans.first[page.end] >= page.start and not spans.is_before(page.end):
        index = spans.first[page.end]
        owned[index - page.start] = replace(owned[index - page.start], side=())
        shown.discard(index)
    return owned


def _pages(strips: Sequence[Strip], heights: Sequence[float], spans: _Spans) -> list[_Filled]:
    """Return the pages that cost least, first to last."""
    count, last = len(strips), len(heights) - 1
    if not exceeds(strips, heights[0]):
        return [_Filled(0, count, 0.0, 0.0)]
    breaks = _breaks(strips, min(heights[1:], default=heights[0]))
    # The least cost of what comes before a strip that opens a page, and the page before it.
    best: dict[State, tuple[float, State | None, _Filled | None]] = {(0, 0): (0.0, None, None)}
    for number in range(last + 1):
        after = min(number + 1, last)
        for start in range(count):
            spent = best.get((start, number), (inf,))[0]
            if spent == inf:
                continue
            room = _room(heights, number)
            # Of pages only the first may be empty: what opens it may leave little room.
            empty = [_Filled(0, 0, 0.0, _PAGE + _cost(room))] if start == number == 0 < last else []
            for filled in (*empty, *_filled(strips, start, room, breaks, spans)):
                reached = (filled.end, number if filled.end == count else after)
                if reached != (start, number) and spent + filled.cost < best.get(reached, (inf,))[0]:
                    best[reached] = (spent + filled.cost, (start, number), filled)
    ends = [(count, number) for number in range(last + 1) if (count, number) in best]
    state: State | None = min(ends, key=lambda each: best[each][0])
    pages: list[_Filled] = []
    while state is not None:
        _, state, page = best[state]
        pages += [page] if page is not None else []
    return pages[::-1]


def _filled(
    strips: Sequence[Strip], start: int, room: float, breaks: Sequence[float], spans: _Spans
) -> Iterator[_Filled]:
    """Yield every page that begins with a strip, from that one alone to as many as there is room for."""
    count = len(strips)
    blanks = stretch = y = beside = before = 0.0
    for index in range(start, count):
        strip, settled = strips[index], beside
        if index == start and spans.first[start] < start and not spans.is_before(start):
            strip = replace(strip, side=strips[spans.first[start]].side)
        y, beside, blank, _ = _next(strip, y, beside, index == start)
        if index in (start, spans.first[index]):
            before = settled
        over = y > room + _ROUNDING
        if over and index > start:
            return
        blanks += _cost(blank)
        stretch += strip.stretch if index > start else 0.0
        end = index + 1
        # What stands beside a part of the text that goes on overleaf may stand there.
        here = end == count or spans.first[end] == end or spans.first[end] < start or spans.is_before(end)
        low = max(y, beside if here else before)
        cost = _PAGE + blanks + (_IMPOSSIBLE if over or low > room + _ROUNDING else 0.0)
        if end == count:
            yield _Filled(start, end, low, cost + (_LITTLE_LEFT if start and low < room * _LITTLE else 0.0))
        elif breaks[index] < inf:
            yield _Filled(start, end, low, cost + breaks[index] + _cost(max(room - low - stretch * _STRETCH, 0.0)))


def _cost(blank: float) -> float:
    share = blank / HOLE
    return share**2 if share <= 1 else share**2 + _LARGE_HOLE * (share - 1) + 10


def _breaks(strips: Sequence[Strip], room: float) -> list[float]:
    """Return what it costs to end a page after each strip; only what is higher than a page is ever parted."""
    costs: list[float] = []
    start = 0
    for index, strip in enumerate(strips):
        if strip.keep_with_next and index + 1 < len(strips):
            continue
        group = strips[start : index + 1]
        inside = _BROKEN if exceeds(group, room) else inf
        for end in range(1, len(group)):
            # What it opens with, a heading or a box's title, is not left at a foot.
            is_little = height(list(group[:end])) < room * _LITTLE
            costs.append(inside * (2 if is_little else 1))
        costs.append(_PARTED if strip.rather_with_next else 0.0)
        start = index + 1
    return costs


def _placed(strips: Sequence[Strip], left: float) -> list[Placed]:
    """Return the items of a page's strips, in the order in which they are read; what room is left goes to stretch."""
    more = sum(strip.stretch for strip in strips[1:])
    unit = max(min(left / more, _STRETCH), 0.0) if more else 0.0
    pieces: list[tuple[tuple[int, ...], list[Placed]]] = []
    y = beside = 0.0
    for index, strip in enumerate(strips):
        if index:
            strip = replace(strip, before=strip.before + strip.stretch * unit) if strip.stretch else strip
        elif strip.repeat:
            pieces.append((_read(strip, pieces), stacked(list(strip.repeat))))
        y, _, _, top = _next(strip, y, beside, index == 0)
        pieces.append((_read(strip, pieces), _moved(strip, top)))
        for each in strip.side:
            at = max(top, beside + each.before if beside else 0.0)
            pieces.append((_read(each, pieces), _moved(each, at)))
            beside = at + each.height
    pieces.sort(key=lambda piece: piece[0])
    return [item for _, items in pieces for item in items]


def _moved(strip: Strip, y: float) -> list[Placed]:
    return [Placed(each.x, each.y + y, each.item, each.mark) for each in strip.items]


def _read(strip: Strip, before: Sequence[tuple[tuple[int, ...], list[Placed]]]) -> tuple[int, ...]:
    """Return the address that a strip is read by; one without any meaning stays where it is."""
    found = [mark[0] for each in strip.items for mark in each.marks if mark != ARTIFACT]
    return min(found) if found else before[-1][0] if before else ()
