"""The terms that every translation shall use, and the words it shall not: glossary.csv and false_friends.csv.

A term may have several translations, separated by |; the first is the one to print in a list of terms.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from foraldraskolan.language import Language
from foraldraskolan.problems import Message, Problem, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.translation.checking.pair import prose, words
from foraldraskolan.translation.tables import read_csv

GLOSSARY_FILE = "glossary.csv"
FALSE_FRIENDS_FILE = "false_friends.csv"
_TERM_COLUMNS = ("id", "sv", "note")
_FRIEND_COLUMNS = ("language", "swedish", "forbidden", "unless", "why")

_SWEDISH_ENDINGS = (
    "s|as|e|es|en|ens|et|ets|er|ers|erna|ernas|ar|ars|arna|arnas|or|orna|n|ns|na|nas|r|rs|rna|rnas|t|ts|are"
)
_ADJECTIVE = re.compile(
    r"(?:ig|lös|sk|bar|sam|ad|ell|iv|ent|ant|ym)$"
)  # after other words -a makes a verb: straff, straffa
# Conjunctions, prepositions and the article are written as one with an Arabic word; Latin script needs no prefix.
_PREFIXES = "[وفبكل]{0,2}(?:ال|ل)?"
_BRACKETS = re.compile(r"\s*\([^)]*\)")


@record
class Term:
    """A Swedish term, its translations by language tag, and what to know when choosing words."""

    id: str
    swedish: str
    translations: Mapping[str, tuple[str, ...]]
    note: str

    @property
    def bare(self) -> str:
        """Return the Swedish word as a text has it: in small letters, without what is explained in brackets."""
        return _bare(self.swedish)


@record
class FalseFriend:
    """A word that is wrong for a Swedish one, and why; "" stands in every text, a word of `unless` makes it right.

    The Swedish words are parts of words: kurator is also found in skolkuratorn.
    """

    language: str
    swedish: str
    forbidden: str
    unless: tuple[str, ...]
    why: str


@record
class Glossary:
    """All terms and all false friends."""

    terms: tuple[Term, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()


def read_glossary(translations: Path) -> Glossary:
    """Return the glossary in the folder of translations; raise ProblemsFound with each row that is wrong."""
    terms: dict[str, Term] = {}
    problems: list[Problem] = []
    for place, row in read_csv(translations / GLOSSARY_FILE, _TERM_COLUMNS):
        if not row["id"] or not row["sv"]:
            problems.append(Problem(message("Raden saknar id eller sv."), place=place))
        if row["id"] in terms:
            problems.append(Problem(message("{name} står två gånger.", name=row["id"]), place=place))
        targets = {tag: _alternatives(text) for tag, text in row.items() if tag not in _TERM_COLUMNS and text}
        terms[row["id"]] = Term(row["id"], row["sv"], targets, row["note"])
    friends: list[FalseFriend] = []
    for place, row in read_csv(translations / FALSE_FRIENDS_FILE, _FRIEND_COLUMNS):
        if not row["language"] or not row["forbidden"]:
            problems.append(Problem(message("Raden saknar language eller forbidden."), place=place))
        unless = _alternatives(row["unless"])
        friends.append(FalseFriend(row["language"], row["swedish"], row["forbidden"], unless, row["why"]))
    raise_found(problems)
    return Glossary(tuple(terms.values()), tuple(friends))


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in cell.split("|") if each.strip())


def terms_in(text: str, glossary: Glossary) -> tuple[Term, ...]:
    """Return the terms that occur in a Swedish text, in the glossary's order; kontakta is not kontakt as well."""
    return tuple(glossary.terms[index] for index in _found(text, tuple(term.swedish for term in glossary.terms)))


@lru_cache(maxsize=4096)  # each language asks for the terms of the same texts
def _found(text: str, terms: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places of those terms in the list that occur in a text."""
    running = prose(text).casefold()
    # Most terms are not there at all, which is told much sooner than where one is.
    likely = [index for index, term in enumerate(terms) if all(word in running for word in _words(term))]
    found = {index: [match.span() for match in _pattern(terms[index]).finditer(running)] for index in likely}
    longest: dict[int, int] = {}  # the length of the longest term over each character
    for index, spans in found.items():
        for start, end in spans:
            for at in range(start, end):
                longest[at] = max(longest.get(at, 0), len(_bare(terms[index])))
    return tuple(
        index
        for index, spans in found.items()
        if any(any(longest[at] == len(_bare(terms[index])) for at in range(*span)) for span in spans)
    )


def false_friends(source: str, text: str, language: Language, glossary: Glossary) -> Iterator[Message]:
    """Find words in a translation that are known to be wrong for a term of its source.

    The Swedish term may stand in brackets after its translation.
    """
    swedish, translated = prose(source).casefold(), _BRACKETS.sub(_foreign(source), prose(text))
    for friend in glossary.false_friends:
        concerned = friend.language == language.tag and friend.swedish in swedish
        if concerned and not any(word in swedish for word in friend.unless) and _used(friend.forbidden, translated):
            yield message("Skriv inte {word}: {why}", word=friend.forbidden, why=friend.why)


def _foreign(source: str) -> Callable[[re.Match[str]], str]:
    """Return what takes brackets away that hold a word of the source."""
    swedish = {word.casefold() for word in words(source)}
    return lambda bracket: "" if swedish & {word.casefold() for word in words(bracket[0])} else bracket[0]


@cache
def _bare(term: str) -> str:
    return _BRACKETS.sub("", term).strip().casefold()


@cache
def _words(term: str) -> tuple[str, ...]:
    return tuple(_bare(term).split())


@cache
def _pattern(term: str) -> re.Pattern[str]:
    forms = [f"{re.escape(word)}(?:{_SWEDISH_ENDINGS}{'|a' * bool(_ADJECTIVE.search(word))})?" for word in _words(term)]
    return re.compile(r"(?<!\w)" + r"\s+".join(forms) + r"(?!\w)")


def _used(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){_PREFIXES}{re.escape(word.casefold())}\w{{0,3}}(?!\w)", text.casefold()) is not None
