"""All that is wrong with the translations, at once, and how far each language is translated."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE, Language, script_of
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.problems import Place, Problem, collect, message
from foraldraskolan.scripts import ScriptName, no_typeface, without_typeface
from foraldraskolan.translation.awaiting import ended_problems, fitting_nothing
from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.checking.grammar import read_grammars
from foraldraskolan.translation.checking.pair import Parse
from foraldraskolan.translation.checks import Findings, Known, check_catalog, check_language
from foraldraskolan.translation.glossary import Glossary, read_glossary
from foraldraskolan.translation.review import REVIEW_FILE, Review, read_review
from foraldraskolan.translation.status import Tally, whole
from foraldraskolan.translation.translatable import LABELS_DOMAIN, vital
from foraldraskolan.translation.translations import Translations, in_use, read_catalogs
from foraldraskolan.translation.update import files_behind

Texts = Mapping[str, Sequence[SourceText]]


class Written(NamedTuple):
    """A text as somebody wrote it, its domain, its language and its place."""

    domain: str
    text: str
    tag: str
    place: Place


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

    def add(self, findings: Findings) -> None:
        """Take what some checks found."""
        self.problems += findings.errors
        self.advice += findings.advice


def check_translations(folder: Path, languages: Iterable[Language], texts: Texts | None) -> CheckedTranslations:
    """Check every language's catalogs and sign-offs against the Swedish texts, as far as those can be read."""
    checked = CheckedTranslations()
    problems = checked.problems
    tools = Known(
        collect(problems, lambda: read_glossary(folder)) or Glossary(),
        collect(problems, lambda: read_grammars(folder)) or {},
    )
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
            checked.add(check_catalog(catalog, language, _parse(domain), tools, known, sources))
        checked.add(check_language(tuple(catalogs.values()), language, tools))
        checked.catalogs += catalogs.values()
        if texts is not None:
            problems += _behind(folder, language.tag, catalogs, texts)
            translations = Translations(language, catalogs, review or Review(), known)
            problems += fitting_nothing(translations, texts)
            checked.ended += ended_problems(translations, texts)
            checked.counts.append((language, whole(translations, texts)))
    return checked


def checker(
    folder: Path, language: Language, catalogs: Mapping[str, Catalog], texts: Texts
) -> Callable[[str, Entry], Findings]:
    """Return what checks one entry of a domain's catalog, before it is written there."""
    tools, known, sources = Known(read_glossary(folder), read_grammars(folder)), vital(texts), in_use(catalogs.values())

    def check(domain: str, entry: Entry) -> Findings:
        alone = replace(catalogs[domain], entries={entry.source: entry})
        return check_catalog(alone, language, _parse(domain), tools, known, sources)

    return check


def written_texts(materials: Path, texts: Texts, catalogs: Iterable[Catalog]) -> Iterator[Written]:
    """Yield every text of the material and of the catalogs."""
    for domain, sources in texts.items():
        for each in sources:
            # Catalogs name the file that a text stands in first from the folder of the material.
            place = Place(materials / "".join(each.files[:1]).removeprefix("materials/"))
            yield Written(domain, each.source, SOURCE, place)
    for catalog in catalogs:
        for entry in catalog.entries.values():
            yield Written(catalog.file.stem, entry.text, catalog.language, catalog.place(entry.source))


def written_proses(written: Iterable[Written]) -> Iterator[Prose]:
    """Yield texts as they are read, nothing of one that cannot be."""
    for domain, text, tag, place in written:
        yield Prose(collect([], partial(_parse(domain), text, tag, place)) or (), tag, place=place)


def script_problems(languages: Mapping[str, Language], file: Path, written: Iterable[Written]) -> list[Problem]:
    """Return a problem for each script without a typeface that a language is written in, or a letter of a text is of.

    That of a language stands in the file of languages. No font is opened.
    """
    scripts = {tag: script_of(tag) for tag in languages}
    found: dict[ScriptName, Place] = {}
    for tag, script in scripts.items():
        if not script.typeface:
            found.setdefault(script.name, Place(file, key=tag))
    seen: set[str] = set()
    for _, text, tag, place in written:
        if tag in scripts and scripts[tag].typeface and not text.isascii():
            new = set(text) - seen
            seen |= new
            for name in without_typeface(sorted(new), scripts[tag]).values():
                found.setdefault(name, place)
    return [no_typeface(name, place) for name, place in found.items()]


def _behind(folder: Path, tag: str, catalogs: Mapping[str, Catalog], texts: Texts) -> list[Problem]:
    """Return a problem for each catalog that is not what the present Swedish texts make of it."""
    what = message("Filen följer inte den svenska texten som den är nu.")
    hint = message("Kör foraldraskolan translations update.")
    return [Problem(what, hint, Place(file)) for file in files_behind(folder, tag, catalogs, texts)]


def _parse(domain: str) -> Parse:
    return partial(parse_inlines, label=domain == LABELS_DOMAIN)
