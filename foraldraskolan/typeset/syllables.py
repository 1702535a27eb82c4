"""Where a word may be hyphenated: at its syllables, as Pyphen knows them for the languages that it has."""

import re
from collections.abc import Iterator
from functools import cache

import pyphen

_SHORTEST = 3  # letters that a part of a hyphenated word has at least
_LETTERS = re.compile(r"[^\W\d_]+")


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the [start, end) ranges of the words inside a stretch of text: letters that follow each other."""
    return (match.span() for match in _LETTERS.finditer(text, start, end))


def knows_syllables(language: str) -> bool:
    """Tell whether words of a language are hyphenated."""
    return _pattern(language) is not None


def syllables(word: str, language: str) -> tuple[int, ...]:
    """Return the offsets inside a word where it may be hyphenated, none if the language is not known."""
    pattern = _pattern(language)
    return _positions(word, pattern) if pattern else ()


@cache
def _pattern(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=_SHORTEST, right=_SHORTEST) if known else None


@cache
def _positions(word: str, pattern: pyphen.Pyphen) -> tuple[int, ...]:
    return tuple(pattern.positions(word))
