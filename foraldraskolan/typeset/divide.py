"""Where what has no room on a line of its own may be divided: addresses behind their signs, words at their syllables.

A number is never divided: not a phone number, a price, a date or a time.
"""

import re
from collections.abc import Iterator, Sequence

from foraldraskolan.isolates import numbers
from foraldraskolan.typeset.linebreak import Break, breaks, inner
from foraldraskolan.typeset.syllables import syllables, words

Range = tuple[int, int]

_SIGN = re.compile(r"[/@._?&=%#:+~,;](?=\w)")
_HYPHEN = re.compile(r"-(?=\w)")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[/@._?&=%#]\w")


def divisions(
    text: str, start: int, end: int, languages: Sequence[tuple[int, str]], kept: Sequence[Range]
) -> tuple[list[Break], list[Break]]:
    """Return where [start, end), which no line holds, may be divided, and the places that are second best.

    Where a line ends with a hyphen, or is given one, a reader has to guess whether the word has it: that is second
    best. `languages` says from which offset on each language stands; what is `kept` is not hyphenated.
    """
    best = {match.end(): Break(match.end(), match.end()) for match in _SIGN.finditer(text, start, end)}
    second = {match.end(): Break(match.end(), match.end()) for match in _HYPHEN.finditer(text, start, end)}
    addresses = [match.span() for match in _TOKEN.finditer(text, start, end) if _ADDRESS.search(match[0])]
    spelt = inner([*kept, *addresses])
    second |= {at: Break(at, at, soft=True) for at in _in_words(text, start, end, languages) if at not in spelt}
    # What is kept together for its looks alone goes apart between its words.
    for place in breaks(text, languages[0][1], addresses):
        if start < place.next < end and (text[place.end - 1].isalpha() or text[place.next].isalpha()):
            (second if text[place.end - 1] == "-" else best)[place.next] = place
    whole = inner(numbers(text))
    first, other = (
        [ranked[at] for at in sorted(ranked) if start < at < end and at not in whole] for ranked in (best, second)
    )
    return first, other


def _in_words(text: str, start: int, end: int, languages: Sequence[tuple[int, str]]) -> Iterator[int]:
    for first, last in words(text, start, end):
        language = next(tag for at, tag in reversed(languages) if at <= first)
        yield from (first + position for position in syllables(text[first:last], language))
