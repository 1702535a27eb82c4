"""The sources: small, numbered, last."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Note
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Strip
from foraldraskolan.layout.text import Column, literal, prose_strips, spans, strips, together
from foraldraskolan.layout.theme import Theme
from foraldraskolan.typeset.glyphs import Span

_INDENT = 18
_BEFORE = 2.5  # points above an entry: the numbers keep them apart


def sources(box: Box, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return one paragraph a source: its number, what it is, on which site; then when they were compared."""
    rows: list[list[Strip]] = []
    last: list[Strip] = []
    for here, block in below(box, at):
        if isinstance(block, Note):
            rows.append(note(block, here, theme, column))
        else:
            last.extend(prose_strips(block, here, theme.small, column))
    return [*together(rows), *last]


def note(note: Note, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return one numbered note."""
    style = replace(theme.small, before=_BEFORE)
    number = literal(str(note.number), style, Column(column.x, _INDENT, column.tag), (at, "label"))
    inner = column.inset(_INDENT)
    (here, prose), *more = below(note, at)
    text = spans(prose, here, style.text)
    gap = replace(text[-1], text=" ")  # words run together in a reader's ear if the space between is an artifact
    # On paper the publisher's site and the title lead there; on screen the link has the whole address.
    link = Span(note.site, replace(style.text, colour=TEAL), prose.language, (at, "url"), True)
    first, *rest = strips([*text, gap, link], prose.language, style, inner)
    for there, compared in more:
        rest.extend(prose_strips(compared, there, replace(style, before=0), inner))
    return [replace(first, items=(*number[0].items, *first.items)), *rest]
