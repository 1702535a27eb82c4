"""The leaflet: one sheet of two A4 pages, for the door of a fridge. Nothing flows: what has no room is a problem.

The front has danger, the numbers to call and what to remember; the back two columns, and below them cards to cut out.
Behind those lies what is said elsewhere too.
"""

from collections.abc import Sequence
from math import ceil

from foraldraskolan.document.form import Box, Form, Heading, Paragraph
from foraldraskolan.document.gloss import joined
from foraldraskolan.document.walk import below, top
from foraldraskolan.layout.inside import off_page, place_of, too_wide
from foraldraskolan.layout.leaflet_back import CARD_HEIGHT, CARD_WIDTH, column_strips, cut_out
from foraldraskolan.layout.leaflet_front import call, colophon, masthead, number_row, reminder
from foraldraskolan.layout.opening import HEIGHT, WIDTH
from foraldraskolan.layout.page import Page, Placed, Strip, compose
from foraldraskolan.layout.text import Column, beside_the_form, height, prose_strips, stacked
from foraldraskolan.layout.theme import LEAFLET, LEAFLET_IN_TWO, MM, Theme
from foraldraskolan.problems import Problem, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT, Mark

_SIDE, _TOP, _BOTTOM = 15 * MM, 11 * MM, 6 * MM
_COLUMN, _BETWEEN = 84 * MM, 12 * MM
_GAP = 7.0  # between the parts of the front, at least
_MOST = 20.0  # and at most
_AIR = 8.0  # that what is to be remembered may have more
_FIRST = 4.0  # above the first of the numbers
_CUT = 5.0  # below the words on how to cut


@record
class _Piece:
    """A part of a page: its strip, and the space above it."""

    strip: Strip
    before: float
    airy: bool = False


@record
class _Back:
    """The back: its columns, what stands above the cards, and the cards."""

    columns: tuple[Strip, ...]
    cut: Strip
    cards: tuple[Strip, ...]
    foot: Strip

    @property
    def bottom(self) -> float:
        """Return how far down the cards reach."""
        return HEIGHT - _BOTTOM - self.foot.height

    @property
    def room(self) -> float:
        """Return how high a column may be."""
        return self.bottom - CARD_HEIGHT - self.cut.height - _TOP - 8


@record
class Lack:
    """How many points higher than its room each part of a leaflet is, below zero if there is more room."""

    front: float
    columns: tuple[float, ...]
    cards: tuple[float, ...]


def lack(form: Form) -> Lack:
    """Return what a leaflet has no room for."""
    pieces, last, back = _front(form), _colophon(form), _back(form)
    columns = tuple(column.height - back.room for column in back.columns)
    cards = tuple(card.height - CARD_HEIGHT for card in back.cards)
    return Lack(_high(pieces) + _GAP + last.height - _room(), columns, cards)


def lay_out_leaflet(form: Form) -> list[Page]:
    """Return the two pages of a leaflet; raise ProblemsFound for all that has no room, and by how much."""
    pieces, last, back = _front(form), _colophon(form), _back(form)
    strips = [*(piece.strip for piece in pieces), last, *back.columns, back.cut, *back.cards, back.foot]
    items = [item for strip in strips for item in strip.items]
    raise_found([*too_wide(items, form), *_too_high(form, pieces, last, back)])
    direction = form.language.direction
    front, reverse = Page(WIDTH, HEIGHT), Page(WIDTH, HEIGHT)
    compose(
        front, [*_spread(pieces, _room() - last.height), *stacked([last], y=HEIGHT - _BOTTOM - last.height)], direction
    )
    for strip in back.columns:
        compose(reverse, stacked([strip], y=_TOP), direction)
    cards = back.bottom - CARD_HEIGHT
    compose(reverse, stacked([back.cut], y=cards - back.cut.height), direction)
    for strip in back.cards:
        compose(reverse, stacked([strip], y=cards), direction)
    compose(reverse, stacked([back.foot], y=back.bottom + 4), direction)
    pages = [front, reverse]
    raise_found(off_page(pages, form))
    return pages


def _room() -> float:
    return HEIGHT - _TOP - _BOTTOM


def _high(pieces: Sequence[_Piece]) -> float:
    return sum(piece.before + piece.strip.height for piece in pieces)


def _spread(pieces: Sequence[_Piece], room: float) -> list[Placed]:
    """Return the parts of the front from the top, what room there is shared among them."""
    spare = room - _GAP - _high(pieces)
    airy = [piece for piece in pieces if piece.airy]
    air = min(spare / len(airy), _AIR) if airy else 0.0
    spare -= air * len(airy)
    gaps = [piece for piece in pieces[1:] if piece.before >= _GAP]
    more = min(spare / (len(gaps) + 1), _MOST - _GAP)
    placed: list[Placed] = []
    y = _TOP
    for piece in pieces:
        y += piece.before + (more if piece in gaps else 0) + (air if piece.airy else 0)
        placed += stacked([piece.strip], y=y)
        y += piece.strip.height
    return placed


def _front(form: Form) -> list[_Piece]:
    """Return the parts of the front above its colophon, from the top."""
    theme, column = _themed(form), _whole(form)
    pieces: list[_Piece] = []
    for at, block in top(form):
        match block:
            case Box("masthead"):
                pieces.append(_Piece(masthead(block, at, theme, column), 0))
            case Box("call"):
                pieces.append(_Piece(call(block, at, theme, column), _GAP))
            case Box("remember"):
                pieces.append(_Piece(reminder(block, at, theme, column), 4, airy=True))
            case Box("contacts"):
                rows = [number_row(card, here, theme, column) for here, card in below(block, at)]
                pieces += [_Piece(row, 0 if number else _FIRST) for number, row in enumerate(rows)]
            case Heading():
                lines = prose_strips(block, at, theme.label, column)
                pieces.append(_Piece(_joined(lines), _GAP))
            case _:
                pass
    return pieces


def _colophon(form: Form) -> Strip:
    for at, block in top(form):
        if isinstance(block, Box) and block.look == "colophon":
            return colophon(block, at, _themed(form), _whole(form))
    return Strip(0, ())


def _back(form: Form) -> _Back:
    """Return the parts of the back."""
    theme, tag = _themed(form), form.language.tag
    columns, cards = list[Strip](), list[Strip]()
    cut = Strip(0, ())
    for at, block in top(form):
        match block:
            case Box("column"):
                side = Column(_SIDE + len(columns) * (_COLUMN + _BETWEEN), _COLUMN, tag)
                columns.append(_joined(column_strips(block, at, theme, side)))
            case Box("cut-out"):
                side = Column(_SIDE + len(cards) * (WIDTH - 2 * _SIDE - CARD_WIDTH), CARD_WIDTH, tag)
                cards.append(cut_out(block, at, theme, side))
            case Paragraph():
                lines = prose_strips(block, at, theme.aside, _whole(form))
                cut = Strip(height(lines) + _CUT, tuple(stacked(lines)))
            case _:
                pass
    return _Back(tuple(columns), cut, tuple(cards), _foot(form))


def _foot(form: Form) -> Strip:
    """Return the foot of the back: a page may be copied alone, so it too says how far to trust it."""
    said = form.foot.trust
    if form.foot.example.inlines:
        said = joined([form.foot.example, said])
    lines = beside_the_form(said, _themed(form).small, _whole(form)) if said.inlines else []
    return Strip(height(lines) + 4, tuple(stacked(lines)))


def _themed(form: Form) -> Theme:
    return (LEAFLET if form.beside is None else LEAFLET_IN_TWO).in_language(form.language.tag)


def _whole(form: Form) -> Column:
    column = Column(_SIDE, WIDTH - 2 * _SIDE, form.language.tag)
    return column if form.beside is None else column.parted(_BETWEEN / 2)


def _joined(strips: list[Strip]) -> Strip:
    """Return strips as one."""
    return Strip(height(strips) if strips else 0, tuple(stacked(strips)))


def _too_high(form: Form, pieces: Sequence[_Piece], last: Strip, back: _Back) -> list[Problem]:
    """Return a problem for each part that is higher than its room, with the place of what is highest in it."""
    lacking = lack(form)
    parts = [
        (lacking.front, 1, [*(piece.strip for piece in pieces), last]),
        *((points, 2, [strip]) for points, strip in zip(lacking.columns, back.columns, strict=True)),
        *((points, 2, [strip]) for points, strip in zip(lacking.cards, back.cards, strict=True)),
    ]
    return [
        Problem(
            message(
                "Bladet rymmer inte allt: det saknas {points} punkter på sida {page} ({language}).",
                points=ceil(points),
                page=page,
                language=form.language.swedish,
            ),
            message("Korta texten, eller namnen i planen. Det viktigaste ska få plats på två sidor."),
            place_of(_mark(max(strips, key=lambda strip: strip.height)), form),
        )
        for points, page, strips in parts
        if points > 0
    ]


def _mark(strip: Strip) -> Mark:
    return next((mark for each in strip.items for mark in each.marks if mark[0]), ARTIFACT)
