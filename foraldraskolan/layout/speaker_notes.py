"""Speaker's notes, for somebody who stands: each slide small at the start side, large words to it beside it."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, Figure, Form, FormBlock, Heading, Miniatures, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import GREY, TEAL
from foraldraskolan.layout.grid import A4
from foraldraskolan.layout.opening import band
from foraldraskolan.layout.page import Miniature, Page, Placed, Rect, Strip
from foraldraskolan.layout.sheet import pages_of
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, NOTES, Theme
from foraldraskolan.layout.writing_lines import to_write_on

_SMALL = 60 * MM  # how wide a slide is
_LOW = 12 * MM  # how high one is that nothing is said to
_GAP = 6 * MM
_BETWEEN = 20.0  # notes
_APART = 8.0  # a question from its slide
_LINES, _LINE = 3, 24.0  # to write on after a question, and how far apart
_RULE, _THIN = 1.6, 0.6


def lay_out_speaker_notes(form: Form, slides: Sequence[Page]) -> list[Page]:
    """Return the notes' pages with pages of the slides drawn small."""
    grid = replace(A4, theme=NOTES).in_language(form.language.tag)
    theme, column = grid.theme, grid.whole(form.language.tag)
    head = band(form, grid)
    body: list[Strip] = []
    for at, block in list(top(form))[head.shown :]:
        match block:
            case Box("speaker note"):
                body.extend(_note(block, at, slides, theme, column))
            case Box("part"):
                body.append(_part(block, at, theme, column))
            case Box("questions"):
                body.extend(_questions(block, at, theme, column))
            case _:
                body.extend(lay_out(block, at, theme, column))
    return pages_of(form, grid, head, body)


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


def _questions(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return questions and their answers, in the column of the words: no question is left without its answer."""
    side = column.inset(_SMALL + _GAP)
    strips: list[Strip] = []
    for here, block in below(box, at):
        if isinstance(block, Paragraph) and block.role == "title":
            heavy = replace(theme.body, text=replace(theme.body.text, weight=700))
            asked = [replace(each, keep_with_next=True) for each in prose_strips(block, here, heavy, side)]
            strips += [replace(asked[0], before=asked[0].before + _APART), *asked[1:]]
        else:
            strips += lay_out(block, here, theme, side)
    return [replace(strips[0], before=_BETWEEN), *strips[1:]]


def _note(note: Box, at: Address, slides: Sequence[Page], theme: Theme, column: Column) -> list[Strip]:
    """Return a slide with the words beside it, and the words that go on below; where there are none it is low.

    A question stands below its slide if that takes no more room than below the words; its lines to write on do not.
    """
    start, side = column.inset(0, column.width - _SMALL), column.inset(_SMALL + _GAP)
    small: list[Strip] = []
    lines: list[Strip] = []
    apart: list[Strip] = []
    rules: list[Strip] = []
    whole: list[Strip] = []  # as the lines are with questions among them
    inside = list(below(note, at))
    silent = all(_is_head(block) for _, block in inside)
    for here, block in inside:
        match block:
            case Figure(Miniatures(pages)):
                small.append(_pictures([slides[page] for page in pages], here, column, low=silent))
            case Paragraph(role="clock"):
                small.extend(prose_strips(block, here, theme.number, start))
            case Box("ask" | "own"):
                apart.append(_in_one(lay_out(block, here, theme, start)))
                rules.append(_rules(side))
                whole.append(_in_one([*lay_out(block, here, theme, side), _rules(side)]))
            case _:
                titled = isinstance(block, Heading)
                said = prose_strips(block, here, theme.heading3, side) if titled else lay_out(block, here, theme, side)
                lines.extend(said)
                whole.extend(said)
    last = [*(replace(line, keep_with_next=True) for line in lines[-2:]), *rules]
    if apart and height([*small, *apart]) <= height([*lines, *rules]):
        lines = [*lines[:-2], *last]
    else:
        lines, apart = whole, []
    if silent:
        return [_low(small, lines)]
    strips = [replace(_beside(small, lines), before=_BETWEEN)]
    strips += [_beside([each], lines, _APART) for each in apart]
    return [*strips, *lines]


def _low(small: list[Strip], lines: list[Strip]) -> Strip:
    """Return a low slide with its title on the level of its middle."""
    tall = height(small)
    down = max(tall - (_LOW + height(lines)) / 2, 0)
    return Strip(max(tall, down + height(lines)), (*stacked(small), *stacked(lines, y=down)), _BETWEEN)


def _beside(start: list[Strip], lines: list[Strip], down: float = 0) -> Strip:
    """Return what stands at the start, so far down, and take as many of the lines as have room beside it."""
    tall = down + height(start)
    taken: list[Strip] = []
    while lines and (not taken or height(taken) < tall):
        taken.append(lines.pop(0))
    above, kept = (taken[0].before, bool(lines) and taken[-1].keep_with_next) if taken else (0, False)
    return Strip(max(tall, height(taken)), (*stacked(start, y=down), *stacked(taken)), above, kept)


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


def _in_one(strips: list[Strip]) -> Strip:
    """Return strips in one piece."""
    return Strip(height(strips), tuple(stacked(strips)), strips[0].before)


def _rules(column: Column) -> Strip:
    """Return lines to write on."""
    rules = (Placed(column.x, number * _LINE, Rect(column.width, _THIN, GREY)) for number in range(1, _LINES + 1))
    return Strip(_LINES * _LINE + _THIN, tuple(rules))
