"""A paper shows its language by its own name and its Swedish one: who cannot read it hands it to the right family."""

import pytest

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.inlines import Foreign, Strong, Text
from foraldraskolan.document.walk import descend, inlines_below, plain, top
from foraldraskolan.layout.page import Placed
from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.orders import media_of, order_of
from foraldraskolan.make.series import lessons, series_orders
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import content, plan

_MARGIN = 60.0  # points, at most, from an edge of the sheet to the name at its corner
EDITIONS = Editions(plan("example"), content("example"))
MEDIA = [each.name for each in media_of(plan("example"), ("booklet", "large")) if each.languages == "families"]
TAGS = plan("example").families


def _names(found: Edition) -> tuple[tuple[int, ...], Paragraph]:
    """Return the names of the language in the first box that has them, with their address."""
    for at, block in top(found.form):
        for here, node in descend(block, at):
            if isinstance(node, Paragraph) and node.role == "language":
                return here, node
    raise AssertionError("no sheet is without its language")


def _is_named(found: Edition, tag: str) -> None:
    language = content("example").languages[tag]
    _, names = _names(found)
    swedish = "" if tag == "sv" else f" · {language.swedish}"
    assert plain(names.text.inlines) == language.native + swedish
    assert names.text.language == tag
    assert names.text.inlines[0] == Strong((Text(language.native),))  # it is seen first
    foreign = [each for each in inlines_below(names.text.inlines) if isinstance(each, Foreign)]
    assert [each.language for each in foreign] == (["sv"] if swedish else [])


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("medium", MEDIA)
def test_its_head_has_the_names_at_the_outer_corner(medium: str, tag: str) -> None:
    """In every medium and format that families get: each name in its language, at the end of the head's first line."""
    found = EDITIONS.of(order_of(medium, tag))
    _is_named(found, tag)
    at, _ = _names(found)
    page = found.pages[0]
    half = page.width / 2 if page.width > page.height else page.width  # a booklet's cover is half of its first sheet
    placed = [each for each in page.items if any(mark[0][: len(at)] == at for mark in each.marks)]
    (line,) = placed
    assert isinstance(line.item, Line)
    assert line.y < page.height / 6
    rtl = tag == "ar"
    start = half if page.width > page.height and not rtl else 0.0
    left, right = line.x - start, start + half - line.x - line.item.width
    assert (left if rtl else right) < _MARGIN < (right if rtl else left)
    assert _sizes(line) == {13.0}


def _sizes(placed: Placed) -> set[float]:
    """Return the sizes of a line's Latin type, in points: papers are told apart by it alike."""
    runs = placed.item.runs if isinstance(placed.item, Line) else ()
    return {round(run.style.size, 1) for run in runs}


def test_what_is_sent_has_them_too() -> None:
    """The invitation as a message, a short lesson, and the page for the phone name their language in the same words."""
    for order in series_orders(plan("example"), lessons(plan("example"), content("example").library)[:1]):
        _is_named(EDITIONS.of(order), order.language)
    arabic = EDITIONS.of(order_of("mailout", "ar"))
    for text in (arabic.html, arabic.text, EDITIONS.of(order_of("handout", "ar")).webpage):
        assert "العربية" in text
        assert "arabiska" in text


def test_the_names_open_the_masthead() -> None:
    """They come first of all that a head says: a screen reader knows at once which voice to take."""
    for medium in ("leaflet", "handout", "checklist", "mailout"):
        heads = [block for _, block in top(EDITIONS.of(order_of(medium, "so")).form) if isinstance(block, Box)]
        head = next(each for each in heads if each.look == "masthead")
        assert isinstance(head.blocks[0], Paragraph)
        assert head.blocks[0].role == "language"
