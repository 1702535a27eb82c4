"""A paragraph: spans and a width in, lines out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal

from foraldraskolan.isolates import hyphenated, isolates
from foraldraskolan.typeset.bidi import embedding_levels, visual_order
from foraldraskolan.typeset.divide import divisions
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Span
from foraldraskolan.typeset.itemize import Item, itemize
from foraldraskolan.typeset.linebreak import (
    SEPARATOR,
    SOFT_HYPHEN,
    Break,
    Cut,
    Measured,
    breaks,
    fit_balanced,
    fit_well,
    inner,
)
from foraldraskolan.typeset.shape import Shaped, shape

# What can turn the order of a left-to-right paragraph: right-to-left letters and the bidi controls.
_TURNS = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
# Copied text shows no hyphen that the layout put there: its glyph stands for a soft hyphen.
_HYPHEN = "-"
_HYPHEN_WIDTH = 0.33  # of the size: no face's hyphen is wider
_KERN = 0.1  # of the size: a line cut inside a word may be wider by what its last letter was kerned

# Lines of whole words divide none, not even one that has no room on a line of its own.
Wrap = Literal["ragged", "hyphenated", "balanced", "whole"]


@dataclass(frozen=True, slots=True)
class _Run:
    """An item with its glyphs, and the points that a font unit of it measures."""

    item: Item
    glyphs: Shaped
    unit: float


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph ready to be cut into lines: its shaped runs, where they may be cut, what parts isolates."""

    runs: list[_Run]
    measured: Measured
    walls: dict[int, int]
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
    lines = (_line(ready.runs, ready.measured.text, cut, ready.walls, rtl) for cut in cuts)
    hang = width + ready.size * _KERN
    return tuple(replace(line, over=line.width - width) if line.width > hang else line for line in lines)


# A table's cells are measured before they are set, a slide is set in several sizes until one fits.
@lru_cache(maxsize=256)
def _ready(spans: tuple[Span, ...], rtl: bool, whole: bool) -> _Set:
    text = "".join(span.text for span in spans)
    numbers = isolates(text)
    # Levels come before items: a run that changes direction is shaped in two.
    levels, walls = _levels(spans, text, numbers, rtl)
    runs = [_shaped(item, text) for item in itemize(spans, levels)]
    # Lines break in the order of the text, before any of it is put into visual order.
    kept = [*numbers, *_kept(spans), *(hyphenated(text) if rtl else ())]
    size = max(span.style.size for span in spans)
    starts = accumulate((len(span.text) for span in spans), initial=0)
    languages = [(start, span.language) for start, span in zip(starts, spans, strict=False)]

    def divide(start: int, end: int) -> Sequence[list[Break]]:
        return () if whole else divisions(text, start, end, languages, kept)

    places, edges = breaks(text, spans[0].language, kept), _edges(runs, len(text))
    measured = Measured(text, places, edges, size * _HYPHEN_WIDTH, divide, inner(kept))
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


def _levels(
    spans: Sequence[Span], text: str, numbers: list[tuple[int, int]], rtl: bool
) -> tuple[list[int] | None, dict[int, int]]:
    """Return each character's embedding level, the isolates wrapped while UAX #9 looks; None where all is level 0.

    With them come the levels of the isolates' ends, by the places in the text where they stand: two isolates side by
    side stay apart.
    """
    if not rtl and (text.isascii() or not _TURNS.search(text)):
        return None, {}
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    at = 0
    for span in spans:
        end = at + len(span.text)
        if span.isolate:
            opened[at] = opened.get(at, "") + _FSI
            closed[end] = _PDI + closed.get(end, "")
        at = end
    for start, end in numbers:
        opened[start] = opened.get(start, "") + _LRI
        closed[end] = _PDI + closed.get(end, "")
    if not opened:
        return embedding_levels(text, int(rtl)), {}
    pieces: list[str] = []
    kept: list[slice] = []  # where the text itself stands among the controls
    ends: dict[int, slice] = {}  # where the controls do
    before = length = 0
    for place in sorted({*opened, *closed, len(text)}):
        controls = closed.get(place, "") + opened.get(place, "")
        pieces.extend((text[before:place], controls))
        kept.append(slice(length, length + place - before))
        length += place - before + len(controls)
        ends[place] = slice(length - len(controls), length)
        before = place
    levels = embedding_levels("".join(pieces), int(rtl))
    walls = {place: min(levels[stretch]) for place, stretch in ends.items() if levels[stretch]}
    return [level for stretch in kept for level in levels[stretch]], walls


def _shaped(item: Item, text: str) -> _Run:
    piece = text[item.start : item.end].replace(SEPARATOR, " ")
    glyphs = shape(piece, item.face, item.script, item.span.language, bool(item.level % 2))
    return _Run(item, glyphs, item.span.style.size * item.face.scale / 1000)


def _edges(runs: Sequence[_Run], length: int) -> list[float]:
    """Return the width of the first i characters for i from 0 to length, in points."""
    widths = [0.0] * length
    for run in runs:
        start, unit = run.item.start, run.unit
        advances = [advance * unit for advance in run.glyphs.advances]
        if len(advances) == run.item.end - start:
            widths[start : run.item.end] = advances
        else:
            for offset, advance in zip(run.glyphs.starts, advances, strict=True):
                widths[start + offset] = advance
    return list(accumulate(widths, initial=0.0))


def _line(runs: Sequence[_Run], text: str, cut: Cut, walls: Mapping[int, int], rtl: bool) -> Line:
    pieces: list[_Piece] = []
    apart: dict[int, int] = {}  # the level of what stands before a piece
    for run in runs:
        start, end = max(run.item.start, cut.start), min(run.item.end, cut.end)
        if start < end:
            if start in walls:
                apart[len(pieces)] = walls[start]
            pieces.append(_piece(run, text, start, end, run.item.level))
    width = sum(piece.width for piece in pieces)
    x = 0.0
    if cut.hyphen:
        pieces.append(_hyphen(pieces[-1]))
        width += pieces[-1].width
    else:
        # The space at a line's end is written, so that words never run together when copied; rule L1 puts it last,
        # where it hangs out over the measure.
        for at in range(cut.end, _end_of_space(text, cut.end)):
            run = next(run for run in runs if run.item.start <= at < run.item.end)
            pieces.append(_piece(run, text, at, at + 1, int(rtl)))
            x -= pieces[-1].width if rtl else 0.0
    placed: dict[int, GlyphRun] = {}
    for index in _visual_order([piece.level for piece in pieces], apart):
        placed[index] = _glyph_run(pieces[index], x)
        x += pieces[index].width
    return Line(width, tuple(placed[index] for index in range(len(pieces))), cut.start, rtl)


def _visual_order(levels: Sequence[int], apart: Mapping[int, int]) -> Iterator[int]:
    """Yield the indices of pieces from left to right, as if something of a level stood before some of them."""
    with_walls: list[int] = []
    pieces: dict[int, int] = {}  # the places of the pieces among the walls
    for index, level in enumerate(levels):
        if index in apart:
            with_walls.append(apart[index])
        pieces[len(with_walls)] = index
        with_walls.append(level)
    return (pieces[place] for place in visual_order(with_walls) if place in pieces)


def _end_of_space(text: str, at: int) -> int:
    """Return where the white space ends that begins here, at the latest after a break that the author asked for."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at + 1 if text[at : at + 1] == SEPARATOR else at


@dataclass(frozen=True, slots=True)
class _Piece:
    """The glyphs [first, last) of a run that stand for a text on one line."""

    run: _Run
    glyphs: Shaped
    first: int
    last: int
    text: str
    offset: int  # of the text from the start of the shaped one
    level: int
    width: float


def _piece(run: _Run, text: str, start: int, end: int, level: int) -> _Piece:
    """Cut the characters [start, end) out of a run, shaped anew if the cut is inside a word.

    No face of ours shapes across a space: at spaces the glyphs of the whole run can be cut as they are.
    """
    item, glyphs = run.item, run.glyphs
    own = text[start:end].replace(SEPARATOR, " ")
    offset, first, last = start - item.start, 0, len(glyphs.ids)
    if start > item.start or end < item.end:
        if _inside_word(text, start, item.start) or _inside_word(text, end, item.end):
            glyphs = shape(own, item.face, item.script, item.span.language, bool(item.level % 2))
            offset, last = 0, len(glyphs.ids)
        else:
            first, last = bisect_left(glyphs.starts, offset), bisect_left(glyphs.starts, end - item.start)
    width = sum(glyphs.advances[first:last]) * run.unit
    return _Piece(run, glyphs, first, last, own, offset, level, width)


def _inside_word(text: str, at: int, edge: int) -> bool:
    return at != edge and text[at] not in (" ", SEPARATOR) and text[at - 1] not in (" ", SEPARATOR)


def _hyphen(before: _Piece) -> _Piece:
    item = before.run.item
    glyphs = shape(_HYPHEN, item.face, item.script, item.span.language, False)
    width = sum(glyphs.advances) * before.run.unit
    return _Piece(before.run, glyphs, 0, len(glyphs.ids), SOFT_HYPHEN, 0, item.level, width)


def _glyph_run(piece: _Piece, x: float) -> GlyphRun:
    glyphs, first, last = piece.glyphs, piece.first, piece.last
    ids, advances = glyphs.ids[first:last], glyphs.advances[first:last]
    texts = list(piece.text)
    if len(texts) != len(ids):  # a ligature stands for several characters
        starts = [start - piece.offset for start in glyphs.starts[first:last]]
        texts = [piece.text[start:end] for start, end in pairwise([*starts, len(piece.text)])]
    offsets = {at - first: moved for at, moved in glyphs.offsets.items() if first <= at < last}
    item = piece.run.item
    rtl = bool(piece.level % 2)
    if rtl:
        final = len(ids) - 1
        ids, texts, advances = ids[::-1], texts[::-1], advances[::-1]
        offsets = {final - at: moved for at, moved in offsets.items()}
    return GlyphRun(item.face, item.span.style, ids, texts, advances, offsets, x, piece.width, item.span.mark, rtl)
