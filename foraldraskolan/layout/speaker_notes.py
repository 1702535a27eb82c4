"""Speaker's notes: each slide small at the start side, the words to it beside it, in one piece."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Figure, Form, Heading, Miniatures, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import GREY
from foraldraskolan.layout.grid import A4
from foraldraskolan.layout.opening import band
from foraldraskolan.layout.page import Miniature, Page, Placed, Rect, Strip
from foraldraskolan.layout.sheet import pages_of
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import COMPACT, Theme, style

_SMALL = 190.0  # points wide
_GAP = 16.0
_CLOCK = style(9.5, 13, 600, GREY)


def lay_out_speaker_notes(form: Form, slides: Sequence[Page]) -> list[Page]:
    """Return the notes' pages with pages of the slides drawn small."""
    grid = replace(A4, theme=COMPACT).in_language(form.language.tag)
    theme, column = grid.theme, grid.whole(form.language.tag)
    head = band(form, grid)
    body: list[Strip] = []
    for at, block in list(top(form))[head.shown :]:
        if isinstance(block, Box) and block.look == "speaker note":
            body.append(_note(block, at, slides, theme, column))
        else:
            body.extend(lay_out(block, at, theme, column))
    return pages_of(form, grid, head, body)


def _note(note: Box, at: Address, slides: Sequence[Page], theme: Theme, column: Column) -> Strip:
    side = column.inset(_SMALL + _GAP)
    small: list[Placed] = []
    lines: list[Strip] = []
    y = 0.0
    for here, block in below(note, at):
        match block:
            case Figure(Miniatures(pages)):
                for page in pages:
                    picture = Miniature(_SMALL, slides[page])
                    small.append(Placed(column.x, y, picture, (here, "figure")))
                    small.append(Placed(column.x, y, Rect(_SMALL, picture.height, stroke=GREY, thickness=0.5)))
                    y += picture.height + 6
            case Heading() | Paragraph(role="clock"):
                look = theme.heading2 if isinstance(block, Heading) else _CLOCK
                lines.extend(prose_strips(block, here, look, side))
            case _:
                lines.extend(lay_out(block, here, theme, side))
    return Strip(max(y - 6, height(lines)), (*small, *stacked(lines)), 22)
