"""What is said of a class list before its letters are made: how it was read, and what each family will get."""

import sys
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from rich.prompt import Prompt

from foraldraskolan.cli.answers import NO, YES
from foraldraskolan.cli.choices import Asked
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.cli.trust import tell_mostly_swedish, trusted
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

if TYPE_CHECKING:
    from foraldraskolan.class_list.columns import Column
    from foraldraskolan.class_list.detected import Detected, DetectedSheet
    from foraldraskolan.class_list.protection.guard import Doubt
    from foraldraskolan.class_list.recipients import RecipientList
    from foraldraskolan.class_list.rows import RowId
    from foraldraskolan.make.edition import Editions
    from foraldraskolan.make.families import Families
    from foraldraskolan.make.mailing import Wanted

_COLUMN_AND_MEANING, _CELL = 50, 15  # characters of a line that a column's title and meaning take, and a cell
_ROWS_TOLD = 8
_DELIMITERS = {";": message("semikolon"), ",": message("komma"), "\t": message("tabb")}


def tell_list(session: Session, detected: "Detected") -> None:
    """Say how the list was understood: each column with its meaning and what stands in it in the first rows."""
    delimiter = (
        session.say(_DELIMITERS[detected.delimiter]) if detected.delimiter in _DELIMITERS else detected.delimiter
    )
    file = ", ".join(filter(None, (detected.format, detected.encoding, delimiter)))
    for sheet in detected.sheets:
        if sheet.name:
            what = message(
                "Listan är läst som {file}, bladet {sheet}. Rubrikerna står på rad {row}.",
                file=file,
                sheet=sheet.name,
                row=sheet.header_row,
            )
        else:
            what = message("Listan är läst som {file}. Rubrikerna står på rad {row}.", file=file, row=sheet.header_row)
        session.tell(what)
        if sheet.ignored:
            session.tell(message("Kolumner som inte används: {columns}.", columns=", ".join(sheet.ignored)))
        _tell_columns(session, sheet)
    session.pause()


def _tell_columns(session: Session, sheet: "DetectedSheet") -> None:
    room = (session.console.width - _COLUMN_AND_MEANING) // _CELL
    preview = sheet.preview[: max(1, room)] if session.console.is_terminal else sheet.preview
    heads = (message("Kolumn"), message("Betyder"), *(message("Rad {row}", row=row) for row, _ in preview))
    rows = [
        (column.title, _called(session, column), *(cells[index] for _, cells in preview))
        for index, column in enumerate(sheet.columns)
    ]
    print_table(session, heads, rows)


def settled(session: Session, file: Path, asked: Asked, read: Callable[[str, str], "RecipientList"]) -> "RecipientList":
    """Return the list with every doubt about who is protected settled, by the options or by whoever is asked.

    `read` reads the list with the rows of --protect and --not-protected. Raises ProblemsFound with all doubts where
    there is nobody to ask.
    """
    from foraldraskolan.class_list.rows import rows_option

    protect, not_protected = asked.protect, asked.not_protected
    found = read(protect, not_protected)
    while found.doubts:
        if asked.yes or not sys.stdin.isatty():
            raise ProblemsFound([doubt.problem(file) for doubt in found.doubts])
        answered: set[RowId] = set()
        for doubt in found.doubts:
            rows = [row for row in doubt.rows if row not in answered]
            left = doubt.about(rows)
            if left is None:
                continue
            session.tell(left.why)
            protected = _asked_rows(session, left)
            answered |= set(rows)
            others = [row for row in rows if row not in protected]
            protect = ",".join(filter(None, (protect, rows_option(row for row in rows if row in protected))))
            not_protected = ",".join(filter(None, (not_protected, rows_option(others))))
        found = read(protect, not_protected)
    return found


def _asked_rows(session: Session, doubt: "Doubt") -> "Collection[RowId]":
    """Return which rows of a doubt are to be protected, as whoever sits there says."""
    from foraldraskolan.class_list.rows import read_rows

    sheets = list(dict.fromkeys(row.sheet for row in doubt.rows))
    question = session.say(message("Ska de skyddas? Skriv ja, nej, eller bara de rader som ska det"))
    while True:
        answer = Prompt.ask(question).strip()
        if answer.lower() in YES:
            return doubt.rows
        if answer.lower() in NO:
            return ()
        rows = read_rows("", answer, doubt.rows, sheets)
        if isinstance(rows, set):
            return rows


def _called(session: Session, column: "Column") -> str:
    called = session.say(column.called)
    return f"{called} ({column.guardian})" if column.guardian else called


def tell_fallbacks(session: Session, families: "Families", tag: str) -> None:
    """Say which rows get a letter in the fallback language, and why; once for all that ask for the same."""
    from foraldraskolan.class_list.rows import rows_text
    from foraldraskolan.class_list.texts.languages import LanguageNames

    rows: dict[tuple[str, Message], list[RowId]] = {}
    for each in families.fallbacks:
        rows.setdefault((each.written, each.reason), []).append(each.at)
    for (asked, reason), asking in rows.items():
        runs = rows_text(asking).split(", ")
        where = ", ".join(runs[:_ROWS_TOLD])
        if len(runs) > _ROWS_TOLD:
            where = session.say(message("{rows} med flera ({count} rader)", rows=where, count=len(asking)))
        where = f"{where}, {asked}" if asked else where
        language = LanguageNames((tag,))
        session.tell(message("Rad {rows}: {why} Brevet blir på {language}.", rows=where, why=reason, language=language))
    if rows:
        session.pause()


def expect_understood(families: "Families") -> None:
    """Raise ProblemsFound if a language in the list is not understood: a letter in another helps nobody."""
    from foraldraskolan.class_list.rows import rows_text

    rows = [each.at for each in families.fallbacks if each.is_question]
    if rows:
        what = message("Språket går inte att förstå på rad {rows}. Inget är skrivet.", rows=rows_text(rows))
        hint = message("Rätta språken i listan, eller lägg till --fall-back: då blir de breven på svenska.")
        raise ProblemsFound([Problem(what, hint, Place(families.file))])


def tell_letters(session: Session, families: "Families", editions: "Editions") -> None:
    """Say how many letters and messages there are in each language, and how far its translation can be trusted."""
    from foraldraskolan.class_list.texts.languages import LanguageNames
    from foraldraskolan.make.orders import order_of
    from foraldraskolan.media.media import MEDIA

    letters = Counter(each.language for each in families.recipients)
    messages = Counter(each.language for each in families.recipients for person in each.people if person.email)
    trust = {tag: editions.of(order_of("mailout", tag)).trust for tag in letters}
    heads = (message("Språk"), message("Antal brev"), message("E-post"), message("Översättning"))
    rows = [
        (LanguageNames((tag,)).text(session.catalog), count, messages[tag], trusted(session, trust[tag]))
        for tag, count in letters.items()
    ]
    print_table(session, heads, rows)
    letter = session.say(MEDIA["mailout"].title)
    tell_mostly_swedish(session, ((editions.content.languages[tag], letter, each) for tag, each in trust.items()))
    if not {"source", "reviewed"}.issuperset(each.least for each in trust.values()):
        session.tell(message("Är en översättning inte granskad, så står det överst i brevet."))
    session.pause()


def tell_unreached(session: Session, wanted: "Wanted", families: "Families") -> None:
    """Say how many get no message; raise ProblemsFound if messages are all that is made, and nobody gets one."""
    if "messages" not in wanted.outputs:
        return
    reached = {each.at for each in families.recipients for person in each.people if person.email}
    unreached = len({each.at for each in families.recipients} - reached)
    if not reached and not wanted.letters:
        what = message("Ingen i listan har en e-postadress, så det blir inga utkast.")
        raise ProblemsFound([Problem(what, message("Gör brev att skriva ut, med --make print."), Place(families.file))])
    if unreached:
        session.tell(message("Familjer utan e-postadress, som inte får något utkast: {count}.", count=unreached))
