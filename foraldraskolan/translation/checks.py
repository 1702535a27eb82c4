"""All that is wrong with the translations in a catalog, by the checks in checking/."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field
from types import MappingProxyType

from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Place, Problem, ProblemsFound, message
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import Catalog, place_of
from foraldraskolan.translation.checking import data, denials, leftover, letters, punctuation
from foraldraskolan.translation.checking.grammar import Grammar
from foraldraskolan.translation.checking.pair import Check, Pair, Parse
from foraldraskolan.translation.glossary import Glossary, false_friends
from foraldraskolan.translation.plurals import are_plural_forms, plural_forms
from foraldraskolan.translation.stale import why_not_shown
from foraldraskolan.translation.terms import missing_terms

# What may never stand in a translation, an old one too.
_OF_TEXTS: tuple[Check, ...] = (
    letters.digits,
    letters.controls,
    letters.presentation_forms,
    letters.composed,
    letters.mixed_scripts,
    punctuation.punctuation,
    punctuation.edges,
    punctuation.spaces,
)
# What a translation and its source must have in common, an old one too.
_OF_MARKS: tuple[Check, ...] = (data.fields, data.links)
# What they must have in common if it is not old.
_COMPARISONS: tuple[Check, ...] = (
    *_OF_MARKS,
    data.emphasis,
    data.numbers,
    leftover.swedish,
    letters.script,
    punctuation.brackets,
)
# What is most often a mistake, and may be right.
_ADVICE: tuple[Check, ...] = (
    denials.denials,
    data.numerals,
    punctuation.questions,
    punctuation.exclamations,
    punctuation.quotations,
    punctuation.space_before_marks,
    punctuation.sentence_count,
    punctuation.length,
    letters.strange_letters,
)


@record
class Findings:
    """What the checks found: errors must be mended before printing, advice is for the translator to weigh."""

    errors: tuple[Problem, ...] = ()
    advice: tuple[Problem, ...] = ()


@record
class Known:
    """What translations are checked by: the glossary, and the grammars by language tag."""

    glossary: Glossary = Glossary()
    grammars: Mapping[str, Grammar] = field(default_factory=lambda: MappingProxyType({}))


def check_catalog(
    catalog: Catalog, language: Language, parse: Parse, known: Known, vital: Container[str], in_use: Container[str]
) -> Findings:
    """Return what is wrong with the translations in a catalog; a stale one is not compared with its new source.

    `vital` are the sources for which no old translation ever stands, `in_use` all present ones of the language.
    """
    errors: list[Problem] = []
    advice: list[Problem] = []
    for entry in catalog.entries.values():
        if not entry.text:
            continue
        place = place_of(catalog, entry.source)
        try:
            source, text = parse(entry.source, SOURCE, place), parse(entry.text, language.tag, place)
        except ProblemsFound as found:
            errors += found.problems
            continue
        ours, theirs = (known.grammars.get(tag, Grammar()) for tag in (SOURCE, language.tag))
        pair = Pair(entry.source, entry.text, language, source, text, place, ours, theirs)
        errors += _problems(pair, _OF_TEXTS)
        if entry.stale:
            why = why_not_shown(entry, in_use, vital)
            hint = message("Sidorna har den svenska texten. Rätta översättningen och ta bort fuzzy.")
            advice += [Problem(why, hint, place)] if why else []
            errors += [] if why else _problems(pair, _OF_MARKS)
        else:
            errors += _problems(pair, _COMPARISONS)
            wrong = false_friends(pair.source, pair.text, language, known.glossary)
            errors += [Problem(what, place=place) for what in wrong]
            advice += _problems(pair, _ADVICE)
    return Findings(tuple(errors), tuple(advice))


def check_language(catalogs: Sequence[Catalog], language: Language, known: Known) -> Findings:
    """Return what only all catalogs of a language together show: Swedish words, copies that differ, missing terms."""
    targets = (target for term in known.glossary.terms for target in term.translations.get(language.tag, ()))
    left = leftover.swedish_words(catalogs, (*targets, *known.grammars.get(language.tag, Grammar()).shared))
    errors = tuple(each.problem for each in left if each.sure)
    advice = [each.problem for each in left if not each.sure]
    for catalog in catalogs:
        written = dict(catalog.headers).get("Plural-Forms")
        if written is not None and not are_plural_forms(written, language.tag):
            what = message("Så bildar språket inte plural. Skriv: {right}", right=plural_forms(language.tag))
            advice.append(Problem(what, place=Place(catalog.file, 1, "Plural-Forms")))
    return Findings(errors, (*advice, *unlike_copies(catalogs), *missing_terms(catalogs, language, known.glossary)))


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
                problems.append(Problem(what, place=place_of(catalog, entry.source)))
    return problems


def page_problems(pair: Pair) -> list[Problem]:
    """Return what keeps a translation off the page: digits that are read in another order, other fields or links."""
    return _problems(pair, (letters.digits, *_OF_MARKS))


def _problems(pair: Pair, checks: tuple[Check, ...]) -> list[Problem]:
    return [Problem(what, place=pair.place) for check in checks for what in check(pair)]
