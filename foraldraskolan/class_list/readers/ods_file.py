"""Lists as LibreOffice saves them, in OpenDocument 1.3: the text that the cells show."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from foraldraskolan.class_list.readers.archive import Archive
from foraldraskolan.class_list.readers.markup import walk
from foraldraskolan.class_list.readers.merged_cells import Area, with_merged
from foraldraskolan.class_list.readers.package import Style, shown
from foraldraskolan.class_list.readers.row_limits import Reading
from foraldraskolan.class_list.readers.workbook import Row, Sheet, Workbook, trimmed
from foraldraskolan.limits import LONGEST_CELL, MOST_CELLS_IN_A_ROW

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0 "
_TABLE, _TEXT, _STYLE, _OFFICE, _DRAW = map(_NAMESPACE.format, ("table", "text", "style", "office", "drawing"))
_SHEET, _ROW, _CELL, _COVERED = (_TABLE + name for name in ("table", "table-row", "table-cell", "covered-table-cell"))
_PARAGRAPHS = (_TEXT + "p", _TEXT + "h")
_NOTE = _OFFICE + "annotation"
_BLANKS = {_TEXT + "s": " ", _TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_SPOKEN = _TEXT + "ruby-text"  # how a word is pronounced
# Where a cell without a paragraph has its value: LibreOffice writes both, others may not.
_VALUES = tuple(_OFFICE + name for name in ("string-value", "date-value", "time-value", "value", "boolean-value"))


def read_ods(path: Path, archive: Archive) -> Workbook:
    """Return the sheets, with those that are hidden and their hidden rows marked.

    A formula without a value is an empty cell: LibreOffice writes no value for a formula that shows nothing.

    Raises ProblemsFound if there is more than a list holds, and ValueError or KeyError if the file is damaged.
    """
    reader = _Reader(Reading(path))
    with archive.open("content.xml") as content:
        walk(content, reader)
    return Workbook("ods", tuple(reader.sheets))


class _Paragraphs:
    """Gathers paragraphs, a line each."""

    def __init__(self) -> None:
        self.any = False
        self._pieces: list[str] = []
        self._length = 0
        self._open = 0

    def start(self) -> None:
        """Take the start of a paragraph."""
        if self.any:
            self._pieces.append("\n")
        self.any = True
        self._open += 1

    def end(self) -> None:
        """Take the end of a paragraph."""
        self._open -= 1

    def add(self, text: str) -> None:
        """Take a piece of text; what is longer than a cell may be is not kept to its end."""
        if self._open and self._length <= LONGEST_CELL:
            self._pieces.append(text)
            self._length += len(text)

    @property
    def written(self) -> str:
        """Return the paragraphs."""
        return "".join(self._pieces)


class _Reader:
    """Reads the sheets of a document from its stream, one row at a time."""

    def __init__(self, reading: Reading) -> None:
        self.sheets: list[Sheet] = []
        self._reading = reading
        self._style = ""
        self._hiding: set[str] = set()  # names of the styles of hidden sheets; styles stand before the sheets
        self._sheet: dict[str, str] | None = None  # attributes, as those of the row and the cell
        self._rows: list[Row] = []
        self._areas: list[Area] = []
        self._number = 0
        self._row: dict[str, str] = {}
        self._cells: list[str] = []
        self._notes: list[tuple[int, str]] = []
        self._column = 0
        self._cell: dict[str, str] = {}
        self._shown = _Paragraphs()
        self._note: _Paragraphs | None = None
        self._aside = 0  # how many elements deep in what is not the cell's own text
        # A sheet may hold millions of elements: which one it is must be told at once.
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            _STYLE + "style": self._begin_style,
            _STYLE + "table-properties": self._begin_properties,
            _SHEET: self._begin_sheet,
            _ROW: self._begin_row,
            _CELL: self._begin_cell,
            _COVERED: self._begin_cell,
            _NOTE: self._begin_note,
            **dict.fromkeys(_PARAGRAPHS, self._begin_paragraph),
            **{name: partial(self._add_blank, blank) for name, blank in _BLANKS.items()},
        }
        self._ends = {
            _SHEET: self._end_sheet,
            _ROW: self._end_row,
            _CELL: self._end_shown_cell,
            _COVERED: self._end_covered_cell,
            _NOTE: self._end_note,
            **dict.fromkeys(_PARAGRAPHS, self._end_paragraph),
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._aside or name == _SPOKEN or name.startswith(_DRAW):
            self._aside += 1
        elif begin := self._starts.get(name):
            begin(attributes)

    def text(self, text: str) -> None:
        if not self._aside:
            (self._note or self._shown).add(text)

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif end := self._ends.get(name):
            end()

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get(_STYLE + "name", "")

    def _begin_properties(self, attributes: dict[str, str]) -> None:
        if attributes.get(_TABLE + "display") == "false":
            self._hiding.add(self._style)

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        if self._sheet is not None:
            raise ValueError("a sheet within a sheet")
        self._sheet, self._rows, self._areas, self._number = attributes, [], [], 0

    def _end_sheet(self) -> None:
        if self._sheet is not None:
            rows = with_merged(self._rows, self._areas, self._reading)
            hidden = self._sheet.get(_TABLE + "style-name") in self._hiding
            self.sheets.append(Sheet(self._sheet.get(_TABLE + "name", ""), tuple(rows), hidden))
        self._sheet = None

    def _begin_row(self, attributes: dict[str, str]) -> None:
        if self._sheet is None:
            raise ValueError("a row without a sheet")
        self._row, self._cells, self._notes, self._column = attributes, [], [], 0

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        if self._shown.any:
            self._shown = _Paragraphs()

    def _begin_note(self, attributes: dict[str, str]) -> None:
        self._note = _Paragraphs()

    def _end_note(self) -> None:
        if self._note:
            self._notes.append((self._column, trimmed(self._note.written)))
        self._note = None

    def _begin_paragraph(self, attributes: dict[str, str]) -> None:
        (self._note or self._shown).start()

    def _end_paragraph(self) -> None:
        (self._note or self._shown).end()

    def _add_blank(self, blank: str, attributes: dict[str, str]) -> None:
        self.text(blank)

    def _end_shown_cell(self) -> None:
        self._end_cell(self._shown.written if self._shown.any else _value(self._cell))

    def _end_covered_cell(self) -> None:
        self._end_cell("")

    def _end_cell(self, shown: str) -> None:
        if not shown and not self._cell:
            self._column += 1
            return
        times = _count(self._cell, "number-columns-repeated")
        rows, columns = _count(self._cell, "number-rows-spanned"), _count(self._cell, "number-columns-spanned")
        if shown:
            if self._column + times > MOST_CELLS_IN_A_ROW:
                raise self._reading.too_wide(self._number + 1)
            self._cells += [""] * (self._column - len(self._cells)) + [shown] * times
        if rows > 1 or columns > 1:
            top, left = self._number + 1, self._column
            self._areas.append(Area(top, left, top + rows - 1, left + columns - 1))
        self._column += times

    def _end_row(self) -> None:
        times = _count(self._row, "number-rows-repeated")
        hidden = self._row.get(_TABLE + "visibility", "visible") != "visible"
        row = Row(self._number + 1, tuple(self._cells), hidden, notes=tuple(self._notes))
        self._rows += self._reading.row(row, times)
        self._number += times


def _count(attributes: dict[str, str], name: str) -> int:
    count = int(attributes.get(_TABLE + name, "1"))
    if count < 1:
        raise ValueError("a cell or row that stands nowhere")
    return count


def _value(attributes: dict[str, str]) -> str:
    for name in _VALUES:
        if written := attributes.get(name):
            match name.rpartition(" ")[2]:
                case "value":
                    return shown(written, Style(), from_1904=False)
                case "boolean-value":
                    return "SANT" if written == "true" else "FALSKT"
                case _:
                    return written.removesuffix("T00:00:00")
    return ""
