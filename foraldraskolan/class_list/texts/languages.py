"""Languages however a school writes them: Swedish, English and own names, ISO 639 codes, and what is said at school."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.spellings import (
    AMBIGUOUS,
    ANY,
    BESIDE,
    ELSEWHERE,
    LABELS,
    NO_CODES,
    NOT,
    SAME,
    SECOND,
    SPELLINGS,
    WHO,
)
from foraldraskolan.language import locale_of
from foraldraskolan.problems import Message, message, spoken
from foraldraskolan.record import record

_BETWEEN = re.compile(r"(?:[,;/|+&\n>→]|\b(?:och|samt|eller|and|or)\b)(?![^(]*\))", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_TAG = re.compile(r"\s*([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|[0-9]{3}))?\s*", re.IGNORECASE)
_SUBJECT = re.compile(r"ml([a-z]{3})")  # mother tongue tuition as a subject, by the agency's codes
_SHORTEST_NAME = 4  # letters; among other words a shorter one is as likely a word of Swedish
_SHORTEST_MISSPELLED = 4
_LONGEST_MISSPELLED = 40
_MOST_WORDS = 5  # of one name
# What these are called at school; CLDR has other names of them, or none.
_SAME_IN_BOTH = {"kmr": "kurmanji", "ckb": "sorani", "prs": "dari", "ps": "pashto"}
_CALLED = {
    "sv": _SAME_IN_BOTH | {"syr": "assyriska", "zgh": "berbiska"},
    "en": _SAME_IN_BOTH | {"syr": "assyrian", "zgh": "berber"},
}


# Why there is no letter in a family's language though all is understood; every other reason is a question.
NOT_SAID = message("Språket är inte ifyllt.")
NO_LETTER = message("Det finns inget brev på det språket.")
_NOT_UNDERSTOOD = message("Programmet förstår inte vilket språk det är.")


@record
class LanguageNames:
    """Names of languages, to stand in a sentence of the interface in its own language."""

    tags: tuple[str, ...]

    def text(self, catalog: NullTranslations) -> str:
        """Return the names in the catalog's language, in order."""
        locale = Locale(spoken(catalog))
        names = [_CALLED[locale.language].get(tag) or locale.languages.get(tag, tag) for tag in self.tags]
        return ", ".join(name[:1].upper() + name[1:] if locale.language == "en" else name for name in names)


@record
class _Meaning:
    """The languages that a word stands for, any of which will do; or those of which nobody can tell which is meant."""

    tags: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


_SECOND = _Meaning()


@dataclass(slots=True)
class _Expression:
    """What some words say: their languages in order, the words that are not understood, and what changes the sense."""

    meanings: list[_Meaning] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    no: bool = False
    no_first: bool = False  # the no stands before the language that it is about
    doubt: bool = False  # two words of it say two languages where one is meant

    def add(self, other: "_Expression") -> None:
        self.meanings += other.meanings
        self.unknown += other.unknown
        self.countries += other.countries
        self.no |= other.no
        self.doubt |= other.doubt


class LanguageReader:
    """The languages that there are letters in, found by what is written in a list.

    A language is only given if every word beside it is understood too: a word may turn its sense around.
    """

    def __init__(self, available: Collection[str], unsaid: Message = NOT_SAID) -> None:
        self._available = {_canonical(tag): tag for tag in reversed(tuple(available))}
        self._meanings = dict(_meanings(available))
        self._unsaid = unsaid
        self._understood: dict[str, str | Message] = {}
        self._index: dict[str, list[str]] = {}  # the spellings of names by what is left of them without a letter

    def understand(self, written: str) -> str | Message:
        """Return the available tag that is meant, the first of several; or why there is none."""
        if written not in self._understood:
            self._understood[written] = self._understand(written)
        return self._understood[written]

    def _understand(self, written: str) -> str | Message:
        words = set(normalised(written).split())
        if not words:
            return self._unsaid
        is_asked = "?" in written or "؟" in written
        if whole := self._exactly(written):
            return self._decided(_Expression([whole]), is_asked)
        sense = _Expression()
        before_no = True  # what follows a no may be denied as well
        for part in (self._part(each) for each in _BETWEEN.split(written) if normalised(each)):
            if part.no and not sense.meanings and not part.meanings:
                return _NOT_UNDERSTOOD
            if part.no and not (sense.meanings and part.no_first):
                return message("Cellen säger vilket språk det inte är. Skriv bara språket som brevet ska vara på.")
            before_no &= not part.no
            if before_no:
                sense.add(part)
        if sense.meanings and words & WHO - ({"mother"} if "tongue" in words else set()):
            return message("Cellen säger vem i familjen som talar språket. Skriv varje vårdnadshavares språk för sig.")
        return self._decided(sense, is_asked)

    def _decided(self, sense: _Expression, is_asked: bool) -> str | Message:
        tags = list(dict.fromkeys(tag for meaning in sense.meanings for tag in meaning.tags))
        elsewhere = {
            tag: ELSEWHERE[tag, country] for tag in tags for country in sense.countries if (tag, country) in ELSEWHERE
        }
        tags = [elsewhere.get(tag, tag) for tag in tags]
        in_doubt = is_asked or sense.doubt or (bool(elsewhere) and len(sense.countries) > 1)
        if sense.unknown:
            near = tags or [tag for word in sense.unknown for tag in self._near(word)]
            near = [tag for tag in near if tag in self._available] or near
            return _did_you_mean(near) if near else _NOT_UNDERSTOOD
        if there := [self._available[tag] for tag in tags if tag in self._available]:
            return _did_you_mean(tags) if in_doubt else there[0]
        for meaning in sense.meanings:
            if meaning.either:
                names = LanguageNames(meaning.either)
                return message("Ordet säger inte vilket språk det är. Skriv ett av: {names}.", names=names)
        if tags:
            return NO_LETTER
        if sense.meanings:
            return message("Svenska som andraspråk säger inte vilket språk familjen talar.")
        if sense.countries:
            return message("Ett land säger inte vilket språk familjen talar.")
        return _NOT_UNDERSTOOD

    def _part(self, part: str) -> _Expression:
        """Return what one expression says; what stands in brackets is asked where the words before it do not tell."""
        if exact := self._exactly(part):
            return _Expression([exact])
        outside = _BRACKETS.sub(" ", part)
        exact = self._exactly(outside)
        sense = _Expression([exact]) if exact else self._words(normalised(outside).split())
        for inside in (each for text in _BRACKETS.findall(part) for each in _BETWEEN.split(text)):
            inner = self._words(normalised(inside).split())
            if inner.no and inner.no_first and sense.meanings:
                continue
            before = {tag for meaning in sense.meanings for tag in meaning.tags + meaning.either}
            sense.doubt |= bool(before) and any(
                before.isdisjoint(meaning.tags + meaning.either) for meaning in inner.meanings
            )
            if inner.meanings and any(meaning.either for meaning in sense.meanings):
                sense.meanings = []  # it says which one
            sense.add(inner)
        return sense

    def _exactly(self, text: str) -> _Meaning | None:
        words = normalised(text)
        if words in NO_CODES:
            return None
        return self._meanings.get(words) or self._tagged(text)

    def _words(self, words: list[str]) -> _Expression:
        """Return what words say when all of them count: names of languages, and what may stand beside those."""
        sense = _Expression()
        before = False  # a country stands before a language, as a part of its name
        if len(words) <= 2 and (code := self._labelled(words)):
            return _Expression([code])
        at = 0
        while at < len(words):
            name, length = self._name(words, at)
            word = words[at]
            if name:
                sense.meanings.append(name)
            elif word in NOT:
                sense.no_first |= not sense.meanings
                sense.no = True
            elif word in _countries():
                sense.countries.append(word)
                before |= not sense.meanings
            elif word not in BESIDE and word not in WHO and not any(map(str.isdigit, word)):
                sense.unknown.append(word)
            at += length
        named = [meaning for meaning in sense.meanings if meaning != _SECOND]
        sense.doubt = len(named) > 1 or (before and bool(named))
        sense.no_first &= bool(sense.meanings) or not LABELS.isdisjoint(words)
        return sense

    def _name(self, words: list[str], at: int) -> tuple[_Meaning | None, int]:
        """Return the meaning of the longest name that begins here, and of how many words it is."""
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            if len(name) >= _SHORTEST_NAME and name not in BESIDE and (meaning := self._meanings.get(name)):
                return meaning, length
        return None, 1

    def _labelled(self, words: list[str]) -> _Meaning | None:
        """Return the meaning of a code after what it is a code of, as "ML ARA" or "MLARA"."""
        if len(words) == 2 and words[0] in LABELS and len(words[1]) <= 3 and words[1] not in NO_CODES | NOT:
            return self._meanings.get(words[1])
        subject = _SUBJECT.fullmatch(words[0]) if len(words) == 1 else None
        return self._meanings.get(subject[1]) if subject else None

    def _tagged(self, part: str) -> _Meaning | None:
        """Return the meaning of a BCP 47 tag such as sv-SE."""
        tag = _TAG.fullmatch(part)
        if tag and tag[1].casefold() in NO_CODES:
            return None
        if tag and _canonical(tag[0]) in SAME.values():
            return _Meaning((_canonical(tag[0]),))
        return self._meanings.get(normalised(tag[1])) if tag else None

    def _near(self, word: str) -> list[str]:
        """Return the languages that are spelled nearly so: a letter more, less, other or in another place."""
        if not _SHORTEST_MISSPELLED <= len(word) <= _LONGEST_MISSPELLED:
            return []
        if not self._index:
            for spelling in self._meanings:
                if len(spelling) > _SHORTEST_MISSPELLED:
                    for shorter in _shorter(spelling):
                        self._index.setdefault(shorter, []).append(spelling)
        spellings = {spelling for shorter in _shorter(word) for spelling in self._index.get(shorter, ())}
        return sorted({tag for each in spellings for tag in (self._meanings[each].tags or self._meanings[each].either)})


def _did_you_mean(tags: list[str]) -> Message:
    return message("Menade du {near}?", near=LanguageNames(tuple(dict.fromkeys(tags))))


def _shorter(word: str) -> set[str]:
    """Return a word and all that it becomes without one of its letters."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _countries() -> frozenset[str]:
    """Return the Swedish and English names of countries that are one word."""
    names = {normalised(name) for locale in (Locale("sv"), Locale("en")) for name in locale.territories.values()}
    return frozenset(name for name in names if " " not in name and not name.isdecimal())


def _meanings(available: Collection[str]) -> Iterator[tuple[str, _Meaning]]:
    """Yield what each spelling means; a later meaning stands instead of an earlier one."""
    for locale in (Locale("en"), Locale("sv")):
        for code, name in locale.languages.items():
            yield normalised(name), _Meaning((_canonical(code),))
    for code in (*Locale("sv").languages, *get_global("language_aliases")):
        yield normalised(code), _Meaning((_canonical(code),))
    for tag in available:
        yield normalised(_own_name(tag)), _Meaning((_canonical(tag),))
        yield normalised(tag), _Meaning((_canonical(tag),))
    tables = (
        *((spellings, _Meaning((tag,))) for tag, spellings in SPELLINGS.items()),
        *((spellings, _Meaning(tags)) for spellings, tags in ANY.items()),
        *((spellings, _Meaning(either=tags)) for spellings, tags in AMBIGUOUS.items()),
        (SECOND, _SECOND),
    )
    for spellings, meaning in tables:
        for spelling in spellings.split(", "):
            yield normalised(spelling), meaning


def _own_name(tag: str) -> str:
    try:
        return locale_of(tag).get_language_name() or tag
    except (UnknownLocaleError, ValueError):  # CLDR has no locale of every language
        return tag


def _canonical(tag: str) -> str:
    """Return one tag for all that are read as one: no region or script, ISO 639-1 where there is one."""
    tag = tag.strip().lower().replace("_", "-")
    code = tag if tag in SAME else tag.split("-")[0]
    code = str(get_global("language_aliases").get(code, code)).lower().replace("_", "-")
    return SAME.get(code) or SAME.get(code.split("-")[0], code.split("-")[0])
