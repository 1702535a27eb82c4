"""Figures in running text: what a source must stand behind, and what belongs in facts.toml and contacts.toml.

A small number in words (fem saker, två bilder) is no figure, nor is a name (årskurs 9, gymnasiet, år 2), a date, a
time of day, or a number inside a word (B12).
"""

import re
from collections.abc import Iterable

from foraldraskolan.material.records import Contact
from foraldraskolan.record import record

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?"
_FIRST, _LAST = r"(?<![\w.,:-])", r"(?![\w:-])"
_NAMES = re.compile(
    r"\b(?:årskurs|årskurserna|åk|klass|klockan|kl\.?|vecka|veckorna|sida|sidan|sidorna|punkt|steg|del|nummer|rum|sal)"
    r" \d+(?:[.:]\d\d)?(?: ?(?:till|och|eller|[-–]) ?\d+(?:[.:]\d\d)?)?"
    r"|, år \d\b"
    r"|\b\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)(?: \d{4})?"
)
_FIGURE = re.compile(rf"{_FIRST}(?:{_NUMBER}){_LAST}")
_PEOPLE = (
    r"(?:elever(?:na)?|ungdomar(?:na)?|tonåringar(?:na)?|barn(?:en)?|unga|personer|människor|föräldrar(?:na)?|vuxna"
    r"|pojkar(?:na)?|flickor(?:na)?|killar|tjejer|familjer|poliser|skolor(?:na)?|kommuner|invånare|dödsfall)\b"
)
_IN_WORDS = (
    r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w+ton"
    r"|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra)\w*)"
)
_PER_CENT = re.compile(rf"{_FIRST}(?:{_NUMBER}) ?(?:%|procent\w*)|\b{_IN_WORDS} procent(?:enheter)?\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    rf"{_FIRST}(?:{_NUMBER})(?: av (?:{_NUMBER}))?(?: \w+)? {_PEOPLE}"
    r"|\b(?:var|vart) (?:tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|tjugonde|hundrade)"
    r" (?:elev|ungdom|tonåring|barn|person|förälder|pojke|flicka|vuxen)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\benligt\b"
    r"|(?<!\bän )\b(?:forskning|studie|undersökning|rapport|statistik)(?:e?n|er|ar|erna|arna)?"
    r" (?:\w+ )?(?:visar|visade|visat|säger|tyder)\b",
    re.IGNORECASE,
)
_DIAL = re.compile(r"(?<![\w+])(?:\+46[ -]?|0046[ -]?|0)[1-9]\d{0,2}(?:[ -]?\d{2,3}){2,4}(?!\w)")


@record
class TypedPhone:
    """A phone number in a text as it is typed, and the id of the contact that has it."""

    number: str
    contact: str | None


class PhoneBook:
    """The numbers of the material's contacts, to know them again in a text."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._patterns = [(_as_written(each.phone), each.id) for each in contacts if each.phone]

    def typed(self, text: str) -> list[TypedPhone]:
        """Return every phone number in a text: those of contacts, and what begins as a Swedish number does."""
        found: dict[int, TypedPhone] = {}
        for pattern, id in self._patterns:
            for match in pattern.finditer(text):
                found[match.start()] = TypedPhone(match[0], id)
        for match in _DIAL.finditer(text):
            found.setdefault(match.start(), TypedPhone(match[0], None))
        return [found[start] for start in sorted(found)]


def _as_written(phone: str) -> re.Pattern[str]:
    """Return what finds a number with or without its spaces and hyphens, but no number of people."""
    number = "[ -]?".join(map(re.escape, re.split("[ -]+", phone)))
    return re.compile(rf"(?<![\w+.,-]){number}(?!\w|[.,-]\d| ?%| procent| (?:\w+ )?{_PEOPLE})")


def is_figure(text: str) -> bool:
    """Say whether a text states a number in digits, a percentage, or one in so many of a people."""
    without_names = _NAMES.sub(" ", text)
    return any(pattern.search(without_names) for pattern in (_FIGURE, _PER_CENT, _OF_PEOPLE))


def is_cited(text: str) -> bool:
    """Say whether a text tells what somebody has found or written, as in enligt and forskningen visar."""
    return _CITED.search(text) is not None


def typed_facts(text: str) -> list[str]:
    """Return every percentage and number of people that is typed in a text."""
    without_names = _NAMES.sub(" ", text)
    return [match[0] for pattern in (_PER_CENT, _OF_PEOPLE) for match in pattern.finditer(without_names)]
