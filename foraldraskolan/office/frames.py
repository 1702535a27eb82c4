"""Lines of text to the frame that holds them, and how its paragraphs stand in it."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from foraldraskolan.language import script_of
from foraldraskolan.layout.page import Dot, Placed, Tick
from foraldraskolan.office.drawingml import Frame
from foraldraskolan.office.parts import Words, style_of
from foraldraskolan.office.text import Bullet, Screen, Setting, Side, paragraph
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Line

_LEADING = 1.2  # of a single line, in sizes of its type
_DEPTH = 0.2  # from a baseline to the foot of its line, likewise
_SLACK = 1.02  # of the widest line of a text that has several
_SAME = 0.5  # points
_DISC = 0.28  # how wide Arial's bullet is, in sizes of its type


@record
class Framed:
    """A frame, and how the paragraphs of each of its texts stand in it."""

    frame: Frame
    settings: tuple[tuple[Setting, ...], ...]


def framed(texts: Sequence[Words], screen: Screen) -> Framed:
    """Return the frame of texts that stand one below the other on a screen."""
    lines = [line for words in texts for line in words.lines]
    side, left, right = _room(texts, screen)
    bullets = [_bullet(words, side) for words in texts]
    indent = max(bullet.indent for bullet in bullets)
    left, right = (left, right + indent) if side == "r" else (left - indent, right)
    leading = _leading(texts)
    settings = [Setting(side, leading, bullet=bullet) for bullet in bullets]
    for place, (above, below) in enumerate(pairwise(texts), start=1):
        before = below.lines[0].y - above.lines[-1].y - leading
        settings[place] = Setting(side, leading, before, bullets[place])
    first, last = lines[0], lines[-1]
    top = first.y + style_of(first).size * _DEPTH - leading
    bottom = last.y + style_of(last).size * _DEPTH
    sized = tuple(_by_size(words, setting) for words, setting in zip(texts, settings, strict=True))
    if len(sized[0]) > 1:
        top = first.y + style_of(first).size * _DEPTH - sized[0][0].leading
    return Framed(Frame(left, top, right - left, bottom - top), sized)


def _by_size(words: Words, setting: Setting) -> tuple[Setting, ...]:
    """Return how the paragraphs of a text stand: one for each size of type that has lines of its own."""
    groups = [list(group) for _, group in groupby(words.lines, lambda line: style_of(line).size)]
    if len(groups) == 1:
        return (setting,)
    found = [Setting(setting.side, style_of(groups[0][0]).size * _LEADING, exact=True)]
    for above, below in pairwise(groups):
        # From baseline to baseline a line is as high as what is below the one above and all of its own.
        apart = below[0].y - above[-1].y
        depths = (style_of(below[0]).size - style_of(above[-1]).size) * _DEPTH
        found.append(Setting(setting.side, apart + depths, exact=True))
    return tuple(found)


def _room(texts: Sequence[Words], screen: Screen) -> tuple[Side, float, float]:
    """Return where texts stand, and the edges of their room: what is broken into lines keeps them as like as they are.

    An office font is no larger in any script, so a script that is set larger on paper needs less.
    """
    side, left, right = extent([line for words in texts for line in words.lines], screen)
    if all(len(words.lines) == 1 for words in texts):
        return side, left, right
    widest = max(line.item.width for words in texts for line in words.lines)
    spare = max(right - left - widest * _SLACK * script_of(texts[0].prose.language).size, 0)
    match side:
        case "l":
            return side, left, right - spare
        case "r":
            return side, left + spare, right
        case "ctr":
            return side, left + spare / 2, right - spare / 2


def paragraphs(texts: Sequence[Words], settings: Sequence[Sequence[Setting]], screen: Screen) -> str:
    """Return texts as paragraphs that stand as their settings say."""
    return "".join(
        paragraph(words.prose, words.at, setting, style_of(words.lines[0]), screen)
        for words, setting in zip(texts, settings, strict=True)
    )


def extent(lines: Sequence[Placed], screen: Screen) -> tuple[Side, float, float]:
    """Return at which side lines stand in their measure, and the left and right edge of that.

    A single line stands at its start if that is possible, or else at its end, or in the middle.
    """
    start: tuple[Side, ...] = ("l", "r") if screen.direction == "ltr" else ("r", "l")
    for side in (*start, "ctr"):
        found = [_measure(line, side) for line in lines]
        left, right = found[0]
        agreed = all(abs(each[0] - left) < _SAME and abs(each[1] - right) < _SAME for each in found)
        if agreed and left > -_SAME and right < screen.width + _SAME:
            return side, left, right
    # Lines that share no measure, as those of a source, take the room that they have.
    return start[0], min(line.x for line in lines), max(line.x + line.item.width for line in lines)


def _measure(placed: Placed, side: Side) -> tuple[float, float]:
    """Return the left and right edge of a line's measure if it stands at a side of it."""
    assert isinstance(placed.item, Line)
    spare = placed.item.measure - placed.item.width
    left = placed.x - {"l": 0, "ctr": spare / 2, "r": spare}[side]
    return left, left + placed.item.measure


def _leading(texts: Sequence[Words]) -> float:
    """Return the distance between the lines of a text, the usual one if each has but one."""
    found = [below.y - above.y for words in texts for above, below in pairwise(words.lines)]
    return min(found, default=style_of(texts[0].lines[0]).size * _LEADING)


def _bullet(words: Words, side: Side) -> Bullet:
    marker, line = words.marker, words.lines[0]
    if marker is None:
        return Bullet()
    indent = line.x - marker.x
    if side == "r":
        indent = marker.x + marker.item.width - line.x - line.item.width
    match marker.item:
        case Dot(width, colour):
            return Bullet("dot", indent, colour, width / (style_of(line).size * _DISC))
        case Tick():
            return Bullet("box", indent)
        case _:
            return Bullet("note" if words.note else "number", indent, style_of(marker).colour, start=words.note)
