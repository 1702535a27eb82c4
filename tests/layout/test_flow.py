"""Pages hold every strip once, in order, and end where they may."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foraldraskolan.document.form import List, Marker, Paragraph, Table
from foraldraskolan.document.meaning import ContactCard, Contacts
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.flow import HOLE, flow
from foraldraskolan.layout.page import Placed, Rect, Strip
from foraldraskolan.layout.text import Column
from foraldraskolan.layout.theme import MM, SHEET
from foraldraskolan.media.lowering import lower
from foraldraskolan.typeset.glyphs import ARTIFACT, Line, Mark
from tests.support.samples import DAY, prose, words

COLUMN = Column(90, 430, "sv")


def strip(number: int, height: float, before: float, keep: bool, rather: bool, head: float) -> Strip:
    """Return a strip that is one box marked with its number; one with a head repeats a box of that height."""
    box = Placed(0, 0, Rect(10, height), ((number,), ""))
    repeat = (Strip(head, (Placed(0, 0, Rect(10, head)),)),) if head else ()
    return Strip(height, (box,), before, keep, rather, repeat)


STRIPS = st.lists(
    st.tuples(st.floats(1, 90), st.floats(0, 20), st.booleans(), st.booleans(), st.sampled_from([0.0, 0.0, 8.0])),
    max_size=30,
).map(lambda parts: [strip(number, *part) for number, part in enumerate(parts)])
HEIGHTS = st.lists(st.floats(100, 300), min_size=1, max_size=3)


def numbers(page: list[Placed]) -> list[int]:
    """Return the numbers of the strips on a page."""
    return [each.mark[0][0] for each in page if each.mark != ARTIFACT]


@given(STRIPS, HEIGHTS)
def test_every_strip_once_and_in_order(strips: list[Strip], heights: list[float]) -> None:
    """Nothing is lost, nothing is doubled, nothing changes places."""
    pages = flow(strips, heights)
    assert [number for page in pages for number in numbers(page)] == list(range(len(strips)))
    assert all(numbers(page) for page in pages[1:])


@given(STRIPS, HEIGHTS)
def test_no_page_is_too_full(strips: list[Strip], heights: list[float]) -> None:
    """Items lie one below the other, from the top of each column to no further than its end."""
    for number, page in enumerate(flow(strips, heights)):
        room = heights[min(number, len(heights) - 1)]
        bottom = 0.0
        for each in page:
            assert isinstance(each.item, Rect)
            assert each.y >= bottom - 1e-6
            bottom = each.y + each.item.height
        assert bottom <= room + 0.02
        assert not page or page[0].y == 0


@given(STRIPS, HEIGHTS)
@example(
    [
        strip(0, 1.0, 0.0, False, False, 0.0),
        strip(1, 46.0, 0.0, True, False, 0.0),
        strip(2, 25.0, 20.0, False, False, 0.0),
        strip(3, 1.0, 0.0, True, False, 0.0),
        strip(4, 1.0, 8.0, False, False, 0.0),
    ],
    [100.0, 100.0, 101.0],
)
def test_what_belongs_together_stays_together(strips: list[Strip], heights: list[float]) -> None:
    """No page ends with a strip that is to keep with the next, unless they are higher than a page."""
    for page in filter(None, flow(strips, heights)[:-1]):
        last = numbers(page)[-1]
        if not strips[last].keep_with_next:
            continue
        first = last
        while first and strips[first - 1].keep_with_next:
            first -= 1
        end = last
        while end + 1 < len(strips) and strips[end].keep_with_next:
            end += 1
        group = strips[first : end + 1]
        head = sum(each.height for each in group[0].repeat)
        assert head + sum(each.height for each in group) + sum(each.before for each in group[1:]) > min(heights) - 0.02


@given(st.integers(15, 60), st.floats(0, 290))
@example(15, 270.0)
def test_no_heading_is_alone_at_a_foot(rows: int, above: float) -> None:
    """What is higher than a page is parted, but what it opens with is not left where the page before ends."""
    group = [strip(number, 20, 0, number < rows, False, 0) for number in range(rows + 1)]
    pages = flow([Strip(above, ()), *group], [300.0])
    (opens,) = (numbers(page) for page in pages if 0 in numbers(page))
    assert len(opens) * 20 >= 300 / 6


@given(st.lists(st.floats(10, 40), min_size=1, max_size=8), st.floats(0, 300))
@example([20.0, 20.0, 20.0], 280.0)
def test_what_rather_stays_together_is_parted_for_less_blank(heights: list[float], above: float) -> None:
    """Strips that rather stand together are parted only where a page would else end with a blank that one sees."""
    room, seen = 320.0, HOLE / 3
    marked = [strip(number, each, 0, False, number < len(heights) - 1, 0) for number, each in enumerate(heights)]
    after = [strip(99, 10, 0, False, False, 0)] * 33  # fine enough to fill what is left of any page
    pages = [
        [number for number in numbers(page) if number != 99]
        for page in flow([Strip(above, ()), *marked, *after], [room])
    ]
    parted = len([page for page in pages if page]) > 1
    assert not parted or sum(heights) > room - above >= seen


@given(st.integers(1, 40))
def test_no_last_page_holds_a_few_lines(lines: int) -> None:
    """What a last page has is a sixth of a column or more: else more of what comes before stands there too."""
    room = 300.0
    *_, last = flow([strip(number, 16, 0, False, False, 0) for number in range(lines)], [room])
    assert lines * 16 <= room or len(numbers(last)) * 16 >= room / 6


@pytest.mark.parametrize("marker", get_args(Marker))
@given(st.lists(st.integers(1, 3), min_size=2, max_size=20), st.floats(0, 700))
def test_a_list_is_broken_between_items_never_one_alone(marker: Marker, lengths: list[int], above: float) -> None:
    """Every item is whole, and every page that has any of a list has two of its items or more."""
    items = tuple(prose(" ".join(["ungdomar och droger"] * (length * 4 - 3))) for length in lengths)
    body = lay_out(List(marker, items), (0,), SHEET, COLUMN)
    pages = flow([Strip(above, ()), *body], [700.0])
    found = [{mark[0][1] for each in page for mark in marks(each) if mark != ARTIFACT} for page in pages]
    assert sorted(index for page in found for index in page) == list(range(len(items)))
    assert all(len(page) >= 2 for page in found if page)


@pytest.mark.parametrize("urgent", [False, True])
@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_no_card_goes_overleaf_alone(count: int, urgent: bool) -> None:
    """Every page that has any of the calm cards has two of them or more."""
    card = ContactCard(prose("Namn"), prose("Om vad som helst"), phone=prose("0500-12 34 56"), checked=DAY)
    first = (replace(card, urgent=True),) if urgent else ()
    body = lay_out(lower(Contacts((*first, *[card] * count)), words()), (0,), SHEET, COLUMN)
    for above in range(0, 700, 5):
        pages = flow([Strip(above, ()), *body, *[Strip(60, ())] * 4], [700.0])
        found = [{mark[0][1] for each in page for mark in marks(each) if mark != ARTIFACT} for page in pages]
        calm = [page & set(range(len(first), len(first) + count)) for page in found]
        assert all(len(page) >= 2 for page in calm if page)


def marks(placed: Placed) -> list[Mark]:
    """Return the marks of an item: a line has one for each of its runs."""
    return [run.mark for run in placed.item.runs] if isinstance(placed.item, Line) else [placed.mark]


@given(st.integers(2, 30), st.floats(70, 300))
def test_no_widows_and_no_orphans(lines: int, room: float) -> None:
    """No page begins or ends with a single line of a paragraph."""
    text = Paragraph(prose(" ".join(["ungdomar och droger"] * lines * 3)))
    strips = lay_out(text, (0,), SHEET, COLUMN)
    counts = [len(page) for page in flow(strips, [room])]
    assert sum(counts) == len(strips)
    assert len(strips) == 1 or min(counts) >= 2


@given(st.integers(1, 60), st.floats(60, 300))
def test_a_tables_head_opens_every_page(rows: int, room: float) -> None:
    """A table goes on overleaf with its head, which a reader has been told already and so carries no meaning there."""
    table = Table((prose("Vad"), prose("När")), tuple((prose(f"Rad {row}"), prose("Nu")) for row in range(rows)))
    head, *rest = flow(lay_out(table, (0,), SHEET, COLUMN), [room])
    lines = [each.item for each in head if isinstance(each.item, Line)]
    for page in rest:
        repeated = [each.item for each in page if isinstance(each.item, Line)][:2]
        assert [line.runs[0].texts for line in repeated] == [line.runs[0].texts for line in lines[:2]]
        assert {run.mark for line in repeated for run in line.runs} == {ARTIFACT}
        assert len(page) > len(repeated)


@pytest.mark.parametrize("rows", [2, 3, 4, 9])
@pytest.mark.parametrize("columns", [1, 3])
def test_no_row_of_a_table_stands_alone(rows: int, columns: int) -> None:
    """Wherever a table begins, no page has its head without a row, and its last row goes overleaf with the one before.

    What follows the table is long enough to be no reason to keep them together.
    """
    table = Table((prose("Vad"),) * columns, ((prose("Nu"),) * columns,) * rows)
    body = lay_out(table, (0,), SHEET, COLUMN)
    for above in range(0, 400, 3):
        pages = flow([Strip(above, ()), *body, *[Strip(60, ())] * 8], [400.0])
        cells = [{mark[0][1] for each in page for mark in marks(each) if mark != ARTIFACT} for page in pages]
        found = [{cell // columns for cell in page} for page in cells]  # row 0 is the head
        assert sorted(row for page in found for row in page) == list(range(rows + 1))
        assert {0} not in found
        assert {rows} not in found


PIECES = st.lists(st.tuples(st.floats(8, 60), st.floats(0, 12), st.booleans()), min_size=1, max_size=80)


@given(PIECES, st.floats(300, 700))
def test_no_hole_where_there_is_another_way(parts: list[tuple[float, float, bool]], room: float) -> None:
    """However documents are made of pieces that are lower than a hole, no page but the last ends with one."""
    strips = [strip(number, high, before, False, rather, 0) for number, (high, before, rather) in enumerate(parts)]
    pages = flow(strips, [room])
    for page in pages[:-1]:
        last = page[-1]
        assert room - (last.y + last.item.height) <= HOLE


@given(st.integers(1, 3), st.floats(20, 120), st.floats(0, 300), st.integers(3, 30))
def test_what_stands_beside_is_never_parted_from_its_part(count: int, high: float, above: float, lines: int) -> None:
    """Drawings stand together, beside the longer piece of the part of the text that they belong to, on its page."""
    beside = tuple(
        Strip(high / count, (Placed(0, 0, Rect(5, high / count), ((500, number), "")),)) for number in range(count)
    )
    part = [
        replace(strip(number, 14, 0, False, False, 0), clear=not number, side=beside if not number else ())
        for number in range(lines)
    ]
    after = [replace(strip(90, 14, 0, False, False, 0), clear=True), *[strip(91, 14, 0, False, False, 0)] * 30]
    pages = flow([Strip(above, ()), *part, *after], [320.0])
    holding = [
        index
        for index, page in enumerate(pages)
        if any(each.mark[0][0] == 500 for each in page if each.mark != ARTIFACT)
    ]
    assert len(holding) == 1
    page = pages[holding[0]]
    drawings = [each for each in page if each.mark != ARTIFACT and each.mark[0][0] == 500]
    assert len(drawings) == count
    own = [each.y for each in page if each.mark != ARTIFACT and each.mark[0][0] < lines]
    assert own and min(own) == pytest.approx(min(each.y for each in drawings))
    assert all(each.y + each.item.height <= 320.01 for each in page)
    below = [each.y for each in page if each.mark != ARTIFACT and each.mark[0][0] == 90]
    assert all(y >= max(each.y + each.item.height for each in drawings) - 0.01 for y in below)


@given(st.floats(2, 250), st.integers(1, 6))
def test_room_that_is_left_goes_above_what_can_stretch(high: float, count: int) -> None:
    """A page that ends early because much stands together stretches, and reaches its foot if it can."""
    rows = [replace(strip(number, 10, 0, False, False, 0), stretch=1.0) for number in range(count)]
    pages = flow([Strip(high, ()), *rows, strip(99, 319, 0, False, False, 0)], [320.0])
    last = pages[0][-1]
    left = 320 - high - 10 * count
    if left >= 0:
        assert last.y + 10 == pytest.approx(320 - max(left - count * 18 * MM, 0))
