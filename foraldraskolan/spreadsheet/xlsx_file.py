"""Lists as Excel saves them: the value that was shown when the file was saved, never a formula worked out."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from foraldraskolan.limits import LAST_COLUMN, LAST_ROW
from foraldraskolan.spreadsheet.archive import Archive
from foraldraskolan.spreadsheet.markup import END, START, TEXT, Event
from foraldraskolan.spreadsheet.merged_cells import Area, with_merged
from foraldraskolan.spreadsheet.numbers import Style, shown_number
from foraldraskolan.spreadsheet.package import TAGS, Book, RichText, is_true, read_book, related
from foraldraskolan.spreadsheet.row_limits import RowLimits
from foraldraskolan.spreadsheet.workbook import Row, Sheet, Workbook, trimmed

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.IGNORECASE)
_NotesByRow = dict[int, list[tuple[int, str]]]
_NOTES = ("comments", "threadedComment")  # what Excel calls notes, and comments that are answered
_TAGS_OF_NOTES = ("comment", "threadedComment")


def read_xlsx(path: Path, archive: Archive) -> Workbook:
    """Return the sheets, with those that are hidden and their hidden rows marked.

    A hidden column is read: it is put away, not left out.

    Raises ProblemsFound if there is more than a list holds, and ValueError or KeyError if the file is damaged.
    """
    book = read_book(archive)
    limits = RowLimits(path)
    sheets = []
    for title, part, hidden in book.sheets:
        notes = _notes(archive, part)
        rows = _SheetReader(book, limits, notes).read(archive.events(part, TAGS))
        # On rows that are not written, since nothing else stands in them:
        rows += [row for number, own in notes.items() for row in limits.rows(Row(number, (), notes=tuple(own)))]
        sheets.append(Sheet(title, tuple(sorted(rows, key=lambda row: row.number)), hidden))
    return Workbook("xlsx", tuple(sheets))


def _place(reference: str) -> tuple[int, int]:
    """Return the row, counted from 1, and the column, counted from 0, of a cell such as B7."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise ValueError("a cell without a place")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    if column > LAST_COLUMN or not 0 < int(match[2]) <= LAST_ROW:
        raise ValueError("a cell beyond the sheet")
    return int(match[2]), column - 1


def _index(written: str) -> int:
    if not written.strip().isdecimal():
        raise ValueError("not a number of a text or style")
    return int(written)


def _notes(archive: Archive, sheet: str) -> _NotesByRow:
    """Return the comments on a sheet's cells, of either kind, by row: columns and texts."""
    notes: _NotesByRow = defaultdict(list)
    text = RichText()
    row = column = 0
    for part in related(archive, sheet, *_NOTES):
        for event in archive.events(part, TAGS):
            kind, tag, attributes = event
            if kind == START and tag in _TAGS_OF_NOTES:
                row, column = _place(attributes.get("ref", ""))
            elif kind == END and tag in _TAGS_OF_NOTES:
                notes[row].append((column, trimmed(text.taken())))
            elif kind == START and tag == "text":
                text.restart(taking=True)
            else:
                text.read(event)
    return notes


class _SheetReader:
    """Reads a sheet, one row at a time."""

    def __init__(self, book: Book, limits: RowLimits, notes: _NotesByRow) -> None:
        self._book = book
        self._limits = limits
        self._notes = notes  # those of rows that are read are taken out
        self._rows: list[Row] = []
        self._number = 0
        self._hidden = False
        self._cells: dict[int, str] = {}
        self._uncalculated: set[int] = set()
        self._reference = ""  # of the cell before, if it has one, else its column is known
        self._column = -1

    def read(self, events: Iterable[Event]) -> list[Row]:
        """Return the rows that hold anything, with their merged cells."""
        areas: list[Area] = []
        cell: dict[str, str] = {}  # attributes
        text = RichText()
        has_text = has_formula = False
        for event in events:
            kind, tag, attributes = event
            if kind == TEXT or not tag:
                if has_text:
                    text.read(event)
            elif kind == START and tag == "c":
                cell, has_text, has_formula = attributes, False, False
            elif kind == START and tag in ("v", "is"):
                text.restart(taking=tag == "v")
                has_text = True
            elif kind == START and tag == "f":
                has_formula = True
            elif kind == START and tag == "row":
                self._begin_row(attributes)
            elif kind == START and tag == "mergeCell":
                first, _, last = attributes.get("ref", "").partition(":")
                areas.append(Area(*_place(first), *_place(last or first)))
            elif kind == END and tag == "c":
                self._end_cell(cell, text.taken() if has_text else None, has_formula)
            elif kind == END and tag == "row":
                self._end_row()
            elif has_text:
                text.read(event)
        return with_merged(self._rows, areas, self._limits)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r") or self._number + 1)
        if not self._number < number <= LAST_ROW:
            raise ValueError("a row out of order")
        self._number, self._hidden = number, is_true(attributes.get("hidden"))
        self._cells, self._uncalculated = {}, set()
        self._reference, self._column = "", -1

    def _end_cell(self, cell: dict[str, str], written: str | None, has_formula: bool) -> None:
        reference = cell.get("r", "")
        if not reference:
            self._column = (_place(self._reference)[1] if self._reference else self._column) + 1
        self._reference = reference
        if written is None and not has_formula:
            return  # it has a colour or a frame at most
        if reference:
            self._column = _place(reference)[1]
        kind = cell.get("t", "n")
        if written:
            if self._column in self._cells:
                raise ValueError("two cells in one place")
            self._cells[self._column] = self._shown(cell, kind, written)
        elif has_formula and kind != "str":  # a formula that shows nothing has the type of a text
            self._uncalculated.add(self._column)

    def _shown(self, cell: dict[str, str], kind: str, written: str) -> str:
        """Return what a cell shows; raise ValueError or IndexError if that cannot be told."""
        match kind:
            case "s":
                return self._book.strings[_index(written)]
            case "b":
                return "SANT" if is_true(written.strip()) else "FALSKT"
            case "n":
                styles, number = self._book.styles, _index(cell.get("s") or "0")
                style = styles[number] if styles or number else Style()  # a workbook may do without styles
                return shown_number(written, style, self._book.from_1904)
            case "d":
                return written.removesuffix("T00:00:00")
            case _:
                return written

    def _end_row(self) -> None:
        notes = tuple(self._notes.pop(self._number, ()))
        if self._cells or self._uncalculated or notes:
            cells = [""] * (max(self._cells, default=-1) + 1)
            for column, shown in self._cells.items():
                cells[column] = shown
            row = Row(self._number, tuple(cells), self._hidden, frozenset(self._uncalculated), notes=notes)
            self._rows += self._limits.rows(row)
