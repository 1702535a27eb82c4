"""The sources: small, numbered, last."""

from dataclasses import replace
from urllib.parse import urlsplit

from foraldraskolan.document.blocks import SourceEntry, Sources
from foraldraskolan.document.document import Address
from foraldraskolan.layout.page import Strip
from foraldraskolan.layout.text import Column, literal, prose_strips, spans, strips, together
from foraldraskolan.layout.theme import TEAL, Style, Theme
from foraldraskolan.typeset.glyphs import Span

_INDENT = 18
_BEFORE = 2.5  # points above an entry: the numbers keep them apart


def sources(block: Sources, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return one paragraph a source: its number, what it is, on which site; then when they were compared."""
    style = replace(theme.small, before=_BEFORE)
    rows: list[list[Strip]] = []
    for index, entry in enumerate(block.entries):
        lines = _entry(entry, (*at, index), style, column.inset(_INDENT))
        number = literal(str(entry.number), style, Column(column.x, _INDENT, column.tag), ((*at, index), "label"))
        first = replace(lines[0], items=(*number[0].items, *lines[0].items))
        rows.append([first, *lines[1:]])
    result = together(rows)
    if block.note is not None:
        result.extend(prose_strips(block.note, (*at, len(block.entries)), theme.small, column))
    return result


def _entry(entry: SourceEntry, at: Address, style: Style, column: Column) -> list[Strip]:
    text = spans(entry.text, (*at, 0), style.text)
    gap = replace(text[-1], text=" ")  # words run together in a reader's ear if the space between is an artifact
    # On paper the publisher's site and the title lead there; on screen the link has the whole address.
    shown = (urlsplit(entry.url).hostname or entry.url).removeprefix("www.")
    link = Span(shown, replace(style.text, colour=TEAL), entry.text.language, (at, "url"), True)
    first = strips([*text, gap, link], entry.text.language, style, column)
    if entry.note is None:
        return first
    return [*first, *prose_strips(entry.note, (*at, 1), replace(style, before=0), column)]
