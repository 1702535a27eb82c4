"""Lists as Excel saves them: the value that was shown when the file was saved, never a formula worked out."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.escape import unescape

# The library's public streaming reader does not tell which rows are hidden, nor a formula from its value.
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from foraldraskolan.mail.cells import Row, Sheet, Workbook, row_of, unreadable
from foraldraskolan.problems import message

_MOST_COLUMNS = 100


def read_xlsx(path: Path) -> Workbook:
    """Return the visible sheets, with their hidden rows marked; raise ProblemsFound if the file is damaged.

    A hidden sheet is no list that anybody looks at. A hidden column is read: it is put away, not left out.
    """
    try:
        # As a stream: of a path the library asks how its name ends.
        with path.open("rb") as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what a list does not need: styles, validation, pictures
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            try:
                visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
                sheets = tuple(Sheet(sheet.title, tuple(_rows(sheet))) for sheet in visible)
            finally:
                book.close()
    except Exception:  # the library raises whatever the first wrong byte leads it to
        hint = message("Öppna den i kalkylprogrammet och spara den på nytt, eller hämta den en gång till.")
        raise unreadable(path, message("Filen är skadad."), hint) from None
    return Workbook("xlsx", sheets)


class _Parser(WorkSheetParser):  # type: ignore[misc]  # the library has no types
    """The library's reader of rows, which also notes formulas that were saved without their value."""

    uncalculated: set[int]

    def parse_row(self, row: Any) -> Any:
        self.uncalculated = set()
        return super().parse_row(row)

    def parse_cell(self, element: Any) -> Any:
        cell = super().parse_cell(element)
        # A formula that shows nothing has the type of a text.
        if cell["value"] is None and element.get("t") != "str" and element.find(FORMULA_TAG) is not None:
            self.uncalculated.add(cell["column"] - 1)
        return cell


def _rows(sheet: Any) -> Iterator[Row]:
    book = sheet.parent
    with sheet._get_source() as source:
        parser = _Parser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        for number, found in parser.parse():
            attributes = parser.row_dimensions.pop(str(number), {})
            cells = [""] * min(max((cell["column"] for cell in found), default=0), _MOST_COLUMNS)
            for cell in found:
                if cell["value"] is not None and cell["column"] <= _MOST_COLUMNS:
                    cells[cell["column"] - 1] = _shown(sheet, cell)
            row = row_of(number, cells, attributes.get("hidden") in ("1", "true"), frozenset(parser.uncalculated))
            if row:
                yield row


def _shown(sheet: Any, cell: dict[str, Any]) -> str:
    """Return a value as its reader sees it, near enough: 8.0 as 8, a number as wide as the zeros of its format."""
    match cell["value"]:
        case str(text):
            return str(unescape(text))
        case bool(value):
            return "SANT" if value else "FALSKT"
        case float(value) if not value.is_integer():
            return str(value).replace(".", ",")
        case int() | float() as value:
            zeros = str(ReadOnlyCell(sheet, **cell).number_format).replace(" ", "").replace("\\", "")
            return str(int(value)).zfill(len(zeros) if set(zeros) == {"0"} else 0)
        case datetime() as value if value.time() == time():
            return value.date().isoformat()
        case date() | time() as value:
            return value.isoformat()
        case value:
            return str(value)
