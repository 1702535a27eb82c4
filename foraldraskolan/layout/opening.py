"""How a sheet opens: with a title band, or as a letter with its reader's address in the window of the envelope."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from foraldraskolan.document.form import Box, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.layout.colours import GOLD, INK, MIST, TEAL
from foraldraskolan.layout.grid import A4, Grid
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, resized, style
from foraldraskolan.problems import Problem, ProblemsFound, message
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT

WIDTH, OUTER = A4.width, A4.outer  # of every letter
_NAME = "Föräldraskolan"
_NAME_STYLE = style(10, 14, 700, TEAL)
_EXAMPLE = style(13, 18, 700, INK)
_FRAME = 10  # points between the frame around that and its text, half of it above and below
_RULE, _ABOVE_RULE = 1.6, 10.0
_LETTERHEAD = 24 * MM  # how far down the ground of a letter reaches: no window shows it
# Where the titles of a letter stand beside its window, how wide and how large: a sheet that slides 10 mm in its
# envelope does not show them in the window.
_TITLES_TOP, _BESIDE, _TITLE_SIZE = 36 * MM, 74 * MM, 22
# A long address is set smaller before it is refused.
_ADDRESSES = (style(11, 14.5, wrap="whole"), style(10, 12.5, wrap="whole"))
_ADDRESS_HEIGHT = 32 * MM


@record
class _Area:
    """Where an address stands, from the left and the top, how wide it may be, and where its window ends."""

    left: float
    top: float
    width: float
    bottom: float


# So that the windows of C5, E65 and DL envelopes show the address and nothing else: right-hand windows (SS 61 40 15,
# "H2") begin at 105 mm, left-hand ones (DIN 5008, ISO DL) reach from 20 to 110 mm, and from 45 to 90 mm from the top.
_WINDOWS: Mapping[str, _Area] = {
    "right window": _Area(112 * MM, 47 * MM, 80 * MM, 80 * MM),
    "left window": _Area(25 * MM, 51 * MM, 75 * MM, 90 * MM),
}


@record
class Opening:
    """What opens a sheet: its items, where the text below starts, how many of the form's blocks it shows."""

    items: Sequence[Placed]
    bottom: float
    shown: int


def band(form: Form, grid: Grid) -> Opening:
    """Return the title of a form that opens with a masthead, a rule below it."""
    column = grid.whole(form.language.tag)
    (at, masthead), *_ = top(form)
    titles = _titles(masthead, at, grid.theme, column, grid.theme.title.text.size)
    above = grid.top - _NAME_STYLE.leading
    y = grid.top + _NAME_STYLE.leading / 2
    bottom = y + height(titles) + _ABOVE_RULE
    rule = Placed(column.x, bottom, Rect(column.width, _RULE, TEAL))
    return Opening([rule, *_names(form.language, above, column), *stacked(titles, y=y)], bottom + _RULE + 14, 1)


def _ground(bottom: float) -> list[Placed]:
    """Return what lies behind the top of a sheet down to a height: its ground, a rule, an accent at its start."""
    return [
        Placed(0, 0, Rect(WIDTH, bottom, MIST)),
        Placed(0, bottom, Rect(WIDTH, 3, TEAL)),
        Placed(0, bottom, Rect(OUTER + 40, 3, GOLD)),
    ]


# The letters of a mailout have all of their heads but the address in common.
@lru_cache(maxsize=64)
def _names(language: Language, y: float, column: Column) -> list[Placed]:
    """Return the material's name and, at the end of the same line, the language's own."""
    (name,) = literal(_NAME, _NAME_STYLE, column, ARTIFACT, SOURCE)
    (own,) = literal(language.native, _NAME_STYLE, column, ARTIFACT)
    return [*stacked([name], y=y), *stacked([at_end(own, column)], y=y)]


@lru_cache(maxsize=64)
def _titles(masthead: FormBlock, at: Address, theme: Theme, column: Column, size: float) -> list[Strip]:
    """Return the texts of the masthead that opens a form: title, subtitle, whose meeting, how far to trust it.

    That there is no such meeting stands last, in a frame.
    """
    titles: list[Strip] = []
    look = theme.meeting
    for here, block in below(masthead, at):
        match block:
            case Heading():
                titles.extend(prose_strips(block, here, resized(theme.title, size), column))
            case Paragraph(role="subtitle"):
                titles.extend(prose_strips(block, here, theme.subtitle, column))
            case Paragraph(role="example"):
                titles.append(_framed(prose_strips(block, here, _EXAMPLE, column.inset(_FRAME, _FRAME)), column))
            case _:
                titles.extend(prose_strips(block, here, look, column))
                look = replace(theme.meeting, before=1)
    return titles


def _framed(lines: list[Strip], column: Column) -> Strip:
    """Return lines in one piece, in a frame as wide as their column: a third copy in black and white shows it."""
    tall = height(lines) + _FRAME
    frame = Placed(column.x, 0, Rect(column.width, tall, stroke=INK, thickness=2))
    return Strip(tall, (frame, *stacked(lines, y=_FRAME / 2)), before=8)


def letterhead(form: Form, grid: Grid) -> Opening:
    """Return the head of a letter whose masthead is followed by an address; raise ProblemsFound for a long one.

    The address stands where it stands on every sheet, whichever way its language is read: it is for the postman.
    """
    (at, masthead), (there, field), *_ = top(form)
    rtl, area = form.language.direction == "rtl", _WINDOWS[field.look]
    lines = _address_lines(field, there, area.width, form.language.tag)
    # The page is mirrored later, and the window is not; the titles stand beside it.
    address = [replace(each, x=WIDTH - area.left - each.item.width if rtl else area.left) for each in stacked(lines)]
    side = OUTER if rtl == (field.look == "left window") else WIDTH - OUTER - _BESIDE
    titles = _titles(masthead, at, grid.theme, Column(side, _BESIDE, form.language.tag), _TITLE_SIZE)
    bottom = max(area.bottom, _TITLES_TOP + height(titles) + 4)
    items = [
        *_ground(_LETTERHEAD),
        *_names(form.language, _LETTERHEAD - 24, grid.whole(form.language.tag)),
        *(replace(each, y=each.y + area.top) for each in address),
        *stacked(titles, y=_TITLES_TOP),
    ]
    return Opening(items, bottom + 5, 2)


def _address_lines(address: Box, at: Address, width: float, tag: str) -> list[Strip]:
    """Return the lines of an address, set smaller if they need to be; raise ProblemsFound if that is not enough."""
    column = Column(0, width, tag)
    for look in _ADDRESSES:
        lines = [strip for here, line in below(address, at) for strip in prose_strips(line, here, look, column)]
        if height(lines) <= _ADDRESS_HEIGHT and not is_too_wide(lines):
            return lines
    what = message("Adressen är längre än kuvertets fönster.")
    raise ProblemsFound([Problem(what, message("Korta den i listan."))])
