"""Lists as text: CSV and tab-separated files in the encodings and with the delimiters that programs write."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from foraldraskolan.limits import HEADER_ROWS, LAST_ROW, LONGEST_ROW, MOST_CELLS_IN_A_ROW
from foraldraskolan.problems import Count, message
from foraldraskolan.spreadsheet.encoding import Encoding, encoding_of
from foraldraskolan.spreadsheet.row_limits import RowLimits, broken_text, too_large
from foraldraskolan.spreadsheet.workbook import Row, Sheet, Workbook, unreadable

Headers = Callable[[Sequence[str]], int]  # how many cells of a row are headers that are known

_DELIMITERS = ";,\t|"
_SEP_LINE = re.compile(r"sep=(.)(?:\r\n|\r|\n|$)", re.IGNORECASE)
_LONGEST_HEADER = 100  # characters; what is longer is none
_SAMPLE = 65_536  # characters
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What other programs put around every cell; a quotation mark of typewriters is the format's own.
_AROUND = ("''", "``", "´´", "””", "“”", "„”", "„“", "’’", "‘’", "»»", "«»")
_CLOSE_QUOTES = message("Leta efter ett citattecken som saknar sin andra halva, eller spara listan som .xlsx.")
_SAVE_AGAIN = message("Spara listan som Excel-arbetsbok (.xlsx) eller som CSV i UTF-8.")


def read_csv(path: Path, data: bytes, known: Headers) -> Workbook:
    """Return a text file's only sheet; a record is a row as in Excel, however many lines it is written on.

    Raises ProblemsFound if the bytes are no text, if they may be read in more than one way, or if a quotation mark is
    never closed; and if there is more than a list holds.
    """
    encoding = encoding_of(data)
    sample = _text(data, encoding).read(_SAMPLE)
    if len(_CONTROLS.findall(sample)) * 50 > len(sample):
        raise unreadable(path, message("Filen går inte att läsa som text."), _SAVE_AGAIN)
    sep = _SEP_LINE.match(sample)
    start = sep.end() if sep else 0
    delimiter = sep[1] if sep else _delimiter(sample, known)
    text = _text(data, encoding)
    text.read(start)
    around = _around(sample[start:], delimiter)
    limits = RowLimits(path)
    rows: list[Row] = []
    for number, cells in _records(path, text, delimiter):
        if len(cells) > MOST_CELLS_IN_A_ROW:
            raise limits.too_wide(number)
        if number > LAST_ROW:
            raise too_large(path)
        if any(cells):
            _expect_sound(path, number, "\n".join(cells), encoding)
            if not encoding.odd:
                inner = tuple(_inner(path, number, cell.strip(), around) for cell in cells)
                rows += limits.rows(Row(number, inner, width=len(cells)))
    return Workbook("csv", (Sheet("", tuple(rows)),), encoding.name.removesuffix("-sig"), delimiter)


def _text(data: bytes, encoding: Encoding) -> io.TextIOWrapper:
    errors = "surrogateescape" if encoding.name.startswith("utf-8") else "replace"
    return io.TextIOWrapper(io.BytesIO(data), encoding.name or "latin-1", errors, newline="")


def _delimiter(sample: str, known: Headers) -> str:
    """Return the delimiter that gives the row with the most known headers; where there are none, the most common."""
    return max(_DELIMITERS, key=lambda delimiter: (_headers(sample, delimiter, known), sample.count(delimiter)))


def _headers(sample: str, delimiter: str, known: Headers) -> int:
    rows = ([cell[:_LONGEST_HEADER] for cell in row] for row in _sampled(sample, delimiter))
    return max(map(known, rows), default=0)


def _sampled(sample: str, delimiter: str) -> Iterator[list[str]]:
    # Not strict: what is no list with this delimiter may be broken in any way.
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        yield from islice(reader, HEADER_ROWS)
    except csv.Error:
        return


def _around(sample: str, delimiter: str) -> str:
    """Return the two marks that stand around every cell, or ""."""
    cells = [cell.strip() for row in list(_sampled(sample, delimiter))[:-1] for cell in row if cell.strip()]
    for marks in _AROUND:
        if cells and all(len(cell) > 1 and cell[0] + cell[-1] == marks for cell in cells):
            return marks
    return ""


def _records(path: Path, text: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a text, counted from 1; raise ProblemsFound if one does not end."""
    number = length = 0  # of the row before, and of what is read since it ended

    def lines() -> Iterator[str]:
        nonlocal length
        while line := text.readline(LONGEST_ROW):
            length += len(line)
            if length >= LONGEST_ROW:
                what = message("Raden har över {most} tecken.", most=Count(LONGEST_ROW))
                raise unreadable(path, what, _CLOSE_QUOTES, number + 1)
            yield line

    try:
        for number, cells in enumerate(csv.reader(lines(), delimiter=delimiter, strict=True), 1):
            length = 0
            yield number, cells
    except csv.Error:
        what = message("Citattecknen går inte ihop efter den här raden.")
        raise unreadable(path, what, _CLOSE_QUOTES, number) from None


def _expect_sound(path: Path, number: int, text: str, encoding: Encoding) -> None:
    if not encoding.name and not text.isascii():
        what = message("Det går inte att avgöra vilka bokstäver raden har: filen kan läsas på flera sätt.")
        raise unreadable(path, what, _SAVE_AGAIN, number)
    if encoding.odd and encoding.odd.search(text):
        raise broken_text(path, number)


def _inner(path: Path, number: int, cell: str, around: str) -> str:
    """Return what stands within marks around a cell."""
    if not around or not cell:
        return cell
    if len(cell) < 2 or cell[0] + cell[-1] != around:
        what = message("Några celler har citattecken omkring sig, men inte alla på den här raden.")
        raise unreadable(path, what, _CLOSE_QUOTES, number)
    return cell[1:-1]
