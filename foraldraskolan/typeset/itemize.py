"""Runs of one style, face, script, language and direction."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, repeat

from foraldraskolan.language import script_of
from foraldraskolan.record import record
from foraldraskolan.scripts import letter_script
from foraldraskolan.typeset.fonts import FAMILIES, Face, Family, face, family_for
from foraldraskolan.typeset.glyphs import Span

# A line separator is never drawn and stays where it stands; a joiner is a part of how the letter before it joins.
_WITH_THE_ONE_BEFORE = "\u200c\u200d\u2028"
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
    if unicodedata.category(character).startswith("M") or character in _WITH_THE_ONE_BEFORE:
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
            yield _item(at + start + first, at + start + last, span, kind or (FAMILIES[0], script), level)
        start = end


def _stretches(text: str, script: str) -> Iterator[tuple[int, int, _Kind]]:
    """Yield the [start, end) of neighbours of one kind; None goes with the one before it."""
    current = _kind(text[0], script)
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
