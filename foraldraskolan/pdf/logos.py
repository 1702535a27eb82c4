"""Logos as objects of a file, one unit wide and high, to be painted on any of its pages (ISO 32000-1, 8.9 and 8.10)."""

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.logo import Logo
from foraldraskolan.pdf.objects import Objects, numbers, stream
from foraldraskolan.pdf.sketches import drawing_code

_COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}


def add_logo(document: Objects, logo: Logo, name: str) -> tuple[str, bytes]:
    """Register a logo under a name and return its reference, and what it is painted with."""
    art = logo.art
    if isinstance(art, LineDrawing):
        data = drawing_code(art).encode("latin-1")
        size = f"[0 0 {numbers(art.width, art.height)}]"
        scale = numbers(1 / art.width, 0, 0, 1 / art.height, 0, 0, form="%.8f")
        entries = {"Subtype": "/Form", "BBox": size, "Matrix": f"[{scale}]", "Resources": "<< >>"}
    else:
        data = art.samples
        entries = {
            "Subtype": "/Image",
            "Width": str(art.width),
            "Height": str(art.height),
            "ColorSpace": _COLOURS[art.channels],
            "BitsPerComponent": "8",
        }
    return stream(document, data, name, {"Type": "/XObject", **entries}), data
