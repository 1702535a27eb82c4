"""Whether the glossary's terms stand in the translations, in any form that a word has."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from math import ceil

from foraldraskolan.language import Language, script_of
from foraldraskolan.problems import Problem, message
from foraldraskolan.translation.catalog import Catalog, Entry, place_of
from foraldraskolan.translation.checking.pair import words
from foraldraskolan.translation.glossary import Glossary, terms_in

_SEMITIC = frozenset({"Arab", "Hebr", "Ethi"})  # scripts of languages with roots between which vowels change
_WEAK = re.compile("[اأإآٱويىئؤءةـ\u064b-\u0652]")  # letters that the forms of an Arabic root differ in
_INSIDE = re.compile(r"\(([^)]*)\)")
_SHORT = 3  # letters: what is shorter is grammar
_STEM = 0.65  # of a word's letters are the same in its forms
_SETTLED = 0.9  # of a term's texts, from which the others are worth a look
_FEW = 5  # texts, in which nothing can be told from how the others have it


def missing_terms(catalogs: Sequence[Catalog], language: Language, glossary: Glossary) -> list[Problem]:
    """Return a problem for each text without the glossary's word for a term of its source.

    Where many texts have another word, texts and glossary are at odds, which is told once. A word with two meanings
    asks for either.
    """
    lacking: dict[str, list[Problem]] = {}
    uses: dict[str, int] = {}
    wanted: dict[str, str] = {}
    for catalog in catalogs:
        for entry in catalog.entries.values():
            if entry.text and not entry.stale:
                for term, targets in _wanted(entry, language, glossary).items():
                    uses[term] = uses.get(term, 0) + 1
                    wanted[term] = " / ".join(targets)
                    if not any(shows(target, entry.text, language.tag) for target in targets):
                        what = message("Ordlistan har {target} för {term}.", target=wanted[term], term=term)
                        lacking.setdefault(term, []).append(Problem(what, place=place_of(catalog, entry.source)))
    found: list[Problem] = []
    for term, problems in lacking.items():
        count = len(problems)
        if uses[term] < _FEW or count <= max(1, uses[term] * (1 - _SETTLED)):
            found += problems
        else:
            what = message(
                "Ordlistan har {target} för {term}, men {count} av {all} texter har det inte.",
                target=wanted[term], term=term, count=count, all=uses[term],
            )  # fmt: skip
            found.append(Problem(what, message("Rätta ordlistan, eller texterna."), problems[0].place))
    return found


def _wanted(entry: Entry, language: Language, glossary: Glossary) -> dict[str, tuple[str, ...]]:
    """Return the translations of each term in a source; a word that is two terms has those of both."""
    wanted: dict[str, tuple[str, ...]] = {}
    for term in terms_in(entry.source, glossary):
        if targets := term.translations.get(language.tag):
            wanted[term.bare] = tuple(dict.fromkeys((*wanted.get(term.bare, ()), *targets)))
    return wanted


def shows(target: str, text: str, tag: str) -> bool:
    """Return whether a text has a glossary's word, or the one that it has in brackets, in some form."""
    whole = text.casefold()
    running = words(whole)
    return any(
        all(_in_some_form(word, running, whole, tag) for word in _weighty(option))
        for option in (_INSIDE.sub("", target), *_INSIDE.findall(target))
        if option.strip()
    )


@cache
def _weighty(target: str) -> tuple[str, ...]:
    """Return the words of a term that carry its meaning, all if none is long."""
    every = target.casefold().split()
    return tuple(word for word in every if len(word) > _SHORT) or tuple(every)


def _in_some_form(word: str, running: Sequence[str], whole: str, tag: str) -> bool:
    if _stem(word) in whole:
        return True
    if script_of(tag).code not in _SEMITIC:
        return False
    root = _root(word)
    return len(root) > 1 and any(_is_root_of(root, each) for each in running)


@cache
def _stem(word: str) -> str:
    """Return the start of a word that its inflected forms are likely to share."""
    bare = word.removeprefix("ال") if len(word) > _SHORT + 2 else word
    return bare[: max(_SHORT + 1, ceil(len(bare) * _STEM))]


@cache
def _root(word: str) -> str:
    """Return the consonants that the forms of an Arabic word share: مشتبه and اشتباه have شتبه."""
    bare = _WEAK.sub("", unicodedata.normalize("NFC", word).removeprefix("ال"))
    return bare.removeprefix("م") if len(bare) > _SHORT else bare


def _is_root_of(root: str, word: str) -> bool:
    """Return whether a word has these consonants in this order, and few others."""
    letters = iter(_WEAK.sub("", word))
    return len(_WEAK.sub("", word)) <= len(root) + _SHORT and all(letter in letters for letter in root)
