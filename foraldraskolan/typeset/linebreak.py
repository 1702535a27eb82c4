"""Where a line may end, and where it should: UAX #14 by ICU, lines as full as they get."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from icu4py.breakers import LineBreaker

from foraldraskolan.characters import SOFT_HYPHEN
from foraldraskolan.typeset.syllables import syllables, words

SEPARATOR = "\u2028"  # LINE SEPARATOR: the break the author asked for
_SPACE = " " + SEPARATOR
# A line this full is better left as it is than filled with half a word.
_FULL_ENOUGH = 0.75
# A last line shorter than this share of the measure looks like a mistake; lines a little shorter above mend it.
_RUNT = 0.14
_TIGHTER = (0.97, 0.94, 0.91, 0.88)
_ROUNDING = 1e-6  # points
_KERN = 0.3  # of a hyphen's width is more than a letter grows when the next one, to which it was kerned, is cut off


class Break(NamedTuple):
    """A place where a line may end: the text of the line ends before `end`, the next line starts at `next`.

    A line that ends at a `soft` one is given a hyphen.
    """

    end: int
    next: int
    must: bool = False
    soft: bool = False


class Cut(NamedTuple):
    """The characters [start, end) of one line; `hyphen` says that it ends inside a word."""

    start: int
    end: int
    hyphen: bool = False


def breaks(text: str, language: str, kept: Iterable[tuple[int, int]]) -> list[Break]:
    """Return the places where lines of this text may end, the last of them at its end, none inside a kept range."""
    offsets = [end for _, end in LineBreaker(text, language).segments()]
    if offsets and offsets[-1] > len(text):
        offsets = _code_points(text, offsets)
    inside = inner(kept)
    found: list[Break] = []
    start = 0
    for offset in offsets:
        if offset in inside:
            continue
        end = start + len(text[start:offset].rstrip(_SPACE))
        if end == offset < len(text) and text[end - 1] == SOFT_HYPHEN:
            found.append(Break(end - 1, offset, soft=True))
        else:
            found.append(Break(end, offset, text[offset - 1] == SEPARATOR))
        start = offset
    return found


def inner(kept: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the offsets inside ranges that are to stay whole."""
    return frozenset(offset for start, end in kept for offset in range(start + 1, end))


def _code_points(text: str, utf16: list[int]) -> list[int]:
    """ICU counts UTF-16 units: return the same offsets counted in characters."""
    at: dict[int, int] = {}
    units = 0
    for index, character in enumerate(text):
        at[units] = index
        units += 2 if character > "\uffff" else 1
    at[units] = len(text)
    return [at[offset] for offset in utf16]


def _whole(start: int, end: int) -> tuple[list[Break], ...]:
    return ()


@dataclass(slots=True)
class Measured:
    """A paragraph to break: where its lines may end, and how many points wide its first i characters are.

    `hyphen` is the width of its hyphen. `divide` returns where a stretch that no line holds may be divided, the best
    places first; `inside` are the offsets where the style's own hyphenation does not.
    """

    text: str
    places: Sequence[Break]
    edges: Mapping[int, float]
    hyphen: float = 0
    divide: Callable[[int, int], Sequence[list[Break]]] = _whole
    inside: frozenset[int] = frozenset()
    ends: list[float] = field(init=False)  # where on one endless line a line that ends at each place would end
    _divided: dict[int, Sequence[list[Break]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know the ends, which each measure that is tried asks for."""
        self.ends = [self.reach(place) if place.soft else self.edges[place.end] for place in self.places]

    def reach(self, place: Break) -> float:
        """Return where on one endless line a line that ends at a place would end, with its hyphen."""
        return self.edges[place.end] + (self.hyphen if place.soft else 0)

    def divisions(self, index: int) -> Sequence[list[Break]]:
        """Return where the stretch before a place may be divided, the best places first."""
        if index not in self._divided:
            self._divided[index] = self.divide(self.places[index - 1].next if index else 0, self.places[index].end)
        return self._divided[index]

    def division(self, index: int, start: int, limit: float) -> Break | None:
        """Return the last of the best places before a place that leaves a line from `start` within its limit."""
        limit -= self.hyphen * _KERN
        for ranked in self.divisions(index):
            fitting = [each for each in ranked if each.end > start and self.reach(each) <= limit]
            if fitting:
                return fitting[-1]
        return None

    def widest(self, *, divided: bool) -> float:
        """Return the points that the widest stretch takes: between its places, or also where it can be divided."""
        widest = start = 0.0
        for index, place in enumerate(self.places):
            ends = sorted([*(each for ranked in self.divisions(index) for each in ranked)] if divided else [])
            for end in (*ends, place):
                kern = self.hyphen * _KERN if end is not place else 0
                widest, start = max(widest, self.reach(end) + kern - start), self.edges[end.next]
        return widest


def fit(measured: Measured, width: float, *, hyphenate: str = "", full: float | None = None) -> list[Cut]:
    """Return lines as full as they get, first fit, in a measure of `width` points.

    `hyphenate` is the language to hyphenate in, if any. What is wider than the `full` measure, `width` if not given,
    is divided; what cannot be is a line that is too wide.
    """
    text, places, edges, hyphen = measured.text, measured.places, measured.edges, measured.hyphen
    ends = measured.ends
    full = width if full is None else full
    cuts: list[Cut] = []
    start = 0
    index = 0
    while index < len(places):
        limit = edges[start] + width + _ROUNDING
        last = index
        while last < len(places) and ends[last] <= limit and not places[last].must:
            last += 1
        if last < len(places) and places[last].must and ends[last] <= limit:
            last += 1  # a break that must be is taken as soon as its line fits
        chosen = places[last - 1] if last > index else None
        if last < len(places) and hyphenate and (chosen is None or not chosen.must):
            filled = (edges[chosen.end] - edges[start]) if chosen else 0
            word = chosen.next if chosen else start
            points = _in_first_word(text, word, places[last].end, hyphenate) if filled < width * _FULL_ENOUGH else []
            fitting = [point for point in points if point not in measured.inside and edges[point] + hyphen <= limit]
            if fitting:
                cuts.append(Cut(start, fitting[-1], hyphen=True))
                start, index = fitting[-1], last
                continue
        if chosen is None:
            wide = ends[last] > edges[start] + full + _ROUNDING
            division = measured.division(last, start, limit) if wide else None
            if division:
                cuts.append(Cut(start, division.end, division.soft))
                start = division.next
                continue
            chosen, last = places[last], last + 1
        cuts.append(Cut(start, chosen.end, chosen.soft))
        start, index = chosen.next, last
    return cuts


def _in_first_word(text: str, start: int, end: int, language: str) -> list[int]:
    """Return the offsets inside the first word of [start, end) where it may be hyphenated."""
    first = next(words(text, start, end), None)
    return [first[0] + position for position in syllables(text[slice(*first)], language)] if first else []


def fit_well(measured: Measured, width: float, *, hyphenate: str = "") -> list[Cut]:
    """Return first-fit lines, a little tighter where that saves the last line from being a lone short word."""
    cuts = fit(measured, width, hyphenate=hyphenate)
    if len(cuts) < 2 or _last_width(cuts, measured) >= width * _RUNT:
        return cuts
    for share in _TIGHTER:
        tighter = fit(measured, width * share, hyphenate=hyphenate, full=width)
        if len(tighter) == len(cuts) and _last_width(tighter, measured) >= width * _RUNT:
            return tighter
    return cuts


def fit_balanced(measured: Measured, width: float) -> list[Cut]:
    """Return as few lines as first fit needs, all about equally long: for headings and titles."""
    cuts = fit(measured, width)
    if len(cuts) < 2:
        return cuts
    edges = measured.edges
    low, high = width / len(cuts), width
    while high - low > 4:  # points: finer than the eye sees in a ragged edge
        middle = (low + high) / 2
        tried = fit(measured, middle, full=width)
        if len(tried) == len(cuts) and all(edges[cut.end] - edges[cut.start] <= middle + _ROUNDING for cut in tried):
            high, cuts = middle, tried
        else:
            low = middle
    return cuts


def _last_width(cuts: Sequence[Cut], measured: Measured) -> float:
    return measured.edges[cuts[-1].end] - measured.edges[cuts[-1].start]
