"""What is no language but data: fields, links, emphasis, numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from foraldraskolan.document.inlines import Emphasis, Field, Link, Strong
from foraldraskolan.document.walk import inlines_below
from foraldraskolan.problems import Message, message
from foraldraskolan.translation.checking.pair import Pair, sentences

T = TypeVar("T")

_FIELD = re.compile(r"\{(?![a-z]{2,3}:)[^}]*\}|\]\([^)]*\)")  # {sv:kap. 3} holds words, and their numbers
_MANY = 3  # what is less may be a dual, a pair, both
_DIGITS = re.compile(r"[0-9]+")
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:([ \u00a0\u202f.,'’])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])")
# Numbers that are one: a phone number, a span, a time, a day.
_RUN = re.compile(r"[0-9]+(?:[ \u00a0\u202f]?[-‐‑–/:.+]?[ \u00a0\u202f]?[0-9]+)+")


def fields(pair: Pair) -> Iterator[Message]:
    """Find fields that do not stand as often in the translation as in the source."""
    source, text = (Counter(f"{{{_written(each)}}}" for each in inlines) for inlines in _both(pair, Field))
    for name in sorted(source - text):
        yield message("Fältet {name} saknas i översättningen.", name=name)
    for name in sorted(text - source):
        if name in source:
            yield message("Fältet {name} står fler gånger än i den svenska texten.", name=name)
        else:
            yield message("Fältet {name} finns inte i den svenska texten.", name=name)


def _written(field: Field) -> str:
    return field.key if field.kind == "label" else f"{field.kind}:{field.key}"


def links(pair: Pair) -> Iterator[Message]:
    """Find links that only the source or only the translation has."""
    source, text = ({each.url for each in inlines} for inlines in _both(pair, Link))
    for url in sorted(source - text):
        yield message("Länken till {url} saknas i översättningen.", url=url)
    for url in sorted(text - source):
        yield message("Länken till {url} finns inte i den svenska texten.", url=url)


def emphasis(pair: Pair) -> Iterator[Message]:
    """Find another count of strong or emphasised parts than in the source."""
    for kind, what in (
        (Strong, message("Den svenska texten har {expected} ställen i fetstil, översättningen {found}.")),
        (Emphasis, message("Den svenska texten har {expected} betonade ställen, översättningen {found}.")),
    ):
        source, text = map(len, _both(pair, kind))
        if source != text:
            yield what.having(expected=source, found=text)


def _both(pair: Pair, kind: type[T]) -> tuple[list[T], list[T]]:
    """Return the inlines of a kind in the source, and those in the translation."""
    source, text = inlines_below(pair.source_inlines), inlines_below(pair.text_inlines)
    return [each for each in source if isinstance(each, kind)], [each for each in text if isinstance(each, kind)]


def numbers(pair: Pair) -> Iterator[Message]:
    """Find numbers in digits that do not stand as often in the translation as in the source, or in another order.

    Thousands may be set off in any way, and a number of one text may stand in words in the other.
    """
    written, text = _FIELD.sub(" ", pair.source), _FIELD.sub(" ", pair.text)
    source, found = Counter(_DIGITS.findall(written)), Counter(_DIGITS.findall(text))
    if source != found:
        # One way of setting thousands off is another's list of numbers: either reading may be the one that agrees.
        whole = Counter(_DIGITS.findall(_joined(written))), Counter(_DIGITS.findall(_joined(text)))
        source, found = whole if whole[0] == whole[1] else (source, found)
    for number in (source - found).elements():
        if not _in_words(pair.grammar.numerals, number, pair.text):
            yield message("Talet {number} saknas i översättningen.", number=number)
    for number in (found - source).elements():
        if not _in_words(pair.source_grammar.numerals, number, pair.source):
            yield message("Talet {number} finns inte i den svenska texten.", number=number)
    if source == found:
        yield from _torn(_joined(written), _DIGITS.findall(_joined(text)))


def _joined(text: str) -> str:
    """Return a text with its thousands as digits alone."""
    return _THOUSANDS.sub(lambda number: "".join(_DIGITS.findall(number[0])), text)


def _in_words(numerals: Mapping[int, re.Pattern[str]], number: str, text: str) -> bool:
    pattern = numerals.get(int(number)) if len(number) < 5 else None
    return pattern is not None and pattern.search(text) is not None


def _torn(source: str, found: Sequence[str]) -> Iterator[Message]:
    """Find a phone number, a span or a time whose parts do not follow each other as in the source."""
    for run in _RUN.findall(source):
        parts = _DIGITS.findall(run)
        if not any(found[at : at + len(parts)] == parts for at in range(len(found))):
            yield message("{number} står inte så i översättningen.", number=run)


def numerals(pair: Pair) -> Iterator[Message]:
    """Find a number in words, three or more, that the translation has neither in words nor in digits."""
    for source, text in sentences(pair):
        for number, pattern in pair.source_grammar.numerals.items():
            known = pair.grammar.numerals.get(number)
            if known is None or number < _MANY or not pattern.search(source):
                continue
            if not known.search(text) and str(number) not in _DIGITS.findall(text):
                yield message("Räkneordet för {number} syns inte i översättningen.", number=number)
