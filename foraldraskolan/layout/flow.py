"""Strips to pages: the only place that breaks pages."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.text import height, stacked

_ROUNDING = 0.01  # points


def flow(strips: Sequence[Strip], heights: Sequence[float]) -> list[list[Placed]]:
    """Return the items of each page, y counted from the top of its column.

    `heights` are the columns' heights on the first, the second … page in points, the last one for all further pages.
    """
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for group in _groups(strips):
        here, overleaf = _room(heights, len(pages)), _room(heights, len(pages) + 1)
        needed = height(group) + (group[0].before if y > 0 else 0)
        # A group that opens a page goes on only if it has room overleaf: the first sheet's column is short.
        if y + needed > here + _ROUNDING and (y > 0 or needed <= overleaf + _ROUNDING):
            pages.append([])
            y = 0.0
        for strip in group:
            # Only a group higher than a whole page is broken inside.
            if y > 0 and y + strip.before + strip.height > _room(heights, len(pages)) + _ROUNDING:
                pages.append([])
                y = 0.0
            opens = y == 0 and len(pages) > 1
            placed = [*strip.repeat, replace(strip, before=0)] if opens else [strip]
            y += strip.before if y > 0 else 0
            pages[-1].extend(stacked(placed, y=y))
            y += height(placed)
    return pages


def _room(heights: Sequence[float], page: int) -> float:
    """Return the height of a page's column; pages count from 1."""
    return heights[min(page, len(heights)) - 1]


def _groups(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return runs of strips that stay together."""
    groups: list[list[Strip]] = []
    joined = False
    for strip in strips:
        if joined:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        joined = strip.keep_with_next
    return groups
