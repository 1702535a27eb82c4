"""Which column holds what: a header is read as words for whose it is and what it is, in any spelling and order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from foraldraskolan.mail.cells import Row, Sheet, plain, unreadable
from foraldraskolan.problems import Message, Problem, ProblemsFound, message

FAMILY = 0  # the column is the child's or everybody's; guardians are counted from 1


class Kind(StrEnum):
    """What a column holds."""

    CHILD = "child"
    CHILD_FIRST = "child-first"
    CHILD_LAST = "child-last"
    NAME = "name"
    FIRST = "first"
    LAST = "last"
    EMAIL = "email"
    GROUP = "group"
    LANGUAGE = "language"
    CARE_OF = "care-of"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    POSTAL = "postal"
    PROTECTED = "protected"


ADDRESS = (Kind.CARE_OF, Kind.STREET, Kind.POSTCODE, Kind.CITY, Kind.POSTAL)
CALLED = {
    Kind.CHILD: message("elevens namn"),
    Kind.CHILD_FIRST: message("elevens förnamn"),
    Kind.CHILD_LAST: message("elevens efternamn"),
    Kind.NAME: message("vårdnadshavarens namn"),
    Kind.FIRST: message("vårdnadshavarens förnamn"),
    Kind.LAST: message("vårdnadshavarens efternamn"),
    Kind.EMAIL: message("e-post"),
    Kind.GROUP: message("klass"),
    Kind.LANGUAGE: message("språk"),
    Kind.CARE_OF: message("c/o"),
    Kind.STREET: message("gatuadress"),
    Kind.POSTCODE: message("postnummer"),
    Kind.CITY: message("ort"),
    Kind.POSTAL: message("postadress"),
    Kind.PROTECTED: message("skyddade uppgifter"),
}


class _Whose(StrEnum):
    PUPIL = "pupil"
    GUARDIAN = "guardian"
    MOTHER = "mother"
    FATHER = "father"


class _Filler(StrEnum):
    FILLER = "filler"


_Word = Kind | _Whose | _Filler | int
# The words that headers are made of; spelled with marks, spaces and hyphens or without, all are one.
_SPELLINGS: dict[Kind | _Whose | _Filler, tuple[str, ...]] = {
    _Whose.PUPIL: (
        "elev", "elevs", "eleven", "elevens", "elever", "barn", "barns", "barnet", "barnets", "student", "students",
        "pupil", "pupils", "child", "childs", "children",
    ),
    _Whose.GUARDIAN: (
        "vårdnadshavare", "vårdnadshavares", "vårdnadshavaren", "vårdnadshavarens", "vårdnadshavarnas", "vårdnadsh",
        "vh", "vhs", "målsman", "målsmans", "målsmän", "förälder", "förälders", "föräldern", "förälderns", "föräldrar",
        "föräldrars", "föräldrarnas", "guardian", "guardians", "parent", "parents", "carer", "carers",
    ),
    _Whose.MOTHER: ("mamma", "mammas", "mor", "mors", "moder", "moders", "mother", "mothers"),
    _Whose.FATHER: ("pappa", "pappas", "far", "fars", "fader", "faders", "father", "fathers"),
    Kind.NAME: (
        "namn", "fullständigt namn", "för- och efternamn", "förnamn och efternamn", "förnamn efternamn",
        "efternamn förnamn", "name", "full name", "first and last name",
    ),
    Kind.FIRST: ("förnamn", "tilltalsnamn", "first name", "given name", "forename"),
    Kind.LAST: ("efternamn", "last name", "surname", "family name"),
    Kind.EMAIL: (
        "e-post", "e-postadress", "e-mail", "e-mailadress", "e-mail address", "mejl", "mejladress", "mail",
        "mailadress", "mail address", "epostadresser", "e-mails",
    ),
    Kind.GROUP: ("klass", "klassen", "klass/grupp", "grupp", "mentorsgrupp", "avdelning", "class", "group", "form"),
    Kind.LANGUAGE: (
        "språk", "språket", "modersmål", "hemspråk", "förstaspråk", "första språk", "kontaktspråk", "tolkspråk",
        "språk hemma", "språk i hemmet", "föredraget språk", "önskat språk", "talar språk", "language", "languages",
        "mother tongue", "native language", "home language", "first language", "preferred language", "spoken language",
    ),
    Kind.CARE_OF: ("c/o", "c/o-adress", "care of"),
    Kind.STREET: (
        "adress", "gatuadress", "gata", "hemadress", "bostadsadress", "utdelningsadress", "folkbokföringsadress",
        "street", "street address", "address", "home address",
    ),
    Kind.POSTCODE: ("postnummer", "postnr", "post nr", "postcode", "postal code", "zip", "zip code"),
    Kind.CITY: ("ort", "postort", "stad", "bostadsort", "city", "town", "post town"),
    Kind.POSTAL: ("postadress", "postal address", "postnummer och ort", "postnr och ort", "postnr/ort"),
    Kind.PROTECTED: (
        "skydd", "skyddad", "skyddade uppgifter", "skyddade personuppgifter", "skyddad identitet", "skyddad id",
        "skyddad folkbokföring", "skyddad adress", "sekretess", "sekretessmarkering", "sekretessmarkerad", "protected",
        "protected identity", "protected data", "protected personal data", "protected address", "confidential",
    ),
    _Filler.FILLER: ("för", "till", "nr", "of", "for", "the"),
}  # fmt: skip
_CHILDS = {Kind.NAME: Kind.CHILD, Kind.FIRST: Kind.CHILD_FIRST, Kind.LAST: Kind.CHILD_LAST}
_WHO = {Kind.CHILD, Kind.CHILD_FIRST, Kind.CHILD_LAST, Kind.NAME, Kind.FIRST, Kind.LAST, Kind.EMAIL}
_LONGEST = 60  # letters of a header; a longer text above a list is a sentence
_LOOKED_AT = 30  # rows in which a header may stand


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is used: its place counted from 0, its title as written, and what it holds, of which guardian."""

    index: int
    title: str
    kind: Kind
    guardian: int = FAMILY

    @property
    def called(self) -> Message:
        """Return what the column holds, in words without the guardian's number."""
        return CALLED[self.kind]


@dataclass(frozen=True, slots=True)
class Header:
    """A list's header row, the columns that are used and the titles of those that are not."""

    sheet: Sheet
    row: Row
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]


def _letters(title: str) -> str:
    return plain(title).replace(" ", "")


_WORDS = sorted(
    ((_letters(spelling), meaning) for meaning, spellings in _SPELLINGS.items() for spelling in spellings),
    key=lambda word: -len(word[0]),
)


@cache
def _words(letters: str) -> tuple[_Word, ...] | None:
    """Return the meanings that a header's letters spell from end to end, the longest words first, or None."""
    if not letters:
        return ()
    if letters[0].isdecimal():
        rest = _words(letters[1:])
        return None if rest is None else (int(letters[0]), *rest)
    for spelling, meaning in _WORDS:
        if letters.startswith(spelling):
            rest = _words(letters.removeprefix(spelling))
            if rest is not None:
                return (meaning, *rest)
    return None


def _column(index: int, title: str) -> Column | None:
    """Return what a header says that its column holds, or None if it is no header that is known."""
    letters = _letters(title)
    words = _words(letters) if len(letters) <= _LONGEST else None
    if not words:
        return None
    kinds = [word for word in words if isinstance(word, Kind)]
    owners = {word for word in words if isinstance(word, _Whose)}
    numbers = [word for word in words if isinstance(word, int)]
    if len(kinds) > 1 or len(numbers) > 1 or numbers == [0] or not (kinds or owners):
        return None
    kind = kinds[0] if kinds else Kind.NAME
    if owners == {_Whose.PUPIL}:
        # The pupil's own e-mail is no way to the guardians, and a second child is no column of this list.
        return None if numbers or kind is Kind.EMAIL else Column(index, title, _CHILDS.get(kind, kind))
    match [*(owners - {_Whose.PUPIL})]:  # the pupil's guardian is a guardian
        case []:
            guardian = numbers[0] if numbers else FAMILY
        case [_Whose.GUARDIAN]:
            guardian = numbers[0] if numbers else 1 if kind in _CHILDS else FAMILY
        case [_Whose.MOTHER | _Whose.FATHER as parent] if not numbers:
            guardian = 1 if parent is _Whose.MOTHER else 2
        case _:
            return None
    if kind is Kind.PROTECTED:
        guardian = FAMILY  # what one of them may not tell, the other's letter may not either
    return None if guardian and kind is Kind.GROUP else Column(index, title, kind, guardian)


def _owned(columns: list[Column]) -> list[Column]:
    """Give the names that nobody is said to have to the pupil, or to the guardian if that is what the list lacks.

    Schools' lists are of pupils. A list without guardians and classes whose only name is a whole one is of those who
    get the letter.
    """
    pupil = any(column.kind in _CHILDS.values() for column in columns)
    others = any(column.kind is Kind.GROUP or (column.kind in _CHILDS and column.guardian) for column in columns)

    def owned(column: Column) -> Column:
        if column.kind not in _CHILDS or column.guardian:
            return column
        if pupil or (column.kind is Kind.NAME and not others):
            return replace(column, guardian=1)
        return replace(column, kind=_CHILDS[column.kind])

    return [owned(column) for column in columns]


def recognised(titles: Iterable[str]) -> int:
    """Return how many cells of a row are known headers; none count unless one says who gets the letter."""
    columns = [column for index, title in enumerate(titles) if (column := _column(index, title))]
    return len(columns) if any(column.kind in _WHO for column in columns) else 0


def find_header(path: Path, sheets: Sequence[Sheet]) -> Header:
    """Return the header of the first sheet that has one; a row with one known cell will do where there is no better.

    Raises ProblemsFound if no sheet has a header, or two columns hold the same.
    """
    found = [
        (sheet, max(sheet.rows[:_LOOKED_AT], key=lambda row: recognised(row.cells))) for sheet in sheets if sheet.rows
    ]
    best = max(found, key=lambda each: min(recognised(each[1].cells), 2), default=None)
    if best is None:
        raise unreadable(path, message("Listan är tom."), _known_headers())
    sheet, row = best
    if not recognised(row.cells):
        raise unreadable(path, message("Listan har ingen rubrikrad som programmet känner igen."), _known_headers())
    known = _owned([column for index, title in enumerate(row.cells) if (column := _column(index, title))])
    used = {column.index for column in known}
    ignored = tuple(title for index, title in enumerate(row.cells) if title and index not in used)
    _refuse_twins(path, row, known)
    return Header(sheet, row, tuple(known), ignored)


def _known_headers() -> Message:
    names = (
        "Elev, Klass, Vårdnadshavare 1, Vårdnadshavare 2, E-post 1, E-post 2, Språk, Språk VH1, Språk VH2, Adress, "
        "Postnummer, Ort, Skyddade personuppgifter"
    )
    return message("Skriv rubriker över kolumnerna. De kan heta {names}, eller motsvarande på engelska.", names=names)


def _refuse_twins(path: Path, row: Row, columns: list[Column]) -> None:
    first: dict[tuple[Kind, int], Column] = {}
    problems: list[Problem] = []
    for column in columns:
        twin = first.setdefault((column.kind, column.guardian), column)
        if twin is not column:
            what = message("Kolumnerna {one} och {other} säger samma sak.", one=twin.title, other=column.title)
            hint = message("Ta bort den ena, eller skriv vems den är, som E-post 1 och E-post 2.")
            problems += unreadable(path, what, hint, row.number).problems
    if problems:
        raise ProblemsFound(problems)
