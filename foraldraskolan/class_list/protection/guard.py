"""Which children of a workbook are protected, by what says so, and which only the user can tell.

A child is protected if anything on its rows says so, on any sheet; what only may say so is a doubt, and so is everybody
who may live with a protected child. A doubt is settled by the user, and until then the child counts as protected.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from foraldraskolan.class_list.children import Body, Entry
from foraldraskolan.class_list.columns import ADDRESS, Kind
from foraldraskolan.class_list.protection.company import in_company
from foraldraskolan.class_list.protection.doubts import by_sheets, in_doubt, legends_of, named_in_texts, speaks, telling
from foraldraskolan.class_list.protection.same_child import spread
from foraldraskolan.class_list.readers.workbook import Sheet
from foraldraskolan.class_list.rows import RowId, written
from foraldraskolan.class_list.texts.marks import is_mark, says_no
from foraldraskolan.class_list.texts.protection_titles import about_protection
from foraldraskolan.class_list.texts.remarks import Spoken, is_forwarded, spoken
from foraldraskolan.class_list.texts.signs import bears, is_masked, signs_explained
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

PROTECT, NOT_PROTECTED = "--protect", "--not-protected"


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


@dataclass(frozen=True, slots=True)
class Beside:
    """What is in a workbook beside the lists that are read: lists that get no letters, and sheets that are no lists."""

    lists: tuple[Body, ...]
    sheets: tuple[Sheet, ...]


def guard(
    path: Path, bodies: Sequence[Body], beside: Beside, protect: Collection[RowId], not_protected: Collection[RowId]
) -> Guarded:
    """Return who is protected on the lists that are read, with what the user has settled about rows.

    Raises ProblemsFound if a row that is said not to be protected is so by the list.
    """
    everywhere = [*bodies, *beside.lists]
    entries = [entry for body in bodies for entry in body.entries]
    children = [entry for body in everywhere for entry in body.entries]
    told_beside = [
        *(sheet for sheet in beside.sheets if _is_about_protection(sheet)),
        *(body.header.sheet for body in beside.lists if about_protection(body.header.sheet.name)),
    ]
    by = dict(_sure(everywhere, told_beside))
    by |= {entry.at: PROTECT for entry in entries if entry.at not in by and _settled(entry, protect)}
    spread(children, by)
    _refuse(path, [entry for entry in entries if entry.at in by and _settled(entry, not_protected)])
    asked: dict[Message, list[RowId]] = {}
    for doubtful, why in _doubts(bodies, beside, told_beside, by):
        if doubtful.at not in by and not _settled(doubtful, not_protected):
            asked.setdefault(why, []).append(doubtful.at)
    # Whoever would be protected with those who may be, in one of their rows or in their home.
    worst = by | {row: PROTECT for rows in asked.values() for row in rows}
    if asked:
        known = set(worst)
        spread(children, worst)
        same = message("Rad {rows} är samma elev som en rad som det är oklart om den är skyddad.")
        also = [entry for entry in children if entry.at in worst and entry.at not in known]
        asked |= {same: [entry.at for entry in also if not _settled(entry, not_protected)]}
        worst |= {entry.at: PROTECT for entry, _ in in_company(children, worst)}
    shown = {entry.at: index for index, entry in enumerate(entries) if not entry.hidden}
    doubts = [
        Doubt(own, _with_rows(why, own))
        for why, rows in asked.items()
        if (own := tuple(dict.fromkeys(row for row in rows if row in shown)))
    ]
    doubts.sort(key=lambda doubt: shown[doubt.rows[0]])
    settled = {entry.at for entry in entries if entry.at not in by and _settled(entry, not_protected)}
    return Guarded(by, tuple(doubts), frozenset(worst.keys() - settled))


def _settled(entry: Entry, rows: Collection[RowId]) -> bool:
    return any(entry.header.at(row) in rows for row in entry.rows)


def _refuse(path: Path, contradicted: Sequence[Entry]) -> None:
    if contradicted:
        rows = written(entry.at for entry in contradicted)
        what = message("Rad {rows} är skyddad, så --not-protected gäller inte där.", rows=rows)
        raise ProblemsFound([Problem(what, message("Ändra i listan om det är fel där."), Place(path))])


def _sure(bodies: Sequence[Body], told_beside: Sequence[Sheet]) -> Iterator[tuple[RowId, str]]:
    """Yield the children who are protected beyond doubt, each with the column that says so first."""
    beside = [text for sheet in told_beside for row in sheet.rows for text in row.cells if speaks(text)]
    for body in bodies:
        texts = [*(legend.text for legend in legends_of(body)), *beside]
        explained = frozenset(sign for text in texts for sign in signs_explained(text))
        for entry in body.entries:
            source = next(_sources(entry, explained), "")
            if source:
                yield entry.at, source


def _sources(entry: Entry, explained: Collection[str]) -> Iterator[str]:
    """Yield the titles of the columns in which something says that a child is protected."""
    header = entry.header
    marks = {column.index for column in header.of(Kind.PROTECTED)}
    answers = {column.index for column in header.of(Kind.NOT_PROTECTED, Kind.PERHAPS_PROTECTED)}
    addresses = {column.index for column in header.of(*ADDRESS)}
    for row in entry.rows:
        for index, text in enumerate(row.cells):
            if index in marks:
                # Of a row that does not fit its header, what stands here may be anything.
                if not says_no(text) and (not entry.wrong or is_mark(text) or spoken(text) is not Spoken.NOT):
                    yield header.title(index)
            elif text and (
                spoken(text) is Spoken.SURELY
                or (index in addresses and (is_masked(text) or is_forwarded(text)))
                or (index not in answers and any(bears(text, sign) for sign in explained))
            ):
                yield header.title(index)
        for index in marks & row.uncalculated:
            yield header.title(index)
        for index, text in row.notes:
            if spoken(text) is Spoken.SURELY:
                yield header.title(index)


def _doubts(
    bodies: Sequence[Body], beside: Beside, told_beside: Sequence[Sheet], by: dict[RowId, str]
) -> Iterator[tuple[Entry, Message]]:
    entries = [entry for body in bodies for entry in body.entries]
    for body in bodies:
        yield from in_doubt(body, by)
    # Who may be protected by another list is the same child here, and is asked about here.
    for body in beside.lists:
        maybe = {entry.at: PROTECT for entry, _ in in_doubt(body, by)}
        spread([*body.entries, *entries], maybe)
        what = message("Bladet {sheet} säger kanske att rad {rows} är skyddad.", sheet=body.header.sheet.name)
        yield from ((entry, what) for entry in entries if entry.at in maybe)
    texts = [each for body in (*bodies, *beside.lists) for each in telling(body)]
    yield from named_in_texts(entries, texts)
    yield from in_company([*entries, *(entry for body in beside.lists for entry in body.entries)], by)
    yield from by_sheets(entries, told_beside)


def _is_about_protection(sheet: Sheet) -> bool:
    texts = (text for row in sheet.rows for text in (*row.cells, *(note for _, note in row.notes)))
    return about_protection(sheet.name) or any(map(speaks, texts))
