"""A class list -> one Recipient for each letter, what is wrong in which row, and what was understood of the file."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from foraldraskolan.mail.cells import Row, Workbook, unreadable
from foraldraskolan.mail.columns import ADDRESS, Column, Header, Kind, find_header
from foraldraskolan.mail.families import Family, is_protected, read_family
from foraldraskolan.mail.formats import read_workbook
from foraldraskolan.mail.tongues import Tongues
from foraldraskolan.problems import Message, Place, Problem, message

_PREVIEWED = 5


@dataclass(frozen=True, slots=True)
class Person:
    """A guardian: name and e-mail address, either may be ""."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One letter: its row, those it is to, the child, the class, the language's tag, and the address in lines.

    `address` is () when it is protected or unknown, `people` when only the child is known.
    """

    row: int
    people: tuple[Person, ...]
    child: str
    group: str
    language: str
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fallback:
    """A row with a letter in the fallback language: the language as written, and why there is no letter in it."""

    row: int
    written: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Detected:
    """How the file was understood, for its owner to see.

    Row numbers are Excel's. `encoding` and `delimiter` are "" but for text files, and so is `sheet` for them. The
    preview holds row numbers and the cells of `columns`; where people live is left out of it if it is protected.
    `protected` counts the families that are.
    """

    format: str
    encoding: str
    delimiter: str
    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    hidden_rows: int
    empty_rows: int
    protected: int
    preview: tuple[tuple[int, tuple[str, ...]], ...] = field(repr=False)

    @property
    def notices(self) -> tuple[Message, ...]:
        """Return what the owner has to know before the letters are sent."""
        notices: list[Message] = []
        if self.hidden_rows:
            hidden = self.hidden_rows
            notices.append(message("Dolda rader får inga brev: {count}. Ta bort filtret om de ska med.", count=hidden))
        if self.protected:
            count = self.protected
            notices.append(message("Skyddade familjer får brev utan adress och klass: {count}.", count=count))
        return tuple(notices)


@dataclass(frozen=True, slots=True)
class RecipientList:
    """The letters in the list's order, what is wrong in rows that get none, and the letters in another language."""

    recipients: tuple[Recipient, ...]
    bad: tuple[Problem, ...]
    fallbacks: tuple[Fallback, ...]
    detected: Detected


def read_recipients(path: Path, available: Collection[str], fallback: str) -> RecipientList:
    """Read a class list (.xlsx, .ods, CSV or text) into letters in the available languages (tags), else the fallback.

    Guardians of one row share a letter if both its language and their address are the same; a guardian whose own
    address is not known gets a letter alone, so that nobody is sent where somebody else lives. Hidden rows get no
    letter, and are counted: whoever filters a list to one class and saves it means what is on the screen, and a letter
    too few is found in the notice, while one too many is already sent. A row with a problem gets none either.

    Raises ProblemsFound if the file as a whole cannot be read.
    """
    book = read_workbook(path)
    header = find_header(path, book.sheets)
    below = [row for row in header.sheet.rows if row.number > header.row.number]
    shown = [row for row in below if not row.hidden]
    if not below:
        hint = message("Skriv en rad för varje elev.")
        raise unreadable(path, message("Listan har inga rader under rubrikerna."), hint, header.row.number)
    if not shown:
        raise unreadable(path, message("Alla rader i listan är dolda."), message("Ta bort filtret och spara listan."))
    bad: list[Problem] = []
    families: dict[object, Family] = {}
    for row in shown:
        family = read_family(path, header, row)
        if isinstance(family, list):
            bad += family
            continue
        first = families.setdefault(_identity(family), family)
        if first is not family:
            if family.protected:  # what one row may not tell, the same family's other may not either
                families[_identity(family)] = first.without_whereabouts()
            what = message("Raden säger samma sak som rad {row}.", row=first.row)
            bad.append(Problem(what, message("Ta bort den ena."), Place(path, row.number)))
    letters = _Letters(header, Tongues(available), fallback)
    for family in families.values():
        letters.add(family)
    return RecipientList(
        tuple(letters.recipients),
        tuple(bad),
        tuple(letters.fallbacks),
        _detected(book, header, below, shown, sum(each.protected for each in families.values())),
    )


class _Letters:
    """The letters of one list, family by family."""

    def __init__(self, header: Header, tongues: Tongues, fallback: str) -> None:
        self.recipients: list[Recipient] = []
        self.fallbacks: list[Fallback] = []
        self._tongues = tongues
        self._fallback = fallback
        self._known: dict[str, str | Message] = {}
        if not any(column.kind is Kind.LANGUAGE for column in header.columns):
            self._known[""] = message("Listan har ingen kolumn för språk.")

    def add(self, family: Family) -> None:
        """Add a letter for each language and address in a family."""
        people: dict[tuple[str, tuple[str, ...]], list[Person]] = {}
        fallbacks: dict[Fallback, None] = {}  # two guardians may lack the same
        for contact in family.contacts:
            told = self._understand(contact.language)
            if isinstance(told, Message):
                fallbacks[Fallback(family.row, contact.language, told)] = None
                told = self._fallback
            letter = people.setdefault((told, contact.address), [])
            if contact.name or contact.email:
                letter.append(Person(contact.name, contact.email))
        self.fallbacks += fallbacks
        self.recipients += [
            Recipient(family.row, tuple(to), family.child, family.group, language, address)
            for (language, address), to in people.items()
        ]

    def _understand(self, written: str) -> str | Message:
        if written not in self._known:
            self._known[written] = self._tongues.understand(written)
        return self._known[written]


def _identity(family: Family) -> object:
    """Return what two rows have in common that say the same: people, child and languages, in capitals or not."""
    contacts = frozenset(
        (contact.name.casefold(), contact.email.casefold(), contact.language.casefold()) for contact in family.contacts
    )
    return contacts, family.child.casefold()


def _detected(book: Workbook, header: Header, below: list[Row], shown: list[Row], protected: int) -> Detected:
    return Detected(
        book.format,
        book.encoding,
        book.delimiter,
        header.sheet.name,
        header.row.number,
        header.columns,
        header.ignored,
        hidden_rows=len(below) - len(shown),
        empty_rows=below[-1].number - header.row.number - len(below),
        protected=protected,
        preview=tuple((row.number, tuple(_previewed(header, row))) for row in shown[:_PREVIEWED]),
    )


def _previewed(header: Header, row: Row) -> list[str]:
    withheld = (*ADDRESS, Kind.GROUP) if is_protected(header, row) else ()
    return ["" if column.kind in withheld else row.cell(column.index) for column in header.columns]
