"""The rows of a list as they are read: none beyond the limits, none with broken text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from foraldraskolan.limits import LONGEST_CELL, MOST_CELLS, MOST_CELLS_IN_A_ROW, MOST_LETTERS, MOST_ROWS
from foraldraskolan.problems import Count, Message, ProblemsFound, message
from foraldraskolan.spreadsheet.broken import is_broken, is_piled
from foraldraskolan.spreadsheet.workbook import Row, trimmed, unreadable, without_equals

_COPY_ROWS = message("Kopiera listans rader till ett nytt kalkylblad och spara det.")


class TooMuch(Exception):
    """A part of a file is longer than any list's is."""


class RowLimits:
    """Counts what is read of one file, and makes rows of it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._row_count = 0
        self._cell_count = 0
        self._letter_count = 0

    def rows(self, row: Row, times: int = 1) -> list[Row]:
        """Return a row with its cells trimmed as often as it is repeated below itself; [] if nothing stands in it.

        Raises ProblemsFound if there is more of the list than a list has, or its text is broken.
        """
        cells = row.cells
        end = len(cells)
        while end and not cells[end - 1]:
            end -= 1
        if end > MOST_CELLS_IN_A_ROW or row.width > MOST_CELLS_IN_A_ROW:
            raise self.too_wide(row.number)
        notes = [note for _, note in row.notes]
        if max(map(len, (*cells, *notes)), default=0) > LONGEST_CELL:
            raise self._stop(message("En cell på raden har över {most} tecken.", most=Count(LONGEST_CELL)), row.number)
        # As they are written: what is trimmed has lost its tracks, and what is piled up takes minutes to compose.
        if is_broken("\n".join((*cells[:end], *notes))) or any(map(is_piled, (*cells, *notes))):
            raise broken_text(self._path, row.number)
        clean = [trimmed(without_equals(cell.strip())) for cell in cells[:end]]
        while clean and not clean[-1]:
            clean.pop()
        if not clean and not row.uncalculated and not row.notes:
            return []
        self._count(row.number, [*clean, *notes], times)
        first = replace(row, cells=tuple(clean))
        return [replace(first, number=row.number + more) if more else first for more in range(times)]

    def too_wide(self, number: int) -> ProblemsFound:
        """Return the error that a row holds too many cells."""
        what = message("Raden har över {most} celler.", most=Count(MOST_CELLS_IN_A_ROW))
        return unreadable(self._path, what, message("Ta bort de kolumner som inte hör till listan."), number)

    def filled(self, number: int, texts: Iterable[str]) -> None:
        """Count texts that are repeated in cells of a row; raise ProblemsFound if there are too many."""
        self._count(number, tuple(texts), 1, rows=0)

    def _count(self, number: int, cells: Sequence[str], times: int, rows: int = 1) -> None:
        self._row_count += times * rows
        self._cell_count += times * len(cells)
        self._letter_count += times * sum(map(len, cells))
        if self._row_count > MOST_ROWS:
            raise self._stop(message("Listan har över {most} rader.", most=Count(MOST_ROWS)), number)
        if self._cell_count > MOST_CELLS or self._letter_count > MOST_LETTERS:
            raise self._stop(message("Listan är för stor."), number)

    def _stop(self, what: Message, number: int) -> ProblemsFound:
        return unreadable(self._path, what, _COPY_ROWS, number)


def too_large(path: Path) -> ProblemsFound:
    """Return the error that a file is larger than any list."""
    return unreadable(path, message("Filen är för stor för att vara en lista."), _COPY_ROWS)


def broken_text(path: Path, row: int) -> ProblemsFound:
    """Return the error that letters of a row were lost or became others when a file was saved."""
    what = message("Texten på raden är trasig: bokstäver som å, ä och ö har blivit andra tecken.")
    hint = message(
        "Hämta listan på nytt från programmet som den kommer ifrån, som Excel-arbetsbok (.xlsx) eller som CSV i UTF-8."
    )
    return unreadable(path, what, hint, row)
