"""Every kind of block stays in its column, and what is to stay whole is one strip."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from foraldraskolan.document.form import List, Paragraph, Role, Table
from foraldraskolan.document.meaning import Callout, CalloutKind, Chart, ContactCard, Contacts, Pictures
from foraldraskolan.language import direction_of
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import RED, ROSE
from foraldraskolan.layout.page import Page, Placed, Rect, Sketch, Strip, compose
from foraldraskolan.layout.text import Column, height, stacked
from foraldraskolan.layout.theme import SCREEN, SHEET, Theme
from foraldraskolan.media.lowering import lower
from foraldraskolan.typeset.glyphs import Line
from tests.support.samples import BLOCKS, FORMS, in_language, numbered, phone, prose, words

LONG = "Det här är en lång text som går över mer än en rad, med narkotikamissbrukare och annat i. " * 3
KINDS: list[CalloutKind] = ["say", "ask", "own", "act", "remember", "phrase"]
THEMES = {"sheet": (SHEET, 430.0), "screen": (SCREEN, 840.0)}


def right_edge(placed: Placed) -> float:
    """Return how far an item reaches, the space at a line's end aside."""
    return placed.x + placed.item.width


@pytest.mark.parametrize("tag", ["sv", "ar", "ti"])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", FORMS)
def test_a_block_stays_in_its_column(kind: str, theme: str, tag: str) -> None:
    """Nothing of a block stands outside the column that it was given, and its strips are as high as what is in them."""
    look, width = THEMES[theme]
    column = Column(90, width, tag)
    for text in (FORMS[kind], in_language(FORMS[kind], tag)):
        for strip in lay_out(text, (0,), look.in_language(tag), column):
            for each in strip.items:
                assert each.x >= column.x - 0.01
                assert right_edge(each) <= column.x + width + 0.01
                # A box to tick may be higher than its line, by less than the room around it.
                assert -look.tick / 2 <= each.y <= strip.height + look.tick / 2


@pytest.mark.parametrize("text", ["Kort.", LONG, "نص قصير", "نص طويل جدا عن الشباب والمخدرات " * 12])
@pytest.mark.parametrize("page_tag", ["sv", "ar"])
@pytest.mark.parametrize("tag", ["sv", "ar", "so", "fa"])
@pytest.mark.parametrize("role", ["body", "lead"])
def test_a_paragraph_stands_at_its_own_side_of_the_page(text: str, page_tag: str, tag: str, role: Role) -> None:
    """Each line of a paragraph begins where its language does: Swedish at the left of an Arabic page too."""
    column = Column(90, 430, page_tag)
    strips = lay_out(Paragraph(prose(text, tag=tag), role), (0,), SHEET.in_language(page_tag), column)
    page = Page(600, 10_000)
    compose(page, stacked(strips), direction_of(page_tag))
    left = 90 if direction_of(page_tag) == "ltr" else 600 - 90 - 430
    for each in page.items:
        if direction_of(tag) == "ltr":
            assert each.x == pytest.approx(left)
        else:
            assert right_edge(each) == pytest.approx(left + 430)


@pytest.mark.parametrize("role", sorted({*get_args(Role)} - {"body", "lead"}))
@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_what_is_no_running_text_stands_at_the_start_of_its_page(tag: str, role: Role) -> None:
    """A greeting in Swedish on an Arabic page begins where the page does, and so does any other line of a box."""
    strips = lay_out(Paragraph(prose("Hej!", tag=tag), role), (0,), SHEET, Column(90, 430, "ar"))
    page = Page(600, 800)
    compose(page, stacked(strips), "rtl")
    assert [right_edge(each) for each in page.items if isinstance(each.item, Line)] == pytest.approx([600 - 90])


def test_a_blocks_number_stands_beside_it() -> None:
    """The number stands in the numbering column at the start side, where no text is."""
    column = Column(90, 430, "sv", 34)
    first = lay_out(numbered(12, FORMS["paragraph"]), (0,), SHEET, column)[0]
    outside = [each for each in first.items if each.x < column.x]
    assert [each.item.runs[0].texts for each in outside if isinstance(each.item, Line)] == [["1", "2"]]
    assert all(column.x - column.numbers <= each.x and right_edge(each) < column.x for each in outside)


@pytest.mark.parametrize("kind", KINDS)
def test_a_callout_goes_on_overleaf_with_two_lines_of_it(kind: CalloutKind) -> None:
    """A callout has one frame, in pieces that meet; all of it on danger stands together, of others no lone line."""
    callout = lower(Callout(kind, (Paragraph(prose(LONG)), List("bullet", (prose(LONG), prose("Kort"))))), words())
    first, *rest = lay_out(callout, (0,), SHEET, Column(90, 430, "sv"))
    assert not rest if kind == "act" else all(strip.before == 0 for strip in rest)
    assert not rest or (first.keep_with_next and rest[-2].keep_with_next)
    for strip in (first, *rest):
        bars = [each for each in strip.items if isinstance(each.item, Rect) and each.item.width == SHEET.edge]
        assert [(each.y, each.item.height) for each in bars] == [(0, strip.height)]


def test_a_row_of_cards_is_never_broken() -> None:
    """A card is never on two pages: there is one strip for the urgent card, one for the row, one for the note."""
    assert len(lay_out(FORMS["contacts"], (0,), SHEET, Column(90, 430, "sv"))) == 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("calm", range(5))
def test_an_urgent_card_stands_out(calm: int, theme: str) -> None:
    """The urgent card is red and has the whole width, its number too is red; no other card is, two share a row."""
    look, width = THEMES[theme]
    card = ContactCard(prose("Namn"), prose("Om"), prose(phone("112")), urgent=True)
    cards = (card, *[replace(card, urgent=False)] * calm)
    first, *rest = lay_out(lower(Contacts(cards), words()), (0,), look, Column(90, width, "sv"))
    boxes = [each.item for each in first.items if isinstance(each.item, Rect)]
    assert (boxes[0].width, boxes[0].fill, boxes[0].stroke) == (width, ROSE if look.tinted else "", RED)
    runs = [run for each in first.items if isinstance(each.item, Line) for run in each.item.runs]
    assert {run.style.colour for run in runs if "".join(run.texts) == "112"} == {RED}
    assert [RED for strip in rest for colour in colours(strip) if colour in (RED, ROSE)] == []
    assert len(rest) == -(-calm // 2)
    assert all(each.item.width < width for strip in rest for each in strip.items)


def colours(strip: Strip) -> Iterator[str]:
    """Yield the colours of all boxes and words of a strip."""
    for each in strip.items:
        if isinstance(each.item, Rect):
            yield from (each.item.fill, each.item.stroke)
        elif isinstance(each.item, Line):
            yield from (run.style.colour for run in each.item.runs)


def test_a_chart_stays_together() -> None:
    """Title, bars and source are never on different pages."""
    strips = lay_out(FORMS["chart"], (0,), SHEET, Column(90, 430, "sv"))
    assert [strip.keep_with_next for strip in strips] == [True] * (len(strips) - 1) + [False]


def test_what_announces_something_stays_with_it() -> None:
    """A heading, and a line that ends in a colon, never stand last on a page."""
    column = Column(90, 430, "sv")
    for block in (FORMS["heading"], Paragraph(prose("Ring till:"))):
        assert lay_out(block, (0,), SHEET, column)[-1].keep_with_next
    assert not lay_out(Paragraph(prose("Ring.")), (0,), SHEET, column)[-1].keep_with_next


def test_numbers_end_where_their_column_ends() -> None:
    """Whole numbers of a column and its head end together, other columns begin together; years call their rows."""
    rows = tuple(
        (prose(year), prose(f"{count} brev"), prose(count)) for year, count in (("2024", "9"), ("2025", "127"))
    )
    table = Table((prose("År"), prose("I ord"), prose("Antal")), rows)
    lines = [each for strip in lay_out(table, (0,), SHEET, Column(90, 430, "sv")) for each in strip.items]
    cells = [each for each in lines if isinstance(each.item, Line)]
    years, words, counts = cells[::3], cells[1::3], cells[2::3]
    assert len({each.x for each in years}) == len({each.x for each in words}) == 1
    assert len({each.x for each in counts}) == len(counts)
    assert len({round(right_edge(each), 6) for each in counts}) == 1


def test_bars_are_as_long_as_their_values() -> None:
    """A bar is to its ground as its value to the whole; where there is no value there is neither bar nor ground."""
    ground, first, other, second = bars(100)
    assert ground == other
    assert first / ground == pytest.approx(0.125)
    assert second / ground == pytest.approx(0.07)


def test_bars_that_are_parts_of_nothing_have_no_ground() -> None:
    """Values without a whole are to each other as their bars, and nothing looks as if it were all of something."""
    first, second = bars(None)
    assert second / first == pytest.approx(7 / 12.5)


def bars(whole: float | None) -> list[float]:
    """Return the widths of the boxes of a chart of 12.5, a gap and 7, whose values are parts of a whole or of none."""
    assert isinstance(BLOCKS["chart"], Chart)
    strips = lay_out(lower(replace(BLOCKS["chart"], whole=whole), words()), (0,), SHEET, Column(90, 430, "sv"))
    return [each.item.width for strip in strips for each in strip.items if not isinstance(each.item, Line)]


@pytest.mark.parametrize("tag", ["ar", "ti"])
def test_tall_scripts_have_room(tag: str) -> None:
    """Arabic and Ethiopic lines stand further apart than Latin ones, all else being equal."""
    theme: Theme = SHEET.in_language(tag)
    column = Column(90, 430, "sv")
    assert height(lay_out(FORMS["bullets"], (0,), theme, column)) > height(
        lay_out(FORMS["bullets"], (0,), SHEET, column)
    )


@pytest.mark.parametrize(
    ("count", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 3, 1])]
)
def test_drawings_share_their_rows_evenly(count: int, rows: list[int]) -> None:
    """There are as few rows as the column can hold, and no drawing stands alone for want of sharing."""
    assert isinstance(BLOCKS["pictures"], Pictures)
    block = lower(Pictures((BLOCKS["pictures"].pictures[0],) * count), words())
    strips = lay_out(block, (0,), SHEET, Column(90, 430, "sv"))
    assert [sum(isinstance(each.item, Sketch) for each in strip.items) for strip in strips] == rows


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_a_tables_first_column_has_room_for_its_words(columns: int) -> None:
    """Words that fit into half of the table stand on one line, however many columns there are."""
    cell = prose("9 %")
    table = Table(
        (prose("Vad"), *[cell] * (columns - 1)), ((prose("Alkohol, det senaste året"), *[cell] * (columns - 1)),)
    )
    head, row = lay_out(table, (0,), SHEET, Column(90, 430, "sv"))
    assert row.height == pytest.approx(head.height)
