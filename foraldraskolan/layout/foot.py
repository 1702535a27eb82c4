"""The foot of every page of a sheet: whom to call, what the sheet is, its page, how far its translation is trusted."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from foraldraskolan.document.form import Foot
from foraldraskolan.document.gloss import joined
from foraldraskolan.document.labels import fill_in
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.layout.colours import GREY, INK, MIST
from foraldraskolan.layout.grid import Grid
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column, at_end, beside_the_form, height, spans, stacked, strips
from foraldraskolan.layout.theme import Style, resized, style
from foraldraskolan.typeset.glyphs import ARTIFACT, Span

_STYLE = style(9, 12, 400, GREY)
_NUMBERS = style(11, 15, 700, INK)
_NUMBER_SHARE = 0.25  # of the foot's first line is the page's number's
_BELOW_RULE = 6.0


@lru_cache(maxsize=64)
def foot_of(title: Prose, language: Language, foot: Foot, grid: Grid, number: int, pages: int) -> Strip:
    """Return the foot: the numbers to call; what the sheet is, in Swedish and by its language's names; its page.

    Then how far its translation is trusted. A sheet that is an example says so on each page: a page may be alone.
    """
    column = grid.whole(language.tag)
    factor = max(_STYLE.text.size, grid.theme.small.text.size) / _STYLE.text.size
    look, large = (resized(each, each.text.size * factor) for each in (_STYLE, _NUMBERS))
    side = column.whole.inset(column.width * (1 - _NUMBER_SHARE))
    page = fill_in(foot.page, page=str(number), pages=str(pages))
    where = [at_end(line, side) for line in beside_the_form(page, look, side)]
    what = _what(title, language, look, column.whole.inset(0, side.width))
    said = foot.trust
    if foot.example.inlines:
        said = joined([foot.example, said])
    items = [Placed(column.x, 0, Rect(column.width, 0.6, MIST))]
    y = _BELOW_RULE
    if foot.numbers:
        said_of = [spans(number.paper, (), large.text, ARTIFACT) for number in foot.numbers]
        dot = replace(said_of[0][0], text=" · ", isolate=False, kept=False)
        call = strips([span for number in said_of for span in (dot, *number)][1:], language.tag, large, column)
        items += stacked(call, y=y)
        y += height(call)
    trust = beside_the_form(said, look, column)
    below = y + max(height(what), height(where))
    items += [*stacked(what, y=y), *stacked(where, y=y), *stacked(trust, y=below)]
    return Strip(below + height(trust), tuple(items))


def _what(title: Prose, language: Language, look: Style, column: Column) -> list[Strip]:
    tag, text = language.tag, look.text
    names = [Span(title.source or plain(title.inlines), text, SOURCE, ARTIFACT, isolate=True)]
    names.append(Span(language.native, text, tag, ARTIFACT, isolate=True))
    if tag != SOURCE:
        names.append(Span(language.swedish, text, SOURCE, ARTIFACT, isolate=True))
    return strips(_dotted(names), tag, look, column)


def _dotted(names: Sequence[Span]) -> list[Span]:
    """Return spans with a dot between each two."""
    dot = replace(names[0], text=" · ", isolate=False, kept=False)
    return [part for span in names for part in (dot, span)][1:]
