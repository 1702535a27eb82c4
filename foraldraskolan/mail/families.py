"""One row of a class list -> the family it tells of, or all that is wrong with the row."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from foraldraskolan.mail.cells import Row, hidden_character, plain
from foraldraskolan.mail.columns import ADDRESS, FAMILY, Column, Header, Kind
from foraldraskolan.mail.email import addresses, is_address
from foraldraskolan.problems import Message, Place, Problem, message

_LONGEST = 120
_LINE_BREAK = hidden_character("\n", breaks=False)
_BREAKS_ALLOWED = (*ADDRESS, Kind.EMAIL, Kind.LANGUAGE)  # a line break is a new line, or a comma
_FREE_LENGTH = (Kind.EMAIL, Kind.PROTECTED)
# Excel's errors in Swedish and English, LibreOffice's, and the fence of a number wider than its column.
_ERROR = re.compile(r"#[A-ZÅÄÖ]+(?:/[A-Z0-9]+)?[!?]|#N/A|#DIVISION/0!|#{3,}|(?:Err|Fel):\d{3}")
_SAY_NOTHING = {"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sm", "Zs"}  # categories: punctuation, the minus, the space
_UNPROTECTED = {"", "nej", "n", "no", "0", "falskt", "false", "ej", "inte", "ingen"}
_SAYS_PROTECTED = re.compile(r"skydda[dt]|sekretess|kvarskriv|protected", re.IGNORECASE)
_POSTCODE = re.compile(r"(?:SE?-)?(\d{3}) ?(\d{2})", re.IGNORECASE)

_Cells = dict[tuple[Kind, int], str]  # a row's texts by what they are, and of which guardian


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to write to: name and e-mail, either may be "", the language as written, and the address in lines."""

    name: str
    email: str
    language: str
    address: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """What one row tells: the child, its class, and those to write to, at least one; whether that is protected."""

    row: int
    child: str
    group: str
    contacts: tuple[Contact, ...]
    protected: bool = False

    def without_whereabouts(self) -> "Family":
        """Return the family as a protected one: nothing that is printed or sent tells where it lives or goes."""
        contacts = dict.fromkeys(replace(contact, address=()) for contact in self.contacts)
        return replace(self, group="", contacts=tuple(contacts), protected=True)


def read_family(path: Path, header: Header, row: Row) -> Family | list[Problem]:
    """Return the family that a row tells of, or all that is wrong there, by row and column; no value is repeated."""
    if row.cells == header.row.cells:
        return [Problem(message("Rubrikerna står en gång till."), message("Ta bort raden."), Place(path, row.number))]
    wrong = [
        Problem(what, hint, Place(path, row.number, column.title))
        for column in header.columns
        for what, hint in _wrong(column.kind, row, column.index)
    ]
    if wrong:
        return wrong
    family = _family(header, row)
    if family.child or any(contact.name or contact.email for contact in family.contacts):
        return family
    hint = message("Fyll i elev, vårdnadshavare eller e-post, eller ta bort raden.")
    return [Problem(message("Raden säger inte vem som ska få brevet."), hint, Place(path, row.number))]


def _wrong(kind: Kind, row: Row, index: int) -> Iterator[tuple[Message, Message]]:
    text = row.cell(index)
    hidden = hidden_character(text, breaks=kind in _BREAKS_ALLOWED)
    if index in row.uncalculated:
        hint = message("Öppna listan i kalkylprogrammet och spara den på nytt, eller skriv värdet i stället.")
        yield message("Cellen är en formel utan sparat värde."), hint
    elif _ERROR.fullmatch(text):
        yield message("Cellen visar ett fel från kalkylprogrammet."), message("Skriv värdet i stället för formeln.")
    elif hidden == _LINE_BREAK:
        yield message("Här är en radbrytning."), message("Skriv allt på en rad i cellen.")
    elif hidden:
        yield message("Här står ett osynligt tecken: {name}.", name=hidden), message("Skriv om hela cellen för hand.")
    elif kind is Kind.EMAIL and not all(is_address(each) for each in addresses(text)):
        hint = message("Den ska se ut som namn@exempel.se. Flera skiljs åt med semikolon.")
        yield message("E-postadressen är fel skriven."), hint
    elif kind not in _FREE_LENGTH and max(map(len, text.split("\n"))) > _LONGEST:
        what = message("Cellen har över {longest} tecken på en rad.", longest=_LONGEST)
        yield what, message("Står något annat här än det som rubriken säger? Korta texten.")


def is_protected(header: Header, row: Row) -> bool:
    """Return whether a row says that the family's whereabouts are protected.

    Whatever stands in such a column counts, unless it says no: a note that nobody foresaw must not print an address.
    Some school systems write so where the address should be, and people in any cell that is free.
    """
    return _SAYS_PROTECTED.search("\n".join(row.cells)) is not None or any(
        column.kind is Kind.PROTECTED and plain(row.cell(column.index)) not in _UNPROTECTED for column in header.columns
    )


def _family(header: Header, row: Row) -> Family:
    """Return the family of a row whose cells are well.

    A protected family (skyddade personuppgifter) still gets its letter, by name.
    """
    cells = {(column.kind, column.guardian): _filled(row, column) for column in header.columns}
    numbers = sorted({column.guardian for column in header.columns} - {FAMILY})
    contacts = [contact for number in numbers for contact in _guardian(cells, number)]
    contacts = _with_shared_email(cells, contacts)
    if not contacts:
        # Nobody is named: the letter is to the child's guardians, one for each language that they are said to have.
        spoken = [told for number in numbers if (told := cells.get((Kind.LANGUAGE, number)))]
        home = cells.get((Kind.LANGUAGE, FAMILY), "")
        contacts = [Contact("", "", told, _address(cells, FAMILY)) for told in spoken or [home]]
    family = Family(
        row.number,
        cells.get((Kind.CHILD, FAMILY)) or _joined(cells, Kind.CHILD_FIRST, Kind.CHILD_LAST, FAMILY),
        cells.get((Kind.GROUP, FAMILY), ""),
        tuple(dict.fromkeys(contacts)),
    )
    return family.without_whereabouts() if is_protected(header, row) else family


def _guardian(cells: _Cells, number: int) -> list[Contact]:
    """Return a guardian with the first e-mail address, and each further address as somebody without a name."""
    name = cells.get((Kind.NAME, number)) or _joined(cells, Kind.FIRST, Kind.LAST, number)
    language = cells.get((Kind.LANGUAGE, number)) or cells.get((Kind.LANGUAGE, FAMILY), "")
    emails = addresses(cells.get((Kind.EMAIL, number), ""))
    if not name and not emails:
        return []
    first, *more = emails or ("",)
    one = Contact(name, first, language, _address(cells, number))
    return [one, *(replace(one, name="", email=email) for email in more)]


def _with_shared_email(cells: _Cells, contacts: list[Contact]) -> list[Contact]:
    """Give the family's e-mail addresses to those who have none, in order, if it is clear whose they are.

    It is if there is one guardian, or as many addresses as guardians without, who live together. Of two homes, one
    guardian's letter must not reach the other: then nobody is said to own which, and no home is told.
    """
    owned = {contact.email.casefold() for contact in contacts}
    emails = [email for email in addresses(cells.get((Kind.EMAIL, FAMILY), "")) if email.casefold() not in owned]
    homes = {contact.address for contact in contacts} or {_address(cells, FAMILY)}
    lacking = sum(not contact.email for contact in contacts)
    if len(contacts) == 1 or (len(emails) == lacking and len(homes) == 1):
        contacts = [
            contact if contact.email or not emails else replace(contact, email=emails.pop(0)) for contact in contacts
        ]
    home = homes.pop() if len(homes) == 1 else ()
    language = cells.get((Kind.LANGUAGE, FAMILY)) or (contacts[0].language if contacts else "")
    return contacts + [Contact("", email, language, home) for email in emails]


def _filled(row: Row, column: Column) -> str:
    """Return a cell's text; a dash or other punctuation alone says that there is nothing, an emoji does not."""
    text = row.cell(column.index)
    return text if any(unicodedata.category(each) not in _SAY_NOTHING for each in text) else ""


def _joined(cells: _Cells, first: Kind, last: Kind, guardian: int) -> str:
    return f"{cells.get((first, guardian), '')} {cells.get((last, guardian), '')}".strip()


def _address(cells: _Cells, guardian: int) -> tuple[str, ...]:
    """Return a guardian's own address, or the family's if the guardian has none.

    A part that the list has no column of for this guardian is the family's. A postcode and a city alone are no address.
    """
    if not any(cells.get((kind, guardian)) for kind in ADDRESS):
        guardian = FAMILY
    part = {kind: cells.get((kind, guardian), cells.get((kind, FAMILY), "")) for kind in ADDRESS}
    care_of = part[Kind.CARE_OF]
    if care_of and not care_of.casefold().startswith("c/o"):
        care_of = f"c/o {care_of}"
    if not (care_of or part[Kind.STREET] or part[Kind.POSTAL]):
        return ()
    postcode = _POSTCODE.fullmatch(part[Kind.POSTCODE])
    town = f"{f'{postcode[1]} {postcode[2]}' if postcode else part[Kind.POSTCODE]} {part[Kind.CITY]}".strip()
    lines = "\n".join((care_of, part[Kind.STREET], part[Kind.POSTAL], town)).split("\n")
    return tuple(line for line in lines if line)
