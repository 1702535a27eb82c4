"""The notes: A4 for the speaker, every slide small with when it comes, what to say and what to ask.

Their language is chosen apart from the slides': the words come from one document, the small slides from another.
"""

from collections.abc import Sequence

from foraldraskolan.document.blocks import (
    Block,
    Callout,
    Paragraph,
    Prose,
    SpeakerNote,
)
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.blocks import lay_out as lay_out_block
from foraldraskolan.layout.page import Box, Miniature, Page, Placed, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import COMPACT, GREY, Theme, style
from foraldraskolan.media.arranging import masthead
from foraldraskolan.media.deck import Card, deck
from foraldraskolan.media.medium import Words
from foraldraskolan.media.opening import band
from foraldraskolan.media.presentation import split
from foraldraskolan.media.sheet import pages_of, text_column

_SMALL = 190.0  # points wide
_GAP = 16.0
_CLOCK = style(9.5, 13, 600, GREY)


def arrange(document: Document, slides: Document, words: Words, slide_words: Words) -> Document:
    """Return one SpeakerNote for each slide of the deck; `slides` is the same meeting in the slides' language."""
    notes: list[Block] = []
    number = 1
    shown = deck(slides, slide_words)
    for card, other in zip(deck(document, words), shown, strict=True):
        parts = len(split(other.slide, slides.language.tag))
        numbers = tuple(range(number, number + parts))
        notes.append(_note(card, other, numbers, words))
        number += parts
    title = words.labels("title_notes")
    top: list[Block] = [masthead(document, words, title, words.labels("title"))]
    if document.meeting.interpreted:
        top.append(Callout("remember", (Paragraph(words.labels("interpreted")),), label=words.labels("remember")))
    return Document(title, document.language, document.meeting, (*top, *notes))


def _note(card: Card, shown: Card, numbers: tuple[int, ...], words: Words) -> SpeakerNote:
    title = _title(card)
    number = "–".join(str(each) for each in dict.fromkeys((numbers[0], numbers[-1])))
    heading = words.labels("slide_titled", number=number, title=title)
    seen = _title(shown)
    alt = words.labels("slide_titled", number=number, title=Text(plain(seen.inlines)))
    clock = words.labels("clock", start=words.clock(card.start))
    return SpeakerNote(heading, clock, alt, numbers, card.notes)


def _title(card: Card) -> Prose:
    """Return what a slide is called: its title, or the first text on it."""
    if card.slide.title.inlines:
        return card.slide.title
    first = card.slide.blocks[0]
    return first.text if not isinstance(first, Callout) and hasattr(first, "text") else card.slide.title


def lay_out(document: Document, slides: Sequence[Page], words: Words) -> list[Page]:
    """Return the notes' pages with the slides' pages drawn small."""
    tag = document.language.tag
    theme = COMPACT.in_language(tag)
    column = text_column(tag, numbers=False)
    body: list[Strip] = []
    for index, block in enumerate(document.blocks[1:], start=1):
        if isinstance(block, SpeakerNote):
            body.append(_strip(block, (index,), slides, theme, column))
        else:
            body.extend(lay_out_block(block, (index,), theme, column))
    return pages_of(document, words, band(document, theme), body)


def _strip(note: SpeakerNote, at: tuple[int, ...], slides: Sequence[Page], theme: Theme, column: Column) -> Strip:
    """Return a note in one piece: the slides small at the start side, the words beside them."""
    items: list[Placed] = []
    y = 0.0
    for number in note.slides:
        page = slides[number - 1]
        tall = _SMALL * page.height / page.width
        items.append(Placed(column.x, y, Miniature(_SMALL, page), (at, "figure")))
        items.append(Placed(column.x, y, Box(_SMALL, tall, stroke=GREY, thickness=0.5)))
        y += tall + 6
    side = column.inset(_SMALL + _GAP)
    lines = [
        *prose_strips(note.title, (*at, 0), theme.heading2, side),
        *prose_strips(note.clock, (*at, 1), _CLOCK, side),
    ]
    for index, block in enumerate(note.blocks):
        lines.extend(lay_out_block(block, (*at, 3 + index), theme, side))
    items.extend(stacked(lines))
    return Strip(max(y - 6, height(lines)), tuple(items), 22)
