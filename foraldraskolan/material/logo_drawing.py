"""A logo in SVG: the plain shapes of a drawing, of any size, as programs that draw logos write them.

What is seen must be one of those shapes. What is not seen (names, notes, what is kept for later) is left out; what
could be seen and is not known is refused, and PNG is the other way.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.material.drawings import IDENTITY, Matrix, Reader, numbers_of
from foraldraskolan.problems import Message, message

_SVG = "http://www.w3.org/2000/svg"
_UNSEEN = ("title", "desc", "metadata", "defs")
# Properties that change nothing about plain shapes, or not with the value that stands beside them.
_VAIN = (
    "font", "-inkscape", "text-", "letter-", "word-", "line-height", "writing-", "direction", "color", "white-space",
    "aria-", "data-",
)  # fmt: skip
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_DOTS = re.compile(r"([0-9.]+)px\b")
_SMALLEST = 0.01  # of a side, as the file counts
_FINE = 50  # at least what the longer side is counted in, since a page has hundredths
_HARMLESS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), ("1", "1.0", "100%")),
    "display": ("inline", "block"),
    "visibility": ("visible",),
    "overflow": ("visible", "hidden", "scroll"),
    "enable-background": (),
    "clip-rule": (),
    "shape-rendering": (),
    "paint-order": ("normal",),
    "vector-effect": ("none",),
    "isolation": ("auto",),
    "mix-blend-mode": ("normal",),
    **dict.fromkeys(("class", "role", "focusable", "stop-color", "stop-opacity"), ()),
    **dict.fromkeys(("x", "y"), ("0", "0px")),
    "baseProfile": (),
    "preserveAspectRatio": ("xMidYMid meet", "xMidYMid"),
    "stroke-dashoffset": ("0",),
}


def parse_logo(data: bytes, path: Path) -> LineDrawing:
    """Return the drawing of a logo; raise ProblemsFound with all that a letter cannot show, and where."""
    return _Reader(path).drawing(data)


class _Reader(Reader):
    """Reads a logo: elements that are not seen are left out with all that is in them."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._unseen = 0  # elements within each other that are not seen

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.removeprefix(f"{_SVG} ")
        foreign = " " in kind  # an editor's own notes
        if kind in ("style", "script") or not (self._unseen or foreign or kind in _UNSEEN):
            super()._start(name, attributes)
            self._unseen += bool(self._unseen)
        else:
            self._unseen += 1

    def _end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
        else:
            super()._end(name)

    def _seen(self, own: dict[str, str]) -> dict[str, str]:
        """Return what an element says of its looks, in attributes or as a style, which comes first."""
        styled = dict(own)
        for each in styled.pop("style", "").split(";"):
            key, _, value = each.partition(":")
            if key.strip():
                styled[key.strip()] = value.removesuffix("!important").strip()
        return {key: _plain(value) for key, value in styled.items() if not _is_vain(key, value)}

    def _measured(self, own: Mapping[str, str]) -> Matrix:
        sides = f"0 0 {own.get('width', '')} {own.get('height', '')}"
        match numbers_of(own.get("viewBox", sides)):
            case [x, y, width, height] if min(width, height) >= _SMALLEST:
                larger = max(_FINE / max(width, height), 1)
                self._size = width * larger, height * larger
                return larger, 0, 0, larger, -x * larger, -y * larger
            case _:
                self._report(message("Logotypen {file} säger inte hur stor den är.", file=self._path.name))
                return IDENTITY

    def _no_drawing(self) -> Message:
        return message("Logotypen {file} är varken SVG eller PNG.", file=self._path.name)

    def _report(self, what: Message, hint: Message | None = None, key: str | None = None) -> None:
        super()._report(what, message("Spara logotypen som enkel SVG, utan stilmall, eller som PNG."), key)


def _plain(value: str) -> str:
    """Return a value without its unit, where that is a dot, and a colour as #RRGGBB."""
    if mixed := _RGB.fullmatch(value):
        return "#" + "".join(f"{min(int(part), 255):02X}" for part in mixed.groups())
    return _DOTS.sub(r"\1", value)


def _is_vain(key: str, value: str) -> bool:
    """Tell whether a property has no effect on plain shapes."""
    return key.startswith(_VAIN) or (key in _HARMLESS and (not _HARMLESS[key] or value in _HARMLESS[key]))
