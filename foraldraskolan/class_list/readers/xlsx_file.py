"""Lists as Excel saves them: the value that was shown when the file was saved, never a formula worked out."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from foraldraskolan.class_list.readers.archive import Archive
from foraldraskolan.class_list.readers.markup import walk
from foraldraskolan.class_list.readers.merged_cells import Area, with_merged
from foraldraskolan.class_list.readers.package import (
    Book,
    Style,
    Text,
    is_true,
    local,
    named,
    read_book,
    read_strings,
    read_styles,
    related,
    shown,
    workbook_part,
)
from foraldraskolan.class_list.readers.row_limits import Reading
from foraldraskolan.class_list.readers.workbook import Row, Sheet, Workbook, trimmed
from foraldraskolan.limits import LAST_COLUMN, LAST_ROW

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.IGNORECASE)
_NotesByRow = dict[int, list[tuple[int, str]]]
_NOTES = ("comments", "threadedComment")  # what Excel calls notes, and comments that are answered


def read_xlsx(path: Path, archive: Archive) -> Workbook:
    """Return the sheets, with those that are hidden and their hidden rows marked.

    A hidden column is read: it is put away, not left out.

    Raises ProblemsFound if there is more than a list holds, and ValueError or KeyError if the file is damaged.
    """
    part = workbook_part(archive)
    book = read_book(archive, part)
    strings = [text for name in related(archive, part, "sharedStrings") for text in read_strings(archive, name)]
    styles = [style for name in related(archive, part, "styles") for style in read_styles(archive, name)]
    reading = Reading(path)
    sheets = []
    for title, name, hidden in book.sheets:
        notes = _Notes()
        for noted in related(archive, name, *_NOTES):
            with archive.open(noted) as stream:
                walk(stream, notes)
        sheet = _SheetReader(book, strings, styles, reading, notes.found)
        with archive.open(name) as stream:
            walk(stream, sheet)
        sheets.append(Sheet(title, tuple(sheet.finished()), hidden))
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


_Action = TypeVar("_Action", bound=Callable[..., None])


def _by_name(**actions: _Action) -> dict[str, _Action]:
    return {name: action for tag, action in actions.items() for name in named(tag)}


class _SheetReader:
    """Reads a sheet from its stream, one row at a time."""

    def __init__(
        self, book: Book, strings: Sequence[str], styles: Sequence[Style], reading: Reading, notes: _NotesByRow
    ) -> None:
        self._book = book
        self._strings = strings
        self._styles = styles
        self._reading = reading
        self._notes = notes
        self._rows: list[Row] = []
        self._areas: list[Area] = []
        self._number = 0
        self._hidden = False
        self._cells: dict[int, str] = {}
        self._uncalculated: set[int] = set()
        self._cell: dict[str, str] = {}  # attributes
        self._reference = ""  # of the cell before, if it has one, else its column is known
        self._column = -1
        self._formula = False
        self._text: Text | None = None

        # A sheet may hold millions of elements: which one it is must be told at once.
        self._starts = _by_name(
            c=self._begin_cell, v=self._begin_value, f=self._note_formula, row=self._begin_row, mergeCell=self._merge,
            **{"is": self._begin_string},
        )  # fmt: skip
        self._ends = _by_name(c=self._end_cell, row=self._end_row)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if begin := self._starts.get(name):
            begin(attributes)
        elif self._text:
            self._text.start(local(name))

    def text(self, text: str) -> None:
        if self._text:
            self._text.text(text)

    def end(self, name: str) -> None:
        if end := self._ends.get(name):
            end()
        elif self._text:
            self._text.end(local(name))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._text, self._formula = attributes, None, False

    def _begin_value(self, attributes: dict[str, str]) -> None:
        self._text = Text()
        self._text.start("t")

    def _begin_string(self, attributes: dict[str, str]) -> None:
        self._text = Text()

    def _note_formula(self, attributes: dict[str, str]) -> None:
        self._formula = True

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        (top, left), (bottom, right) = _place(first), _place(last or first)
        self._areas.append(Area(top, left, bottom, right))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r") or self._number + 1)
        if not self._number < number <= LAST_ROW:
            raise ValueError("a row out of order")
        self._number, self._hidden = number, is_true(attributes.get("hidden"))
        self._cells, self._uncalculated = {}, set()
        self._reference, self._column = "", -1

    def _end_cell(self) -> None:
        reference = self._cell.get("r", "")
        if not reference:
            self._column = (_place(self._reference)[1] if self._reference else self._column) + 1
        self._reference = reference
        if self._text is None and not self._formula:
            return  # it has a colour or a frame at most
        if reference:
            self._column = _place(reference)[1]
        kind = self._cell.get("t", "n")
        written = self._text.take() if self._text else ""
        if written:
            if self._column in self._cells:
                raise ValueError("two cells in one place")
            self._cells[self._column] = self._shown(kind, written)
        elif self._formula and kind != "str":  # a formula that shows nothing has the type of a text
            self._uncalculated.add(self._column)

    def _shown(self, kind: str, written: str) -> str:
        """Return what a cell shows; raise ValueError or IndexError if that cannot be told."""
        match kind:
            case "s":
                return self._strings[_index(written)]
            case "b":
                return "SANT" if is_true(written.strip()) else "FALSKT"
            case "n":
                style = _index(self._cell.get("s") or "0")
                # A workbook may do without styles.
                return shown(written, self._styles[style] if self._styles or style else Style(), self._book.from_1904)
            case "d":
                return written.removesuffix("T00:00:00")
            case _:
                return written

    def _end_row(self) -> None:
        notes = tuple(self._notes.pop(self._number, ()))
        if not self._cells and not self._uncalculated and not notes:
            return
        cells = [""] * (max(self._cells, default=-1) + 1)
        for column, shown_there in self._cells.items():
            cells[column] = shown_there
        row = Row(self._number, tuple(cells), self._hidden, frozenset(self._uncalculated), notes=notes)
        self._rows += self._reading.row(row)

    def finished(self) -> list[Row]:
        """Return the rows that hold anything, with their merged cells."""
        rows = with_merged(self._rows, self._areas, self._reading)
        for number, notes in self._notes.items():  # on rows that are not written, since nothing else stands in them
            rows += self._reading.row(Row(number, (), notes=tuple(notes)))
        return sorted(rows, key=lambda row: row.number)


def _index(written: str) -> int:
    if not written.strip().isdecimal():
        raise ValueError("not a number of a text or style")
    return int(written)


class _Notes:
    """Reads the comments on a sheet's cells, of either kind, by row: columns and texts."""

    def __init__(self) -> None:
        self.found: _NotesByRow = defaultdict(list)
        self._place = (0, 0)
        self._text = Text()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "comment" | "threadedComment":
                self._place = _place(attributes.get("ref", ""))
            case "text":
                self._text.start("t")
            case tag:
                self._text.start(tag)

    def text(self, text: str) -> None:
        self._text.text(text)

    def end(self, name: str) -> None:
        tag = local(name)
        self._text.end(tag)
        if tag in ("comment", "threadedComment"):
            row, column = self._place
            self.found[row].append((column, trimmed(self._text.take())))
