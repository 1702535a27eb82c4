"""What may say that a child is protected, and only the user can tell; each message lacks its {rows}."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from foraldraskolan.class_list.children import ChildRows, ClassList, Heading
from foraldraskolan.class_list.columns import ADDRESS, PEOPLE, PROTECTION, Kind
from foraldraskolan.class_list.protection.same_child import name_of
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.marks import is_code, is_mark, is_word_of_yes, says_no
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.protection_titles import (
    about_protection,
    about_whereabouts,
    for_ordinary_marks,
    for_remarks,
    for_workplaces,
)
from foraldraskolan.class_list.texts.remarks import (
    is_forwarded,
    is_harmless,
    may_say_protected,
    names_institution,
    sets_apart,
)
from foraldraskolan.class_list.texts.signs import LOOK, bears, sign_at, signs_explained
from foraldraskolan.problems import Message, message
from foraldraskolan.spreadsheet.workbook import Row, Sheet

_SIGNED = (*ADDRESS, Kind.GROUP)  # what a star may be put at, beside names
_LETTERS_ARE_VALUES = (*PEOPLE, Kind.GROUP, Kind.COUNTRY)  # an initial, a class, a country's code
_PLURAL = re.compile(r"\b(?:elever\w*|barn\w*|familjer\w*|foljande|dessa|nedan\w*|pupils|students|children|families)\b")
_LOOK = re.compile(rf"\b(?:{LOOK})\b|gulmark|rodmark|gronmark")
_CODE = 4  # letters of what is no word of its own: a subject, a group
_HOUSE = re.compile(r"\d+(?: ?[a-z](?!\w))?", re.IGNORECASE)
_STREET = re.compile(r"(?:gatan|gata|vagen|vag|stigen|stig|grand|torget|torg|backen|plan|allen|alle)$")

ChildInDoubt = tuple[ChildRows, Message]


def legends_of(class_list: ClassList) -> list[Heading]:
    """Return the texts about protection that are about no rows of their own: above the header, at the foot."""
    last = max((child.at.number for child in class_list.children), default=0)
    header = class_list.header.row.number
    return [
        heading
        for heading in class_list.headings
        if may_say_protected(heading.text) and not header < heading.row.number < last
    ]


def open_texts(class_list: ClassList) -> Iterator[tuple[RowId, str]]:
    """Yield the texts on a list's rows that may say of any child that it is protected, by row."""
    header = class_list.header
    marks = {column.index for column in header.of(*PROTECTION)}
    for child in class_list.children:
        for row in child.rows:
            for index, text in enumerate(row.cells):
                if text and (index in marks or not header.own_title(index) or may_say_protected(text)):
                    yield header.at(row), text
            yield from ((header.at(row), text) for _, text in row.notes)


def in_doubt(class_list: ClassList, sure: Collection[RowId]) -> Iterator[ChildInDoubt]:
    """Yield the children of a list of whom something may say that they are protected, and what; `sure` are so."""
    yield from _by_texts(class_list)
    doubted: set[RowId] = set(sure)
    columns = _Columns(class_list)
    for child in class_list.children:
        for why in (*columns.about_everybody, *_by_cells(child, columns)):
            doubted.add(child.at)
            yield child, why
    nobodys = {child.at for child in class_list.children if child.of_nobody and child.at in doubted}
    for one, other in pairwise(class_list.children):
        for child, beside in ((one, other.at), (other, one.at)):
            if beside in nobodys and not child.of_nobody:
                what = message(
                    "Rad {rows} står intill rad {row}, som säger något om skydd men inte om vem.", row=beside
                )
                yield child, what


def by_sheets(children: Sequence[ChildRows], sheets: Iterable[Sheet]) -> Iterator[ChildInDoubt]:
    """Yield the children who are named on a sheet about protection that is not read; everybody, if nobody is."""
    for sheet in sheets:
        texts = [text for row in sheet.rows for text in (*row.cells, " ".join(row.cells[:2]))]
        names = {frozenset(normalised(text).split()) for text in texts}
        words = {word for name in names for word in name}
        named = [child for child in children if name_of(child) and name_of(child) in names]
        # Where some are named, others may be by a part of their names.
        named = [child for child in children if named and not name_of(child).isdisjoint(words)]
        what = message("Bladet {sheet} handlar om skydd, och kan gälla rad {rows}.", sheet=sheet.name)
        yield from ((child, what) for child in named or children)


def named_in_texts(children: Sequence[ChildRows], texts: Iterable[tuple[RowId, str]]) -> Iterator[ChildInDoubt]:
    """Yield the children whose names stand in texts on other rows that are about protection, or nobody knows what."""
    by_word: dict[str, list[tuple[frozenset[str], ChildRows]]] = {}
    for child in children:
        if len(name := name_of(child)) > 1:
            by_word.setdefault(min(name), []).append((name, child))
    for row, text in texts:
        words = set(normalised(text).split())
        for name, child in (named for word in words for named in by_word.get(word, ())):
            if name <= words and row not in child.row_ids:
                yield child, message("Rad {rows} nämns på rad {row}, kanske för att adressen är skyddad.", row=row)


# ---- texts outside of the children's rows


def _by_texts(class_list: ClassList) -> Iterator[ChildInDoubt]:
    """Yield the children below a heading about protection, above a text about it, or on a list that is about it."""
    below = message("Rad {rows} står under en rubrik om skydd.")
    above = message("Rad {rows} står över en text om skydd.")
    about_everybody = _about_everybody(class_list)
    headings = [heading for heading in class_list.headings if heading.row.number > class_list.header.row.number]
    text = ""
    before: ChildRows | None = None
    for child in class_list.children:
        while headings and headings[0].row.number < child.at.number:
            text = headings.pop(0).text
            is_of_those_below = text.endswith(":") or _PLURAL.search(normalised(text))
            if before and _is_about(text) and not is_of_those_below:
                yield before, above
        if _is_about(text):
            yield child, below
        yield from ((child, why) for why in about_everybody)
        before = child
    if before and any(sets_apart(foot.text) for foot in headings):
        yield before, above


def _about_everybody(class_list: ClassList) -> list[Message]:
    """Return why every child of a list may be protected: its name, or a text that does not say by what it is told."""
    header = class_list.header
    why: list[Message] = []
    if about_protection(header.sheet.name):
        why.append(message("Bladets namn handlar om skydd, och kan gälla rad {rows}."))
    marks = {column.index for column in header.of(Kind.PROTECTED)}
    cells = [text for child in class_list.children for row in child.rows for text in row.cells]
    if any(may_say_protected(text) for index, text in header.row.notes if index not in marks) or any(
        _LOOK.search(normalised(legend.text)) is not None
        or not any(bears(text, sign) for sign in signs_explained(legend.text) for text in cells)
        for legend in legends_of(class_list)
    ):
        why.append(message("En text om skydd över eller under listan kan gälla rad {rows}."))
    return why


def _is_about(text: str) -> bool:
    return may_say_protected(text) or sets_apart(text)


# ---- a child's own rows


class _Columns:
    """What the columns of a list are for, by their titles and by what stands in them."""

    def __init__(self, class_list: ClassList) -> None:
        header = self._header = class_list.header
        self.kinds = {column.index: column.kind for column in header.columns}
        rows = [row for child in class_list.children for row in child.rows]
        cells: dict[int, set[str]] = {}  # of columns that are not used
        for row in rows:
            for index, text in enumerate(row.cells[: header.width]):
                if text and index not in self.kinds:
                    cells.setdefault(index, set()).add(text)
        answers = {index for index, texts in cells.items() if all(is_mark(text) or says_no(text) for text in texts)}
        short = {index for index, texts in cells.items() if all(len(text) <= _CODE for text in texts)}
        self._ordinary = {index for index in answers | short if for_ordinary_marks(header.own_title(index))}
        self._about_whereabouts = {index for index in answers if about_whereabouts(header.title(index))}
        self._numbers = {
            index for index, texts in cells.items() if any(text.isdecimal() and text not in "01" for text in texts)
        }
        self._moved_marks = Counter(moved for row in rows for moved in self._moved(row))
        # What columns say of everybody, so that nobody can tell whose address may be used.
        self.about_everybody = [
            message("Kolumnen {title} säger kanske vem som inte är skyddad: rad {rows}.", title=title)
            for title in (
                *(column.title for column in header.of(Kind.NOT_PROTECTED)),
                *map(header.title, sorted(self._about_whereabouts)),
            )
        ]

    def _moved(self, row: Row) -> Iterator[tuple[int, int, str]]:
        """Yield the marks next to an empty cell about protection: its column, and theirs, and what they are."""
        for column in self._header.of(Kind.PROTECTED):
            if not row.cell(column.index):
                for index in (column.index - 1, column.index + 1):
                    if index >= 0 and is_mark(row.cell(index)) and self.kinds.get(index) not in PROTECTION:
                        yield column.index, index, row.cell(index)

    def moved(self, row: Row) -> dict[int, Message]:
        """Return what is wrong with marks next to the cell that they may belong in, where no other row has them so."""
        return {
            index: message(
                "Ett märke på rad {rows} står bredvid kolumnen {title}, som är tom där.",
                title=self._header.title(empty),
            )
            for empty, index, text in self._moved(row)
            if self._moved_marks[empty, index, text] == 1
        }

    def doubted(self, index: int, text: str) -> Message | None:
        """Return why a cell may be a mark of protection, by the column that it stands in."""
        if not is_code(text) or not self._is_odd(index, text):
            return None
        if index not in self.kinds and not self._header.own_title(index):
            return message("Ett märke på rad {rows} står i en kolumn utan rubrik.")
        title = self._header.title(index)
        return message("Ett märke på rad {rows} står i kolumnen {title}, och kan betyda skydd.", title=title)

    def _is_odd(self, index: int, text: str) -> bool:
        """Return whether a mark stands where none is usual, or where anything may be meant by it."""
        kind = self.kinds.get(index)
        if kind is Kind.LANGUAGE:  # yes may be the answer to a question about interpreters, and ? says nothing
            return is_mark(text) and not any(map(str.isalnum, text)) and text.strip("? ") != ""
        if kind is not None:
            return is_word_of_yes(text) if kind in _LETTERS_ARE_VALUES else is_mark(text)
        if index in self._about_whereabouts or (index in self._numbers and text == "1"):
            return False
        title = self._header.own_title(index)
        return not title or for_remarks(title) or (is_mark(text) and index not in self._ordinary)


def _by_cells(child: ChildRows, columns: _Columns) -> Iterator[Message]:
    """Yield what on a child's own rows may say that it is protected."""
    header = child.header
    perhaps = header.of(Kind.PERHAPS_PROTECTED)
    for row in child.rows:
        moved = columns.moved(row)
        for column in perhaps:
            if not says_no(row.cell(column.index)) or column.index in row.uncalculated:
                yield message("Kolumnen {title} kan handla om skydd: rad {rows}.", title=column.title)
        for index, text in enumerate(row.cells):
            kind = columns.kinds.get(index)
            if not text or kind in PROTECTION:
                continue
            if why := columns.doubted(index, text) or moved.get(index):
                yield why
            elif kind in PEOPLE and sign_at(text):
                yield message("Ett tecken vid namnet på rad {rows} kan betyda skydd.")
            elif kind in _SIGNED and sign_at(text):
                title = header.title(index)
                yield message("Ett tecken i kolumnen {title} på rad {rows} kan betyda skydd.", title=title)
            elif not for_workplaces(header.title(index)) and _may_be_about_protection(kind, text):
                yield message("Anmärkningen på rad {rows} kan betyda att adressen är skyddad.")
        if not all(is_harmless(text) for _, text in row.notes):
            yield message("En kommentar på rad {rows} kan betyda att adressen är skyddad.")


def _may_be_about_protection(kind: Kind | None, text: str) -> bool:
    """Return whether words may be about protection where they stand: a street and a person may be called Hot."""
    if kind in PEOPLE:
        return names_institution(text)
    if kind is Kind.EMAIL:
        return False
    if kind in (Kind.STREET, Kind.POSTAL):
        return any(map(_speaks_at_street, re.split(r"[\n,;]", text)))
    return _is_about(text) or is_forwarded(text)


def _speaks_at_street(line: str) -> bool:
    """Return whether more than the name of a street may be about protection."""
    number = _HOUSE.search(line)
    if number is None:
        return _is_about(line) and _STREET.search(normalised(line)) is None
    head = line[: number.start()]
    return _is_about(line[number.end() :]) or (_is_about(head) and len(head.split()) > 2)
