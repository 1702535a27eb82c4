"""Check boxes to fill in on screen (ISO 32000-1, 12.7.4.2).

The empty box is painted on the page, so that it is on paper whatever the reader does with forms; the field adds the
tick, which is drawn: no font is needed for it.
"""

from foraldraskolan.layout.colours import TEAL, WHITE
from foraldraskolan.layout.page import Placed, Tick
from foraldraskolan.pdf.drawing import paint, round_path
from foraldraskolan.pdf.objects import Objects, numbers, stream, text_string

_LINE = 1.2
_RADIUS = 2.5


def box_path(width: float, x: float = 0, y: float = 0) -> str:
    """Return the operators that draw an empty box with its lower left corner at x, y."""
    inset = _LINE / 2
    path = round_path(x + inset, y + inset, width - _LINE, width - _LINE, _RADIUS)
    return paint(path, WHITE, TEAL, _LINE)


def appearances(document: Objects, width: float) -> str:
    """Return the appearance dictionary that all boxes of this width share."""
    w = width
    tick = paint(
        f"{numbers(0.22 * w, 0.5 * w)} m {numbers(0.42 * w, 0.28 * w)} l {numbers(0.8 * w, 0.76 * w)} l", "", TEAL, 2
    )
    side = numbers(width)
    entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[0 0 {side} {side}]", "Resources": "<< >>"}
    off = stream(document, b"", f"tick-off-{side}", entries)
    on = stream(document, tick.encode("ascii"), f"tick-on-{side}", entries)
    return f"<< /N << /Yes {on} /Off {off} >> >>"


def widget(placed: Placed, tick: Tick, page: str, height: float, key: int, appearance: str) -> str:
    """Return the dictionary of a check box that is field and widget in one; `key` is its StructParent."""
    left, top = placed.x, height - placed.y
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (item{key}) /TU {text_string(tick.name)} /F 4 "
        f"/Rect [{numbers(left, top - tick.width, left + tick.width, top)}] /P {page} "
        f"/V /Off /AS /Off /AP {appearance} /StructParent {key} >>"
    )
