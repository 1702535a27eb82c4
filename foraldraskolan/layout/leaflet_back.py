"""The back of the leaflet: columns of boxes to tick and words to say, and cards to cut out for a wallet."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Heading, List, Paragraph
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import INK, RED
from foraldraskolan.layout.page import Placed, Rect, Shape, Strip
from foraldraskolan.layout.pictures import rows_of_figures
from foraldraskolan.layout.text import Column, at_end, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, resized

CARD_WIDTH, CARD_HEIGHT = 85 * MM, 55 * MM  # ISO/IEC 7810, ID-1, as all that a wallet holds
_PICTURE = 25 / 12 * MM  # for each point of the type beside: three in a row
_DASHES = (4.0, 4.0)
_PAD = 6.0
_BESIDE = 0.4  # of a card's width, where the words beside the number for danger begin
_INSIDE = 4 * MM
_NUMBER = 44.0
_TO_WRITE = 18.0  # above a line
_LEAD = 4.0  # below a column's heading
_BELOW = 4.0  # a row of drawings, and what a card says of danger
_TICK_GAP = 6.0  # so that a pen finds its box


def column_strips(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the blocks of a column one below the other."""
    lead = replace(theme.card_name, leading=theme.item.leading, before=_LEAD)
    theme = replace(theme, lead=lead, body=theme.item)
    ticks = replace(theme, item=replace(theme.item, before=theme.item.leading * 0.75 - _TICK_GAP))
    strips: list[Strip] = []
    for here, block in below(box, at):
        match block:
            case Box("pictures"):
                figures = list(below(block, here))
                *rows, last = rows_of_figures(figures, theme, column, _PICTURE * theme.item.text.size)
                strips += [*rows, replace(last, height=last.height + _BELOW)]
            case List("tick"):
                strips += lay_out(block, here, ticks, column)
            case _:
                strips += lay_out(block, here, theme, column)
    return strips


def cut_out(card: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return a card to cut out, as high as it must be: the number for danger, whom to call, what to say."""
    inner = column.inset(_INSIDE, _INSIDE)
    number = resized(theme.phone, _NUMBER)
    number = replace(number, text=replace(number.text, colour=RED), leading=_NUMBER * 0.86)
    after = inner.inset(inner.width * _BESIDE)
    large, beside, rest = list[Strip](), list[Strip](), list[Strip]()
    for here, block in below(card, at):
        match block:
            case Heading():
                beside += prose_strips(block, here, theme.card_name, after)
            case Paragraph(role="phone"):
                large += prose_strips(block, here, number, inner)
            case Paragraph(role="hours"):
                beside += prose_strips(block, here, theme.chart_label, after)
            case Box():
                rest.append(_row(block, here, theme, inner))
            case _:
                look = theme.card_name if block.role == "title" else theme.small
                rest += prose_strips(block, here, look, inner)
    high = max(height(large), height(beside))
    low = _PAD + high + _BELOW
    tall = max(CARD_HEIGHT, low + height(rest) + _PAD)
    items = (
        dashed(column.x, (0, 0), (column.width, 0), (column.width, tall), (0, tall), (0, 0)),
        *stacked(large, y=_PAD + (high - height(large)) / 2),
        *stacked(beside, y=_PAD + (high - height(beside)) / 2),
        *stacked(rest, y=low),
    )
    return Strip(tall, items)


def dashed(x: float, *points: tuple[float, float]) -> Placed:
    """Return a line to cut along."""
    wide, high = (max(each) for each in zip(*points, strict=True))
    return Placed(x, 0, Shape(wide, high, points, stroke=INK, dashes=_DASHES))


def _row(card: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return whom to call and the number; where there is none a line to write one on, and whose below it."""
    lines = list(below(card, at))
    large, ink = resized(theme.phone, 12), replace(theme.small, text=replace(theme.small.text, colour=INK))
    phones = [line for here, each in lines if each.role == "phone" for line in prose_strips(each, here, large, column)]
    beside = column.inset(0, max(line.items[0].item.width for line in phones) + 4) if phones else column
    names = [line for here, each in lines if each.role == "name" for line in prose_strips(each, here, ink, beside)]
    if not phones:
        rule = Placed(column.x, _TO_WRITE, Rect(column.width, 0.8, INK))
        return Strip(_TO_WRITE + 4 + height(names), (rule, *stacked(names, y=_TO_WRITE + 2)))
    tall = max(height(names), large.leading) + 3
    numbers = stacked([at_end(line, column) for line in phones], y=(tall - height(phones)) / 2)
    return Strip(tall, (*stacked(names, y=(tall - height(names)) / 2), *numbers))
