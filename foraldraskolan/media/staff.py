"""The check list for the staff: before, during and after the meeting."""

from foraldraskolan.document.form import Form
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.walk import fillable
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media.arranging import check_lists, form, masthead
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the check lists of the modules for staff."""
    title = words.labels("title_checklist_staff")
    lists = map(fillable, with_notes(check_lists(document), words))
    return form(document, title, (masthead(document, words, title), *lists), words)


MEDIUM = Medium(
    "staff",
    message("Checklista för dig som håller mötet"),
    arrange,
    lambda form, _: lay_out_sheet(form),
    source="staff",
    languages="notes",
    file="checklist-staff",
)
