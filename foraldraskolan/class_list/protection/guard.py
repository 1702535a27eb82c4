"""Which children of a workbook are protected, by what says so, and which only the user can tell.

A child is protected if anything on its rows says so, on any sheet; what only may say so is a doubt, and so is everybody
who may live with a protected child. A doubt is settled by the user, and until then the child counts as protected.
"""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from foraldraskolan.class_list.children import ChildRows, ClassList
from foraldraskolan.class_list.columns import ADDRESS, Kind
from foraldraskolan.class_list.protection.company import in_company
from foraldraskolan.class_list.protection.doubts import by_sheets, in_doubt, legends_of, named_in_texts, open_texts
from foraldraskolan.class_list.protection.same_child import spread
from foraldraskolan.class_list.rows import RowId, rows_option, rows_text
from foraldraskolan.class_list.texts.marks import is_mark, says_no
from foraldraskolan.class_list.texts.protection_titles import about_protection
from foraldraskolan.class_list.texts.remarks import Certainty, is_forwarded, may_say_protected, protection_in
from foraldraskolan.class_list.texts.signs import bears, is_masked, signs_explained
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.workbook import Sheet

PROTECT, NOT_PROTECTED = "--protect", "--not-protected"


@record
class Doubt:
    """What only the user can tell: the rows that may be protected, and why; never what stands there."""

    rows: tuple[RowId, ...]
    why: Message

    def about(self, rows: Collection[RowId]) -> "Doubt | None":
        """Return the doubt about some of its rows, or None if it is about none of them."""
        left = tuple(row for row in self.rows if row in rows)
        return Doubt(left, self.why.having(rows=rows_text(left))) if left else None

    def problem(self, path: Path) -> Problem:
        """Return the doubt as what stops the letters until it is settled."""
        rows = rows_option(self.rows)
        hint = message("Skriv --protect {rows} om de ska skyddas, annars --not-protected {rows}.", rows=rows)
        return Problem(self.why, hint, Place(path))


@record
class Guarded:
    """By what each protected child is so, by its first row, and the doubts about others.

    `withheld` are the children of whom nothing may be told of where they live: they are protected, or may be.
    """

    by: dict[RowId, str]
    doubts: tuple[Doubt, ...]
    withheld: frozenset[RowId]


@record
class Beside:
    """What is in a workbook beside the lists that are read: lists that get no letters, and sheets that are no lists."""

    lists: tuple[ClassList, ...]
    sheets: tuple[Sheet, ...]

    @property
    def about_protection(self) -> list[Sheet]:
        """Return the sheets that are about protection: whoever is named there may be protected."""
        return [
            *(sheet for sheet in self.sheets if _is_about_protection(sheet)),
            *(each.header.sheet for each in self.lists if about_protection(each.header.sheet.name)),
        ]


def guard(
    path: Path, lists: Sequence[ClassList], beside: Beside, protect: Collection[RowId], not_protected: Collection[RowId]
) -> Guarded:
    """Return who is protected on the lists that are read, with what the user has settled about rows.

    Raises ProblemsFound if a row that is said not to be protected is so by the list.
    """
    children = [child for each in lists for child in each.children]
    everybody = [*children, *(child for each in beside.lists for child in each.children)]
    freed = {child.at for child in children if not set(child.row_ids).isdisjoint(not_protected)}
    by = dict(_sure([*lists, *beside.lists], beside.about_protection))
    for child in children:
        if not set(child.row_ids).isdisjoint(protect):
            by.setdefault(child.at, PROTECT)
    spread(everybody, by)
    if contradicted := [child.at for child in children if child.at in by and child.at in freed]:
        what = message("Rad {rows} är skyddad, så --not-protected gäller inte där.", rows=rows_text(contradicted))
        raise ProblemsFound([Problem(what, message("Ändra i listan om det är fel där."), Place(path))])
    asked: dict[Message, list[RowId]] = {}
    for child, why in _doubts(lists, beside, by):
        if child.at not in by and child.at not in freed:
            asked.setdefault(why, []).append(child.at)
    # Whoever would be protected with those who may be, in one of their rows or in their home.
    worst = by | {row: PROTECT for rows in asked.values() for row in rows}
    if asked:
        known = set(worst)
        spread(everybody, worst)
        same = message("Rad {rows} är samma elev som en rad som det är oklart om den är skyddad.")
        asked |= {same: [child.at for child in everybody if child.at in worst and child.at not in known | freed]}
        worst |= {child.at: PROTECT for child, _ in in_company(everybody, worst)}
    shown = {child.at: order for order, child in enumerate(children) if not child.hidden}
    about = (Doubt(tuple(dict.fromkeys(rows)), why).about(shown.keys()) for why, rows in asked.items())
    doubts = sorted(filter(None, about), key=lambda doubt: shown[doubt.rows[0]])
    return Guarded(by, tuple(doubts), frozenset(worst.keys() - freed))


def _sure(lists: Sequence[ClassList], about_protection: Sequence[Sheet]) -> Iterator[tuple[RowId, str]]:
    """Yield the children who are protected beyond doubt, each with the column that says so first."""
    beside = [text for sheet in about_protection for row in sheet.rows for text in row.cells if may_say_protected(text)]
    for each in lists:
        texts = [*(legend.text for legend in legends_of(each)), *beside]
        explained = frozenset(sign for text in texts for sign in signs_explained(text))
        for child in each.children:
            if source := next(_sources(child, explained), ""):
                yield child.at, source


def _sources(child: ChildRows, explained: Collection[str]) -> Iterator[str]:
    """Yield the titles of the columns in which something says that a child is protected."""
    header = child.header
    marks = {column.index for column in header.of(Kind.PROTECTED)}
    answers = {column.index for column in header.of(Kind.NOT_PROTECTED, Kind.PERHAPS_PROTECTED)}
    addresses = {column.index for column in header.of(*ADDRESS)}
    for row in child.rows:
        for index, text in enumerate(row.cells):
            if index in marks:
                # Of a row that does not fit its header, what stands here may be anything.
                if not says_no(text) and (not child.wrong or is_mark(text) or may_say_protected(text)):
                    yield header.title(index)
            elif text and (
                protection_in(text) is Certainty.SURELY
                or (index in addresses and (is_masked(text) or is_forwarded(text)))
                or (index not in answers and any(bears(text, sign) for sign in explained))
            ):
                yield header.title(index)
        yield from map(header.title, marks & row.uncalculated)
        yield from (header.title(index) for index, text in row.notes if protection_in(text) is Certainty.SURELY)


def _doubts(lists: Sequence[ClassList], beside: Beside, by: dict[RowId, str]) -> Iterator[tuple[ChildRows, Message]]:
    children = [child for each in lists for child in each.children]
    for each in lists:
        yield from in_doubt(each, by)
    # Who may be protected by another list is the same child here, and is asked about here.
    for each in beside.lists:
        maybe = {child.at: PROTECT for child, _ in in_doubt(each, by)}
        spread([*each.children, *children], maybe)
        what = message("Bladet {sheet} säger kanske att rad {rows} är skyddad.", sheet=each.header.sheet.name)
        yield from ((child, what) for child in children if child.at in maybe)
    everybody = [*children, *(child for each in beside.lists for child in each.children)]
    yield from named_in_texts(children, (text for each in (*lists, *beside.lists) for text in open_texts(each)))
    yield from in_company(everybody, by)
    yield from by_sheets(children, beside.about_protection)


def _is_about_protection(sheet: Sheet) -> bool:
    texts = (text for row in sheet.rows for text in (*row.cells, *(note for _, note in row.notes)))
    return about_protection(sheet.name) or any(map(may_say_protected, texts))
