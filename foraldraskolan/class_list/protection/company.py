"""Who may live with a protected child, or be it: of one address, guardian or name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from foraldraskolan.class_list.children import Entry
from foraldraskolan.class_list.columns import ADDRESS, FAMILY, Kind
from foraldraskolan.class_list.protection.same_child import identities, name_of
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.email import mailboxes
from foraldraskolan.class_list.texts.names import people
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.signs import without_signs
from foraldraskolan.class_list.texts.values import said
from foraldraskolan.problems import Message, message

_APARTMENT = re.compile(r"\b(?:lgh|lagenhet|apt)\b ?\w*|(?<=\d) \d{4}$|(?<=\d [a-z]) \d{4}$")
_TELEPHONE = re.compile(r"(?<![\w-])(?:\+46|0046|0)(?:[ -]?(?:\(0\))?\d){7,10}(?!\w)")
_TOWN = re.compile(r"\d{3} ?\d{2}\b")


def in_company(entries: Sequence[Entry], protected: Collection[RowId]) -> Iterator[tuple[Entry, Message]]:
    """Yield the others who may live with a protected child, and why; each message lacks its {rows}."""
    homes: dict[str, dict[tuple[str, str], RowId]] = defaultdict(dict)
    guardians: dict[str, RowId] = {}
    names: dict[str, dict[frozenset[str], Entry]] = defaultdict(dict)  # by each of their words
    for entry in entries:
        if entry.at in protected:
            for street, postcode, flat in _homes(entry, everywhere=True):
                homes[street].setdefault((postcode, flat), entry.at)
            guardians |= dict.fromkeys(_guardians(entry), entry.at)
            for word in name_of(entry):
                names[word][name_of(entry)] = entry
    for entry in entries:
        if entry.at in protected:
            continue
        for street, postcode, flat in _homes(entry):
            for (code, other), row in homes.get(street, {}).items():
                if _alike(postcode, code) and _alike(flat, other):
                    yield entry, message("Rad {rows} har samma adress som den skyddade rad {row}.", row=row)
        for who in _guardians(entry) & guardians.keys():
            yield entry, message("Rad {rows} har samma vårdnadshavare som den skyddade rad {row}.", row=guardians[who])
        name = name_of(entry)
        near = {
            each.at: each
            for word in name
            for other, each in names.get(word, {}).items()
            if name <= other or other <= name
        }
        for namesake in near.values():
            if not (identities(entry) and identities(namesake)):
                yield entry, message("Rad {rows} har samma elevnamn som den skyddade rad {row}.", row=namesake.at)


def _alike(one: str, other: str) -> bool:
    return not one or not other or one == other


def _homes(entry: Entry, *, everywhere: bool = False) -> set[tuple[str, str, str]]:
    """Return the homes on a child's rows: street and number, the postcode and the flat or "".

    `everywhere` takes what looks like a home in any column.
    """
    columns = entry.header.of(*ADDRESS)
    found = set()
    for row in entry.rows:
        for whose in {column.guardian for column in columns} | {FAMILY}:
            own = [column for column in columns if column.guardian in (whose, FAMILY)]
            postcodes = "".join(row.cell(column.index) for column in own if column.kind is Kind.POSTCODE)
            lines = [row.cell(column.index) for column in own if column.kind not in (Kind.POSTCODE, Kind.CITY)]
            for line in (part for text in (row.cells if everywhere else lines) for part in re.split(r"[\n,]", text)):
                words = normalised(line)
                flat = _APARTMENT.search(words)
                street = _APARTMENT.sub("", words).replace(" ", "")
                if not (_TOWN.match(words) or street.isalpha() or street.isdecimal()) and street:
                    found.add((street, "".join(filter(str.isdecimal, postcodes)), flat[0] if flat else ""))
    return found


def _guardians(entry: Entry) -> set[str]:
    """Return by what the guardians on a child's rows can be known again: e-mail addresses, numbers and whole names."""
    columns = entry.header.columns
    found: set[str] = set()
    for row in entry.rows:
        names: list[str] = []
        for column in columns:
            text = row.cell(column.index)
            if column.kind is Kind.EMAIL:
                found |= {mailbox.address.casefold() for mailbox in mailboxes(text)[0]}
            elif column.kind is Kind.NAME:
                names += people(said(text, column.kind)) or (text,)
        for number in {column.guardian for column in columns if column.kind is Kind.LAST}:
            own = [each for each in columns if each.guardian == number and each.kind in (Kind.FIRST, Kind.LAST)]
            names.append(without_signs(" ".join(said(row.cell(each.index), each.kind) for each in own)))
        found |= {" ".join(sorted(normalised(name).split())) for name in names if len(normalised(name).split()) > 1}
        numbers = (number for text in row.cells for number in _TELEPHONE.findall(text))
        found |= {"".join(filter(str.isdecimal, number))[-8:] for number in numbers}
    return found
