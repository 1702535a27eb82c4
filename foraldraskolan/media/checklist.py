"""The check list for parents: boxes to tick with a pen or on screen, and whom to call."""

from collections.abc import Iterable, Iterator

from foraldraskolan.document.blocks import (
    Block,
    Checklist,
    Contacts,
    Heading,
    Prose,
    Section,
)
from foraldraskolan.document.document import Document
from foraldraskolan.layout.page import Page
from foraldraskolan.media.arranging import (
    NOTHING,
    SourceIndex,
    acute,
    deeper,
    masthead,
    sections,
    with_notes,
    worded,
)
from foraldraskolan.media.medium import Words
from foraldraskolan.media.sheet import lay_out_sheet

FILLABLE = True


def arrange(document: Document, words: Words) -> Document:
    """Return acute danger, every check list under its headings, and whom to call."""
    lead = words.labels("checklist_lead")
    return arranged(document, words, words.labels("title_checklist"), lead, _contacts(document, words))


def arranged(
    document: Document, words: Words, title: Prose, lead: Prose = NOTHING, last: Iterable[Block] = ()
) -> Document:
    """Return the check lists of a document's sections as a sheet of this title, and the blocks that end it."""
    index = SourceIndex()
    blocks: list[Block] = []
    danger = acute(document)
    if danger:
        blocks.extend(index.number([danger[1]], danger[0]))
    for section in sections(document):
        lists = list(_checklists(section))
        if lists:
            blocks.append(Heading(2, section.title))
            blocks.extend(index.number([deeper(each) for each in lists], section))
    blocks.extend(last)
    noted = with_notes((worded(each, words) for each in blocks), words)
    top = masthead(document, words, title, lead)
    rest = index.blocks(words)
    return Document(title, document.language, document.meeting, (top, *noted, *rest))


def _checklists(section: Section) -> Iterator[Block]:
    """Yield the section's check lists, each after the headings that it stands under and no list before it did."""
    headings: list[Heading] = []
    for block in section.blocks:
        if isinstance(block, Heading):
            headings = [*(above for above in headings if above.level < block.level), block]
        elif isinstance(block, Checklist):
            yield from headings
            headings = []
            yield block


def _contacts(document: Document, words: Words) -> list[Block]:
    """Return the most contacts that stand together, none of them urgent, under a heading that says what they are."""
    groups = [block for section in sections(document) for block in section.blocks if isinstance(block, Contacts)]
    calm = [group for group in groups if not any(card.urgent for card in group.cards)]
    fullest = max(calm, key=lambda group: len(group.cards), default=None)
    return [Heading(2, words.labels("contacts")), fullest] if fullest else []


def lay_out(document: Document, words: Words) -> list[Page]:
    """Return the check list's pages."""
    return lay_out_sheet(document, words, numbers=False)
