"""What an arranged document says, element by element: the text that its PDF has to hold."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from foraldraskolan.document.form import Heading, Paragraph, Table
from foraldraskolan.document.inlines import Emphasis, Foreign, Inline, Link, SourceMark, Strong, Text, Value
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    Chart,
    ContactCard,
    Contacts,
    Document,
    Masthead,
    Numbered,
    Pictures,
    Rule,
    Salutation,
    Slide,
    Sources,
    SpeakerNote,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import children, plain

_UNSEEN = re.compile(r"[\s\u2028\u200b\u00ad]+")


def read_aloud(document: Document, *, fields: bool = False) -> list[str]:
    """Return every text of a document in reading order; with `fields`, boxes to tick come before their items."""
    return [text for block in document.blocks for text in _block(block, fields)]


def squeezed(text: str) -> str:
    """Return a text without white space and soft hyphens: what must be the same however its lines are broken.

    U+200B goes too: on a right-to-left page it stands for a space that one reader would lose.
    """
    return _UNSEEN.sub("", text)


def headings(document: Document) -> list[str]:
    """Return the text of every heading of an arranged document."""
    found: list[str] = []
    for block in document.blocks:
        inner = block.block if isinstance(block, Numbered) else block
        match inner:
            case Heading(_, text):
                found.append(plain(text.inlines))
            case Masthead(title) | SpeakerNote(title):
                found.append(plain(title.inlines))
            case Slide(title, blocks):
                if title.inlines:
                    found.append(plain(title.inlines))
                found.extend(plain(each.text.inlines) for each in blocks if isinstance(each, Heading))
            case _:
                pass
    return found


def _block(block: Block, fields: bool) -> Iterator[str]:
    match block:
        case Heading(_, text) | Paragraph(text) | Salutation(text):
            yield _text(text)
        case BulletList(items):
            yield from map(_text, items)
        case Checklist(items):
            for item in items:
                yield from ["", _text(item)] if fields else [_text(item)]
        case NumberedList(items):
            for number, item in enumerate(items, start=1):
                yield from (f"{number}.", _text(item))
        case Table(head, rows):
            yield from (_text(cell) for row in (head, *rows) for cell in row)
        case Chart(title, _, alt, _, bars, source):
            cells = (cell for bar in bars for cell in (bar.label, bar.text))
            yield from (_text(each) for each in (title, alt, *cells, source) if each is alt or each.inlines)
        case Numbered(number, inner):
            yield str(number)
            yield from _block(inner, fields)
        case Sources(entries, note):
            for entry in entries:
                host = (urlsplit(entry.url).hostname or "").removeprefix("www.")
                checked = _text(entry.note) if entry.note else ""
                yield f"{entry.number}{_text(entry.text)} {host}{checked}"
            if note is not None:
                yield _text(note)
        case SpeakerNote(title, clock, alt, _, blocks):
            yield from map(_text, (title, clock, alt))
            for each in blocks:
                yield from _block(each, fields)
        case Callout(_, blocks):
            if block.label is not None:
                yield _text(block.label)
            for each in blocks:
                yield from _block(each, fields)
        case Rule(name, text, mark):
            yield from (_text(name), _text(text) + _text(mark))
        case Pictures(pictures):
            for picture in pictures:
                yield from (_text(picture.alt), _text(picture.label))
        case ContactCard() | Contacts() | Slide() | Masthead():
            for child in children(block):
                if isinstance(child, Prose):
                    if child.inlines:
                        yield _text(child)
                else:
                    yield from _block(child, fields)  # type: ignore[arg-type]  # neither bars nor sources stand here
        case _:
            raise AssertionError(f"{type(block).__name__} is not on a finished page")


def _text(prose: Prose) -> str:
    return "".join(_inline(inline) for inline in prose.inlines)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Value(text):
            return text
        case Strong(below) | Emphasis(below) | Link(_, below) | Foreign(_, below):
            return "".join(map(_inline, below))
        case SourceMark(number):
            return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))
        case _:
            return " "
