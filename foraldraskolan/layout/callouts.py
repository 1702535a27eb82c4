"""Callouts: text set apart by its word, its edge and its ground, so that it survives a black and white copier."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from foraldraskolan.document.form import Box, FormBlock, Look, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.beside import in_cells
from foraldraskolan.layout.colours import MIST, RED, ROSE, RUST, SAND, TEAL, WHITE
from foraldraskolan.layout.page import Placed, Rect, Shape, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme, resized

# ground, edge and word, outline
_LOOKS: dict[Look, tuple[str, str, str]] = {
    "say": (WHITE, TEAL, ""),
    "ask": (SAND, RUST, ""),
    "own": (WHITE, RUST, ""),
    "act": (ROSE, RED, RED),
    "remember": (MIST, TEAL, ""),
    "phrase": (WHITE, TEAL, ""),
    "stale": (MIST, TEAL, ""),
}
_SIGN = 13  # side of the sign for acute danger
_OUTLINE = 0.8
_BREAKABLE = 6  # lines: fewer are in one piece
_HIGH = 200.0  # more lines than this on acute danger stand in two columns,
_NARROW = 15.5  # sizes of their type: each at least as wide as this,
_BETWEEN = 20.0  # and so far apart

LayOut = Callable[[FormBlock, Address, Theme, Column], list[Strip]]


def callout(box: Box, at: Address, theme: Theme, column: Column, lay_out: LayOut) -> list[Strip]:
    """Return a callout: a bar at the start edge, the word for its kind, its text; words to say may go on overleaf.

    What is told of acute danger in many lines stands in two columns where those have room. On paper an outline of its
    own tells each kind: all around danger, above and below what to remember, none for words to say.
    """
    colours = _LOOKS[box.look]
    act, ground = box.look == "act", colours[0]
    inner = column.inset(theme.edge + theme.pad, theme.pad)
    pad = theme.pad if ground != WHITE or act else theme.pad * 0.6
    inside = _inside(box, at, theme, inner, lay_out)
    if act and column.fold is None and height(inside) > _HIGH and inner.width > 2 * _NARROW * theme.body.text.size:
        half = replace(inner, width=(inner.width - _BETWEEN) / 2)
        inside = [_in_two(_inside(box, at, theme, half, lay_out), half.width + _BETWEEN)]
    elif act and not _is_labelled(box):
        pad *= 0.4
    if theme.tinted or (act and _is_labelled(box)) or len(inside) < _BREAKABLE:
        inside = [Strip(height(inside), tuple(stacked(inside)))]
    return _framed(inside, pad, box, column, theme, colours)


def _is_labelled(box: Box) -> bool:
    return any(isinstance(block, Paragraph) and block.role == "label" for _, block in below(box, ()))


def _inside(box: Box, at: Address, theme: Theme, inner: Column, lay_out: LayOut) -> list[Strip]:
    """Return the word for a callout's kind and its text; a box for danger without a word has its sign at its text."""
    act, edge = box.look == "act", _LOOKS[box.look][1]
    styled = replace(theme, body=theme.phrase) if box.look == "phrase" else theme
    word = replace(theme.label, text=replace(theme.label.text, colour=edge))
    if act:
        word = replace(resized(word, word.text.size * 1.35), leading=word.leading * 1.25)
    beside = inner.inset(_SIGN + 6)
    inside: list[Strip] = []
    for here, block in below(box, at):
        label = isinstance(block, Paragraph) and block.role == "label"
        if label and isinstance(block, Paragraph):
            strips = prose_strips(block, here, word, beside if act else inner)
            inside.extend(with_sign(strips, block, inner, _SIGN) if act else strips)
        elif act and not inside:
            heavy = replace(theme, body=replace(theme.body, text=replace(theme.body.text, weight=700), before=0))
            inside.extend(with_sign(lay_out(block, here, heavy, beside), block, inner, _SIGN))
        else:
            inside.extend(lay_out(block, here, styled, inner))
    if _is_labelled(box) and len(inside) > 1:
        inside[1] = replace(inside[1], before=min(inside[1].before, theme.pad * 0.35))
    return inside


def _in_two(lines: list[Strip], across: float) -> Strip:
    """Return lines in two columns that are as like in height as can be, the second one `across` from the first."""
    places = [index for index in range(1, len(lines)) if not lines[index - 1].keep_with_next]
    place = min(places, key=lambda index: max(height(lines[:index]), height(lines[index:])), default=len(lines))
    first, second = lines[:place], lines[place:]
    return Strip(max(height(first), height(second)), (*stacked(first), *stacked(second, x=across)))


def _framed(
    lines: list[Strip], pad: float, box: Box, column: Column, theme: Theme, colours: tuple[str, str, str]
) -> list[Strip]:
    """Return lines with their frame around all of them, in pieces that meet; no first or last line is alone."""
    result: list[Strip] = []
    last = len(lines) - 1
    for index, line in enumerate(lines):
        above = pad if index == 0 else line.before
        tall = above + line.height + (pad if index == last else 0)
        paint = partial(_frame, tall=tall, theme=theme, colours=colours, first=index == 0, last=index == last)
        frame = in_cells(box, column, paint)
        keep = index < last and (line.keep_with_next or index in (0, last - 1))
        items = (*frame, *stacked([line], y=above))
        result.append(Strip(tall, items, 0, keep, rather_with_next=index < last))
    return [replace(result[0], before=theme.body.before + 6), *result[1:]]


def _frame(
    column: Column, tall: float, theme: Theme, colours: tuple[str, str, str], *, first: bool, last: bool
) -> list[Placed]:
    ground, edge, outline = colours
    bar = Placed(column.x, 0, Rect(theme.edge, tall, edge, radius=theme.edge / 2 if theme.tinted else 0))
    if theme.tinted:
        shown = ground != WHITE or outline
        return [*([Placed(column.x, 0, Rect(column.width, tall, ground, outline, 1.2, 4))] if shown else []), bar]
    if not outline and ground == WHITE:
        return [bar]
    ends = [0.0] * first + [tall - _OUTLINE] * last
    rules = [Placed(column.x, y, Rect(column.width, _OUTLINE, edge)) for y in ends]
    far = [Placed(column.x + column.width - _OUTLINE, 0, Rect(_OUTLINE, tall, outline))] if outline else []
    return [*rules, *far, bar]


def with_sign(strips: list[Strip], block: FormBlock, column: Column, side: float) -> list[Strip]:
    """Put a triangle with its point up before words for acute danger: a shape that needs no colour."""
    first = strips[0]
    top = (first.height - side) / 2 if len(first.items) == 1 else first.items[0].y - side * 0.85
    triangle = Shape(side, side, ((0, side), (side, side), (side / 2, 0)), RED)
    thick = side * 0.14

    def paint(cell: Column) -> list[Placed]:
        middle = cell.x + (side - thick) / 2
        return [
            Placed(cell.x, top, triangle),
            Placed(middle, top + side * 0.35, Rect(thick, side * 0.35, WHITE)),
            Placed(middle, top + side * 0.77, Rect(thick, thick, WHITE)),
        ]

    items = column.in_order([*in_cells(block, column, paint), *first.items])
    return [Strip(first.height, items, first.before, True), *strips[1:]]
