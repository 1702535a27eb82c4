"""Sheets to fill in, written as Excel does: what shall stay as it is may not be changed."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from foraldraskolan.record import record

_FONT = "Arial"  # every office program has it, with Arabic
_POINTS = 11
_LINE = 14.5  # points from one line to the next
_HIGHEST = 409  # points, of a row in Excel
_BROKEN = 1.15  # times as long is a text that is broken between words
_LONG_AGO = datetime(2000, 1, 1)  # the same sheet is the same bytes on any day
_ALLOWED = {
    "sort": True,
    "autofilter": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
}
_A4 = 9


@record
class Column:
    """A column of a sheet: its heading, its width in characters, whether it is filled in, how its text runs."""

    heading: str
    width: float
    is_open: bool = False
    rtl: bool = False


@record
class SheetToFill:
    """A sheet with a head; rows are as long as its columns, the first of which are `printed`, all if it is 0."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    printed: int = 0


@record
class Explanation:
    """A sheet of lines to read, the first of them its heading."""

    name: str
    lines: tuple[str, ...]


def xlsx_bytes(sheets: Sequence[SheetToFill | Explanation]) -> bytes:
    """Return an Excel workbook; every cell is text, and nothing says who made it or when."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _LONG_AGO})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.set_paper(_A4)
            if isinstance(sheet, SheetToFill):
                _write_table(book, page, sheet)
            else:
                _write_lines(book, page, sheet)
    return written.getvalue()


def _write_table(book: Workbook, page: Worksheet, sheet: SheetToFill) -> None:
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#D9E2EC", **_type()})
    last = len(sheet.columns) - 1
    for at, column in enumerate(sheet.columns):
        cell = book.add_format(
            {
                "text_wrap": True,
                "valign": "top",
                "num_format": "@",  # what looks like a number or a day stays text
                "locked": not column.is_open,
                "bg_color": "#FFFFFF" if column.is_open else "#F4F4F4",
                "border": 1,
                "border_color": "#BBBBBB",
                **({"align": "right", "reading_order": 2} if column.rtl else {"align": "left", "reading_order": 1}),
                **_type(),
            }
        )
        page.set_column(at, at, column.width, cell)
        page.write_string(0, at, column.heading, head)
        for number, row in enumerate(sheet.rows, start=1):
            if row[at]:
                page.write_string(number, at, row[at], cell)
            else:
                page.write_blank(number, at, None, cell)
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _height(row, sheet.columns))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), last)
    page.protect("", _ALLOWED)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, len(sheet.rows), (sheet.printed or len(sheet.columns)) - 1)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&C&P / &N")


def _height(row: Sequence[str], columns: Sequence[Column]) -> float:
    """Return how high a row must be for its longest cell, in points: not every program works it out."""
    lines = (
        sum(max(1, ceil(len(line) * _BROKEN / column.width)) for line in cell.split("\n"))
        for cell, column in zip(row, columns, strict=True)
    )
    return min(_HIGHEST, max(lines) * _LINE + 2)


def _write_lines(book: Workbook, page: Worksheet, sheet: Explanation) -> None:
    page.set_column(0, 0, 100)
    for number, line in enumerate(sheet.lines):
        look = book.add_format({"text_wrap": True, "valign": "top", "bold": number == 0, **_type()})
        page.write_string(number, 0, line, look)


def _type() -> dict[str, object]:
    return {"font_name": _FONT, "font_size": _POINTS}
