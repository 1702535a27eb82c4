"""Which column holds what: a header is read as words for whose it is and what it is, in any spelling and order."""

import re
from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, StrEnum
from functools import cache
from itertools import pairwise

from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.protection_titles import (
    about_protection,
    nearly_about_protection,
    says_the_opposite,
)
from foraldraskolan.problems import Message, message
from foraldraskolan.record import record

FAMILY = 0  # the column is the child's or everybody's; guardians are counted from 1


class Kind(Enum):
    """What a column holds, in words without the guardian's number."""

    __hash__ = object.__hash__  # each is one, and every cell is looked up by its kind

    CHILD = message("elevens namn")
    CHILD_FIRST = message("elevens förnamn")
    CHILD_LAST = message("elevens efternamn")
    NAME = message("vårdnadshavarens namn")
    FIRST = message("vårdnadshavarens förnamn")
    LAST = message("vårdnadshavarens efternamn")
    EMAIL = message("e-post")
    GROUP = message("klass")
    LANGUAGE = message("språk")
    CARE_OF = message("c/o")
    STREET = message("gatuadress")
    POSTCODE = message("postnummer")
    CITY = message("ort")
    POSTAL = message("postadress")
    COUNTRY = message("land")
    IDENTITY = message("personnummer")
    PROTECTED = message("skyddade uppgifter")
    PERHAPS_PROTECTED = message("kanske skyddade uppgifter")
    NOT_PROTECTED = message("vem som inte är skyddad")


ADDRESS = (Kind.CARE_OF, Kind.STREET, Kind.POSTCODE, Kind.CITY, Kind.POSTAL, Kind.COUNTRY)
CHILD = (Kind.CHILD, Kind.CHILD_FIRST, Kind.CHILD_LAST)
PEOPLE = (*CHILD, Kind.NAME, Kind.FIRST, Kind.LAST)
PROTECTION = (Kind.PROTECTED, Kind.PERHAPS_PROTECTED, Kind.NOT_PROTECTED)
WHEREABOUTS = (*ADDRESS, *PROTECTION, Kind.GROUP, Kind.IDENTITY)  # what tells, or may tell, where somebody lives


class _Whose(StrEnum):
    PUPIL = "pupil"
    GUARDIAN = "guardian"
    MOTHER = "mother"
    FATHER = "father"
    NOBODY = "nobody"


@record
class _Nuance:
    """A kind said more closely: how far a language is from the reader's own, an address that is a line of one."""

    kind: Kind
    part: int


_LINE = _Nuance(Kind.STREET, 1)
_SPOKEN, _AT_HOME, _ANY_LANGUAGE, _FIRST_LANGUAGE = 10, 20, 30, 40  # the numbers of columns are added: Modersmål 2
_Word = Kind | _Nuance | _Whose | int
# The words that headers are made of; spelled with marks, spaces and hyphens or without, all are one.
_SPELLINGS: dict[Kind | _Nuance | _Whose, tuple[str, ...]] = {
    _Whose.PUPIL: (
        "elev", "elevs", "eleven", "elevens", "elever", "barn", "barns", "barnet", "barnets", "student", "students",
        "pupil", "pupils", "child", "childs", "children",
    ),
    _Whose.GUARDIAN: (
        "vårdnadshavare", "vårdnadshavares", "vårdnadshavaren", "vårdnadshavarens", "vårdnadshavarnas", "vårdnadsh",
        "vh", "vhs", "målsman", "målsmans", "målsmän", "förälder", "förälders", "föräldern", "förälderns", "föräldrar",
        "föräldrars", "föräldrarnas", "guardian", "guardians", "parent", "parents", "carer", "carers",
        "ditt", "din", "your",  # a form asks whoever fills it in
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
    _Nuance(Kind.LANGUAGE, _SPOKEN): (
        "kontaktspråk", "tolkspråk", "föredraget språk", "önskat språk", "önskat kontaktspråk", "brevspråk",
        "preferred language", "contact language", "interpreter language",
    ),
    _Nuance(Kind.LANGUAGE, _AT_HOME): ("hemspråk", "språk hemma", "språk i hemmet", "home language"),
    _Nuance(Kind.LANGUAGE, _ANY_LANGUAGE): (
        "språk", "språket", "talar språk", "talat språk", "language", "languages", "spoken language",
    ),
    _Nuance(Kind.LANGUAGE, _FIRST_LANGUAGE): (
        "modersmål", "förstaspråk", "första språk", "mother tongue", "native language", "first language",
    ),
    Kind.CARE_OF: ("c/o", "c/o-adress", "care of"),
    Kind.STREET: (
        "adress", "gatuadress", "gata", "hemadress", "bostadsadress", "folkbokföringsadress", "street",
        "street address", "address", "home address",
    ),
    _LINE: ("utdelningsadress", "adressrad", "adresslinje", "gatuadress rad", "adress rad", "address line"),
    Kind.POSTCODE: ("postnummer", "postnr", "post nr", "postcode", "postal code", "zip", "zip code"),
    Kind.CITY: ("ort", "postort", "stad", "bostadsort", "city", "town", "post town"),
    Kind.POSTAL: ("postadress", "postal address", "postnummer och ort", "postnr och ort", "postnr/ort"),
    Kind.COUNTRY: ("land", "country", "adressland"),
    Kind.IDENTITY: (
        "personnummer", "personnr", "person nr", "pnr", "personid", "födelsenummer", "samordningsnummer", "elevid",
        "elevnummer", "elevnr", "studentid", "pupil id", "personal number",
    ),
    _Whose.NOBODY: ("för", "till", "nr", "of", "for", "the", "uppgifter", "kontakt", "kontaktuppgifter"),
}  # fmt: skip
_CHILDS = {Kind.NAME: Kind.CHILD, Kind.FIRST: Kind.CHILD_FIRST, Kind.LAST: Kind.CHILD_LAST}
_WHO = (*PEOPLE, Kind.EMAIL)
_TOWN = (Kind.POSTCODE, Kind.CITY, Kind.POSTAL)
_GUARDIANS, PERHAPS_THE_PUPILS = 1, 2  # parts of an e-mail column of the family's: who is said, or seems, to have it
_QUESTION = 4  # words
_LANGUAGE_WORDS = {"sprak", "spraket", "language"}
_SUBJECT_WORDS = {"moderna", "modernt", "val", "valt", "studerar", "laser", "betyg", "frammande", "amne", "studies"}
# The same title in another script stands beside the Swedish one, for those who read that.
_OTHER_SCRIPT = re.compile(r"(?:(?!\d)[\u0370-\u1dff\u2c00-\ua71f\uaa00-\ufefc])+")
_LONGEST = 60  # letters of a header; a longer text above a list is a sentence


@record
class Column:
    """A column that is used: its place counted from 0, its title as written, and what it holds, of which guardian.

    `part` orders the columns that tell of one thing together: the lines of an address, and languages from the one that
    the reader is said to want to the one that the child learned first.
    """

    index: int
    title: str
    kind: Kind
    guardian: int = FAMILY
    part: int = 0

    @property
    def called(self) -> Message:
        """Return what the column holds, in words without the guardian's number."""
        return self.kind.value


def _letters(title: str) -> str:
    return normalised(title).replace(" ", "")


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


@record
class _Title:
    """What a header says by itself: what the column holds, whose it is if it says so, and its number."""

    kind: Kind
    part: int = 0
    pupil: bool = False
    guardian: int = FAMILY
    number: int = 0


@cache
def _title(title: str) -> _Title | None:
    """Return what a header says by itself, or None if it is none that is known."""
    if says_the_opposite(title):
        return _Title(Kind.NOT_PROTECTED)
    if about_protection(title):
        return _Title(Kind.PROTECTED)
    letters = _letters(_OTHER_SCRIPT.sub(" ", title))
    if _letters(title) and not letters:
        return _Title(Kind.PERHAPS_PROTECTED)  # nobody here can read what the column is for
    words = _words(letters) if len(letters) <= _LONGEST else None
    if not words:
        if _asks_for_language(title):
            return _Title(Kind.LANGUAGE, _ANY_LANGUAGE)
        return _Title(Kind.PERHAPS_PROTECTED) if nearly_about_protection(title) else None
    kinds = [*dict.fromkeys(word for word in words if isinstance(word, Kind | _Nuance))]  # "Klass/Class" is one
    owners = {word for word in words if isinstance(word, _Whose)} - {_Whose.NOBODY}
    numbers = [word for word in words if isinstance(word, int)]
    if len(kinds) > 1 or 0 in numbers or not (kinds or owners):
        return None
    called = kinds[0] if kinds else Kind.NAME
    kind, part = (called.kind, called.part) if isinstance(called, _Nuance) else (called, 0)
    numbered = [after for word, after in pairwise(words) if word in owners and isinstance(after, int)]
    if len(numbers) > 1 and (len(numbers) > 2 or len(numbered) != 1 or kind is not Kind.STREET):
        return None
    if owners == {_Whose.PUPIL}:
        # The pupil's own e-mail is no way to the guardians, and a second child is no column of this list.
        return None if numbered or kind is Kind.EMAIL else _Title(kind, part, pupil=True, number=sum(numbers))
    match [*(owners - {_Whose.PUPIL})]:  # the pupil's guardian is a guardian
        case []:
            return _Title(kind, part, number=sum(numbers))
        case [_Whose.GUARDIAN]:
            line = part if called == _LINE else len(numbers) - 1
            if numbers and line <= 0:
                return _Title(kind, part, guardian=numbers[0])
            if kind is Kind.STREET and numbers:
                own = numbered[0] if numbered else 1
                return _Title(kind, guardian=own, part=sum(numbers) - sum(numbered))
            # A language or e-mail without a number is that of both.
            part = _GUARDIANS if kind is Kind.EMAIL else part
            return _Title(kind, part, guardian=1 if kind in _CHILDS else FAMILY)
        case [_Whose.MOTHER | _Whose.FATHER as parent] if not numbers:
            return _Title(kind, part, guardian=1 if parent is _Whose.MOTHER else 2)
    return None


def _asks_for_language(title: str) -> bool:
    """Return whether a title is a question about the family's language, and not about a subject of the pupil's."""
    words = normalised(title).split()
    return len(words) >= _QUESTION and not _LANGUAGE_WORDS.isdisjoint(words) and _SUBJECT_WORDS.isdisjoint(words)


def known_columns(titles: Iterable[str]) -> list[Column]:
    """Return the columns whose titles are known, each read in the company of the others."""
    known = [(index, title, meaning) for index, title in enumerate(titles) if (meaning := _title(title))]
    shared_town = any(meaning.kind in _TOWN and not meaning.guardian and not meaning.number for _, _, meaning in known)
    read = (_column(index, title, meaning, shared_town=shared_town) for index, title, meaning in known)
    return _towns(_of_families(_owned([column for column in read if column])))


def _column(index: int, title: str, meaning: _Title, *, shared_town: bool) -> Column | None:
    """Return a column of the child's, the family's or a guardian's.

    A number by itself is a guardian's, but not of what a child has several of, languages, nor of the lines of an
    address that has one town.
    """
    kind, part, guardian = meaning.kind, meaning.part, meaning.guardian
    if meaning.pupil:
        if meaning.number and kind is not Kind.LANGUAGE:
            return None
        return Column(index, title, _CHILDS.get(kind, kind), FAMILY, part + meaning.number)
    if guardian:
        return None if kind in (Kind.GROUP, Kind.IDENTITY) else Column(index, title, kind, guardian, part)
    if not meaning.number or kind in PROTECTION:
        return Column(index, title, kind, FAMILY, part)
    if kind is Kind.LANGUAGE:
        return Column(index, title, kind, FAMILY, part + meaning.number)
    if (kind is Kind.STREET and (part or shared_town)) or (kind is Kind.POSTAL and shared_town):
        return Column(index, title, Kind.STREET, FAMILY, meaning.number)
    if kind in (Kind.GROUP, Kind.IDENTITY, Kind.COUNTRY):
        return None
    return Column(index, title, kind, meaning.number, part)


def _owned(columns: list[Column]) -> list[Column]:
    """Give the names that nobody is said to have to the pupil, or to the guardian if that is what the list lacks.

    Schools' lists are of pupils. A list without guardians and classes whose only name is a whole one is of those who
    get the letter.
    """
    pupil = any(column.kind in CHILD for column in columns)
    others = any(column.kind is Kind.GROUP or (column.kind in _CHILDS and column.guardian) for column in columns)
    owned = []
    for column in columns:
        if column.kind in _CHILDS and not column.guardian:
            is_guardians = pupil or (column.kind is Kind.NAME and not others)
            column = replace(column, guardian=1) if is_guardians else replace(column, kind=_CHILDS[column.kind])
        owned.append(column)
    return owned


def _of_families(columns: list[Column]) -> list[Column]:
    """Leave out an e-mail column among the pupil's own where guardians have theirs, and a country of no address."""
    pupils = [column.index for column in columns if column.kind in CHILD]
    guardians = [column.index for column in columns if column.guardian and column.kind in _CHILDS]
    among_the_pupils = range(min(pupils) + 1, min(guardians)) if pupils and guardians else ()
    theirs = any(column.kind is Kind.EMAIL and (column.guardian or column.part == _GUARDIANS) for column in columns)
    has_address = any(column.kind in (Kind.STREET, *_TOWN) for column in columns)
    kept = []
    for column in columns:
        if column.kind is Kind.COUNTRY and not has_address:
            continue
        if column.kind is Kind.EMAIL and not (column.guardian or column.part) and column.index in among_the_pupils:
            if theirs:
                continue
            column = replace(column, part=PERHAPS_THE_PUPILS)
        kept.append(column)
    return kept


def _towns(columns: list[Column]) -> list[Column]:
    """Read Postadress as the town beside a postcode, as it is in Swedish registers where nothing else is the town."""
    held = {(column.kind, column.guardian) for column in columns}
    return [
        replace(column, kind=Kind.CITY)
        if column.kind is Kind.POSTAL
        and (Kind.POSTCODE, column.guardian) in held
        and (Kind.CITY, column.guardian) not in held
        else column
        for column in columns
    ]


def recognised(titles: Iterable[str]) -> int:
    """Return how many cells of a row are known headers; none count unless one says who gets the letter."""
    kinds = [meaning.kind for title in titles if (meaning := _title(title))]
    return len(kinds) if any(kind in _WHO for kind in kinds) else 0


def words_for_whose(title: str) -> bool:
    """Return whether a title says whose the columns below it are, or that they are about protection."""
    meaning = _title(title)
    return meaning is not None and (
        meaning.kind in (*PROTECTION, Kind.STREET, Kind.EMAIL) or meaning.pupil or meaning.guardian != FAMILY
    )
