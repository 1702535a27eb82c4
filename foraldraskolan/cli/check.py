"""foraldraskolan check: everything that is wrong with the material, the plans and the translations, at once."""

import datetime
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import tell
from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Place, Problem, ProblemsFound, message

if TYPE_CHECKING:
    from foraldraskolan.content.library import Library


def check_all(session: Session, day: datetime.date, *, advice: bool) -> int:
    """Tell every problem and return the exit code; what is valid is judged at `day`."""
    from foraldraskolan.content.freshness import grown_old
    from foraldraskolan.content.library import read_library
    from foraldraskolan.translation.languages import read_languages

    library = read_library(session.project.materials)
    languages = read_languages(session.project.translations)
    problems = grown_old(library, day)
    for plan in sorted((session.project.materials / "plans").glob("*.toml")):
        problems += _found(partial(_expect_plan, plan, library, languages))
    for tag in languages:
        if tag != SOURCE:
            problems += _found(partial(_expect_good, session, tag, advice=advice))
    problems += list(_behind(session, library, list(languages)))
    if problems:
        tell(problems, session.catalog)
        return 1
    session.console.print(session.say(message("Allt är i ordning.")))
    return 0


def _found(action: Callable[[], object]) -> list[Problem]:
    try:
        action()
    except ProblemsFound as found:
        return list(found.problems)
    return []


def _expect_plan(plan: Path, library: "Library", languages: Collection[str]) -> None:
    from foraldraskolan.content.agenda import agenda
    from foraldraskolan.content.plan import read_plan

    agenda(read_plan(plan, library, languages), library)


def _expect_good(session: Session, tag: str, *, advice: bool) -> None:
    """Raise ProblemsFound with what is wrong in a language's catalogs; print the glossary's advice if asked to."""
    from foraldraskolan.content.markdown import parse_inlines
    from foraldraskolan.translation.checks import check_catalog
    from foraldraskolan.translation.glossary import read_glossary
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.messages import LABELS_DOMAIN
    from foraldraskolan.translation.translations import read_translations

    folder = session.project.translations
    glossary = read_glossary(folder)
    translations = read_translations(folder, read_languages(folder)[tag])
    problems: list[Problem] = []
    for domain, catalog in translations.catalogs.items():
        parse = partial(parse_inlines, label=True) if domain == LABELS_DOMAIN else parse_inlines
        findings = check_catalog(catalog, translations.language, parse, glossary)
        problems += findings.errors
        if advice and findings.advice:
            tell(findings.advice, session.catalog)
    if problems:
        raise ProblemsFound(problems)


def _behind(session: Session, library: "Library", tags: list[str]) -> Iterator[Problem]:
    """Yield a problem for each catalog that does not know the present Swedish texts."""
    from foraldraskolan.texts import translatable
    from foraldraskolan.translation.translations import read_catalogs

    texts = translatable(library, session.project.materials)
    for tag in tags:
        if tag == SOURCE:
            continue
        catalogs = read_catalogs(session.project.translations, tag)
        for domain, sources in texts.items():
            known = catalogs[domain].entries if domain in catalogs else {}
            unknown = sum(source.source not in known for source in sources)
            if unknown:
                file = Path(session.project.translations) / tag / f"{domain}.po"
                what = message("{count} svenska texter saknas i översättningen.", count=unknown)
                yield Problem(what, message("Kör foraldraskolan translations update."), Place(file))
