"""Imposition: pages side by side on both sides of sheets that are folded in the middle and read as a booklet."""

from collections.abc import Sequence
from dataclasses import replace

from foraldraskolan.layout.page import Page
from foraldraskolan.scripts import Direction

_A_SHEET = 4  # pages


def impose(pages: Sequence[Page], direction: Direction) -> list[Page]:
    """Return the sides of the sheets of a booklet, each twice as wide as a page; all pages have one size.

    The spine is where the language's lines begin. Pages that are missing for a whole sheet are left empty before the
    last one, which is the booklet's back. The sheets are turned about their short edge.
    """
    first = pages[0]
    missing = -len(pages) % _A_SHEET
    empty = [Page(first.width, first.height) for _ in range(missing)]
    order = [*pages[:-1], *empty, pages[-1]] if len(pages) > 1 else [*pages, *empty]
    sides: list[Page] = []
    for outer in range(len(order) // 2):
        inner = len(order) - 1 - outer
        before, after = (inner, outer) if outer % 2 == 0 else (outer, inner)
        left, right = (before, after) if direction == "ltr" else (after, before)
        sides.append(_side(order[left], order[right]))
    return sides


def _side(left: Page, right: Page) -> Page:
    """Return two pages as one, what is on each of them at its place."""
    moved = [replace(each, x=each.x + left.width) for each in right.items]
    return Page(left.width + right.width, left.height, [*left.items, *moved])
