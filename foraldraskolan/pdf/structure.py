"""A form's structure tree: standard structure types (ISO 32000-1, 14.8.4), languages, alternative texts, scopes.

It comes from the form alone: whatever order the pages paint in, the reading order is the tree's. A leaf is a Mark,
the address that pages attach to what they paint.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from foraldraskolan.document.form import (
    Box,
    Checks,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Marker,
    Note,
    Paragraph,
    Reference,
    Role,
    Table,
)
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Gloss,
    Inline,
    LineBreak,
    Link,
    SourceMark,
    Strong,
    Text,
    Value,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, addressed, below, cells, plain, top
from foraldraskolan.language import SOURCE
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Mark


@record
class Element:
    """One structure element: its type, what is in it, and the attributes that PDF/UA asks for.

    `language` is empty where it is its parent's; `url` makes it a link, and so does `target`, one of the form's
    headings, from 0; `title` is its text where it is a heading.
    """

    role: str
    kids: tuple["Element | Mark", ...]
    language: str = ""
    alt: str = ""
    attributes: str = ""
    url: str = ""
    title: str = ""
    target: int = -1


def elements(tree: Element) -> Iterator[Element]:
    """Yield an element and all below it, parents first."""
    yield tree
    for kid in tree.kids:
        if isinstance(kid, Element):
            yield from elements(kid)


def marks_of(element: Element) -> Iterator[Mark]:
    """Yield the marks of an element and of all below it, in reading order."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from marks_of(kid)
        else:
            yield kid


_NUMBERING: Mapping[Marker, str] = {
    "bullet": "<< /O /List /ListNumbering /None >>",
    "tick": "<< /O /List /ListNumbering /None >>",
    "number": "<< /O /List /ListNumbering /Decimal >>",
    "field": "<< /O /List /ListNumbering /Disc >>",
}
_COLUMN = "<< /O /Table /Scope /Column >>"
_ROW = "<< /O /Table /Scope /Row >>"


_ROLES: Mapping[Role, str] = {"number": "Lbl"}  # any other is a P
_SECTIONS = ("section", "speaker note", "call", "column", "cut-out")


def structure(form: Form) -> Element:
    """Return the structure tree of a form."""
    tag = form.language.tag
    return Element("Document", tuple(_inside(tag, block, at) for at, block in top(form)), language=tag)


# The letters of a mailout share all but a block or two.
@lru_cache(maxsize=256)
def _inside(language: str, block: FormBlock, at: Address) -> Element:
    """Return the element of one of a form's blocks, its languages named where they change."""
    return _languages(_block(block, at), language)


def _languages(element: Element, outer: str) -> Element:
    """Leave the language of an element out where it is its parent's."""
    own = element.language or outer
    kids = tuple(_languages(kid, own) if isinstance(kid, Element) else kid for kid in element.kids)
    return replace(element, kids=kids, language="" if own == outer else own)


def _block(block: FormBlock, at: Address) -> Element:
    inside = list(below(block, at))
    match block:
        case Heading(level):
            ((here, text),) = inside
            return _prose(f"H{level}", text, here, title=plain(text.inlines))
        case Paragraph(_, role):
            ((here, text),) = inside
            return _prose(_ROLES.get(role, "P"), text, here)
        case List(marker):
            return _list(inside, marker)
        case Table():
            return _table(*cells(block, at))
        case Checks(head):
            return _checks(inside, len(head))
        case Figure(_, alt):
            drawing = Element("Figure", ((at, "figure"),), alt.language, alt=plain(alt.inlines))
            words = [_prose("P", word, here) for here, word in inside[1:]]
            return Element("Div", (drawing, *words)) if words else drawing
        case Note(points, _, url):
            label = [_prose("Lbl", text, here) for here, text in inside[:-1]] if points else []
            link = Element("Link", ((at, "url"),), alt=url, url=url)
            return Element("Note", (*label, _prose("Span", inside[-1][1], inside[-1][0]), link))
        case Reference(text, _, target):
            (here, _), *more = inside
            shown = tuple(_inlines(text.inlines, here))
            link = Element("Link", (*shown, (at, "page")), text.language, alt=plain(text.inlines), target=target)
            about = [_prose("P", each, there) for there, each in more]
            return Element("TOCI", (Element("Reference", (link,)), *about))
        case Box(look):
            kind = "TOC" if look == "contents" else "Sect" if look in _SECTIONS or look.endswith("slide") else "Div"
            return Element(kind, tuple(_block(each, here) for here, each in inside))
        case _:
            assert_never(block)


def _prose(role: str, prose: Prose, at: Address, *, title: str = "", attributes: str = "") -> Element:
    return Element(role, tuple(_inlines(prose.inlines, at)), prose.language, attributes=attributes, title=title)


def _inlines(inlines: tuple[Inline, ...], at: Address) -> Iterator["Element | Mark"]:
    for here, inline in addressed(inlines, at):
        match inline:
            case Text() | LineBreak() | Value(_, ""):
                yield here, ""
            case Value(text, url):
                yield Element("Link", ((here, ""),), alt=text, url=url)
            case Strong(below) | Emphasis(below):
                yield from _inlines(below, here)
            case Link(url, below):
                yield Element("Link", tuple(_inlines(below, here)), alt=plain(below), url=url)
            case Gloss(below):
                yield Element("Span", tuple(_inlines(below, here)), SOURCE)
            case Foreign(language, below):
                yield Element("Span", tuple(_inlines(below, here)), language)
            case Field() | SourceMark():
                raise AssertionError(f"a field or a mark is left: {inline}")
            case _:
                assert_never(inline)


def _list(items: Iterable[tuple[Address, Prose]], marker: Marker) -> Element:
    """Return a list; a form field labels each item that is ticked on screen, a number each step."""
    kids = []
    for at, item in items:
        body = _prose("LBody", item, at)
        match marker:
            case "number":
                kids.append(Element("LI", (Element("Lbl", ((at, "label"),)), body)))
            case "field":
                field = Element("Form", ((at, "field"),))
                kids.append(Element("LI", (Element("Lbl", (field,)), body)))
            case "bullet" | "tick":
                kids.append(Element("LI", (body,)))
    return Element("L", tuple(kids), attributes=_NUMBERING[marker])


def _table(head: Cells, rows: Iterable[Cells]) -> Element:
    """Return a table: the head, if it has one, heads its columns, and the first cell of each row heads that."""
    heads = [_prose("TH", cell, at, attributes=_COLUMN) for at, cell in head]
    lines = [
        (_prose("TH", first, there, attributes=_ROW), *(_prose("TD", cell, at) for at, cell in rest))
        for (there, first), *rest in rows
    ]
    return Element("Table", tuple(Element("TR", tuple(row)) for row in (heads, *lines) if row))


def _checks(inside: Sequence[tuple[Address, Prose]], wide: int) -> Element:
    """Return a table whose first `wide` texts head its columns: a row has its text as its head, then form fields."""
    heads = [_prose("TH", text, at, attributes=_COLUMN) for at, text in inside[:wide]]
    rows = [
        (
            _prose("TH", text, at, attributes=_ROW),
            *(Element("TD", (Element("Form", ((at, f"field {number}"),)),)) for number in range(1, wide)),
        )
        for at, text in inside[wide:]
    ]
    return Element("Table", tuple(Element("TR", tuple(row)) for row in (heads, *rows)))
