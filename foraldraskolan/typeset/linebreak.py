"""Where a line may end, and where it should: UAX #14 by ICU, syllables by Pyphen, lines as full as they get."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import pyphen
from icu4py.breakers import LineBreaker

SEPARATOR = "\u2028"  # LINE SEPARATOR: the break the author asked for
# A line this full is better left as it is than filled with half a word.
_FULL_ENOUGH = 0.75
# A last line shorter than this share of the measure looks like a mistake; lines a little shorter above mend it.
_RUNT = 0.14
_TIGHTER = (0.97, 0.94, 0.91, 0.88)
_SYLLABLE = 3  # letters that a part of a hyphenated word has at least


class Break(NamedTuple):
    """A place where a line may end: the text of the line ends before `end`, the next line starts at `next`."""

    end: int
    next: int
    must: bool = False


class Cut(NamedTuple):
    """The characters [start, end) of one line; `hyphen` says that it ends inside a word."""

    start: int
    end: int
    hyphen: bool = False


def breaks(text: str, language: str, kept: Iterable[tuple[int, int]]) -> list[Break]:
    """Return the places where lines of this text may end, the last of them at its end, none inside a kept range."""
    inside = inner(kept)
    offsets = [end for _, end in LineBreaker(text, language).segments()]
    if not text.isascii() and max(text) > "\uffff":
        offsets = _code_points(text, offsets)
    found: list[Break] = []
    for offset in offsets:
        if offset in inside:
            continue
        end, start = offset, found[-1].next if found else 0
        while end > start and text[end - 1] in " \u2028":
            end -= 1
        found.append(Break(end, offset, text[offset - 1] == SEPARATOR))
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


@cache
def _syllables(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=_SYLLABLE, right=_SYLLABLE) if known else None


@cache
def _word_positions(word: str, language: str) -> tuple[int, ...]:
    syllables = _syllables(language)
    return tuple(syllables.positions(word)) if syllables else ()


def hyphen_points(text: str, start: int, end: int, language: str) -> list[int]:
    """Return the offsets inside the word at [start, end) where it may be hyphenated."""
    while start < end and not text[start].isalpha():
        start += 1
    stop = start
    while stop < end and text[stop].isalpha():
        stop += 1
    return [start + position for position in _word_positions(text[start:stop], language)]


def fit(
    places: Sequence[Break],
    edges: Sequence[float],
    width: float,
    *,
    text: str = "",
    hyphenate: str = "",
    hyphen: float = 0,
    inside: frozenset[int] = frozenset(),
) -> list[Cut]:
    """Return lines as full as they get, first fit, in a measure of `width` points.

    edges[i] is the width of the first i characters; `hyphenate` is the language to hyphenate in, if any, and `hyphen`
    the width of its hyphen. A word wider than the measure is cut where it must be, but never at an offset `inside` a
    number.
    """
    cuts: list[Cut] = []
    start = 0
    index = 0
    while index < len(places):
        limit = edges[start] + width + 1e-6
        last = index
        while last < len(places) and edges[places[last].end] <= limit and not places[last].must:
            last += 1
        if last < len(places) and places[last].must and edges[places[last].end] <= limit:
            last += 1  # a break that must be is taken as soon as its line fits
        chosen = places[last - 1] if last > index else None
        if last < len(places) and hyphenate and (chosen is None or not chosen.must):
            filled = (edges[chosen.end] - edges[start]) if chosen else 0
            word = chosen.next if chosen else start
            points = hyphen_points(text, word, places[last].end, hyphenate) if filled < width * _FULL_ENOUGH else []
            fitting = [point for point in points if point not in inside and edges[point] + hyphen <= limit]
            if fitting:
                cuts.append(Cut(start, fitting[-1], hyphen=True))
                start, index = fitting[-1], last
                continue
        if chosen is None:
            cut = _last_resort(bisect_right(edges, limit, start, places[last].end + 1) - 1, start, inside)
            if cut < places[last].end:
                cuts.append(Cut(start, cut))
                start = cut
                continue
            chosen, last = places[last], last + 1
        cuts.append(Cut(start, chosen.end))
        start, index = chosen.next, last
    return cuts


def _last_resort(cut: int, start: int, inside: frozenset[int]) -> int:
    """Return where to cut a word at this offset or near it: before a number that it falls in, or else behind it."""
    before = cut
    while before in inside:
        before -= 1
    if before > start:
        return before
    cut = max(cut, start + 1)
    while cut in inside:
        cut += 1
    return cut


def fit_well(
    places: Sequence[Break],
    edges: Sequence[float],
    width: float,
    *,
    text: str,
    hyphenate: str,
    hyphen: float,
    inside: frozenset[int] = frozenset(),
) -> list[Cut]:
    """Return first-fit lines, a little tighter where that saves the last line from being a lone short word."""
    cuts = fit(places, edges, width, text=text, hyphenate=hyphenate, hyphen=hyphen, inside=inside)
    if len(cuts) < 2 or _last_width(cuts, edges) >= width * _RUNT:
        return cuts
    for share in _TIGHTER:
        tighter = fit(places, edges, width * share, text=text, hyphenate=hyphenate, hyphen=hyphen, inside=inside)
        if len(tighter) == len(cuts) and _last_width(tighter, edges) >= width * _RUNT:
            return tighter
    return cuts


def fit_balanced(
    places: Sequence[Break], edges: Sequence[float], width: float, *, inside: frozenset[int] = frozenset()
) -> list[Cut]:
    """Return as few lines as first fit needs, all about equally long: for headings and titles."""
    cuts = fit(places, edges, width, inside=inside)
    if len(cuts) < 2:
        return cuts
    low, high = width / len(cuts), width
    while high - low > 4:  # points: finer than the eye sees in a ragged edge
        middle = (low + high) / 2
        tried = fit(places, edges, middle, inside=inside)
        if len(tried) == len(cuts) and all(edges[cut.end] - edges[cut.start] <= middle + 1e-6 for cut in tried):
            high, cuts = middle, tried
        else:
            low = middle
    return cuts


def _last_width(cuts: Sequence[Cut], edges: Sequence[float]) -> float:
    return edges[cuts[-1].end] - edges[cuts[-1].start]
