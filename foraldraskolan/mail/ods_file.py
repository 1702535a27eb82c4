"""Lists as LibreOffice saves them, in OpenDocument 1.3: the text that the cells show."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from foraldraskolan.mail.cells import Row, Sheet, Workbook, row_of, unreadable
from foraldraskolan.problems import message

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SHEET, _ROW = _TABLE + "table", _TABLE + "table-row"
_CELL, _COVERED = _TABLE + "table-cell", _TABLE + "covered-table-cell"
_PROPERTIES, _DISPLAY = _STYLE + "table-properties", _TABLE + "display"
_WANTED = (_PROPERTIES, _SHEET, _ROW)
_MOST_COLUMNS = 100  # LibreOffice repeats an empty cell to the end of the sheet
_MOST_ROWS = 1_048_576  # of any spreadsheet


def read_ods(path: Path) -> Workbook:
    """Return the visible sheets, with their hidden rows marked; raise ProblemsFound if the file is damaged.

    A formula without a value is an empty cell: LibreOffice writes no value for a formula that shows nothing.
    """
    sheets: list[tuple[str, list[Row]]] = []
    hiding: set[str] = set()  # names of the styles of hidden sheets; styles stand before the sheets
    number = 0
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
            for event, element in etree.iterparse(content, ("start", "end"), tag=_WANTED, resolve_entities=False):
                match event, element.tag:
                    case "start", tag if tag == _PROPERTIES and element.get(_DISPLAY) == "false":
                        hiding.add(element.getparent().get(_STYLE + "name"))
                    case "start", tag if tag == _SHEET:
                        rows: list[Row] = []
                        number = 0
                        if element.get(_TABLE + "style-name") not in hiding:
                            sheets.append((element.get(_TABLE + "name", ""), rows))
                    case "end", tag if tag == _ROW:
                        times = int(element.get(_TABLE + "number-rows-repeated", "1"))
                        rows.extend(_repeated(element, number + 1, min(times, _MOST_ROWS - number)))
                        number += times
                        element.clear()
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError):
        hint = message("Öppna den i kalkylprogrammet och spara den på nytt, eller hämta den en gång till.")
        raise unreadable(path, message("Filen är skadad."), hint) from None
    return Workbook("ods", tuple(Sheet(name, tuple(rows)) for name, rows in sheets))


def _repeated(element: Any, number: int, times: int) -> Iterator[Row]:
    """Yield a row as often as it is repeated; equal rows that follow each other are written once."""
    cells: list[str] = []
    for cell in element.iterchildren(_CELL, _COVERED):
        columns = int(cell.get(_TABLE + "number-columns-repeated", "1"))
        shown = "" if cell.tag == _COVERED else _shown(cell)
        cells.extend([shown] * min(columns, _MOST_COLUMNS - len(cells)))
    first = row_of(number, cells, element.get(_TABLE + "visibility", "visible") != "visible")
    if first:
        yield from (replace(first, number=number + more) for more in range(times))


def _shown(cell: Any) -> str:
    """Return the paragraphs that a cell itself holds; a note on it holds paragraphs of its own."""
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iterchildren(_TEXT + "p"))


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren(etree.Element):
        match child.tag:
            case tag if tag == _TEXT + "s":
                yield " "
            case tag if tag == _TEXT + "tab":
                yield "\t"
            case tag if tag == _TEXT + "line-break":
                yield "\n"
            case tag if tag == _OFFICE + "annotation":
                pass
            case _:
                yield from _pieces(child)
        yield child.tail or ""
