"""Strips to pages: the only place that breaks pages."""

from collections.abc import Sequence

from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.text import stacked


def flow(strips: Sequence[Strip], heights: Sequence[float]) -> list[list[Placed]]:
    """Return the items of each page, y counted from the top of its column.

    `heights` are the columns' heights on the first, the second … page in points, the last one for all further pages.
    """
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for group in _groups(strips):
        room = heights[min(len(pages) - 1, len(heights) - 1)]
        needed = sum(strip.before + strip.height for strip in group) - (group[0].before if y == 0 else 0)
        if y > 0 and y + needed > room + 0.01:
            pages.append([])
            y = 0.0
        for strip in group:
            room = heights[min(len(pages) - 1, len(heights) - 1)]
            # Only a group higher than a whole page is broken inside.
            if y > 0 and y + strip.before + strip.height > room + 0.01:
                pages.append([])
                y = 0.0
            opening = [*strip.repeat, strip] if y == 0 and len(pages) > 1 else [strip]
            y += strip.before if y > 0 else 0
            pages[-1].extend(stacked(opening, y=y))
            y += sum(each.height for each in opening)
    return pages


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
