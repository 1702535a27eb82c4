"""foraldraskolan mailout: the invitation alone, a list of families, or a series of short lessons."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.prompt import Prompt

from foraldraskolan.cli.answers import NO, YES
from foraldraskolan.cli.build import folder_for, tell_kept
from foraldraskolan.cli.choices import Asked, vain_with_list, vain_without_list
from foraldraskolan.cli.class_list import (
    expect_understood,
    settled,
    tell_fallbacks,
    tell_letters,
    tell_list,
    tell_unreached,
)
from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.meeting import expect_plan, tell_meeting, tell_order
from foraldraskolan.cli.progress import progressing
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.single import build_one
from foraldraskolan.cli.tables import print_table
from foraldraskolan.cli.trust import trusted
from foraldraskolan.problems import Place, Problem, ProblemsFound, message, raise_found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foraldraskolan.make.conductor import Made
    from foraldraskolan.make.orders import Lesson


def make_mailout(session: Session, plan_file: Path | None, output: Path | None, asked: Asked) -> None:
    """Make the invitation in one language, or the lessons of a series in all of the plan's."""
    raise_found(vain_without_list(asked))
    if asked.weekly:
        _write_series(session, expect_plan(plan_file, "--series"), output)
    else:
        build_one(session, "mailout", plan_file, asked.language, output)


def _write_series(session: Session, plan_file: Path, output: Path | None) -> None:
    from foraldraskolan.make.series import lessons, make_series, series_orders
    from foraldraskolan.material.agenda import modules_with_lesson

    content, plan = session.order(plan_file)
    folder = folder_for(plan.meeting, output, "-series")
    tell_meeting(session, plan.meeting)
    series = lessons(plan, content.library)
    with progressing(session, message("Gör breven"), len(series_orders(plan, series))) as progress:
        made = make_series(plan, content, folder, progress)
    heads = (message("Brev"), message("Dag"), message("Del"), message("Språk"))
    rows = [(each.number, each.day, each.module, _trusted(session, each, made.made)) for each in series]
    print_table(session, heads, rows)
    list_problems(modules_with_lesson(plan, content.library)[1], session.catalog)
    tell_kept(session, made.kept, folder)
    session.tell(message("Breven och kalendern ligger i {folder}.", folder=folder))


def _trusted(session: Session, lesson: "Lesson", made: "Sequence[Made]") -> str:
    """Return how far a lesson can be trusted in each language, those that are alike together."""
    states = {each.order.language: trusted(session, each.trust) for each in made if each.order.lesson == lesson}
    tags: dict[str, list[str]] = {}
    for tag, state in states.items():
        tags.setdefault(state, []).append(tag)
    return "; ".join(f"{', '.join(alike)} ({state})" for state, alike in tags.items())


def mail_list(session: Session, plan_file: Path | None, output: Path | None, file: Path, asked: Asked) -> None:
    """Read a class list, say how it was understood, ask, and make the letters and messages of its families."""
    raise_found(vain_with_list(asked))
    from foraldraskolan.class_list.recipients import read_recipients
    from foraldraskolan.make.edition import Editions
    from foraldraskolan.make.families import Families
    from foraldraskolan.make.mailing import LETTERS, Wanted, make_mailing
    from foraldraskolan.make.private import expect_new_folder

    wanted = Wanted(
        frozenset(each.value for each in asked.outputs),
        asked.window or "right",
        asked.named,
        asked.attach,
        asked.weekly,
    )
    content, plan = session.order(expect_plan(plan_file, "--recipients"))
    folder = folder_for(plan.meeting, output, "-mailout")
    expect_new_folder(folder)
    editions = Editions(plan, content)
    languages = editions.languages_of("mailout")
    read = settled(
        session,
        file,
        asked,
        lambda protect, not_protected: read_recipients(
            file, languages, plan.fallback, sheets=asked.sheets, protect=protect, not_protected=not_protected
        ),
    )
    families = Families.of(file, read, skip_bad=asked.skip_bad)
    tell_list(session, read.detected)
    list_problems(families.bad, session.catalog)
    tell_fallbacks(session, families, plan.fallback)
    if families.bad and not asked.skip_bad:
        rows = {each.place and (each.place.sheet, each.place.line) for each in families.bad}
        what = message("{count} rader i listan är fel. Inget är skrivet.", count=len(rows))
        hint = message("Rätta listan, eller lägg till --skip-bad: då hoppas raderna över.")
        raise ProblemsFound([Problem(what, hint)])
    if not asked.fall_back and (asked.yes or not sys.stdin.isatty()):
        expect_understood(families)
    if not families.recipients:
        raise ProblemsFound([Problem(message("Ingen rad i listan ger något brev."), place=Place(file))])
    tell_letters(session, families, editions)
    tell_unreached(session, wanted, families)
    tell_order(session, plan.meeting, families, read.detected)
    if not asked.yes and not _goes_on(session):
        session.tell(message("Inget är skrivet."))
        return
    with progressing(session, message("Gör breven"), len(families.recipients)) as progress:
        made = make_mailing(wanted, editions, families, folder, session.catalog, progress)
    list_problems(made.unset, session.catalog)
    messages = sum(each.messages for each in made.sent)
    done = message(
        "{letters} brev och {messages} utkast till e-post i {folder}. Bara du kan läsa mappen.",
        letters=len(made.sent) if wanted.letters else 0,
        messages=messages,
        folder=folder,
    )
    session.tell(done)
    if "print" in wanted.outputs:
        first = message("Skriv ut {file}. Prova först med ett brev: vik det i kuvertet.", file=folder / LETTERS)
        session.tell(first)


def _goes_on(session: Session) -> bool:
    if not sys.stdin.isatty():
        what = message("Ingen kan svara på om det här stämmer. Inget är skrivet.")
        raise ProblemsFound([Problem(what, message("Lägg till --yes om listan är rätt läst."))])
    question = session.say(message("Stämmer det? Skriv ja för att göra breven, nej för att avbryta"))
    while (answer := Prompt.ask(question).strip().lower()) not in (*YES, *NO):
        pass
    return answer in YES
