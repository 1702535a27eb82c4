"""What says that a family's whereabouts are protected: a column's title, a mark, a remark, a sign at a name.

Skyddade personuppgifter: who lives with a threat may be found by a letter, so what is not understood counts as
protected, or is asked about, and never as "no".
"""

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache

from foraldraskolan.mail.cells import plain


class Spoken(StrEnum):
    """How sure a text is that somebody is protected."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    NOT = "not"


# Parts of words, as `plain` writes them without spaces; a title with any of them is about protection.
_STEMS = (
    "skydd", "skyd", "sekret", "sekr", "kvarskr", "sparr", "hemlig", "konfidenti", "fingerad", "protect",
    "confidential", "secret", "secrecy", "besoksforbud", "kontaktforbud", "hotbild", "undisclosed", "withheld",
)  # fmt: skip
_S_MARKED = re.compile(r"\bs ?(?:mark|m)(?:t|ning|erad|ering)?\b")  # S-märkt, S-märkning
_WORDS = ("skyddad", "skyddade", "sekretess", "kvarskriven", "konfidentiell", "protected", "confidential")
_NEAR = 0.78  # of SequenceMatcher: what only resembles such a word is asked about
_SHORT = {"s", "sk", "sp", "pu", "spu", "ski", "skm", "sm"}  # a column of this name may be about protection
_INNOCENT = {"sparad"}  # a day on which something was saved
_NEGATION = r"(?:ej|inte|icke|inga|inget|ingen|utan|aldrig|not|no|non)"
_REVERSED = re.compile(
    rf"\b{_NEGATION} (?:\w+ )?(?:skyd|sekr|kvarskr|sparr|hemlig|protect|confid|secret)|\boskyd|\bunprotect"
)
_DISCLOSE = r"(?:lamna|uppge|roja|sprid|vidarebefordra|disclose|share|give out|utlamna)"
_NOT_DISCLOSED = re.compile(rf"\b{_NEGATION}\b(?: \w+){{0,3}} {_DISCLOSE}|\b{_DISCLOSE}\w* (?:ut )?{_NEGATION}\b")
_DISCLOSED = re.compile(r"\b(?:lamnas? ut|utlamnas?|disclosed)\b")

_ZERO = re.compile(r"0+(?:[.,]0*)?")
_NO = {
    "", "nej", "n", "no", "false", "falskt", "falsk", "ej", "inte", "ingen", "inga", "inget", "null", "nan",
    "none", "n/a", "na", "nil", "ej skyddad", "inte skyddad", "icke skyddad", "oskyddad", "inget skydd", "ej sekretess",
    "ingen sekretess", "ingen markering", "inga skyddade uppgifter", "inga skyddade personuppgifter", "not protected",
    "unprotected", "☐", "□", "-", "–", "—", "−", "‑", "‐", "--",
}  # fmt: skip
_AROUND = " .,:;()[]'\"\n"
_YES = {"ja", "j", "x", "yes", "y", "1", "true", "sant", "s", "skyddad", "sekretess", "protected"}

# Half of a word that is spelled with one error stands as it should: text with none of these says nothing.
_WORTH_READING = re.compile(
    r"sky|ddad|sekr|etess|kvars|kriv|konfid|ntiell|prot|ected|confid|ential|s[ -]?m[äa]rk|fingera|sp[äa]rr|heml|hot"
    r"|f[öo]rbud|l[äa]mna|uppge|r[öo]j|sprid|disclos|share|give out|secre|v[åa]ld|f[öo]rf[öo]l|g[öo]md|jour|vistelse"
    r"|post|brev|skicka|withheld|threat",
    re.IGNORECASE,
)
_SURELY = re.compile(
    r"skydda[dt]|skyddsmark|skyddskod|sekretess|\bsekr\b|kvarskr|sparrmark|identitetsskydd|adress?skydd|fingera"
    r"|\bprotected\b|\bconfidential\b"
)
_PERHAPS = re.compile(
    r"skyd|sekr\w|\bsparr|hemlig|konfidenti|\bhot(?:ad|ade|as|bild|bilden|et|ar)?\b|\w+forbud|tystnadsplikt|\bsecre[tc]"
    r"|forfol|\bgomd|jour\b|vistelseort|\b(?:ingen|inga|inget) (?:post|brev)\b|\bskicka (?:inte|ej|inga|inget|aldrig)\b"
    r"|\bwithheld\b|\bthreat"
)
_VIOLENCE = re.compile(r"\bvåld", re.IGNORECASE)  # without its ring it is another word
_MASKED = re.compile(r"[*•●xX█■.]{3,}(?: ?[*•●xX█■.]{3,})*")
_SIGNS = set("*!#§†‡¤^~°√×+")
_INSIDE = re.compile(r"[(\[{]\s*([^\W\d_]|[^\w\s]{1,2})\s*[)\]}]")  # Kim Lind (S), Kim Lind [!]
_LEGEND = re.compile(r"(?:med|with|av|by|=|:|–|-|betyder)\s*(?:ett|en|a)?\s*[\"'”“(]?([^\W\d_])[\"'”“)]?(?=\W|$)")
_LEGEND_FIRST = re.compile(r"(?:^|\W)[\"'”“(]?([^\W\d_])[\"'”“)]?\s*(?:=|betyder|means)")


@cache
def about_protection(title: str) -> bool:
    """Return whether a column's title is about protection, in any spelling, with one error in it too."""
    words = plain(title)
    letters = words.replace(" ", "")
    return (
        any(stem in letters for stem in _STEMS)
        or "spär" in title.casefold()
        or _S_MARKED.search(words) is not None
        or _NOT_DISCLOSED.search(words) is not None
        or any(_within_one_edit(letters[:200], word) for word in _WORDS)
    )


@cache
def says_the_opposite(title: str) -> bool:
    """Return whether a column's title says who is not protected, so that its marks cannot be told."""
    words = plain(title)
    return _REVERSED.search(words) is not None or (
        _DISCLOSED.search(words) is not None and _NOT_DISCLOSED.search(words) is None
    )


@cache
def nearly_about_protection(title: str) -> bool:
    """Return whether a column's title resembles one about protection too much to be passed over."""
    words = plain(title).split()
    return (words != [] and " ".join(words) in _SHORT) or any(
        SequenceMatcher(None, word, known).ratio() >= _NEAR
        for word in words
        if len(word) >= 5 and word not in _INNOCENT
        for known in (*_WORDS, "sparrad")
    )


def says_no(mark: str) -> bool:
    """Return whether a mark in a column about protection is a known no; anything else protects."""
    text = " ".join(unicodedata.normalize("NFKC", mark).casefold().split())
    return text in _NO or text.strip(_AROUND) in _NO - {""} or _ZERO.fullmatch(text) is not None or _empty_box(text)


def _empty_box(text: str) -> bool:
    return text.replace(" ", "") in {"[]", "[_]"}


def is_mark(text: str) -> bool:
    """Return whether a text is a mark alone, as a cross, a tick, a letter or "ja"."""
    bare = " ".join(text.casefold().split()).strip(_AROUND)
    return text != "" and not says_no(text) and (bare in _YES or not any(each.isalnum() for each in bare))


def may_be_shown(mark: str) -> bool:
    """Return whether a mark is so short and well known that it tells nothing of where somebody lives."""
    bare = " ".join(mark.casefold().split()).strip(_AROUND)
    return says_no(mark) or bare in _YES or (len(bare) <= 1 and not bare.isalnum())


@lru_cache(maxsize=10_000)
def spoken(text: str) -> Spoken:
    """Return whether a free text says that somebody is protected; a "not" before such a word leaves it unclear."""
    if not _WORTH_READING.search(text if text.isascii() else unicodedata.normalize("NFKC", text)):
        return Spoken.NOT
    words = plain(text)
    if says_no(text):
        return Spoken.NOT
    if _REVERSED.search(words):
        return Spoken.PERHAPS
    letters = words.split()
    if (
        _SURELY.search(words)
        or _S_MARKED.search(words)
        or any(len(each) >= 6 and _within_one_edit(each, known) for each in letters for known in _WORDS)
    ):
        return Spoken.SURELY
    if _PERHAPS.search(words) or _NOT_DISCLOSED.search(words) or _VIOLENCE.search(text):
        return Spoken.PERHAPS
    return Spoken.NOT


def is_masked(text: str) -> bool:
    """Return whether stars or crosses stand where something else should."""
    return _MASKED.fullmatch(text.strip()) is not None


def sign_at(name: str) -> str:
    """Return the sign that stands at a name, as the star of "Kim Lind *" or the letter of "Kim Lind (S)", or ""."""
    inside = _INSIDE.search(name)
    if inside:
        return inside[1]
    bare = name.strip(" ()[]")
    if not any(each.isalpha() for each in bare):
        return ""
    return next((each for each in (bare[:1], bare[-1:]) if _is_sign(each)), "")


def without_signs(name: str) -> str:
    """Return a name without the signs and the words of protection that stand at it; signs alone are left."""
    if not any(each.isalnum() for each in name):
        return name
    bare = _INSIDE.sub(" ", name)
    bare = re.sub(r"[(\[{]([^)\]}]*)[)\]}]", lambda found: " " if spoken(found[1]) != Spoken.NOT else found[0], bare)
    head, *rest = re.split(r"\s[–—-]\s|,|:|;|/", bare, maxsplit=1)
    if rest and spoken(rest[0]) != Spoken.NOT:
        bare = head
    words = bare.split()
    while words and (_all_signs(words[-1]) or spoken(words[-1]) != Spoken.NOT):
        words.pop()
    while words and (_all_signs(words[0]) or spoken(words[0]) != Spoken.NOT):
        words.pop(0)
    left = " ".join(words)
    while left and _is_sign(left[-1]):
        left = left[:-1].rstrip()
    while left and _is_sign(left[0]):
        left = left[1:].lstrip()
    return left if any(each.isalnum() for each in left) else ""


def signs_explained(text: str) -> frozenset[str]:
    """Return the signs that a text about a whole list may explain: "skyddade uppgifter markerade med *"."""
    signs = {each for each in text if _is_sign(each)}
    lower = text.casefold()
    signs |= {found[1] for pattern in (_LEGEND, _LEGEND_FIRST) for found in pattern.finditer(lower)}
    return frozenset(signs)


def bears(text: str, sign: str) -> bool:
    """Return whether a cell holds a sign: one that is no letter anywhere, a letter alone or in brackets."""
    if not sign.isalpha():
        return sign in text
    return any(word.strip("()[]{}.*") == sign for word in text.casefold().split())


def _is_sign(character: str) -> bool:
    return character in _SIGNS or (character != "" and unicodedata.category(character) == "So")


def _all_signs(word: str) -> bool:
    return all(_is_sign(each) or each in "()[]-–" for each in word)


def _within_one_edit(letters: str, word: str) -> bool:
    """Return whether a word, or what one error makes of it, stands in the letters."""
    return any(
        _one_edit(letters[start : start + length], word)
        for length in (len(word) - 1, len(word), len(word) + 1)
        for start in range(max(0, len(letters) - length) + 1)
    )


def _one_edit(text: str, word: str) -> bool:
    """Return whether a letter too many, too few, wrong or changed with the next is all that differs."""
    at = next((index for index, (one, other) in enumerate(zip(text, word, strict=False)) if one != other), None)
    if at is None:
        return abs(len(text) - len(word)) <= 1
    return (
        text[at + 1 :] == word[at + 1 :]
        or text[at:] == word[at + 1 :]
        or text[at + 1 :] == word[at:]
        or (text[at : at + 2] == word[at : at + 2][::-1] and text[at + 2 :] == word[at + 2 :])
    )
