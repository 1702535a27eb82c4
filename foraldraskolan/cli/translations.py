"""foraldraskolan translations: what translators need."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Problem, ProblemsFound, message, raise_found

if TYPE_CHECKING:
    from collections import Counter

    from foraldraskolan.document.prose import State

Row = tuple[int, int, int, int]  # reviewed, draft, stale, missing


def update_catalogs(session: Session) -> None:
    """Bring every catalog up to date with the Swedish texts and name the files that changed."""
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.translatable import translatable
    from foraldraskolan.translation.translations import read_catalogs
    from foraldraskolan.translation.update import update_language

    materials, folder = session.project.materials, session.project.translations
    texts = translatable(read_library(materials), materials)
    tags = [tag for tag in read_languages(folder) if tag != SOURCE]
    problems: list[Problem] = []
    for tag in tags:
        # All are read before any is written: half an update is hard to see.
        try:
            read_catalogs(folder, tag)
        except ProblemsFound as found:
            problems += found.problems
    raise_found(problems)
    changed = [file for tag in tags for file in update_language(folder, tag, texts)]
    for file in changed:
        session.console.print(str(file), markup=False)
    if not changed:
        session.tell(message("Alla översättningar är redan i takt med den svenska texten."))


def show_status(session: Session) -> None:
    """Show how many texts of each module are in each state, in every language."""
    headings = (message("Språk"), message("Del"), message("Granskade"), message("Utkast"), message("Föråldrade"))
    rows = [
        (language.swedish, domain, *_row(counts))
        for language, domains in _by_domain(session)
        for domain, counts in domains.items()
    ]
    print_table(session, (*headings, message("Saknas")), rows)


def counts_by_language(session: Session) -> Iterator[tuple[Language, list[Row]]]:
    """Yield each language with the counts of its domains, none for the source language."""
    for language, domains in _by_domain(session):
        yield language, [_row(counts) for counts in domains.values()]


def _by_domain(session: Session) -> "Iterator[tuple[Language, dict[str, Counter[State]]]]":
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.status import status
    from foraldraskolan.translation.translatable import translatable, vital
    from foraldraskolan.translation.translations import read_translations

    materials, folder = session.project.materials, session.project.translations
    texts = translatable(read_library(materials), materials)
    for language in read_languages(folder).values():
        yield (
            language,
            {} if language.tag == SOURCE else status(read_translations(folder, language, lambda: vital(texts)), texts),
        )


def _row(counts: "Counter[State]") -> Row:
    return counts["reviewed"], counts["draft"], counts["stale"], counts["missing"]
