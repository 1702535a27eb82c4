"""The invitation: a letter of one page, to everybody or, merged, to one family."""

from foraldraskolan.document.blocks import AddressField, Salutation
from foraldraskolan.document.document import Document
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.theme import COMPACT, LETTER, TIGHT
from foraldraskolan.media.arranging import (
    masthead,
    sections,
    with_notes,
    without_marks,
    worded,
)
from foraldraskolan.media.medium import Words
from foraldraskolan.media.opening import band, letterhead
from foraldraskolan.media.sheet import lay_out_sheet
from foraldraskolan.problems import Problem, ProblemsFound, message

FILLABLE = False


def arrange(document: Document, words: Words) -> Document:
    """Return the letter under its own title, with the plan's contacts last."""
    letter = next(sections(document))
    blocks = with_notes((worded(without_marks(each), words) for each in letter.blocks), words)
    top = masthead(document, words, letter.title)
    greeting = Salutation(words.labels("greeting"))
    return Document(letter.title, document.language, document.meeting, (top, greeting, *blocks))


def lay_out(document: Document, words: Words) -> list[Page]:
    """Return the letter's page, set a little smaller if it needs to be; raise ProblemsFound if that is not enough."""
    opening = letterhead if isinstance(document.blocks[1], AddressField) else band
    what = message("Brevet på {language} får inte plats på en sida.", language=document.language.swedish)
    hint = message("Korta brevet, eller namnen på mötet, platsen och värden i planen.")
    problems: tuple[Problem, ...] = ()
    for theme in (LETTER, COMPACT, TIGHT):
        try:
            pages = lay_out_sheet(document, words, theme=theme, numbers=False, opening=opening)
        except ProblemsFound as found:
            problems = found.problems
            continue
        if len(pages) == 1:
            return pages
        problems = (Problem(what, hint, document.title.place),)
    raise ProblemsFound(problems)
