"""Line drawings and the bars of charts -> SVG that stands in a page."""

from collections.abc import Iterator
from html import escape

from foraldraskolan.document.form import Bars
from foraldraskolan.document.linedrawing import HEIGHT, WIDTH, LineDrawing, Outline, Step
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain

_LETTERS = {"move": "M", "line": "L", "curve": "C", "close": "Z"}


def svg(drawing: LineDrawing, alt: Prose) -> str:
    """Return a drawing that is read as its text."""
    said = f'role="img" lang="{escape(alt.language)}" aria-label="{escape(plain(alt.inlines))}"'
    shapes = "".join(map(_shape, drawing.outlines))
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" {said}>{shapes}</svg>'


def _shape(outline: Outline) -> str:
    pen = outline.pen
    stroke = "".join(_stroked(outline)) if pen.stroke else ""
    return f'<path d="{"".join(map(_step, outline.path))}" fill="{pen.fill or "none"}"{stroke}/>'


def _stroked(outline: Outline) -> Iterator[str]:
    """Yield the attributes of a stroke that are not as SVG has them if nothing is said."""
    pen = outline.pen
    yield f' stroke="{pen.stroke}"'
    if pen.thickness != 1:
        yield f' stroke-width="{_number(pen.thickness)}"'
    if pen.cap != "butt":
        yield f' stroke-linecap="{pen.cap}"'
    if pen.join != "miter":
        yield f' stroke-linejoin="{pen.join}"'
    if pen.dashes:
        yield f' stroke-dasharray="{" ".join(map(_number, pen.dashes))}"'


def _step(step: Step) -> str:
    return _LETTERS[step.kind] + " ".join(f"{_number(x)} {_number(y)}" for x, y in step.points)


def _number(value: float) -> str:
    """Return a coordinate to a tenth, which is a twentieth of a millimetre on a phone."""
    return f"{value:.1f}".removesuffix(".0")


def bar(value: float | None, bars: Bars) -> str:
    """Return the bar of a value beside the others, nothing for a gap; the table around it says what it shows."""
    if value is None:
        return ""
    full = bars.whole or max((each or 0 for each in bars.values), default=0) or 1
    whole = "" if bars.whole is None else '<rect class="whole-bar" width="100%" height="100%"/>'
    share = max(100 * value / full, 0.5)
    return f'<svg class="bar" aria-hidden="true">{whole}<rect width="{_number(share)}%" height="100%"/></svg>'
