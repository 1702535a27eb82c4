"""The invitation: a letter of one page, to everybody or, merged, to one family."""

from foraldraskolan.document.form import Blank, Form, Paragraph
from foraldraskolan.document.meaning import Document
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.media.arranging import form, masthead, sections, without_marks
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, SENT, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the letter under its own title, with the plan's contacts last."""
    letter = next(sections(document))
    blocks = with_notes((without_marks(each) for each in letter.blocks), words)
    greeting = Blank("salutation", (Paragraph(words.labels("greeting"), "plain"),))
    top = masthead(document, words, letter.title)
    return form(document, letter.title, (top, Blank("address"), greeting, *blocks), words)


MEDIUM = Medium(
    "mailout",
    message("Inbjudan"),
    arrange,
    lambda form, _: lay_out_letter(form),
    source="invitation",
    parents_only=True,
    copied=True,
    ways=("pages", *SENT),
)
