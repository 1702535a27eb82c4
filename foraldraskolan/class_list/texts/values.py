"""What a cell says when it is known what it is of: nothing, if it says that nothing is known; a number as it is."""

import re
import unicodedata
from functools import lru_cache

from foraldraskolan.class_list.columns import ADDRESS, PEOPLE, Kind
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.remarks import Certainty, protection_in
from foraldraskolan.class_list.texts.signs import is_masked

_SAY_NOTHING = {"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sm", "Zs"}  # categories: punctuation, the minus, the space
_NOTHING = {
    "null", "nan", "none", "n a", "na", "nil", "saknas", "okand", "okant", "okanda", "ej kand", "ej kant",
    "uppgift saknas", "uppgifter saknas", "adress saknas", "ej angiven", "ej angivet", "ej ifyllt", "ej registrerad",
    "finns ej", "finns inte", "ingen", "inga", "inget", "vet ej", "vet inte", "tom", "tomt", "unknown", "missing",
    "not available",
    "not known", "okand adress", "pa kommunen skriven", "utan kant hemvist", "ej aktuell", "ej aktuellt", "0", "0 0",
}  # fmt: skip
_NAMES_TOO = {"nan", "na", "tom"}  # Nan, Na and Tom are names; nan and NA are what programs write for nothing
_NOBODY = re.compile(
    r"x|tbd|myndig|vardnadshavare(?: \d)?|.*\b(?:okand|okant|okanda|saknas|unknown)\b.*"
    r"|(?:ej|ingen) .*"
)
# What stands above, to the left or elsewhere, in words or with a ditto mark.
_REFERENCE = re.compile(
    r"(?:(?:se|som|samma som|samma|same as|same|see)(?: \w+)? (?:ovan\w*|above|rad \d+|row \d+|syskon\w*|vh ?\d|mamma"
    r"|pappa|mor|far|mother|father|vardnadshavare ?\d?|bror|syster)|samma(?: \w+)?|same(?: \w+)?|dito|ditto|d o)"
)
_DITTO = set("\"”“″〃'’´")
_DEAD = re.compile(r"\bavlid(?:en|na)\b|\bdeceased\b|†", re.IGNORECASE)
_WHOLE = re.compile(r"(\d+)[.,]0+")


@lru_cache(maxsize=10_000)
def value_of(text: str, kind: Kind) -> str:
    """Return what a cell of a kind says, "" for what only says that there is nothing.

    A dash or other punctuation alone says nothing, an emoji does something. What stands for a protected or unknown
    address is no address. A number that a spreadsheet wrote as 8.0 is 8.
    """
    if all(unicodedata.category(each) in _SAY_NOTHING for each in text):
        return ""
    words = normalised(text)
    if words in _NOTHING and not (kind is Kind.GROUP and words == "0"):
        name = kind in PEOPLE and words in _NAMES_TOO and (text.istitle() or text == "TOM")
        return text if name else ""
    if kind in PEOPLE and _NOBODY.fullmatch(words):
        return ""
    if kind not in PEOPLE and is_dead(text):
        return ""
    if kind in ADDRESS and (is_masked(text) or protection_in(text) is Certainty.SURELY):
        return ""
    if kind is Kind.POSTCODE and not words.strip("0 "):
        return ""
    if kind in (Kind.GROUP, Kind.POSTCODE) and (whole := _WHOLE.fullmatch(text)):
        return whole[1]
    return text


def is_reference(text: str) -> bool:
    """Return whether a text says no more than where the value stands: in the cell above, in a brother's row."""
    marks = text.strip(" -–—.,=")
    return (marks != "" and set(marks) <= _DITTO) or _REFERENCE.fullmatch(normalised(text)) is not None


def is_dead(name: str) -> bool:
    """Return whether a name says that its owner has died."""
    return _DEAD.search(name) is not None
