"""What every kind of list is read as: sheets of rows of text cells, numbered as Excel numbers them."""

import re
import unicodedata
from pathlib import Path

from foraldraskolan.problems import Message, Place, Problem, ProblemsFound
from foraldraskolan.record import record

_EQUALS = re.compile(r'="((?:[^"]|"")*)"')
_BLANKS = re.compile(r"[^\S\n]+")  # a space that does not break is a space to a reader
_AROUND_BREAKS = re.compile(r" ?\n ?")


@record
class Row:
    """A row that is not empty: its number counted from 1, its cells, and the columns whose formula has no value.

    `width` counts the cells that the row was written with, empty ones at its end too; 0 where a file does not say
    it, as a spreadsheet. `notes` are the comments on cells: the column counted from 0, and the text; a row may be
    kept for them alone. `merged` are the columns whose cell is one with the cell above; it holds the same text.
    """

    number: int
    cells: tuple[str, ...]
    hidden: bool = False
    uncalculated: frozenset[int] = frozenset()
    width: int = 0
    notes: tuple[tuple[int, str], ...] = ()
    merged: frozenset[int] = frozenset()

    def cell(self, column: int) -> str:
        """Return the text in a column counted from 0; a row may end before it."""
        return self.cells[column] if column < len(self.cells) else ""


@record
class Sheet:
    """A sheet's rows that are not empty; the only sheet of a text file has no name. Nobody sees a `hidden` one."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False


@record
class Workbook:
    """A file's sheets in order, and for text files how they were written."""

    format: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""


def trimmed(text: str) -> str:
    """Return a cell's text composed (NFC), with single spaces and newlines as line breaks, as a reader sees it."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _AROUND_BREAKS.sub("\n", _BLANKS.sub(" ", text)).strip(" \n")


def without_equals(text: str) -> str:
    """Return the text of `="01234"`, which is how a file of text tells Excel to leave a number as it is written."""
    written = _EQUALS.fullmatch(text) if text.startswith('="') else None
    return written[1].replace('""', '"') if written else text


def column_name(index: int) -> str:
    """Return the letters that a spreadsheet calls a column by, counted from 0."""
    before, letter = divmod(index, 26)
    return (column_name(before - 1) if before else "") + chr(65 + letter)


def unreadable(path: Path, what: Message, hint: Message | None = None, row: int | None = None) -> ProblemsFound:
    """Return the error that stops the reading of a whole file."""
    return ProblemsFound([Problem(what, hint, Place(path, row))])
