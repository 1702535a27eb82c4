"""The parts of an Excel workbook beside its sheets, ECMA-376 and ISO/IEC 29500, transitional or strict."""

import re
from collections.abc import Iterator
from contextlib import suppress

from foraldraskolan.limits import MOST_CELLS
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.archive import Archive, resolved
from foraldraskolan.spreadsheet.markup import END, START, TEXT, CellText, Event, Tags
from foraldraskolan.spreadsheet.numbers import Style, style_of
from foraldraskolan.spreadsheet.row_limits import TooMuch

_SPREADSHEET = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",
)
_WORKBOOK = "xl/workbook.xml"
TAGS = Tags({"http://schemas.openxmlformats.org/package/2006/relationships Relationship": "Relationship"})
for _namespace in _SPREADSHEET:
    for _tag in (
        "workbook", "workbookPr", "sheet", "row", "c", "f", "v", "is", "t", "rPh", "mergeCell", "si", "numFmt",
        "cellXfs", "xf", "comment", "threadedComment", "text",
    ):  # fmt: skip
        TAGS[f"{_namespace} {_tag}"] = _tag
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def is_true(value: str | None) -> bool:
    """Return whether an attribute says yes."""
    return value in ("1", "true", "on")


@record
class Relation:
    """What a part refers to: the last word of what it is there, such as "worksheet", and the name of that part."""

    kind: str
    target: str


def _relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return by their ids the parts of the archive that a part, or "" for the archive itself, refers to."""
    folder, _, name = part.rpartition("/")
    file = f"{folder}/_rels/{name}.rels" if part else "_rels/.rels"
    return {
        attributes.get("Id", ""): Relation(
            attributes.get("Type", "").rpartition("/")[2], resolved(attributes.get("Target", ""), part)
        )
        for event, tag, attributes in (archive.events(file, TAGS) if file in archive else ())
        if event == START and tag == "Relationship"
    }


def related(archive: Archive, part: str, *kinds: str) -> Iterator[str]:
    """Yield the names of the parts of some kinds that a part refers to and that there are."""
    for relation in _relations(archive, part).values():
        if relation.kind in kinds and relation.target in archive:
            yield relation.target


def is_workbook(archive: Archive) -> bool:
    """Return whether an archive is a workbook of Excel in XML."""
    part = workbook_part(archive)
    if part not in archive or part.casefold() == _WORKBOOK:
        return part in archive
    with suppress(ValueError):
        return next((tag for event, tag, _ in archive.events(part, TAGS) if event == START), "") == "workbook"
    return False


def workbook_part(archive: Archive) -> str:
    """Return the name of the part that the archive is a document by."""
    return next(related(archive, "", "officeDocument"), _WORKBOOK)


@record
class Book:
    """A workbook's sheets by name and part, each with whether it is hidden, its strings and styles by their numbers.

    `from_1904` says that its days begin in that year.
    """

    sheets: list[tuple[str, str, bool]]
    strings: list[str]
    styles: list[Style]
    from_1904: bool


def read_book(archive: Archive) -> Book:
    """Return the workbook; a chart on a sheet of its own is no sheet of it."""
    part = workbook_part(archive)
    known = _relations(archive, part)
    sheets = []
    from_1904 = False
    for event, tag, attributes in archive.events(part, TAGS):
        if event != START:
            continue
        if tag == "workbookPr":
            from_1904 = is_true(attributes.get("date1904"))
        elif tag == "sheet":
            ids = (value for key, value in attributes.items() if key.endswith("/relationships id"))
            relation = known[next(ids, "")]
            if relation.kind == "worksheet":
                hidden = attributes.get("state", "visible") != "visible"
                sheets.append((attributes.get("name", ""), relation.target, hidden))
    strings = [text for name in related(archive, part, "sharedStrings") for text in _strings(archive, name)]
    styles = [style for name in related(archive, part, "styles") for style in _styles(archive, name)]
    return Book(sheets, strings, styles, from_1904)


class RichText(CellText):
    """Gathers rich and simple strings, without the pronunciation that Japanese texts have beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.restart()

    def restart(self, taking: bool = False) -> None:
        """Begin anew; `taking` says that the text stands in an element that has begun already."""
        self._pieces.clear()
        self._length = 0
        self._taking = taking
        self._aside = 0

    def read(self, event: Event) -> None:
        """Take an event inside of a string."""
        kind, tag, _ = event
        if kind == TEXT:
            if self._taking:
                self.add(tag)
            return
        if tag == "rPh":
            self._aside += 1 if kind == START else -1
        self._taking = kind == START and tag == "t" and not self._aside

    def taken(self) -> str:
        """Return the text and begin anew."""
        text = self.written
        self.restart()
        # Excel writes the characters that XML does not have by their numbers.
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _strings(archive: Archive, part: str) -> list[str]:
    """Return the texts that cells refer to by their numbers."""
    strings: list[str] = []
    text = RichText()
    for event in archive.events(part, TAGS):
        text.read(event)
        if event[0] == END and event[1] == "si":
            strings.append(text.taken())
            if len(strings) > MOST_CELLS:
                raise TooMuch
    return strings


def _styles(archive: Archive, part: str) -> list[Style]:
    """Return the styles that cells refer to by their numbers."""
    formats: dict[str, str] = {}
    used: list[str] = []
    of_cells = False
    for event, tag, attributes in archive.events(part, TAGS):
        if event != TEXT and tag == "cellXfs":
            of_cells = event == START
        elif event == START and tag == "numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif event == START and tag == "xf" and of_cells:
            used.append(attributes.get("numFmtId", "0"))
    return [style_of(number, formats.get(number, "")) for number in used]
