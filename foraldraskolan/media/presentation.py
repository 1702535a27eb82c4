"""The presentation: 16:9 slides for the back row of an assembly hall, one thought a slide."""

from foraldraskolan.document.form import Form
from foraldraskolan.document.meaning import Document
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.media.arranging import form
from foraldraskolan.media.deck import deck
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the slides of the deck."""
    return form(document, words.labels("title"), (cue.slide for cue in deck(document, words)), words)


MEDIUM = Medium(
    "presentation",
    message("Bilder"),
    arrange,
    lambda form, _: lay_out_slides(form),
    languages="presentation",
    ways=("pages", "slides"),
)
