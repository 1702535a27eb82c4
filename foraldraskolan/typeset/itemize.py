"""Runs of one style, face, script, language and direction."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, repeat

from foraldraskolan.typeset.fonts import FAMILIES, Face, Family, face, family_for
from foraldraskolan.typeset.glyphs import Span

# The first word of a character's Unicode name tells its script, for the scripts that we have fonts for.
_SCRIPTS = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HEBREW": "Hebr",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MYANMAR": "Mymr",
    "SINHALA": "Sinh",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAI": "Thai",
}
_SEPARATOR = "\u2028"  # never drawn: it stays where it stands
# The script that a language's punctuation is set in.
_RTL_LETTERS = {"ar": "Arab", "fa": "Arab", "prs": "Arab", "ckb": "Arab", "ur": "Arab", "ti": "Ethi", "am": "Ethi"}


_Kind = tuple[Family, str] | None  # the family and script of a character, if it has any of its own


@dataclass(frozen=True, slots=True)
class Item:
    """The characters [start, end) of a paragraph that are shaped in one go; `level` is their bidi embedding level."""

    start: int
    end: int
    span: Span
    face: Face
    script: str
    level: int


@lru_cache(maxsize=4096)
def script_of(character: str) -> str | None:
    """Return the ISO 15924 code of a letter's script, or None for what all scripts share."""
    if not character.isalpha():
        return None
    return _SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0])


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
        if levels is None and span.language not in _RTL_LETTERS and plain.characters.issuperset(text):
            items.append(Item(at, at + len(text), span, plain, _first_script(text), 0))
        else:
            items.extend(_cut(span, at, levels))
        at += len(text)
    return items


def _first_script(text: str) -> str:
    return next((script for script in map(script_of, text) if script), "Latn")


@lru_cache(maxsize=8192)
def _kind(character: str, shared: str) -> _Kind:
    """Return the family and script of a character, None for what is shaped with the character before it."""
    if unicodedata.category(character).startswith("M") or character == _SEPARATOR:
        return None
    script = script_of(character) or shared
    family = family_for(character, script)
    if family is None:
        raise LookupError(character)
    return family, script


def _cut(span: Span, at: int, levels: Sequence[int] | None) -> Iterator[Item]:
    own = levels[at : at + len(span.text)] if levels is not None else [0] * len(span.text)
    shared = _RTL_LETTERS.get(span.language, "Latn")
    start = 0
    for level, equal in groupby(own):
        end = start + len(list(equal))
        # Inside what runs left to right, punctuation is Latin too: 18.00 keeps the dot that its digits were drawn with.
        script = shared if levels is None or level % 2 else "Latn"
        for first, last, kind in _stretches(span.text[start:end], script):
            yield _item(at + start + first, at + start + last, span, kind or (FAMILIES[0], shared), level)
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
