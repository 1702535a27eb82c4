"""Which children of a workbook are protected, by what says so, and which only the user can tell.

A child is protected if anything on its rows says so, on any sheet; what only may say so is a doubt, and so is everybody
who may live with a protected child. A doubt is settled by the user, and until then the child counts as protected.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foraldraskolan.mail.body import Body, Entry, Heading
from foraldraskolan.mail.cells import Row, Sheet, plain
from foraldraskolan.mail.columns import ADDRESS, CHILD, FAMILY, Kind
from foraldraskolan.mail.email import mailboxes
from foraldraskolan.mail.header import Header
from foraldraskolan.mail.protection import (
    Spoken,
    about_protection,
    bears,
    is_mark,
    is_masked,
    says_no,
    sign_at,
    signs_explained,
    spoken,
)
from foraldraskolan.mail.rows import RowId, written
from foraldraskolan.mail.values import said
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

PROTECT, NOT_PROTECTED = "--protect", "--not-protected"
_NAMES = (*CHILD, Kind.NAME, Kind.FIRST, Kind.LAST)
_APARTMENT = re.compile(r"\b(?:lgh|lagenhet|apt)\b ?\w*|(?<=\d) \d{4}$|(?<=\d [a-z]) \d{4}$")
_TOWN = re.compile(r"\d{3} ?\d{2}\b")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What only the user can tell: the rows that may be protected, and why; never what stands there."""

    rows: tuple[RowId, ...]
    why: Message

    def about(self, rows: Collection[RowId]) -> "Doubt | None":
        """Return the doubt about some of its rows, or None if it is about none of them."""
        left = tuple(row for row in self.rows if row in rows)
        return Doubt(left, _with_rows(self.why, left)) if left else None

    def problem(self, path: Path) -> Problem:
        """Return the doubt as what stops the letters until it is settled."""
        hint = message(
            "Skriv --protect {rows} om de ska skyddas, annars --not-protected {rows}.", rows=spelled(self.rows)
        )
        return Problem(self.why, hint, Place(path))


def _with_rows(why: Message, rows: Iterable[RowId]) -> Message:
    return Message(why.msgid, tuple((dict(why.values) | {"rows": written(rows)}).items()))


def spelled(rows: Iterable[RowId]) -> str:
    """Return rows as an option takes them."""
    return written(rows).replace("–", "-").replace(" ", "")


@dataclass(frozen=True, slots=True)
class Guarded:
    """By what each protected child is so, by its first row, and the doubts about others.

    `withheld` are the children of whom nothing may be told of where they live: they are protected, or may be.
    """

    by: dict[RowId, str]
    doubts: tuple[Doubt, ...]
    withheld: frozenset[RowId]


def guard(
    path: Path,
    bodies: Sequence[Body],
    others: Sequence[Sheet],
    protect: Collection[RowId],
    not_protected: Collection[RowId],
) -> Guarded:
    """Return who is protected, with what the user has settled about rows; `others` are the sheets that are not read.

    Raises ProblemsFound if a row that is said not to be protected is so by the list.
    """
    entries = [entry for body in bodies for entry in body.entries]
    legends = {id(body): _legends(body) for body in bodies}
    elsewhere = [sheet for sheet in others if _is_about_protection(sheet)]
    said_elsewhere = [text for sheet in elsewhere for row in sheet.rows for text in row.cells if _speaks(text)]
    by: dict[RowId, str] = {}
    for body in bodies:
        texts = [*(legend.text for legend in legends[id(body)]), *said_elsewhere]
        explained = frozenset(sign for text in texts for sign in signs_explained(text))
        for entry in body.entries:
            source = next(_surely(entry, explained), "")
            if source:
                by[entry.at] = source
    by |= {entry.at: PROTECT for entry in entries if entry.at not in by and _settled(entry, protect)}
    _spread(entries, by)
    _refuse(path, [entry for entry in entries if entry.at in by and _settled(entry, not_protected)])
    asked: dict[Message, list[RowId]] = {}
    for doubtful, why in (*_doubts(bodies, legends, by), *_by_other_sheets(entries, elsewhere)):
        if doubtful.at not in by and not _settled(doubtful, not_protected) and not doubtful.hidden:
            asked.setdefault(why, []).append(doubtful.at)
    order = {entry.at: index for index, entry in enumerate(entries)}
    doubts = [Doubt(tuple(dict.fromkeys(rows)), _with_rows(why, rows)) for why, rows in asked.items()]
    doubts.sort(key=lambda doubt: order[doubt.rows[0]])
    return Guarded(by, tuple(doubts), _withheld(entries, by, doubts))


def _withheld(entries: Sequence[Entry], by: dict[RowId, str], doubts: Sequence[Doubt]) -> frozenset[RowId]:
    """Return all who would have to be protected if every doubt were settled so."""
    at_worst = by | {row: PROTECT for doubt in doubts for row in doubt.rows}
    if doubts:
        _spread(entries, at_worst)
        at_worst |= {entry.at: PROTECT for entry, _ in _by_company(entries, at_worst)}
    return frozenset(at_worst)


def _settled(entry: Entry, rows: Collection[RowId]) -> bool:
    return any(entry.header.at(row) in rows for row in entry.rows)


def _refuse(path: Path, contradicted: Sequence[Entry]) -> None:
    if contradicted:
        rows = written(entry.at for entry in contradicted)
        what = message("Rad {rows} är skyddad, så --not-protected gäller inte där.", rows=rows)
        raise ProblemsFound([Problem(what, message("Ändra i listan om det är fel där."), Place(path))])


# ---- what is sure


def _surely(entry: Entry, explained: Collection[str]) -> Iterator[str]:
    """Yield the titles of the columns in which something says that a child is protected."""
    header = entry.header
    marks = {column.index for column in header.of(Kind.PROTECTED)}
    opposite = {column.index for column in header.of(Kind.NOT_PROTECTED, Kind.PERHAPS_PROTECTED)}
    addresses = {column.index for column in header.of(*ADDRESS)}
    for row in entry.rows:
        for index, text in enumerate(row.cells):
            if index in marks:
                # Of a row that does not fit its header, what stands here may be anything.
                if not says_no(text) and (not entry.wrong or is_mark(text) or spoken(text) is not Spoken.NOT):
                    yield header.title(index)
            elif index not in opposite and text:
                masked = index in addresses and is_masked(text)
                if masked or spoken(text) is Spoken.SURELY or any(bears(text, sign) for sign in explained):
                    yield header.title(index)
        for index in marks & row.uncalculated:
            yield header.title(index)
        for index, text in row.notes:
            if spoken(text) is Spoken.SURELY:
                yield header.title(index)


def _legends(body: Body) -> list[Heading]:
    """Return the texts about protection that are about no rows of their own: above the header, at the foot."""
    last = max((entry.at.number for entry in body.entries), default=0)
    header = body.header.row.number
    return [each for each in body.headings if _speaks(each.text) and not header < each.row.number < last]


# ---- the same child


def _spread(entries: Sequence[Entry], by: dict[RowId, str]) -> None:
    """Protect every row of a child that one row protects: the same personnummer, or the same name and class."""
    numbers = {number: by[entry.at] for entry in entries if entry.at in by for number in _identities(entry)}
    # By name and class; two children whose numbers differ are two. Where a class is missing it may be any.
    named: dict[tuple[frozenset[str], str | None], str] = {}
    unnumbered: dict[tuple[frozenset[str], str | None], str] = {}
    for entry in entries:
        if entry.at in by and (name := _name(entry)):
            for known in (named, *([] if _identities(entry) else [unnumbered])):
                known.setdefault((name, _class(entry)), by[entry.at])
                known.setdefault((name, None), by[entry.at])
    for entry in entries:
        own = _identities(entry)
        name, group = _name(entry), _class(entry)
        known = unnumbered if own else named
        sources = [numbers.get(number) for number in own]
        sources += [known.get((name, group)), known.get((name, ""))] if group else [known.get((name, None))]
        source = next(filter(None, sources), None)
        if source:
            by.setdefault(entry.at, source)


def _identities(entry: Entry) -> set[str]:
    columns = entry.header.of(Kind.IDENTITY)
    cells = (said(row.cell(column.index), column.kind) for row in entry.rows for column in columns)
    # A century or none, a hyphen or none.
    return {plain(cell).replace(" ", "")[-10:] for cell in cells if cell}


def _name(entry: Entry) -> frozenset[str]:
    columns = entry.header.of(*CHILD)
    return frozenset(
        word for column in columns for word in plain(said(entry.rows[0].cell(column.index), column.kind)).split()
    )


def _class(entry: Entry) -> str:
    columns = entry.header.of(Kind.GROUP)
    return " ".join(plain(said(entry.rows[0].cell(column.index), column.kind)) for column in columns)


# ---- what is in doubt; each message lacks its {rows} until they are known


def _doubts(
    bodies: Sequence[Body], legends: dict[int, list[Heading]], by: dict[RowId, str]
) -> Iterator[tuple[Entry, Message]]:
    for body in bodies:
        yield from _by_texts(body, legends[id(body)])
        for entry in body.entries:
            yield from ((entry, why) for why in _by_cells(entry))
    entries = [entry for body in bodies for entry in body.entries]
    yield from _by_company(entries, by)


def _by_texts(body: Body, legends: Sequence[Heading]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children that a text outside their rows may be about."""
    header = body.header
    below = message("Rad {rows} står under en rubrik om skydd.")
    whole = message("En text om skydd över eller under listan kan gälla rad {rows}.")
    sheet = message("Bladets namn handlar om skydd, och kan gälla rad {rows}.")
    about = [heading for heading in body.headings if header.row.number < heading.row.number]
    titled = about_protection(header.sheet.name)
    noted = any(_speaks(text) for index, text in header.row.notes if not _is_mark_column(header, index))
    unexplained = [
        legend
        for legend in legends
        if not any(_bears(entry.rows, signs_explained(legend.text)) for entry in body.entries)
    ]
    at = 0
    heading = ""
    for entry in body.entries:
        while at < len(about) and about[at].row.number < entry.at.number:
            heading, at = about[at].text, at + 1
        if _speaks(heading):
            yield entry, below
        if titled:
            yield entry, sheet
        if unexplained or noted:
            yield entry, whole


def _is_mark_column(header: Header, index: int) -> bool:
    return any(column.index == index for column in header.of(Kind.PROTECTED))


def _bears(rows: Sequence[Row], signs: Collection[str]) -> bool:
    return any(bears(text, sign) for row in rows for text in row.cells for sign in signs)


def _is_about_protection(sheet: Sheet) -> bool:
    texts = (text for row in sheet.rows for text in (*row.cells, *(note for _, note in row.notes)))
    return about_protection(sheet.name) or any(map(_speaks, texts))


def _speaks(text: str) -> bool:
    return spoken(text) is not Spoken.NOT


def _by_other_sheets(entries: Sequence[Entry], elsewhere: Sequence[Sheet]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children who are named on a sheet about protection that is not read; everybody, if nobody is."""
    for sheet in elsewhere:
        named = {frozenset(plain(text).split()) for row in sheet.rows for text in (*row.cells, " ".join(row.cells[:2]))}
        found = [entry for entry in entries if _name(entry) and _name(entry) in named]
        what = message("Bladet {sheet} handlar om skydd, och kan gälla rad {rows}.", sheet=sheet.name)
        yield from ((entry, what) for entry in found or entries)


def _by_cells(entry: Entry) -> Iterator[Message]:
    """Yield what on a child's own rows may say that it is protected."""
    header = entry.header
    kinds = {column.index: column.kind for column in header.columns}
    remark = message("Anmärkningen på rad {rows} kan betyda att adressen är skyddad.")
    for column in header.of(Kind.NOT_PROTECTED):
        yield message("Kolumnen {title} säger kanske vem som inte är skyddad: rad {rows}.", title=column.title)
    for row in entry.rows:
        for column in header.of(Kind.PERHAPS_PROTECTED):
            if not says_no(row.cell(column.index)) or column.index in row.uncalculated:
                yield message("Kolumnen {title} kan handla om skydd: rad {rows}.", title=column.title)
        for index, text in enumerate(row.cells):
            kind = kinds.get(index)
            if kind in _NAMES and sign_at(text):
                yield message("Ett tecken vid namnet på rad {rows} kan betyda skydd.")
            elif kind is None and not _titled(header, index) and is_mark(text):
                yield message("Ett märke på rad {rows} står i en kolumn utan rubrik.")
            elif text and _may_speak(kind, text) and spoken(text) is Spoken.PERHAPS:
                yield remark
        for _, text in row.notes:
            if spoken(text) is Spoken.PERHAPS:
                yield remark


def _titled(header: Header, index: int) -> bool:
    return index < len(header.titles) and header.titles[index] != ""


def _may_speak(kind: Kind | None, text: str) -> bool:
    """Return whether words that may be about protection are so in a column: not in names, nor within an address."""
    if kind in _NAMES or kind is Kind.EMAIL:
        return False
    return kind not in ADDRESS or (not any(each.isdecimal() for each in text) and len(text.split()) < 3)


def _by_company(entries: Sequence[Entry], by: dict[RowId, str]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children who may live with a protected one, or be it: of one address, guardian or name."""
    homes: dict[str, dict[tuple[str, str], RowId]] = defaultdict(dict)
    guardians: dict[str, RowId] = {}
    names: dict[frozenset[str], Entry] = {}
    for entry in entries:
        if entry.at in by:
            for street, postcode, flat in _homes(entry, everywhere=True):
                homes[street].setdefault((postcode, flat), entry.at)
            guardians |= dict.fromkeys(_guardians(entry), entry.at)
            names |= {_name(entry): entry} if _name(entry) else {}
    for entry in entries:
        if entry.at in by:
            continue
        for street, postcode, flat in _homes(entry):
            for (code, other), row in homes.get(street, {}).items():
                if _alike(postcode, code) and _alike(flat, other):
                    yield entry, message("Rad {rows} har samma adress som den skyddade rad {row}.", row=row)
        for who in _guardians(entry) & guardians.keys():
            yield entry, message("Rad {rows} har samma vårdnadshavare som den skyddade rad {row}.", row=guardians[who])
        namesake = names.get(_name(entry))
        if namesake and not (_identities(entry) and _identities(namesake)):
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
                words = plain(line)
                flat = _APARTMENT.search(words)
                street = _APARTMENT.sub("", words).replace(" ", "")
                if not (_TOWN.match(words) or street.isalpha() or street.isdecimal()) and street:
                    found.add((street, "".join(filter(str.isdecimal, postcodes)), flat[0] if flat else ""))
    return found


def _guardians(entry: Entry) -> set[str]:
    """Return by what the guardians on a child's rows can be known again: e-mail addresses and whole names."""
    columns = entry.header.columns
    found: set[str] = set()
    for row in entry.rows:
        for column in columns:
            text = row.cell(column.index)
            if column.kind is Kind.EMAIL:
                found |= {mailbox.address.casefold() for mailbox in mailboxes(text)[0]}
            elif column.kind is Kind.NAME:
                words = plain(said(text, column.kind)).split()
                found |= {" ".join(sorted(words))} if len(words) > 1 else set()
        for number in {column.guardian for column in columns if column.kind is Kind.LAST}:
            own = [each for each in columns if each.guardian == number and each.kind in (Kind.FIRST, Kind.LAST)]
            words = [word for each in own for word in plain(said(row.cell(each.index), each.kind)).split()]
            found |= {" ".join(sorted(words))} if len(words) > 1 else set()
    return found
