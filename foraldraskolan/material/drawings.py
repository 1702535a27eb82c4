"""The files of line drawings: SVG of one size and of plain shapes, inside the material, read once into our own shapes.

What is read here is what is drawn: no other parser sees the file. What SVG has and a drawing may not is refused.
"""

import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any
from xml.parsers import expat

from foraldraskolan.document.linedrawing import HEIGHT, WIDTH, LineDrawing, Outline, Pen, Point, Step
from foraldraskolan.inputs import is_inside, read_bytes
from foraldraskolan.limits import DRAWING_BYTES, DRAWING_NUMBER, PROBLEMS
from foraldraskolan.material.svg_path import (
    PathError,
    corner_steps,
    ellipse_steps,
    number_list,
    path_steps,
    rectangle_steps,
)
from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import Message, Place, Problem, collect, message, raise_found
from foraldraskolan.record import record

VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"
_SVG = "http://www.w3.org/2000/svg"
_TRANSFORM = re.compile(r"\s*(translate|rotate|scale|matrix)\s*\(([^()]*)\)\s*,?")
_COLOURS = {
    "none": "", "black": "#000000", "silver": "#C0C0C0", "gray": "#808080", "grey": "#808080", "white": "#FFFFFF",
    "maroon": "#800000", "red": "#FF0000", "purple": "#800080", "fuchsia": "#FF00FF", "green": "#008000",
    "lime": "#00FF00", "olive": "#808000", "yellow": "#FFFF00", "navy": "#000080", "blue": "#0000FF",
    "teal": "#008080", "aqua": "#00FFFF", "orange": "#FFA500",
}  # fmt: skip
_HEX = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")
_SHAPES: Mapping[str, tuple[str, ...]] = {  # the attributes that each element takes beside those of a pen
    "svg": ("viewBox", "width", "height", "version"),
    "g": (),
    "path": ("d",),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "polygon": ("points",),
}
_PEN = (
    "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "fill-rule", "transform", "id",
)  # fmt: skip

Matrix = tuple[float, float, float, float, float, float]
_MOST_TOLD = 20 * PROBLEMS  # of a file: more are not looked for
_ROUGH = 0.001  # how unlike two axes may be that are meant to be alike
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def read_drawing(table: TomlTable, folder: Path) -> LineDrawing:
    """Return the drawing that the key file of a table names; what is wrong with it is noted, at its place."""
    name = table.text("file")
    path = folder / name
    if not name:
        return LineDrawing()
    if not is_inside(path, folder):
        table.report("file", message("Bilden {file} ligger utanför mappen pictures.", file=name))
    elif not os.path.exists(path):
        table.report("file", message("Bilden {file} finns inte.", file=name))
    else:
        return collect(table.file.problems, lambda: parse_drawing(path)) or LineDrawing()
    return LineDrawing()


def parse_drawing(path: Path) -> LineDrawing:
    """Return the drawing in a file; raise ProblemsFound with all that is not one of its plain shapes, and where."""
    return Reader(path).drawing(read_bytes(path, DRAWING_BYTES))


@record
class _Group:
    """What the elements inside another inherit: its pen and where it puts them."""

    pen: Pen = field(default_factory=Pen)
    matrix: Matrix = IDENTITY


class Reader:
    """Reads elements as they come: their outlines, and what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._groups = [_Group()]
        self._size = float(WIDTH), float(HEIGHT)
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._foreign
        self._parser.ProcessingInstructionHandler = self._foreign
        self.problems: list[Problem] = []
        self._outlines: list[Outline] = []

    def drawing(self, data: bytes) -> LineDrawing:
        """Return the drawing that a file holds; raise ProblemsFound with all that is wrong with it."""
        self._read(data)
        raise_found(self.problems)
        return LineDrawing(tuple(self._outlines), *self._size)

    def _read(self, data: bytes) -> None:
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):  # the last two: an encoding that Python does not know
            self._report(self._no_drawing())

    def _no_drawing(self) -> Message:
        return message("Bilden {file} är ingen SVG-fil.", file=self._path.name)

    def _report(self, what: Message, hint: Message | None = None, key: str | None = None) -> None:
        self.problems.append(Problem(what, hint, Place(self._path, self._parser.CurrentLineNumber, key)))
        if len(self.problems) >= _MOST_TOLD:
            raise_found(self.problems)

    def _foreign(self, *_: Any) -> None:
        """Stop at what leads out of the file, or makes it another: a document type, entities, a style sheet."""
        self._report(
            message("Bilden har en DOCTYPE eller en instruktion (<?)."),
            message("Ta bort den: en bild är bara enkla former."),
        )
        raise_found(self.problems)

    def _end(self, name: str) -> None:
        self._groups.pop()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        group = self._groups[-1]
        kind = name.removeprefix(f"{_SVG} ")
        is_root = len(self._groups) == 1
        if kind not in _SHAPES or (kind == "svg") is not is_root:
            what = message(
                "Bilden {file} har annat än enkla former: {names}.", file=self._path.name, names=_short(kind)
            )
            self._report(what, message("Rita med {shapes}.", shapes=", ".join(list(_SHAPES)[1:])))
            self._groups.append(group)
            return
        own = self._seen({key: value for key, value in attributes.items() if " " not in key})  # others are notes
        for key in own:
            if key not in _SHAPES[kind] and key not in _PEN:
                what = message("{element} kan inte ha {attribute}.", element=kind, attribute=_short(key))
                self._report(what, message("Ta bort det, eller rita utan det."), _short(key))
        attribute = _Attributes(kind, own, self._report)
        if is_root:
            group = _Group(matrix=self._measured(own))
        group = _Group(attribute.pen(group.pen), _product(group.matrix, attribute.matrix()))
        self._groups.append(group)
        path = attribute.path()
        if path:
            placed = tuple(
                Step(step.kind, tuple(_placed(group.matrix, point) for point in step.points)) for step in path
            )
            a, b, c, d, *_ = group.matrix
            scale = math.sqrt(abs(a * d - b * c))
            pen = replace(
                group.pen,
                thickness=group.pen.thickness * scale,
                dashes=tuple(dash * scale for dash in group.pen.dashes),
            )
            numbers = [number for step in placed for point in step.points for number in point]
            if all(abs(number) <= DRAWING_NUMBER for number in (*numbers, pen.thickness, *pen.dashes)):
                self._outlines.append(Outline(placed, pen))
            else:
                what = message("{element} ligger långt utanför bilden.", element=kind)
                width, height = (f"{side:g}" for side in self._size)
                self._report(what, message("Bilden går från 0,0 till {width},{height}.", width=width, height=height))

    def _seen(self, own: dict[str, str]) -> dict[str, str]:
        """Return the attributes of an element that say how it looks."""
        return own

    def _measured(self, own: Mapping[str, str]) -> Matrix:
        """Return where the drawing puts what is in it, and note how large it is, as its first element says."""
        if numbers_of(own.get("viewBox", "")) != [0, 0, WIDTH, HEIGHT]:
            what = message("Bilden {file} har inte måtten {box}.", file=self._path.name, box=VIEW_BOX)
            self._report(what, message('Skriv viewBox="{box}" i filens första rad.', box=VIEW_BOX))
        return IDENTITY


class _Attributes:
    """The attributes of one element, read one by one; what cannot be read is reported and harmless."""

    def __init__(self, kind: str, values: Mapping[str, str], report: Callable[..., None]) -> None:
        self._kind = kind
        self._values = values
        self._report = report

    def pen(self, outer: Pen) -> Pen:
        """Return the pen of an element inside one that has another."""
        values = self._values
        pen = replace(
            outer,
            fill=self._colour("fill", outer.fill),
            stroke=self._colour("stroke", outer.stroke),
            cap=self._choice("stroke-linecap", ("butt", "round", "square"), outer.cap),
            join=self._choice("stroke-linejoin", ("miter", "round", "bevel"), outer.join),
        )
        if "fill-rule" in values:
            rule = self._choice("fill-rule", ("nonzero", "evenodd"), "nonzero")
            pen = replace(pen, even_odd=rule == "evenodd")
        if "stroke-miterlimit" in values:
            pen = replace(pen, miter=self._number("stroke-miterlimit", least=1.0))
        if "stroke-width" in values:
            pen = replace(pen, thickness=self._number("stroke-width", least=0.0))
        dashes = values.get("stroke-dasharray")
        if dashes is not None:
            found = tuple(numbers_of(dashes))
            if dashes != "none" and (not any(found) or min(found) < 0):
                self._unreadable("stroke-dasharray", dashes)
            pen = replace(pen, dashes=found)
        return pen

    def matrix(self) -> Matrix:
        """Return where an element puts what is in it: moved, turned, or as a whole larger or smaller."""
        value = self._values.get("transform", "")
        matrix, at = IDENTITY, 0
        while value[at:].strip():
            match = _TRANSFORM.match(value, at)
            step = _transform(match[1], numbers_of(match[2])) if match else None
            if match is None or step is None:
                self._unreadable("transform", value[at:])
                break
            matrix, at = _product(matrix, step), match.end()
        return matrix

    def path(self) -> tuple[Step, ...]:
        """Return the path of a shape, nothing for a group."""
        match self._kind:
            case "path":
                return self._path_data()
            case "circle":
                radius = self._size("r")
                return ellipse_steps(self._number("cx"), self._number("cy"), radius, radius)
            case "ellipse":
                return ellipse_steps(self._number("cx"), self._number("cy"), self._size("rx"), self._size("ry"))
            case "rect":
                width, height = self._size("width"), self._size("height")
                across = self._number("rx" if "rx" in self._values else "ry", least=0.0)
                up = self._number("ry", least=0.0) if "ry" in self._values else across
                corner = min(across, width / 2), min(up, height / 2)
                return rectangle_steps(self._number("x"), self._number("y"), width, height, *corner)
            case "line":
                ends = ((self._number("x1"), self._number("y1")), (self._number("x2"), self._number("y2")))
                return corner_steps(ends, closed=False)
            case "polyline" | "polygon":
                points = self._points()
                return corner_steps(points, closed=self._kind == "polygon") if points else ()
            case _:
                return ()

    def _path_data(self) -> tuple[Step, ...]:
        data = self._given("d")
        try:
            steps = path_steps(data)
        except (ArithmeticError, ValueError) as error:
            self._unreadable("d", str(error) if isinstance(error, PathError) else data)
            return ()
        return steps

    def _points(self) -> list[Point]:
        value = self._given("points")
        numbers = numbers_of(value)
        if value and (not numbers or len(numbers) % 2):
            self._unreadable("points", value)
            return []
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def _given(self, key: str) -> str:
        """Return an attribute that an element must have, and not empty."""
        value = self._values.get(key, "")
        if not value.strip():
            self._report(message("{element} saknar {attribute}.", element=self._kind, attribute=key), None, key)
            return ""
        return value

    def _size(self, key: str) -> float:
        """Return a length that an element must have, and not zero: else nothing would be seen of it."""
        if not self._given(key):
            return 1.0
        size = self._number(key, least=0.0)
        if not size:
            self._unreadable(key, self._values[key])
        return size or 1.0

    def _number(self, key: str, *, least: float = -DRAWING_NUMBER) -> float:
        """Return a number, 0 if the attribute is absent."""
        value = self._values.get(key, "0")
        match numbers_of(value):
            case [number] if number >= least:
                return number
            case _:
                self._unreadable(key, value)
                return 0.0

    def _colour(self, key: str, outer: str) -> str:
        value = self._values.get(key)
        if value is None:
            return outer
        if value in _COLOURS:
            return _COLOURS[value]
        if _HEX.fullmatch(value):
            return "#" + (value[1:] if len(value) == 7 else "".join(2 * digit for digit in value[1:])).upper()
        self._unreadable(key, value, message("Skriv färgen som #1B2733, eller none."))
        return outer

    def _choice(self, key: str, choices: tuple[str, ...], outer: Any) -> Any:
        value = self._values.get(key)
        if value is None or value in choices:
            return value or outer
        self._unreadable(key, value, message("Det som finns: {names}.", names=", ".join(choices)))
        return outer

    def _unreadable(self, key: str, value: str, hint: Message | None = None) -> None:
        what = message(
            "{attribute} i {element} går inte att läsa: {value}.",
            attribute=key,
            element=self._kind,
            value=_short(value),
        )
        self._report(what, hint, key)


def numbers_of(value: str) -> list[float]:
    """Return the numbers in an attribute, none if there is anything else, or one that no drawing needs."""
    try:
        found = number_list(value)
    except PathError:
        return []
    return found if all(abs(number) <= DRAWING_NUMBER for number in found) else []


def _short(value: str) -> str:
    """Return as much of what stands in a file as a sentence has room for."""
    line = " ".join(value.split())
    return line if len(line) <= 40 else line[:39] + "…"


def _transform(kind: str, numbers: list[float]) -> Matrix | None:
    """Return what a transformation does (SVG 1.1, 7.6), None for one that makes lines unlike thick or is wrong."""
    match kind, numbers:
        case "translate", [x]:
            return 1, 0, 0, 1, x, 0
        case "translate", [x, y]:
            return 1, 0, 0, 1, x, y
        case "scale", [scale] if scale > 0:
            return scale, 0, 0, scale, 0, 0
        case "scale", [x, y] if x and abs(x) == abs(y):
            return x, 0, 0, y, 0, 0
        case "matrix", [a, b, c, d, e, f] if _is_even(a, b, c, d):
            return a, b, c, d, e, f
        case "rotate", [angle]:
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            return cos, sin, -sin, cos, 0, 0
        case "rotate", [angle, x, y]:
            turned = _transform("rotate", [angle]) or IDENTITY
            return _product(_product((1, 0, 0, 1, x, y), turned), (1, 0, 0, 1, -x, -y))
        case _:
            return None


def _is_even(a: float, b: float, c: float, d: float) -> bool:
    """Tell whether a matrix turns, mirrors and enlarges as a whole: both of its axes alike, and at a right angle."""
    one, other = math.hypot(a, b), math.hypot(c, d)
    return one > 0 and abs(one - other) < _ROUGH * one and abs(a * c + b * d) < _ROUGH * one * other


def _product(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = outer
    g, h, i, j, k, l = inner  # noqa: E741  # as in the standard, one letter each
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f


def _placed(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
