"""What a form says, element by element: the text that its PDF has to hold."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from foraldraskolan.document.form import Checks, Form, FormBlock, Heading, List, Note, Reference, Table
from foraldraskolan.document.inlines import Emphasis, Foreign, Inline, Link, Strong, Text, Value
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import below, descend, plain, top

_UNSEEN = re.compile(r"[\s\u2028\u200b\u200e\u200f\u00ad]+")


def read_aloud(form: Form) -> list[str]:
    """Return every text of a form in reading order; a box to tick on screen has none."""
    return [text for _, block in top(form) for text in _block(block)]


def squeezed(text: str) -> str:
    """Return a text without white space and soft hyphens: what must be the same however its lines are broken.

    So go U+200B, which stands for a space that one reader would lose on a right-to-left page, and marks of direction.
    """
    return _UNSEEN.sub("", text)


def headings(form: Form) -> list[str]:
    """Return the text of every heading of a form."""
    nodes = (node for _, block in top(form) for _, node in descend(block))
    return [plain(node.text.inlines) for node in nodes if isinstance(node, Heading)]


def _block(block: FormBlock) -> Iterator[str]:
    match block:
        case List(marker, items):
            for number, item in enumerate(items, start=1):
                if marker in ("number", "field"):
                    yield f"{number}." if marker == "number" else ""
                yield _text(item)
        case Checks(head, items):
            yield from map(_text, head)
            for item in items:
                yield from (_text(item), *[""] * (len(head) - 1))
        case Table(head, rows):
            yield from (_text(cell) for row in (head, *rows) for cell in row)
        case Note(points, text, url):
            host = (urlsplit(url).hostname or "").removeprefix("www.")
            yield f"{_text(points) if points else ''}{_text(text)} {host}"
        case Reference(text, about, _, page):
            yield f"{_text(text)}{page}"
            yield from [_text(about)] if about else []
        case _:
            for _, child in below(block, ()):
                if isinstance(child, Prose):
                    yield _text(child)
                else:
                    yield from _block(child)


def _text(prose: Prose) -> str:
    return "".join(_inline(inline) for inline in prose.inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Value(text):
            return text
        case Strong(below) | Emphasis(below) | Link(_, below) | Foreign(_, below):
            return "".join(map(_inline, below))
        case _:
            return " "
