"""Speaker's notes, for somebody who stands: each slide small at the start side, large words to it beside it."""

from collections.abc import Sequence

from foraldraskolan.document.form import Box, Figure, Form, FormBlock, Heading, Miniatures, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import GREY, TEAL
from foraldraskolan.layout.opening import band
from foraldraskolan.layout.page import Miniature, Page, Placed, Rect, Strip
from foraldraskolan.layout.sheet import pages_of, text_column
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, NOTES, Theme
from foraldraskolan.layout.writing_lines import to_write_on

_SMALL = 60 * MM  # how wide a slide is
_LOW = 12 * MM  # how high one is that nothing is said to
_GAP = 6 * MM
_BETWEEN = 20.0  # notes
_LINES, _LINE = 3, 24.0  # to write on after a question, and how far apart
_RULE, _THIN = 1.6, 0.6


def lay_out_speaker_notes(form: Form, slides: Sequence[Page]) -> list[Page]:
    """Return the notes' pages with pages of the slides drawn small."""
    theme = NOTES.in_language(form.language.tag)
    column = text_column(form.language.tag, numbers=False)
    head = band(form, theme)
    body: list[Strip] = []
    for at, block in list(top(form))[head.shown :]:
        match block:
            case Box("speaker note"):
                body.extend(_note(block, at, slides, theme, column))
            case Box("part"):
                body.append(_part(block, at, theme, column))
            case _:
                body.extend(lay_out(block, at, theme, column))
    return pages_of(form, head, body)


def _part(part: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return how a module begins: a rule, what it is called, when it is, and on that level a line for who speaks."""
    (there, title), (when, times), (who, speaker) = below(part, at)
    names = prose_strips(title, there, theme.heading2, column)
    clock = prose_strips(times, when, theme.number, column.inset(0, column.width - _SMALL))
    (line,) = to_write_on(speaker, who, theme, column.inset(_SMALL + _GAP))
    top = _RULE + 6 + height(names) + max(line.height - height(clock), 0)
    items = (
        Placed(column.x, 0, Rect(column.width, _RULE, TEAL)),
        *stacked(names, y=_RULE + 6),
        *stacked(clock, y=top),
        *stacked([line], y=top + height(clock) - line.height),
    )
    return Strip(top + height(clock), items, _BETWEEN, keep_with_next=True)


def _note(note: Box, at: Address, slides: Sequence[Page], theme: Theme, column: Column) -> list[Strip]:
    """Return a slide with the words beside it, and the words that go on below; where there are none it is low."""
    side = column.inset(_SMALL + _GAP)
    small: list[Strip] = []
    lines: list[Strip] = []
    inside = list(below(note, at))
    silent = all(_is_head(block) for _, block in inside)
    for here, block in inside:
        match block:
            case Figure(Miniatures(pages)):
                small.append(_pictures([slides[page] for page in pages], here, column, low=silent))
            case Paragraph(role="clock"):
                small.extend(prose_strips(block, here, theme.number, column.inset(0, column.width - _SMALL)))
            case Heading():
                lines.extend(prose_strips(block, here, theme.heading3, side))
            case Box("ask"):
                lines.append(_question(lay_out(block, here, theme, side), side))
            case _:
                lines.extend(lay_out(block, here, theme, side))
    tall = height(small)
    beside: list[Strip] = []
    while lines and (not beside or height(beside) < tall):
        beside.append(lines.pop(0))
    # The title of a low slide is on the level of its middle.
    down = max(tall - (_LOW + height(beside)) / 2, 0) if silent else 0
    items = (*stacked(small), *stacked(beside, y=down))
    first = Strip(max(tall, down + height(beside)), items, _BETWEEN, bool(lines) and beside[-1].keep_with_next)
    return [first, *lines]


def _is_head(block: FormBlock) -> bool:
    return isinstance(block, Figure | Heading) or (isinstance(block, Paragraph) and block.role == "clock")


def _pictures(pages: Sequence[Page], at: Address, column: Column, *, low: bool) -> Strip:
    """Return pages of slides in frames: one below the other, or low ones beside each other."""
    items: list[Placed] = []
    x = y = 0.0
    for page in pages:
        picture = Miniature(_LOW * page.width / page.height if low else _SMALL, page)
        items.append(Placed(column.x + x, y, picture, (at, "figure")))
        items.append(Placed(column.x + x, y, Rect(picture.width, picture.height, stroke=GREY, thickness=0.5)))
        x, y = (x + picture.width + 6, y) if low else (x, y + picture.height + 6)
    return Strip(_LOW if low else y - 6, tuple(items), 4)


def _question(box: list[Strip], column: Column) -> Strip:
    """Return a question with lines to write the answers on, in one piece."""
    tall = height(box)
    rules = [
        Placed(column.x, tall + number * _LINE, Rect(column.width, _THIN, GREY)) for number in range(1, _LINES + 1)
    ]
    return Strip(tall + _LINES * _LINE + _THIN, (*stacked(box), *rules), box[0].before)
