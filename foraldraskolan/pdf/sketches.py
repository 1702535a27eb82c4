"""Line drawings: SVG as svglib reads it -> the operators of a content stream (ISO 32000-1, 8.5)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from reportlab.graphics import shapes
from reportlab.lib.colors import Color
from svglib.svglib import svg2rlg

from foraldraskolan.pdf.drawing import KAPPA

DRAWING_WIDTH = 150.0  # points: svglib counts a pixel of the 200 that a drawing is wide as three quarters of a point
_OPERATORS = ((2, "m"), (2, "l"), (6, "c"), (0, "h"))  # of reportlab's moveTo, lineTo, curveTo and closePath


@cache
def drawing_code(file: Path) -> str:
    """Return the operators that paint a drawing 150 points wide, its lower left corner at the origin.

    Raises AssertionError for what the reader of the material refuses.
    """
    drawing = svg2rlg(str(file))
    if drawing is None:
        raise AssertionError(f"no drawing: {file}")
    return " ".join(_group(drawing))


def _group(group: Any) -> Iterator[str]:
    for each in group.contents:
        if isinstance(each, shapes.Group):
            yield "q " + " ".join(f"{number:.4f}" for number in each.transform) + " cm"
            yield from _group(each)
            yield "Q"
        else:
            yield _shape(each)


def _shape(shape: Any) -> str:
    fill = shape.fillColor if not isinstance(shape, shapes.Line | shapes.PolyLine) else None
    stroke = shape.strokeColor if shape.strokeWidth else None
    if not fill and not stroke:
        return ""
    before = f"{_colour(fill)} rg " if fill else ""
    if stroke:
        before += f"{_colour(stroke)} RG {shape.strokeWidth:.2f} w {shape.strokeLineCap or 0} J "
        before += f"{shape.strokeLineJoin or 0} j "
    return f"{before}{' '.join(_path(shape))} {'B' if fill and stroke else 'f' if fill else 'S'}"


def _colour(colour: Color) -> str:
    return " ".join(f"{part:.3f}" for part in colour.rgb())


def _path(shape: Any) -> Iterator[str]:
    match shape:
        case shapes.Path():
            points = iter(shape.points)
            for operator in shape.operators:
                count, name = _OPERATORS[operator]
                yield " ".join([*(f"{next(points):.2f}" for _ in range(count)), name])
        case shapes.Circle():
            yield from _ellipse(shape.cx, shape.cy, shape.r, shape.r)
        case shapes.Ellipse():
            yield from _ellipse(shape.cx, shape.cy, shape.rx, shape.ry)
        case shapes.Rect():
            yield f"{shape.x:.2f} {shape.y:.2f} {shape.width:.2f} {shape.height:.2f} re"
        case shapes.Line():
            yield f"{shape.x1:.2f} {shape.y1:.2f} m {shape.x2:.2f} {shape.y2:.2f} l"
        case shapes.PolyLine() | shapes.Polygon():
            pairs = zip(shape.points[::2], shape.points[1::2], strict=True)
            yield from (f"{x:.2f} {y:.2f} {'l' if index else 'm'}" for index, (x, y) in enumerate(pairs))
            if isinstance(shape, shapes.Polygon):
                yield "h"
        case _:
            raise AssertionError(f"{type(shape).__name__} is no shape of a line drawing")


def _ellipse(x: float, y: float, across: float, up: float) -> Iterator[str]:
    dx, dy = across * KAPPA, up * KAPPA
    yield f"{x + across:.2f} {y:.2f} m"
    for (ax, ay), (bx, by), (cx, cy) in (
        ((x + across, y + dy), (x + dx, y + up), (x, y + up)),
        ((x - dx, y + up), (x - across, y + dy), (x - across, y)),
        ((x - across, y - dy), (x - dx, y - up), (x, y - up)),
        ((x + dx, y - up), (x + across, y - dy), (x + across, y)),
    ):
        yield f"{ax:.2f} {ay:.2f} {bx:.2f} {by:.2f} {cx:.2f} {cy:.2f} c"
    yield "h"
