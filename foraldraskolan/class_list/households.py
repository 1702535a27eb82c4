"""The rows of one child -> the family they tell of, and all that is wrong with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from foraldraskolan.characters import hidden_character
from foraldraskolan.class_list.children import Entry
from foraldraskolan.class_list.columns import ADDRESS, CHILD, FAMILY, PERHAPS_THE_PUPILS, PROTECTION, Column, Kind
from foraldraskolan.class_list.header import Header
from foraldraskolan.class_list.left_out import LeftOut, Why
from foraldraskolan.class_list.postal import address
from foraldraskolan.class_list.readers.workbook import Row
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.email import ROLES, Mailbox, is_address, mailboxes
from foraldraskolan.class_list.texts.marks import is_yes_and_more
from foraldraskolan.class_list.texts.names import people
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.signs import without_signs
from foraldraskolan.class_list.texts.values import is_dead, is_reference, said
from foraldraskolan.limits import LONGEST_LINE
from foraldraskolan.problems import Message, Problem, message

_LINE_BREAK = hidden_character("\n", breaks=False)
_PEOPLE = (*CHILD, Kind.NAME, Kind.FIRST, Kind.LAST)
_BREAKS_ALLOWED = (*ADDRESS, Kind.EMAIL, Kind.LANGUAGE, Kind.NAME)  # a line break is a new line, or a comma
# Excel's errors in Swedish and English, LibreOffice's, and the fence of a number wider than its column.
_ERROR = re.compile(r"#[A-ZÅÄÖ]+(?:/[A-Z0-9]+)?[!?]|#N/A|#DIVISION/0!|#{3,}|(?:Err|Fel):\d{3}")
# What betrays that a value stands in another's column.
_STREET = re.compile(
    r"(?:[^\W\d][\w.:’'-]* ){0,3}[\w-]*(?:gatan|gata|v[äa]gen|v[äa]g|gr[äa]nd|gr[äa]nden|stigen|stig"
    r"|torget|torg|all[ée]n|backen|backe|plan|plats|parken|kajen|brinken|leden|ringen|g[åa]rden|lunden|[äa]ngen|liden|slingan|str[åa]ket"
    r"|street|road|lane|[gv]\.),? \d+.*",
    re.IGNORECASE | re.DOTALL,
)
_CLASS = re.compile(r"\d{1,2} ?[a-z]{1,2}", re.IGNORECASE)
_SWEDISH_POSTCODE = re.compile(r"(?:SE?-)?\d{3} ?\d{2}(?:[.,]0)?", re.IGNORECASE)
_POSTCODE_AND_TOWN = re.compile(r"(?:SE?-)?\d{3} ?\d{2} +[^\W\d_].*", re.IGNORECASE | re.DOTALL)
_LONG_NUMBER = re.compile(r"[\d\s+()./-]{6,}")
_YES_OR_NO = {"ja", "nej", "j", "n", "yes", "no", "sant", "falskt", "true", "false", "x"}
_PUPILS = {"elev", "elever", "student", "students", "pupil", "pupils", "skolelev", "edu"}


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to write to: name and e-mail, either may be "", the languages as written, and the address in lines.

    Each of several languages has a letter of its own.
    """

    name: str
    email: str
    languages: tuple[str, ...]
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """What the rows of a child tell: the child, its class and number, and those to write to, at least one."""

    at: RowId
    child: str
    group: str
    contacts: tuple[Contact, ...]
    identity: str = ""

    def without_whereabouts(self) -> "Family":
        """Return the family as a protected one: nothing that is printed or sent tells where it lives or goes."""
        contacts = dict.fromkeys(replace(contact, address=()) for contact in self.contacts)
        return replace(self, group="", contacts=tuple(contacts))


@dataclass(frozen=True, slots=True)
class Reading:
    """A family, or None and all that is wrong; the e-mail that is not used stops no letter."""

    family: Family | None
    wrong: tuple[Problem, ...]
    unused: tuple[LeftOut, ...] = ()


def read_family(path: Path, entry: Entry) -> Reading:
    """Return the family that a child's rows tell of, or all that is wrong there, by row and column.

    No value is repeated. A family whose whereabouts are protected is read as any other: who calls this takes them away.
    """
    header = entry.header
    if entry.wrong:
        return Reading(None, _with_child(path, entry, entry.wrong))
    rows = [row for row in entry.rows if not row.hidden]
    wrong: list[Problem] = []
    for row in rows:
        for column in header.columns:
            place = header.place(path, row, column.title)
            wrong += [Problem(what, hint, place) for what, hint in _wrong(header, column, row)]
    if wrong:
        return Reading(None, _with_child(path, entry, wrong))
    parts = [_Part(header, row) for row in rows]
    contacts = [contact for part in parts for contact in part.guardians(parts[0])]
    first = parts[0]
    child = _child(first)
    contacts, unused = _with_shared_email(parts, contacts, child)
    unused = [*(problem for part in parts for problem in part.unused), *unused]
    if not contacts:
        # Nobody is named: the letter is to the child's guardians, one for each language that they are said to have.
        spoken = [told for number in first.numbers if (told := first.languages(number))]
        home = address(first.cells, FAMILY)
        contacts = [Contact("", "", told, home) for told in spoken or [first.languages(FAMILY) or ("",)]]
    if not child and not any(contact.name or contact.email for contact in contacts):
        hint = message("Fyll i elev, vårdnadshavare eller e-post, eller ta bort raden.")
        problem = Problem(message("Raden säger inte vem som ska få brevet."), hint, header.place(path, entry.rows[0]))
        return Reading(None, (problem,), tuple(unused))
    family = Family(
        entry.at,
        child,
        first.text(Kind.GROUP, FAMILY) or entry.section,
        tuple(dict.fromkeys(contacts)),
        first.text(Kind.IDENTITY, FAMILY),
    )
    return Reading(family, (), tuple(unused))


def _with_child(path: Path, entry: Entry, wrong: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return what is wrong, and where the child stands that gets no letter for it, if that is on another row."""
    at = entry.at
    lines = {problem.place.line for problem in wrong if problem.place}
    if at.number in lines:
        return tuple(wrong)
    what = message("Eleven får inget brev, för en av elevens andra rader är fel.")
    return (Problem(what, place=at.place(path)), *wrong)


# ---- what is wrong with a cell


def _wrong(header: Header, column: Column, row: Row) -> Iterator[tuple[Message, Message]]:
    kind, text = column.kind, row.cell(column.index)
    if kind in PROTECTION:
        if _is_anothers(header, column, text):
            yield _misplaced()
        return  # whatever else stands there protects
    if is_reference(text):
        what = message("Här står bara var värdet finns, som ”se ovan”.")
        yield what, message("Skriv värdet på varje rad.")
        return
    hidden = hidden_character(text, breaks=kind in _BREAKS_ALLOWED)
    if column.index in row.uncalculated:
        hint = message("Öppna listan i kalkylprogrammet och spara den på nytt, eller skriv värdet i stället.")
        yield message("Cellen är en formel utan sparat värde."), hint
    elif _ERROR.fullmatch(text):
        yield message("Cellen visar ett fel från kalkylprogrammet."), message("Skriv värdet i stället för formeln.")
    elif hidden == _LINE_BREAK:
        yield message("Här är en radbrytning."), message("Skriv allt på en rad i cellen.")
    elif hidden:
        yield message("Här står ett osynligt tecken: {name}.", name=hidden), message("Skriv om hela cellen för hand.")
    elif kind is not Kind.EMAIL and max(map(len, text.split("\n"))) > LONGEST_LINE:
        what = message("Cellen har över {longest} tecken på en rad.", longest=LONGEST_LINE)
        yield what, message("Står något annat här än det som rubriken säger? Korta texten.")
    elif said(text, kind) and _is_anothers(header, column, text):
        yield _misplaced()
    elif kind is Kind.NAME and people(text) is None:
        what = message("Här står kanske två vårdnadshavare i en cell.")
        yield what, message("Skriv dem på var sin rad i cellen, med för- och efternamn, eller i var sin kolumn.")


def _misplaced() -> tuple[Message, Message]:
    return message("Det som står här hör inte till den här rubriken."), message("Står värdena i rätt kolumn?")


def _is_anothers(header: Header, column: Column, text: str) -> bool:
    """Return whether a value is plainly of another column: one cell too few or too many moves them all."""
    kind, words = column.kind, normalised(text)
    if is_address(text) and kind is not Kind.EMAIL:
        return kind not in PROTECTION or "post" not in normalised(column.title)
    yes_or_no = words in _YES_OR_NO
    if kind in _PEOPLE:
        shifted = (yes_or_no and len(words) > 1) or is_yes_and_more(text) or _is_long_number(text)
        return shifted or any(pattern.fullmatch(text) for pattern in (_STREET, _CLASS))
    if kind is Kind.GROUP:
        return (yes_or_no and len(words) > 1) or _STREET.fullmatch(text) is not None or _is_long_number(text)
    if kind is Kind.IDENTITY:
        return not any(map(str.isdecimal, text))
    if kind is Kind.LANGUAGE:
        shifted = yes_or_no and header.has(Kind.PROTECTED)
        return shifted or any(pattern.fullmatch(text) for pattern in (_STREET, _SWEDISH_POSTCODE, _POSTCODE_AND_TOWN))
    if kind is Kind.POSTCODE:
        town = any(each.kind is Kind.CITY and each.guardian == column.guardian for each in header.columns)
        joined = _POSTCODE_AND_TOWN.fullmatch(text) is not None
        long_word = re.search(r"[^\W\d_]{4,}", text) is not None
        return not any(map(str.isdecimal, text)) or (town if joined else long_word) or yes_or_no
    if kind is Kind.CITY:
        return yes_or_no or not any(map(str.isalpha, text)) or _is_long_number(text)
    if kind is Kind.STREET:
        return yes_or_no or _SWEDISH_POSTCODE.fullmatch(text) is not None
    if kind is Kind.PROTECTED:
        return _SWEDISH_POSTCODE.fullmatch(text) is not None and "adress" not in normalised(column.title)
    return False


def _is_long_number(text: str) -> bool:
    return _LONG_NUMBER.fullmatch(text) is not None or _SWEDISH_POSTCODE.fullmatch(text) is not None


# ---- what one row says


class _Part:
    """One of a child's rows: its cells by what they are, and of which guardian."""

    def __init__(self, header: Header, row: Row) -> None:
        lines: dict[tuple[Kind, int], list[tuple[int, str]]] = {}
        for column in header.columns:
            text = said(row.cell(column.index), column.kind)
            lines.setdefault((column.kind, column.guardian), []).append((column.part, text))
        self.cells = {
            key: "\n".join(text for _, text in sorted(parts, key=lambda part: part[0]) if text)
            for key, parts in lines.items()
        }
        self.numbers = sorted({column.guardian for column in header.columns} - {FAMILY})
        self._spoken = {
            number: _languages(lines.get((Kind.LANGUAGE, number), [])) for number in (FAMILY, *self.numbers)
        }
        self.at = header.at(row)
        self.unused: list[LeftOut] = []
        self._emails = {column: self._used(column, row) for column in header.columns if column.kind is Kind.EMAIL}

    def text(self, kind: Kind, guardian: int) -> str:
        """Return what a cell says, "" if there is none."""
        return self.cells.get((kind, guardian), "")

    def languages(self, guardian: int) -> tuple[str, ...]:
        """Return the languages of a guardian, or the family's; () if none is filled in."""
        return self._spoken[guardian]

    def emails(self, guardian: int) -> list[Mailbox]:
        """Return the mailboxes in a guardian's column, but those that somebody else's name stands at."""
        found = [each for column, own in self._emails.items() if column.guardian == guardian for each in own]
        return [each for each in found if not _is_anothers_name(each.name, self._name(guardian))]

    def shared_emails(self) -> list[tuple[Mailbox, bool]]:
        """Return the mailboxes of no guardian's own, each with whether it may be the pupil's."""
        return [
            (each, column.part == PERHAPS_THE_PUPILS)
            for column, found in self._emails.items()
            for each in found
            if not column.guardian or each not in self.emails(column.guardian)
        ]

    def _name(self, guardian: int) -> str:
        whole = self.text(Kind.NAME, guardian)
        return whole or f"{self.text(Kind.FIRST, guardian)} {self.text(Kind.LAST, guardian)}".strip()

    def _used(self, column: Column, row: Row) -> list[Mailbox]:
        found, bad = mailboxes(row.cell(column.index))
        if bad:
            self.unused.append(LeftOut(self.at, Why.EMAIL_WRONG))
        own = [each for each in found if _is_a_pupils(each)]
        if own:
            self.unused.append(LeftOut(self.at, Why.EMAIL_OF_PUPIL))
        return [each for each in found if each not in own]

    def guardians(self, first: "_Part") -> list[Contact]:
        """Return the guardians of this row; the child's `first` says the language that it does not say."""
        return [contact for number in self.numbers for contact in self._guardian(number, first)]

    def _guardian(self, number: int, first: "_Part") -> list[Contact]:
        """Return a guardian with the first e-mail address, and each further address as somebody without a name."""
        name = self._name(number)
        if self.text(Kind.NAME, number):
            names: Sequence[str] = people(name) or ()
        else:
            names = (without_signs(name),) if name else ()
        if is_dead(name):
            return []
        told = (self.languages(number), self.languages(FAMILY), first.languages(FAMILY))
        # A yes or no where an interpreter's language is asked for names none.
        named = (each for each in told if each and normalised(each[0]) not in _YES_OR_NO)
        languages = next(named, next(filter(None, told), ("",)))
        home = address(self.cells, number)
        emails = [mailbox.address for mailbox in self.emails(number)]
        if len(names) > 1:
            nameless = [Contact("", email, languages, home) for email in emails]
            return [Contact(each, "", languages, home) for each in names] + nameless
        if not names and not emails:
            return []
        one, *more = emails or ("",)
        contact = Contact(names[0] if names else "", one, languages, home)
        return [contact, *(replace(contact, name="", email=email) for email in more)]


def _languages(parts: list[tuple[int, str]]) -> tuple[str, ...]:
    """Return the languages of those columns that are nearest the reader; each numbered one has its own."""
    told = [(part // 10, text) for part, text in sorted(parts, key=lambda part: part[0]) if text]
    if len(parts) > 1:
        told = [(nearness, text) for nearness, text in told if normalised(text) not in _YES_OR_NO] or told[:1]
    return tuple(dict.fromkeys(text for nearness, text in told if nearness == told[0][0]))


def _child(part: _Part) -> str:
    whole = part.text(Kind.CHILD, FAMILY)
    name = whole or f"{part.text(Kind.CHILD_FIRST, FAMILY)} {part.text(Kind.CHILD_LAST, FAMILY)}".strip()
    return without_signs(name)


# ---- e-mail that the list does not say whose it is


def _is_a_pupils(mailbox: Mailbox) -> bool:
    """Return whether a domain is one that schools give their pupils addresses in; .edu itself is universities'."""
    *labels, _ = mailbox.address.casefold().rpartition("@")[2].split(".")
    return not _PUPILS.isdisjoint(labels)


def _with_shared_email(
    parts: Sequence[_Part], contacts: list[Contact], child: str
) -> tuple[list[Contact], list[LeftOut]]:
    """Give the family's e-mail addresses to those whose names are in them, else to everybody in one home, unnamed.

    Where each guardian has a row, the one address on it is that guardian's. Nobody is given one by its place in the
    cell. Of several homes or languages one guardian's letter must not reach the other: then an address that nobody's
    name is in is not used, or is told no home.
    """
    unused: list[LeftOut] = []
    for part in parts:
        owned = {contact.email.casefold() for contact in contacts}
        on_row = part.guardians(parts[0])
        shared = part.shared_emails()
        for mailbox, perhaps_the_pupils in shared:
            if mailbox.address.casefold() in owned:
                continue
            whose = _owner(mailbox, [contact for contact in contacts if contact.name], child)
            if whose is False and len(parts) > 1 and len(on_row) == len(shared) == 1 and not perhaps_the_pupils:
                # Who has got an address since is the same still.
                whose = next(each for each in contacts if replace(each, email="") == replace(on_row[0], email=""))
            languages = {contact.languages for contact in contacts} or {parts[0].languages(FAMILY) or ("",)}
            homes = {contact.address for contact in contacts} or {address(part.cells, FAMILY)}
            if isinstance(whose, Contact) and not whose.email:
                contacts[contacts.index(whose)] = replace(whose, email=mailbox.address)
            elif isinstance(whose, Contact):
                contacts.append(replace(whose, name="", email=mailbox.address))
            elif whose is None or len(languages) > 1 or (perhaps_the_pupils and contacts):
                unused.append(LeftOut(part.at, Why.EMAIL_OF_WHOM))
            elif len(contacts) == 1 and not (contacts[0].email or _is_anothers_name(mailbox.name, contacts[0].name)):
                contacts[0] = replace(contacts[0], email=mailbox.address)
            else:
                home = homes.pop() if len(homes) == 1 else ()
                contacts.append(Contact("", mailbox.address, languages.pop(), home))
    return contacts, unused


def _owner(mailbox: Mailbox, contacts: Sequence[Contact], child: str) -> Contact | bool | None:
    """Return whose name is in a mailbox, None if it is the child's alone, False if it is nobody's or several's."""
    letters = set(normalised(f"{mailbox.name} {mailbox.address.partition('@')[0]}").split())
    matched = [contact for contact in contacts if _names(contact.name, letters)]
    if len(matched) == 1:
        return matched[0]
    return None if not matched and child and _names(child, letters) and contacts else False


def _is_anothers_name(name: str, guardian: str) -> bool:
    """Return whether a name at an address is somebody's, and not this guardian's."""
    words = set(normalised(name).split()) - ROLES
    return bool(words) and guardian != "" and words.isdisjoint(normalised(guardian).split())


def _names(name: str, letters: set[str]) -> bool:
    """Return whether both the first and the last of a person's names are among the words of an address."""
    words = normalised(name).split()
    return len(words) > 1 and {words[0], words[-1]} <= letters
