"""Callouts: text set apart by its word, its edge and its ground, so that it survives a black and white copier."""

from collections.abc import Callable
from dataclasses import replace

from foraldraskolan.document.form import Box, FormBlock, Look, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import MIST, RED, ROSE, RUST, SAND, TEAL, WHITE
from foraldraskolan.layout.page import Placed, Rect, Shape, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme

# ground, edge and word, outline
_LOOKS: dict[Look, tuple[str, str, str]] = {
    "say": (WHITE, TEAL, ""),
    "ask": (SAND, RUST, ""),
    "act": (ROSE, RED, RED),
    "remember": (MIST, TEAL, ""),
    "phrase": (WHITE, TEAL, ""),
    "stale": (MIST, TEAL, ""),
}
_SIGN = 13  # side of the sign for acute danger
_OUTLINE = 0.8

LayOut = Callable[[FormBlock, Address, Theme, Column], list[Strip]]


def callout(box: Box, at: Address, theme: Theme, column: Column, lay_out: LayOut) -> list[Strip]:
    """Return a callout in one piece: a bar at the start edge, the word for its kind, its text.

    A box for acute danger that only points to another one has no word, but the sign. On paper an outline of its own is
    what tells each kind: all around danger, above and below what to remember, none for words to say.
    """
    ground, edge, outline = _LOOKS[box.look]
    act = box.look == "act"
    pad = theme.pad if ground != WHITE or act else theme.pad * 0.6
    inner = column.inset(theme.edge + theme.pad, theme.pad)
    styled = replace(theme, body=theme.phrase) if box.look == "phrase" else theme
    inside: list[Strip] = []
    labelled = False
    for here, block in below(box, at):
        if isinstance(block, Paragraph) and block.role == "label":
            word = replace(theme.label, text=replace(theme.label.text, colour=edge))
            if act:
                size = word.text.size * 1.35
                word = replace(word, text=replace(word.text, size=size), leading=word.leading * 1.25)
            strips = prose_strips(block, here, word, inner.inset(_SIGN + 6 if act else 0))
            inside.extend(with_sign(strips, inner, _SIGN) if act else strips)
            labelled = True
        elif act and not inside:
            strong = replace(styled, body=replace(styled.body, text=replace(styled.body.text, weight=700), before=0))
            inside.extend(with_sign(lay_out(block, here, strong, inner.inset(_SIGN + 6)), inner, _SIGN))
            pad = theme.pad * 0.4
        else:
            inside.extend(lay_out(block, here, styled, inner))
    if labelled and len(inside) > 1:
        inside[1] = replace(inside[1], before=min(inside[1].before, theme.pad * 0.35))
    total = height(inside) + 2 * pad
    items = _frame(column, total, theme, (ground, edge, outline))
    items.extend(stacked(inside, y=pad))
    return [Strip(total, tuple(items), theme.body.before + 6)]


def _frame(column: Column, tall: float, theme: Theme, colours: tuple[str, str, str]) -> list[Placed]:
    ground, edge, outline = colours
    bar = Placed(column.x, 0, Rect(theme.edge, tall, edge, radius=theme.edge / 2 if theme.tinted else 0))
    if theme.tinted:
        shown = ground != WHITE or outline
        return [*([Placed(column.x, 0, Rect(column.width, tall, ground, outline, 1.2, 4))] if shown else []), bar]
    if outline:
        return [Placed(column.x, 0, Rect(column.width, tall, stroke=outline, thickness=_OUTLINE)), bar]
    if ground != WHITE:
        rules = (Placed(column.x, y, Rect(column.width, _OUTLINE, edge)) for y in (0, tall - _OUTLINE))
        return [*rules, bar]
    return [bar]


def with_sign(strips: list[Strip], column: Column, side: float) -> list[Strip]:
    """Put a triangle with its point up before words for acute danger: a shape that needs no colour."""
    first = strips[0]
    top = (first.height - side) / 2
    triangle = Shape(side, side, ((0, side), (side, side), (side / 2, 0)), RED)
    thick = side * 0.14
    middle = column.x + (side - thick) / 2
    items = (
        Placed(column.x, top, triangle),
        Placed(middle, top + side * 0.35, Rect(thick, side * 0.35, WHITE)),
        Placed(middle, top + side * 0.77, Rect(thick, thick, WHITE)),
        *first.items,
    )
    return [Strip(first.height, items, first.before, True), *strips[1:]]
