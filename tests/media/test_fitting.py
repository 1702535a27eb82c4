"""What cannot fit is told, with how much and where; what may be split is."""

import re
from dataclasses import replace
from datetime import time
from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path

import pytest

from foraldraskolan.document.form import Box, Heading, List, Paragraph, SlideLook, Table
from foraldraskolan.document.meaning import (
    Bar,
    Block,
    Chart,
    ContactCard,
    Contacts,
    Document,
    Section,
    Slide,
)
from foraldraskolan.language import Language
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.letter import lay_out_letter, set_in
from foraldraskolan.layout.page import Page, Placed, Rect, Shape
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.layout.slides.slide import HEIGHT, POINTS, WIDTH
from foraldraskolan.layout.text import Column, height
from foraldraskolan.layout.theme import LETTERS, enlarged
from foraldraskolan.media import handout, mailout, presentation
from foraldraskolan.media.lowering import lower
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.typeset.glyphs import ARTIFACT, Line
from tests.support.painted import as_data
from tests.support.reading import read_aloud
from tests.support.samples import ARABIC, SWEDISH, document, form, masthead, prose, told, words

LONG = "En punkt som är lång nog att gå över en hel bild och sedan en bit till"
PLACE = Place(Path("modules/signs.md"), 12)


def bullets(count: int) -> List:
    """Return a list of long items."""
    return List("bullet", (prose(LONG),) * count)


def slide(*blocks: Block, splits: tuple[int, ...] = (), look: SlideLook = "points slide") -> Box:
    """Return a slide that knows where it was written."""
    made = lower(Slide(replace(prose("Rubrik"), place=PLACE), blocks, splits), words())
    assert isinstance(made, Box)
    return replace(made, look=look)


def overflow(*blocks: Box | List) -> float:
    """Return by how many points blocks are higher, set as small as can be, than their room on a slide of points."""
    column = Column(60, WIDTH - 120, "sv")
    title = lay_out(Heading(2, prose("Rubrik")), (0,), POINTS, column)
    inside = [strip for block in blocks for strip in lay_out(block, (1,), enlarged(POINTS, 24 / 36), column)]
    return 36 + height(title) + 22 + height(inside) - (HEIGHT - 54)


def test_a_slide_that_is_too_full_is_told() -> None:
    """The problem says by how many points and at which line; every such slide is told at once."""
    full = slide(bullets(12))
    with pytest.raises(ProblemsFound) as found:
        lay_out_slides(form(full, slide(bullets(1)), full))
    points = round(overflow(bullets(12)))
    assert points > 0
    assert [told(each) for each in found.value.problems] == [f"Bilden är {points} punkter för hög (svenska)."] * 2
    assert [each.place for each in found.value.problems] == [PLACE] * 2
    assert all(each.hint for each in found.value.problems)


def chart(bars: int) -> Chart:
    """Return a chart as it stands on a slide."""
    each = Bar(prose("Namn"), 1.0, prose("1"))
    return Chart(prose(), prose(), prose("Staplar."), None, (each,) * bars, prose("Byrån"))


def table(rows: int) -> Table:
    """Return a table of two columns."""
    return Table((prose("Vad"), prose("När")), ((prose("Prata"), prose("Nu")),) * rows)


def agenda(times: int) -> Table:
    """Return an agenda of one module, whose title says the same so many times."""
    return Table((prose("Tid"), prose("Ämne")), ((prose("18.00"), prose(" ".join([LONG] * times))),))


def contacts(name: str) -> Contacts:
    """Return as many numbers as a slide shows."""
    return Contacts((ContactCard(prose(name), prose(), prose("112")),) * 5)


def points_told(*slides: Box) -> list[int]:
    """Return by how many points slides are told to be too high."""
    with pytest.raises(ProblemsFound) as found:
        lay_out_slides(form(*slides))
    return [int(dict(each.message.values)["points"]) for each in found.value.problems]


def hints(*slides: Box) -> list[str]:
    """Return what the user is told to do about slides."""
    with pytest.raises(ProblemsFound) as found:
        lay_out_slides(form(*slides))
    return [hint.text(NullTranslations()) for problem in found.value.problems if (hint := problem.hint)]


FITTING = [
    ("facts.toml", slide(chart(12)), slide(chart(6))),
    ("kontakternas namn", slide(contacts(LONG * 2)), slide(contacts("Ring"))),
    ("färre delar", slide(agenda(30), look="agenda slide"), slide(agenda(1), look="agenda slide")),
    ("rader i tabellen", slide(table(10)), slide(table(4))),
    ("rader i tabellen", slide(table(10)), slide(table(5), table(5), splits=(1,))),
    ("rader i tabellen", slide(bullets(1), table(10)), slide(bullets(1), table(5), table(5), splits=(1, 2))),
    ("---", slide(bullets(6), table(5)), slide(bullets(6), table(5), splits=(1,))),
    ("---", slide(bullets(12)), slide(bullets(6), bullets(6), splits=(1,))),
    ("Korta texten.", slide(bullets(12), look="ask slide"), slide(bullets(2), look="ask slide")),
]


@pytest.mark.parametrize(("hint", "full", "mended"), FITTING)
def test_the_hint_makes_a_slide_fit(hint: str, full: Box, mended: Box) -> None:
    """What is told about a slide that is too full helps against what fills it, and done as told the slide fits."""
    (told_to_do,) = hints(full)
    assert hint in told_to_do
    assert len(lay_out_slides(form(mended))) == len(mended.splits) + 1


def test_no_line_divides_what_is_no_slide_of_its_author() -> None:
    """A line of --- is proposed only where the material's Markdown takes one."""
    made = [full for hint, full, _ in FITTING if hint not in ("---", "rader i tabellen")]
    assert not any("---" in hint for hint in hints(*made))


@pytest.mark.parametrize(("tag", "most"), [("sv", 8), ("ti", 8), ("ar", 7)])
def test_an_agenda_is_on_few_slides_in_large_type(tag: str, most: int) -> None:
    """Its rows stand in order on slides about as long each, as many as are read from afar, in 24 points or more."""
    for count in range(1, 30):
        rows = tuple((prose(str(number)), prose("Ämne")) for number in range(count))
        whole = Table((prose("Tid"), prose("Ämne")), rows)
        pages = lay_out_slides(form(slide(whole, look="agenda slide"), language=Language(tag, tag, tag)))
        cells = [list(dict.fromkeys(address[2] for address in addresses(page, (0, 1)))) for page in pages]
        # The head, two cells, is told once and painted on each.
        assert [cell for page in cells for cell in page] == list(range(2 * count + 2))
        assert cells[0][:2] == [0, 1]
        shown = [{cell // 2 for cell in page} - {0} for page in cells]
        assert max(map(len, shown)) <= most and len(shown) == -(-count // most)
        assert max(map(len, shown)) == -(-count // len(shown))
        for page in pages:
            assert page.block == 0
            assert [text(line) for line in titled(page)] == ["Rubrik", "Tid", "Ämne"]
            lines = [each.item for each in page.items if isinstance(each.item, Line) and each.y < page.height - 54]
            assert min(run.style.size for line in lines for run in line.runs) >= 24


def addresses(page: Page, below: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    """Return the address of each run of text on a page that is said to be below an address of the form, as painted."""
    runs = [run for each in page.items if isinstance(each.item, Line) for run in each.item.runs]
    return [run.mark[0] for run in runs if run.mark != ARTIFACT and run.mark[0][: len(below)] == below]


def titled(page: Page) -> list[Line]:
    """Return the first three lines of a slide, from the top."""
    lines = [each for each in page.items if isinstance(each.item, Line)]
    return [each.item for each in sorted(lines, key=lambda each: each.y)][:3]


def text(line: Line) -> str:
    """Return what a line says, in the order of its letters."""
    return "".join(each for run in line.runs for each in (run.texts[::-1] if run.rtl else run.texts))


def test_a_table_in_a_module_stands_on_paper_only() -> None:
    """Numbers that are too many for a slide can be written as a table: the handout has it, the slides do not."""
    section = Section("m", prose("Modul"), prose("Kort"), time(18), 5, (table(2),), ())
    assert "Prata" in read_aloud(handout.arrange(document(section), words()))
    assert "Prata" not in read_aloud(presentation.arrange(document(section), words()))


def test_more_on_a_slide_is_higher() -> None:
    """Each line more makes a full slide as much higher as a line is; what has no room is told with its points."""
    heights = [overflow(bullets(count)) for count in range(8, 12)]
    steps = [after - before for before, after in pairwise(heights)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert steps[0] > 0
    assert points_told(*(slide(bullets(count)) for count in range(8, 12))) == [
        round(each) for each in heights if each > 0
    ]


def test_a_slide_that_fits_is_not_split() -> None:
    """Where there is room, what may be split stays on one slide."""
    (page,) = lay_out_slides(form(slide(Paragraph(prose("Ett")), Paragraph(prose("Två")), splits=(1,))))
    assert [address[1] for address in addresses(page)] == [0, 1, 2]


def test_a_slide_is_split_where_it_may_be() -> None:
    """A slide that is too full is split before the blocks that its author named, all under its title.

    The pages show the same box on the same ground; the title is told once and painted on each.
    """
    full = slide(bullets(6), bullets(6), bullets(6), splits=(1, 2))
    assert overflow(*[bullets(6)] * 2) > 0
    pages = lay_out_slides(form(slide(bullets(1)), full, slide(bullets(1))))
    assert [page.block for page in pages] == [0, 1, 1, 1, 2]
    parts = pages[1:4]
    assert [list(dict.fromkeys(address[:2] for address in addresses(part))) for part in parts] == [
        [(1, 0), (1, 1)],
        [(1, 2)],
        [(1, 3)],
    ]
    assert [{address[2] for address in addresses(part, (1, 1 + index))} for index, part in enumerate(parts)] == [
        set(range(6))
    ] * 3
    first, *rest = parts
    for part in rest:
        assert as_data(titled(part)[0], marks=False) == as_data(titled(first)[0], marks=False)
        assert {run.mark for run in titled(part)[0].runs} == {ARTIFACT}
        assert shapes(part) == shapes(first)


def shapes(page: Page) -> list[Placed]:
    """Return what of a page is a rectangle: its ground, the rule below its title."""
    return [each for each in page.items if isinstance(each.item, Rect)]


def test_a_slide_without_a_place_to_split_stays_whole() -> None:
    """Nobody's sentence is torn apart by the program: it is told as one that is too full."""
    assert points_told(slide(bullets(12))) == [round(overflow(bullets(12)))]


def test_a_part_that_is_too_full_is_told_alone() -> None:
    """Where only one part of a slide has no room, only that is told, and by how much it is too high."""
    assert points_told(slide(bullets(6), bullets(12), splits=(1,))) == [round(overflow(bullets(12)))]


def letter(paragraphs: int, times: int = 3) -> Document:
    """Return a letter of so many paragraphs, each of a long sentence so many times."""
    blocks = tuple(Paragraph(prose(" ".join([LONG] * times))) for _ in range(paragraphs))
    return document(Section("letter", replace(prose("Brev"), place=PLACE), prose("Kort"), None, 0, blocks, ()))


def sizes(page: Page) -> set[float]:
    """Return the sizes of type that are on a page."""
    return {run.style.size for each in page.items if isinstance(each.item, Line) for run in each.item.runs}


@pytest.mark.parametrize("language", [SWEDISH, ARABIC])
def test_a_letter_is_one_page_set_as_large_as_has_room(language: Language) -> None:
    """However long it is, a letter is the page of the largest of its themes that has room; after the last it is told.

    Its text ends above the line along which its slip is cut off, and the slip stands below that.
    """
    chosen: list[int] = []
    for paragraphs in range(1, 60):
        arranged = replace(mailout.arrange(letter(paragraphs, 1), words()), language=language)
        over = [set_in(arranged, theme.in_language(language.tag))[1] for theme in LETTERS]
        assert over == sorted(over, reverse=True)
        fitting = [index for index, points in enumerate(over) if points <= 0]
        if not fitting:
            break
        (page,) = lay_out_letter(arranged)
        chosen.append(fitting[0])
        assert LETTERS[fitting[0]].body.text.size in sizes(page)
        (cut,) = [each.y for each in page.items if isinstance(each.item, Shape)]
        slip = (len(arranged.blocks) - 1,)
        for each in page.items:
            if isinstance(each.item, Line) and each.item.runs[0].mark != ARTIFACT:
                assert (each.y > cut) == (each.item.runs[0].mark[0][:1] == slip)
    assert chosen == sorted(chosen) and {*chosen} == {*range(len(LETTERS))}


def test_a_letter_that_is_too_long_is_told() -> None:
    """A letter that does not fit a page at all is told, with by how much, its language and where it was written."""
    points = []
    for paragraphs in (40, 41):
        with pytest.raises(ProblemsFound) as found:
            lay_out_letter(mailout.arrange(letter(paragraphs), words()))
        (problem,) = found.value.problems
        assert re.fullmatch(r"Brevet på svenska är \d+ punkter för långt för en sida\.", told(problem))
        assert problem.place == PLACE
        points.append(int(dict(problem.message.values)["points"]))
    assert points[1] - points[0] == pytest.approx(LETTERS[-1].body.before + 3 * LETTERS[-1].body.leading, abs=1)


def test_what_is_higher_than_a_page_is_told() -> None:
    """A callout in one piece that no sheet holds is a problem with its place; nothing runs off a page unseen."""
    item = replace(prose(LONG), place=PLACE)
    tall = Box("act", (Paragraph(prose("Akut fara"), "label"), List("bullet", (item,) * 60)))
    with pytest.raises(ProblemsFound) as found:
        lay_out_sheet(form(masthead(), tall))
    (problem,) = found.value.problems
    assert told(problem).endswith("punkter högre än en sida (svenska).")
    assert problem.place == PLACE


def test_the_foot_says_all_of_the_state() -> None:
    """However much there is to say of a translation, the foot says it to the end, and above the page's edge."""
    said = (
        "Delar saknas och står på svenska. Delar är äldre än den svenska texten. Ett utkast som ingen har granskat. "
        * 2
    )
    page = lay_out_sheet(form(masthead(), Paragraph(prose("Text")), trust=prose(said.strip())))[0]
    lines = [each for each in page.items if isinstance(each.item, Line) and each.y > page.height * 0.93]
    painted = "".join(text for each in lines for run in each.item.runs for text in run.texts)
    assert said.strip().replace(" ", "") in painted.replace(" ", "")
    assert max(each.y for each in lines) < page.height - 6
