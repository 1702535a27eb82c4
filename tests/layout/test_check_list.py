"""A check list stands in two columns: no list is torn, each column says which box is for when, the last are even."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Checks, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.walk import below, top
from foraldraskolan.layout.check_list import lay_out_check_list
from foraldraskolan.layout.page import Page, Placed, Tick
from foraldraskolan.layout.theme import CHECK_LIST, MM, SMALL_CHECK_LIST
from foraldraskolan.typeset.glyphs import ARTIFACT, Line
from tests.support.samples import ARABIC, SWEDISH, in_language, prose, sheet

TIMES = tuple(map(prose, ("Vecka", "0", "2", "4")))
SHORT, LONG = "Har röda ögon", "Är vaken på natten och sover på dagen, och det är nytt sedan några veckor"
ROWS = st.lists(st.sampled_from([SHORT, LONG]), min_size=1, max_size=14)
LISTS = st.lists(ROWS, min_size=1, max_size=14)
MIDDLE = 210 * MM / 2
WHOLE = 250  # points: a heading and three high rows stay together, and lone last lines with what is above them


def made(lists: list[list[str]], *after: FormBlock, arabic: bool = False) -> Form:
    """Return a check list with a heading for each of its lists."""
    blocks = chain.from_iterable(
        (Heading(3, prose(f"Lista {number}")), Checks(TIMES, tuple(map(prose, rows))))
        for number, rows in enumerate(lists)
    )
    language = ARABIC if arabic else SWEDISH
    return in_language(sheet(Box("columns", tuple(blocks)), *after, language=language), language.tag)


Places = list[tuple[int, bool]]  # the page that something begins on, and whether it is in the second column there


def rows_of(form: Form, pages: list[Page]) -> list[Places]:
    """Return where each row of each list stands."""
    where = {
        each.marks[0][0]: (number, each) for number, page in enumerate(pages) for each in page.items if is_box(each)
    }
    found: list[Places] = []
    ((at, columns),) = [each for each in top(form) if isinstance(each[1], Box) and each[1].look == "columns"]
    for here, block in below(columns, at):
        if isinstance(block, Checks):
            rows = [there for there, _ in below(block, here)][len(TIMES) :]
            found.append([(where[row][0], is_second(where[row][1], form)) for row in rows])
    return found


def is_box(placed: Placed) -> bool:
    """Return whether something is a box to tick."""
    return isinstance(placed.item, Tick)


def is_second(placed: Placed, form: Form) -> bool:
    """Return whether something stands in the column that is read as the second."""
    return (placed.x > MIDDLE) == (form.language.direction == "ltr")


@settings(max_examples=40)
@given(LISTS, st.booleans())
def test_no_list_is_torn(lists: list[list[str]], arabic: bool) -> None:
    """The first and the last row of a list are in a column with their neighbour, and the columns are read in order."""
    form = made(lists, arabic=arabic)
    places = rows_of(form, lay_out_check_list(form))
    for rows in places:
        assert rows[:2].count(rows[0]) == len(rows[:2])
        assert rows[-2:].count(rows[-1]) == len(rows[-2:])
    every = [place for rows in places for place in rows]
    assert every == sorted(every)


@settings(max_examples=40)
@given(LISTS)
def test_every_column_says_which_box_is_for_when(lists: list[list[str]]) -> None:
    """Above the first box of a column stands a head, which is told once to whoever hears the page."""
    form = made(lists)
    pages = lay_out_check_list(form)
    told = [mark for page in pages for each in page.items for mark in each.marks if mark != ARTIFACT]
    assert sum(len(rows) for rows in lists) * 3 == sum(is_box(each) for page in pages for each in page.items)
    assert len({mark for mark in told if mark[0][:1] == (1,)}) == sum(
        1 + 4 + len(rows) + 3 * len(rows) for rows in lists
    )
    for page in pages:
        for second in (False, True):
            column = [each for each in page.items if is_second(each, form) is second]
            boxes = [each.y for each in column if is_box(each)]
            digits = [each.y for each in column if says(each) in ("0", "2", "4")]
            assert not boxes or (len(digits) >= 3 and min(digits) < min(boxes))


def says(placed: Placed) -> str:
    """Return the text of a line, "" for anything else."""
    return "".join(text for run in placed.item.runs for text in run.texts) if isinstance(placed.item, Line) else ""


@settings(max_examples=40)
@given(LISTS)
def test_the_last_columns_are_even(lists: list[list[str]]) -> None:
    """On the last page neither column is much longer than the other, and what follows stands below both."""
    after = Paragraph(prose("Sist av allt."))
    form = made(lists, after)
    pages = lay_out_check_list(form)
    last = next(page for page in reversed(pages) if any(map(is_box, page.items)))
    ends = [
        max(
            (each.y + each.item.height for each in last.items if is_box(each) and is_second(each, form) is second),
            default=0,
        )
        for second in (False, True)
    ]
    assert not ends[1] or abs(ends[1] - ends[0]) <= WHOLE
    closing = [each for page in pages for each in page.items if says(each) == "Sist av allt."]
    assert len(closing) == 1
    if closing[0] in last.items:
        assert closing[0].y > max(ends)


def test_a_box_is_called_by_its_row_and_its_time() -> None:
    """Whoever hears the page hears at each box what it is ticked for, and for which time."""
    (page,) = lay_out_check_list(made([[SHORT]]))
    names = [each.item.name for each in page.items if isinstance(each.item, Tick)]
    assert names == [f"Har röda ögon: Vecka {week}" for week in (0, 2, 4)]


def test_a_list_is_smaller_only_to_save_a_sheet() -> None:
    """What nearly has room on both sides of a sheet is set smaller there; where that saves none it keeps its size."""
    after = Paragraph(prose("Sist av allt. " * 80))
    found = []
    for number in range(10, 24):
        pages = lay_out_check_list(made([[SHORT, LONG, SHORT, LONG]] * number, after))
        (size,) = {
            run.style.size for page in pages for each in page.items if says(each) == SHORT for run in each.item.runs
        }
        found.append((len(pages), size))
    usual, small = CHECK_LIST.item.text.size, SMALL_CHECK_LIST.item.text.size
    assert {size for pages, size in found if pages == 2} == {usual, small}
    assert {size for pages, size in found if pages % 2} == {usual}
    assert [pages for pages, _ in found] == sorted(pages for pages, _ in found)
