"""The people in a cell of names: one, or several that somebody wrote into it."""

import re

from foraldraskolan.class_list.texts.signs import without_signs

_BETWEEN = re.compile(r"\n|;|(?<=[^\W\d_])\s*/\s*(?=[^\W\d_])|&|\s(?:och|samt|and|\+)\s", re.IGNORECASE)
_WORDS_OF_ROLES = (
    r"(?:mamma|pappa|mor|far|mother|father|mum|dad|förälder|vårdnadshavare|vh|god\ man|kontaktperson|styvmamma"
    r"|styvpappa|bonusmamma|bonuspappa|familjehem|farmor|farfar|mormor|morfar)"
)
_ROLE = re.compile(
    rf"""[(\[] \s* (?-i:[a-zåäöé][a-zåäöé\d\ .,/-]*) \s* [)\]]  # no name is written in small letters
    | [(\[] \s* {_WORDS_OF_ROLES} \s* \d? \s* [)\]] | (?:\s[–—-]|,) \s* {_WORDS_OF_ROLES} \s* \d? \s* $
    | ^ \s* (?: {_WORDS_OF_ROLES} \s? \d?) \s* :""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)


def people(cell: str) -> tuple[str, ...] | None:
    """Return the names of the people in a cell without the signs at them; None if it cannot be told how many they are.

    "Ek, Eva" is one person, "Mia Ek, Ola Ek" are two, "Ek Berg, Eva Maria" may be either.
    """
    found: list[str] = []
    parts = [part for part in _BETWEEN.split(_ROLE.sub(" ", cell)) if part.strip()]
    for part in parts:
        apart = _by_commas(" ".join(part.split()))
        if apart is None:
            return None
        found += apart
    if "\n" in cell and len(parts) > 1 and any(len(name.split()) < 2 for name in found):
        return None  # a name that is broken into two lines, or two people of one name each
    return tuple(filter(None, map(without_signs, found)))


def _by_commas(text: str) -> list[str] | None:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return parts
    words = [part.split() for part in parts]
    if len(parts) == 2:
        if min(map(len, words)) == 1:
            return [text]
        return parts if words[0][-1].casefold() == words[1][-1].casefold() else None
    return parts if min(map(len, words)) > 1 else None
