"""Which parts of a text keep their own direction: numbers to call, times, dates, ranges, prices, addresses on the net.

Without isolation the bidi algorithm reverses the groups of 020-91 91 91 inside Arabic, and a parent dials the wrong
number. What is isolated stays on one line, too, if a line holds it.
"""

import re
import unicodedata
from collections.abc import Iterator

from foraldraskolan.scripts import Direction

# What precedes a word's first letter is looked at, or every letter of every word would be tried.
_URL = r"(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?؟،؛]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DOMAIN = r"(?<![a-z0-9-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:se|com|org|net|nu|eu|info)(?:/[\w./-]*\w)?"
_DIGITS = r"(?<!\d)\d+"  # from the first: what does not begin there begins at no later digit either
# Digit groups with what joins them: a space (also no-break), dots, colons, slashes, hyphens, dashes, the (0) of numbers
# called from abroad; a leading plus.
_JOINED = r"(?:[.,:/]|\s?[-\u2010-\u2013\u2212]\s?|[ \u00a0]?\(0\)[ \u00a0]?|[ \u00a0\u202f])\d+"
_NUMBER = rf"(?:\+?{_DIGITS}(?:{_JOINED})+|\+\d+)"
_UNIT = rf"[+-]?{_DIGITS}(?:[.,]\d+)?[ \u00a0\u202f]?(?:%|kr\b|SEK\b|€|°C?)"
# A Swedish clock time keeps its "kl." in front.
_CLOCK = r"(?:\bkl\.?[ \u00a0](?=\d))?"
_HYPHENATED = re.compile(r"(?<![A-Za-zÀ-ɏ])[A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+)+")
_NUMBERS = rf"(?P<number>{_CLOCK}{_NUMBER}(?:[ \u00a0]?(?:%|kr\b))?|{_UNIT})"
# Words without a digit, an @ or a sign inside are passed at once: nothing begins in them but "kl." before a time. The
# whole is repeated greedily, not possessively: an early Python 3.11 is wrong there (python/cpython#106052).
_PLAIN = r"(?<!\S)(?P<plain>(?:[^\s\d@.:/]++(?<!kl)[.:]*+(?:\s++|\Z))+)"
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_ISOLATES = re.compile(rf"{_PLAIN}|{_URL}|{_DOMAIN}|{_NUMBERS}", re.IGNORECASE)


def isolates(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) ranges of a text that are isolates, in order and apart from each other."""
    return [match.span() for match in _ISOLATES.finditer(text) if match.lastgroup != "plain"]


def numbers(text: str) -> list[tuple[int, int]]:
    """Return the ranges of those isolates that are numbers, which never break; an address may if no line holds it."""
    return [match.span() for match in _ISOLATES.finditer(text) if match.lastgroup == "number"]


def hyphenated(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) ranges of Latin names such as Mini-Maria, which do not break in right-to-left text.

    pdfium joins a line that ends with a hyphen to the next one before it looks for the order of either.
    """
    return [match.span() for match in _HYPHENATED.finditer(text)]


def own_direction(text: str) -> Direction:
    """Return the direction of a text by itself, as rules P2 and P3 of UAX #9 say: that of its first letter."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "ltr")


def pieces(text: str, direction: Direction) -> Iterator[tuple[str, bool]]:
    """Yield a text in pieces, each with whether it must be isolated from the text around it.

    Only right-to-left text turns the groups of a number or an address around.
    """
    at = 0
    for start, end in isolates(text) if direction == "rtl" else ():
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
