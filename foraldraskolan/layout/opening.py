"""How a sheet opens: with a title band."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from foraldraskolan.document.form import Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.layout.colours import GOLD, INK, MIST, TEAL
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, resized, style
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT

WIDTH, HEIGHT = 210 * MM, 297 * MM  # A4
OUTER = 20 * MM
_NAME = "Föräldraskolan"
_NAME_STYLE = style(10, 14, 700, TEAL)
_EXAMPLE = style(13, 18, 700, INK)
_FRAME = 10  # points between the frame around that and its text, half of it above and below
_PAD = 20


@record
class Opening:
    """What opens a sheet: its items, where the text below starts, how many of the form's blocks it shows."""

    items: Sequence[Placed]
    bottom: float
    shown: int


def band(form: Form, theme: Theme) -> Opening:
    """Return the title band of a form that opens with a masthead."""
    column = Column(OUTER, WIDTH - 2 * OUTER, form.language.tag)
    (at, masthead), *_ = top(form)
    said = titles(masthead, at, theme, column, theme.title.text.size)
    y = _PAD + _NAME_STYLE.leading + 12
    bottom = y + height(said) + _PAD
    return Opening([*_ground(bottom), *_names(form.language, _PAD), *stacked(said, y=y)], bottom + 3 + 14, 1)


def _ground(bottom: float) -> list[Placed]:
    """Return what lies behind the top of a sheet down to a height: its ground, a rule, an accent at its start."""
    return [
        Placed(0, 0, Rect(WIDTH, bottom, MIST)),
        Placed(0, bottom, Rect(WIDTH, 3, TEAL)),
        Placed(0, bottom, Rect(OUTER + 40, 3, GOLD)),
    ]


# The letters of a mailout have all of their heads but the address in common.
@lru_cache(maxsize=64)
def _names(language: Language, y: float) -> list[Placed]:
    """Return the material's name and, at the end of the same line, the language's own."""
    column = Column(OUTER, WIDTH - 2 * OUTER, language.tag)
    (name,) = literal(_NAME, _NAME_STYLE, column, ARTIFACT, SOURCE)
    (own,) = literal(language.native, _NAME_STYLE, column, ARTIFACT)
    return [*stacked([name], y=y), *stacked([at_end(own, column)], y=y)]


@lru_cache(maxsize=64)
def titles(masthead: FormBlock, at: Address, theme: Theme, column: Column, size: float) -> list[Strip]:
    """Return the texts of the masthead that opens a form: title, subtitle, whose meeting, how far to trust it.

    That there is no such meeting stands last, in a frame.
    """
    lines: list[Strip] = []
    look = theme.meeting
    for here, block in below(masthead, at):
        match block:
            case Heading():
                lines.extend(prose_strips(block, here, resized(theme.title, size), column))
            case Paragraph(role="subtitle"):
                lines.extend(prose_strips(block, here, theme.subtitle, column))
            case Paragraph(role="example"):
                lines.append(_framed(prose_strips(block, here, _EXAMPLE, column.inset(_FRAME, _FRAME)), column))
            case _:
                lines.extend(prose_strips(block, here, look, column))
                look = replace(theme.meeting, before=1)
    return lines


def _framed(lines: list[Strip], column: Column) -> Strip:
    """Return lines in one piece, in a frame as wide as their column: a third copy in black and white shows it."""
    tall = height(lines) + _FRAME
    frame = Placed(column.x, 0, Rect(column.width, tall, stroke=INK, thickness=2))
    return Strip(tall, (frame, *stacked(lines, y=_FRAME / 2)), before=8)
