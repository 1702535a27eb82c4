"""Pages hold every strip once, in order, and end where they may."""

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.blocks import Paragraph, Table
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.flow import flow
from foraldraskolan.layout.page import Box, Placed, Strip
from foraldraskolan.layout.text import Column
from foraldraskolan.layout.theme import SHEET
from foraldraskolan.typeset.glyphs import ARTIFACT, Line
from tests.support.samples import prose

COLUMN = Column(90, 430, "sv")


def strip(number: int, height: float, before: float, keep: bool, head: float) -> Strip:
    """Return a strip that is one box marked with its number; one with a head repeats a box of that height."""
    box = Placed(0, 0, Box(10, height), ((number,), ""))
    repeat = (Strip(head, (Placed(0, 0, Box(10, head)),)),) if head else ()
    return Strip(height, (box,), before, keep, repeat)


STRIPS = st.lists(
    st.tuples(st.floats(1, 90), st.floats(0, 20), st.booleans(), st.sampled_from([0.0, 0.0, 8.0])), max_size=30
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
            assert isinstance(each.item, Box)
            assert each.y >= bottom - 1e-6
            bottom = each.y + each.item.height
        assert bottom <= room + 0.02
        assert not page or page[0].y == 0


@given(STRIPS, HEIGHTS)
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
