"""A module keeps its minutes: what is said fills them, what is printed is read in as many."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.meaning import Block, Callout, Contacts, Mail
from foraldraskolan.editor.minutes import long_reading, unfilled_minutes
from foraldraskolan.material.module import Module
from foraldraskolan.problems import Place
from tests.support import styles
from tests.support.samples import BLOCKS, prose, told

STYLE = replace(styles.STYLE, spoken_words=100, spoken_from=80, spoken_to=110)
ASK = Callout("ask", (Paragraph(prose("Vad tänker du?")),), minutes=1)


def module(minutes: int, *blocks: Block) -> Module:
    """Return a module of so many minutes."""
    place = Place(Path("page.md"))
    return Module("page", prose("Sida"), prose("Kort"), ("parents",), date.min, 12, (), blocks, place, minutes, 1)


def text(count: int) -> Paragraph:
    """Return a paragraph of so many words."""
    return Paragraph(prose("ord " * count))


def said(count: int) -> tuple[Block, ...]:
    """Return so many words to say, in two boxes."""
    return Callout("say", (text(count // 2),)), Callout("say", (text(count - count // 2),))


@given(st.integers(1, 12), st.integers(0, 3))
def test_what_is_said_fills_what_questions_leave(minutes: int, asked: int) -> None:
    """A word less than 80 per cent of those minutes is too little, a word more than 110 per cent too much."""
    left = minutes - asked
    if left <= 0:
        return
    for count, fits in ((80 * left, True), (110 * left, True), (80 * left - 1, False), (110 * left + 1, False)):
        found = list(unfilled_minutes(module(minutes, *said(count), *[ASK] * asked), STYLE))
        assert (found == []) == fits


def test_a_problem_says_what_it_measured() -> None:
    """It tells how many words there are, and how many should be, on how many of the minutes."""
    (problem,) = unfilled_minutes(module(5, *said(90), ASK, text(400)), STYLE)
    assert told(problem) == "Det som sägs har 90 ord; på 4 av 5 minuter ryms 320 till 440."


@given(st.integers(1, 12))
def test_what_is_printed_is_read_in_the_minutes(minutes: int) -> None:
    """A word more than 130 a minute is too much; what stands on no paper, or is looked up there, does not count."""
    silent = [*said(500), ASK, Mail((text(500),)), BLOCKS["contacts"]]
    assert isinstance(silent[-1], Contacts)
    assert list(long_reading(module(minutes, text(130 * minutes), *silent), STYLE)) == []
    (problem,) = long_reading(module(minutes, text(130 * minutes + 1)), STYLE)
    assert told(problem).startswith(f"Det som står på papper har {130 * minutes + 1} ord;")


def test_questions_have_no_more_minutes_than_there_are() -> None:
    """Where the room has all the minutes nothing is said in them; it cannot have more."""
    assert list(unfilled_minutes(module(2, ASK, ASK), STYLE)) == []
    (problem,) = unfilled_minutes(module(1, ASK, ASK), STYLE)
    assert told(problem) == "Frågor och eget tar 2 minuter, men modulen har 1."


@given(st.integers(1, 6))
def test_what_is_said_of_interpreters_has_room(minutes: int) -> None:
    """The minutes are filled without it, and with it they are not too full: both are measured."""

    def fits(count: int, of_them: int) -> bool:
        of_interpreters = Callout("say", (text(of_them),), interpreters=True)
        return not list(unfilled_minutes(module(minutes, *said(count), of_interpreters), STYLE))

    low, high = 80 * minutes, 110 * minutes
    assert fits(low, high - low) and fits(high - 1, 1)
    assert not fits(low - 1, 1) and not fits(low, high - low + 1)
