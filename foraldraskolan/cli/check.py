"""foraldraskolan check: everything that is wrong with the material, the plans and the translations, at once."""

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.interface import interface
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.language import Language
from foraldraskolan.problems import Count, Message, Problem, collect, message

if TYPE_CHECKING:
    from foraldraskolan.editor.plan_times import PlanTimes
    from foraldraskolan.material.library import Library
    from foraldraskolan.material.plan import Plan
    from foraldraskolan.translation.status import Tally


def check_all(session: Session, plan: Path | None, day: datetime.date, *, advice: bool, glyphs: bool) -> int:
    """Tell every problem, also those of a plan, and return the exit code; what is valid is judged at `day`."""
    from foraldraskolan.editor.ages import asked, too_old
    from foraldraskolan.editor.material import check_material
    from foraldraskolan.editor.size import too_much_to_translate
    from foraldraskolan.make.document import Content
    from foraldraskolan.material.agenda import left_out_untranslated
    from foraldraskolan.material.freshness import grown_old
    from foraldraskolan.translation.briefing import ill_explained
    from foraldraskolan.translation.checked import check_translations, script_problems, written_proses, written_texts
    from foraldraskolan.translation.choice import knowing_translations
    from foraldraskolan.translation.glossary import read_glossary
    from foraldraskolan.translation.languages import LANGUAGES_FILE, read_languages
    from foraldraskolan.translation.translatable import translatable, words_to_translate

    materials, folder = session.project.materials, session.project.translations
    problems: list[Problem] = []
    languages = collect(problems, lambda: read_languages(folder))
    collect(problems, lambda: interface("en", folder))
    left_out: list[Problem] = []

    def knowing(asked: "Plan", library: "Library") -> "Plan":
        content = Content(session.project, library, languages or {}, None)
        known = collect([], lambda: knowing_translations(asked, library, content.translations)) or asked
        left_out.extend(left_out_untranslated(known, library))
        return known

    checked = check_material(materials, languages, [plan] if plan is not None else (), knowing)
    library, style = checked.library, checked.style
    texts = translatable(library, materials) if library is not None else None
    translations = check_translations(folder, (languages or {}).values(), texts)
    problems += [*checked.problems, *translations.problems]
    glossary = collect([], lambda: read_glossary(folder))
    if library is not None and glossary is not None:
        problems += ill_explained(library, glossary)
    if style is not None and texts is not None:
        problems += too_much_to_translate(words_to_translate(texts), style)
    written = list(written_texts(materials, texts or {}, translations.catalogs))
    unset = script_problems(languages or {}, folder / LANGUAGES_FILE, written)
    problems += unset
    if glyphs:
        from foraldraskolan.layout.coverage import glyph_problems  # the fonts are loaded, which takes time

        told = {each.message for each in unset}
        problems += [each for each in glyph_problems(written_proses(written)) if each.message not in told]
    if advice:
        list_problems(translations.advice, session.catalog)
    list_problems(translations.ended, session.catalog)
    # What is wrong stands first: what has grown old may be more than is told at once.
    old = grown_old(library, day) if library is not None else []
    old += too_old(library, style, day) if library is not None and style is not None else ()
    for group in (list(dict.fromkeys(problems)), old):
        list_problems(group, session.catalog)
    _tell_times(session, [each for each in checked.times if plan is None or each.file == plan])
    for problem in left_out:
        session.tell(problem.message)
    if library is not None:
        _tell_unknown_hours(session, library)
        _tell_locally(session, library)
    for each in asked(library, style, day) if library is not None and style is not None else ():
        session.tell(each)
    if texts is not None:
        session.tell(message("{count} ord att översätta.", count=Count(words_to_translate(texts))))
    for language, tally in translations.counts:
        session.tell(_counted(language, tally))
    count = len(problems) + len(old)
    session.tell(message("{count} fel.", count=count) if count else message("Allt är i ordning."))
    return 1 if count else 0


def _tell_times(session: Session, times: "Sequence[PlanTimes]") -> None:
    """Say how each plan spends its minutes, and how many slides it shows."""
    heads = (
        message("Plan"),
        message("Möte"),
        message("Delar"),
        message("Sägs"),
        message("Fråga, eget"),
        message("Kvar"),
        message("Bilder"),
    )
    rows = [
        (each.file.stem, each.length, each.modules, each.said, each.others, each.left, each.slides) for each in times
    ]
    if rows:
        session.tell(message("Så används minuterna i varje plan; det som är kvar är till frågor på slutet."))
        print_table(session, heads, rows)


def _tell_unknown_hours(session: Session, library: "Library") -> None:
    """Say what the officer is asked to find out before a meeting: when the numbers without hours are answered."""
    from foraldraskolan.document.walk import plain
    from foraldraskolan.material.freshness import without_hours

    numbers = "; ".join(f"{each.phone} ({plain(each.name.inlines)})" for each in without_hours(library))
    if numbers:
        session.tell(message("Ring före mötet, för ingen har kontrollerat när de svarar: {numbers}.", numbers=numbers))


def _tell_locally(session: Session, library: "Library") -> None:
    """Say what the officer is asked to find out where a meeting is, module by module."""
    from foraldraskolan.document.walk import plain

    for module in library.modules.values():
        for text in module.locally:
            session.tell(
                message("Ta reda på före mötet ({module}): {text}", module=module.id, text=plain(text.inlines))
            )


def _counted(language: Language, tally: "Tally") -> Message:
    """Return how many texts are in each state in a language, as its pages show them."""
    counts = Counter(tally.texts)
    return message(
        "{language}: {reviewed} granskade, {draft} utkast, {stale} föråldrade, {missing} saknas.",
        language=language.swedish,
        reviewed=counts["reviewed"],
        draft=counts["draft"],
        stale=counts["stale"],
        missing=counts["missing"],
    )
