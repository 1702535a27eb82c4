"""Which sheets of a workbook are lists, and where their headers stand: in one row, or in two that are read together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from foraldraskolan.class_list.columns import (
    CHILD,
    PEOPLE,
    PROTECTION,
    Column,
    Kind,
    known_columns,
    recognised,
    words_for_whose,
)
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.values import value_of
from foraldraskolan.limits import HEADER_ROWS
from foraldraskolan.problems import Place, Problem, ProblemsFound, did_you_mean, message, raise_found
from foraldraskolan.spreadsheet.workbook import Row, Sheet, column_name, unreadable

_STRONG = 3  # known columns of a sheet that is a list beyond doubt
_SEVERAL = (*PROTECTION, Kind.LANGUAGE, Kind.STREET, Kind.IDENTITY)  # a child may have more than one of these
_KNOWN_HEADERS = message(
    "Skriv rubriker över kolumnerna. De kan heta {names}, eller motsvarande på engelska.",
    names=(
        "Elev, Klass, Vårdnadshavare 1, Vårdnadshavare 2, E-post 1, E-post 2, Språk, Språk VH1, Språk VH2, Adress, "
        "Postnummer, Ort, Skyddade personuppgifter"
    ),
)


@dataclass(frozen=True)
class Header:
    """A list's header row, the columns that are used and the titles of those that are not.

    `name` is the sheet's where more than one is read, else "". `above` is the row of group headings that the titles
    were joined with.
    """

    sheet: Sheet
    row: Row
    columns: tuple[Column, ...]
    titles: tuple[str, ...]
    name: str = ""
    above: Row | None = None

    @cached_property
    def ignored(self) -> tuple[str, ...]:
        """Return the titles of the columns that are not used."""
        used = {column.index for column in self.columns}
        return tuple(title for index, title in enumerate(self.titles) if title and index not in used)

    @property
    def width(self) -> int:
        """Return how many columns there are up to the last that has a title."""
        return len(self.titles)

    @property
    def rows_below(self) -> list[Row]:
        """Return the rows below the header."""
        return [row for row in self.sheet.rows if row.number > self.row.number]

    def own_title(self, index: int) -> str:
        """Return a column's title, "" if it has none."""
        return self.titles[index] if index < len(self.titles) else ""

    def title(self, index: int) -> str:
        """Return a column's title, or the letters that a spreadsheet calls it by."""
        return self.own_title(index) or column_name(index)

    def has(self, *kinds: Kind) -> bool:
        """Return whether the list has a column of one of these kinds."""
        return any(column.kind in kinds for column in self.columns)

    def of(self, *kinds: Kind) -> list[Column]:
        """Return the columns of these kinds in the list's order."""
        return [column for column in self.columns if column.kind in kinds]

    def values(self, row: Row, *kinds: Kind) -> list[str]:
        """Return what a row says in the columns of these kinds."""
        return [value_of(row.cell(column.index), column.kind) for column in self.of(*kinds)]

    def at(self, row: Row) -> RowId:
        """Return a row of this list by its sheet and number."""
        return RowId(self.name, row.number)

    def place(self, path: Path, row: Row, key: str | None = None) -> Place:
        """Return where a row stands, for a problem."""
        return self.at(row).place(path, key)


def find_headers(path: Path, sheets: Sequence[Sheet], wanted: Sequence[str] = ()) -> tuple[list[Header], list[str]]:
    """Return the headers of the sheets that are lists, of those that are `wanted` by name, and the other sheets' names.

    A hidden sheet is no list that anybody looks at, and is not named.

    Raises ProblemsFound if no sheet has a header, two columns hold the same, a wanted sheet is not there, or it cannot
    be told whether a sheet beside a list is one too.
    """
    sheets = [sheet for sheet in sheets if not sheet.hidden]
    chosen = _wanted(path, sheets, wanted)
    filled = [sheet for sheet in chosen if sheet.rows]
    if not filled:
        raise unreadable(path, message("Listan är tom."), _KNOWN_HEADERS)
    headers = {sheet.name: header for sheet in filled if (header := _header(sheet))}
    if wanted:
        what = message("Bladet har ingen rubrikrad som programmet känner igen.")
        lost = [sheet.name for sheet in chosen if sheet.name not in headers]
        raise_found([Problem(what, _KNOWN_HEADERS, Place(path, sheet=name)) for name in lost])
    if not headers:
        raise unreadable(path, message("Listan har ingen rubrikrad som programmet känner igen."), _KNOWN_HEADERS)
    if not wanted:
        headers = _lists(path, headers)
    named = len(headers) > 1
    lists = [replace(header, name=name if named else "") for name, header in headers.items()]
    raise_found([problem for header in lists for problem in _twins(path, header)])
    return lists, [sheet.name for sheet in sheets if sheet.name not in headers]


def headers_beside(sheets: Sequence[Sheet]) -> tuple[list[Header], list[Sheet]]:
    """Return the headers of lists among sheets that get no letters, and the sheets that are no lists of children."""
    lists: list[Header] = []
    others: list[Sheet] = []
    for sheet in sheets:
        header = _header(sheet)
        if header and header.has(*CHILD) and _kinds(header) > 1 and not _is_overview(header):
            lists.append(replace(header, name=sheet.name))
        else:
            others.append(sheet)
    return lists, others


def _wanted(path: Path, sheets: Sequence[Sheet], wanted: Sequence[str]) -> Sequence[Sheet]:
    if not wanted:
        return sheets
    names = [sheet.name for sheet in sheets]
    if not any(names):
        raise ProblemsFound([Problem(message("Filen har inga blad."), message("Ta bort --sheet."), Place(path))])
    known, asked = {name.casefold() for name in names}, {name.casefold() for name in wanted}
    lost = [name for name in wanted if name.casefold() not in known]
    what = message("Filen har inget blad som heter {name}.")
    raise_found([Problem(what.having(name=name), did_you_mean(name, names), Place(path)) for name in lost])
    return [sheet for sheet in sheets if sheet.name.casefold() in asked]


def _lists(path: Path, headers: dict[str, Header]) -> dict[str, Header]:
    """Return the sheets that are lists; raise ProblemsFound if beside one there is another that may be one or not."""
    if len(headers) == 1:
        return headers
    people = {name: header for name, header in headers.items() if not _is_overview(header)}
    strong = {name: header for name, header in headers.items() if _kinds(header) >= _STRONG} or people
    weak = [name for name in people if name not in strong]
    if weak or not strong:
        names = ", ".join(weak or headers)
        what = message("Det går inte att säga om de här bladen är klasslistor: {names}.", names=names)
        hint = message("Välj blad med --sheet, ett eller flera: {names}.", names=", ".join(headers))
        raise ProblemsFound([Problem(what, hint, Place(path))])
    return strong


def _kinds(header: Header) -> int:
    return len({(column.kind, column.guardian) for column in header.columns})


def _is_overview(header: Header) -> bool:
    """Return whether numbers alone stand where the people should: how many they are."""
    people = header.of(*PEOPLE)
    cells = [row.cell(column.index) for row in header.rows_below for column in people]
    return people != [] and all(not cell or cell.replace(",", "").replace(".", "").isdecimal() for cell in cells)


def _header(sheet: Sheet) -> Header | None:
    """Return the header of the row with the most known titles, alone or with the group headings above it."""
    headers: list[Header] = []
    rows = sheet.rows[:HEADER_ROWS]
    for above, row in zip((None, *rows[:-1]), rows, strict=True):
        groups = above if above and above.number == row.number - 1 else None
        for group, titles in ((None, row.cells), (groups, _joined(groups, row) if groups else None)):
            if titles and recognised(titles):
                headers.append(Header(sheet, row, tuple(known_columns(titles)), titles, above=group))
    return max(headers, key=lambda header: (_kinds(header), len(header.columns)), default=None)


def _joined(group: Row, row: Row) -> tuple[str, ...] | None:
    """Return a row's titles, each after the group heading above it or to the left, or None if there are no groups."""
    headings = [text for text in group.cells if text]
    if len(headings) < 2 or not any(map(words_for_whose, headings)) or len(known_columns(row.cells)) < 2:
        return None
    joined = []
    heading = ""
    for index in range(max(len(row.cells), len(group.cells))):
        heading = group.cell(index) or heading
        own = row.cell(index)
        whose = heading if words_for_whose(heading) else ""
        joined.append(" ".join(filter(None, (whose, own))) if own or group.cell(index) else "")
    return tuple(joined)


def _twins(path: Path, header: Header) -> list[Problem]:
    """Return the problems of columns that hold the same, where a child has only one of it.

    Several that are about protection are all heeded; several languages stand in order.
    """
    first: dict[tuple[Kind, int, int], Column] = {}
    problems: list[Problem] = []
    for column in header.columns:
        if column.kind in _SEVERAL and (column.kind is not Kind.STREET or column.part):
            continue
        twin = first.setdefault((column.kind, column.guardian, column.part), column)
        if twin is not column:
            what = message("Kolumnerna {one} och {other} säger samma sak.", one=twin.title, other=column.title)
            hint = message("Skriv vems den ena är, som E-post 1 och E-post 2, eller ta bort den som inte behövs.")
            problems.append(Problem(what, hint, header.place(path, header.row)))
    return problems
