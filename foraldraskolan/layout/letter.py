"""A letter: one page, a slip to answer on below its text, its reader's address in the window of the envelope."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from foraldraskolan.document.form import Box, Form, FormBlock
from foraldraskolan.document.walk import Address, top
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import INK
from foraldraskolan.layout.grid import A4
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.letterhead import letterhead
from foraldraskolan.layout.opening import OUTER, WIDTH, Opening
from foraldraskolan.layout.page import Page, Placed, Shape, Strip
from foraldraskolan.layout.sheet import lowest, pages_of
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import LETTERS, MM, Theme
from foraldraskolan.problems import Problem, ProblemsFound, message

_MEASURE, _LONGER = 130 * MM, 148 * MM  # of the largest type, and of what is set smaller to have room
_CUT, _BELOW_CUT = 239 * MM, 3 * MM  # where a slip is cut off, and how far below that it begins
_ABOVE_CUT = 4 * MM
_DASHES = (4.0, 4.0)


def lay_out_letter(form: Form) -> list[Page]:
    """Return the letter's page, set a little smaller if it needs to be; raise ProblemsFound if that is not enough."""
    for theme in LETTERS:
        opening, over = set_in(form, theme.in_language(form.language.tag))
        if over <= 0 and not is_too_wide([Strip(0, tuple(opening.items))]):
            break
    if over > 0:
        what = message(
            "Brevet på {language} är {points} punkter för långt för en sida.",
            language=form.language.swedish,
            points=ceil(over),
        )
        hint = message("Korta brevet, eller namnen på mötet, platsen och värden i planen.")
        raise ProblemsFound([Problem(what, hint, form.title.place)])
    return pages_of(form, A4, opening, ())


def set_in(form: Form, theme: Theme) -> tuple[Opening, float]:
    """Return all of a letter as it is set in a theme, and by how many points it is too long."""
    head = letterhead(form, theme)
    wide = Column(OUTER, WIDTH - 2 * OUTER, form.language.tag)
    text = Column(OUTER, _MEASURE if theme.body.text.size == LETTERS[0].body.text.size else _LONGER, form.language.tag)
    body: list[Strip] = []
    slip: list[Strip] = []
    for at, block in list(top(form))[head.shown :]:
        if isinstance(block, Box) and block.look == "reply slip":
            slip.extend(_block(block, at, theme, wide))
        else:
            body.extend(_block(block, at, theme, text))
    end = lowest(form, A4)
    items = [*head.items, *stacked(body, y=head.bottom)]
    if slip:
        cut = min(_CUT, end - height(slip) - _BELOW_CUT)
        items += [_cut(cut), *stacked(slip, y=cut + _BELOW_CUT)]
        end = cut - _ABOVE_CUT
    return Opening(items, 0, 0), head.bottom + height(body) - end


# The letters of a mailout share all but a line or two.
@lru_cache(maxsize=256)
def _block(block: FormBlock, at: Address, theme: Theme, column: Column) -> Sequence[Strip]:
    return lay_out(block, at, theme, column)


def _cut(y: float) -> Placed:
    """Return the dashed line across the sheet along which a slip is cut off."""
    return Placed(0, y, Shape(WIDTH, 0, ((0, 0), (WIDTH, 0)), stroke=INK, dashes=_DASHES))
