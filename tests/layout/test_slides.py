"""What each kind of slide promises to whoever sits in the last row, or sees a photo of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Dots, Figure, FormBlock, Heading, List, Paragraph, Runner
from foraldraskolan.language import Language
from foraldraskolan.layout.colours import INK, WHITE
from foraldraskolan.layout.page import Dot, Page, Placed, Rect, Sketch
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.layout.slides.slide import HEIGHT, LOWEST, MARGIN, ROOM, WIDTH
from foraldraskolan.typeset.glyphs import ARTIFACT, Line
from tests.support.samples import ARABIC, FORMS, PUPIL, SWEDISH, form, in_language, phone, prose

BOTH = pytest.mark.parametrize("language", [SWEDISH, ARABIC], ids=lambda each: each.tag)
TITLE = Heading(2, prose("Ett tecken räcker inte"))
DRAWING = Figure(PUPIL, prose("Ett öga."), prose("Öga"))
ASK = Box("ask", (Paragraph(prose("Fråga"), "label"), Paragraph(prose("Vad märker du?"))))
WORDS = st.lists(
    st.sampled_from(["ring", "ungdomen", "narkotikaförebyggande", "är", "waxbarashada"]), min_size=1, max_size=12
)
TEXTS = WORDS.map(lambda each: prose(" ".join(each)))


def pages_of(*boxes: Box, language: Language = SWEDISH) -> list[Page]:
    """Return the pages of slides."""
    return lay_out_slides(form(*(in_language(each, language.tag) for each in boxes), language=language))


def points(count: int, *more: FormBlock) -> Box:
    """Return a slide of so many points."""
    return Box("points slide", (TITLE, List("bullet", (prose("Prata lite och ofta"),) * count), *more))


def lines(page: Page) -> list[Placed]:
    """Return what of a page is text with a meaning."""
    return [each for each in page.items if isinstance(each.item, Line) and each.marks[0] != ARTIFACT]


def size(placed: Placed) -> float:
    """Return the largest type of a line."""
    return max(run.style.size for run in placed.item.runs) if isinstance(placed.item, Line) else 0.0


def said(page: Page) -> str:
    """Return the words of a page in the order in which they are painted."""
    return " ".join(
        "".join(text for run in each.item.runs for text in run.texts)
        for each in page.items
        if isinstance(each.item, Line)
    )


@BOTH
@pytest.mark.parametrize("count", range(1, 4))
@pytest.mark.parametrize("more", [(), (DRAWING,), (ASK,), (DRAWING, ASK)], ids=len)
def test_what_matters_is_seen_above_heads(count: int, more: tuple[FormBlock, ...], language: Language) -> None:
    """Up to three points, a drawing, a question: all stand on one page, no word below 440, in 24 points or more."""
    (page,) = pages_of(points(count, *more), language=language)
    assert max(each.y for each in lines(page)) <= 440
    assert min(map(size, lines(page))) >= 24
    sketches = [each for each in page.items if isinstance(each.item, Sketch)]
    assert all(each.y + each.item.height <= 440 for each in sketches)


@settings(max_examples=40)
@given(st.integers(0, 100), st.sampled_from([SWEDISH, ARABIC]))
def test_so_many_dots_are_filled(number: int, language: Language) -> None:
    """Of a hundred dots as many are filled as the figure says, from where the language begins; it is one figure."""
    (page,) = pages_of(Box("number slide", (TITLE, Figure(Dots(number), prose("{number} av 100")))), language=language)
    dots = [each for each in page.items if isinstance(each.item, Dot)]
    assert len(dots) == 100 and {each.mark for each in dots} == {((0, 1), "figure")}
    forward = sorted(dots, key=lambda each: (round(each.y), each.x if language is SWEDISH else -each.x))
    assert [each.item.fill != WHITE for each in forward if isinstance(each.item, Dot)] == [
        index < number for index in range(100)
    ]
    assert all(isinstance(each.item, Dot) and each.item.stroke for each in dots)


@settings(max_examples=40)
@given(TEXTS, st.sampled_from([SWEDISH, ARABIC]))
def test_no_photo_shows_a_false_claim_as_true(text: object, language: Language) -> None:
    """Every line of a false claim is struck through from end to end, its verdict is white on black beside it."""
    claim = Box("false claim", (Paragraph(prose("Falskt"), "label"), Paragraph(text, "lead")))  # type: ignore[arg-type]
    (page,) = pages_of(Box("myth slide", (TITLE, claim)), language=language)
    claims = [each for each in lines(page) if each.marks[0][0][:3] == (0, 1, 1)]
    rules = [each for each in page.items if isinstance(each.item, Rect) and each.item.height < 5]
    assert claims
    for line in claims:
        struck = [
            rule
            for rule in rules
            if line.y - size(line) < rule.y < line.y
            and rule.x <= line.x
            and rule.x + rule.item.width >= line.x + line.item.width
        ]
        assert len(struck) == 1
        assert isinstance(struck[0].item, Rect) and struck[0].item.fill == INK
    (verdict,) = [each for each in lines(page) if each.marks[0][0][:3] == (0, 1, 0)]
    assert {run.style.colour for run in verdict.item.runs} == {WHITE}  # type: ignore[union-attr]
    assert any(holds(each, verdict) for each in page.items if isinstance(each.item, Rect) and each.item.fill == INK)


def holds(ground: Placed, line: Placed) -> bool:
    """Return whether a line lies on a rectangle."""
    wide = ground.x <= line.x and line.x + line.item.width <= ground.x + ground.item.width
    return wide and ground.y <= line.y - size(line) * 0.7 and line.y <= ground.y + ground.item.height


def test_a_true_claim_is_not_struck() -> None:
    """What is true has its verdict in a frame, dark on light, and no rule through it."""
    claim = Box("true claim", (Paragraph(prose("Sant"), "label"), Paragraph(prose("Det är så"), "lead")))
    (page,) = pages_of(Box("myth slide", (TITLE, claim)))
    assert not [each for each in page.items if isinstance(each.item, Rect) and each.item.height < 5]
    assert not [each for each in page.items if isinstance(each.item, Rect) and each.item.fill == INK]


CALLS = [
    prose("Ring ", phone("112"), " direkt om ungdomen"),
    prose(phone("112"), " ringer du om ungdomen"),
    prose("Ring ", phone("010-456 67 00")),
    prose("Sniffning eller GHB och annat som är långt: ring ", phone("112"), " direkt och genast om ungdomen"),
]


@BOTH
@pytest.mark.parametrize("title", CALLS, ids=str)
def test_the_number_to_call_is_the_largest(title: object, language: Language) -> None:
    """It is the title's own, set in one line over its column, at least four times as large as the rest of it."""
    reasons = List("bullet", (prose("är svår att få kontakt med"),) * 4)
    box = Box("call slide", (Heading(2, title), reasons, Paragraph(prose("Osäker? Ring ändå.")), DRAWING))  # type: ignore[arg-type]
    (page,) = pages_of(box, language=language)
    number, *others = sorted(lines(page), key=size, reverse=True)
    assert number.marks[0][0][:3] == (0, 0, 0) and len(number.item.runs) == 1  # type: ignore[union-attr]
    assert number.item.width == pytest.approx(400, abs=1) or size(number) >= 140
    assert size(number) >= 1.3 * max(map(size, others))
    heard = [each for each in lines(page) if each.marks[0][0][:2] == (0, 0)]
    assert [each.y for each in heard] == sorted(each.y for each in heard)
    assert max(each.y for each in lines(page)) < LOWEST


@BOTH
def test_numbers_are_read_from_the_back_row(language: Language) -> None:
    """Each number stands in 54 points on one line at the end of its row, whatever its name needs."""
    names = ["Bris", "Sjukvårdsrådgivningen på somaliska och andra språk som talas här"]
    cards = tuple(
        Box("card", (Paragraph(prose(name), "name"), Paragraph(prose(phone("08-123 130 90")), "phone")))
        for name in (*names, *names)
    )
    halves = tuple(Box("contacts", cards[at : at + 2]) for at in (0, 2))
    for page in pages_of(Box("phone slide", (TITLE, *halves), (2,)), language=language):
        numbers = [each for each in lines(page) if size(each) == 54]
        assert len(numbers) in (2, 4)
        edge = WIDTH - MARGIN if language is SWEDISH else MARGIN
        ends = [each.x + each.item.width if language is SWEDISH else each.x for each in numbers]
        assert ends == pytest.approx([edge] * len(ends))
        assert min(size(each) for each in lines(page)) >= 24


@given(st.integers(1, 3), st.integers(1, 3))
def test_up_to_three_drawings_are_one_row(count: int, times: int) -> None:
    """They are alike in size, at least 100 points wide, inside the margins, each above its word."""
    word = prose(" ".join(["Mycket liten pupill"] * times))
    figures = (replace(DRAWING, word=word),) * count
    (page,) = pages_of(Box("picture slide", (TITLE, *figures)))
    sketches = [each for each in page.items if isinstance(each.item, Sketch)]
    assert len(sketches) == count
    assert len({(each.y, each.item.width) for each in sketches}) == 1
    assert sketches[0].item.width >= 100
    for each in sketches:
        assert each.x >= MARGIN and each.x + each.item.width <= MARGIN + ROOM
    words = [each for each in lines(page) if each.marks[0][0][1] > 0]
    assert min(each.y - size(each) * 0.7 for each in words) > sketches[0].y + sketches[0].item.height


def test_a_question_that_has_no_room_has_the_next_page() -> None:
    """There it is large, and what it asks about is shown again and told once; danger is never asked about beside it."""
    long = Box("ask", (Paragraph(prose("Fråga"), "label"), Paragraph(prose("Vad märker du? " * 10))))
    call = Box("call slide", (Heading(2, CALLS[0]), FORMS["bullets"], DRAWING, ASK))
    for box, drawn in ((points(5, DRAWING, long), 2), (call, 1)):
        first, second = pages_of(box)
        assert (first.block, second.block) == (0, 0)
        assert "Vad" not in said(first) and "Vad" in said(second)
        sketches = [each for page in (first, second) for each in page.items if isinstance(each.item, Sketch)]
        assert [each.mark == ARTIFACT for each in sketches] == [False, True][:drawn]


@BOTH
def test_the_foot_has_number_module_and_drawing(language: Language) -> None:
    """At the end edge stand the number and the module's title, its drawing before them, none of it told."""
    runner = Runner(prose("Tecken", tag=language.tag), PUPIL)
    (page,) = pages_of(replace(points(1), runner=runner), language=language)
    foot = [each for each in page.items if each.y > LOWEST and not isinstance(each.item, Rect)]
    assert all(mark == ARTIFACT for each in foot for mark in each.marks)
    order = sorted(foot, key=lambda each: each.x if language is SWEDISH else -each.x)
    assert [type(each.item) for each in order] == [Sketch, Line, Line]
    assert all(each.y + (0 if isinstance(each.item, Line) else each.item.height) < HEIGHT for each in foot)
