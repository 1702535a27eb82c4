"""Line drawings as the operators of a content stream (ISO 32000-1, 8.5)."""

from collections.abc import Iterator
from functools import cache

from foraldraskolan.document.linedrawing import LineDrawing, Pen, Step
from foraldraskolan.pdf.drawing import colour
from foraldraskolan.pdf.objects import numbers

_OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


@cache
def drawing_code(drawing: LineDrawing) -> str:
    """Return the operators that paint a drawing with its lower left corner at the origin, and nothing beyond it."""
    parts = [f"0 0 {numbers(drawing.width, drawing.height)} re W n"]
    for outline in drawing.outlines:
        pen = outline.pen
        stroked = bool(pen.stroke) and pen.thickness > 0
        if pen.fill or stroked:
            parts += [*_pen(pen, stroked), *(_step(step, drawing.height) for step in outline.path)]
            rule = "*" if pen.even_odd and pen.fill else ""
            parts.append(("B" if pen.fill and stroked else "f" if pen.fill else "S") + rule)
    return " ".join(parts)


def _pen(pen: Pen, stroked: bool) -> Iterator[str]:
    if pen.fill:
        yield f"{colour(pen.fill)} rg"
    if stroked:
        yield f"{colour(pen.stroke)} RG {numbers(pen.thickness)} w {_CAPS[pen.cap]} J {_JOINS[pen.join]} j"
        dashes = numbers(*pen.dashes)
        yield f"[{dashes if dashes.strip('0. ') else ''}] 0 d"  # dashes that are all 0 are an error (8.4.3.6)
        if pen.miter:
            yield f"{numbers(pen.miter)} M"


def _step(step: Step, height: float) -> str:
    # A drawing counts from the top, a page from the bottom.
    points = [coordinate for x, y in step.points for coordinate in (x, height - y)]
    return f"{numbers(*points)} {_OPERATORS[step.kind]}" if points else _OPERATORS[step.kind]
