"""The handout: A4, everything that a parent keeps, numbered alike in every language."""

from foraldraskolan.document.form import Form, Heading
from foraldraskolan.document.meaning import Block, Document
from foraldraskolan.document.paper import Once, printed
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media.arranging import SourceIndex, acute, deeper, form, masthead, numbered, sections
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
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
    title = words.labels("title")
    top = masthead(document, words, title, words.labels("subtitle"))
    body = numbered(with_notes(blocks, words), document.language.tag)
    return form(document, title, (top, *body, *index.blocks(words)), words)


MEDIUM = Medium(
    "handout",
    message("Papper att läsa hemma"),
    arrange,
    lambda form, _: lay_out_sheet(form, numbers=True),
    ways=("pages", "webpage"),
)
