"""A letter: one page, with its reader's address in the window of the envelope once it is merged with a household."""

from foraldraskolan.document.form import Box, Form
from foraldraskolan.document.walk import top
from foraldraskolan.layout.opening import band, letterhead
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.theme import COMPACT, LETTER, TIGHT
from foraldraskolan.problems import Problem, ProblemsFound, message


def lay_out_letter(form: Form) -> list[Page]:
    """Return the letter's page, set a little smaller if it needs to be; raise ProblemsFound if that is not enough."""
    addressed = any(isinstance(block, Box) and block.look.endswith("window") for _, block in top(form))
    opening = letterhead if addressed else band
    what = message("Brevet på {language} får inte plats på en sida.", language=form.language.swedish)
    hint = message("Korta brevet, eller namnen på mötet, platsen och värden i planen.")
    problems: tuple[Problem, ...] = ()
    for theme in (LETTER, COMPACT, TIGHT):
        try:
            pages = lay_out_sheet(form, theme=theme, opening=opening)
        except ProblemsFound as found:
            problems = found.problems
            continue
        if len(pages) == 1:
            return pages
        problems = (Problem(what, hint, form.title.place),)
    raise ProblemsFound(problems)
