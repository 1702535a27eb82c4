"""The only recursions over the tree: its children, its texts, and the tree with every text rewritten.

The children of a node are the nodes in its fields, in the order of the fields and of the text; a table's cells are
counted on from its head through its rows.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any, TypeVar, get_args

from foraldraskolan.document.blocks import Block, Node, Prose
from foraldraskolan.document.document import Address, Document
from foraldraskolan.document.inlines import (
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
    Value,
)

_NODES: tuple[type, ...] = (*get_args(Block), *(kind for kind in get_args(Node) if isinstance(kind, type)))
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


def descend(node: Node, address: Address = ()) -> Iterator[tuple[Address, Node]]:
    """Yield this node and every node below it, parents first, with addresses."""
    yield address, node
    for index, child in enumerate(children(node)):
        yield from descend(child, (*address, index))


def proses(document: Document) -> Iterator[tuple[Address, Prose]]:
    """Yield every text of a document's blocks in reading order, with addresses."""
    for index, block in enumerate(document.blocks):
        for address, node in descend(block, (index,)):
            if isinstance(node, Prose):
                yield address, node


def rewrite(value: T, change: Callable[[Prose], Prose]) -> T:
    """Return the node (or tuple of nodes) with every text below it replaced by change(text)."""
    return _rewritten(value, change)  # type: ignore[no-any-return]


def _rewritten(value: Any, change: Callable[[Prose], Prose]) -> Any:
    if isinstance(value, Prose):
        return change(value)
    if type(value) is tuple:
        return tuple(_rewritten(each, change) for each in value)
    if isinstance(value, _NODES):
        node: Any = value
        kept = {name: getattr(node, name) for name in _NAMES[type(node)]}
        changed = {name: new for name, old in kept.items() if (new := _rewritten(old, change)) is not old}
        return replace(node, **changed) if changed else node
    return value


def rewrite_inlines(inlines: tuple[Inline, ...], change: Callable[[Inline], Inline]) -> tuple[Inline, ...]:
    """Return the inlines with change applied to every one, innermost first."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Strong | Emphasis | Link | Foreign):
            inline = replace(inline, children=rewrite_inlines(inline.children, change))
        result.append(change(inline))
    return tuple(result)


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the characters of filled inlines as a reader sees them, without source marks; a line break is a space."""
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
