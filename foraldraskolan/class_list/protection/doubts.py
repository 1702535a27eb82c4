"""What may say that a child is protected, and only the user can tell; each message lacks its {rows}."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from foraldraskolan.class_list.children import Body, Entry, Heading
from foraldraskolan.class_list.columns import ADDRESS, CHILD, PROTECTION, Kind
from foraldraskolan.class_list.protection.same_child import name_of
from foraldraskolan.class_list.readers.workbook import Row, Sheet
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
    Spoken,
    is_forwarded,
    is_harmless,
    names_institution,
    sets_apart,
    spoken,
)
from foraldraskolan.class_list.texts.signs import LOOK, bears, sign_at, signs_explained
from foraldraskolan.problems import Message, message

_NAMES = (*CHILD, Kind.NAME, Kind.FIRST, Kind.LAST)
_SIGNED = (*ADDRESS, Kind.GROUP)  # what a star may be put at, beside names
_LETTERS_ARE_VALUES = (*_NAMES, Kind.GROUP, Kind.COUNTRY)  # an initial, a class, a country's code
_PLURAL = re.compile(r"\b(?:elever\w*|barn\w*|familjer\w*|foljande|dessa|nedan\w*|pupils|students|children|families)\b")
_LOOK = re.compile(rf"\b(?:{LOOK})\b|gulmark|rodmark|gronmark")
_CODE = 4  # letters of what is no word of its own: a subject, a group
_HOUSE = re.compile(r"\d+(?: ?[a-z](?!\w))?", re.IGNORECASE)
_STREET = re.compile(r"(?:gatan|gata|vagen|vag|stigen|stig|grand|torget|torg|backen|plan|allen|alle)$")


def speaks(text: str) -> bool:
    """Return whether a text may be about protection."""
    return spoken(text) is not Spoken.NOT


def legends_of(body: Body) -> list[Heading]:
    """Return the texts about protection that are about no rows of their own: above the header, at the foot."""
    last = max((entry.at.number for entry in body.entries), default=0)
    header = body.header.row.number
    return [each for each in body.headings if speaks(each.text) and not header < each.row.number < last]


def in_doubt(body: Body, sure: Collection[RowId]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children of a list of whom something may say that they are protected, and what; `sure` are so."""
    yield from _by_texts(body)
    found: set[RowId] = set(sure)
    columns = _Columns(body)
    for entry in body.entries:
        for why in (*columns.about_all(), *_by_cells(entry, columns)):
            found.add(entry.at)
            yield entry, why
    yield from _beside_nobodys(body, found)


def by_sheets(entries: Sequence[Entry], sheets: Sequence[Sheet]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children who are named on a sheet about protection that is not read; everybody, if nobody is."""
    for sheet in sheets:
        texts = [text for row in sheet.rows for text in (*row.cells, " ".join(row.cells[:2]))]
        named = {frozenset(normalised(text).split()) for text in texts}
        words = {word for name in named for word in name}
        found = [entry for entry in entries if name_of(entry) and name_of(entry) in named]
        # Where some are named, others may be by a part of their names.
        found = [entry for entry in entries if found and not name_of(entry).isdisjoint(words)]
        what = message("Bladet {sheet} handlar om skydd, och kan gälla rad {rows}.", sheet=sheet.name)
        yield from ((entry, what) for entry in found or entries)


def named_in_texts(entries: Sequence[Entry], texts: Iterable[tuple[RowId, str]]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children whose names stand in texts on other rows that are about protection, or nobody knows what."""
    names: dict[str, list[tuple[frozenset[str], Entry]]] = {}
    for entry in entries:
        if len(name := name_of(entry)) > 1:
            names.setdefault(min(name), []).append((name, entry))
    for row, text in texts:
        words = set(normalised(text).split())
        for name, entry in (each for word in words for each in names.get(word, ())):
            if name <= words and row not in {entry.header.at(own) for own in entry.rows}:
                yield entry, message("Rad {rows} nämns på rad {row}, kanske för att adressen är skyddad.", row=row)


def telling(body: Body) -> Iterator[tuple[RowId, str]]:
    """Yield the texts on a list's rows that may say of any child that it is protected, by row."""
    header = body.header
    marks = {column.index for column in header.of(*PROTECTION)}
    for entry in body.entries:
        for row in entry.rows:
            for index, text in enumerate(row.cells):
                if text and (index in marks or index >= header.width or not header.titles[index] or speaks(text)):
                    yield header.at(row), text
            yield from ((header.at(row), text) for _, text in row.notes)


# ---- texts outside of the children's rows


def _by_texts(body: Body) -> Iterator[tuple[Entry, Message]]:
    header = body.header
    below = message("Rad {rows} står under en rubrik om skydd.")
    above = message("Rad {rows} står över en text om skydd.")
    whole = message("En text om skydd över eller under listan kan gälla rad {rows}.")
    sheet = message("Bladets namn handlar om skydd, och kan gälla rad {rows}.")
    about = [heading for heading in body.headings if header.row.number < heading.row.number]
    titled = about_protection(header.sheet.name)
    marks = {column.index for column in header.of(Kind.PROTECTED)}
    noted = any(speaks(text) for index, text in header.row.notes if index not in marks)
    unexplained = any(
        _LOOK.search(normalised(legend.text)) is not None
        or not any(_bears(entry.rows, signs_explained(legend.text)) for entry in body.entries)
        for legend in legends_of(body)
    )
    at = 0
    heading = ""
    before: Entry | None = None
    for entry in body.entries:
        while at < len(about) and about[at].row.number < entry.at.number:
            heading, at = about[at].text, at + 1
            if before and _is_about(heading) and not _is_of_those_below(heading):
                yield before, above
        if _is_about(heading):
            yield entry, below
        if titled:
            yield entry, sheet
        if unexplained or noted:
            yield entry, whole
        before = entry
    if before and any(sets_apart(foot.text) for foot in about[at:]):
        yield before, above


def _is_about(text: str) -> bool:
    return speaks(text) or sets_apart(text)


def _is_of_those_below(heading: str) -> bool:
    return heading.endswith(":") or _PLURAL.search(normalised(heading)) is not None


def _bears(rows: Sequence[Row], signs: Collection[str]) -> bool:
    return any(bears(text, sign) for row in rows for text in row.cells for sign in signs)


def _beside_nobodys(body: Body, found: Collection[RowId]) -> Iterator[tuple[Entry, Message]]:
    """Yield the children next to a row that says something of protection, and not of whom."""
    nobodys = {each.at for each in body.entries if each.of_nobody and each.at in found}
    for one, other in pairwise(body.entries):
        for entry, beside in ((one, other.at), (other, one.at)):
            if beside in nobodys and not entry.of_nobody:
                yield (
                    entry,
                    message("Rad {rows} står intill rad {row}, som säger något om skydd men inte om vem.", row=beside),
                )


# ---- a child's own rows


class _Columns:
    """What the columns of a list are for, by their titles and by what stands in them."""

    def __init__(self, body: Body) -> None:
        header = body.header
        self._header = header
        self._kinds = {column.index: column.kind for column in header.columns}
        rows = [row for entry in body.entries for row in entry.rows]
        cells: dict[int, set[str]] = {}
        for row in rows:
            for index, text in enumerate(row.cells[: header.width]):
                if text and index not in self._kinds:
                    cells.setdefault(index, set()).add(text)
        self._answers = {
            index for index, texts in cells.items() if all(is_mark(each) or says_no(each) for each in texts)
        }
        self._short = {index for index, texts in cells.items() if all(len(each) <= _CODE for each in texts)}
        self._about_all = {index for index in self._answers if about_whereabouts(header.title(index))}
        self._numbers = {
            index for index, texts in cells.items() if any(each.isdecimal() and each not in "01" for each in texts)
        }
        self._beside = Counter(each for row in rows for each in self._moved(row))

    def _moved(self, row: Row) -> Iterator[tuple[int, int, str]]:
        """Yield the marks next to an empty cell about protection: its column, and theirs, and what they are."""
        for column in self._header.of(Kind.PROTECTED):
            if not row.cell(column.index):
                for index in (column.index - 1, column.index + 1):
                    if index >= 0 and is_mark(row.cell(index)) and self._kinds.get(index) not in PROTECTION:
                        yield column.index, index, row.cell(index)

    def moved(self, row: Row) -> dict[int, Message]:
        """Return what is wrong with marks next to the cell that they may belong in, where no other row has them so."""
        return {
            index: message(
                "Ett märke på rad {rows} står bredvid kolumnen {title}, som är tom där.",
                title=self._header.title(empty),
            )
            for empty, index, text in self._moved(row)
            if self._beside[empty, index, text] == 1
        }

    def about_all(self) -> Iterator[Message]:
        """Yield what columns say of everybody, so that nobody can tell whose address may be used."""
        for column in self._header.of(Kind.NOT_PROTECTED):
            yield message("Kolumnen {title} säger kanske vem som inte är skyddad: rad {rows}.", title=column.title)
        for index in sorted(self._about_all):
            title = self._header.title(index)
            yield message("Kolumnen {title} säger kanske vem som inte är skyddad: rad {rows}.", title=title)

    def doubted(self, index: int, text: str) -> Message | None:
        """Return why a cell may be a mark of protection, by the column that it stands in."""
        if not is_code(text) or not self._is_odd(index, text):
            return None
        header = self._header
        if index not in self._kinds and (index >= header.width or not header.titles[index]):
            return message("Ett märke på rad {rows} står i en kolumn utan rubrik.")
        return message(
            "Ett märke på rad {rows} står i kolumnen {title}, och kan betyda skydd.", title=header.title(index)
        )

    def _is_odd(self, index: int, text: str) -> bool:
        """Return whether a mark stands where none is usual, or where anything may be meant by it."""
        kind = self._kinds.get(index)
        if kind is Kind.LANGUAGE:  # yes may be the answer to a question about interpreters, and ? says nothing
            return is_mark(text) and not any(map(str.isalnum, text)) and text.strip("? ") != ""
        if kind is not None:
            return is_word_of_yes(text) if kind in _LETTERS_ARE_VALUES else is_mark(text)
        if index in self._about_all or (index in self._numbers and text == "1"):
            return False
        title = self._header.titles[index] if index < self._header.width else ""
        ordinary = index in self._answers | self._short and for_ordinary_marks(title)
        return not title or for_remarks(title) or (is_mark(text) and not ordinary)


def _by_cells(entry: Entry, columns: _Columns) -> Iterator[Message]:
    """Yield what on a child's own rows may say that it is protected."""
    header = entry.header
    kinds = {column.index: column.kind for column in header.columns}
    perhaps = header.of(Kind.PERHAPS_PROTECTED)
    for row in entry.rows:
        moved = columns.moved(row)
        for column in perhaps:
            if not says_no(row.cell(column.index)) or column.index in row.uncalculated:
                yield message("Kolumnen {title} kan handla om skydd: rad {rows}.", title=column.title)
        for index, text in enumerate(row.cells):
            kind = kinds.get(index)
            if not text or kind in (Kind.PROTECTED, Kind.PERHAPS_PROTECTED, Kind.NOT_PROTECTED):
                continue
            if why := columns.doubted(index, text) or moved.get(index):
                yield why
            elif kind in _NAMES and sign_at(text):
                yield message("Ett tecken vid namnet på rad {rows} kan betyda skydd.")
            elif kind in _SIGNED and sign_at(text):
                yield message(
                    "Ett tecken i kolumnen {title} på rad {rows} kan betyda skydd.", title=header.title(index)
                )
            elif not for_workplaces(header.title(index)) and _may_be_about_protection(kind, text):
                yield message("Anmärkningen på rad {rows} kan betyda att adressen är skyddad.")
        if not all(is_harmless(text) for _, text in row.notes):
            yield message("En kommentar på rad {rows} kan betyda att adressen är skyddad.")


def _may_be_about_protection(kind: Kind | None, text: str) -> bool:
    """Return whether words may be about protection where they stand: a street and a person may be called Hot."""
    if kind in _NAMES:
        return names_institution(text)
    if kind is Kind.EMAIL:
        return False
    if kind in (Kind.STREET, Kind.POSTAL):
        return any(map(_speaks_at_street, re.split(r"[\n,;]", text)))
    return speaks(text) or sets_apart(text) or is_forwarded(text)


def _speaks_at_street(line: str) -> bool:
    """Return whether more than the name of a street may be about protection."""
    number = _HOUSE.search(line)
    if number is None:
        return _is_about(line) and _STREET.search(normalised(line)) is None
    head = line[: number.start()]
    return _is_about(line[number.end() :]) or (_is_about(head) and len(head.split()) > 2)
