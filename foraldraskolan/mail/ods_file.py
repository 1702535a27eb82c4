"""Lists as LibreOffice saves them, in OpenDocument 1.3: the text that the cells show."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from foraldraskolan.mail.cells import Row, Sheet, Workbook, row_of, unreadable
from foraldraskolan.problems import message

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST_COLUMNS = 100  # LibreOffice repeats an empty cell to the end of the sheet
_MOST_ROWS = 1_048_576  # of any spreadsheet


def read_ods(path: Path) -> Workbook:
    """Return the sheets, with their hidden rows marked; raise ProblemsFound if the file is damaged."""
    rows: dict[str, list[Row]] = {}
    number = 0
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
            events = etree.iterparse(
                content, ("start", "end"), tag=(_TABLE + "table", _TABLE + "table-row"), resolve_entities=False
            )
            for event, element in events:
                if element.tag == _TABLE + "table":
                    if event == "start":
                        sheet = rows.setdefault(element.get(_TABLE + "name", ""), [])
                        number = 0
                elif event == "end":
                    times = int(element.get(_TABLE + "number-rows-repeated", "1"))
                    sheet.extend(_repeated(element, number + 1, min(times, _MOST_ROWS - number)))
                    number += times
                    element.clear()
    except (etree.XMLSyntaxError, zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError):
        hint = message("Öppna den i kalkylprogrammet och spara den på nytt, eller hämta den en gång till.")
        raise unreadable(path, message("Filen är skadad."), hint) from None
    return Workbook("ods", tuple(Sheet(name, tuple(found)) for name, found in rows.items()))


def _repeated(element: Any, number: int, times: int) -> Iterator[Row]:
    """Yield a row as often as it is repeated; equal rows that follow each other are written once."""
    cells: list[str] = []
    uncalculated: set[int] = set()
    for cell in element.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
        if cell.get(_TABLE + "formula") and not cell.get(_OFFICE + "value-type"):
            uncalculated.add(len(cells))
        columns = int(cell.get(_TABLE + "number-columns-repeated", "1"))
        shown = "" if cell.tag == _TABLE + "covered-table-cell" else _shown(cell)
        cells.extend([shown] * min(columns, _MOST_COLUMNS - len(cells)))
    hidden = element.get(_TABLE + "visibility", "visible") != "visible"
    first = row_of(number, cells, hidden, frozenset(uncalculated))
    if first:
        yield from (Row(number + more, first.cells, hidden, first.uncalculated) for more in range(times))


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
