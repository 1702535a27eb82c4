"""Swedish as if it were read from right to left: every page is the mirror of the Swedish one."""

import pytest

from foraldraskolan.language import Language
from foraldraskolan.layout.grid import HANDOUT
from foraldraskolan.layout.page import Page, Placed, Shape
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.typeset.glyphs import Line
from tests.support.samples import FORMS, MIRRORED, SWEDISH, numbered, sheet

NEAR = 2.0  # points: signs beside a word are set apart from it where directions meet, and so are not kerned


def pages(language: Language) -> list[Page]:
    """Return the pages of a sheet with every kind of block on it, in this language."""
    blocks = [numbered(number, block) for number, block in enumerate(FORMS.values(), start=1)]
    return lay_out_sheet(sheet(*blocks, language=language), HANDOUT)


def kind_and_place(each: Placed) -> tuple[str, float]:
    """Return what an item is, and its height on the page."""
    return type(each.item).__name__, each.y


def test_every_item_stands_mirrored() -> None:
    """Title band, numbers, bullets, boxes, cards, bars, columns and page numbers change sides, at their height."""
    plain, mirrored = pages(SWEDISH), pages(MIRRORED)
    assert len(plain) == len(mirrored) > 0
    for page, other in zip(plain, mirrored, strict=True):
        # What stands in the foot differs by the language's name.
        items = [each for each in page.items if each.y < page.height - 60]
        others = [each for each in other.items if each.y < page.height - 60]
        assert [kind_and_place(each) for each in items] == [kind_and_place(each) for each in others]
        for each, one in zip(items, others, strict=True):
            assert one.x + one.item.width == pytest.approx(page.width - each.x, abs=NEAR)
            assert one.item.width == pytest.approx(each.item.width, abs=NEAR)


def test_shapes_are_mirrored_and_words_are_not() -> None:
    """A shape points the other way; the letters of a line still run as their script does."""
    for page, other in zip(pages(SWEDISH), pages(MIRRORED), strict=True):
        for each, one in zip(page.items, other.items, strict=True):
            if isinstance(each.item, Shape) and isinstance(one.item, Shape):
                assert one.item.points == tuple((each.item.width - x, y) for x, y in each.item.points)
            if isinstance(each.item, Line) and isinstance(one.item, Line) and each.y < page.height - 60:
                words_here = [run for run in one.item.runs if any(map(str.isalpha, "".join(run.texts)))]
                assert all(not run.rtl for run in words_here)
