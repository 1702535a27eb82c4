"""A class list -> one Recipient for each letter, what is wrong in which row, and what was understood of the file."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from foraldraskolan.class_list.children import Body, Entry, read_body
from foraldraskolan.class_list.columns import PROTECTION, WHEREABOUTS, Column, Kind
from foraldraskolan.class_list.header import find_headers, headers_beside
from foraldraskolan.class_list.households import Family, Reading, read_family
from foraldraskolan.class_list.left_out import LeftOut, Why
from foraldraskolan.class_list.protection.guard import NOT_PROTECTED, PROTECT, Beside, Doubt, Guarded, guard
from foraldraskolan.class_list.readers.formats import read_workbook
from foraldraskolan.class_list.readers.workbook import Workbook, unreadable
from foraldraskolan.class_list.rows import RowId, read_rows, written
from foraldraskolan.class_list.texts.languages import NO_LETTER, NOT_SAID, Tongues
from foraldraskolan.class_list.texts.marks import may_be_shown
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

# A list without any language is understood as one.
NO_COLUMN = message("Listan har ingen kolumn för språk.")
_PREVIEWED = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A guardian: name and e-mail address, either may be ""."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Fallback:
    """A row with a letter in the fallback language: the language as written, and why there is no letter in it."""

    row: int
    written: str
    reason: Message
    sheet: str = ""

    @property
    def is_question(self) -> bool:
        """Return whether a language stands there that is not understood."""
        return self.reason not in (NO_COLUMN, NOT_SAID, NO_LETTER)

    @property
    def at(self) -> RowId:
        """Return the row by sheet and number."""
        return RowId(self.sheet, self.row)


@dataclass(frozen=True, slots=True)
class DetectedSheet:
    """How a sheet was understood: where its header stands, what each column holds, the first rows.

    The preview holds rows and the cells of `columns`; nothing that tells where people live is in it if that is
    protected, or may be, and no row that is wrong.
    """

    name: str
    header_row: int
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    hidden_rows: int
    empty_rows: int
    preview: tuple[tuple[RowId, tuple[str, ...]], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Detected:
    """How the file was understood, for its owner to see.

    Row numbers are Excel's. `encoding` and `delimiter` are "" but for text files. `unread` names the sheets that are no
    lists, or were not chosen. `protected` counts the families that are, by what says so: a column's title or an option.
    `left_out` are the rows below a header that get no letter of their own, and the e-mail addresses that are not used.
    """

    format: str
    encoding: str
    delimiter: str
    sheets: tuple[DetectedSheet, ...]
    unread: tuple[str, ...]
    protected: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]

    @property
    def notices(self) -> tuple[Message, ...]:
        """Return what the owner has to know before the letters are sent."""
        return (*filter(None, (self.without_address,)), *self.gets_nothing)

    @property
    def gets_nothing(self) -> tuple[Message, ...]:
        """Return what of the list gets no letter or message though nothing is wrong with it, and why."""
        told: list[Message] = []
        if self.unread:
            told.append(message("Blad som inte läses: {names}.", names=", ".join(self.unread)))
        hidden = sum(sheet.hidden_rows for sheet in self.sheets)
        if hidden:
            told.append(message("Dolda rader får inga brev: {count}. Ta bort filtret om de ska med.", count=hidden))
        rows: dict[Why, list[RowId]] = {}
        for each in self.left_out:
            rows.setdefault(each.why, []).append(each.row)
        return (*told, *(why.told(own) for why, own in rows.items()))

    @property
    def without_address(self) -> Message | None:
        """Return how many families get their letter without address and class, and what says so; None if none does."""
        if not self.protected:
            return None
        count = sum(count for _, count in self.protected)
        by = ", ".join(f"{' '.join(by.split())} ({count})" for by, count in self.protected)  # a title may be in lines
        return message("Skyddade familjer får brev utan adress och klass: {count}. Det säger {by}.", count=count, by=by)


@dataclass(frozen=True, slots=True)
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
    book = read_workbook(path)
    headers, unread = find_headers(path, book.sheets, sheets)
    bodies = [read_body(path, header) for header in headers]
    entries = [entry for body in bodies for entry in body.entries]
    _refuse_empty(path, bodies)
    read = {header.sheet.name for header in headers}
    lists, others = headers_beside([sheet for sheet in book.sheets if sheet.name not in read])
    beside = Beside(tuple(read_body(path, header) for header in lists), tuple(others))
    guarded = guard(path, bodies, beside, *_answers(bodies, protect, not_protected))
    readings = {entry.at: read_family(path, entry) for entry in entries if not entry.hidden}
    bad = [problem for reading in readings.values() for problem in reading.wrong]
    families: dict[object, Family] = {}
    for reading in readings.values():
        if reading.family is None:
            continue
        first = families.setdefault(_identity(reading.family), reading.family)
        if first is not reading.family:
            what = message("Raden säger samma sak som rad {row}.", row=first.at)
            bad.append(Problem(what, message("Ta bort den ena."), reading.family.at.place(path)))
    able = {at for at, reading in readings.items() if reading.family}
    spoken = any(header.has(Kind.LANGUAGE) for header in headers)
    letters = _Letters(Tongues(available), fallback, spoken=spoken)
    for family in families.values():
        if family.at in guarded.withheld:
            letters.add(family.without_whereabouts(), withheld=True)
        else:
            letters.add(family)
    return RecipientList(
        tuple(letters.recipients),
        tuple(bad),
        tuple(letters.fallbacks),
        _detected(book, bodies, unread, guarded, readings, families.values(), letters),
        tuple(doubt for each in guarded.doubts if (doubt := each.about(able))),
    )


def _refuse_empty(path: Path, bodies: Sequence[Body]) -> None:
    entries = [entry for body in bodies for entry in body.entries]
    if not entries:
        hint = message("Skriv en rad för varje elev.")
        row = bodies[0].header.row.number
        raise unreadable(path, message("Listan har inga rader under rubrikerna."), hint, row)
    if all(entry.hidden for entry in entries):
        raise unreadable(path, message("Alla rader i listan är dolda."), message("Ta bort filtret och spara listan."))


def _answers(bodies: Sequence[Body], protect: str, not_protected: str) -> tuple[set[RowId], set[RowId]]:
    """Return the rows that the user says are protected, and not; raise ProblemsFound if they are no rows, or both."""
    known = {entry.header.at(row) for body in bodies for entry in body.entries for row in entry.rows}
    names = [body.header.sheet.name for body in bodies]
    found: list[set[RowId]] = []
    problems: list[Problem] = []
    for option, text in ((PROTECT, protect), (NOT_PROTECTED, not_protected)):
        rows = read_rows(option, text, known, names) if text else set()
        if isinstance(rows, list):
            problems += rows
        else:
            found.append(rows)
    if not problems and (both := found[0] & found[1]):
        what = message("Rad {rows} står både i --protect och i --not-protected.", rows=written(sorted(both)))
        problems.append(Problem(what))
    if problems:
        raise ProblemsFound(problems)
    return found[0], found[1]


class _Letters:
    """The letters of one list, family by family."""

    def __init__(self, tongues: Tongues, fallback: str, *, spoken: bool) -> None:
        self.recipients: list[Recipient] = []
        self.fallbacks: list[Fallback] = []
        self._tongues = tongues
        self._fallback = fallback
        self._known: dict[str, str | Message] = {}
        if not spoken:
            self._known[""] = NO_COLUMN

    def add(self, family: Family, *, withheld: bool = False) -> None:
        """Add a letter for each language and address in a family; if it is `withheld`, what is no language is not told.

        In a row whose cells have moved that may be a town.
        """
        people: dict[tuple[str, tuple[str, ...]], dict[Person, None]] = {}
        fallbacks: dict[Fallback, None] = {}  # two guardians may lack the same
        at = family.at
        for contact in family.contacts:
            for language in contact.languages:
                told = self._understand(language)
                if isinstance(told, Message):
                    fallbacks[Fallback(at.number, "" if withheld else language, told, at.sheet)] = None
                    told = self._fallback
                letter = people.setdefault((told, contact.address), {})
                if contact.name or contact.email:
                    letter[Person(contact.name, contact.email)] = None
        self.fallbacks += fallbacks
        self.recipients += [
            Recipient(at.number, tuple(to), family.child, family.group, language, home, at.sheet)
            for (language, home), to in people.items()
        ]

    def has(self, written: str) -> bool:
        """Return whether there are letters in a language as it is written."""
        return isinstance(self._understand(written), str)

    def _understand(self, written: str) -> str | Message:
        if written not in self._known:
            self._known[written] = self._tongues.understand(written)
        return self._known[written]


def _identity(family: Family) -> object:
    """Return what two rows have in common that say the same, in capitals or not; children may have the same name."""
    contacts = frozenset(
        (
            contact.name.casefold(),
            contact.email.casefold(),
            tuple(language.casefold() for language in contact.languages),
            tuple(line.casefold() for line in contact.address),
        )
        for contact in family.contacts
    )
    return contacts, family.child.casefold(), family.group.casefold(), family.identity


def _detected(
    book: Workbook,
    bodies: Sequence[Body],
    unread: Sequence[str],
    guarded: Guarded,
    readings: dict[RowId, Reading],
    families: Collection[Family],
    letters: _Letters,
) -> Detected:
    counted = Counter(guarded.by[family.at] for family in families if family.at in guarded.by)
    return Detected(
        book.format,
        book.encoding,
        book.delimiter,
        tuple(_sheet(body, guarded, readings, letters) for body in bodies),
        tuple(unread),
        tuple(counted.items()),
        (
            *(each for body in bodies for each in body.left_out),
            *dict.fromkeys(each for reading in readings.values() for each in reading.unused),
        ),
    )


def _sheet(body: Body, guarded: Guarded, readings: dict[RowId, Reading], letters: _Letters) -> DetectedSheet:
    header = body.header
    below = [row for row in header.sheet.rows if row.number > header.row.number]
    good = [entry for entry in body.entries if entry.at in readings and readings[entry.at].family]
    return DetectedSheet(
        header.sheet.name,
        header.row.number,
        header.columns,
        header.ignored,
        hidden_rows=sum(row.hidden for row in below),
        empty_rows=below[-1].number - header.row.number - len(below) if below else 0,
        preview=tuple((entry.at, tuple(_previewed(entry, guarded, letters))) for entry in good[:_PREVIEWED]),
    )


def _previewed(entry: Entry, guarded: Guarded, letters: _Letters) -> Iterator[str]:
    """Yield the cells of a child's first row: of what is protected only that it is, and never a number of the child."""
    withheld = entry.at in guarded.withheld
    hidden = WHEREABOUTS if withheld else (Kind.IDENTITY,)
    for column in entry.header.columns:
        text = entry.rows[0].cell(column.index)
        if column.kind in PROTECTION:
            yield text if may_be_shown(text) else "…"
        elif column.kind is Kind.LANGUAGE and withheld:
            yield text if letters.has(text) else ""
        else:
            yield "" if column.kind in hidden else text
