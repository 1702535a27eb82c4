"""Paths and colours as operators of a content stream (ISO 32000-1, 8.5)."""

from functools import cache
from itertools import groupby

from foraldraskolan.document.linedrawing import KAPPA
from foraldraskolan.layout.page import Symbol
from foraldraskolan.pdf.objects import numbers


@cache
def colour(code: str) -> str:
    """Return #RRGGBB as the three numbers of a PDF colour."""
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (1, 3, 5))


def paint(path: str, fill: str, stroke: str, thickness: float) -> str:
    """Return the operators that fill and stroke a path in colours given as #RRGGBB, or "" for none."""
    before = f"{colour(fill)} rg " if fill else ""
    if stroke:
        before += f"{colour(stroke)} RG {numbers(thickness)} w "
    return f"{before}{path} {'B' if fill and stroke else 'f' if fill else 'S'}"


@cache
def symbol_path(symbol: Symbol) -> str:
    """Return the operators that paint the dark modules of a symbol, each one unit wide, from its lower left corner."""
    runs: list[str] = []
    for line, row in enumerate(reversed(symbol.rows)):
        start = 0
        for dark, modules in groupby(row):
            wide = sum(1 for _ in modules)
            if dark:
                runs.append(f"{start} {line} {wide} 1 re")
            start += wide
    return paint(" ".join(runs), "#000000", "", 0)


def round_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle with round corners, from its lower left corner."""
    k = radius * (1 - KAPPA)
    right, top = x + width, y + height
    return (
        f"{numbers(x + radius, y)} m {numbers(right - radius, y)} l "
        f"{numbers(right - k, y, right, y + k, right, y + radius)} c "
        f"{numbers(right, top - radius)} l "
        f"{numbers(right, top - k, right - k, top, right - radius, top)} c "
        f"{numbers(x + radius, top)} l "
        f"{numbers(x + k, top, x, top - k, x, top - radius)} c "
        f"{numbers(x, y + radius)} l "
        f"{numbers(x, y + k, x + k, y, x + radius, y)} c h"
    )
