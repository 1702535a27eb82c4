"""foraldraskolan mailout: the invitation alone, a list of families, or a series of short lessons."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress
from rich.prompt import Prompt

from foraldraskolan.cli.answers import NO, YES
from foraldraskolan.cli.build import STATES, slug
from foraldraskolan.cli.choices import Asked, Output
from foraldraskolan.cli.errors import folded, list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.single import build_one
from foraldraskolan.cli.tables import print_table
from foraldraskolan.document.blocks import State
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.build import Kit
    from foraldraskolan.content.plan import Plan
    from foraldraskolan.mail.columns import Column
    from foraldraskolan.mail.recipients import Detected
    from foraldraskolan.mailing.order import Families, Order
    from foraldraskolan.series import Lesson

_COLUMN_AND_MEANING, _CELL = 50, 15  # characters of a line that a column's title and meaning take, and a cell
_ROWS_TOLD = 8
_DELIMITERS = {";": message("semikolon"), ",": message("komma"), "\t": message("tabb")}


def make_mailout(session: Session, plan_file: Path | None, language: str, output: Path | None, *, weekly: bool) -> None:
    """Make the invitation in one language, or the lessons of a series in all of the plan's."""
    if weekly:
        _write_series(session, plan_file, output)
    else:
        build_one(session, "mailout", plan_file, language, output)


def refuse_without_list(options: Sequence[str]) -> None:
    """Raise ProblemsFound if options were given that say nothing without a class list."""
    hint = message("Lägg till --recipients och listans fil, eller ta bort valet.")
    raise_found([Problem(message("{option} är för brev till en klasslista.", option=each), hint) for each in options])


def _vain(asked: Asked) -> list[Problem]:
    """Return what was asked for that a class list does not get: somebody would wait for it."""
    found: list[Problem] = []
    if asked.language:
        what = message("--language är för en inbjudan till alla. I en klasslista har varje familj sitt språk.")
        found.append(Problem(what, message("Ta bort --language.")))
    if asked.attach and Output.MESSAGES not in asked.outputs:
        what = message("--attach bifogar brevet i e-post, men --make ber inte om någon.")
        found.append(Problem(what, message("Lägg till --make messages, eller ta bort --attach.")))
    return found


def _write_series(session: Session, plan_file: Path | None, output: Path | None) -> None:
    from foraldraskolan.content.series import with_lessons
    from foraldraskolan.files import write_all
    from foraldraskolan.series import lesson_files, lessons

    kit = session.kit()
    plan = session.plan(plan_file, kit)
    made = lessons(plan, kit)
    folder = output or Path(f"{plan.meeting.date:%Y-%m-%d}-{slug(plan.meeting.title)}-series")
    write_all(folder, lesson_files(plan, made, kit))
    heads = (message("Brev"), message("Dag"), message("Del"), message("Språk"))
    rows = [(each.number, each.day, each.module, _trusted(session, each)) for each in made]
    print_table(session, heads, rows)
    list_problems(with_lessons(plan, kit.library)[1], session.catalog)
    _tell(session, message("Breven och kalendern ligger i {folder}.", folder=folder))


def _trusted(session: Session, lesson: "Lesson") -> str:
    """Return how far a lesson can be trusted in each language, those that are alike together."""
    tags: dict[State, list[str]] = {}
    for tag, said in lesson.letters.items():
        tags.setdefault(said.trust.least, []).append(tag)
    return "; ".join(f"{', '.join(alike)} ({session.say(STATES[state])})" for state, alike in tags.items())


def mail_list(session: Session, plan_file: Path | None, output: Path | None, file: Path, asked: Asked) -> None:
    """Read a class list, say how it was understood, ask, and make the letters and messages of its families."""
    raise_found(_vain(asked))
    from foraldraskolan.mail.recipients import read_recipients
    from foraldraskolan.mailing.make import LETTERS, make_mailing
    from foraldraskolan.mailing.order import Families, Order

    order = Order(
        frozenset(each.value for each in asked.outputs), asked.window.value, asked.names, asked.attach, asked.weekly
    )
    kit = session.kit()
    plan = session.plan(plan_file, kit)
    read = read_recipients(file, kit.languages, plan.fallback)
    families = Families.of(file, read, skip_bad=asked.skip_bad)
    _tell_list(session, read.detected)
    list_problems(families.bad, session.catalog)
    _tell_fallbacks(session, families, kit.languages[plan.fallback].swedish)
    if families.bad and not asked.skip_bad:
        rows = {each.place and each.place.line for each in families.bad}
        what = message("{count} rader i listan är fel. Inget är skrivet.", count=len(rows))
        hint = message("Rätta listan, eller lägg till --skip-bad: då hoppas raderna över.")
        raise ProblemsFound([Problem(what, hint)])
    if not families.recipients:
        raise ProblemsFound([Problem(message("Ingen rad i listan ger något brev."), place=Place(file))])
    _tell_letters(session, families, plan, kit)
    _tell_unreached(session, order, families)
    if not asked.yes and not _goes_on(session):
        _tell(session, message("Inget är skrivet."))
        return
    folder = output or Path(f"{plan.meeting.date:%Y-%m-%d}-{slug(plan.meeting.title)}-mailout")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(session.say(message("Gör breven")), total=len(families.recipients))
        made = make_mailing(
            order, plan, kit, families, folder, session.catalog, lambda count: progress.advance(task, count)
        )
    list_problems(made.unset, session.catalog)
    messages = sum(each.messages for each in made.sent)
    done = message(
        "{letters} brev och {messages} utkast till e-post i {folder}. Bara du kan läsa mappen.",
        letters=len(made.sent) if order.letters else 0,
        messages=messages,
        folder=folder,
    )
    _tell(session, done)
    if "print" in order.outputs:
        first = message("Skriv ut {file}. Prova först med ett brev: vik det i kuvertet.", file=folder / LETTERS)
        _tell(session, first)


def _tell_list(session: Session, detected: "Detected") -> None:
    """Say how the list was understood: each column with its meaning and what stands in it in the first rows."""
    delimiter = session.say(_DELIMITERS[detected.delimiter]) if detected.delimiter else ""
    file = ", ".join(filter(None, (detected.format, detected.encoding, delimiter, detected.sheet)))
    _tell(
        session, message("Listan är läst som {file}. Rubrikerna står på rad {row}.", file=file, row=detected.header_row)
    )
    if detected.ignored:
        _tell(session, message("Kolumner som inte används: {columns}.", columns=", ".join(detected.ignored)))
    for notice in detected.notices:
        _tell(session, notice)
    room = (session.console.width - _COLUMN_AND_MEANING) // _CELL
    preview = detected.preview[: max(1, room)] if session.console.is_terminal else detected.preview
    heads = (message("Kolumn"), message("Betyder"), *(message("Rad {row}", row=row) for row, _ in preview))
    rows = [
        (column.title, _called(session, column), *(cells[index] for _, cells in preview))
        for index, column in enumerate(detected.columns)
    ]
    print_table(session, heads, rows)
    _pause(session)


def _called(session: Session, column: "Column") -> str:
    called = session.say(column.called)
    return f"{called} ({column.guardian})" if column.guardian else called


def _tell_fallbacks(session: Session, families: "Families", language: str) -> None:
    """Say which rows get a letter in another language than they ask for, and why; once for all that ask for one."""
    rows: dict[tuple[str, Message], list[int]] = {}
    for each in families.fallbacks:
        rows.setdefault((each.written, each.reason), []).append(each.row)
    for (written, reason), asking in rows.items():
        runs = list(_runs(asking))
        first = ", ".join(runs[:_ROWS_TOLD])
        which = session.say(message("{rows} med flera ({count} rader)", rows=first, count=len(asking)))
        where = first if len(runs) <= _ROWS_TOLD else which
        what = message(
            "Rad {rows}: {why} Brevet blir på {language}.",
            rows=f"{where}, {written}" if written else where,
            why=session.say(reason),
            language=language,
        )
        _tell(session, what)
    if rows:
        _pause(session)


def _runs(rows: Sequence[int]) -> Iterator[str]:
    """Yield row numbers, rising, as people write them: those that follow each other as 3–5."""
    for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        numbers = [row for _, row in run]
        yield f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])


def _tell_letters(session: Session, families: "Families", plan: "Plan", kit: "Kit") -> None:
    """Say how many letters and messages there are in each language, and how far its translation can be trusted."""
    from foraldraskolan.build import arranged

    letters = Counter(each.language for each in families.recipients)
    messages = Counter(each.language for each in families.recipients for person in each.people if person.email)
    states = {tag: arranged("mailout", plan, tag, kit)[2].least for tag in letters}
    heads = (message("Språk"), message("Antal brev"), message("E-post"), message("Översättning"))
    rows = [
        (kit.languages[tag].swedish, count, messages[tag], session.say(STATES[states[tag]]))
        for tag, count in letters.items()
    ]
    print_table(session, heads, rows)
    if not {"source", "reviewed"}.issuperset(states.values()):
        _tell(session, message("Är en översättning inte granskad, så står det överst i brevet."))
    _pause(session)


def _tell_unreached(session: Session, order: "Order", families: "Families") -> None:
    """Say how many get no message; raise ProblemsFound if messages are all that is made, and nobody gets one."""
    if "messages" not in order.outputs:
        return
    reached = {each.row for each in families.recipients for person in each.people if person.email}
    unreached = len({each.row for each in families.recipients} - reached)
    if not reached and not order.letters:
        what = message("Ingen i listan har en e-postadress, så det blir inga utkast.")
        raise ProblemsFound([Problem(what, message("Gör brev att skriva ut, med --make print."), Place(families.file))])
    if unreached:
        _tell(session, message("Familjer utan e-postadress, som inte får något utkast: {count}.", count=unreached))


def _goes_on(session: Session) -> bool:
    if not sys.stdin.isatty():
        what = message("Ingen kan svara på om det här stämmer. Inget är skrivet.")
        raise ProblemsFound([Problem(what, message("Lägg till --yes om listan är rätt läst."))])
    question = session.say(message("Stämmer det? Skriv ja för att göra breven, nej för att avbryta"))
    while (answer := Prompt.ask(question).strip().lower()) not in (*YES, *NO):
        pass
    return answer in YES


def _pause(session: Session) -> None:
    """Leave a line empty for the eye; a pipe needs none."""
    if session.console.is_terminal:
        session.console.print()


def _tell(session: Session, words: Message) -> None:
    console = session.console
    for line in folded(session.say(words), console, ""):
        console.print(line, markup=False)
