"""The check list for the staff: what to print, bring and check, then what to do before, during and after a meeting."""

from foraldraskolan.document.form import Box, Form, Paragraph
from foraldraskolan.document.meaning import Document, Preparation
from foraldraskolan.document.walk import fillable
from foraldraskolan.layout.check_list import lay_out_check_list
from foraldraskolan.media.arranging import check_lists, form, masthead, when_and_where
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.preparing import preparing
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return when and where the meeting is, what it needs, and the check lists of the modules for staff."""
    title = words.labels("title_checklist_staff")
    needs = [part for each in document.blocks if isinstance(each, Preparation) for part in preparing(each, words)]
    lists = (*needs, *with_notes(check_lists(document), words))
    body = Box("columns", tuple(map(fillable, lists)))
    return form(
        document,
        title,
        (masthead(document, words, title), Paragraph(when_and_where(document, words), "lead"), body),
        words,
    )


MEDIUM = Medium(
    "staff",
    message("Checklista för dig som håller mötet"),
    arrange,
    lambda form, _: lay_out_check_list(form),
    source="staff",
    languages="notes",
    file="checklist-staff",
)
