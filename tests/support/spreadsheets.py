"""Tables written as the programs of schools write them."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from openpyxl import Workbook

Table = Sequence[Sequence[str]]
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def write_csv(path: Path, table: Table, delimiter: str, encoding: str, sep: bool = False) -> None:
    """Write a table as text, lines ended as Excel ends them."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    first = f"sep={delimiter}\r\n" if sep else ""
    path.write_bytes((first + text.getvalue()).encode(encoding))


def write_xlsx(path: Path, table: Table) -> None:
    """Write a table as an Excel workbook in which every cell is text."""
    book = Workbook()
    for number, row in enumerate(table, 1):
        for column, text in enumerate(row, 1):
            cell = book.active.cell(number, column, text or None)
            if text:
                cell.data_type = "s"  # also what begins as a formula does
    book.save(path)


def write_ods(path: Path, table: Table) -> None:
    """Write a table as the least OpenDocument spreadsheet there is."""
    rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in table)
    sheet = f'<table:table table:name="Blad1">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", _ODS)
        archive.writestr("content.xml", f"<office:document-content {_NAMESPACES}>{body}</office:document-content>")


def _cell(text: str) -> str:
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell>{paragraphs}</table:table-cell>"
