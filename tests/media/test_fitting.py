"""What cannot fit is told, with how much and where; what may be split is."""

from dataclasses import replace
from datetime import time
from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path

import pytest
from foraldraskolan.media.sheet import lay_out_sheet

from foraldraskolan.document.form import Paragraph, Table
from foraldraskolan.document.meaning import (
    Bar,
    Block,
    Callout,
    Chart,
    ContactCard,
    Contacts,
    Document,
    Masthead,
    Section,
    Slide,
)
from foraldraskolan.language import Language
from foraldraskolan.media import handout, mailout, presentation
from foraldraskolan.media.presentation import overflow, split
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.typeset.glyphs import Line
from tests.support.reading import read_aloud
from tests.support.samples import document, prose, told, words

LONG = "En punkt som är lång nog att gå över en hel bild och sedan en bit till"
PLACE = Place(Path("modules/signs.md"), 12)


def bullets(count: int) -> BulletList:
    """Return a list of long items."""
    return BulletList(tuple(prose(LONG) for _ in range(count)))


def slide(*blocks: Block, splits: tuple[int, ...] = ()) -> Slide:
    """Return a slide that knows where it was written."""
    return Slide(replace(prose("Rubrik"), place=PLACE), blocks, splits)


def test_a_slide_that_is_too_full_is_told() -> None:
    """The problem says by how many points and at which line; every such slide is told at once."""
    full = slide(bullets(12))
    with pytest.raises(ProblemsFound) as found:
        presentation.lay_out(document(full, slide(bullets(1)), full), words())
    points = round(overflow(full, "sv"))
    assert points > 0
    assert [told(each) for each in found.value.problems] == [f"Bilden är {points} punkter för hög (svenska)."] * 2
    assert [each.place for each in found.value.problems] == [PLACE] * 2
    assert all(each.hint for each in found.value.problems)


def chart(bars: int) -> Chart:
    """Return a chart as it stands on a slide."""
    each = Bar(prose("Namn"), 1.0, prose("1"))
    return Chart(prose(), prose(), prose("Staplar."), None, (each,) * bars, prose("Källa: Byrån"))


def table(rows: int) -> Table:
    """Return a table of two columns."""
    return Table((prose("Vad"), prose("När")), ((prose("Prata"), prose("Nu")),) * rows)


def contacts(name: str) -> Contacts:
    """Return as many numbers as a slide shows."""
    return Contacts((ContactCard(prose(name), prose(), prose("112")),) * 5)


def hints(*slides: Slide) -> list[str]:
    """Return what the user is told to do about slides."""
    with pytest.raises(ProblemsFound) as found:
        presentation.lay_out(document(*slides), words())
    return [hint.text(NullTranslations()) for problem in found.value.problems if (hint := problem.hint)]


FITTING = [
    ("facts.toml", slide(chart(12)), slide(chart(6))),
    ("kontakternas namn", slide(contacts(LONG * 2)), slide(contacts("Ring"))),
    ("färre delar", replace(slide(table(30)), kind="agenda"), replace(slide(table(5)), kind="agenda")),
    ("rader i tabellen", slide(table(10)), slide(table(4))),
    ("rader i tabellen", slide(table(10)), slide(table(5), table(5), splits=(1,))),
    ("rader i tabellen", slide(bullets(1), table(10)), slide(bullets(1), table(5), table(5), splits=(1, 2))),
    ("---", slide(bullets(6), table(5)), slide(bullets(6), table(5), splits=(1,))),
    ("---", slide(bullets(12)), slide(bullets(6), bullets(6), splits=(1,))),
    ("Korta texten.", replace(slide(bullets(12)), kind="ask"), replace(slide(bullets(2)), kind="ask")),
]


@pytest.mark.parametrize(("hint", "full", "mended"), FITTING)
def test_the_hint_makes_a_slide_fit(hint: str, full: Slide, mended: Slide) -> None:
    """What is told about a slide that is too full helps against what fills it, and done as told the slide fits."""
    (told_to_do,) = hints(full)
    assert hint in told_to_do
    presentation.lay_out(document(*split(mended, "sv")), words())


def test_no_line_divides_what_is_no_slide_of_its_author() -> None:
    """A line of --- is proposed only where the material's Markdown takes one."""
    made = [full for hint, full, _ in FITTING if hint not in ("---", "rader i tabellen")]
    assert not any("---" in hint for hint in hints(*made))


@pytest.mark.parametrize(("tag", "most"), [("sv", 8), ("ti", 8), ("ar", 7)])
def test_an_agenda_is_on_few_slides_in_large_type(tag: str, most: int) -> None:
    """Its rows stand in order on slides about as long each, as many as are read from afar, in 24 points or more."""
    for count in range(1, 30):
        rows = tuple((prose(str(number)), prose("Ämne")) for number in range(count))
        parts = split(Slide(prose("I dag"), (Table((prose("Tid"), prose("Ämne")), rows),), kind="agenda"), tag)
        shown = [table.rows for part in parts for table in part.blocks if isinstance(table, Table)]
        assert [row for part in shown for row in part] == list(rows)
        assert max(map(len, shown)) <= most and len(shown) == -(-count // most)
        assert max(map(len, shown)) == -(-count // len(shown))
        for page in presentation.lay_out(document(*parts, language=Language(tag, tag, tag)), words()):
            lines = [each.item for each in page.items if isinstance(each.item, Line) and each.y < page.height - 54]
            assert min(run.style.size for line in lines for run in line.runs) >= 24


def test_a_table_in_a_module_stands_on_paper_only() -> None:
    """Numbers that are too many for a slide can be written as a table: the handout has it, the slides do not."""
    section = Section("m", prose("Modul"), prose("Kort"), time(18), 5, (table(2),), ())
    assert "Prata" in read_aloud(handout.arrange(document(section), words()))
    assert "Prata" not in read_aloud(presentation.arrange(document(section), words()))


def test_more_on_a_slide_is_higher() -> None:
    """Each line more makes a full slide as much higher as a line is."""
    heights = [overflow(slide(bullets(count)), "sv") for count in range(8, 12)]
    steps = [after - before for before, after in pairwise(heights)]
    assert steps == pytest.approx([steps[0]] * len(steps))
    assert steps[0] > 0


def test_a_slide_that_fits_is_not_split() -> None:
    """Where there is room, what may be split stays on one slide."""
    small = slide(Paragraph(prose("Ett")), Paragraph(prose("Två")), splits=(1,))
    assert split(small, "sv") == [small]


def test_a_slide_is_split_where_it_may_be() -> None:
    """A slide that is too full is split before the blocks that its author named, all under its title."""
    full = slide(bullets(6), bullets(6), bullets(6), splits=(1, 2))
    parts = split(full, "sv")
    assert [part.blocks for part in parts] == [(block,) for block in full.blocks]
    assert all((part.title, part.kind, part.splits) == (full.title, full.kind, ()) for part in parts)


def test_a_slide_without_a_place_to_split_stays_whole() -> None:
    """Nobody's sentence is torn apart by the program."""
    full = slide(bullets(12))
    assert split(full, "sv") == [full]


def letter(paragraphs: int) -> Document:
    """Return a letter of long paragraphs."""
    blocks = tuple(Paragraph(prose(" ".join([LONG] * 3))) for _ in range(paragraphs))
    return document(Section("letter", replace(prose("Brev"), place=PLACE), prose("Kort"), None, 0, blocks, ()))


def test_a_letter_is_one_page() -> None:
    """A letter that is too long for a page is set smaller before it is a problem."""
    for paragraphs in range(1, 40):
        arranged = mailout.arrange(letter(paragraphs), words())
        if len(lay_out_sheet(arranged, words(), numbers=False)) > 1:
            assert len(mailout.lay_out(arranged, words())) == 1
            return
    raise AssertionError("no letter was too long")


def test_a_letter_that_is_too_long_is_told() -> None:
    """A letter that does not fit a page at all is told, with its language and where it was written."""
    with pytest.raises(ProblemsFound) as found:
        mailout.lay_out(mailout.arrange(letter(40), words()), words())
    assert [told(each) for each in found.value.problems] == ["Brevet på svenska får inte plats på en sida."]
    assert [each.place for each in found.value.problems] == [PLACE]


def test_what_is_higher_than_a_page_is_told() -> None:
    """A callout in one piece that no sheet holds is a problem with its place; nothing runs off a page unseen."""
    item = replace(prose(LONG), place=PLACE)
    tall = Callout("remember", (BulletList((item,) * 60),), label=prose("Kom ihåg"))
    top = Masthead(prose("T"), prose(), prose("M"), prose())
    with pytest.raises(ProblemsFound) as found:
        lay_out_sheet(document(top, tall), words())
    (problem,) = found.value.problems
    assert told(problem).endswith("punkter högre än en sida (svenska).")
    assert problem.place == PLACE


def test_the_foot_says_all_of_the_state() -> None:
    """However much there is to say of a translation, the foot says it to the end, and above the page's edge."""
    said = (
        "Delar saknas och står på svenska. Delar är äldre än den svenska texten. Ett utkast som ingen har granskat. "
        * 2
    )
    top = Masthead(prose("T"), prose(), prose("M"), prose())
    page = lay_out_sheet(document(top, Paragraph(prose("Text"))), replace(words(), trust=prose(said.strip())))[0]
    lines = [each for each in page.items if isinstance(each.item, Line) and each.y > page.height * 0.93]
    painted = "".join(text for each in lines for run in each.item.runs for text in run.texts)
    assert said.strip().replace(" ", "") in painted.replace(" ", "")
    assert max(each.y for each in lines) < page.height - 6
