"""A line drawing in shapes of our own: outlines of lines and Bézier curves, counted from its top left corner."""

from typing import Literal, NamedTuple

from foraldraskolan.record import record

WIDTH, HEIGHT = 200, 150  # every drawing of the material is four wide and three high, so that they stand in rows
KAPPA = 0.5523  # where a Bézier curve's control points lie for a quarter of a circle

Point = tuple[float, float]


class Step(NamedTuple):
    """One step of a path: to a point, straight or along a cubic curve with two control points, or back to its start."""

    kind: Literal["move", "line", "curve", "close"]
    points: tuple[Point, ...] = ()


@record
class Pen:
    """What an outline is drawn with: colours as #RRGGBB or "" for none, thickness, the ends and corners of lines."""

    fill: str = "#000000"
    stroke: str = ""
    thickness: float = 1.0
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dashes: tuple[float, ...] = ()
    even_odd: bool = False  # whether what is inside is told by the even-odd rule
    miter: float = 0  # how far a pointed corner may reach, in thicknesses; 0 leaves it to who draws


@record
class Outline:
    """A path and its pen."""

    path: tuple[Step, ...]
    pen: Pen


@record
class LineDrawing:
    """A drawing's outlines, the first at the bottom, and its size; what lies outside it is not seen."""

    outlines: tuple[Outline, ...] = ()
    width: float = WIDTH
    height: float = HEIGHT
