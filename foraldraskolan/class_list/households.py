"""The rows of one child -> the household they tell of, and all that is wrong with them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from foraldraskolan.class_list.cell_problems import NO_ANSWERS, cell_problem
from foraldraskolan.class_list.children import ChildRows
from foraldraskolan.class_list.columns import FAMILY, PERHAPS_THE_PUPILS, Column, Kind
from foraldraskolan.class_list.header import Header
from foraldraskolan.class_list.left_out import LeftOut, Why
from foraldraskolan.class_list.postal import address
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.email import ROLES, Mailbox, mailboxes
from foraldraskolan.class_list.texts.names import people
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.signs import without_signs
from foraldraskolan.class_list.texts.values import is_dead, value_of
from foraldraskolan.problems import Problem, message
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.workbook import Row

_PUPILS = {"elev", "elever", "student", "students", "pupil", "pupils", "skolelev", "edu"}


@record
class Contact:
    """Somebody to write to: name and e-mail, either may be "", the languages as written, and the address in lines.

    Each of several languages has a letter of its own.
    """

    name: str
    email: str
    languages: tuple[str, ...]
    address: tuple[str, ...] = ()


@record
class Household:
    """What the rows of a child tell: the child, its class and number, and those to write to, at least one."""

    at: RowId
    child: str
    group: str
    contacts: tuple[Contact, ...]
    identity: str = ""

    def without_whereabouts(self) -> "Household":
        """Return the household as a protected one: nothing printed or sent tells where it lives or goes to school."""
        contacts = dict.fromkeys(replace(contact, address=()) for contact in self.contacts)
        return replace(self, group="", contacts=tuple(contacts))


@record
class HouseholdRead:
    """A household, or None and all that is wrong; the e-mail that is not used stops no letter."""

    household: Household | None
    wrong: tuple[Problem, ...] = ()
    unused: tuple[LeftOut, ...] = ()


def read_household(path: Path, child: ChildRows) -> HouseholdRead:
    """Return the household that a child's rows tell of, or all that is wrong there, by row and column.

    No value is repeated. One whose whereabouts are protected is read as any other: who calls this takes them away.
    """
    header = child.header
    rows = [row for row in child.rows if not row.hidden]
    wrong = child.wrong or tuple(
        replace(problem, place=header.place(path, row, column.title))
        for row in rows
        for column in header.columns
        if (problem := cell_problem(header, column, row))
    )
    if wrong:
        if child.at.number not in {problem.place.line for problem in wrong if problem.place}:
            what = message("Eleven får inget brev, för en av elevens andra rader är fel.")
            wrong = (Problem(what, place=child.at.place(path)), *wrong)
        return HouseholdRead(None, wrong)
    cells = [_RowCells(header, row) for row in rows]
    first = cells[0]
    name = without_signs(first.name(FAMILY, Kind.CHILD, Kind.CHILD_FIRST, Kind.CHILD_LAST))
    contacts, of_nobody = _with_shared_email(cells, name)
    unused = (*(left_out for row in cells for left_out in row.unused), *of_nobody)
    if not contacts:
        # Nobody is named: the letter is to the child's guardians, one for each language that they are said to have.
        spoken = [languages for number in first.guardians if (languages := first.languages[number])]
        home = address(first.texts, FAMILY)
        contacts = [Contact("", "", languages, home) for languages in spoken or [first.languages[FAMILY] or ("",)]]
    if not name and not any(contact.name or contact.email for contact in contacts):
        hint = message("Fyll i elev, vårdnadshavare eller e-post, eller ta bort raden.")
        what = message("Raden säger inte vem som ska få brevet.")
        return HouseholdRead(None, (Problem(what, hint, child.at.place(path)),), unused)
    group, identity = first.text(Kind.GROUP, FAMILY) or child.section, first.text(Kind.IDENTITY, FAMILY)
    return HouseholdRead(Household(child.at, name, group, tuple(dict.fromkeys(contacts)), identity), unused=unused)


class _RowCells:
    """One of a child's rows: what its cells say by what they are, and of which guardian."""

    def __init__(self, header: Header, row: Row) -> None:
        lines: dict[tuple[Kind, int], list[tuple[int, str]]] = {}
        for column in header.columns:
            text = value_of(row.cell(column.index), column.kind)
            lines.setdefault((column.kind, column.guardian), []).append((column.part, text))
        for parts in lines.values():
            parts.sort(key=lambda part: part[0])
        self.texts = {key: "\n".join(text for _, text in parts if text) for key, parts in lines.items()}
        self.guardians = sorted({column.guardian for column in header.columns} - {FAMILY})
        self.languages = {
            number: _languages(lines.get((Kind.LANGUAGE, number), [])) for number in (FAMILY, *self.guardians)
        }
        self.at = header.at(row)
        self.unused: list[LeftOut] = []
        self.emails: dict[int, list[str]] = {number: [] for number in self.guardians}
        # Those of no guardian's own, each with whether it may be the pupil's.
        self.shared_emails: list[tuple[Mailbox, bool]] = []
        for column in header.of(Kind.EMAIL):
            self._read_emails(column, row.cell(column.index))

    def text(self, kind: Kind, guardian: int) -> str:
        """Return what a cell says, "" if there is none."""
        return self.texts.get((kind, guardian), "")

    def name(self, guardian: int, whole: Kind = Kind.NAME, first: Kind = Kind.FIRST, last: Kind = Kind.LAST) -> str:
        """Return a name from the cell that holds all of it, else from those of its parts."""
        return self.text(whole, guardian) or f"{self.text(first, guardian)} {self.text(last, guardian)}".strip()

    def _read_emails(self, column: Column, text: str) -> None:
        """Take the mailboxes of a column: its guardian's, but those that somebody else's name stands at."""
        found, bad = mailboxes(text)
        used = [mailbox for mailbox in found if not _is_a_pupils(mailbox)]
        if bad:
            self.unused.append(LeftOut(self.at, Why.EMAIL_WRONG))
        if len(used) < len(found):
            self.unused.append(LeftOut(self.at, Why.EMAIL_OF_PUPIL))
        for mailbox in used:
            if column.guardian and not _is_anothers_name(mailbox.name, self.name(column.guardian)):
                self.emails[column.guardian].append(mailbox.address)
            else:
                self.shared_emails.append((mailbox, column.part == PERHAPS_THE_PUPILS))

    def contacts(self, first: "_RowCells") -> list[Contact]:
        """Return the guardians of this row; the child's `first` says the language that it does not say."""
        return [contact for number in self.guardians for contact in self._contacts(number, first)]

    def _contacts(self, guardian: int, first: "_RowCells") -> list[Contact]:
        """Return a guardian with the first e-mail address, and each further address as somebody without a name."""
        name = self.name(guardian)
        if is_dead(name):
            return []
        if self.text(Kind.NAME, guardian):
            names: Sequence[str] = people(name) or ()
        else:
            names = (without_signs(name),) if name else ()
        choice = [said for said in (self.languages[guardian], self.languages[FAMILY], first.languages[FAMILY]) if said]
        # A yes or no where an interpreter's language is asked for names none.
        named = (languages for languages in choice if normalised(languages[0]) not in NO_ANSWERS)
        languages = next(named, choice[0] if choice else ("",))
        home = address(self.texts, guardian)
        to = [*((each, "") for each in names), *(("", email) for email in self.emails[guardian])]
        if len(names) == 1 and len(to) > 1:
            to[:2] = [(names[0], to[1][1])]
        return [Contact(each, email, languages, home) for each, email in to]


def _languages(parts: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """Return the languages of those columns that are nearest the reader; each numbered one has its own."""
    written = [(part // 10, text) for part, text in parts if text]
    if len(parts) > 1:
        written = [(nearness, text) for nearness, text in written if normalised(text) not in NO_ANSWERS] or written[:1]
    return tuple(dict.fromkeys(text for nearness, text in written if nearness == written[0][0]))


# ---- e-mail that the list does not say whose it is


def _is_a_pupils(mailbox: Mailbox) -> bool:
    """Return whether a domain is one that schools give their pupils addresses in; .edu itself is universities'."""
    *labels, _ = mailbox.address.casefold().rpartition("@")[2].split(".")
    return not _PUPILS.isdisjoint(labels)


def _with_shared_email(rows: Sequence[_RowCells], child: str) -> tuple[list[Contact], list[LeftOut]]:
    """Return the guardians of a child's rows, and the family's e-mail addresses that are not used.

    An address is given to those whose name is in it, else to everybody in one home, unnamed. Where each guardian has
    a row, the one address on it is that guardian's. Nobody is given one by its place in the cell. Of several homes or
    languages one guardian's letter must not reach the other: then an address that nobody's name is in is not used, or
    is told no home.
    """
    first = rows[0]
    contacts = [contact for row in rows for contact in row.contacts(first)]
    unused: list[LeftOut] = []
    for row in rows:
        owned = {contact.email.casefold() for contact in contacts}
        on_row = row.contacts(first)
        for mailbox, perhaps_the_pupils in row.shared_emails:
            if mailbox.address.casefold() in owned:
                continue
            owner = _owner(mailbox, [contact for contact in contacts if contact.name], child)
            if (
                owner is False
                and len(rows) > 1
                and len(on_row) == len(row.shared_emails) == 1
                and not perhaps_the_pupils
            ):
                # Who has got an address since is the same still.
                owner = next(each for each in contacts if replace(each, email="") == replace(on_row[0], email=""))
            languages = {contact.languages for contact in contacts} or {first.languages[FAMILY] or ("",)}
            homes = {contact.address for contact in contacts} or {address(row.texts, FAMILY)}
            if isinstance(owner, Contact) and not owner.email:
                contacts[contacts.index(owner)] = replace(owner, email=mailbox.address)
            elif isinstance(owner, Contact):
                contacts.append(replace(owner, name="", email=mailbox.address))
            elif owner is None or len(languages) > 1 or (perhaps_the_pupils and contacts):
                unused.append(LeftOut(row.at, Why.EMAIL_OF_WHOM))
            elif len(contacts) == 1 and not (contacts[0].email or _is_anothers_name(mailbox.name, contacts[0].name)):
                contacts[0] = replace(contacts[0], email=mailbox.address)
            else:
                home = homes.pop() if len(homes) == 1 else ()
                contacts.append(Contact("", mailbox.address, languages.pop(), home))
    return contacts, unused


def _owner(mailbox: Mailbox, contacts: Sequence[Contact], child: str) -> Contact | bool | None:
    """Return whose name is in a mailbox, None if it is the child's alone, False if it is nobody's or several's."""
    words = set(normalised(f"{mailbox.name} {mailbox.address.partition('@')[0]}").split())
    owners = [contact for contact in contacts if _is_in(contact.name, words)]
    if len(owners) == 1:
        return owners[0]
    return None if not owners and contacts and _is_in(child, words) else False


def _is_anothers_name(name: str, guardian: str) -> bool:
    """Return whether a name at an address is somebody's, and not this guardian's."""
    words = set(normalised(name).split()) - ROLES
    return bool(words) and guardian != "" and words.isdisjoint(normalised(guardian).split())


def _is_in(name: str, words: set[str]) -> bool:
    """Return whether both the first and the last of a person's names are among the words of an address."""
    names = normalised(name).split()
    return len(names) > 1 and {names[0], names[-1]} <= words
