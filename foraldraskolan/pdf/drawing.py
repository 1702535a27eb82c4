"""Paths and colours as operators of a content stream (ISO 32000-1, 8.5)."""

from functools import cache

KAPPA = 0.5523  # where a Bézier curve's control points lie for a quarter of a circle


@cache
def colour(code: str) -> str:
    """Return #RRGGBB as the three numbers of a PDF colour."""
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}".rstrip("0").rstrip(".") for at in (1, 3, 5))


def paint(path: str, fill: str, stroke: str, thickness: float) -> str:
    """Return the operators that fill and stroke a path in colours given as #RRGGBB, or "" for none."""
    before = f"{colour(fill)} rg " if fill else ""
    if stroke:
        before += f"{colour(stroke)} RG {thickness:.2f} w "
    return f"{before}{path} {'B' if fill and stroke else 'f' if fill else 'S'}"


def round_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle with round corners, from its lower left corner."""
    k = radius * (1 - KAPPA)
    right, top = x + width, y + height
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{x + radius:.2f} {top:.2f} l "
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - radius:.2f} c "
        f"{x:.2f} {y + radius:.2f} l "
        f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )
