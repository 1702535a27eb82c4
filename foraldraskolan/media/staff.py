"""The check list for the staff: before, during and after the meeting."""

from foraldraskolan.document.document import Document
from foraldraskolan.layout.page import Page
from foraldraskolan.media import checklist
from foraldraskolan.media.medium import Words
from foraldraskolan.media.sheet import lay_out_sheet

FILLABLE = True


def arrange(document: Document, words: Words) -> Document:
    """Return the check lists of the modules for staff."""
    return checklist.arranged(document, words, words.labels("title_checklist_staff"))


def lay_out(document: Document, words: Words) -> list[Page]:
    """Return the check list's pages."""
    return lay_out_sheet(document, words, numbers=False)
