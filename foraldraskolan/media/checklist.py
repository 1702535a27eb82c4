"""The check list for parents: boxes to tick with a pen or on screen, and whom to call."""

from collections.abc import Iterable, Iterator

from foraldraskolan.document.form import Form, Heading, List
from foraldraskolan.document.meaning import Block, Contacts, Document, Section
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import fillable
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media.arranging import SourceIndex, acute, deeper, form, masthead, sections
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return acute danger, every check list under its headings, and whom to call."""
    lead = words.labels("checklist_lead")
    return check_list(document, words, words.labels("title_checklist"), lead, _contacts(document, words))


def check_list(
    document: Document, words: Words, title: Prose, lead: Prose = NOTHING, last: Iterable[Block] = ()
) -> Form:
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
    body = map(fillable, with_notes(blocks, words))
    top = masthead(document, words, title, lead)
    return form(document, title, (top, *body, *index.blocks(words)), words)


def _checklists(section: Section) -> Iterator[Block]:
    """Yield the section's check lists, each after the headings that it stands under and no list before it did."""
    headings: list[Heading] = []
    for block in section.blocks:
        if isinstance(block, Heading):
            headings = [*(above for above in headings if above.level < block.level), block]
        elif isinstance(block, List) and block.marker == "tick":
            yield from headings
            headings = []
            yield block


def _contacts(document: Document, words: Words) -> list[Block]:
    """Return the most contacts that stand together, none of them urgent, under a heading that says what they are."""
    groups = [block for section in sections(document) for block in section.blocks if isinstance(block, Contacts)]
    calm = [group for group in groups if not any(card.urgent for card in group.cards)]
    fullest = max(calm, key=lambda group: len(group.cards), default=None)
    return [Heading(2, words.labels("contacts")), fullest] if fullest else []


MEDIUM = Medium(
    "checklist",
    message("Checklista för föräldrar"),
    arrange,
    lambda form, _: lay_out_sheet(form),
    parents_only=True,
)
