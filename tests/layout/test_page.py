"""A page read from right to left is the mirror of one read from left to right."""

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.layout.page import Dot, Item, Miniature, Page, Placed, Rect, Shape, Tick, compose
from foraldraskolan.typeset.glyphs import Line

SIZES = st.integers(1, 200).map(float)
ITEMS: st.SearchStrategy[Item] = st.one_of(
    st.builds(Rect, SIZES, SIZES),
    st.builds(Dot, SIZES, st.just("#000000")),
    st.builds(Tick, SIZES, st.text()),
    st.builds(Line, SIZES, st.just(()), st.just(0)),
    st.builds(Miniature, SIZES, st.just(Page(10, 10))),
    st.builds(Shape, SIZES, SIZES, st.lists(st.tuples(SIZES, SIZES), min_size=2).map(tuple)),
)
PLACED = st.lists(st.builds(Placed, SIZES, SIZES, ITEMS, st.just(((1,), ""))))


def mirrored(items: list[Placed]) -> list[Placed]:
    """Return items on a page read from right to left."""
    page = Page(600, 800)
    compose(page, items, "rtl")
    return page.items


@given(PLACED)
def test_mirrored_twice_is_unchanged(items: list[Placed]) -> None:
    """The mirror of the mirror is the page."""
    assert mirrored(mirrored(items)) == items


@given(PLACED)
def test_each_item_is_as_far_from_the_other_side(items: list[Placed]) -> None:
    """What stood some points from the left stands as many from the right, at its height, with its mark."""
    for before, after in zip(items, mirrored(items), strict=True):
        assert after.x + after.item.width == 600 - before.x
        assert (after.y, after.mark, after.item.width) == (before.y, before.mark, before.item.width)


@given(PLACED)
def test_left_to_right_is_as_laid_out(items: list[Placed]) -> None:
    """A page read from left to right takes its items as they are."""
    page = Page(600, 800)
    compose(page, items, "ltr")
    assert page.items == items
