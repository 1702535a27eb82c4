"""A short lesson as a letter of the weekly series; it is sent as a message and never set on a page."""

from foraldraskolan.document.form import Form, Paragraph
from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.document.meaning import Block, Contacts, Document, Mail
from foraldraskolan.language import SOURCE
from foraldraskolan.media.arranging import SourceIndex, form, masthead, sections, without_marks
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.words import Words


def arrange(document: Document, words: Words, number: int, count: int) -> Form:
    """Return one lesson of so many under its module's title; whom to ask, and the sources, come last."""
    lesson = next(sections(document))
    text = [inner for block in lesson.blocks if isinstance(block, Mail) for inner in block.blocks]
    contacts = [block for block in lesson.blocks if isinstance(block, Contacts)]
    host = Foreign(SOURCE, (Text(document.meeting.host),))
    blocks: list[Block] = [*text, Paragraph(words.labels("letter_closing", host=host)), *contacts]
    index = SourceIndex()
    for block in text:
        index.use(block, lesson, 0)
    line = words.labels("letter_number", number=str(number), count=str(count))
    top = masthead(document, words, lesson.title, line, of_meeting=False)
    body = with_notes((without_marks(each) for each in blocks), words)
    return form(document, lesson.title, (top, *body, *index.listed(words)), words)
