"""What people say, with its verdict: nobody can read a false claim as a fact, in colour or without.

A false claim is struck through, and its verdict is white in a black block; a true one has its verdict in a frame.
"""

from dataclasses import replace

from foraldraskolan.document.form import Box
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import INK, SAND, WHITE
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import Theme

_STRIKE = 0.1  # how thick the rule through a claim is, in sizes of its type


def claim(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a claim in one piece, the verdict before it."""
    false = box.look == "false claim"
    (there, label), *texts = below(box, at)
    word = replace(theme.label, text=replace(theme.label.text, colour=WHITE if false else INK))
    pad = theme.pad
    wide = max(line.items[0].item.width for line in prose_strips(label, there, word, column.inset(pad, pad)))
    stamp = prose_strips(label, there, word, Column(column.x + pad, wide + 0.1, column.tag))
    side = column.inset(wide + 3 * pad, pad)
    said = replace(theme.lead, before=0)
    lines = [line for here, text in texts for line in prose_strips(text, here, said, side)]
    total = max(height(lines), height(stamp)) + 2 * pad
    top = (total - height(lines)) / 2
    items = [
        Placed(column.x, 0, Rect(column.width, total, SAND if false else "", INK, 1.6)),
        Placed(column.x, 0, Rect(wide + 2 * pad, total, INK if false else "", INK, 1.6)),
        *stacked(stamp, y=(total - height(stamp)) / 2),
        *stacked(lines, y=top),
    ]
    if false:
        items += _struck(lines, top, said.text.size * _STRIKE)
    return [Strip(total, tuple(items), theme.body.before + 6)]


def _struck(lines: list[Strip], top: float, thick: float) -> list[Placed]:
    """Return a rule through the middle of each line."""
    found: list[Placed] = []
    for line in lines:
        (each,) = line.items
        rule = Rect(each.item.width + 2 * thick, thick, INK)
        found.append(Placed(each.x - thick, top + (line.height - thick) / 2, rule))
        top += line.height
    return found
