"""A short lesson as a letter of the weekly series; it is sent as a message and never set on a page."""

from foraldraskolan.document.blocks import Block, Contacts, Mail, Masthead, Paragraph, SourceEntry, Sources
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.language import SOURCE
from foraldraskolan.media.arranging import NOTHING, SourceIndex, sections, with_notes, without_marks, worded
from foraldraskolan.media.medium import Words


def arrange(document: Document, words: Words, number: int, count: int) -> Document:
    """Return one lesson of so many under its module's title; whom to ask, and the sources, come last."""
    lesson = next(sections(document))
    said = [inner for block in lesson.blocks if isinstance(block, Mail) for inner in block.blocks]
    contacts = [block for block in lesson.blocks if isinstance(block, Contacts)]
    closing = Paragraph(words.labels("letter_closing", host=Foreign(SOURCE, (Text(document.meeting.host),))))
    blocks = (worded(without_marks(each), words) for each in (*said, closing, *contacts))
    index = SourceIndex()
    index.number(said, lesson)
    top = Masthead(
        lesson.title,
        words.labels("letter_number", number=str(number), count=str(count)),
        NOTHING,
        NOTHING if document.language.tag == SOURCE else words.trust,
        words.example,
    )
    return Document(
        lesson.title,
        document.language,
        document.meeting,
        (top, *with_notes(blocks, words), *_sources(index.entries, words)),
    )


def _sources(entries: tuple[SourceEntry, ...], words: Words) -> list[Block]:
    """Return the sources, and on which day all of them had been compared."""
    if not entries:
        return []
    oldest = min(entry.checked for entry in entries)
    return [Sources(entries, words.labels("compared", date=words.day(oldest)))]
