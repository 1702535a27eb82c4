"""How a letter opens: who sends it, its reader's address in the window of the envelope, what it is about, when."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from foraldraskolan.document.form import Box, Form, FormBlock, Paragraph
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.language import Language
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.inside import is_too_wide
from foraldraskolan.layout.occasion import occasion
from foraldraskolan.layout.opening import OUTER, WIDTH, Opening, language, titles
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.sender import SLOT, sender
from foraldraskolan.layout.text import Column, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, style
from foraldraskolan.problems import Problem, ProblemsFound, message
from foraldraskolan.record import record

_SENDER_TOP, _RULE = 8 * MM, 24 * MM
_REFERENCE_TOP, _BESIDE = 46 * MM, 74 * MM  # what a letter refers to stands beside its window, so wide
_UNDER_RULE, _BEFORE_TITLE = 6 * MM, 4 * MM
_AROUND, _BEFORE_TEXT = 0.55, 0.75  # space around the frame and before the text, in sizes of the title
# A long address is set smaller before it is refused.
_ADDRESSES = (style(11, 14.5, wrap="whole"), style(10, 12.5, wrap="whole"))
_ADDRESS_HEIGHT = 32 * MM


@record
class _Area:
    """Where an address stands, from the left and the top, how wide it may be, and where a title is below its window."""

    left: float
    top: float
    width: float
    title: float


# So that the windows of C5, E65 and DL envelopes show the address and nothing else: right-hand windows (SS 61 40 15,
# "H2") begin at 105 mm, left-hand ones (DIN 5008, ISO DL) reach from 20 to 110 mm, and from 45 to 90 mm from the top.
_WINDOWS: Mapping[str, _Area] = {
    "right window": _Area(112 * MM, 47 * MM, 80 * MM, 86 * MM),
    "left window": _Area(25 * MM, 51 * MM, 75 * MM, 90 * MM),
}


def letterhead(form: Form, theme: Theme) -> Opening:
    """Return the head of a letter; raise ProblemsFound for a long address.

    The address stands where it stands on every sheet, whichever way its language is read: it is for the postman.
    """
    tag = form.language.tag
    column = Column(OUTER, WIDTH - 2 * OUTER, tag)
    leading = list(takewhile(_opens, top(form)))
    items = [Placed(OUTER, _RULE, Rect(column.width, 1.6, TEAL))]
    beside, bottom, title = column, _RULE + _UNDER_RULE, 0.0
    for at, block in leading:
        match block:
            case Box("sender"):
                items += stacked(list(_strips(block, at, theme, column)), y=_SENDER_TOP)
            case Box(look):
                if look in _WINDOWS:
                    area = _WINDOWS[look]
                    items += _address(block, at, area, form.language)
                    far = (form.language.direction == "rtl") != (look == "left window")
                    beside, bottom, title = _beside(column, far=far), _REFERENCE_TOP, area.title
            case _:
                lines = list(_strips(block, at, theme, beside))
                items += stacked(lines, y=bottom)
                bottom += height(lines)
    y, size = max(bottom + _BEFORE_TITLE, title), theme.title.text.size
    for at, block in leading:
        if isinstance(block, Box) and block.look in ("masthead", "occasion"):
            names = language(block, at, column)
            items += stacked(names, y=_SENDER_TOP + (SLOT - height(names)) / 2)
            lines = list(_strips(block, at, theme, column))
            items += stacked(lines, y=y)
            y += height(lines) + _AROUND * size
    return Opening(items, y + (_BEFORE_TEXT - _AROUND) * size, len(leading))


def _opens(placed: tuple[Address, FormBlock]) -> bool:
    """Tell whether a block belongs to the head of a letter."""
    block = placed[1]
    if isinstance(block, Box):
        return block.look in ("sender", "masthead", "occasion", *_WINDOWS)
    return isinstance(block, Paragraph) and block.role == "meeting"


# The letters of a mailout have all of their heads but the address in common.
@lru_cache(maxsize=256)
def _strips(block: FormBlock, at: Address, theme: Theme, column: Column) -> tuple[Strip, ...]:
    match block:
        case Box("sender"):
            return tuple(sender(block, at, theme, column))
        case Box("masthead"):
            return tuple(titles(block, at, theme, column, theme.title.text.size))
        case Box("occasion"):
            return tuple(occasion(block, at, theme, column))
        case Paragraph():
            return tuple(prose_strips(block, at, theme.meeting, column))
        case _:
            raise AssertionError(f"no part of a letter's head: {block}")


def _beside(column: Column, *, far: bool) -> Column:
    """Return where there is room beside a window: at the column's start, or at its far end."""
    return column.inset(column.width - _BESIDE) if far else column.inset(0, column.width - _BESIDE)


def _address(block: Box, at: Address, area: "_Area", language: Language) -> list[Placed]:
    lines = stacked(_address_lines(block, at, area.width, language.tag), y=area.top)
    # The page is mirrored later, and the window is not.
    rtl = language.direction == "rtl"
    return [replace(each, x=WIDTH - area.left - each.item.width if rtl else area.left) for each in lines]


def _address_lines(address: Box, at: Address, width: float, tag: str) -> list[Strip]:
    """Return the lines of an address, set smaller if they need to be; raise ProblemsFound if that is not enough."""
    column = Column(0, width, tag)
    for look in _ADDRESSES:
        lines = [strip for here, line in below(address, at) for strip in prose_strips(line, here, look, column)]
        if height(lines) <= _ADDRESS_HEIGHT and not is_too_wide(lines):
            return lines
    what = message("Adressen är längre än kuvertets fönster.")
    raise ProblemsFound([Problem(what, message("Korta den i listan."))])
