"""A class list -> one Recipient for each letter, what is wrong in which row, and what was understood of the file."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from pathlib import Path

from foraldraskolan.class_list.children import ChildRows, ClassList, read_class_list
from foraldraskolan.class_list.columns import Kind, recognised
from foraldraskolan.class_list.detected import Detected, detected_sheet
from foraldraskolan.class_list.header import find_headers, headers_beside
from foraldraskolan.class_list.households import Household, read_household
from foraldraskolan.class_list.protection.guard import NOT_PROTECTED, PROTECT, Beside, Doubt, guard
from foraldraskolan.class_list.rows import RowId, read_rows, rows_text
from foraldraskolan.class_list.texts.languages import NO_LETTER, NOT_SAID, LanguageReader
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.formats import read_workbook
from foraldraskolan.spreadsheet.workbook import unreadable

NO_COLUMN = message("Listan har ingen kolumn för språk.")


@record
class Person:
    """A guardian: name and e-mail address, either may be ""."""

    name: str
    email: str = ""


@record
class Recipient:
    """One letter: its row, those it is to, the child, the class, the language's tag, and the address in lines.

    `row` is the child's first. `address` is () when it is protected or unknown, `people` when only the child is known.
    `sheet` is "" where only one is read.
    """

    row: int
    people: tuple[Person, ...]
    child: str
    group: str
    language: str
    address: tuple[str, ...] = ()
    sheet: str = ""

    @property
    def at(self) -> RowId:
        """Return the row by sheet and number."""
        return RowId(self.sheet, self.row)

    def place(self, file: Path) -> Place:
        """Return where the row stands, for a problem."""
        return self.at.place(file)


@record
class Fallback:
    """A row with a letter in the fallback language: the language as written, and why there is no letter in it."""

    at: RowId
    written: str
    reason: Message

    @property
    def is_question(self) -> bool:
        """Return whether a language stands there that is not understood."""
        return self.reason not in (NO_COLUMN, NOT_SAID, NO_LETTER)


@record
class RecipientList:
    """The letters in the list's order, what is wrong in rows that get none, and the letters in another language.

    `doubts` are what only the user can tell; until then the letters of their rows are those of protected families.
    """

    recipients: tuple[Recipient, ...]
    bad: tuple[Problem, ...]
    fallbacks: tuple[Fallback, ...]
    detected: Detected
    doubts: tuple[Doubt, ...] = ()


def read_recipients(
    path: Path,
    available: Collection[str],
    fallback: str,
    *,
    sheets: Sequence[str] = (),
    protect: str = "",
    not_protected: str = "",
) -> RecipientList:
    """Read a class list (.xlsx, .ods, CSV or text) into letters in the available languages (tags), else the fallback.

    Every sheet that is a list is read, or those named in `sheets`. `protect` and `not_protected` settle doubts about
    rows, written as "5,9-12" or "8B:5".

    Guardians of one child share a letter if both its language and their address are the same; a guardian whose own
    address is not known gets a letter alone, so that nobody is sent where somebody else lives. Hidden rows get no
    letter, and are counted: whoever filters a list to one class and saves it means what is on the screen, and a letter
    too few is found in the notice, while one too many is already sent. A row with a problem gets none either.

    Raises ProblemsFound if the file as a whole cannot be read, or an option names what is not there.
    """
    book = read_workbook(path, recognised)
    headers, unread = find_headers(path, book.sheets, sheets)
    lists = [read_class_list(path, header) for header in headers]
    children = [child for each in lists for child in each.children]
    _expect_children(path, lists, children)
    read = {header.sheet.name for header in headers}
    beside, others = headers_beside([sheet for sheet in book.sheets if sheet.name not in read])
    guarded = guard(
        path,
        lists,
        Beside(tuple(read_class_list(path, header) for header in beside), tuple(others)),
        *_settled(lists, protect, not_protected),
    )
    households = {child.at: read_household(path, child) for child in children if not child.hidden}
    bad = [problem for each in households.values() for problem in each.wrong]
    first: dict[Hashable, Household] = {}
    for each in households.values():
        if each.household and (known := first.setdefault(_identity(each.household), each.household)) != each.household:
            what = message("Raden säger samma sak som rad {row}.", row=known.at)
            bad.append(Problem(what, message("Ta bort den ena."), each.household.at.place(path)))
    has_languages = any(header.has(Kind.LANGUAGE) for header in headers)
    languages = LanguageReader(available, NOT_SAID if has_languages else NO_COLUMN)
    recipients: list[Recipient] = []
    fallbacks: list[Fallback] = []
    for household in first.values():
        letters, without = _letters(household, languages, fallback, withheld=household.at in guarded.withheld)
        recipients += letters
        fallbacks += without
    able = {at for at, each in households.items() if each.household}
    detected = Detected(
        book.format,
        book.encoding,
        book.delimiter,
        tuple(
            detected_sheet(each, [child for child in each.children if child.at in able], guarded.withheld, languages)
            for each in lists
        ),
        tuple(unread),
        tuple(Counter(guarded.by[each.at] for each in first.values() if each.at in guarded.by).items()),
        (
            *(left_out for each in lists for left_out in each.left_out),
            *dict.fromkeys(left_out for each in households.values() for left_out in each.unused),
        ),
    )
    doubts = tuple(filter(None, (doubt.about(able) for doubt in guarded.doubts)))
    return RecipientList(tuple(recipients), tuple(bad), tuple(fallbacks), detected, doubts)


def _expect_children(path: Path, lists: Sequence[ClassList], children: Sequence[ChildRows]) -> None:
    if not children:
        hint = message("Skriv en rad för varje elev.")
        row = lists[0].header.row.number
        raise unreadable(path, message("Listan har inga rader under rubrikerna."), hint, row)
    if all(child.hidden for child in children):
        raise unreadable(path, message("Alla rader i listan är dolda."), message("Ta bort filtret och spara listan."))


def _settled(lists: Sequence[ClassList], protect: str, not_protected: str) -> tuple[set[RowId], set[RowId]]:
    """Return the rows that the user says are protected, and not; raise ProblemsFound if they are no rows, or both."""
    known = {row for each in lists for child in each.children for row in child.row_ids}
    names = [each.header.sheet.name for each in lists]
    settled: list[set[RowId]] = []
    problems: list[Problem] = []
    for option, text in ((PROTECT, protect), (NOT_PROTECTED, not_protected)):
        rows = read_rows(option, text, known, names) if text else set()
        if isinstance(rows, list):
            problems += rows
        else:
            settled.append(rows)
    raise_found(problems)
    if both := settled[0] & settled[1]:
        what = message("Rad {rows} står både i --protect och i --not-protected.", rows=rows_text(sorted(both)))
        raise ProblemsFound([Problem(what)])
    return settled[0], settled[1]


def _letters(
    household: Household, languages: LanguageReader, fallback: str, *, withheld: bool
) -> tuple[list[Recipient], Iterable[Fallback]]:
    """Return a letter for each language and address in a household, and those that are in the fallback language.

    If it is `withheld`, what is no language is not told: in a row whose cells have moved that may be a town.
    """
    if withheld:
        household = household.without_whereabouts()
    at = household.at
    people: dict[tuple[str, tuple[str, ...]], dict[Person, None]] = {}
    fallbacks: dict[Fallback, None] = {}  # two guardians may lack the same
    for contact in household.contacts:
        for written in contact.languages:
            language = languages.understand(written)
            if isinstance(language, Message):
                fallbacks[Fallback(at, "" if withheld else written, language)] = None
                language = fallback
            letter = people.setdefault((language, contact.address), {})
            if contact.name or contact.email:
                letter[Person(contact.name, contact.email)] = None
    recipients = [
        Recipient(at.number, tuple(to), household.child, household.group, language, home, at.sheet)
        for (language, home), to in people.items()
    ]
    return recipients, fallbacks


def _identity(household: Household) -> Hashable:
    """Return what two rows have in common that say the same, in capitals or not; children may have the same name."""
    contacts = frozenset(
        tuple(tuple(map(str.casefold, said)) for said in ((each.name, each.email), each.languages, each.address))
        for each in household.contacts
    )
    return contacts, household.child.casefold(), household.group.casefold(), household.identity
