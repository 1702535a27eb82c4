"""foraldraskolan translations status: how far every language is translated."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import aside
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import message

if TYPE_CHECKING:
    from collections import Counter

    from foraldraskolan.document.prose import State
    from foraldraskolan.translation.catalog import SourceText
    from foraldraskolan.translation.translations import Translations

Row = tuple[int, int, int, int]  # reviewed, draft, stale, missing


def show_status(session: Session) -> None:
    """Show how many texts of each module are in each state, in every language, and how many words there are to do."""
    from foraldraskolan.translation.status import status, words_to_translate

    headings = (message("Språk"), message("Del"), message("Granskade"), message("Utkast"), message("Föråldrade"))
    found, texts = _translated(session)
    rows = [
        (language.swedish, domain, *_row(counts))
        for language, translations in found
        if language.tag != SOURCE
        for domain, counts in status(translations, texts).items()
    ]
    print_table(session, (*headings, message("Saknas")), rows)
    for language, translations in found:
        if language.tag != SOURCE:
            left, every = words_to_translate(translations, texts)
            what = message(
                "{language}: {left} av {every} ord att översätta.", language=language.swedish, left=left, every=every
            )
            aside(what, session.catalog)


def counts_by_language(session: Session) -> Iterator[tuple[Language, list[Row]]]:
    """Yield each language with the counts of its domains, none for the source language."""
    from foraldraskolan.translation.status import status

    found, texts = _translated(session)
    for language, translations in found:
        counts = status(translations, texts) if language.tag != SOURCE else {}
        yield language, [_row(each) for each in counts.values()]


def _translated(session: Session) -> "tuple[list[tuple[Language, Translations]], dict[str, tuple[SourceText, ...]]]":
    """Return every language with what is translated into it, and the Swedish texts."""
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.translatable import translatable, vital
    from foraldraskolan.translation.translations import read_translations

    materials, folder = session.project.materials, session.project.translations
    texts = translatable(read_library(materials), materials)
    languages = read_languages(folder).values()
    return [(each, read_translations(folder, each, lambda: vital(texts))) for each in languages], texts


def _row(counts: "Counter[State]") -> Row:
    return counts["reviewed"], counts["draft"], counts["stale"], counts["missing"]
