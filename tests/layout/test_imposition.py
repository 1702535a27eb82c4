"""A booklet's sheets, folded and laid into each other, read as its pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.layout.imposition import impose
from foraldraskolan.layout.page import Page, Placed, Rect
from foraldraskolan.scripts import Direction

WIDTH, HEIGHT = 420.0, 595.0


def pages(count: int) -> list[Page]:
    """Return pages with one box each, as wide as the page's number."""
    return [Page(WIDTH, HEIGHT, [Placed(7, 9, Rect(number, 1))]) for number in range(1, count + 1)]


def half(side: Page, right: bool) -> int:
    """Return the number of the page on one half of a side, 0 if it is empty; its box is at its place there."""
    found = [each for each in side.items if (each.x >= WIDTH) == right]
    assert [(each.x, each.y) for each in found] == [(7 + WIDTH * right, 9)] * len(found)
    return sum(round(each.item.width) for each in found)


def read(sides: list[Page], direction: Direction) -> list[int]:
    """Return the numbers of the pages as they come when the sheets, the first outermost, are folded in the middle."""
    ahead = direction == "ltr"  # which half of a sheet's outer side is the cover's
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    # Turned about the short edge, the half behind the cover is the other one.
    into = [number for outer, inner in sheets for number in (half(outer, ahead), half(inner, not ahead))]
    out = [number for outer, inner in reversed(sheets) for number in (half(inner, ahead), half(outer, not ahead))]
    return [*into, *out]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@given(count=st.integers(1, 41))
def test_folded_sheets_read_in_order(direction: Direction, count: int) -> None:
    """The pages come in order, the first as the front, the last as the back, those that are missing before it."""
    sides = impose(pages(count), direction)
    order = read(sides, direction)
    assert [number for number in order if number] == list(range(1, count + 1))
    assert order[0] == 1
    assert order[-1] == count or count == 1
    assert order.count(0) == -count % 4


@given(count=st.integers(1, 41))
def test_a_sheet_holds_two_pages_a_side(count: int) -> None:
    """Two of A5 upright are A4 lying, and no more sheets are used than the pages ask for."""
    sides = impose(pages(count), "ltr")
    assert {(side.width, side.height) for side in sides} == {(2 * WIDTH, HEIGHT)}
    assert len(sides) == 2 * -(-count // 4)
