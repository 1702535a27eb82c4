"""What a translation must have in common with its source, and what it may never hold: one function per check."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from typing import TypeVar

from foraldraskolan.characters import direction_marks
from foraldraskolan.document.inlines import Emphasis, Field, Inline, Link, Strong
from foraldraskolan.document.walk import inlines_below
from foraldraskolan.language import SOURCE, Language, script_of
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message
from foraldraskolan.record import record
from foraldraskolan.scripts import SCRIPTS, letter_script
from foraldraskolan.translation.catalog import Catalog
from foraldraskolan.translation.glossary import NOT_WORDS, Glossary, false_friends, missing_terms
from foraldraskolan.translation.stale import why_not_shown

T = TypeVar("T")
Parse = Callable[[str, str, Place], tuple[Inline, ...]]  # a text, its BCP 47 tag, and where it stands

_FORMS = ("<initial>", "<medial>", "<final>", "<isolated>")
_WESTERN_MARK = re.compile(r"[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff][*_)\]]*([,;?])")
_ARABIC_MARK = {",": "،", ";": "؛", "?": "؟"}
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = 3  # words: what is shorter may be a name
_LONG, _FAR = 40, 3  # characters; times as long


@record
class Pair:
    """A Swedish text and its translation, as written and as parsed; the place is the translation's."""

    source: str
    text: str
    language: Language
    source_inlines: tuple[Inline, ...]
    text_inlines: tuple[Inline, ...]
    place: Place


Check = Callable[[Pair], Iterator[Message]]


@record
class Findings:
    """What the checks found: errors must be mended before printing, advice is for the translator to weigh."""

    errors: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


def check_catalog(
    catalog: Catalog,
    language: Language,
    parse: Parse,
    glossary: Glossary,
    vital: Container[str],
    in_use: Container[str],
) -> Findings:
    """Return what is wrong with the translations in a catalog; a stale one is not compared with its new source.

    `vital` are the sources for which no old translation ever stands, `in_use` all present ones of the language.
    """
    errors: list[Problem] = []
    advice: list[Problem] = []
    for entry in catalog.entries.values():
        if not entry.text:
            continue
        place = catalog.place(entry.source)
        try:
            source, text = parse(entry.source, SOURCE, place), parse(entry.text, language.tag, place)
        except ProblemsFound as found:
            errors += found.problems
            continue
        pair = Pair(entry.source, entry.text, language, source, text, place)
        errors += _problems(pair, TEXT_CHECKS)
        if entry.stale:
            why = why_not_shown(entry, in_use, vital)
            hint = message("Sidorna har den svenska texten. Rätta översättningen och ta bort fuzzy.")
            advice += [Problem(why, hint, place)] if why else []
            errors += [] if why else mark_problems(pair)
        else:
            errors += _problems(pair, COMPARISONS)
            errors += [Problem(what, place=place) for what in false_friends(pair.source, pair.text, language, glossary)]
            advice += [Problem(what, place=place) for what in missing_terms(pair.source, pair.text, language, glossary)]
            advice += _problems(pair, (length,))
    return Findings(tuple(errors), tuple(advice))


def unlike_copies(catalogs: Iterable[Catalog]) -> list[Problem]:
    """Return a problem for each text that another catalog of the language translates in other words."""
    first: dict[str, tuple[str, str]] = {}
    problems: list[Problem] = []
    for catalog in catalogs:
        for entry in catalog.entries.values():
            if not entry.text or entry.stale:
                continue
            text, file = first.setdefault(entry.source, (entry.text, catalog.file.name))
            if text != entry.text:
                what = message("Samma svenska text har andra ord i {file}.", file=file)
                problems.append(Problem(what, place=catalog.place(entry.source)))
    return problems


def mark_problems(pair: Pair) -> list[Problem]:
    """Return what keeps a translation off the page: other fields or links than in its source."""
    return _problems(pair, (fields, links))


def _problems(pair: Pair, checks: tuple[Check, ...]) -> list[Problem]:
    return [Problem(what, place=pair.place) for check in checks for what in check(pair)]


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
    """Find groups of digits that do not stand as often in the translation as in the source."""
    source, text = (Counter(re.findall(r"[0-9]+", written)) for written in (pair.source, pair.text))
    for number in (source - text).elements():
        yield message("Talet {number} saknas i översättningen.", number=number)
    for number in (text - source).elements():
        yield message("Talet {number} finns inte i den svenska texten.", number=number)


def digits(pair: Pair) -> Iterator[Message]:
    """Find digits other than 0–9, which nobody can dial or compare with the source."""
    for character in dict.fromkeys(pair.text):
        if character.isdecimal() and not character.isascii():
            yield message("Skriv siffran {digit} med 0–9.", digit=character)


def controls(pair: Pair) -> Iterator[Message]:
    """Find hidden characters that change the direction of what follows; zero width non-joiner is a letter's form."""
    for name in direction_marks(pair.text):
        yield message("Här står ett osynligt tecken: {name}.", name=name)


def presentation_forms(pair: Pair) -> Iterator[Message]:
    """Find letters stored as shapes, which come from PDF files and can neither be searched nor read aloud."""
    for character in dict.fromkeys(pair.text):
        if unicodedata.decomposition(character).startswith(_FORMS):
            yield message(
                "{character} är en bokstavsform, skriv {letter}.",
                character=f"U+{ord(character):04X}",
                letter=unicodedata.normalize("NFKC", character),
            )


def punctuation(pair: Pair) -> Iterator[Message]:
    """Find Western punctuation after a letter of the Arabic script."""
    if pair.language.direction == "rtl":
        for mark in dict.fromkeys(_WESTERN_MARK.findall(pair.text)):
            yield message("Skriv {right} i stället för {wrong}.", right=_ARABIC_MARK[mark], wrong=mark)


def edges(pair: Pair) -> Iterator[Message]:
    """Find space before or after the text, or nothing but space."""
    if not pair.text.strip():
        yield message("Översättningen är tom.")
    elif pair.text != pair.text.strip():
        yield message("Översättningen börjar eller slutar med ett mellanslag.")


def swedish(pair: Pair) -> Iterator[Message]:
    """Find a sentence that is still the Swedish one, which would be printed and read aloud as another language."""
    if pair.text == pair.source and len(_words(pair.source)) >= _SENTENCE:
        yield message("Översättningen är den svenska texten.")


def script(pair: Pair) -> Iterator[Message]:
    """Find words without one letter of the language's script; a name in Latin letters stands as {sv:…}."""
    own = script_of(pair.language.tag).code
    found = {letter_script(character) for word in _words(pair.text) for character in word}
    if own in SCRIPTS and own != script_of(SOURCE).code and found and own not in found:
        yield message("Här finns ingen bokstav på {language}.", language=pair.language.swedish)


def length(pair: Pair) -> Iterator[Message]:
    """Find a translation that is so short or so long that something may be lost or added."""
    shorter, longer = sorted((len(pair.source), len(pair.text)))
    if len(pair.source) >= _LONG and longer > _FAR * shorter:
        yield message(
            "Den svenska texten har {expected} tecken, översättningen {found}.",
            expected=len(pair.source),
            found=len(pair.text),
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(NOT_WORDS.sub(" ", text))


TEXT_CHECKS: tuple[Check, ...] = (digits, controls, presentation_forms, punctuation, edges)
COMPARISONS: tuple[Check, ...] = (fields, links, emphasis, numbers, swedish, script)
