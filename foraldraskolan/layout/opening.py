"""How a sheet opens: with a title band."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from foraldraskolan.document.form import Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.language import SOURCE, Language, direction_of
from foraldraskolan.layout.colours import INK, TEAL
from foraldraskolan.layout.grid import A4, Grid
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import Theme, resized, style
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT

WIDTH, HEIGHT, OUTER = A4.width, A4.height, A4.outer  # of every letter and leaflet
_NAME = "Föräldraskolan"
_NAME_STYLE = style(10, 14, 700, TEAL)
_LANGUAGE = style(13, 17)
_EXAMPLE = style(13, 18, 700, INK)
_FRAME = 10  # points between the frame around that and its text, half of it above and below
_RULE, _ABOVE_RULE = 1.6, 10.0


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
    said = titles(masthead, at, grid.theme, column, grid.theme.title.text.size)
    above = grid.top - _NAME_STYLE.leading
    y = grid.top + _NAME_STYLE.leading / 2
    bottom = y + height(said) + _ABOVE_RULE
    rule = Placed(column.x, bottom, Rect(column.width, _RULE, TEAL))
    return Opening(
        [rule, *head_line(masthead, at, grid, column, above, form.beside), *stacked(said, y=y)], bottom + _RULE + 14, 1
    )


def head_line(
    masthead: FormBlock, at: Address, grid: Grid, column: Column, y: float, beside: Language | None = None
) -> list[Placed]:
    """Return the material's name and, at the end of the same line, that of the language; of two each above its own."""
    look = resized(_NAME_STYLE, max(_NAME_STYLE.text.size, grid.theme.small.text.size))
    said = _NAME if beside is None else f"{_NAME} · {beside.native}"
    name = literal(said, look, column, ARTIFACT, SOURCE)
    if beside is not None and direction_of(column.tag) == "rtl":
        name = [at_end(line, column) for line in name]
    names = [*name, *language(masthead, at, column)]
    return [each for line in names for each in stacked([line], y=y + look.leading - line.height)]


# The letters of a mailout have all of their heads but the address in common.
@lru_cache(maxsize=64)
def language(masthead: FormBlock, at: Address, column: Column) -> list[Strip]:
    """Return the language of a sheet at the end of its column, as large on each: papers are sorted by it.

    With Swedish on the left it is on the right.
    """
    at_start = column.fold is not None and direction_of(column.tag) == "rtl"
    return [
        line if at_start else at_end(line, column)
        for here, block in below(masthead, at)
        if isinstance(block, Paragraph) and block.role == "language"
        for line in prose_strips(block, here, _LANGUAGE, column)
    ]


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
            case Paragraph(role="language"):
                pass  # it stands above
            case Paragraph(role="subtitle"):
                lines.extend(prose_strips(block, here, theme.subtitle, column))
            case Paragraph(role="example"):
                lines.append(framed(block, here, column))
            case _:
                lines.extend(prose_strips(block, here, look, column))
                look = replace(theme.meeting, before=1)
    return lines


def framed(block: Paragraph, at: Address, column: Column) -> Strip:
    """Return a text in one piece, in a frame as wide as its column: a third copy in black and white shows it."""
    lines = prose_strips(block, at, _EXAMPLE, column.inset(_FRAME, _FRAME))
    tall = height(lines) + _FRAME
    frame = Placed(column.x, 0, Rect(column.width, tall, stroke=INK, thickness=2))
    return Strip(tall, (frame, *stacked(lines, y=_FRAME / 2)), before=8)
