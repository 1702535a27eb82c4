"""The handout: A4, everything that a parent keeps, numbered alike in every language."""

from foraldraskolan.document.blocks import Block, Heading
from foraldraskolan.document.document import Document
from foraldraskolan.document.paper import Once, printed
from foraldraskolan.layout.page import Page
from foraldraskolan.media.arranging import (
    SourceIndex,
    acute,
    deeper,
    masthead,
    numbered,
    sections,
    with_notes,
    worded,
)
from foraldraskolan.media.medium import Words
from foraldraskolan.media.sheet import lay_out_sheet

FILLABLE = False


def arrange(document: Document, words: Words) -> Document:
    """Return acute danger first, then each module under its title with what it adds to that, then sources."""
    index = SourceIndex()
    blocks: list[Block] = []
    once = Once()
    danger = acute(document)
    if danger:
        section, callout = danger
        blocks.extend(index.number(once.of([callout]), section))
    for section in sections(document):
        blocks.append(Heading(2, section.title))
        blocks.extend(index.number([deeper(each) for each in once.of(printed(section.blocks))], section))
    noted = with_notes((worded(each, words) for each in blocks), words)
    top = masthead(document, words, words.labels("title"), words.labels("subtitle"))
    title = words.labels("title")
    rest = index.blocks(words)
    return Document(title, document.language, document.meeting, (top, *numbered(noted), *rest))


def lay_out(document: Document, words: Words) -> list[Page]:
    """Return the handout's pages."""
    return lay_out_sheet(document, words)
