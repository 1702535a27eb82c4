"""Languages however a school writes them: Swedish, English and own names, ISO 639 codes, and what is said at school."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from foraldraskolan.language import locale_of
from foraldraskolan.mail.cells import plain
from foraldraskolan.problems import Message, message

# Written as one in letters, whatever is spoken.
_SAME = {
    "ary": "ar", "arz": "ar", "apc": "ar", "ajp": "ar", "acm": "ar", "aeb": "ar", "arq": "ar", "ars": "ar",
    "ar-001": "ar", "fa-af": "prs", "ku": "kmr", "tl": "fil", "nb": "no", "nn": "no",
}  # fmt: skip
# What CLDR does not say. Own names stand here too: CLDR's are looked up for the available languages only, since to
# load three hundred locales takes seconds.
_SPELLINGS = {
    "ar": "standardarabiska, syrisk arabiska, irakisk arabiska, libanesisk arabiska, palestinsk arabiska, "
    "arabisk, عربي, عربية, اللغة العربية, arabi",
    "so": "somali, soomaali, af soomaali, afsoomaali, soomaaliga, somaliga",
    "kmr": "kurmanji, kurmandji, kurmanci, kurmancî, nordkurdiska, kurdiska kurmanji, kurdiska nord, northern kurdish, "
    "kurmanji kurdiska, kurmanji kurdish, kurdî kurmancî, badini, bahdini",
    "ckb": "sorani, kurdiska sorani, sorani kurdiska, sorani kurdish, sydkurdiska sorani, mellankurdiska, سۆرانی, "
    "کوردی سۆرانی, کوردیی ناوەندی",
    "fa": "farsi, persiska iran, persiska farsi, parsi, فارسی",
    "prs": "dari, dari persiska, persiska dari, persiska afghanistan, farsi dari, دری",
    "ti": "tigrinska, tigrinja, tigrinya, tigrigna, ትግርኛ",
    "am": "amarinja, amharinja, አማርኛ",
    "bs": "bosanski",
    "sq": "shqip, kosovoalbanska",
    "tr": "türkçe",
    "pl": "polski",
    "uk": "українська",
    "ru": "русский",
    "ps": "pashto, pashtu, پښتو",
    "syr": "assyriska, syrianska, assyriska syrianska, suryoyo, turoyo, östsyriska",
    "rom": "romani, romani chib, romska",
    "zh": "mandarin, rikskinesiska, 中文",
    "th": "thai",
    "vi": "tiếng việt",
    "fil": "tagalog",
}
# One word for several languages: which one is meant is not ours to guess. SE is Sweden's code, and Northern Sami's.
_AMBIGUOUS = {
    "kurdiska, kurdisk, kurdish, kurdi, کوردی, كردي, ku, kur": "kurmanji, sorani",
    "afghanska, afganska, afghani": "dari, pashto",
    "eritreanska": "tigrinska, arabiska",
    "etiopiska": "amhariska, tigrinska, oromo",
    "syriska": "arabiska, assyriska",
    "se": "svenska, nordsamiska",
}
# One word for languages that the same people read: any of them will do.
_ANY = {"bks, bcs, serbokroatiska, serbokroatisk, serbo-croatian, srpskohrvatski, sh, hbs": ("bs", "hr", "sr")}

_BETWEEN = re.compile(r"(?:[,;/|+&\n]|\b(?:och|samt|eller|and|or)\b)(?![^(]*\))", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]?")
_TAG = re.compile(r"\s*([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """The languages that a word stands for, any of which will do; or what to write instead if it cannot be told."""

    tags: tuple[str, ...] = ()
    instead: str = ""


class Tongues:
    """The languages that there are letters in, found by what is written in a list."""

    def __init__(self, available: Collection[str]) -> None:
        self._available = {_canonical(tag): tag for tag in reversed(tuple(available))}
        self._meanings = dict(_meanings(available))

    def understand(self, written: str) -> str | Message:
        """Return the available tag that is meant, the first of several; or why there is none."""
        parts = [part for part in _BETWEEN.split(written) if plain(part)]
        meanings = [meaning for part in parts if (meaning := self._meaning(part))]
        for tag in (tag for meaning in meanings for tag in meaning.tags):
            if tag in self._available:
                return self._available[tag]
        if not parts:
            return message("Språket är inte ifyllt.")
        for meaning in meanings:
            if meaning.instead:
                return message("Ordet säger inte vilket språk det är. Skriv ett av: {names}.", names=meaning.instead)
        if meanings:
            return message("Det finns inget brev på det språket.")
        return message("Programmet förstår inte vilket språk det är.")

    def _meaning(self, part: str) -> _Meaning | None:
        """Return what one expression means; what stands in brackets is asked where the words before it do not tell."""
        whole = self._meanings.get(plain(part)) or self._tagged(part)
        before = whole or self._meanings.get(plain(_BRACKETS.sub(" ", part)))
        if before and before.tags:
            return before
        inside = (self._meanings.get(plain(word)) for each in _BRACKETS.findall(part) for word in _BETWEEN.split(each))
        return next((meaning for meaning in inside if meaning and meaning.tags), before)

    def _tagged(self, part: str) -> _Meaning | None:
        """Return the meaning of a BCP 47 tag such as sv-SE."""
        tag = _TAG.fullmatch(part)
        if tag and _canonical(tag[0]) in _SAME.values():
            return _Meaning((_canonical(tag[0]),))
        return self._meanings.get(plain(tag[1])) if tag else None


def _meanings(available: Collection[str]) -> Iterator[tuple[str, _Meaning]]:
    """Yield what each spelling means; a later meaning stands instead of an earlier one."""
    for locale in (Locale("en"), Locale("sv")):
        for code, name in locale.languages.items():
            yield plain(name), _Meaning((_canonical(code),))
    for code in (*Locale("sv").languages, *get_global("language_aliases")):
        yield plain(code), _Meaning((_canonical(code),))
    for tag in available:
        yield plain(_own_name(tag)), _Meaning((_canonical(tag),))
        yield plain(tag), _Meaning((_canonical(tag),))
    for tag, spellings in _SPELLINGS.items():
        for spelling in spellings.split(", "):
            yield plain(spelling), _Meaning((tag,))
    for spellings, tags in _ANY.items():
        for spelling in spellings.split(", "):
            yield plain(spelling), _Meaning(tags)
    for spellings, instead in _AMBIGUOUS.items():
        for spelling in spellings.split(", "):
            yield plain(spelling), _Meaning(instead=instead)


def _own_name(tag: str) -> str:
    try:
        return locale_of(tag).get_language_name() or tag
    except (UnknownLocaleError, ValueError):  # CLDR has no locale of every language
        return tag


def _canonical(tag: str) -> str:
    """Return one tag for all that are read as one: no region or script, ISO 639-1 where there is one."""
    tag = tag.strip().lower().replace("_", "-")
    code = tag if tag in _SAME else tag.split("-")[0]
    code = str(get_global("language_aliases").get(code, code)).lower().replace("_", "-")
    return _SAME.get(code) or _SAME.get(code.split("-")[0], code.split("-")[0])
