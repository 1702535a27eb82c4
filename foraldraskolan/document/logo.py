"""The logo of whoever sends a letter: a drawing, or a picture of dots."""

from dataclasses import dataclass
from typing import Literal

from foraldraskolan.document.linedrawing import LineDrawing, Outline
from foraldraskolan.record import record

_WHITE = 240  # of 255: what is as light in every colour is not seen on paper


@record
class Raster:
    """Rows of dots from the top, each of one byte of grey or three of sRGB; nothing else of the file they were in."""

    width: int
    height: int
    channels: Literal[1, 3]
    samples: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Logo:
    """A logo, the same only as itself."""

    art: LineDrawing | Raster

    @property
    def proportion(self) -> float:
        """How many times as wide as high it is."""
        return self.art.width / self.art.height


def is_seen(logo: Logo) -> bool:
    """Tell whether anything of a logo is seen on white paper."""
    art = logo.art
    if isinstance(art, Raster):
        return min(art.samples) < _WHITE
    return any(_is_seen(outline, art) for outline in art.outlines)


def _is_seen(outline: Outline, drawing: LineDrawing) -> bool:
    pen = outline.pen
    points = [point for step in outline.path for point in step.points]
    inside = all(
        min(along) - pen.thickness <= side and max(along) + pen.thickness >= 0
        for along, side in zip(zip(*points, strict=True), (drawing.width, drawing.height), strict=True)
    )
    return inside and (_is_dark(pen.fill) or (pen.thickness > 0 and _is_dark(pen.stroke)))


def _is_dark(colour: str) -> bool:
    """Tell whether a colour, as #RRGGBB, is seen on white; none at all is not."""
    return bool(colour) and min(int(colour[at : at + 2], 16) for at in (1, 3, 5)) < _WHITE
