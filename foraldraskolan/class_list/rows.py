"""Rows of a workbook by sheet and number, as people write them: "5", "9–12", "8B:5"."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from foraldraskolan.problems import Place, Problem, did_you_mean, message, runs_of

_RUN = re.compile(r"\s*(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?\s*")
_HOW_TO_WRITE = message("Skriv rader som 5,9-12, och bladet först om listan har flera: 8B:5.")


@dataclass(frozen=True, slots=True, order=True)
class RowId:
    """A row: its sheet, "" where only one is read, and its number as in Excel."""

    sheet: str
    number: int

    def __str__(self) -> str:
        return f"{self.sheet}:{self.number}" if self.sheet else str(self.number)

    def place(self, file: Path, key: str | None = None) -> Place:
        """Return where the row stands in its file, for a problem."""
        return Place(file, self.number, key, self.sheet or None)


def rows_text(rows: Iterable[RowId]) -> str:
    """Return rows as people write them: those that follow each other as 3–5, the sheet before the first of its own."""
    runs: list[str] = []
    for sheet, own in groupby(dict.fromkeys(rows), lambda row: row.sheet):
        first, *others = runs_of(sorted(row.number for row in own))
        runs += [f"{sheet}:{first}" if sheet else first, *others]
    return ", ".join(runs)


def rows_option(rows: Iterable[RowId]) -> str:
    """Return rows as an option takes them."""
    return rows_text(rows).replace("–", "-").replace(" ", "")


def read_rows(option: str, text: str, known: Collection[RowId], sheets: Sequence[str]) -> set[RowId] | list[Problem]:
    """Return the rows that an option names, as "5,9-12" or "8B:5, 7", or what is wrong with it.

    A sheet's name holds for the numbers after it, until the next. The ends of a run must be `known` rows; what lies
    between them and is no row of anybody's is passed over.
    """
    rows: set[RowId] = set()
    problems: list[Problem] = []
    sheet = "" if len(sheets) < 2 else None
    rest = text.lstrip(" ,")
    if not rest:
        return [_not_read(option, text, sheets)]
    while rest:
        named = next((name for name in sorted(sheets, key=len, reverse=True) if rest.startswith(f"{name}:")), None)
        if named is not None:
            sheet, rest = named if len(sheets) > 1 else "", rest[len(named) + 1 :]
        written, _, rest = rest.partition(",")
        rest = rest.lstrip(" ,")
        run = _RUN.fullmatch(written)
        if run is None:
            problems.append(_not_read(option, written, sheets))
            continue
        if sheet is None:
            what = message("{option} {rows} säger inte vilket blad.", option=option, rows=written.strip())
            problems.append(Problem(what, message("Skriv bladet först, som {row}.", row=f"{sheets[0]}:{run[1]}")))
            continue
        first, last = int(run[1]), int(run[2] or run[1])
        missing = [str(row) for row in (RowId(sheet, first), RowId(sheet, last)) if row not in known]
        if missing or last < first:
            row = missing[0] if missing else written
            what = message("{option}: rad {row} är ingen rad med en elev.", option=option, row=row)
            problems.append(Problem(what, message("Skriv radnumren som kalkylprogrammet visar dem.")))
        rows |= {row for row in known if row.sheet == sheet and first <= row.number <= last}
    return problems or rows


def _not_read(option: str, written: str, sheets: Sequence[str]) -> Problem:
    what = message("{option} går inte att läsa: {rows}", option=option, rows=written.strip() or "–")
    before, colon, _ = written.partition(":")
    return Problem(what, did_you_mean(before, sheets) if colon else _HOW_TO_WRITE)
