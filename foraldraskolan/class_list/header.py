"""Which sheets of a workbook are lists, and where their headers stand: in one row, or in two that are read together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from foraldraskolan.class_list.columns import (
    CHILD,
    PROTECTION,
    Column,
    Kind,
    known_columns,
    recognised,
    words_for_whose,
)
from foraldraskolan.class_list.readers.workbook import Row, Sheet, unreadable
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.limits import HEADER_ROWS
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, did_you_mean, message

_STRONG = 3  # known columns of a sheet that is a list beyond doubt
_SEVERAL = (*PROTECTION, Kind.LANGUAGE, Kind.STREET, Kind.IDENTITY)  # a child may have more than one of these


@dataclass(frozen=True)
class Header:
    """A list's header row, the columns that are used and the titles of those that are not.

    `name` is the sheet's where more than one is read, else "". `width` is the last column with a title. `above` is the
    row of group headings that the titles were joined with.
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

    def title(self, index: int) -> str:
        """Return a column's title, or the letters that a spreadsheet calls it by."""
        title = self.titles[index] if index < len(self.titles) else ""
        return title or _letters(index)

    def has(self, *kinds: Kind) -> bool:
        """Return whether the list has a column of one of these kinds."""
        return any(column.kind in kinds for column in self.columns)

    def of(self, *kinds: Kind) -> list[Column]:
        """Return the columns of these kinds in the list's order."""
        return [column for column in self.columns if column.kind in kinds]

    def at(self, row: Row) -> RowId:
        """Return a row of this list by its sheet and number."""
        return RowId(self.name, row.number)

    def place(self, path: Path, row: Row, key: str | None = None) -> Place:
        """Return where a row stands, for a problem."""
        return self.at(row).place(path, key)


def _letters(index: int) -> str:
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(65 + letter) + name
    return name


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
        raise unreadable(path, message("Listan är tom."), _known_headers())
    found = {sheet.name: header for sheet in filled if (header := _header(sheet))}
    if wanted:
        lost = [sheet for sheet in chosen if sheet.name not in found]
        what = message("Bladet har ingen rubrikrad som programmet känner igen.")
        problems = [Problem(what, _known_headers(), Place(path, sheet=sheet.name)) for sheet in lost]
        if problems:
            raise ProblemsFound(problems)
    if not found:
        raise unreadable(path, message("Listan har ingen rubrikrad som programmet känner igen."), _known_headers())
    if not wanted:
        found = _lists(path, found)
    named = len(found) > 1
    headers = [replace(header, name=header.sheet.name if named else "") for header in found.values()]
    problems = [problem for header in headers for problem in _twins(path, header)]
    if problems:
        raise ProblemsFound(problems)
    return headers, [sheet.name for sheet in sheets if sheet.name not in found]


def headers_beside(sheets: Sequence[Sheet]) -> tuple[list[Header], list[Sheet]]:
    """Return the headers of lists among sheets that get no letters, and the sheets that are no lists of children."""
    found = [(sheet, _header(sheet)) for sheet in sheets]
    lists = [replace(header, name=sheet.name) for sheet, header in found if header and _names_children(header)]
    return lists, [sheet for sheet, header in found if not (header and _names_children(header))]


def _names_children(header: Header) -> bool:
    return header.has(*CHILD) and _kinds(header) > 1 and not _counts(header)


def _wanted(path: Path, sheets: Sequence[Sheet], wanted: Sequence[str]) -> Sequence[Sheet]:
    if not wanted:
        return sheets
    if not any(sheet.name for sheet in sheets):
        raise ProblemsFound([Problem(message("Filen har inga blad."), message("Ta bort --sheet."), Place(path))])
    names = {sheet.name.casefold(): sheet for sheet in sheets}
    problems = [
        Problem(
            message("Filen har inget blad som heter {name}.", name=name),
            did_you_mean(name, [sheet.name for sheet in sheets]),
            Place(path),
        )
        for name in wanted
        if name.casefold() not in names
    ]
    if problems:
        raise ProblemsFound(problems)
    asked = {name.casefold() for name in wanted}
    return [sheet for sheet in sheets if sheet.name.casefold() in asked]


def _lists(path: Path, found: dict[str, Header]) -> dict[str, Header]:
    """Return the sheets that are lists; raise ProblemsFound if beside one there is another that may be one or not."""
    if len(found) == 1:
        return found
    strong = {name: header for name, header in found.items() if _kinds(header) >= _STRONG}
    if not strong:
        strong = {name: header for name, header in found.items() if not _counts(header)}
    weak = [name for name, header in found.items() if name not in strong and not _counts(header)]
    if weak or not strong:
        what = message(
            "Det går inte att säga om de här bladen är klasslistor: {names}.", names=", ".join(weak or found)
        )
        hint = message("Välj blad med --sheet, ett eller flera: {names}.", names=", ".join(found))
        raise ProblemsFound([Problem(what, hint, Place(path))])
    return strong


def _kinds(header: Header) -> int:
    return len({(column.kind, column.guardian) for column in header.columns})


def _counts(header: Header) -> bool:
    """Return whether numbers alone stand where the people should: how many they are, in an overview."""
    below = [row for row in header.sheet.rows if row.number > header.row.number]
    people = header.of(*CHILD, Kind.NAME, Kind.FIRST, Kind.LAST)
    cells = [row.cell(column.index) for row in below for column in people]
    return people != [] and all(not cell or cell.replace(",", "").replace(".", "").isdecimal() for cell in cells)


def _header(sheet: Sheet) -> Header | None:
    """Return the header of the row with the most known titles, alone or with the group headings above it."""
    best: Header | None = None
    rows = sheet.rows[:HEADER_ROWS]
    for above, row in zip((None, *rows[:-1]), rows, strict=True):
        for group in (None, above):
            if group is not None and group.number != row.number - 1:
                continue
            titles = _joined(group, row) if group else row.cells
            if titles is None or not recognised(titles):
                continue
            header = Header(sheet, row, tuple(known_columns(titles)), titles, above=group)
            if best is None or _score(header) > _score(best):
                best = header
    return best


def _score(header: Header) -> tuple[int, int]:
    return _kinds(header), len(header.columns)


def _joined(group: Row, row: Row) -> tuple[str, ...] | None:
    """Return a row's titles, each after the group heading above it or to the left, or None if there are no groups."""
    headings = [text for text in group.cells if text]
    if len(headings) < 2 or not any(map(words_for_whose, headings)) or len(known_columns(row.cells)) < 2:
        return None
    joined = []
    current = ""
    for index in range(max(len(row.cells), len(group.cells))):
        current = group.cell(index) or current
        own = row.cell(index)
        told = current if words_for_whose(current) else ""
        joined.append(" ".join(filter(None, (told, own))) if own or group.cell(index) else "")
    return tuple(joined)


def _known_headers() -> Message:
    names = (
        "Elev, Klass, Vårdnadshavare 1, Vårdnadshavare 2, E-post 1, E-post 2, Språk, Språk VH1, Språk VH2, Adress, "
        "Postnummer, Ort, Skyddade personuppgifter"
    )
    return message("Skriv rubriker över kolumnerna. De kan heta {names}, eller motsvarande på engelska.", names=names)


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
