"""An arranged letter -> plain text, which pastes into any school platform: one paragraph a line, no marks but "- "."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from foraldraskolan.document.blocks import (
    AddressField,
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
    Numbered,
    NumberedList,
    Paragraph,
    Pictures,
    Prose,
    Rule,
    Salutation,
    Section,
    Slide,
    Sources,
    SpeakerNote,
    Table,
)
from foraldraskolan.document.document import Document
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
from foraldraskolan.language import direction_of
from foraldraskolan.scripts import Direction
from foraldraskolan.web.alike import details, is_linked, own_direction, pieces, sites

# LRI, RLI and PDI of UAX #9: without them Arabic turns the groups of a phone number around.
_OPEN = {"ltr": "\u2066", "rtl": "\u2067"}
_CLOSE = "\u2069"


def plain_text(document: Document) -> str:
    """Return an arranged letter as plain text, a blank line between two blocks, a line feed after the last.

    A part of the other direction than its text is a bidi isolate of UAX #9; a text of one direction has no such marks.
    """
    blocks = ("\n".join(_block(block)) for block in document.blocks)
    return "\n\n".join(filter(None, blocks)) + "\n"


def _block(block: Block) -> Iterator[str]:
    """Yield the lines of a block."""
    match block:
        case Heading(_, text) | Paragraph(text) | Salutation(text):
            yield _text(text)
        case BulletList(items):
            yield from (f"- {_text(item)}" for item in items)
        case NumberedList(items):
            yield from (f"{number}. {_text(item)}" for number, item in enumerate(items, start=1))
        case Checklist(items):
            yield from (f"☐ {_text(item)}" for item in items)
        case Table(head, rows):
            yield from (" – ".join(map(_text, row)) for row in (head, *rows))
        case Chart(title, _, alt, _, bars, source):
            yield from _lines((title, alt))
            yield from (f"- {_text(bar.label)}: {_text(bar.text)}" for bar in bars)
            yield from _lines((source,))
        case Callout(_, blocks, label=label):
            if label is not None:
                yield _text(label)
            for each in blocks:
                yield from _block(each)
        case ContactCard(name, _, phone):
            # A number to call stands with its name, whatever is copied of the letter.
            number = f": {_text(phone, direction_of(name.language))}" if phone is not None else ""
            yield _text(name) + number
            yield from _lines(details(block))
        case Contacts(cards, note):
            for index, card in enumerate(cards):
                yield from (*([""] if index else []), *_block(card))
            yield from _lines((note,) if note is not None else ())
        case Rule(name, text):
            yield from _lines((name, text))
        case Pictures(pictures):
            yield from (f"- {_text(picture.label)}: {_text(picture.alt)}" for picture in pictures)
        case Masthead(title, subtitle, meeting, trust, example):
            yield from _lines((title, subtitle, meeting, trust, example))
        case Numbered(_, inner):
            yield from _block(inner)
        case Sources(entries, note):
            yield from _lines((note,) if note is not None else ())
            yield " · ".join(sites(entries))
        case AddressField() | Section() | Slide() | SpeakerNote() | Mail():
            raise AssertionError(f"{type(block).__name__} stands in no letter")
        case _:
            assert_never(block)


def _lines(texts: Iterable[Prose]) -> Iterator[str]:
    return (_text(text) for text in texts if text.inlines)


def _text(prose: Prose, around: Direction | None = None) -> str:
    """Return a text, on a line of the direction `around` if that is not its own."""
    own = direction_of(prose.language)
    return "".join(_inline(inline, around or own) for inline in prose.inlines)


def _inline(inline: Inline, around: Direction) -> str:
    match inline:
        case Text(text):
            return "".join(
                _isolated(part, own_direction(part), around) if alone else part for part, alone in pieces(text, around)
            )
        case Value(text):
            return _isolated(text, own_direction(text), around)
        case Strong(below) | Emphasis(below):
            return "".join(_inline(each, around) for each in below)
        case Link(url, below):
            text = "".join(_inline(each, around) for each in below)
            return f"{text} ({_isolated(url, 'ltr', around)})" if is_linked(url) else text
        case Foreign(tag, below):
            own = direction_of(tag)
            return _isolated("".join(_inline(each, own) for each in below), own, around)
        case SourceMark():
            return ""
        case LineBreak():
            return "\n"
        case Field():
            raise AssertionError(f"a field is left: {inline}")
        case _:
            assert_never(inline)


def _isolated(text: str, own: Direction, around: Direction) -> str:
    # Digits alone, such as 112, have nothing to turn around, and are copied into a phone without hidden characters.
    return text if own == around or text.isdecimal() else f"{_OPEN[own]}{text}{_CLOSE}"
