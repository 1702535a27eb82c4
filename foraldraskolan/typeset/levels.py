"""Embedding levels of a paragraph, with its isolates wrapped while UAX #9 looks."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from foraldraskolan.isolates import isolates, isolates_among, must_override
from foraldraskolan.typeset.bidi import embedding_levels, has_lone_bracket
from foraldraskolan.typeset.glyphs import Span

# What can turn the order of a left-to-right paragraph: right-to-left letters and the bidi controls.
_TURNS = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LRI, _FSI, _PDI = "\u2066", "\u2068", "\u2069"
_LRO, _PDF = "\u202d", "\u202c"

# Arabic letters, and what is level 1 between two of them: marks, spaces and signs, but not the separators and controls.
_LETTER = "\u061b\u061f\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_QUIET = "\u064b-\u0652\u0670\u200c\u200d \u00a0.,:;!?،…()\\[\\]«»‹›“”‘’\"'\u2010-\u2014/-"
_ISLAND = re.compile(f"[^{_LETTER}]*[^{_LETTER}{_QUIET}][^{_LETTER}]*")
_CONTROL = re.compile("[\\t-\\r\x1c-\x1f\x85\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ALEF = "\u0627"


class Levels(NamedTuple):
    """Each character's embedding level, and those of the isolates' ends by the places in the text where they stand.

    Two isolates side by side stay apart by the walls between them.
    """

    levels: Sequence[int]
    walls: Mapping[int, int]


class _Isolate(NamedTuple):
    start: int
    end: int
    initiator: str = _LRI
    pop: str = _PDI


def levels_of(spans: Sequence[Span], text: str, *, rtl: bool) -> Levels | None:
    """Return the levels of a paragraph of these spans, with its isolates; None where all is level 0."""
    if not rtl and (text.isascii() or not _TURNS.search(text)):
        return None
    if any(span.isolate for span in spans):
        return _whole(text, _with_spans(spans, text), int(rtl))
    found = [_isolate(text, *each) for each in isolates(text)]
    if rtl and not _CONTROL.search(text):
        return _by_islands(text, found) or _whole(text, found, 1)
    return _whole(text, found, int(rtl))


def _isolate(text: str, start: int, end: int) -> _Isolate:
    if must_override(text[start:end]):
        return _Isolate(start, end, _LRI + _LRO, _PDF + _PDI)
    return _Isolate(start, end)


def _with_spans(spans: Sequence[Span], text: str) -> list[_Isolate]:
    """Return the isolates among spans of which some are isolates, what is around another before it."""
    around: list[_Isolate] = []
    inside: list[_Isolate] = []
    at = 0
    for span in spans:
        end = at + len(span.text)
        if span.isolate:
            around.append(_Isolate(at, end, _FSI))
            if any(map(str.isalpha, span.text)):
                inside += [_isolate(text, at + first, at + last) for first, last in isolates(span.text)]
        at = end
    phrases = [_isolate(text, *each) for each in isolates_among((span.text, span.isolate) for span in spans)]
    return sorted([*around, *phrases, *inside], key=lambda each: (each.start, -each.end))


def _by_islands(text: str, found: Sequence[_Isolate]) -> Levels | None:
    """Return the levels of a right-to-left paragraph, or None if its isolates or brackets hold Arabic letters.

    An Arabic letter is level 1, and nothing before it has a say in what comes after it.
    """
    levels = [1] * len(text)
    walls: dict[int, int] = {}
    left = list(reversed(found))
    for match in _ISLAND.finditer(text):
        start, end = match.span()
        own: list[_Isolate] = []
        while left and start <= left[-1].start and left[-1].end <= end:
            isolate = left.pop()
            own.append(isolate._replace(start=isolate.start - start, end=isolate.end - start))
        island = _island(match[0], tuple(own), start > 0, end < len(text))
        if island is None:
            return None
        levels[start:end] = island.levels
        walls.update((start + place, level) for place, level in island.walls.items())
    return None if left else Levels(levels, walls)


@lru_cache(maxsize=4096)  # numbers to call and names of places come again and again
def _island(text: str, found: tuple[_Isolate, ...], before: bool, after: bool) -> Levels | None:
    """Return the levels of what stands between Arabic letters, or None if a bracket may have its pair beyond them."""
    ends = [0, *(end for isolate in found for end in isolate[:2]), len(text)]
    if has_lone_bracket("".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))):
        return None
    first = len(_ALEF) * before
    moved = [isolate._replace(start=isolate.start + first, end=isolate.end + first) for isolate in found]
    levels, walls = _whole(_ALEF * before + text + _ALEF * after, moved, 1)
    return Levels(levels[first : first + len(text)], {place - first: level for place, level in walls.items()})


def _whole(text: str, found: Sequence[_Isolate], base: int) -> Levels:
    if not found:
        return Levels(embedding_levels(text, base), {})
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for start, end, initiator, pop in found:
        opened[start] = opened.get(start, "") + initiator
        closed[end] = pop + closed.get(end, "")
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
    levels = embedding_levels("".join(pieces), base)
    walls = {place: min(levels[stretch]) for place, stretch in ends.items() if levels[stretch]}
    return Levels([level for stretch in kept for level in levels[stretch]], walls)
