"""A form -> plain text, which pastes into any school platform: one paragraph a line, no marks but "- "."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from foraldraskolan.characters import SOFT_HYPHEN
from foraldraskolan.document.form import (
    Box,
    Checks,
    Code,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Marker,
    Note,
    Paragraph,
    Reference,
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
from foraldraskolan.document.islands import islands
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import below, top
from foraldraskolan.isolates import must_override, own_direction
from foraldraskolan.language import SOURCE, direction_of
from foraldraskolan.scripts import Direction
from foraldraskolan.web.alike import is_linked, sites

# LRI, RLI and PDI of UAX #9: without them Arabic turns the groups of a phone number around; LRO and PDF.
_OPEN = {"ltr": "\u2066", "rtl": "\u2067"}
_CLOSE = "\u2069"
_OVERRIDE = "\u202d{}\u202c"


_MARKERS: dict[Marker, str] = {"bullet": "- ", "number": "{number}. ", "tick": "☐ ", "field": "☐ "}


def plain_text(form: Form) -> str:
    """Return a form as plain text, a blank line between two blocks, a line feed after the last.

    A part of the other direction than its text is a bidi isolate of UAX #9; a text of one direction has no such marks.
    No line ends at a soft hyphen: there are none.
    """
    blocks = ("\n".join(_block(block)) for _, block in top(form))
    return ("\n\n".join(filter(None, blocks)) + "\n").replace(SOFT_HYPHEN, "")


def _block(block: FormBlock) -> Iterator[str]:
    """Yield the lines of a block."""
    match block:
        case Heading(_, text) | Paragraph(text):
            yield _text(text)
        case List(marker, items):
            for number, item in enumerate(items, start=1):
                yield _MARKERS[marker].format(number=number) + _text(item)
        case Table((), rows):
            yield from (f"- {': '.join(map(_text, row))}" for row in rows)
        case Table(head, rows):
            yield from (" – ".join(map(_text, row)) for row in (head, *rows))
        case Checks(head, items):
            yield " ".join(map(_text, head))
            yield from ("☐ " * (len(head) - 1) + _text(item) for item in items)
        case Figure(Code() | Logo(), _, Prose() as word):
            yield _text(word)
        case Figure(_, alt, word):
            yield f"- {_text(word)}: {_text(alt)}" if word else _text(alt)
        case Reference(text, about):
            yield f"- {_text(text)}"
            yield from [_text(about)] if about else []
        case Note(_, text, url):
            yield f"{_text(text)} ({url})"
        case Box():
            yield from _box(block)
        case _:
            assert_never(block)


def _box(box: Box) -> Iterator[str]:
    blocks = [block for _, block in below(box, ())]
    match box.look:
        case "card" | "urgent card":
            yield from _card(blocks)
        case "contacts":
            for index, block in enumerate(blocks):
                yield from (*([""] if index and isinstance(block, Box) else []), *_block(block))
        case "sources":
            yield from (line for block in blocks if isinstance(block, Paragraph) for line in _block(block))
            yield " · ".join(sites(block for block in blocks if isinstance(block, Note)))
        case _:
            yield from (line for block in blocks for line in _block(block))


def _card(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Return the lines of a card: a number to call stands with its name, whatever is copied of the letter."""
    lines: list[str] = []
    around: Direction = "ltr"
    for paragraph in paragraphs:
        if paragraph.role == "phone":
            lines[-1] += f": {_text(paragraph.text, around)}"
        else:
            lines.append(_text(paragraph.text))
        around = direction_of(paragraph.text.language)
    return lines


def _text(prose: Prose, around: Direction | None = None) -> str:
    """Return a text, on a line of the direction `around` if that is not its own."""
    own = direction_of(prose.language)
    return _inlines(prose.inlines, around or own)


def _inlines(inlines: Sequence[Inline], around: Direction) -> str:
    texts: list[str] = []
    for group, alone in islands(inlines, around):
        text = "".join(_inline(inline, "ltr" if alone else around) for inline in group)
        texts.append(_isolated(text, own_direction(text), around) if alone else text)
    return "".join(texts)


def _inline(inline: Inline, around: Direction) -> str:
    match inline:
        case Text(text):
            return text
        case Value(text):
            return _isolated(text, own_direction(text), around)
        case Strong(below) | Emphasis(below):
            return "".join(_inline(each, around) for each in below)
        case Link(url, below):
            text = _inlines(below, around)
            return f"{text} ({_isolated(url, 'ltr', around)})" if is_linked(url) else text
        case Foreign(tag, below):
            own = direction_of(tag)
            return _isolated(_inlines(below, own), own, around)
        case Gloss(below):
            return "\n" + _inline(Foreign(SOURCE, below), around)
        case LineBreak():
            return "\n"
        case Field() | SourceMark():
            raise AssertionError(f"a field or a mark is left: {inline}")
        case _:
            assert_never(inline)


def _isolated(text: str, own: Direction, around: Direction) -> str:
    # Digits alone, such as 112, have nothing to turn around, and are copied into a phone without hidden characters.
    if own == around or text.isdecimal():
        return text
    return f"{_OPEN[own]}{_OVERRIDE.format(text) if must_override(text) else text}{_CLOSE}"
