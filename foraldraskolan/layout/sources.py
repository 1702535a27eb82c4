"""The sources: small, last, in two columns, each after the numbers of the blocks that it is the source of."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Note
from foraldraskolan.document.walk import Address, below, plain
from foraldraskolan.layout.colours import INK, TEAL
from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.text import Column, prose_strips, spans, strips
from foraldraskolan.layout.theme import Theme
from foraldraskolan.typeset.glyphs import Span
from foraldraskolan.typeset.linebreak import SEPARATOR

_GAP = 14.0  # between the columns
_NARROW = 45.0  # sizes of its type: a column that is no wider has no room for two
_BEFORE = 3.0


Entry = tuple[Address, Note]


def sources(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return one paragraph a source, row by row; the texts between them across all columns."""
    result: list[Strip] = []
    waiting: list[Entry] = []
    across = 2 if column.width > _NARROW * theme.small.text.size else 1
    for here, block in below(box, at):
        if isinstance(block, Note):
            waiting.append((here, block))
        else:
            result += _rows(waiting, theme, column, across)
            waiting = []
            heavy = replace(theme.small, before=_BEFORE * 2, text=replace(theme.small.text, weight=600, colour=INK))
            lines = prose_strips(block, here, heavy, column)
            result += [replace(line, keep_with_next=True) for line in lines]
    rows = _rows(waiting, theme, column, across)
    return [*result, *rows] if rows else [*result[:-1], replace(result[-1], keep_with_next=False)]


def note(note: Note, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return one source by itself."""
    return _lines(note, at, theme, column)


def _rows(entries: list[Entry], theme: Theme, column: Column, across: int) -> list[Strip]:
    width = (column.width - _GAP * (across - 1)) / across
    rows: list[Strip] = []
    for start in range(0, len(entries), across):
        row = entries[start : start + across]
        cells = [
            _lines(entry, at, theme, Column(column.x + place * (width + _GAP), width, column.tag))
            for place, (at, entry) in enumerate(row)
        ]
        items: list[Placed] = []
        for cell in cells:
            y = 0.0
            for line in cell:
                items += [Placed(each.x, each.y + y, each.item, each.mark) for each in line.items]
                y += line.height
        tall = max(sum(line.height for line in cell) for cell in cells)
        rows.append(Strip(tall, tuple(items), _BEFORE))
    return rows


def _lines(note: Note, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return the lines of a source: its points, what it is, on which site."""
    style = replace(theme.small, before=0)
    *before, (here, prose) = below(note, at)
    text = spans(prose, here, style.text)
    # Words run together in a reader's ear if the space between is an artifact, and in what is copied where a line ends
    # between a question mark and an address.
    gap = replace(text[-1], text=" " if plain(prose.inlines)[-1:] != "?" else SEPARATOR)
    heavy = replace(style.text, colour=TEAL, weight=600)
    points = [span for there, each in before for span in spans(each, there, heavy)]
    points = [*points, replace(points[-1], text="  ", isolate=False)] if points else []
    # On paper the publisher's site and the title lead there; on screen the link has the whole address.
    link = Span(note.site, replace(style.text, colour=TEAL), prose.language, (at, "url"), True)
    return strips([*points, *text, gap, link], prose.language, style, column, own_side=True)
