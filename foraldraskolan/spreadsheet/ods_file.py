"""Lists as LibreOffice saves them, in OpenDocument 1.3: the text that the cells show."""

from collections.abc import Iterable
from pathlib import Path

from foraldraskolan.limits import MOST_CELLS_IN_A_ROW
from foraldraskolan.spreadsheet.archive import Archive
from foraldraskolan.spreadsheet.markup import START, TEXT, CellText, Event, Tags
from foraldraskolan.spreadsheet.merged_cells import Area, with_merged
from foraldraskolan.spreadsheet.numbers import Style, shown_number
from foraldraskolan.spreadsheet.row_limits import RowLimits
from foraldraskolan.spreadsheet.workbook import Row, Sheet, Workbook, trimmed

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0 "
_TABLE, _TEXT, _STYLE, _OFFICE, _DRAW = map(_NAMESPACE.format, ("table", "text", "style", "office", "drawing"))
_BLANKS = {"s": " ", "tab": "\t", "line-break": "\n"}


class _Tags(Tags):
    """Tags of what a sheet is made of; "aside" for drawings, and for how a word is pronounced."""

    def __missing__(self, name: str) -> str:
        return "aside" if name.startswith(_DRAW) else ""


_TAGS = _Tags(
    {
        **{_TABLE + name: name for name in ("table", "table-row", "table-cell", "covered-table-cell")},
        **{_TEXT + name: name for name in _BLANKS},
        **dict.fromkeys((_TEXT + "p", _TEXT + "h"), "paragraph"),
        _TEXT + "ruby-text": "aside",
        _OFFICE + "annotation": "note",
        _STYLE + "style": "style",
        _STYLE + "table-properties": "table-properties",
    }
)
# Where a cell without a paragraph has its value: LibreOffice writes both, others may not.
_VALUES = tuple(_OFFICE + name for name in ("string-value", "date-value", "time-value", "value", "boolean-value"))


def read_ods(path: Path, archive: Archive) -> Workbook:
    """Return the sheets, with those that are hidden and their hidden rows marked.

    A formula without a value is an empty cell: LibreOffice writes no value for a formula that shows nothing.

    Raises ProblemsFound if there is more than a list holds, and ValueError or KeyError if the file is damaged.
    """
    reader = _Reader(RowLimits(path))
    reader.read(archive.events("content.xml", _TAGS))
    return Workbook("ods", tuple(reader.sheets))


class _Paragraphs(CellText):
    """Gathers paragraphs, a line each; between them there is no text."""

    def __init__(self) -> None:
        super().__init__()
        self.any = False
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
        """Take a piece of text."""
        if self._open:
            super().add(text)


class _Reader:
    """Reads the sheets of a document, one row at a time."""

    def __init__(self, limits: RowLimits) -> None:
        self.sheets: list[Sheet] = []
        self._limits = limits
        self._rows: list[Row] = []
        self._areas: list[Area] = []
        self._number = 0
        self._cells: list[str] = []
        self._column = 0

    def read(self, events: Iterable[Event]) -> None:
        """Take all that a document holds; an element in what is not the cell's own text is passed over."""
        style = ""
        hiding: set[str] = set()  # names of the styles of hidden sheets; styles stand before the sheets
        sheet: dict[str, str] | None = None  # attributes, as those of the row and the cell
        row: dict[str, str] = {}
        cell: dict[str, str] = {}
        notes: list[tuple[int, str]] = []
        shown = _Paragraphs()
        note: _Paragraphs | None = None
        aside = 0  # how many elements deep in a drawing or a pronunciation
        for event, tag, attributes in events:
            if event == TEXT:
                if not aside:
                    (note or shown).add(tag)
            elif event == START:
                if aside or tag == "aside":
                    aside += 1
                elif tag in ("table-cell", "covered-table-cell"):
                    cell = attributes
                    if shown.any:
                        shown = _Paragraphs()
                elif tag == "paragraph":
                    (note or shown).start()
                elif tag == "table-row":
                    if sheet is None:
                        raise ValueError("a row without a sheet")
                    row, notes = attributes, []
                    self._cells, self._column = [], 0
                elif tag in _BLANKS:
                    (note or shown).add(_BLANKS[tag])
                elif tag == "note":
                    note = _Paragraphs()
                elif tag == "table":
                    if sheet is not None:
                        raise ValueError("a sheet within a sheet")
                    sheet = attributes
                    self._rows, self._areas, self._number = [], [], 0
                elif tag == "style":
                    style = attributes.get(_STYLE + "name", "")
                elif tag == "table-properties" and attributes.get(_TABLE + "display") == "false":
                    hiding.add(style)
            elif aside:
                aside -= 1
            elif tag == "table-cell":
                self._end_cell(cell, shown.written if shown.any else _value(cell))
            elif tag == "covered-table-cell":
                self._end_cell(cell, "")
            elif tag == "paragraph":
                (note or shown).end()
            elif tag == "table-row":
                self._end_row(row, notes)
            elif tag == "note":
                if note:
                    notes.append((self._column, trimmed(note.written)))
                note = None
            elif tag == "table":
                if sheet is not None:
                    hidden = sheet.get(_TABLE + "style-name") in hiding
                    rows = with_merged(self._rows, self._areas, self._limits)
                    self.sheets.append(Sheet(sheet.get(_TABLE + "name", ""), tuple(rows), hidden))
                sheet = None

    def _end_cell(self, cell: dict[str, str], shown: str) -> None:
        if not shown and not cell:
            self._column += 1
            return
        times = _count(cell, "number-columns-repeated")
        rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if shown:
            if self._column + times > MOST_CELLS_IN_A_ROW:
                raise self._limits.too_wide(self._number + 1)
            self._cells += [""] * (self._column - len(self._cells)) + [shown] * times
        if rows > 1 or columns > 1:
            top, left = self._number + 1, self._column
            self._areas.append(Area(top, left, top + rows - 1, left + columns - 1))
        self._column += times

    def _end_row(self, row: dict[str, str], notes: list[tuple[int, str]]) -> None:
        times = _count(row, "number-rows-repeated")
        hidden = row.get(_TABLE + "visibility", "visible") != "visible"
        self._rows += self._limits.rows(Row(self._number + 1, tuple(self._cells), hidden, notes=tuple(notes)), times)
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
                    return shown_number(written, Style(), from_1904=False)
                case "boolean-value":
                    return "SANT" if written == "true" else "FALSKT"
                case _:
                    return written.removesuffix("T00:00:00")
    return ""
