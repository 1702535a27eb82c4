"""All that is wrong with the translations, at once, and how far each language is translated."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.problems import Place, Problem, collect, message
from foraldraskolan.translation.awaiting import ended_problems, fitting_nothing
from foraldraskolan.translation.catalog import Catalog, SourceText
from foraldraskolan.translation.checks import Findings, Parse, check_catalog, unlike_copies
from foraldraskolan.translation.glossary import Glossary, read_glossary
from foraldraskolan.translation.review import REVIEW_FILE, Review, read_review
from foraldraskolan.translation.status import Tally, whole
from foraldraskolan.translation.translatable import LABELS_DOMAIN, vital
from foraldraskolan.translation.translations import Translations, in_use, read_catalogs
from foraldraskolan.translation.update import files_behind

Texts = Mapping[str, Sequence[SourceText]]


@dataclass(slots=True)
class CheckedTranslations:
    """What is wrong, what to weigh, which sign-offs have ended, the catalogs, and the counts by language.

    There are no counts of a language whose catalogs cannot be read, nor of any where the Swedish texts cannot.
    """

    problems: list[Problem] = field(default_factory=list)
    advice: list[Problem] = field(default_factory=list)
    ended: list[Problem] = field(default_factory=list)
    catalogs: list[Catalog] = field(default_factory=list)
    counts: list[tuple[Language, Tally]] = field(default_factory=list)


def check_translations(folder: Path, languages: Iterable[Language], texts: Texts | None) -> CheckedTranslations:
    """Check every language's catalogs and sign-offs against the Swedish texts, as far as those can be read."""
    checked = CheckedTranslations()
    problems = checked.problems
    glossary = collect(problems, lambda: read_glossary(folder)) or Glossary()
    known = vital(texts or {})
    for language in languages:
        if language.tag == SOURCE:
            continue
        review = collect(problems, partial(read_review, folder / language.tag / REVIEW_FILE))
        catalogs = collect(problems, partial(read_catalogs, folder, language.tag))
        if catalogs is None:
            continue
        sources = in_use(catalogs.values())
        for domain, catalog in catalogs.items():
            found = check_catalog(catalog, language, _parse(domain), glossary, known, sources)
            problems += found.errors
            checked.advice += found.advice
        checked.advice += unlike_copies(catalogs.values())
        checked.catalogs += catalogs.values()
        if texts is not None:
            problems += behind(folder, language.tag, texts)
            translations = Translations(language, catalogs, review or Review(), known)
            problems += fitting_nothing(translations, texts)
            checked.ended += ended_problems(translations, texts)
            checked.counts.append((language, whole(translations, texts)))
    return checked


def written_proses(materials: Path, texts: Texts, catalogs: Iterable[Catalog]) -> Iterator[Prose]:
    """Yield every text of the material and of the catalogs with its place; nothing of one that cannot be parsed."""
    for domain, sources in texts.items():
        for each in sources:
            # Catalogs name the file that a text stands in first from the folder of the material.
            place = Place(materials / "".join(each.files[:1]).removeprefix("materials/"))
            yield _prose(domain, each.source, SOURCE, place)
    for catalog in catalogs:
        for entry in catalog.entries.values():
            yield _prose(catalog.file.stem, entry.text, catalog.language, catalog.place(entry.source))


def _prose(domain: str, text: str, tag: str, place: Place) -> Prose:
    return Prose(collect([], partial(_parse(domain), text, tag, place)) or (), tag, place=place)


def behind(folder: Path, tag: str, texts: Texts) -> list[Problem]:
    """Return a problem for each catalog that is not what the present Swedish texts make of it."""
    what = message("Filen följer inte den svenska texten som den är nu.")
    hint = message("Kör foraldraskolan translations update.")
    return [Problem(what, hint, Place(file)) for file in files_behind(folder, tag, texts)]


def text_check(folder: Path, translations: Translations, texts: Texts) -> Callable[[Catalog], Findings]:
    """Return the check of a catalog of one language; raise ProblemsFound if the glossary cannot be read."""
    glossary, known, sources = read_glossary(folder), vital(texts), translations.entries

    def check(catalog: Catalog) -> Findings:
        return check_catalog(catalog, translations.language, _parse(catalog.file.stem), glossary, known, sources)

    return check


def _parse(domain: str) -> Parse:
    return partial(parse_inlines, label=domain == LABELS_DOMAIN)
