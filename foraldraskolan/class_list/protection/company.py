"""Who may live with a protected child, or be it: of one address, guardian or name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from foraldraskolan.class_list.children import ChildRows
from foraldraskolan.class_list.columns import ADDRESS, FAMILY, Kind
from foraldraskolan.class_list.protection.same_child import identities, name_of
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.email import mailboxes
from foraldraskolan.class_list.texts.names import people
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.signs import without_signs
from foraldraskolan.class_list.texts.values import value_of
from foraldraskolan.problems import Message, message

_APARTMENT = re.compile(r"\b(?:lgh|lagenhet|apt)\b ?\w*|(?<=\d) \d{4}$|(?<=\d [a-z]) \d{4}$")
_TELEPHONE = re.compile(r"(?<![\w-])(?:\+46|0046|0)(?:[ -]?(?:\(0\))?\d){7,10}(?!\w)")
_TOWN = re.compile(r"\d{3} ?\d{2}\b")


def in_company(children: Sequence[ChildRows], protected: Collection[RowId]) -> Iterator[tuple[ChildRows, Message]]:
    """Yield the others who may live with a protected child, and why; each message lacks its {rows}."""
    homes: dict[str, dict[tuple[str, str], RowId]] = defaultdict(dict)
    guardians: dict[str, RowId] = {}
    names: dict[str, dict[frozenset[str], ChildRows]] = defaultdict(dict)  # by each of their words
    for child in children:
        if child.at in protected:
            for street, postcode, flat in _homes(child, everywhere=True):
                homes[street].setdefault((postcode, flat), child.at)
            guardians |= dict.fromkeys(_guardians(child), child.at)
            name = name_of(child)
            for word in name:
                names[word][name] = child
    for child in children:
        if child.at in protected:
            continue
        for street, postcode, flat in _homes(child):
            for (code, other), row in homes.get(street, {}).items():
                if _alike(postcode, code) and _alike(flat, other):
                    yield child, message("Rad {rows} har samma adress som den skyddade rad {row}.", row=row)
        for who in _guardians(child) & guardians.keys():
            yield child, message("Rad {rows} har samma vårdnadshavare som den skyddade rad {row}.", row=guardians[who])
        name = name_of(child)
        namesakes = {
            namesake.at: namesake
            for word in name
            for other_name, namesake in names.get(word, {}).items()
            if name <= other_name or other_name <= name
        }
        for row, namesake in namesakes.items():
            if not (identities(child) and identities(namesake)):
                yield child, message("Rad {rows} har samma elevnamn som den skyddade rad {row}.", row=row)


def _alike(one: str, other: str) -> bool:
    return not one or not other or one == other


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _homes(child: ChildRows, *, everywhere: bool = False) -> set[tuple[str, str, str]]:
    """Return the homes on a child's rows: street and number, the postcode and the flat or "".

    `everywhere` takes what looks like a home in any column.
    """
    columns = child.header.of(*ADDRESS)
    homes = set()
    for row in child.rows:
        for whose in {column.guardian for column in columns} | {FAMILY}:
            own = [column for column in columns if column.guardian in (whose, FAMILY)]
            postcode = _digits("".join(row.cell(column.index) for column in own if column.kind is Kind.POSTCODE))
            lines = [row.cell(column.index) for column in own if column.kind not in (Kind.POSTCODE, Kind.CITY)]
            for line in (line for text in (row.cells if everywhere else lines) for line in re.split(r"[\n,]", text)):
                words = normalised(line)
                flat = _APARTMENT.search(words)
                street = _APARTMENT.sub("", words).replace(" ", "")
                if street and not (_TOWN.match(words) or street.isalpha() or street.isdecimal()):
                    homes.add((street, postcode, flat[0] if flat else ""))
    return homes


def _guardians(child: ChildRows) -> set[str]:
    """Return by what the guardians on a child's rows can be known again: e-mail addresses, numbers and whole names."""
    header = child.header
    marks: set[str] = set()
    for row in child.rows:
        for column in header.of(Kind.EMAIL):
            marks |= {mailbox.address.casefold() for mailbox in mailboxes(row.cell(column.index))[0]}
        names: list[str] = []
        for column in header.of(Kind.NAME):
            text = row.cell(column.index)
            names += people(value_of(text, column.kind)) or (text,)
        for number in {column.guardian for column in header.of(Kind.LAST)}:
            own = [column for column in header.of(Kind.FIRST, Kind.LAST) if column.guardian == number]
            names.append(without_signs(" ".join(value_of(row.cell(column.index), column.kind) for column in own)))
        words = (sorted(normalised(name).split()) for name in names)
        marks |= {" ".join(name) for name in words if len(name) > 1}
        marks |= {_digits(number)[-8:] for text in row.cells for number in _TELEPHONE.findall(text)}
    return marks
