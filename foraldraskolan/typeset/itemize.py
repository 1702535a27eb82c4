"""Runs of one style, face, script, language and direction."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, repeat, takewhile
from unicodedata import category

from foraldraskolan.language import script_of
from foraldraskolan.record import record
from foraldraskolan.scripts import letter_script
from foraldraskolan.typeset.fonts import FAMILIES, Face, Family, face, family_for
from foraldraskolan.typeset.glyphs import Span

# A line separator is never drawn and stays where it stands; a joiner is a part of how the letter before it joins.
_WITH_THE_ONE_BEFORE = "\u200c\u200d\u2028"
_NEAREST = 40
_Kind = tuple[Family, str] | None  # the family and script of a character, if it has any of its own


@record
class Item:
    """The characters [start, end) of a paragraph that are shaped in one go; `level` is their bidi embedding level."""

    start: int
    end: int
    span: Span
    face: Face
    script: str
    level: int


def itemize(spans: Sequence[Span], levels: Sequence[int] | None) -> list[Item]:
    """Cut spans into items; levels None means that everything is left to right.

    Raises LookupError for a character that no font has: callers check coverage first.
    """
    items: list[Item] = []
    at = 0
    for span in spans:
        text, style = span.text, span.style
        if not text:
            continue
        plain = face(FAMILIES[0], style.weight, style.italic)
        if (
            levels is None
            and FAMILIES[0].name == script_of(span.language).typeface
            and plain.characters.issuperset(text)
        ):
            items.append(Item(at, at + len(text), span, plain, _first_script(text), 0))
        else:
            items.extend(_cut(span, at, levels))
        at += len(text)
    return items


def _first_script(text: str) -> str:
    return next((script for script in map(letter_script, text) if script), "Latn")


@lru_cache(maxsize=8192)
def _kind(character: str, shared: str) -> _Kind:
    """Return the family and script of a character, None for what is shaped with the character before it."""
    if category(character).startswith("M") or character in _WITH_THE_ONE_BEFORE:
        return None
    script = letter_script(character) or shared
    family = family_for(character, script)
    if family is None:
        raise LookupError(character)
    return family, script


def _cut(span: Span, at: int, levels: Sequence[int] | None) -> Iterator[Item]:
    own = levels[at : at + len(span.text)] if levels is not None else [0] * len(span.text)
    shared = script_of(span.language)
    start = 0
    for level, equal in groupby(own):
        end = start + len(list(equal))
        # Inside what runs left to right, punctuation is Latin too: 18.00 keeps the dot that its digits were drawn with.
        script = shared.code if levels is None or (level % 2 == 1) == (shared.direction == "rtl") else "Latn"
        for first, last, kind in _stretches(span.text[start:end], script):
            yield _item(at + start + first, at + start + last, span, kind or _of_marks(span.text, script), level)
        start = end


def with_whole_letters(spans: Sequence[Span]) -> list[Span]:
    """Return spans that begin with no mark or joiner of a letter that the span before ends with."""
    found: list[Span] = []
    for span in spans:
        parts = "".join(takewhile(_is_part, span.text))
        if parts and found and found[-1].text:
            found[-1] = replace(found[-1], text=found[-1].text + parts)
            found.append(replace(span, text=span.text[len(parts) :]))
        else:
            found.append(span)
    return found


def joined(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after [start, end) of a text in the same word, if its letters may join at its ends.

    Only the letters of Arabic script join, with their marks and joiners; the nearest have a say.
    """
    first, last = start, end
    while first > max(start - _NEAREST, 0) and _joins(text[first - 1]):
        first -= 1
    while last < min(end + _NEAREST, len(text)) and _joins(text[last]):
        last += 1
    return text[first:start] if _joins(text[start]) else "", text[end:last] if _joins(text[end - 1]) else ""


def _of_marks(text: str, script: str) -> tuple[Family, str]:
    return family_for(text[0], script) or FAMILIES[0], script


def _joins(character: str) -> bool:
    return letter_script(character) == "Arab" or _is_part(character)


def _is_part(character: str) -> bool:
    return category(character)[0] == "M" or character in "\u200c\u200d"


def _stretches(text: str, script: str) -> Iterator[tuple[int, int, _Kind]]:
    """Yield the [start, end) of neighbours of one kind; None goes with the one before it."""
    current = next(filter(None, map(_kind, text, repeat(script))), None)
    if current and {current, None}.issuperset(map(_kind, set(text), repeat(script))):
        yield 0, len(text), current
        return
    start = 0
    for index, character in enumerate(text):
        kind = _kind(character, script)
        if kind is not None and kind != current:
            yield start, index, current
            start, current = index, kind
    yield start, len(text), current


def _item(start: int, end: int, span: Span, kind: tuple[Family, str], level: int) -> Item:
    family, script = kind
    return Item(start, end, span, face(family, span.style.weight, span.style.italic), script, level)
