"""The rows below a list's header: which belong to one child, and which are no recipients at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from foraldraskolan.mail.cells import Row, plain
from foraldraskolan.mail.columns import ADDRESS, CHILD, Kind, recognised
from foraldraskolan.mail.header import Header
from foraldraskolan.mail.protection import Spoken, spoken
from foraldraskolan.mail.rows import RowId
from foraldraskolan.mail.values import said
from foraldraskolan.problems import Message, Problem, message

# What stands below, above and between the children: counts, pages, dates, classes, teachers.
_NOTE = re.compile(
    r"(?:antal|summa|totalt?|elever totalt|utskri\w+|skapad\w*|exporterad\w*|uppdaterad\w*|rapport\w*|klasslista\w*"
    r"|mentor\w*|klassforestandare|rektor|larare|klasslarare|lasar\w*|termin|varterminen|hostterminen|forklaring\w*|obs"
    r"|kalla|datum|pojkar|flickor|killar|tjejer|ovriga elever|ovriga|total|count|printed|created|teacher|number of pupils"
    r"|number of students)\b.*"
    r"|(?:sida|sidan|sid|page) \d.*"
    r"|(?:klass|klassen|arskurs|ak|grupp|mentorsgrupp|class|grade|group|year) ?\w{1,6}"
    r"|elever(?: i)? (?:klass|arskurs|ak|grupp)\b.*"
)
_CLASS = re.compile(r"\d{1,2} ?[a-z]{0,3}")
_SENTENCE = 6  # words that no name has
_TELLING = (Kind.EMAIL, Kind.LANGUAGE, *ADDRESS)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no recipient of its own, and why."""

    row: RowId
    why: Message


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
    widths = {row.width for row in below if not _is_note(header, row)}
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    headings = [
        Heading(header.at(row), " ".join((*row.cells, *(text for _, text in row.notes))))
        for row in header.sheet.rows
        if row.number < header.row.number and row is not header.above
    ]
    before = 0  # the row above, if it is a child's
    for row in below:
        if _is_header(header, row):
            left_out.append(LeftOut(header.at(row), message("Rubrikerna står en gång till.")))
        elif _is_note(header, row):
            left_out.append(LeftOut(header.at(row), message("Raden är en rubrik eller en sidfot.")))
            headings.append(Heading(header.at(row), " ".join((*row.cells, *(text for _, text in row.notes)))))
        elif _has(header, row, *CHILD) or not any(_has(header, each.rows[0], *CHILD) for each in entries[-1:]):
            wrong = _misfit(path, header, row, widths)
            if entries and not _has(header, row, *CHILD) and any(_has(header, each.rows[0], *CHILD) for each in entries):
                wrong = [*wrong, _orphan(path, header, row)]
            entries.append(Entry(header, (row,), tuple(wrong)))
            before = row.number
        else:
            entries.append(Entry(header, (row,), tuple(_misfit(path, header, row, widths))))
            before = row.number
    return Body(header, tuple(entries), tuple(left_out), tuple(headings))


def _is_header(header: Header, row: Row) -> bool:
    return row.cells == header.row.cells or recognised(row.cells) * 2 > max(3, len(header.columns))


def _continues(header: Header, entry: Entry, row: Row) -> bool:
    """Return whether a row says nothing of a child of its own: it is of one more guardian of the child above."""
    children = header.of(*CHILD)
    if not children:
        return False
    first = entry.rows[0]
    if any(said(row.cell(each.index), each.kind) and each.index not in row.merged for each in children):
        return False
    if not any(said(first.cell(each.index), each.kind) for each in children):
        return False
    own = header.of(Kind.GROUP, Kind.IDENTITY)
    return all(
        each.index in row.merged
        or not said(row.cell(each.index), each.kind)
        or row.cell(each.index) == first.cell(each.index)
        for each in own
    )


def _is_note(header: Header, row: Row) -> bool:
    """Return whether a row is a heading, a count, a foot or another text that no letter goes to."""
    filled = [(index, text) for index, text in enumerate(row.cells) if text]
    if not filled or len(filled) > _STRONGEST or row.merged:
        return False
    kinds = {column.index: column.kind for column in header.columns}
    if any(kinds.get(index) in _TELLING for index, _ in filled[1:]):
        return False
    first = filled[0][1]
    words = plain(first)
    if _NOTE.fullmatch(words):
        return True
    rest = [text for index, text in filled[1:] if kinds.get(index) is not Kind.GROUP]
    if rest or len(header.columns) < _STRONGEST:
        return False
    return (
        first.endswith(":")
        or _CLASS.fullmatch(words) is not None and kinds.get(filled[0][0]) is not Kind.GROUP
        or len(words.split()) >= _SENTENCE
        or _speaks(words)
    )


_STRONGEST = 3  # cells of a row that is no child's, and columns of a list whose children have more than a name


def _speaks(words: str) -> bool:
    """Return whether a heading is about protection, and not a child that is marked so."""
    first, *_ = words.split() or [""]
    about = spoken(words) is not Spoken.NOT
    return about and (spoken(first) is not Spoken.NOT or re.search(r"\b(?:elever|barn|familjer|foljande)\b", words) is not None)


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


def texts_above(headings: Sequence[Heading], entry: Entry) -> list[Heading]:
    """Return the heading that a child stands below, if there is one among the rows."""
    below = [each for each in headings if entry.header.row.number < each.row.number < entry.at.number]
    return below[-1:]
