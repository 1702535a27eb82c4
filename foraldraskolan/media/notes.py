"""The notes: A4 for the speaker, every slide small with when it comes, what to say and what to ask.

Their language is chosen apart from the slides': the words come from one document, the small slides from another.
"""

from foraldraskolan.document.form import Blank, Box, Figure, Form, FormBlock, Heading, Miniatures, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.speaker_notes import lay_out_speaker_notes
from foraldraskolan.media.arranging import form, masthead
from foraldraskolan.media.deck import Cue, deck, title_of
from foraldraskolan.media.medium import Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, shown: Shown) -> Form:
    """Return a box for each slide of the deck; `shown` is the same meeting's presentation."""
    notes = [
        _note(cue, slide, tuple(index for index, page in enumerate(shown.pages) if page.block == number), words)
        for number, (cue, slide) in enumerate(zip(deck(document, words), shown.blocks, strict=True))
    ]
    label = words.labels
    title = label("title_notes")
    top: list[FormBlock] = [masthead(document, words, title, label("title"))]
    if document.meeting.interpreted:
        top.append(Box("remember", (Paragraph(label("remember"), "label"), Paragraph(label("interpreted")))))
    return form(document, title, (*top, *notes), words)


def _note(cue: Cue, slide: FormBlock | Blank, pages: tuple[int, ...], words: Words) -> Box:
    number = "–".join(str(page + 1) for page in dict.fromkeys((pages[0], pages[-1])))
    heading = words.labels("slide_titled", number=number, title=title_of(cue.slide))
    alt = words.labels("slide_titled", number=number, title=Text(plain(title_of(slide).inlines)))
    clock = words.labels("clock", start=words.clock(cue.start))
    return Box(
        "speaker note",
        (Heading(2, heading), Paragraph(clock, "clock"), Figure(Miniatures(pages), alt), *cue.notes),
    )


MEDIUM = Medium(
    "notes",
    message("Talarstöd"),
    arrange,
    lambda form, shown: lay_out_speaker_notes(form, shown.pages),
    languages="notes",
    shows="presentation",
)
