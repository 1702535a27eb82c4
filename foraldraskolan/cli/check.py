"""foraldraskolan check: everything that is wrong with the material, the plans and the translations, at once.

What cannot be read hides what depends on it, and nothing else.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.interface import interface
from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Message, Place, Problem, message

if TYPE_CHECKING:
    from foraldraskolan.document.document import Document
    from foraldraskolan.material.library import Library
    from foraldraskolan.material.plan import Plan
    from foraldraskolan.project import Project
    from foraldraskolan.translation.catalog import Catalog, SourceText
    from foraldraskolan.translation.checks import Parse
    from foraldraskolan.translation.status import Counts


def check_all(session: Session, day: datetime.date, *, advice: bool, glyphs: bool) -> int:
    """Tell every problem and return the exit code; what is valid is judged at `day`."""
    from foraldraskolan.editor.completeness import unfinished
    from foraldraskolan.editor.reading import slow_handouts
    from foraldraskolan.editor.rules import edited, unused_modules
    from foraldraskolan.editor.style import read_style
    from foraldraskolan.material.collect import collect
    from foraldraskolan.material.freshness import grown_old
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.checks import check_catalog, unlike_copies
    from foraldraskolan.translation.glossary import Glossary, read_glossary
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.messages import vital
    from foraldraskolan.translation.review import REVIEW_FILE, Review, read_review
    from foraldraskolan.translation.status import status
    from foraldraskolan.translation.translatable import translatable
    from foraldraskolan.translation.translations import Translations, read_catalogs

    project = session.project
    problems: list[Problem] = []
    advised: list[Problem] = []
    library = collect(problems, lambda: read_library(project.materials))
    style = collect(problems, lambda: read_style(project.materials))
    languages = collect(problems, lambda: read_languages(project.translations))
    collect(problems, lambda: interface("en", project.translations))
    glossary = collect(problems, lambda: read_glossary(project.translations)) or Glossary()
    texts: Mapping[str, Sequence[SourceText]] = {}
    if library is not None:
        texts = translatable(library, project.materials)
        meetings, whole = _meetings(project, library, languages, problems) if languages is not None else ([], False)
        if style is not None:
            problems += edited(library, style)
            problems += unfinished(library, style)
            problems += slow_handouts(meetings, style)
            problems += unused_modules(library, _packs(meetings, library)) if whole else ()
    grave = vital(texts)
    catalogs: list[Catalog] = []
    counted: list[Message] = _asked(library) if library is not None else []
    for language in (each for each in (languages or {}).values() if each.tag != SOURCE):
        folder = project.translations
        review = collect(problems, partial(read_review, folder / language.tag / REVIEW_FILE))
        read = collect(problems, partial(read_catalogs, folder, language.tag))
        if read is None:
            continue
        for domain, catalog in read.items():
            found = check_catalog(catalog, language, _parse(domain), glossary, grave)
            problems += found.errors
            advised += found.advice
        advised += unlike_copies(read.values())
        if library is not None:
            problems += _behind(project, language.tag, texts)
            translations = Translations(language, read, review or Review(), grave)
            counted.append(_counted(language, status(translations, texts)))
        catalogs += read.values()
    if glyphs:
        problems += _without_glyphs(project, texts, catalogs)
    if advice:
        list_problems(advised, session.catalog)
    # What is wrong stands first: what has grown old may be more than is told at once.
    old = grown_old(library, day) if library is not None else []
    for told in (list(dict.fromkeys(problems)), old):
        list_problems(told, session.catalog)
    problems += old
    for each in counted:
        session.console.print(session.say(each))
    words = message("{count} fel.", count=len(problems)) if problems else message("Allt är i ordning.")
    session.console.print(session.say(words))
    return 1 if problems else 0


def _meetings(
    project: "Project", library: "Library", languages: Mapping[str, Language], problems: list[Problem]
) -> "tuple[list[tuple[Plan, Document]], bool]":
    """Return the meeting of every plan that is right, and whether all are; add what is wrong to the problems."""
    from foraldraskolan.material.assemble import assemble
    from foraldraskolan.material.collect import collect
    from foraldraskolan.material.plan import read_plan

    files = sorted((project.materials / "plans").glob("*.toml"))
    meetings: list[tuple[Plan, Document]] = []
    for file in files:
        plan = collect(problems, partial(read_plan, file, library, languages))
        meeting = collect(problems, partial(assemble, plan, library)) if plan is not None else None
        if plan is not None and meeting is not None:
            meetings.append((plan, meeting))
    return meetings, len(meetings) == len(files)


def _packs(meetings: "Iterable[tuple[Plan, Document]]", library: "Library") -> "list[Document]":
    """Return what every plan's meeting and its staff are given."""
    from foraldraskolan.material.assemble import assemble_staff

    return [each for plan, meeting in meetings for each in (meeting, assemble_staff(plan, library))]


def _asked(library: "Library") -> list[Message]:
    """Return what the officer is asked to find out before a meeting: when the numbers without hours are answered."""
    from foraldraskolan.document.walk import plain
    from foraldraskolan.material.freshness import without_hours

    numbers = "; ".join(f"{each.phone} ({plain(each.name.inlines)})" for each in without_hours(library))
    if not numbers:
        return []
    return [message("Ring före mötet, för ingen har kontrollerat när de svarar: {numbers}.", numbers=numbers)]


def _counted(language: Language, domains: "Mapping[str, Counts]") -> Message:
    """Return how many texts are in each state in a language, as its pages show them."""
    counts = domains.values()
    return message(
        "{language}: {reviewed} granskade, {draft} utkast, {stale} föråldrade, {missing} saknas.",
        language=language.swedish,
        reviewed=sum(each.reviewed for each in counts),
        draft=sum(each.draft for each in counts),
        stale=sum(each.stale for each in counts),
        missing=sum(each.missing for each in counts),
    )


def _behind(project: "Project", tag: str, texts: "Mapping[str, Sequence[SourceText]]") -> list[Problem]:
    """Return a problem for each catalog that is not what the present Swedish texts make of it."""
    from foraldraskolan.translation.update import files_behind

    what = message("Filen följer inte den svenska texten som den är nu.")
    hint = message("Kör foraldraskolan translations update.")
    return [Problem(what, hint, Place(file)) for file in files_behind(project.translations, tag, texts)]


def _parse(domain: str) -> "Parse":
    from foraldraskolan.material.markdown import parse_inlines
    from foraldraskolan.translation.messages import LABELS_DOMAIN

    return partial(parse_inlines, label=domain == LABELS_DOMAIN)


def _place(project: "Project", text: "SourceText") -> Place:
    """Return the file that a text stands in first; catalogs name it from the folder of the material."""
    return Place(project.materials / "".join(text.files[:1]).removeprefix("materials/"))


def _without_glyphs(
    project: "Project", texts: "Mapping[str, Sequence[SourceText]]", catalogs: "Iterable[Catalog]"
) -> list[Problem]:
    """Return a problem for each character that no font has; here the fonts are loaded, which takes time."""
    from foraldraskolan.document.blocks import Prose
    from foraldraskolan.layout.coverage import glyph_problems
    from foraldraskolan.material.collect import collect

    written = [
        (domain, each.source, SOURCE, _place(project, each)) for domain, sources in texts.items() for each in sources
    ]
    written += [
        (catalog.file.stem, entry.text, catalog.language, catalog.place(entry.source))
        for catalog in catalogs
        for entry in catalog.entries.values()
    ]
    proses: list[Prose] = []
    for domain, text, tag, place in written:
        # What cannot be parsed is told already.
        inlines = collect([], partial(_parse(domain), text, tag, place))
        proses.append(Prose(inlines or (), tag, place=place))
    return glyph_problems(proses)
