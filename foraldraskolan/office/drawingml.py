"""Shapes as XML of DrawingML (ISO/IEC 29500-1, 20.1), in points from the slide's top left corner."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from foraldraskolan.document.linedrawing import LineDrawing, Pen, Step
from foraldraskolan.document.logo import Logo, Raster
from foraldraskolan.layout.colours import GOLD, GREY, INK, MIST, RED, RUST, SAND, TEAL, WHITE
from foraldraskolan.layout.page import Dot, Emblem, Placed, Rect, Shape, Sketch, Symbol, Tick

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# Our colours as those of the theme, so that whoever changes one there changes it on every slide.
SCHEME = {
    INK: "tx1", WHITE: "bg1", TEAL: "tx2", SAND: "bg2", RUST: "accent2", GOLD: "accent3", RED: "accent4",
    GREY: "accent5", MIST: "accent6",
}  # fmt: skip
_EMU = 12700  # English Metric Units in a point
_CAPS = {"butt": "flat", "round": "rnd", "square": "sq"}
_JOINS = {"miter": '<a:miter lim="800000"/>', "round": "<a:round/>", "bevel": "<a:bevel/>"}
# What says that a shape carries no meaning, as PowerPoint writes it.
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)

Embed = Callable[[Raster], str]


class Frame(NamedTuple):
    """A rectangle on a slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends at the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    @property
    def area(self) -> float:
        """How much it covers, in square points."""
        return self.width * self.height


def xml(written: str) -> str:
    """Return XML without the indentation that it is written with here, which some readers take for text."""
    return "".join(map(str.strip, written.splitlines()))


def emu(points: float) -> int:
    """Return a length in points as Office counts."""
    return round(points * _EMU)


def around(frames: Iterable[Frame]) -> Frame:
    """Return the smallest frame that holds these."""
    every = list(frames)
    left, top = min(each.left for each in every), min(each.top for each in every)
    return Frame(left, top, max(each.right for each in every) - left, max(each.bottom for each in every) - top)


def transform(frame: Frame, name: str = "a:xfrm", *, group: bool = False) -> str:
    """Return where a shape stands; what is in a group counts as its slide does."""
    place = f'x="{emu(frame.left)}" y="{emu(frame.top)}"/>'
    size = f'cx="{emu(frame.width)}" cy="{emu(frame.height)}"/>'
    inside = f"<a:chOff {place}<a:chExt {size}" if group else ""
    return f"<{name}><a:off {place}<a:ext {size}{inside}</{name}>"


def named(number: int, name: str, alt: str = "", *, decorative: bool = False) -> str:
    """Return what a shape is called: its number on the slide, its name, the text that stands in for it."""
    said = f' descr="{escape(alt)}"' if alt else ""
    known = _DECORATIVE if decorative else ""
    return f'<p:cNvPr id="{number}" name="{escape(name)} {number}"{said}>{known}</p:cNvPr>'


def colour(code: str) -> str:
    """Return #RRGGBB as a colour, that of the theme if it has it."""
    known = SCHEME.get(code.upper())
    return f'<a:schemeClr val="{known}"/>' if known else f'<a:srgbClr val="{code[1:]}"/>'


def fill(code: str) -> str:
    """Return the fill of a colour given as #RRGGBB, or "" for none."""
    return f"<a:solidFill>{colour(code)}</a:solidFill>" if code else "<a:noFill/>"


def stroke(pen: Pen, scale: float = 1.0) -> str:
    """Return the line that a pen draws."""
    if not (pen.stroke and pen.thickness > 0):
        return "<a:ln><a:noFill/></a:ln>"
    pairs = [*zip(pen.dashes[::2], pen.dashes[1::2], strict=False)]
    each = (f'<a:ds d="{round(d / pen.thickness * 1e5)}" sp="{round(s / pen.thickness * 1e5)}"/>' for d, s in pairs)
    dashes = f"<a:custDash>{''.join(each)}</a:custDash>" if pairs else ""
    width = emu(pen.thickness * scale)
    return f'<a:ln w="{width}" cap="{_CAPS[pen.cap]}">{fill(pen.stroke)}{dashes}{_JOINS[pen.join]}</a:ln>'


def painted(placed: Placed, numbers: Iterator[int], embed: Embed = lambda _: "") -> str:
    """Return the shape, or the group of shapes, that paints an item without meaning; a line of text is none.

    `embed` returns the key of a relationship to a picture of dots.
    """
    x, y, item = placed.x, placed.y, placed.item
    match item:
        case Rect(width, height, paint, line, thickness, radius):
            geometry = preset("rect")
            if radius:
                geometry = preset("roundRect", min(radius / min(width, height), 0.5))
            pen = Pen(paint, line, thickness)
            return _shape(numbers, Frame(x, y, width, height), geometry, pen)
        case Dot(width, paint, line, thickness):
            inset = thickness / 2 if line else 0
            frame = Frame(x + inset, y + inset, width - 2 * inset, width - 2 * inset)
            return _shape(numbers, frame, preset("ellipse"), Pen(paint, line, thickness))
        case Shape(_, _, points, paint, line, thickness):
            first, *rest = points
            steps = [Step("move", (first,)), *(Step("line", (point,)) for point in rest)]
            closed = [*steps, Step("close")] if paint else steps
            return _path(numbers, closed, Pen(paint, line, thickness), x, y, 1.0)
        case Sketch(_, drawing) | Emblem(_, Logo(LineDrawing() as drawing)):
            return _drawing(placed, drawing, numbers)
        case Emblem(width, Logo(Raster() as raster)):
            return _picture(numbers, Frame(x, y, width, item.height), embed(raster))
        case Tick(width):
            return _shape(numbers, Frame(x, y, width, width), preset("rect"), Pen(WHITE, TEAL, 1))
        case Symbol(_, rows):
            side = item.width / len(rows)
            return _path(numbers, [*_modules(rows)], Pen(INK), x, y, side)
        case _:
            raise AssertionError(f"no slide has one: {item}")


def _picture(numbers: Iterator[int], frame: Frame, key: str) -> str:
    return (
        f"<p:pic><p:nvPicPr>{named(next(numbers), 'Bild', decorative=True)}<p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(frame)}{preset('rect')}</p:spPr></p:pic>"
    )


def _drawing(placed: Placed, drawing: LineDrawing, numbers: Iterator[int]) -> str:
    """Return a drawing as a group of its outlines."""
    x, y, width = placed.x, placed.y, placed.item.width
    scale = width / drawing.width
    seen = (each for each in drawing.outlines if each.pen.fill or each.pen.stroke)
    shapes = (_path(numbers, each.path, each.pen, x, y, scale) for each in seen)
    return group(numbers, Frame(x, y, width, drawing.height * scale), shapes)


def _modules(rows: Sequence[bytes]) -> Iterator[Step]:
    """Yield the outline of each dark module of a QR code."""
    for top, row in enumerate(rows):
        for left, dark in enumerate(row):
            if dark:
                corners = ((left, top), (left + 1, top), (left + 1, top + 1), (left, top + 1))
                yield Step("move", (corners[0],))
                yield from (Step("line", (corner,)) for corner in corners[1:])
                yield Step("close")


def group(numbers: Iterator[int], frame: Frame, shapes: Iterable[str], alt: str = "") -> str:
    """Return shapes that belong together; without a text that stands in for them they are decorative."""
    called = named(next(numbers), "Bild" if alt else "Grupp", alt, decorative=not alt)
    return (
        f"<p:grpSp><p:nvGrpSpPr>{called}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{transform(frame, group=True)}</p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def preset(name: str, corner: float | None = None) -> str:
    """Return a geometry by its name; a corner is a part of the shorter side."""
    guide = f'<a:gd name="adj" fmla="val {round(corner * 100000)}"/>' if corner is not None else ""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guide}</a:avLst></a:prstGeom>'


def _shape(numbers: Iterator[int], frame: Frame, geometry: str, pen: Pen, scale: float = 1.0) -> str:
    return (
        f"<p:sp><p:nvSpPr>{named(next(numbers), 'Form', decorative=True)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform(frame)}{geometry}{fill(pen.fill)}{stroke(pen, scale)}</p:spPr></p:sp>"
    )


def _path(numbers: Iterator[int], steps: Sequence[Step], pen: Pen, x: float, y: float, scale: float) -> str:
    """Return a path as a shape that scales, its control points within its frame."""
    points = [point for step in steps for point in step.points]
    left, top = min(px for px, _ in points), min(py for _, py in points)
    width, height = max(px for px, _ in points) - left, max(py for _, py in points) - top
    frame = Frame(x + left * scale, y + top * scale, width * scale, height * scale)

    def coded(step: Step) -> str:
        pairs = "".join(
            f'<a:pt x="{emu((px - left) * scale)}" y="{emu((py - top) * scale)}"/>' for px, py in step.points
        )
        return {
            "move": f"<a:moveTo>{pairs}</a:moveTo>",
            "line": f"<a:lnTo>{pairs}</a:lnTo>",
            "curve": f"<a:cubicBezTo>{pairs}</a:cubicBezTo>",
            "close": "<a:close/>",
        }[step.kind]

    filled = "" if pen.fill else ' fill="none"'
    geometry = (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(frame.width)}" h="{emu(frame.height)}"{filled}>{"".join(map(coded, steps))}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
    return _shape(numbers, frame, geometry, pen, scale)
