"""The only recursions over both trees: a node's children, its texts, and the tree with nodes rewritten.

The address of a node, or of an inline in a text, is the path of child indices that leads to it. The children of a node
are the nodes in its fields, in the order of the fields and of the text; a table's cells are counted on from its head
through its rows.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar, get_args

from foraldraskolan.document.form import Blank, Form, FormBlock, Heading, List, Reference, Table
from foraldraskolan.document.inlines import Emphasis, Foreign, Gloss, Inline, LineBreak, Link, Strong, Text, Value
from foraldraskolan.document.meaning import Bar, Block, Claim, Document, Picture, Share, SourceEntry, TermEntry
from foraldraskolan.document.prose import Prose

Address = tuple[int, ...]  # the child indices that lead to a node; () is the document itself
Cells = Sequence[tuple[Address, Prose]]  # of a row or a column
Node = Block | FormBlock | Blank | Prose | Bar | Claim | Picture | Share | SourceEntry | TermEntry

_NODES: tuple[type, ...] = get_args(Node)
_NAMES: dict[type, tuple[str, ...]] = {kind: tuple(each.name for each in fields(kind)) for kind in _NODES}
T = TypeVar("T")


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below this one, in reading order."""
    if isinstance(node, Prose):
        return
    for name in _NAMES[type(node)]:
        yield from _flat(getattr(node, name))


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, _NODES):
        yield value
    elif type(value) is tuple:
        for each in value:
            yield from _flat(each)


def below(node: Node, address: Address) -> Iterator[tuple[Address, Any]]:
    """Yield the nodes directly below the one at an address, with theirs; what stands in a blank stands in its place."""
    yield from _seen(children(node), address)


def top(form: Form) -> Iterator[tuple[Address, Any]]:
    """Yield the blocks of a form with their addresses, as `below` yields those of a block."""
    yield from _seen(form.blocks, ())


def _seen(nodes: Iterable[Node], address: Address) -> Iterator[tuple[Address, Any]]:
    for index, node in enumerate(nodes):
        here = (*address, index)
        if isinstance(node, Blank):
            yield from _seen(node.blocks, here)
        else:
            yield here, node


def addressed(inlines: tuple[Inline, ...], address: Address) -> Iterator[tuple[Address, Inline]]:
    """Yield the inlines of the text or inline at an address, with theirs."""
    for index, inline in enumerate(inlines):
        yield (*address, index), inline


def cells(table: Table, address: Address) -> tuple[Cells, list[Cells]]:
    """Return the cells of a table's head, none where there is none, and those of each row."""
    every, wide = list(below(table, address)), len(table.head or table.rows[0])
    lines: list[Cells] = [every[start : start + wide] for start in range(0, len(every), wide)]
    return (lines[0], lines[1:]) if table.head else ((), lines)


def descend(node: Node, address: Address = ()) -> Iterator[tuple[Address, Node]]:
    """Yield this node and every node below it, parents first, with addresses."""
    yield address, node
    for index, child in enumerate(children(node)):
        yield from descend(child, (*address, index))


def proses(tree: Document | Form) -> Iterator[tuple[Address, Prose]]:
    """Yield every text of a tree's blocks in reading order, with addresses."""
    for index, block in enumerate(tree.blocks):
        for address, node in descend(block, (index,)):
            if isinstance(node, Prose):
                yield address, node


def rewrite(value: T, change: Callable[[Prose], Prose]) -> T:
    """Return the node (or tuple of nodes) with every text below it replaced by change(text)."""
    return _rewritten(value, Prose, change)  # type: ignore[no-any-return]


def filled(form: Form, name: str, blocks: tuple[FormBlock, ...]) -> Form:
    """Return a form with these blocks in every blank of a name."""

    def fill(blank: Blank) -> Blank:
        return replace(blank, blocks=blocks) if blank.name == name else blank

    return replace(form, blocks=_rewritten(form.blocks, Blank, fill))


def headings(form: Form) -> list[Address]:
    """Return the addresses of a form's headings, in reading order."""
    return [
        address
        for index, block in enumerate(form.blocks)
        for address, node in descend(block, (index,))
        if _is_heading(node)
    ]


def _is_heading(node: Node) -> bool:
    return isinstance(node, Heading)


def paged(form: Form, pages: Sequence[str]) -> Form:
    """Return a form whose lines of contents have the pages of the headings that they lead to, of all headings."""

    def page(line: Reference) -> Reference:
        return replace(line, page=pages[line.heading])

    return replace(form, blocks=_rewritten(form.blocks, Reference, page))


def fillable(block: FormBlock) -> FormBlock:
    """Return a block whose ticks are form fields."""

    def field(ticks: List) -> List:
        return replace(ticks, marker="field") if ticks.marker == "tick" else ticks

    return _rewritten(block, List, field)  # type: ignore[no-any-return]


def _rewritten(value: Any, kind: type[Any], change: Callable[[Any], Any]) -> Any:
    if isinstance(value, kind):
        return change(value)
    if type(value) is tuple:
        return tuple(_rewritten(each, kind, change) for each in value)
    if isinstance(value, _NODES) and not isinstance(value, Prose):
        node: Any = value
        kept = {name: getattr(node, name) for name in _NAMES[type(node)]}
        changed = {name: new for name, old in kept.items() if (new := _rewritten(old, kind, change)) is not old}
        return replace(node, **changed) if changed else node
    return value


def rewrite_inlines(inlines: tuple[Inline, ...], change: Callable[[Inline], Inline]) -> tuple[Inline, ...]:
    """Return the inlines with change applied to every one, innermost first."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link | Foreign | Gloss):
            inline = replace(inline, children=rewrite_inlines(inline.children, change))
        result.append(change(inline))
    return tuple(result)


def fill_fields(inlines: tuple[Inline, ...], value: Callable[[Inline], Inline]) -> tuple[Inline, ...]:
    """Return the inlines with each field as its value; the full stop that a value ends with is also its sentence's."""
    return _with_one_stop(rewrite_inlines(inlines, value))


def _with_one_stop(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and inline.text.startswith(".") and result:
            before = result[-1]
            if isinstance(before, Value) and before.text.endswith("."):
                inline = Text(inline.text[1:])
        elif isinstance(inline, Strong | Emphasis | Link | Foreign | Gloss):
            inline = replace(inline, children=_with_one_stop(inline.children))
        if inline != Text(""):
            result.append(inline)
    return tuple(result)


def proses_below(node: Node) -> Iterator[Prose]:
    """Yield every text of a node in reading order."""
    return (each for _, each in descend(node) if isinstance(each, Prose))


def inlines_below(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline, and those in emphasis, links and foreign words, in the order of the text."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Foreign | Gloss):
            yield from inlines_below(inline.children)


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the characters of filled inlines as a reader sees them, without source marks and glosses.

    A line break is a space.
    """
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Value(text):
                parts.append(text)
            case Strong(below) | Emphasis(below) | Link(_, below) | Foreign(_, below):
                parts.append(plain(below))
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)
