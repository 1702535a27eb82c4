"""A paragraph: spans and a width in, lines out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from foraldraskolan.characters import SOFT_HYPHEN
from foraldraskolan.isolates import hyphenated, kept
from foraldraskolan.record import record
from foraldraskolan.typeset.bidi import visual_order
from foraldraskolan.typeset.divide import divisions
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Span, Word
from foraldraskolan.typeset.itemize import Item, itemize, joined, with_whole_letters
from foraldraskolan.typeset.levels import levels_of
from foraldraskolan.typeset.linebreak import (
    SEPARATOR,
    Break,
    Cut,
    Measured,
    breaks,
    fit_balanced,
    fit_well,
    inner,
)
from foraldraskolan.typeset.shape import Typeface, shape, shape_part

_HYPHEN = "-"
_HYPHEN_WIDTH = 0.33  # of the size: no face's hyphen is wider
_KERN = 0.1  # of the size: a line cut inside a word may be wider by what its last letter was kerned

# Lines of whole words divide none, not even one that has no room on a line of its own.
Wrap = Literal["ragged", "hyphenated", "balanced", "whole"]


@record
class _Run:
    """An item with its words in the order of the text, and the points that a font unit of it measures.

    `starts` and `reach` say where each word begins, and the last one ends: in the paragraph, and in font units.
    """

    item: Item
    words: list[Word]
    starts: list[int]
    reach: list[int]
    unit: float


@record
class _Set:
    """A paragraph ready to be cut into lines: its shaped runs, where they may be cut, what parts isolates."""

    runs: list[_Run]
    measured: Measured
    walls: Mapping[int, int]
    size: float


def typeset(spans: Sequence[Span], width: float, *, rtl: bool = False, wrap: Wrap = "ragged") -> list[Line]:
    """Set spans as lines at most `width` points wide; `rtl` is the direction of the paragraph.

    What may not be divided and has no room on a line of its own makes a line that says by how much it is too wide.
    Raises LookupError for a character that no font has. The lines may be shared with others: they are never changed.
    """
    return list(_typeset(tuple(spans), width, rtl, wrap))


# A letter says the same to every family but for a line or two, and the sheets of a pack share their feet.
@lru_cache(maxsize=2048)
def _typeset(spans: tuple[Span, ...], width: float, rtl: bool, wrap: Wrap) -> tuple[Line, ...]:
    if not any(span.text for span in spans):
        return ()
    ready = _ready(spans, rtl, wrap == "whole")
    if wrap == "balanced":
        cuts = fit_balanced(ready.measured, width)
    else:
        cuts = fit_well(ready.measured, width, hyphenate=spans[0].language if wrap == "hyphenated" and not rtl else "")
    lines = [_line(ready, cut, width, rtl) for cut in cuts]
    hang = width + ready.size * _KERN
    return tuple(replace(line, over=line.width - width) if line.width > hang else line for line in lines)


# A table's cells are measured before they are set, a slide is set in several sizes until one fits.
@lru_cache(maxsize=256)
def _ready(given: tuple[Span, ...], rtl: bool, undivided: bool) -> _Set:
    spans = with_whole_letters(given)
    text = "".join(span.text for span in spans)
    # Levels come before items: a run that changes direction is shaped in two.
    levels, walls = levels_of(spans, text, rtl=rtl) or (None, {})
    runs = [_run(item, text) for item in itemize(spans, levels)]
    # Lines break in the order of the text, before any of it is put into visual order.
    whole = [*kept(text), *_kept(spans), *(hyphenated(text) if rtl else ())]
    size = max(span.style.size for span in spans)
    starts = accumulate((len(span.text) for span in spans), initial=0)
    languages = [(start, span.language) for start, span in zip(starts, spans, strict=False)]

    def divide(start: int, end: int) -> Sequence[list[Break]]:
        return () if undivided else divisions(text, start, end, languages, whole)

    places = breaks(text, spans[0].language, whole)
    measured = Measured(text, places, _Edges(runs), size * _HYPHEN_WIDTH, divide, inner(whole))
    return _Set(runs, measured, walls, size)


def least_width(spans: Sequence[Span], *, rtl: bool = False, divided: bool = False) -> float:
    """Return how many points a measure must have to hold every word whole, or every part if words may be divided."""
    if not any(span.text for span in spans):
        return 0.0
    return _ready(tuple(spans), rtl, False).measured.widest(divided=divided)


def _kept(spans: Sequence[Span]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        if span.kept:
            ranges.append((at, at + len(span.text)))
        at += len(span.text)
    return ranges


def _run(item: Item, text: str) -> _Run:
    words = _words(item, text[item.start : item.end])
    if item.level % 2:
        before, after = joined(text, item.start, item.end)
        # In a word that is in several styles each letter looks as it does where the whole is in its style.
        if after:
            words[-1] = shape_part(words[-1].text, "" if words[1:] else before, after, _typeface(item))
        if before and (words[1:] or not after):
            words[0] = shape_part(words[0].text, before, "", _typeface(item))
    starts = list(accumulate([len(word.text) for word in words], initial=item.start))
    reach = list(accumulate([word.width for word in words], initial=0))
    return _Run(item, words, starts, reach, item.span.style.size * item.face.scale / 1000)


def _words(item: Item, text: str) -> list[Word]:
    return shape(text.replace(SEPARATOR, " "), _typeface(item))


def _typeface(item: Item) -> Typeface:
    return Typeface(item.face, item.script, item.span.language, bool(item.level % 2))


class _Edges(dict[int, float]):
    """How many points wide the first i characters are: between words, and where else it is asked."""

    def __init__(self, runs: Sequence[_Run]) -> None:
        self._runs = runs
        x = 0.0
        for run in runs:
            self.update(zip(run.starts, [x + width * run.unit for width in run.reach], strict=True))
            x += run.reach[-1] * run.unit

    def __missing__(self, at: int) -> float:
        run = next(run for run in self._runs if at < run.item.end)
        index = bisect_right(run.starts, at) - 1
        word, start = run.words[index], run.starts[index]
        texts, advances = (word.texts[::-1], word.advances[::-1]) if word.rtl else (word.texts, word.advances)
        begun = bisect_left(list(accumulate(map(len, texts), initial=start)), at)
        self[at] = self[start] + sum(advances[:begun]) * run.unit
        return self[at]


class _Piece(NamedTuple):
    """Words of an item that stand on one line, in the order of the text, and their width in points."""

    item: Item
    words: Sequence[Word]
    width: float
    level: int


def _line(ready: _Set, cut: Cut, measure: float, rtl: bool) -> Line:
    pieces: list[_Piece] = []
    apart: dict[int, int] = {}  # the level of what stands before a piece
    for run, start, end in _on(ready.runs, cut.start, cut.end):
        if start in ready.walls:
            apart[len(pieces)] = ready.walls[start]
        pieces.append(_piece(run, ready.measured.text, start, end, run.item.level))
    if SOFT_HYPHEN in ready.measured.text:
        pieces = [piece._replace(words=[*map(_without_soft_hyphens, piece.words)]) for piece in pieces]
    width = sum([piece.width for piece in pieces])
    x = 0.0
    end = _end_of_space(ready.measured.text, cut.end)
    if cut.hyphen:
        pieces.append(_hyphen(pieces[-1].item))
        width += pieces[-1].width
    else:
        # The space at a line's end is written, so that words never run together when copied; rule L1 puts it last,
        # where it hangs out over the measure.
        for run, start, stop in _on(ready.runs, cut.end, end):
            pieces.append(_piece(run, ready.measured.text, start, stop, int(rtl)))
            x -= pieces[-1].width if rtl else 0.0
    runs: dict[int, GlyphRun] = {}
    for index in _visual_order([piece.level for piece in pieces], apart):
        item, words, taken, level = pieces[index]
        turned = bool(level % 2)
        in_order = words[::-1] if turned else words
        runs[index] = GlyphRun(item.face, item.span.style, in_order, x, taken, item.span.mark, turned)
        x += taken
    goes_on = end == cut.end < len(ready.measured.text)
    return Line(width, tuple([runs[index] for index in range(len(pieces))]), cut.start, rtl, measure, goes_on=goes_on)


def _on(runs: Sequence[_Run], start: int, end: int) -> Iterator[tuple[_Run, int, int]]:
    """Yield the runs that have a part in a stretch of the text, each with where that part begins and ends."""
    for run in runs:
        first, last = max(run.item.start, start), min(run.item.end, end)
        if first < last:
            yield run, first, last


def _visual_order(levels: Sequence[int], apart: Mapping[int, int]) -> Iterable[int]:
    """Return the indices of pieces from left to right, as if something of a level stood before some of them."""
    if not apart and not any(levels):
        return range(len(levels))
    with_walls: list[int] = []
    pieces: dict[int, int] = {}  # the places of the pieces among the walls
    for index, level in enumerate(levels):
        if index in apart:
            with_walls.append(apart[index])
        pieces[len(with_walls)] = index
        with_walls.append(level)
    return [pieces[place] for place in visual_order(with_walls) if place in pieces]


def _end_of_space(text: str, at: int) -> int:
    """Return where the white space ends that begins here, at the latest after a break that the author asked for."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at + 1 if text[at : at + 1] == SEPARATOR else at


def _piece(run: _Run, text: str, start: int, end: int, level: int) -> _Piece:
    """Take the characters [start, end) out of a run, shaped anew if the cut is inside a word."""
    first, last = bisect_left(run.starts, start), bisect_left(run.starts, end)
    if run.starts[first] == start and run.starts[last] == end:
        return _Piece(run.item, run.words[first:last], (run.reach[last] - run.reach[first]) * run.unit, level)
    words = _words(run.item, text[start:end])
    return _Piece(run.item, words, sum(word.width for word in words) * run.unit, level)


@lru_cache(maxsize=1024)
def _without_soft_hyphens(word: Word) -> Word:
    """Return a word without the soft hyphens where no line ends: they are not seen, and would be copied."""
    if SOFT_HYPHEN not in word.text:
        return word
    seen = [index for index, text in enumerate(word.texts) if text != SOFT_HYPHEN]
    return Word(
        word.text.replace(SOFT_HYPHEN, ""),
        tuple(word.ids[index] for index in seen),
        tuple(word.texts[index] for index in seen),
        tuple(word.advances[index] for index in seen),
        sum(word.advances[index] for index in seen),
        word.rtl,
    )


def _hyphen(item: Item) -> _Piece:
    """Return the hyphen behind a part of a word: copied text shows none that the layout put there."""
    (word,) = _words(item, _HYPHEN)
    hyphen = replace(word, text=SOFT_HYPHEN, texts=(SOFT_HYPHEN,))
    return _Piece(item, [hyphen], word.width * item.span.style.size * item.face.scale / 1000, item.level)
