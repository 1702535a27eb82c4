"""Lists as text: CSV and tab-separated files in the encodings and with the delimiters that programs write."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice
from pathlib import Path

from foraldraskolan.mail.cells import Row, Sheet, Workbook, row_of, unreadable
from foraldraskolan.mail.columns import recognised
from foraldraskolan.problems import message

_DELIMITERS = ";,\t|"
_SEP_LINE = re.compile(r"sep=(.)(?:\r\n|\r|\n|$)", re.IGNORECASE)
_BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
# What Windows, a Mac and "CSV (MS-DOS)" write; the same byte is å in one and another letter in the next.
_OLD_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_SWEDISH = "åäöÅÄÖ"
_LOOKED_AT = 30  # rows where a header may stand
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_csv(path: Path, data: bytes) -> Workbook:
    """Return a text file's only sheet; a record is a row as in Excel, however many lines it is written on.

    Raises ProblemsFound if the bytes are no text, or a quotation mark is never closed.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeError:
        text = "\0"
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        hint = message("Spara listan som Excel-arbetsbok (.xlsx) eller som CSV i UTF-8.")
        raise unreadable(path, message("Filen går inte att läsa som text."), hint)
    sep = _SEP_LINE.match(text)
    body = text[sep.end() :] if sep else text
    delimiter = sep[1] if sep else _delimiter(body)
    return Workbook("csv", (Sheet("", _rows(path, body, delimiter)),), encoding.removesuffix("-sig"), delimiter)


def _encoding(data: bytes) -> str:
    """Return the encoding: by the byte order mark, else UTF-16 by its zeros, else UTF-8 if it is, else an old one."""
    for bom, encoding in _BOMS.items():
        if data.startswith(bom):
            return encoding
    start = data[:8192]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 10 > len(start) // 2 and min(even, odd) * 10 < max(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return max(_OLD_ENCODINGS, key=lambda encoding: _swedish_letters(data, encoding))
    return "utf-8"


def _swedish_letters(data: bytes, encoding: str) -> int:
    text = data.decode(encoding, "replace")
    return sum(text.count(letter) for letter in _SWEDISH)


def _delimiter(text: str) -> str:
    """Return the delimiter that gives the row with the most known headers; where there are none, the most common."""
    return max(_DELIMITERS, key=lambda delimiter: (_headers(text, delimiter), text.count(delimiter)))


def _headers(text: str, delimiter: str) -> int:
    # Not strict: what is no list with this delimiter may be broken in any way.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return max((recognised(row) for row in islice(reader, _LOOKED_AT)), default=0)
    except csv.Error:
        return 0


def _rows(path: Path, text: str, delimiter: str) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    rows = []
    try:
        for number, cells in enumerate(reader, 1):
            rows.append(row_of(number, cells))
    except csv.Error:
        hint = message("Leta efter ett citattecken som saknar sin andra halva, eller spara listan som .xlsx.")
        raise unreadable(path, message("Citattecknen går inte ihop efter den här raden."), hint, number) from None
    return tuple(row for row in rows if row)
