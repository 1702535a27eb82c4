"""What keeps its own direction among the inlines of a right-to-left text: it may reach over several of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foraldraskolan.document.inlines import Emphasis, Inline, Strong, Text, Value
from foraldraskolan.isolates import isolates_among
from foraldraskolan.scripts import Direction

_ATOM = "\u2028"  # what is parted from the text around it whatever it holds


def islands(inlines: Sequence[Inline], direction: Direction) -> Iterator[tuple[tuple[Inline, ...], bool]]:
    """Yield inlines of a direction in groups, each with whether it must be isolated from the text around it.

    Inlines are divided where an isolate begins or ends inside them: within a group there is nothing more to isolate but
    values, links and words of other languages, which are isolates by themselves.
    """
    values = _values(inlines)
    at = 0
    for start, end in isolates_among(_parts(inlines)) if direction == "rtl" else ():
        if (start, end) not in values:
            if start > at:
                yield _between(inlines, at, start), False
            yield _between(inlines, start, end), True
            at = end
    rest = _between(inlines, at, sum(map(_length, inlines))) if at else tuple(inlines)
    if rest:
        yield rest, False


def _values(inlines: Sequence[Inline]) -> frozenset[tuple[int, int]]:
    """Return where values stand, counted in characters."""
    found: list[tuple[int, int]] = []
    at = 0
    for text, alone in _parts(inlines):
        if alone:
            found.append((at, at + len(text)))
        at += len(text)
    return frozenset(found)


def _parts(inlines: Sequence[Inline]) -> Iterator[tuple[str, bool]]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text, False
            case Value(text):
                yield text, True
            case Strong(below) | Emphasis(below):
                yield from _parts(below)
            case _:
                yield _ATOM, False


def _length(inline: Inline) -> int:
    return sum(len(text) for text, _ in _parts([inline]))


def _between(inlines: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return what stands in [start, end) of inlines, counted in characters of their parts."""
    found: list[Inline] = []
    at = 0
    for inline in inlines:
        first, last = max(start - at, 0), min(end - at, _length(inline))
        if first < last:
            match inline:
                case Text(text):
                    found.append(Text(text[first:last]))
                case Strong(below) | Emphasis(below):
                    found.append(replace(inline, children=_between(below, first, last)))
                case _:
                    found.append(inline)
        at += _length(inline)
    return tuple(found)
