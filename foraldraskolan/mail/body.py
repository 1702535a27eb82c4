"""The rows below a list's header: which belong to one child, and which are no recipients at all."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from foraldraskolan.mail.cells import Row, plain
from foraldraskolan.mail.columns import ADDRESS, CHILD, Kind
from foraldraskolan.mail.header import Header
from foraldraskolan.mail.left_out import LeftOut, Why
from foraldraskolan.mail.protection import Spoken, spoken
from foraldraskolan.mail.rows import RowId
from foraldraskolan.mail.values import said
from foraldraskolan.problems import Problem, message

# What stands below, above and between the children: counts, pages, dates, classes, teachers.
_NOTE = re.compile(
    r"(?:antal|summa|totalt?|elever totalt|utskri\w+|skapad\w*|exporterad\w*|uppdaterad\w*|rapport\w*|klasslista\w*"
    r"|mentor\w*|klassforestandare|rektor|larare|klasslarare|lasar\w*|termin|varterminen|hostterminen|forklaring\w*"
    r"|obs|kalla|datum|pojkar|flickor|killar|tjejer|ovriga elever|ovriga|total|count|printed|created|teacher"
    r"|number of pupils|number of students)\b.*"
    r"|(?:sida|sidan|sid|page) \d.*"
    r"|(?:klass|klassen|arskurs|ak|grupp|mentorsgrupp|class|grade|group|year) ?\w{1,6}"
    r"|elever(?: i)? (?:klass|arskurs|ak|grupp)\b.*"
)
_CLASS = re.compile(r"\d{1,2} ?[a-z]{0,3}")
_SENTENCE = 6  # words that no name has
_FEW = 3  # cells of a row that is no child's, and columns of a list whose children have more than a name
_TELLING = (Kind.EMAIL, Kind.LANGUAGE, *ADDRESS)


@dataclass(frozen=True, slots=True)
class Heading:
    """A text that stands among the rows or above them, before the row of this number."""

    row: RowId
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one child: the first, and those of more guardians below it; what is wrong with how they are built."""

    header: Header = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    wrong: tuple[Problem, ...] = ()

    @property
    def at(self) -> RowId:
        """Return the first row by sheet and number."""
        return self.header.at(self.rows[0])

    @property
    def hidden(self) -> bool:
        """Return whether the child is filtered away."""
        return self.rows[0].hidden


@dataclass(frozen=True, slots=True)
class Body:
    """A list's children, its rows that are no recipients, and the texts above and among them."""

    header: Header
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...]
    headings: tuple[Heading, ...]


def read_body(path: Path, header: Header) -> Body:
    """Return the children of a list; a row that does not fit its header is a problem of its child."""
    below = [row for row in header.sheet.rows if row.number > header.row.number]
    headings = [_heading(header, row) for row in header.sheet.rows if row.number < header.row.number]
    notes = {row.number for row in below if _is_note(header, row)}
    widths = {row.width for row in below if row.number not in notes}
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    last_of_child = 0  # the last row that belongs to the last child, 0 before the first
    for row in below:
        at = header.at(row)
        if _is_header(header, row):
            left_out.append(LeftOut(at, Why.HEADER))
        elif row.number in notes:
            left_out.append(LeftOut(at, Why.NOTE))
            headings.append(_heading(header, row))
        elif last_of_child and _is_of_a_guardian(header, row):
            wrong = _misfit(path, header, row, widths)
            if row.number == last_of_child + 1 and _may_belong(header, entries[-1].rows[0], row):
                first = entries.pop()
                entries.append(Entry(header, (*first.rows, row), (*first.wrong, *wrong)))
                left_out.append(LeftOut(at, Why.GUARDIAN))
                last_of_child = row.number
            else:
                what = message("Raden säger inte vilken elev den hör till.")
                hint = message("Skriv elevens namn på raden, eller ta bort raden.")
                wrong.append(Problem(what, hint, header.place(path, row)))
                entries.append(Entry(header, (row,), tuple(wrong)))
        else:
            entries.append(Entry(header, (row,), tuple(_misfit(path, header, row, widths))))
            last_of_child = row.number if _says(header, row, *CHILD) else last_of_child
    return Body(header, tuple(entries), tuple(left_out), tuple(headings))


def _heading(header: Header, row: Row) -> Heading:
    return Heading(header.at(row), " ".join((*row.cells, *(text for _, text in row.notes))).strip())


def _is_header(header: Header, row: Row) -> bool:
    """Return whether most of a row's cells are the titles above them."""
    same = sum(
        text.casefold() == title.casefold() for text, title in zip(row.cells, header.row.cells, strict=False) if text
    )
    return same * 2 > sum(map(bool, row.cells))


def _says(header: Header, row: Row, *kinds: Kind) -> bool:
    """Return whether a row says something of a kind by itself, and not with the cell above."""
    return any(said(row.cell(each.index), each.kind) and each.index not in row.merged for each in header.of(*kinds))


def _is_of_a_guardian(header: Header, row: Row) -> bool:
    """Return whether a row names somebody to write to, and no child where others do."""
    return not _says(header, row, *CHILD) and _says(header, row, Kind.NAME, Kind.FIRST, Kind.LAST, Kind.EMAIL)


def _may_belong(header: Header, first: Row, row: Row) -> bool:
    """Return whether what a guardian's row says of the child is what the child's row says."""
    own = header.of(Kind.GROUP, Kind.IDENTITY)
    return all(
        not said(row.cell(each.index), each.kind) or row.cell(each.index) == first.cell(each.index) for each in own
    )


def _is_note(header: Header, row: Row) -> bool:
    """Return whether a row is a heading, a count, a foot or another text that no letter goes to."""
    filled = [(index, text) for index, text in enumerate(row.cells) if text]
    if not filled or len(filled) > _FEW or row.merged:
        return False
    kinds = {column.index: column.kind for column in header.columns}
    if any(kinds.get(index) in _TELLING for index, _ in filled[1:]):
        return False
    first = filled[0][1]
    words = plain(first)
    if _NOTE.fullmatch(words):
        return True
    rest = [text for index, text in filled[1:] if kinds.get(index) is not Kind.GROUP]
    if rest or len(header.columns) < _FEW:
        return False
    return (
        first.endswith(":")
        or (_CLASS.fullmatch(words) is not None and kinds.get(filled[0][0]) is not Kind.GROUP)
        or not any(map(str.isalpha, words))
        or len(words.split()) >= _SENTENCE
        or _speaks(words)
    )


def _speaks(words: str) -> bool:
    """Return whether a heading is about protection, and not a child that is marked so."""
    first, *_ = words.split() or [""]
    about = spoken(words) is not Spoken.NOT
    return about and (
        spoken(first) is not Spoken.NOT or re.search(r"\b(?:elever|barn|familjer|foljande)\b", words) is not None
    )


def _misfit(path: Path, header: Header, row: Row, widths: set[int]) -> list[Problem]:
    """Return the problem of a row that does not fit its header: what stands in it may stand under another title."""
    beyond = any(row.cells[header.width :])
    titled = max(header.row.width, header.above.width if header.above else 0)
    wider = titled and row.width > titled and len(widths) > 1
    narrower = titled and row.width and row.width < header.width
    if not (beyond or wider or narrower):
        return []
    what = message(
        "Raden har {count} celler, rubrikraden {titles}.", count=row.width or len(row.cells), titles=header.width
    )
    hint = message("Står värdena i rätt kolumn? Skriv också de tomma cellerna, och varje värde under sin rubrik.")
    return [Problem(what, hint, header.place(path, row))]
