"""A letter: one page, with its reader's address in the window of the envelope once it is merged with a household."""

from contextlib import suppress
from dataclasses import replace

from foraldraskolan.document.form import Box, Form
from foraldraskolan.document.walk import top
from foraldraskolan.layout.grid import A4
from foraldraskolan.layout.opening import band, letterhead
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.sheet import is_one_page, lay_out_sheet, pages_of, parts
from foraldraskolan.layout.theme import COMPACT, LETTER, TIGHT
from foraldraskolan.problems import Problem, ProblemsFound, message


def lay_out_letter(form: Form) -> list[Page]:
    """Return the letter's page, set a little smaller if it needs to be; raise ProblemsFound if that is not enough."""
    addressed = any(isinstance(block, Box) and block.look.endswith("window") for _, block in top(form))
    opening = letterhead if addressed else band
    for theme in (LETTER, COMPACT):
        grid = replace(A4, theme=theme)
        head, body = parts(form, grid, opening)
        if is_one_page(
            form, grid, head, body
        ):  # asked before the page is made: most letters in Arabic need the smallest
            with suppress(ProblemsFound):
                return pages_of(form, grid, head, body)
    pages = lay_out_sheet(form, replace(A4, theme=TIGHT), opening=opening)
    if len(pages) > 1:
        what = message("Brevet på {language} får inte plats på en sida.", language=form.language.swedish)
        hint = message("Korta brevet, eller namnen på mötet, platsen och värden i planen.")
        raise ProblemsFound([Problem(what, hint, form.title.place)])
    return pages
