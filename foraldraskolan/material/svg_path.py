"""The path data of SVG 1.1 (8.3) and its basic shapes (9) as steps of lines and cubic curves."""

import math
import re
from collections.abc import Iterator, Sequence

from foraldraskolan.document.linedrawing import KAPPA, Point, Step

_NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_COMMAND = re.compile(r"\s*([MmLlHhVvCcSsQqTtAaZz])\s*")
_ARGUMENT = re.compile(rf"({_NUMBER})\s*,?\s*")
_FLAG = re.compile(r"([01])\s*,?\s*")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = (3, 4)  # an arc's arguments that are one digit each


class PathError(ValueError):
    """Path data, or a list of numbers, that breaks the grammar; its text is what cannot be read from there on."""


def number_list(text: str) -> list[float]:
    """Return numbers with spaces or commas between them; raise PathError where there is something else."""
    text = text.strip()
    found: list[float] = []
    at = 0
    while at < len(text):
        match = _ARGUMENT.match(text, at)
        if match is None:
            raise PathError(text[at:])
        found.append(float(match[1]))
        at = match.end()
    return found


def path_steps(data: str) -> tuple[Step, ...]:
    """Return the steps of path data; raise PathError where it breaks the grammar.

    Raises ArithmeticError or ValueError for numbers that are beyond all measure.
    """
    pen = _Pen()
    steps: list[Step] = []
    for command, arguments in _commands(data):
        steps.extend(pen.draw(command, arguments))
    return tuple(steps)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its arguments; one that is repeated without its letter is yielded again."""
    at = 0
    data = data.rstrip()
    while at < len(data):
        match = _COMMAND.match(data, at)
        if match is None or (at == 0 and match[1] not in "Mm"):
            raise PathError(data[at:])
        command, at = match[1], match.end()
        if command in "Zz":
            yield command, []
            continue
        first = True
        while first or _ARGUMENT.match(data, at):
            arguments, at = _arguments(data, at, command.upper())
            yield command, arguments
            command, first = {"M": "L", "m": "l"}.get(command, command), False


def _arguments(data: str, at: int, command: str) -> tuple[list[float], int]:
    found: list[float] = []
    for index in range(_COUNTS[command]):
        pattern = _FLAG if command == "A" and index in _FLAGS else _ARGUMENT
        match = pattern.match(data, at)
        if match is None:
            raise PathError(data[at:])
        found.append(float(match[1]))
        at = match.end()
    return found, at


class _Pen:
    """Where a path has come to, and the control point that a smooth curve mirrors."""

    def __init__(self) -> None:
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._control: tuple[str, Point] | None = None  # of a cubic "C" or a quadratic "Q" curve
        self._closed = False

    def draw(self, command: str, arguments: Sequence[float]) -> Iterator[Step]:
        kind = command.upper()
        dx, dy = self._at if command.islower() else (0.0, 0.0)
        if kind == "H":
            points = [(arguments[0] + dx, self._at[1])]
        elif kind == "V":
            points = [(self._at[0], arguments[0] + dy)]
        else:
            last = arguments[5:] if kind == "A" else arguments
            points = [(x + dx, y + dy) for x, y in zip(last[::2], last[1::2], strict=True)]
        control, self._control = self._control, None
        if self._closed and kind not in "MZ":
            yield Step("move", (self._at,))
        self._closed = kind == "Z"
        match kind:
            case "M":
                self._start = points[0]
                yield Step("move", (points[0],))
            case "Z":
                points = [self._start]
                yield Step("close")
            case "L" | "H" | "V":
                yield Step("line", (points[0],))
            case "C" | "S":
                if kind == "S":
                    points.insert(0, self._mirrored(control, "C"))
                self._control = "C", points[1]
                yield Step("curve", tuple(points))
            case "Q" | "T":
                if kind == "T":
                    points.insert(0, self._mirrored(control, "Q"))
                self._control = "Q", points[0]
                ends = (self._at, points[1])
                thirds = [(x + (points[0][0] - x) * 2 / 3, y + (points[0][1] - y) * 2 / 3) for x, y in ends]
                yield Step("curve", (thirds[0], thirds[1], points[1]))
            case "A":
                across, up, turned, large, sweep = arguments[:5]
                yield from _arc(self._at, points[0], abs(across), abs(up), turned, bool(large), bool(sweep))
        self._at = points[-1]

    def _mirrored(self, control: tuple[str, Point] | None, kind: str) -> Point:
        """Return the last control point mirrored about where the path has come to, if it was of a curve of a kind."""
        if control is None or control[0] != kind:
            return self._at
        return 2 * self._at[0] - control[1][0], 2 * self._at[1] - control[1][1]


def _arc(start: Point, end: Point, across: float, up: float, turned: float, large: bool, sweep: bool) -> Iterator[Step]:
    """Yield an elliptical arc as curves of a quarter or less (SVG 1.1, F.6.5); one without a radius is a line."""
    if not across or not up or start == end:
        yield Step("line", (end,))
        return
    cos, sin = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = (cos * dx + sin * dy) / across, (cos * dy - sin * dx) / up
    length = x * x + y * y
    scale = math.sqrt(max(1.0, length))  # radii that do not reach are made to
    across, up, x, y = across * scale, up * scale, x / scale, y / scale
    offset = math.sqrt(max(0.0, 1 / (x * x + y * y) - 1)) * (-1 if large == sweep else 1)
    middle = (offset * y, -offset * x)  # on the circle that the ellipse is before it is stretched and turned
    first = math.atan2(y - middle[1], x - middle[0])
    angle = math.atan2(-y - middle[1], -x - middle[0]) - first
    if sweep and angle < 0:
        angle += 2 * math.pi
    elif not sweep and angle > 0:
        angle -= 2 * math.pi
    count = max(math.ceil(abs(angle) / (math.pi / 2) - 1e-9), 1)
    middle_x, middle_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def placed(px: float, py: float) -> Point:
        px, py = (px + middle[0]) * across, (py + middle[1]) * up
        return cos * px - sin * py + middle_x, sin * px + cos * py + middle_y

    step = angle / count
    reach = 4 / 3 * math.tan(step / 4)
    for index in range(count):
        one, other = first + index * step, first + (index + 1) * step
        yield Step(
            "curve",
            (
                placed(math.cos(one) - reach * math.sin(one), math.sin(one) + reach * math.cos(one)),
                placed(math.cos(other) + reach * math.sin(other), math.sin(other) - reach * math.cos(other)),
                end if index == count - 1 else placed(math.cos(other), math.sin(other)),
            ),
        )


def ellipse_steps(x: float, y: float, across: float, up: float) -> tuple[Step, ...]:
    """Return an ellipse about a point, with its two radii."""
    around = rectangle_steps(x - across, y - up, 2 * across, 2 * up, across, up)
    return tuple(step for step in around if step.kind != "line")


def rectangle_steps(
    x: float, y: float, width: float, height: float, across: float = 0, up: float = 0
) -> tuple[Step, ...]:
    """Return a rectangle from its top left corner, whose corners are quarters of an ellipse with these radii."""
    right, bottom = x + width, y + height
    if not across or not up:
        corners = ((right, y), (right, bottom), (x, bottom))
        return Step("move", ((x, y),)), *(Step("line", (corner,)) for corner in corners), Step("close")
    dx, dy = across * (1 - KAPPA), up * (1 - KAPPA)
    return (
        Step("move", ((x + across, y),)),
        Step("line", ((right - across, y),)),
        Step("curve", ((right - dx, y), (right, y + dy), (right, y + up))),
        Step("line", ((right, bottom - up),)),
        Step("curve", ((right, bottom - dy), (right - dx, bottom), (right - across, bottom))),
        Step("line", ((x + across, bottom),)),
        Step("curve", ((x + dx, bottom), (x, bottom - dy), (x, bottom - up))),
        Step("line", ((x, y + up),)),
        Step("curve", ((x, y + dy), (x + dx, y), (x + across, y))),
        Step("close"),
    )


def corner_steps(points: Sequence[Point], *, closed: bool) -> tuple[Step, ...]:
    """Return a path straight from point to point."""
    first, *rest = points
    end = (Step("close"),) if closed else ()
    return Step("move", (first,)), *(Step("line", (point,)) for point in rest), *end
