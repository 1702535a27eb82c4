"""Signs that stand at a name, a class or an address, and the texts that explain them."""

import re
import unicodedata
from functools import lru_cache

from foraldraskolan.class_list.texts.remarks import Certainty, may_say_protected, protection_in

_MASKED = re.compile(r"[*•●xX█■.]{3,}(?: [*•●xX█■.]{3,})*")
_SIGNS = set("*!#§†‡¤^~°√×+")
_INSIDE = re.compile(r"[(\[{]\s*([^\W\d_]|sk|pu|[^\w\s]{1,2})\s*[)\]}]", re.IGNORECASE)  # Kim Lind (S), Kim Lind [!]
_IN_BRACKETS = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
# How something is set apart that a reader sees and a program does not, as `normalised` writes it.
LOOK = (
    r"(?:ljus|mork)?(?:gul|rod|gron|bla|gra|rosa|lila|orange|vit|svart)\w*|fet\w*|kursiv\w*|(?:under|over)struk\w*"
    r"|farg\w*|bold|italics?|red|yellow|green|blue|grey|pink|colou?r\w*"
)
_LEGEND = re.compile(r"(?:med|with|av|by|=|:|–|-|betyder)\s*(?:ett|en|a)?\s*[\"'”“(]?([^\W\d_])[\"'”“)]?(?=\W|$)")
_LEGEND_FIRST = re.compile(r"(?:^|\W)[\"'”“(]?([^\W\d_])[\"'”“)]?\s*(?:=|betyder|means)")


def is_masked(text: str) -> bool:
    """Return whether stars or crosses stand where something else should."""
    return _MASKED.fullmatch(text.strip()) is not None


def sign_at(text: str) -> str:
    """Return the sign that stands at a name, as the star of "Kim Lind *" or the letter of "Kim Lind (S)", or ""."""
    inside = _INSIDE.search(text)
    if inside:
        return inside[1]
    bare = text.strip(" ()[]")
    if not any(each.isalnum() for each in bare):
        return ""
    return next((each for each in (bare[:1], bare[-1:]) if _is_sign(each)), "")


@lru_cache(maxsize=10_000)
def without_signs(name: str) -> str:
    """Return a name without the signs and the words of protection that stand at it; signs alone are left."""
    if not any(each.isalnum() for each in name):
        return name
    bare = _INSIDE.sub(" ", name)
    bare = _IN_BRACKETS.sub(lambda found: " " if may_say_protected(found[1]) else found[0], bare)
    head, *rest = re.split(r"\s[–—-]\s|,|:|;|/", bare, maxsplit=1)
    if rest and may_say_protected(rest[0]):
        bare = head
    words = bare.split()
    while words and _is_no_name(words[-1]):
        words.pop()
    while words and _is_no_name(words[0]):
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


def _is_no_name(word: str) -> bool:
    """Return whether a word at a name is signs or is about protection; Hot and Foster are names too."""
    told = protection_in(word)
    all_signs = all(_is_sign(each) or each in "()[]-–" for each in word)
    return all_signs or told is Certainty.SURELY or (told is Certainty.PERHAPS and not word.istitle())
