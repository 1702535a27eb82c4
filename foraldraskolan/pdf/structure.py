"""A Document's structure tree: standard structure types (ISO 32000-1, 14.8.4), languages, alternative texts, scopes.

It comes from the Document alone: whatever order the pages paint in, the reading order is the tree's. A leaf is a Mark,
the address that pages attach to what they paint.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from foraldraskolan.document.blocks import (
    AddressField,
    Bar,
    Block,
    BulletList,
    Callout,
    Chart,
    Checklist,
    ContactCard,
    Contacts,
    Heading,
    Mail,
    Masthead,
    Node,
    Numbered,
    NumberedList,
    Paragraph,
    Picture,
    Pictures,
    Prose,
    Rule,
    Salutation,
    Section,
    Slide,
    SourceEntry,
    Sources,
    SpeakerNote,
    Table,
)
from foraldraskolan.document.document import Address, Document
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Inline,
    LineBreak,
    Link,
    SourceMark,
    Strong,
    Text,
    Value,
)
from foraldraskolan.document.walk import children, plain
from foraldraskolan.typeset.glyphs import Mark


@dataclass(frozen=True, slots=True)
class Element:
    """One structure element: its type, what is in it, and the attributes that PDF/UA asks for.

    `language` is empty where it is its parent's; `url` makes it a link; `title` is its text where it is a heading.
    """

    role: str
    kids: tuple["Element | Mark", ...]
    language: str = ""
    alt: str = ""
    attributes: str = ""
    url: str = ""
    title: str = ""


_DISC = "<< /O /List /ListNumbering /Disc >>"
_DECIMAL = "<< /O /List /ListNumbering /Decimal >>"
_NO_LABELS = "<< /O /List /ListNumbering /None >>"
_COLUMN = "<< /O /Table /Scope /Column >>"
_ROW = "<< /O /Table /Scope /Row >>"


def structure(document: Document, fillable: bool = False) -> Element:
    """Return the structure tree of an arranged document; `fillable` says that check lists are form fields."""
    tag = document.language.tag
    kids = tuple(_inside(tag, block, index, fillable) for index, block in enumerate(document.blocks))
    return Element("Document", kids, language=tag)


# The letters of a mailout share all but a block or two.
@lru_cache(maxsize=256)
def _inside(language: str, block: Block, index: int, fillable: bool) -> Element:
    """Return the element of one of a document's blocks, its languages named where they change."""
    return _languages(_block(block, (index,), fillable), language)


def _languages(element: Element, outer: str) -> Element:
    """Leave the language of an element out where it is its parent's."""
    own = element.language or outer
    kids = tuple(_languages(kid, own) if isinstance(kid, Element) else kid for kid in element.kids)
    return Element(
        element.role,
        kids,
        "" if own == outer else own,
        element.alt,
        element.attributes,
        element.url,
        element.title,
    )


def _block(block: Block, at: Address, fillable: bool) -> Element:
    match block:
        case Heading(level, text):
            return _prose(f"H{level}", text, (*at, 0), title=plain(text.inlines))
        case Paragraph(text) | Salutation(text):
            return _prose("P", text, (*at, 0))
        case BulletList(items):
            return _list(items, at, _NO_LABELS)
        case NumberedList(items):
            return _list(items, at, _DECIMAL, labels=True)
        case Checklist(items):
            return _checklist(items, at) if fillable else _list(items, at, _NO_LABELS)
        case Table(head, rows):
            return _table(head, rows, at)
        case Chart():
            return _chart(block, at)
        case Numbered():
            label = Element("Lbl", ((at, "label"),))
            return Element("Div", (label, _block(block.block, (*at, 0), fillable)))
        case Sources(entries, note):
            kids = [_source(entry, (*at, index)) for index, entry in enumerate(entries)]
            if note is not None:
                kids.append(_prose("P", note, (*at, len(entries))))
            return Element("Div", tuple(kids))
        case SpeakerNote():
            return _speaker_note(block, at, fillable)
        case Slide() | Section():
            return Element("Sect", tuple(_below(block, at, fillable, head="H2")))
        case Masthead():
            return Element("Div", tuple(_below(block, at, fillable, head="H1")))
        case Callout():
            kids = list(_below(block, at, fillable))
            if block.label is not None:  # the last child in the tree, the first on the page
                kids.insert(0, kids.pop())
            return Element("Div", tuple(kids))
        case Rule(name, text, mark):
            said = Element("P", (*_inlines(text.inlines, (*at, 1)), *_inlines(mark.inlines, (*at, 2))), text.language)
            return Element("Div", (_prose("P", name, (*at, 0)), said))
        case Pictures(pictures):
            return Element("Div", tuple(_picture(each, (*at, index)) for index, each in enumerate(pictures)))
        case ContactCard() | Contacts() | Mail() | AddressField():
            return Element("Div", tuple(_below(block, at, fillable)))
        case _:
            assert_never(block)


def _below(node: Node, at: Address, fillable: bool, *, head: str = "") -> Iterator[Element]:
    """Yield the elements of a node's children; `head` is the role of its first text where that is a heading."""
    for index, child in enumerate(children(node)):
        if isinstance(child, Prose):
            if head and index == 0:
                if child.inlines:
                    yield _prose(head, child, (*at, index), title=plain(child.inlines))
            elif child.inlines:
                yield _prose("P", child, (*at, index))
        elif not isinstance(child, Bar | Picture | SourceEntry):
            yield _block(child, (*at, index), fillable)


def _picture(picture: Picture, at: Address) -> Element:
    drawing = Element("Figure", ((at, "figure"),), picture.alt.language, alt=plain(picture.alt.inlines))
    return Element("Div", (drawing, _prose("P", picture.label, (*at, 0))))


def _speaker_note(note: SpeakerNote, at: Address, fillable: bool) -> Element:
    title, clock, alt = range(3)  # the order of the fields
    kids = [
        _prose("H2", note.title, (*at, title), title=plain(note.title.inlines)),
        _prose("P", note.clock, (*at, clock)),
        Element("Figure", ((at, "figure"),), note.alt.language, alt=plain(note.alt.inlines)),
    ]
    kids.extend(_block(block, (*at, alt + 1 + index), fillable) for index, block in enumerate(note.blocks))
    return Element("Sect", tuple(kids))


def _prose(role: str, prose: Prose, at: Address, *, title: str = "", attributes: str = "") -> Element:
    return Element(role, tuple(_inlines(prose.inlines, at)), prose.language, attributes=attributes, title=title)


def _inlines(inlines: tuple[Inline, ...], at: Address) -> Iterator["Element | Mark"]:
    for index, inline in enumerate(inlines):
        here = (*at, index)
        match inline:
            case Text() | SourceMark() | LineBreak() | Value(_, ""):
                yield here, ""
            case Value(text, url):
                yield Element("Link", ((here, ""),), alt=text, url=url)
            case Strong(below) | Emphasis(below):
                yield from _inlines(below, here)
            case Link(url, below):
                yield Element("Link", tuple(_inlines(below, here)), alt=plain(below), url=url)
            case Foreign(language, below):
                yield Element("Span", tuple(_inlines(below, here)), language)
            case Field():
                raise AssertionError(f"a field is left: {inline}")
            case _:
                assert_never(inline)


def _list(items: tuple[Prose, ...], at: Address, attributes: str, *, labels: bool = False) -> Element:
    kids = []
    for index, item in enumerate(items):
        body = _prose("LBody", item, (*at, index))
        label = (Element("Lbl", (((*at, index), "label"),)),) if labels else ()
        kids.append(Element("LI", (*label, body)))
    return Element("L", tuple(kids), attributes=attributes)


def _checklist(items: tuple[Prose, ...], at: Address) -> Element:
    """A form field labels each item: the field's own mark is (item, "field")."""
    kids = []
    for index, item in enumerate(items):
        field = Element("Form", (((*at, index), "field"),))
        kids.append(Element("LI", (Element("Lbl", (field,)), _prose("LBody", item, (*at, index)))))
    return Element("L", tuple(kids), attributes=_DISC)


def _table(head: tuple[Prose, ...], rows: tuple[tuple[Prose, ...], ...], at: Address) -> Element:
    width = len(head)
    cells = [_prose("TH", cell, (*at, index), attributes=_COLUMN) for index, cell in enumerate(head)]
    lines = [Element("TR", tuple(cells))]
    for number, row in enumerate(rows, start=1):
        first = number * width
        kids = [
            _prose("TH" if column == 0 else "TD", cell, (*at, first + column), attributes=_ROW if column == 0 else "")
            for column, cell in enumerate(row)
        ]
        lines.append(Element("TR", tuple(kids)))
    return Element("Table", tuple(lines))


def _chart(chart: Chart, at: Address) -> Element:
    """The bars are a figure, what they show is a table; its rows are their own heads, and the title says the rest."""
    title, _, _, first = range(4)  # the order of the fields
    rows: list[Element | Mark] = []
    for index, bar in enumerate(chart.bars, start=first):
        label = _prose("TH", bar.label, (*at, index, 0), attributes=_ROW)
        rows.append(Element("TR", (label, _prose("TD", bar.text, (*at, index, 1)))))
    kids: list[Element | Mark] = [
        Element("Figure", ((at, "figure"),), chart.alt.language, alt=plain(chart.alt.inlines)),
        Element("Table", tuple(rows)),
    ]
    if chart.title.inlines:
        kids.insert(0, _prose("P", chart.title, (*at, title)))
    if chart.source.inlines:
        kids.append(_prose("P", chart.source, (*at, first + len(rows))))
    return Element("Div", tuple(kids))


def _source(entry: SourceEntry, at: Address) -> Element:
    link = Element("Link", ((at, "url"),), alt=entry.url, url=entry.url)
    kids: list[Element | Mark] = [Element("Lbl", ((at, "label"),)), _prose("Span", entry.text, (*at, 0)), link]
    if entry.note is not None:
        kids.append(_prose("Span", entry.note, (*at, 1)))
    return Element("Note", tuple(kids))
