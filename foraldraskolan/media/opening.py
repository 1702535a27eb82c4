"""How a sheet opens: with a title band, or as a letter with its reader's address in the window of the envelope."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from foraldraskolan.document.blocks import AddressField, Masthead, Window
from foraldraskolan.document.document import Document
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.page import Box, Placed, Strip
from foraldraskolan.layout.text import Column, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import GOLD, MIST, MM, TEAL, Theme, style
from foraldraskolan.problems import Problem, ProblemsFound, message
from foraldraskolan.typeset.glyphs import ARTIFACT

WIDTH, HEIGHT = 210 * MM, 297 * MM  # A4
OUTER = 20 * MM
_NAME = "Föräldraskolan"
_NAME_STYLE = style(10, 14, 700, TEAL)
_PAD = 20
_LETTERHEAD = 24 * MM  # how far down the ground of a letter reaches: no window shows it
_TITLES_TOP, _BESIDE = 36 * MM, 82 * MM  # where the titles of a letter stand beside its window, and how wide
_ADDRESS = style(11, 14.5)
# Where an address may stand so that the windows of C5, E65 and DL envelopes show it, in points from the page's left
# and top: right-hand windows (SS 61 40 15, "H2") begin at 105 mm, left-hand ones (DIN 5008, ISO DL) at 20 mm.
_WINDOWS: Mapping[Window, float] = {"right": 112 * MM, "left": 25 * MM}
_WINDOW_TOP, _WINDOW_WIDTH, _WINDOW_HEIGHT = 47 * MM, 80 * MM, 32 * MM


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a sheet: its items, where the text below starts, how many of the document's blocks it shows."""

    items: Sequence[Placed]
    bottom: float
    shown: int


def band(document: Document, theme: Theme) -> Opening:
    """Return the title band of a document that opens with a Masthead."""
    name, language = _names(document)
    titles = _titles(document, theme, Column(OUTER, WIDTH - 2 * OUTER, document.language.tag))
    y = _PAD + name[0].height + 12
    bottom = y + height(titles) + _PAD
    items = [
        *_ground(bottom),
        *at_edge(name, OUTER, _PAD),
        *at_edge(language, WIDTH - OUTER - line_width(language), _PAD),
        *stacked(titles, y=y),
    ]
    return Opening(items, bottom + 3 + 14, 1)


def _ground(bottom: float) -> list[Placed]:
    """Return what lies behind the top of a sheet down to a height: its ground, a rule, an accent at its start."""
    return [
        Placed(0, 0, Box(WIDTH, bottom, MIST)),
        Placed(0, bottom, Box(WIDTH, 3, TEAL)),
        Placed(0, bottom, Box(OUTER + 40, 3, GOLD)),
    ]


def _names(document: Document) -> tuple[list[Strip], list[Strip]]:
    """Return the material's name and the language's own, a line each."""
    column = Column(OUTER, WIDTH - 2 * OUTER, document.language.tag)
    name = literal(_NAME, _NAME_STYLE, column, ARTIFACT, SOURCE)
    return name, literal(document.language.native, _NAME_STYLE, column, ARTIFACT, document.language.tag)


def _titles(document: Document, theme: Theme, column: Column) -> list[Strip]:
    """Return the texts of the Masthead that opens a document: title, subtitle, whose meeting, how far to trust it."""
    top = document.blocks[0]
    if not isinstance(top, Masthead):
        raise AssertionError("a sheet opens with a masthead")
    titles: list[Strip] = []
    looks = (theme.title, theme.subtitle, theme.meeting, replace(theme.meeting, before=1))
    for index, (prose, look) in enumerate(zip((top.title, top.subtitle, top.meeting, top.trust), looks, strict=True)):
        if prose.inlines:
            titles.extend(prose_strips(prose, (0, index), look, column))
    return titles


def letterhead(document: Document, theme: Theme) -> Opening:
    """Return the head of a letter whose Masthead is followed by an AddressField; raise ProblemsFound for a long one.

    The address stands where it stands on every sheet, whichever way its language is read: it is for the postman.
    """
    field = document.blocks[1]
    if not isinstance(field, AddressField):
        raise AssertionError("a letter has an address behind its masthead")
    name, language = _names(document)
    rtl, left = document.language.direction == "rtl", _WINDOWS[field.window]
    lines = _address_lines(field, document)
    # The page is mirrored later, and the window is not; the titles stand beside it.
    address = [replace(each, x=WIDTH - left - each.item.width if rtl else left) for each in stacked(lines)]
    beside = Column(
        OUTER if rtl == (field.window == "left") else WIDTH - OUTER - _BESIDE, _BESIDE, document.language.tag
    )
    titles = _titles(document, theme, beside)
    bottom = max(_WINDOW_TOP + _WINDOW_HEIGHT, _TITLES_TOP + height(titles))
    items = [
        *_ground(_LETTERHEAD),
        *at_edge(name, OUTER, _LETTERHEAD - 24),
        *at_edge(language, WIDTH - OUTER - line_width(language), _LETTERHEAD - 24),
        *(replace(each, y=each.y + _WINDOW_TOP) for each in address),
        *stacked(titles, y=_TITLES_TOP),
    ]
    return Opening(items, bottom + 12, 2)


def _address_lines(field: AddressField, document: Document) -> list[Strip]:
    column = Column(0, _WINDOW_WIDTH, document.language.tag)
    lines: list[Strip] = []
    for index, line in enumerate(field.lines):
        lines.extend(prose_strips(line, (1, index), _ADDRESS, column))
    if height(lines) > _WINDOW_HEIGHT:
        what = message("Adressen är längre än kuvertets fönster.")
        raise ProblemsFound([Problem(what, message("Korta den i listan."))])
    return lines


def line_width(parts: list[Strip]) -> float:
    """Return how wide one line is."""
    return parts[0].items[0].item.width


def at_edge(parts: list[Strip], x: float, y: float) -> list[Placed]:
    """Return one line placed with its own edge at x, whatever the language of its page."""
    only = parts[0].items[0]
    return [Placed(x, only.y + y, only.item)]
