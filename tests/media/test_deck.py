"""Slides: as many as the minutes hold, danger never left out, every word said, a question beside what it asks about."""

from dataclasses import replace
from datetime import time
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Figure, Heading, List, Paragraph, Table
from foraldraskolan.document.meaning import (
    WELCOME,
    Block,
    Callout,
    Chart,
    ContactCard,
    Contacts,
    Picture,
    Section,
    Slide,
)
from foraldraskolan.document.walk import plain
from foraldraskolan.media.deck import Cue, deck, title_of
from tests.support.orders import content, edition, plan
from tests.support.samples import BLOCKS, PUPIL, document, phone, prose, words

NAMES = [f"Bild {number}" for number in range(5)]
ASK, SAY = Callout("ask", (Paragraph(prose("Vad?")),), minutes=1), Callout("say", (Paragraph(prose("Hej.")),))
HEADING = Heading(2, prose("Rubrik"))


def slide(title: str, kind: str = "points") -> Slide:
    """Return a slide with this title."""
    return Slide(prose(title), (List("bullet", (prose("En punkt"),)),), (), "act" if kind == "act" else "points")


def section(minutes: int, *blocks: Block) -> Section:
    """Return a module that takes so many minutes of the meeting."""
    return Section("m", prose("Modul"), prose("Kort"), time(18), minutes, blocks, ())


SLIDES = st.builds(slide, st.sampled_from(NAMES), st.sampled_from(["points", "act"]))
BODIES = st.lists(SLIDES | st.sampled_from([ASK, SAY, HEADING]), max_size=12).map(tuple)
MODULES = st.lists(st.builds(lambda minutes, body: section(minutes, *body), st.integers(1, 8), BODIES), max_size=3)


def cues(*sections: Section, interpreted: bool | tuple[str, ...] = False) -> list[Cue]:
    """Return the cues of modules, without what comes before and after them."""
    made = document(*sections)
    return deck(replace(made, meeting=replace(made.meeting, interpreted=interpreted)), words())[2:-2]


def titles(made: list[Cue]) -> list[str]:
    """Return the titles of slides."""
    return [plain(title_of(each.slide).inlines) for each in made]


INTERPRETED: st.SearchStrategy[bool | tuple[str, ...]] = st.sampled_from([False, True, ("ar", "so")])


@given(MODULES, INTERPRETED)
def test_a_module_has_no_more_slides_than_minutes(modules: list[Section], interpreted: bool | tuple[str, ...]) -> None:
    """One slide a minute is the most, one for every two or three with interpreters; each module has one at least."""
    turns = 3 if isinstance(interpreted, tuple) else 1 + interpreted
    most = [max(each.minutes // turns, 1) for each in modules]
    assert len(modules) <= len(cues(*modules, interpreted=interpreted)) <= sum(most)


@given(MODULES, INTERPRETED)
def test_whatever_is_left_out_every_word_is_said(modules: list[Section], interpreted: bool | tuple[str, ...]) -> None:
    """What is said and asked of a module is in the notes, all of it and in its order, however few slides there are."""
    said = [each for module in modules for each in module.blocks if isinstance(each, Callout)]
    notes = chain.from_iterable(each.notes for each in cues(*modules, interpreted=interpreted))
    assert [note.look for note in notes if isinstance(note, Box)] == [each.kind for each in said]


@given(MODULES)
def test_a_title_stands_once(modules: list[Section]) -> None:
    """A slide is not shown under a title that has been shown."""
    named = [each for each in titles(cues(*modules)) if each in NAMES]
    assert len(named) == len(set(named))


@given(st.lists(SLIDES, min_size=1, max_size=8, unique_by=lambda each: each.title), st.integers(1, 8))
def test_danger_is_left_out_last(slides: list[Slide], minutes: int) -> None:
    """Slides about danger are shown before all others; of the others, the first; all in their order."""
    shown = titles(cues(section(minutes, *slides)))
    ranked = sorted(slides, key=lambda each: each.kind != "act")[:minutes]
    assert shown == [plain(each.title.inlines) for each in slides if each in ranked]


def test_a_question_stands_on_the_slide_that_it_asks_about() -> None:
    """It stands last on the slide before it; after a heading, or another question, it is a slide of its own."""
    made = cues(section(9, slide("Ett"), SAY, ASK, ASK, HEADING, ASK, slide("Två")))
    assert [each.slide.look for each in made] == ["points slide", "ask slide", "ask slide", "points slide"]
    asked = made[0].slide.blocks[-1]
    assert isinstance(asked, Box) and asked.look == "ask"
    assert not any(isinstance(block, Box) and block.look == "ask" for block in made[-1].slide.blocks)


def test_a_module_opens_with_its_title_on_its_first_slide() -> None:
    """The first slide has its module's title above its own, unless that is the same; no other has it."""
    first, second = cues(section(5, slide("Ett"), slide("Två")))
    assert first.slide.blocks[0] == Paragraph(prose("Modul"), "section")
    assert second.slide.blocks[0] == Heading(2, prose("Två"))
    (own,) = cues(section(5, slide("Modul")))
    assert own.slide.blocks[0] == Heading(2, prose("Modul"))
    (bare,) = cues(section(5, SAY))
    assert bare.slide.look == "section slide" and titles([bare]) == ["Modul"]


def opened(*blocks: Block, turns: int = 1) -> list[Cue]:
    """Return the cues of a meeting that begins with a welcome of three minutes, in turns."""
    welcome = replace(section(3 * turns, *blocks), title=prose("Välkommen"), priority=WELCOME)
    rest = replace(section(5 * turns, slide("Ett")), start=time(18, 3 * turns))
    return deck(document(welcome, rest), words())


@given(st.lists(st.sampled_from([ASK, SAY]), min_size=1, max_size=6))
def test_the_title_stands_while_all_are_welcomed(blocks: list[Block]) -> None:
    """All but the last is said to the title, the last leads to the agenda; what is said alone is said to the title."""
    title, listed, *_ = opened(*blocks)
    assert [note.look for note in title.notes + listed.notes if isinstance(note, Box)] == [
        each.kind for each in blocks if isinstance(each, Callout)
    ]
    assert len(listed.notes) == (1 if len(blocks) > 1 else 0)
    assert title.part == listed.part and title.part is not None and title.part.welcomes


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_the_first_slides_come_one_after_the_other(turns: int) -> None:
    """The title comes when the meeting begins, the agenda when that is led to, the first module after the welcome."""
    starts = [cue.start for cue in opened(SAY, SAY, SAY, turns=turns)[:3]]
    assert starts == [time(18), time(18, 2 * turns), time(18, 3 * turns)]


def test_the_agenda_lists_what_comes() -> None:
    """What all are welcomed with is over; the modules and the questions have their times."""
    _, listed, *_ = opened(SAY)
    (table,) = (block for block in listed.slide.blocks if isinstance(block, Table))
    rows = [[plain(cell.inlines) for cell in row] for row in table.rows]
    assert rows == [["18.03", "Modul"], ["18.08", "Era frågor"]]


def test_every_slide_of_a_module_runs_its_title_along_the_foot() -> None:
    """Its title and the drawing of its verb are told on none of them, and painted on each."""
    verb = Picture(prose("Se"), prose("Ett öga."), PUPIL)
    made = cues(replace(section(5, slide("Ett"), ASK, ASK), sign=verb))
    assert [each.slide.runner.title for each in made if each.slide.runner] == [prose("Modul")] * 2
    assert [each.slide.runner.drawing for each in made if each.slide.runner] == [PUPIL] * 2


def test_whose_numbers_come_first() -> None:
    """What is urgent comes first, then the plan's own people, then all others in their order, six in all."""
    day = document().meeting.date
    names = ["Larm", "Egen", *(f"Linje {number}" for number in range(6))]
    made = [
        ContactCard(
            prose(name), prose(), prose(phone("112")), urgent=name == "Larm", checked=None if name == "Egen" else day
        )
        for name in names
    ]
    whole = section(5, Contacts((*made[2:], *made[:2])))
    shown = deck(document(whole), words())[-2].slide
    cards = [card for box in shown.blocks if isinstance(box, Box) for card in box.blocks if isinstance(card, Box)]
    assert [plain(card.blocks[0].text.inlines) for card in cards if isinstance(card.blocks[0], Paragraph)] == names[:6]


@pytest.mark.parametrize(
    ("name", "shown"), [("Nödnumret 112", "Nödnumret"), ("112", "112"), ("Linje 1112", "Linje 1112")]
)
def test_a_number_stands_once_in_its_row(name: str, shown: str) -> None:
    """A name that ends with the number beside it is shown without it."""
    card = ContactCard(prose(name), prose(), prose(phone("112")))
    (row,) = (
        box for box in deck(document(section(5, Contacts((card,)))), words())[-2].slide.blocks if isinstance(box, Box)
    )
    (told,) = (block for block in row.blocks if isinstance(block, Box))
    assert isinstance(told.blocks[0], Paragraph) and plain(told.blocks[0].text.inlines) == shown


@pytest.mark.parametrize("tag", plan("example").families)
def test_the_example_shows_rather_than_tells(tag: str) -> None:
    """Sixty interpreted minutes have at most twenty pages, and more than half of the slides have something drawn."""
    made = edition("presentation", plan("example"), tag, content("example"))
    drawn = [slide for slide in made.form.blocks if isinstance(slide, Box) and any(map(is_drawn, slide.blocks))]
    assert len(made.pages) <= 20
    assert 2 * len(drawn) > len(made.form.blocks)


def is_drawn(block: object) -> bool:
    """Return whether a block is a figure."""
    return isinstance(block, Figure)


def test_a_chart_without_a_short_title_is_on_paper_only() -> None:
    """The chart of a handout need not be on a slide: a number of it may be."""
    chart = BLOCKS["chart"]
    assert isinstance(chart, Chart)
    assert titles(cues(section(5, chart, slide("Ett")))) == [plain(chart.short.inlines), "Ett"]
    assert titles(cues(section(5, replace(chart, short=prose()), slide("Ett")))) == ["Ett"]
