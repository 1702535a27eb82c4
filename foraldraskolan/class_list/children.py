"""The rows below a list's header: which belong to one child, and which are no recipients at all."""

import re
from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path

from foraldraskolan.class_list.columns import ADDRESS, CHILD, PROTECTION, Kind
from foraldraskolan.class_list.header import Header
from foraldraskolan.class_list.left_out import LeftOut, Why
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.marks import is_mark
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.remarks import may_say_protected, sets_apart
from foraldraskolan.class_list.texts.signs import LOOK, without_signs
from foraldraskolan.class_list.texts.values import value_of
from foraldraskolan.problems import Problem, message
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.workbook import Row

# What stands below, above and between the children: counts, pages, dates, classes, teachers.
_NOTE = re.compile(
    r"(?:antal|summa|totalt?|elever totalt|utskri\w+|skapad\w*|exporterad\w*|uppdaterad\w*|rapport\w*|klasslista\w*"
    r"|mentor\w*|klassforestandare|rektor|larare|klasslarare|lasar\w*|termin|varterminen|hostterminen|forklaring\w*"
    r"|obs|kalla|datum|pojkar|flickor|killar|tjejer|ovriga elever|ovriga|total|count|printed|created|teacher"
    r"|number of pupils|number of students)\b.*"
    r"|(?:sida|sidan|sid|page) \d.*"
    r"|(?:klass|klassen|arskurs|ak|grupp|mentorsgrupp|class|grade|group|year|form) ?\w{1,6}"
    r"|elever(?: i)? (?:klass|arskurs|ak|grupp)\b.*"
)
_CLASS = re.compile(r"\d{1,2} ?[a-z]{0,3}")
_SECTION = re.compile(
    r"\s*(?:(?:klass(?:en)?|grupp|mentorsgrupp|class|group|form)\b[ :]*(\w{1,6})|(\d{1,2} ?[a-z]{0,3}))[ :]*",
    re.IGNORECASE,
)
# A sign, or how something is written, before its meaning: "* = skyddad", "Gul = skyddad".
_KEY = re.compile(rf"\W{{1,3}}|\w|{LOOK}|stjarn\w*|asterisk\w*|kryss|star")
_SEPARATOR = 3  # signs that are a line across the list, and no mark
_STAFF = re.compile(
    r"\s*(?:(?:klass|ämnes|spec)?lärare|mentor|klassföreståndare|rektor|vikarie|resurs|elevassistent|teacher)\w*\s*:"
    r"|.*\((?:\w*lärare|mentor|vikarie|resurs|elevassistent|teacher)\)",
    re.IGNORECASE,
)
_SENTENCE = 6  # words that no name has
_FEW = 3  # cells of a row that is no child's, and columns of a list whose children have more than a name
_GUARDIANS = (Kind.NAME, Kind.FIRST, Kind.LAST, Kind.EMAIL)
_NEVER_IN_A_NOTE = (Kind.EMAIL, Kind.LANGUAGE, *ADDRESS)


@record
class Heading:
    """A text that stands among the rows or above them, before the row of this number."""

    row: RowId
    text: str


@record
class ChildRows:
    """The rows of one child: the first, and those of more guardians below it; what is wrong with how they are built.

    `section` is the class that a heading above says. A row `of_nobody` names no child, where others do.
    """

    header: Header = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    wrong: tuple[Problem, ...] = ()
    section: str = ""
    of_nobody: bool = False

    @property
    def at(self) -> RowId:
        """Return the first row by sheet and number."""
        return self.header.at(self.rows[0])

    @property
    def row_ids(self) -> list[RowId]:
        """Return every row by sheet and number."""
        return [self.header.at(row) for row in self.rows]

    @property
    def hidden(self) -> bool:
        """Return whether the child is filtered away."""
        return self.rows[0].hidden


@record
class ClassList:
    """A sheet with its children, its rows that are no recipients, and the texts above and among them."""

    header: Header
    children: tuple[ChildRows, ...]
    left_out: tuple[LeftOut, ...]
    headings: tuple[Heading, ...]


def read_class_list(path: Path, header: Header) -> ClassList:
    """Return the children below a header; a row that does not fit its header is a problem of its child."""
    below = header.rows_below
    widths = {row.width for row in below if not _is_note(header, row)}
    names_children = any(_says(header, row, *CHILD) for row in below)
    children: list[ChildRows] = []
    left_out: list[LeftOut] = []
    headings = [_heading(header, row) for row in header.sheet.rows if row.number < header.row.number]
    section = ""
    last = 0  # the number of the last row that belongs to the last child, 0 before the first
    for row in below:
        at = header.at(row)
        misfit = _misfit(path, header, row, widths)
        if _is_header(header, row):
            left_out.append(LeftOut(at, Why.HEADER))
        elif _is_note(header, row):
            left_out.append(LeftOut(at, Why.NOTE))
            headings.append(_heading(header, row))
            section = _section(header, row) or section
        elif not names_children or _says(header, row, *CHILD):
            children.append(ChildRows(header, (row,), misfit, section))
            last = row.number
        elif row.number == last + 1 and _may_belong(header, children[-1].rows[0], row):
            child = children[-1]
            children[-1] = replace(child, rows=(*child.rows, row), wrong=child.wrong + misfit)
            left_out.append(LeftOut(at, Why.GUARDIAN if _says(header, row, *_GUARDIANS) else Why.REMARK))
            last = row.number
        else:
            what = message("Raden säger inte vilken elev den hör till.")
            hint = message("Skriv elevens namn på raden, eller ta bort raden.")
            wrong = (*misfit, Problem(what, hint, header.place(path, row)))
            children.append(ChildRows(header, (row,), wrong, section, of_nobody=True))
    return ClassList(header, tuple(children), tuple(left_out), tuple(headings))


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
    return any(
        value_of(row.cell(column.index), column.kind) and column.index not in row.merged for column in header.of(*kinds)
    )


def _may_belong(header: Header, first: Row, row: Row) -> bool:
    """Return whether a row may be of the child above: of a guardian, or a mark or a remark alone."""
    for column in header.of(Kind.GROUP, Kind.IDENTITY):
        own = row.cell(column.index)
        if value_of(own, column.kind) and own != first.cell(column.index):
            return False
    return _says(header, row, *_GUARDIANS) or not _says(header, row, *ADDRESS, Kind.LANGUAGE)


def _is_note(header: Header, row: Row) -> bool:
    """Return whether a row is a heading, a count, a foot or another text that no letter goes to."""
    filled = [(index, text) for index, text in enumerate(row.cells) if text]
    if not filled or len(filled) > _FEW or row.merged:
        return False
    (column, first), *others = filled
    words = normalised(first)
    if others and _KEY.fullmatch(words or first) and may_say_protected(others[0][1]):
        return True
    if _is_mark_alone(header, filled):
        return False
    if _STAFF.match(first):
        return True
    kinds = {column.index: column.kind for column in header.columns}
    if any(kinds.get(index) in _NEVER_IN_A_NOTE for index, _ in others):
        return False
    if _NOTE.fullmatch(words):
        return True
    if any(kinds.get(index) is not Kind.GROUP for index, _ in others):
        return False
    if len(header.columns) < _FEW:
        return may_say_protected(first) and ("=" in first or not _may_be_a_name(without_signs(first)))
    return (
        first.endswith(":")
        or (_CLASS.fullmatch(words) is not None and kinds.get(column) is not Kind.GROUP)
        or not any(map(str.isalpha, words))
        or len(words.split()) >= _SENTENCE
        or may_say_protected(first)
        or sets_apart(first)
    )


def _is_mark_alone(header: Header, filled: Sequence[tuple[int, str]]) -> bool:
    """Return whether nothing but marks stands in a row, and they are no line across the list.

    A word about protection in another column than its own may be a heading as well.
    """
    protection = {column.index for column in header.of(*PROTECTION)}
    return all(
        index in protection
        or (
            is_mark(text)
            and not text.isdecimal()
            and not may_say_protected(text)
            and not (index == 0 and len(text) >= _SEPARATOR)
        )
        for index, text in filled
    )


def _may_be_a_name(text: str) -> bool:
    return text != "" and all(word[:1].isupper() or word in ("von", "af", "de") for word in text.split())


def _section(header: Header, row: Row) -> str:
    """Return the class that a heading says, in a list that has no column for it."""
    filled = [text for text in row.cells if text]
    section = _SECTION.fullmatch(filled[0]) if len(filled) == 1 and not header.has(Kind.GROUP) else None
    return (section[1] or section[2]) if section else ""


def _misfit(path: Path, header: Header, row: Row, widths: set[int]) -> tuple[Problem, ...]:
    """Return the problem of a row that does not fit its header: what stands in it may stand under another title."""
    beyond = any(row.cells[header.width :])
    titled = max(header.row.width, header.above.width if header.above else 0)
    wider = titled and row.width > titled and len(widths) > 1
    narrower = titled and row.width and row.width < header.width
    if not (beyond or wider or narrower):
        return ()
    count = row.width or len(row.cells)
    what = message("Raden har {count} celler, rubrikraden {titles}.", count=count, titles=header.width)
    hint = message(
        "Står värdena i rätt kolumn? Skriv varje värde under sin rubrik, och de tomma cellerna också. "
        "Kommer listan från ett kalkylprogram: spara den som .xlsx."
    )
    return (Problem(what, hint, header.place(path, row)),)
