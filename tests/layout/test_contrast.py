"""Contrast as people with low vision need it (WCAG 2.1, 1.4.3 and 1.4.11), measured on what the pages really hold."""

from collections.abc import Iterator

import pytest

from foraldraskolan.layout.colours import GOLD, MIST, RED, ROSE, TEAL, WHITE
from foraldraskolan.layout.page import Page, Placed, Rect
from foraldraskolan.typeset.glyphs import GlyphRun, Line
from tests.support.orders import Order, laid_out, orders

LARGE, LARGE_BOLD = 18, 14  # points from which type is large


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on_grounds(page: Page) -> Iterator[tuple[GlyphRun, str]]:
    """Yield every run of text on a page with the colour of what it stands on."""
    boxes: list[Placed] = []
    for each in page.items:
        if isinstance(each.item, Rect) and each.item.fill:
            boxes.append(each)
        elif isinstance(each.item, Line):
            for run in each.item.runs:
                yield run, _ground(boxes, each.x + run.x + run.width / 2, each.y - run.style.size * 0.3)


def _ground(boxes: list[Placed], x: float, y: float) -> str:
    for each in reversed(boxes):
        box = each.item
        if isinstance(box, Rect) and each.x <= x <= each.x + box.width and each.y <= y <= each.y + box.height:
            return box.fill
    return WHITE


def test_the_ratio_is_the_standards() -> None:
    """Black on white is 21 to 1, the most there is; equal colours are 1 to 1."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast(TEAL, TEAL) == 1


@pytest.mark.parametrize("order", orders(), ids=str)
def test_all_text_can_be_read(order: Order) -> None:
    """All text has a contrast of 4.5 to 1 against its ground, large type 3 to 1."""
    pairs: set[tuple[str, str, float]] = set()
    for page in laid_out(order)[1]:
        for run, ground in on_grounds(page):
            style = run.style
            large = style.size >= LARGE or (style.size >= LARGE_BOLD and style.weight >= 700)
            pairs.add((style.colour, ground, 3.0 if large else 4.5))
    assert pairs
    assert [pair for pair in pairs if contrast(pair[0], pair[1]) < pair[2]] == []


@pytest.mark.parametrize(("one", "other"), [(TEAL, MIST), (TEAL, WHITE), (GOLD, TEAL), (RED, ROSE)])
def test_what_means_something_can_be_seen(one: str, other: str) -> None:
    """Bars, edges, boxes to tick and signs have a contrast of 3 to 1 against their ground."""
    assert contrast(one, other) >= 3
