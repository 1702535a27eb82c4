"""What a speaker who stands has before him: the clock where it has gone on, words beside their slide, room to write."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Figure, Form, Heading, Miniatures, Paragraph
from foraldraskolan.document.meaning import WELCOME, Block, Callout, CalloutKind, Document, Question, Section, Slide
from foraldraskolan.document.walk import Address, below, descend, plain, top
from foraldraskolan.layout.page import Miniature, Page, Rect
from foraldraskolan.layout.speaker_notes import lay_out_speaker_notes
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.orders import order_of
from foraldraskolan.media import notes, presentation
from foraldraskolan.media.medium import Shown
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import content, plan
from tests.support.samples import document, prose, words

WORDS = "Det är bra att fråga hur det är. "
MINUTES = st.integers(1, 15)


def spoken(count: int) -> Callout:
    """Return this many sentences to say."""
    return Callout("say", (Paragraph(prose(WORDS * count)),))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(spoken, st.integers(1, 30)),
    st.builds(
        lambda kind, minutes: Callout(kind, (Paragraph(prose("Vad tänker du?")),), minutes=minutes),
        st.sampled_from(["ask", "own"]),
        st.integers(1, 3),
    ),
    st.just(Question(prose("Får jag fråga?"), (Paragraph(prose(WORDS)),))),
    st.builds(
        lambda number: Slide(prose(f"Tanken {number} är viktig"), (Paragraph(prose("Så är det")),)), st.integers()
    ),
)
PARTS = st.lists(st.tuples(MINUTES, st.lists(BLOCKS, max_size=6)), min_size=1, max_size=5)


def meeting(parts: list[tuple[int, list[Block]]]) -> Document:
    """Return a meeting of modules one after the other, of so many minutes each."""
    made = document()
    start = datetime.combine(date.min, made.meeting.start)
    sections: list[Section] = []
    for number, (minutes, blocks) in enumerate(parts):
        title = prose(f"Del {number}")
        sections.append(Section(str(number), title, prose("Om den"), start.time(), minutes, tuple(blocks), ()))
        start += timedelta(minutes=minutes)
    return document(*sections)


def arranged(made: Document) -> tuple[Form, list[Page]]:
    """Return the notes of a meeting, and its slides: an empty page for each."""
    slides = presentation.arrange(made, words()).blocks
    pages = [Page(960, 540, block=number) for number in range(len(slides))]
    return notes.arrange(made, words(), Shown(slides, pages)), pages


def begins(pages: Sequence[Page], at: Address) -> int:
    """Return the page on which what is at an address begins."""
    marks = ((number, mark) for number, page in enumerate(pages) for each in page.items for mark in each.marks)
    return next(number for number, (address, _) in marks if address[: len(at)] == at)


def boxes(form: Form, look: str) -> list[Box]:
    """Return the boxes of a look, in order."""
    return [block for block in form.blocks if isinstance(block, Box) and block.look == look]


def clocks(form: Form) -> list[str]:
    """Return what stands at the clocks of slides."""
    inside = [block for box in boxes(form, "speaker note") for block in box.blocks]
    return [plain(each.text.inlines) for each in inside if isinstance(each, Paragraph) and each.role == "clock"]


@given(PARTS)
def test_the_clock_stands_where_it_has_gone_on(parts: list[tuple[int, list[Block]]]) -> None:
    """The first slide has it, with all of the meeting left; then it never says the same twice nor goes back."""
    form, _ = arranged(meeting(parts))
    said = clocks(form)
    assert said[0] == "18.00: 45 min kvar"
    moments = [time.fromisoformat(text.partition(":")[0].replace(".", ":")) for text in said]
    assert moments == sorted(set(moments))
    gone = [moment.hour * 60 + moment.minute - 18 * 60 for moment in moments]
    assert said == [f"{moment:%H.%M}: {45 - minutes} min kvar" for moment, minutes in zip(moments, gone, strict=True)]


@given(PARTS)
def test_a_module_begins_with_its_length(parts: list[tuple[int, list[Block]]]) -> None:
    """Each has its title, when it begins and ends, and a line for who speaks, before its first slide."""
    form, _ = arranged(meeting(parts))
    begin = datetime.combine(date.min, time(18))
    wanted = []
    for number, (minutes, _) in enumerate(parts):
        end = begin + timedelta(minutes=minutes)
        wanted.append([f"Del {number}", f"{begin:%H.%M}–{end:%H.%M}, {minutes} minuter", "Den som talar"])
        begin = end
    told = [
        [plain(block.text.inlines) for block in box.blocks if not isinstance(block, Box)] for box in boxes(form, "part")
    ]
    assert told == wanted


@pytest.mark.parametrize(("interpreted", "turns"), [(True, 2), (("ar",), 2), (("ar", "so"), 3)])
def test_the_time_of_interpreters_is_told(interpreted: bool | tuple[str, ...], turns: int) -> None:
    """The top says how often everything is said and how long all of it takes, each module how long it does."""
    made = meeting([(4 * turns, [spoken(2)]), (6 * turns, [spoken(2)])])
    form, _ = arranged(replace(made, meeting=replace(made.meeting, interpreted=interpreted)))
    (told,) = boxes(form, "remember")
    assert [plain(each.text.inlines) for each in told.blocks if isinstance(each, Paragraph)][1:] == [
        f"Mötet tolkas, så alla hör allt {turns} gånger. Gör en paus efter varje tanke.",
        f"Delarna tar {10 * turns} minuter med tolkning, 10 utan.",
    ]
    times = [box.blocks[1].text for box in boxes(form, "part") if isinstance(box.blocks[1], Paragraph)]
    assert [plain(each.inlines).partition(", ")[2] for each in times] == [
        f"{alone * turns} minuter med tolkning, {alone} utan" for alone in (4, 6)
    ]


def test_the_welcome_is_a_part_of_its_own() -> None:
    """It stands before the title, with its minutes, and both the title and the agenda are below it."""
    made = meeting([(3, [spoken(2), spoken(1)]), (5, [spoken(2)])])
    first, *rest = [block for block in made.blocks if isinstance(block, Section)]
    form, _ = arranged(document(replace(first, priority=WELCOME), *rest))
    looks = [block.look for block in form.blocks if isinstance(block, Box)][1:]
    assert looks[:5] == ["part", "speaker note", "speaker note", "part", "speaker note"]
    assert clocks(form)[:3] == ["18.00: 45 min kvar", "18.02: 43 min kvar", "18.03: 42 min kvar"]


@settings(max_examples=30)
@given(PARTS)
def test_nothing_is_parted_that_belongs_together(parts: list[tuple[int, list[Block]]]) -> None:
    """No page ends between a slide and the first of what is said to it, or between a module's title and its slide."""
    form, slides = arranged(meeting(parts))
    first = partial(begins, lay_out_speaker_notes(form, slides))
    blocks = [each for each in top(form) if isinstance(each[1], Box)]
    for (at, box), (there, _) in pairwise(blocks):
        if box.look == "part":
            assert first(at) == first(there)
    for at, box in blocks:
        if box.look == "speaker note":
            inside = list(below(box, at))
            head = next(index for index, (_, block) in enumerate(inside) if isinstance(block, Heading))
            (there,) = {first(here) for here, _ in inside[: head + 1]}
            assert not inside[head + 1 :] or there in {first(here) for here, _ in inside[head + 1 :]}


def test_an_answer_is_on_the_page_of_its_question() -> None:
    """However much is said before, no page ends between what parents ask and its answer, or below their heading."""
    ends: set[int] = set()
    for count in range(12, 36):
        asked = [Question(prose(f"Får jag {number}?"), (Paragraph(prose(WORDS)),)) for number in range(4)]
        form, slides = arranged(meeting([(5, [spoken(count), *asked])]))
        first = partial(begins, lay_out_speaker_notes(form, slides))
        (inside,) = (
            below(block, at) for at, block in top(form) if isinstance(block, Box) and block.look == "questions"
        )
        for (here, block), (there, _) in pairwise(inside):
            parted = first(here) != first(there)
            assert not parted or (isinstance(block, Paragraph) and block.role == "body")
            ends |= {count} if parted else set()
    assert ends  # between two questions a page may end


@pytest.mark.parametrize("kind", ["ask", "own"])
def test_a_question_has_three_lines_to_write_on(kind: CalloutKind) -> None:
    """Below each question, or slot of the speaker's own, there is room for three answers, as wide as the words."""
    asked = Callout(kind, (Paragraph(prose("Vad tänker du?")),), minutes=1)
    form, slides = arranged(meeting([(5, [spoken(2), asked])]))
    (page, *_) = lay_out_speaker_notes(form, slides)
    rules = [
        each for each in page.items if isinstance(each.item, Rect) and each.item.height < 1 and not each.item.stroke
    ]
    ys = sorted(each.y for each in rules)
    assert sum(abs(low - high - 24) < 0.1 for low, high in zip(ys[1:], ys, strict=False)) == 2


def test_a_slide_that_nothing_is_said_to_is_low() -> None:
    """It takes a line of 12 mm; any other is 60 mm wide."""
    form, slides = arranged(meeting([(5, [Slide(prose("Så är det"), ()), spoken(20)])]))
    pages = lay_out_speaker_notes(form, slides)
    small = [each.item for page in pages for each in page.items if isinstance(each.item, Miniature)]
    wide = [round(each.width * 25.4 / 72, 1) for each in small]
    assert 60 in wide
    assert {round(each.height * 25.4 / 72, 1) for each in small if round(each.width * 25.4 / 72) != 60} == {12}
    assert any(isinstance(each.item, Line) for each in pages[0].items)


@pytest.mark.parametrize(("slides", "talk"), [("ar", "sv"), ("sv", "ar"), ("so", "en")])
def test_slides_and_talk_may_be_in_two_languages(slides: str, talk: str) -> None:
    """The talk is in its language, and so is what stands in for each small slide, which is in the slides'."""
    chosen = replace(plan("example"), presentation=slides, notes=talk)
    editions = Editions(chosen, content("example"))
    found, shown = editions.of(order_of("notes", talk)), editions.of(order_of("presentation", slides))
    assert found.form.language.tag == talk
    assert found.shown.pages == shown.pages
    small = {id(each.item.page) for page in found.pages for each in page.items if isinstance(each.item, Miniature)}
    assert small <= {id(page) for page in shown.pages}
    assert len(small) > 10
    nodes = [node for block in found.form.blocks for _, node in descend(block)]
    stand_in = [node.alt for node in nodes if isinstance(node, Figure) and isinstance(node.art, Miniatures)]
    said = {plain(node.text.inlines) for node in nodes if isinstance(node, Heading)}
    assert len(stand_in) > 10
    assert all(each.language == talk and plain(each.inlines) in said for each in stand_in)
