"""Papers in other formats say what the A4 one says, as their readers need it."""

from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.document.walk import proses, top
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.theme import MM
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.media.media import MEDIA, formats
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import Order, built, content, plan
from tests.support.verapdf_run import broken_rules

OTHERS = [name for name, medium in MEDIA.items() if medium.of]
LANGUAGES = plan("example").families
EACH = pytest.mark.parametrize("tag", LANGUAGES)
EVERY = pytest.mark.parametrize(("medium", "tag"), [(name, tag) for name in OTHERS for tag in LANGUAGES])
SMALLEST = {"large": 12.0, "booklet": 9.0}


def pages(medium: str, tag: str) -> list[Page]:
    """Return the pages of a medium of the example."""
    return Editions(plan("example"), content("example")).of(order_of(medium, tag)).pages


def sizes(page: Page) -> list[float]:
    """Return the size of all type on a page."""
    return [run.style.size for placed in page.items if isinstance(placed.item, Line) for run in placed.item.runs]


def test_handout_and_leaflet_are_made_in_each_format() -> None:
    """What is read at home is there in each format, all else in one."""
    assert {name: {*formats(name)} for name in MEDIA if len(formats(name)) > 1} == {
        "handout": {"a4", "large", "booklet"},
        "leaflet": {"a4", "large", "booklet"},
    }


@EVERY
def test_a_format_says_what_the_paper_says(medium: str, tag: str) -> None:
    """It has every text of the A4 one, in its order."""
    editions = Editions(plan("example"), content("example"))
    said, whole = (
        [text.inlines for _, text in proses(editions.of(order_of(each, tag)).form)]
        for each in (medium, MEDIA[medium].of)
    )
    rest = iter(said)
    assert all(text in rest for text in whole)


@EVERY
def test_nothing_is_too_small(medium: str, tag: str) -> None:
    """Large print has nothing under 12 points, and a booklet is set in its size: it is not made smaller."""
    assert min(size for page in pages(medium, tag) for size in sizes(page)) >= SMALLEST[MEDIA[medium].format]


@EVERY
def test_a_format_is_on_a4(medium: str, tag: str) -> None:
    """Large print stands on A4; of a booklet two pages lie beside each other on it, on both sides of each sheet."""
    made = pages(medium, tag)
    upright = (round(made[0].width / MM), round(made[0].height / MM))
    booklet = MEDIA[medium].format == "booklet"
    assert upright == ((296, 210) if booklet else (210, 297))
    assert len(made) % 2 == 0 or not booklet


@EACH
@pytest.mark.parametrize("medium", [name for name in OTHERS if MEDIA[name].format == "booklet"])
def test_the_spine_is_where_lines_begin(medium: str, tag: str) -> None:
    """The front of a booklet, which has its title, is the half of the first side that lies away from its spine."""
    outer = pages(medium, tag)[0]
    largest = max(
        (run.style.size, placed.x) for placed in outer.items if isinstance(placed.item, Line)
        for run in placed.item.runs if run.mark[0][:2] == (0, 0)
    )  # fmt: skip
    rtl = content("example").languages[tag].direction == "rtl"
    assert (largest[1] < outer.width / 2) == rtl


def test_every_format_keeps_both_standards(tmp_path: Path) -> None:
    """The real veraPDF finds nothing in any of them."""
    files = []
    for medium in OTHERS:
        for tag in ("sv", "ar"):
            files.append(tmp_path / f"{medium}-{tag}.pdf")
            files[-1].write_bytes(built(Order("example", order_of(medium, tag))).data)
    assert broken_rules(files) == []


def test_a_pack_has_other_formats_only_if_they_are_wanted() -> None:
    """The papers in A4 are always there; others come beside them."""
    usual, more = pack_orders(plan("example")), pack_orders(plan("example"), ("large",))
    assert {order.medium for order in usual}.isdisjoint(OTHERS)
    assert {order.medium for order in more} - {order.medium for order in usual} == {"handout_large", "leaflet_large"}


def test_a_format_is_asked_for_by_its_name(tmp_path: Path) -> None:
    """A single paper has the format's name in its own; slides have no formats."""
    assert run(["--interface", "sv", "leaflet", "-l", "so", "--format", "booklet", "-o", str(tmp_path)]) == 0
    assert [each.name for each in tmp_path.iterdir()] == ["leaflet-booklet-so.pdf"]
    assert run(["--interface", "sv", "leaflet", "--format", "a3", "-o", str(tmp_path)]) == 2
    assert run(["--interface", "sv", "presentation", "--format", "large", "-o", str(tmp_path)]) == 2


def test_the_cards_end_a_booklet() -> None:
    """Danger and numbers for a wallet are the last of its form."""
    form = Editions(plan("example"), content("example")).of(order_of("handout_booklet", "ar")).form
    assert [getattr(block, "look", "") for _, block in list(top(form))[-2:]] == ["cut-out", "cut-out"]
