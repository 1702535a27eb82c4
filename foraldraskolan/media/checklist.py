"""The check list for parents: boxes to tick now and again, with a pen or on screen, and whom to call."""

from collections.abc import Iterator
from dataclasses import replace

from foraldraskolan.document.form import Box, Checks, Form, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import ContactCard, Contacts, Document
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.layout.check_list import lay_out_check_list
from foraldraskolan.media.arranging import acute, check_lists, form, masthead, without_marks
from foraldraskolan.media.contacts import every_contact
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message

_WEEKS = (0, 2, 4)  # after which what is new is looked for again: it is change that counts


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return acute danger, every check list under its headings with a box for each time, and whom to call."""
    title = words.labels("title_checklist")
    top = masthead(document, words, title, words.labels("checklist_lead"))
    danger = acute(document)
    above = with_notes([without_marks(danger[1])] if danger else [], words)
    dates = tuple(Paragraph(words.labels("check_date", week=str(week)), "line") for week in _WEEKS)
    lists = tuple(_several(block, words) for block in with_notes(check_lists(document), words))
    ticked = (Box("lines", dates), Box("columns", lists)) if lists else ()
    return form(document, title, (top, *above, *ticked, *_numbers(document, words)), words)


def _several(block: FormBlock, words: Words) -> FormBlock:
    """Return a check list with a box for each time, any other block as it is."""
    if not isinstance(block, List):
        return block
    week = words.labels("check_week")
    times = (Prose((Text(str(each)),), week.language) for each in _WEEKS)
    return Checks((week, *times), block.items)


def _numbers(document: Document, words: Words) -> Iterator[FormBlock]:
    """Yield whom all parents are told to call when nothing is urgent, and lines for more, if anybody is told of."""
    cards, first = every_contact(document)
    if not cards:
        return
    known = Contacts(tuple(_short(card) for card in cards[:first] if not card.urgent))
    yield from with_notes((Heading(2, words.labels("contacts")), *([known] if known.cards else [])), words)
    yield Box("lines", (Paragraph(words.labels("leaflet_own"), "line"),) * 2)


def _short(card: ContactCard) -> ContactCard:
    """Return a card with who and when, or what for if it is not known when."""
    about = NOTHING if card.hours else card.about
    return replace(card, about=about, languages=None, price=None, url=None)


MEDIUM = Medium(
    "checklist",
    message("Checklista för föräldrar"),
    arrange,
    lambda form, _: lay_out_check_list(form),
    parents_only=True,
    beside=True,
)
