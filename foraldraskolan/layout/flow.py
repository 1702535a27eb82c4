"""Strips to pages: the only place that breaks pages."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from foraldraskolan.layout.page import Placed, Strip
from foraldraskolan.layout.text import height, stacked

_ROUNDING = 0.01  # points
_LITTLE = 1 / 6  # of a column may stay empty for a list to begin overleaf; as little is not worth a last page

Group = list[Strip]  # what stays together


def flow(strips: Sequence[Strip], heights: Sequence[float]) -> list[list[Placed]]:
    """Return the items of each page, y counted from the top of its column.

    `heights` are the columns' heights on the first, the second … page in points, the last one for all further pages.
    """
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for run in _runs(_with_company(_groups(strips), min(heights[1:], default=heights[0]))):
        here, overleaf = _room(heights, len(pages)), _room(heights, len(pages) + 1)
        whole = list(chain.from_iterable(run))
        if y > 0 and here - y <= here * _LITTLE and exceeds(whole, y, here) and not exceeds(whole, 0, overleaf):
            pages.append([])
            y = 0.0
        for group in run:
            here, overleaf = _room(heights, len(pages)), _room(heights, len(pages) + 1)
            # A group that opens a page goes on only if it has room overleaf: the first sheet's column is short.
            if exceeds(group, y, here) and (y > 0 or not exceeds(group, 0, overleaf)):
                pages.append([])
                y = 0.0
            for strip in group:
                # Only a group higher than a whole page is broken inside.
                if y > 0 and exceeds([strip], y, _room(heights, len(pages))):
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


def exceeds(group: Group, y: float, room: float) -> bool:
    """Tell whether a group that begins at y reaches further down than there is room."""
    return y + (group[0].before if y > 0 else 0) + height(group) > room + _ROUNDING


def _groups(strips: Sequence[Strip]) -> list[Group]:
    """Return runs of strips that stay together."""
    groups: list[Group] = []
    joined = False
    for strip in strips:
        if joined:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        joined = strip.keep_with_next
    return groups


def _with_company(groups: list[Group], room: float) -> list[Group]:
    """Return the groups, the last of all joined until they are no few lone lines, as far as a page has room."""
    while len(groups) > 1 and height(groups[-1]) < room * _LITTLE and not exceeds([*groups[-2], *groups[-1]], 0, room):
        groups[-2:] = [[*groups[-2], *groups[-1]]]
    return groups


def _runs(groups: Sequence[Group]) -> list[list[Group]]:
    """Return the groups, those in one run that rather stand on one page."""
    runs: list[list[Group]] = []
    joined = False
    for group in groups:
        if joined:
            runs[-1].append(group)
        else:
            runs.append([group])
        joined = group[-1].rather_with_next
    return runs
