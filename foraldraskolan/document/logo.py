"""The logo of whoever sends a letter: a drawing, or a picture of dots."""

from dataclasses import dataclass
from typing import Literal

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.record import record


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
