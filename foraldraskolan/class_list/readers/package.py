"""The parts of an Excel workbook beside its sheets, ECMA-376 and ISO/IEC 29500, transitional or strict."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import lru_cache
from math import isfinite

from foraldraskolan.class_list.readers.archive import Archive, resolved
from foraldraskolan.class_list.readers.markup import root_of, walk
from foraldraskolan.class_list.readers.row_limits import TooMuch
from foraldraskolan.limits import LONGEST_CELL, MOST_CELLS

_SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",
)
_WORKBOOK = "xl/workbook.xml"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}  # the numbers of built-in formats of dates
# What a format shows as it is written: texts, marked letters, colours, currencies; hours that count on are no such.
_AS_WRITTEN = re.compile(r'"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_MOST_DAYS = 2_958_466  # the day after 9999-12-31


def named(tag: str) -> tuple[str, ...]:
    """Return the names that an element of a workbook may have, one for each namespace."""
    return tuple(f"{namespace} {tag}" for namespace in _SPREADSHEET)


@lru_cache(maxsize=1_000)
def local(name: str) -> str:
    """Return an element's name without its namespace, "" if that is no workbook's."""
    namespace, _, rest = name.rpartition(" ")
    return rest if namespace in _SPREADSHEET else ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of what it is there, such as "worksheet", and the name of that part."""

    kind: str
    target: str


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return by their ids the parts of the archive that a part, or "" for the archive itself, refers to."""
    folder, _, name = part.rpartition("/")
    file = f"{folder}/_rels/{name}.rels" if part else "_rels/.rels"
    if file not in archive:
        return {}
    reader = _Relations(part)
    with archive.open(file) as stream:
        walk(stream, reader)
    return reader.found


class _Relations:
    def __init__(self, part: str) -> None:
        self.found: dict[str, Relation] = {}
        self._part = part

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _RELATION:
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = Relation(kind, resolved(attributes.get("Target", ""), self._part))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


def related(archive: Archive, part: str, *kinds: str) -> Iterator[str]:
    """Yield the names of the parts of some kinds that a part refers to and that there are."""
    for relation in relations(archive, part).values():
        if relation.kind in kinds and relation.target in archive:
            yield relation.target


def is_workbook(archive: Archive) -> bool:
    """Return whether an archive is a workbook of Excel in XML."""
    part = workbook_part(archive)
    if part not in archive:
        return False
    with archive.open(part) as stream:
        return part.casefold() == _WORKBOOK or local(root_of(stream)) == "workbook"


def workbook_part(archive: Archive) -> str:
    """Return the name of the part that the archive is a document by."""
    return next(related(archive, "", "officeDocument"), _WORKBOOK)


@dataclass(slots=True)
class Book:
    """A workbook's sheets by name and part, each with whether it is hidden, and whether its days begin in 1904."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    from_1904: bool = False


def read_book(archive: Archive, part: str) -> Book:
    """Return the workbook; a chart on a sheet of its own is no sheet of it."""
    reader = _Book(relations(archive, part))
    with archive.open(part) as stream:
        walk(stream, reader)
    return reader.book


class _Book:
    def __init__(self, known: dict[str, Relation]) -> None:
        self.book = Book()
        self._known = known

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "workbookPr":
                self.book.from_1904 = is_true(attributes.get("date1904"))
            case "sheet":
                ids = (value for key, value in attributes.items() if key.endswith("/relationships id"))
                relation = self._known[next(ids, "")]
                if relation.kind == "worksheet":
                    hidden = attributes.get("state", "visible") != "visible"
                    self.book.sheets.append((attributes.get("name", ""), relation.target, hidden))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


class Text:
    """Gathers the text of rich and plain strings, without the pronunciation that Japanese texts have beside them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._taking = False
        self._aside = 0

    def start(self, tag: str) -> None:
        """Take the start of an element inside of a string."""
        if tag == "rPh":
            self._aside += 1
        self._taking = tag == "t" and not self._aside

    def end(self, tag: str) -> None:
        """Take the end of an element inside of a string."""
        if tag == "rPh":
            self._aside -= 1
        self._taking = False

    def text(self, text: str) -> None:
        """Take a piece of text; what is longer than a cell may be is not kept to its end."""
        if self._taking and self._length <= LONGEST_CELL:
            self._pieces.append(text)
            self._length += len(text)

    def take(self) -> str:
        """Return the text and begin anew."""
        text = "".join(self._pieces)
        self._pieces = []
        self._length = 0
        # Excel writes the characters that XML does not have by their numbers.
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def read_strings(archive: Archive, part: str) -> list[str]:
    """Return the texts that cells refer to by their numbers."""
    reader = _Strings()
    with archive.open(part) as stream:
        walk(stream, reader)
    return reader.found


class _Strings:
    def __init__(self) -> None:
        self.found: list[str] = []
        self._text = Text()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._text.start(local(name))

    def end(self, name: str) -> None:
        tag = local(name)
        self._text.end(tag)
        if tag == "si":
            self.found.append(self._text.take())
            if len(self.found) > MOST_CELLS:
                raise TooMuch

    def text(self, text: str) -> None:
        self._text.text(text)


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows its number: as a day or a time, as time that has passed, or with so many digits at least."""

    moment: bool = False
    passed: bool = False
    digits: int = 0


def read_styles(archive: Archive, part: str) -> list[Style]:
    """Return the styles that cells refer to by their numbers."""
    reader = _Styles()
    with archive.open(part) as stream:
        walk(stream, reader)
    return [_style(number, reader.formats.get(number, "")) for number in reader.used]


class _Styles:
    def __init__(self) -> None:
        self.formats: dict[str, str] = {}
        self.used: list[str] = []
        self._cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "numFmt":
                self.formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs":
                self._cells = True
            case "xf" if self._cells:
                self.used.append(attributes.get("numFmtId", "0"))

    def end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._cells = False

    def text(self, text: str) -> None:
        pass


def _style(number: str, code: str) -> Style:
    code = _AS_WRITTEN.sub("", code.split(";")[0]).casefold()
    if not code:
        return Style(moment=number.isdecimal() and int(number[:4]) in _DATES)
    if re.search("[dmyhs]", code):
        return Style(moment="[" not in code, passed="[" in code)
    zeros = code.replace(" ", "")
    return Style(digits=len(zeros) if set(zeros) == {"0"} else 0)


def shown(value: str, style: Style, from_1904: bool) -> str:
    """Return a number as its reader sees it, near enough: 8.0 as 8, a day as 2026-11-03.

    Raises ValueError if it is no number.
    """
    number = float(value)
    if not isfinite(number):
        raise ValueError("not a number")
    if style.moment:
        return _moment(number, from_1904)
    if style.passed:
        return str(timedelta(days=number))
    if not number.is_integer():
        return f"{number:.15g}".replace(".", ",")
    return str(int(number)).zfill(style.digits) if abs(number) < 1e15 else f"{number:.15g}"


def _moment(days: float, from_1904: bool) -> str:
    if not 0 <= days < _MOST_DAYS:
        return "#####"  # as Excel
    if from_1904:
        days += 1462
    elif 1 <= days < 60:
        days += 1  # Excel counts a 29 February 1900
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(days * 86_400))
    if days < 1:
        return moment.time().isoformat()
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat()


def is_true(value: str | None) -> bool:
    """Return whether an attribute says yes."""
    return value in ("1", "true", "on")
