"""Lines of text to the frame that holds them, and how its paragraphs stand in it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from foraldraskolan.language import script_of
from foraldraskolan.layout.page import Dot, Placed, Tick
from foraldraskolan.office.drawingml import Frame
from foraldraskolan.office.parts import DEPTH, Words, style_of
from foraldraskolan.office.text import Bullet, Screen, Setting, Side, paragraph
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Line

_LEADING = 1.2  # of a single line, in sizes of its type
_SLACK = 1.02  # of the widest line of a text that has several
_SAME = 0.5  # points
_DISC = 0.28  # how wide Arial's bullet is, in sizes of its type


@record
class Framed:
    """A frame, and how each of its paragraphs stands in it."""

    frame: Frame
    settings: tuple[Setting, ...]


def framed(texts: Sequence[Words], screen: Screen, *, at_end: bool = False) -> Framed:
    """Return the frame of texts that stand one below the other on a screen, if nothing tells otherwise at an end."""
    lines = [line for words in texts for line in words.lines]
    side, left, right = _room(texts, screen, at_end=at_end)
    bullets = [_bullet(words, side) for words in texts]
    indent = max(bullet.indent for bullet in bullets)
    left, right = (left, right + indent) if side == "r" else (left - indent, right)
    leading = _leading(texts)
    settings = [
        Setting(side, leading(words), bullet=bullet, struck=words.struck)
        for words, bullet in zip(texts, bullets, strict=True)
    ]
    for place, (above, below) in enumerate(pairwise(texts), start=1):
        # From the foot of one line to the foot of the next.
        room = below.lines[0].y - above.lines[-1].y + _depth(below.lines[0]) - _depth(above.lines[-1])
        high = min(settings[place].leading, room)
        settings[place] = replace(settings[place], leading=high, before=room - high)
    first, last = lines[0], lines[-1]
    top = first.y + _depth(first) - settings[0].leading
    return Framed(Frame(left, top, right - left, last.y + _depth(last) - top), tuple(settings))


def _depth(line: Placed) -> float:
    """Return how far the foot of a line is below its baseline."""
    return style_of(line).size * DEPTH


def _room(texts: Sequence[Words], screen: Screen, *, at_end: bool) -> tuple[Side, float, float]:
    """Return where texts stand, and the edges of their room: what is broken into lines keeps them as like as they are.

    An office font is no larger in any script, so a script that is set larger on paper needs less.
    """
    side, left, right = extent([line for words in texts for line in words.lines], screen, at_end=at_end)
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


def paragraphs(texts: Sequence[Words], settings: Sequence[Setting], screen: Screen) -> str:
    """Return texts as paragraphs that stand as their settings say."""
    return "".join(
        paragraph(words.prose, words.at, setting, style_of(words.lines[0]), screen)
        for words, setting in zip(texts, settings, strict=True)
    )


def extent(lines: Sequence[Placed], screen: Screen, *, at_end: bool = False) -> tuple[Side, float, float]:
    """Return at which side lines stand in their measure, and the left and right edge of that.

    A single line stands at its start if that is possible, or else at its end, or in the middle; `at_end`, at its end.
    """
    start: tuple[Side, ...] = ("l", "r") if (screen.direction == "ltr") != at_end else ("r", "l")
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


def _leading(texts: Sequence[Words]) -> Callable[[Words], float]:
    """Return the distance between the lines of each text: that of those which have several, or else the usual one."""
    found = [below.y - above.y for words in texts for above, below in pairwise(words.lines)]

    def leading(words: Words) -> float:
        return min(found, default=style_of(words.lines[0]).size * _LEADING)

    return leading


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
            return Bullet("number", indent, style_of(marker).colour)
