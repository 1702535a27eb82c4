"""foraldraskolan translations add: a new language, and at once what it has and what it lacks."""

import datetime
from collections.abc import Iterator

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_facts
from foraldraskolan.language import Language, script_of
from foraldraskolan.problems import Count, Message, Place, Problem, message

_DAY, _CLOCK = datetime.date(2026, 12, 3), datetime.time(18)  # as examples are dated
_NUMBER, _PER_CENT = 10400, 12.5


def add_and_tell(session: Session, tag: str, native: str, swedish: str) -> None:
    """Add a language; say how it will be written and, on standard error, what it lacks.

    Raises ProblemsFound for what is no tag, or a language that is there already.
    """
    from foraldraskolan.layout.lacking import lacking
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.add import add_language, new_language
    from foraldraskolan.translation.checking.alphabet import alphabet
    from foraldraskolan.translation.glossary import GLOSSARY_FILE, read_glossary
    from foraldraskolan.translation.languages import LANGUAGES_FILE, read_languages
    from foraldraskolan.translation.translatable import translatable, words_to_translate

    materials, folder = session.project.materials, session.project.translations
    language = new_language(tag, read_languages(folder), native, swedish)
    texts = translatable(read_library(materials), materials)
    terms = read_glossary(folder).terms
    facts = list(_facts(session, language))
    place, letters = Place(folder / LANGUAGES_FILE, key=language.tag), alphabet(language.tag)
    problems = list(lacking(language.tag, letters, place))
    if not letters:
        what = message("Språkets alfabet finns inte i CLDR, så check ser inte bokstäver som är fel.")
        problems.append(Problem(what, place=place))
    if not any(language.tag in term.translations for term in terms):
        what = message("Ordlistan har inga ord på språket, så check jämför inga.")
        hint = message("Lägg till en kolumn som heter {tag}.", tag=language.tag)
        problems.append(Problem(what, hint, Place(folder / GLOSSARY_FILE)))
    # Whoever interrupts the work is told that nothing is written: the writing comes when all else is done.
    add_language(folder, language, texts)
    session.tell(
        message(
            "{native} ({swedish}) är tillagt: {files} filer i {folder}, {count} ord att översätta.",
            native=language.native,
            swedish=language.swedish,
            files=len(texts),
            folder=folder / language.tag,
            count=Count(words_to_translate(texts)),
        )
    )
    print_facts(session, facts)
    list_problems(problems, session.catalog)


def _facts(session: Session, language: Language) -> Iterator[tuple[Message, str]]:
    from foraldraskolan.layout.lacking import is_hyphenated
    from foraldraskolan.material.fill import clock_text, date_text, number_text
    from foraldraskolan.translation.plurals import plural_forms

    script = script_of(language.tag)
    right = message("från höger till vänster") if script.direction == "rtl" else message("från vänster till höger")
    yield message("Skrift"), f"{script.name.text(session.catalog)}, {session.say(right)}"
    yield message("Typsnitt"), script.typeface or session.say(message("inget"))
    yield message("Datum"), f"{date_text(_DAY, language)}, {clock_text(_CLOCK, language)}"
    yield message("Tal"), f"{number_text(_NUMBER, 'count', language)}; {number_text(_PER_CENT, 'percent', language)}"
    digits = (
        message("0–9") if language.locale.default_numbering_system == "latn" else message("0–9, inte språkets egna")
    )
    yield message("Siffror"), session.say(digits)
    yield message("Pluralformer"), plural_forms(language.tag).partition(";")[0].removeprefix("nplurals=")
    hyphens = message("vid stavelser") if is_hyphenated(language.tag) else message("bara vid tecken i ordet")
    yield message("Långa ord delas"), session.say(hyphens)
