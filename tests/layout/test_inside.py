"""Nothing off the paper: whatever is set lies inside its column and its page, or the work stops and says where."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import (
    Box,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Look,
    Miniatures,
    Paragraph,
    SlideLook,
    Table,
    Window,
)
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import rewrite
from foraldraskolan.language import Language
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.grid import HANDOUT
from foraldraskolan.layout.inside import is_too_wide, off_page
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.layout.page import Page, Placed, Rect
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.layout.speaker_notes import lay_out_speaker_notes
from foraldraskolan.layout.text import Column
from foraldraskolan.layout.theme import SCREEN, SHEET
from foraldraskolan.material.plan import read_plan
from foraldraskolan.material.plan_file import plan_text
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.typeset.fonts import COMPOSED, Face
from foraldraskolan.typeset.glyphs import GlyphRun, Line
from tests.support.orders import content, edition, plan
from tests.support.samples import ARABIC, FORMS, SWEDISH, form, in_language, masthead, numbered, prose, told

PLACE = Place(Path("modules/signs.md"), 12)
B = TypeVar("B", bound=FormBlock)
KERN = 0.1  # of its size is more than a line can hang over where it is cut inside a word
LETTERS = {"latin": "abcdefghijklmnopqrstuvwxyzåäö", "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "digits": "0123456789"}
ADDRESSES = [
    "anna-karin.ohman-lindqvist@ekskolan.goteborg.se",
    "https://www.folkhalsomyndigheten.se/livsvillkor-levnadsvanor/alkohol-dopning-narkotika-tobak-och-nikotin/",
    "https://example.org/a?b=c&d=e_f%20g#h",
    "020-91 91 91",
    "narkotikaförebyggandesamordningsgruppsmöte",
    "hätä\u00adkeskus\u00adpäivystys\u00adnumero\u00adtiedustelu",
]


@st.composite
def made_up(draw: st.DrawFn) -> str:
    """Return a word of letters of one script, or of several, or digits, as long as a word may be or longer."""
    script = draw(st.sampled_from(sorted(LETTERS)))
    word = draw(st.text(LETTERS[script], min_size=1, max_size=draw(st.sampled_from([4, 15, 40, 150]))))
    return word + draw(st.sampled_from(["", "", ".", "/", "-", "@", ":", ", "])) * draw(st.integers(0, 1))


TEXTS = st.lists(made_up() | st.sampled_from(ADDRESSES), min_size=1, max_size=5).map("".join) | st.lists(
    made_up() | st.sampled_from(ADDRESSES), min_size=1, max_size=8
).map(" ".join)


def filled(block: B, texts: list[str], tag: str) -> B:
    """Return a block whose texts are these, one after the other and round again, all of one place."""
    turn = iter(range(10**6))

    def change(old: Prose) -> Prose:
        return Prose((Text(texts[next(turn) % len(texts)]),), tag, "text", place=PLACE) if old.inlines else old

    return rewrite(block, change)


THEMES = {"sheet": (SHEET, (60, 430)), "screen": (SCREEN, (200, 840))}


@pytest.mark.parametrize("theme", THEMES)
@given(data=st.data())
def test_whatever_is_set_lies_in_its_column(theme: str, data: st.DataObject) -> None:
    """A block of any words in a column of any width reaches beyond it nowhere, or says that it does."""
    look, (narrow, wide) = THEMES[theme]
    kind = data.draw(st.sampled_from(sorted(FORMS)))
    tag = data.draw(st.sampled_from(["sv", "so", "ar"]))
    width = data.draw(st.integers(narrow, wide))
    block = filled(FORMS[kind], data.draw(st.lists(TEXTS, min_size=1, max_size=4)), tag)
    strips = lay_out(block, (0,), look.in_language(tag), Column(90, width, tag))
    if not is_too_wide(strips):
        for strip in strips:
            assert all(each.item.width >= 0 for each in strip.items)
            assert [each for each in strip.items if not 89.9 <= each.x <= right_edge(each) <= 90 + width + 0.1] == []


def right_edge(placed: Placed) -> float:
    """Return how far an item reaches, what it was kerned with aside."""
    hang = max(run.style.size for run in placed.item.runs) * KERN if isinstance(placed.item, Line) else 0
    return placed.x + max(placed.item.width - hang, 0)


MEDIA = ["sheet", "letter", "slides", "notes"]


@pytest.mark.parametrize("language", [SWEDISH, ARABIC], ids=lambda language: language.tag)
@pytest.mark.parametrize("medium", MEDIA)
@given(data=st.data())
def test_whatever_is_made_lies_on_its_pages(medium: str, language: Language, data: st.DataObject) -> None:
    """Every glyph and every shape of any medium is inside its page, or the work stops and says where."""
    texts = data.draw(st.lists(TEXTS, min_size=1, max_size=4))
    kinds = data.draw(st.lists(st.sampled_from(sorted(FORMS)), min_size=1, max_size=3))
    blocks = [filled(FORMS[kind], texts, language.tag) for kind in kinds]
    texts = data.draw(st.lists(TEXTS, min_size=1, max_size=4))
    look = data.draw(st.sampled_from(get_args(SlideLook)))
    window: Window = data.draw(st.sampled_from(["left", "right"]))
    try:
        pages = made(medium, blocks, texts, language, look, window)
    except ProblemsFound as found:
        problems, pages = found.problems, []
    else:
        problems = ()
    assert pages or problems
    window_told = "Adressen är längre än kuvertets fönster."
    assert all(problem.place == PLACE or told(problem) == window_told for problem in problems)
    for page in pages:
        assert outside(page) == []


def made(
    medium: str, blocks: list[FormBlock], texts: list[str], language: Language, look: SlideLook, window: Window
) -> list[Page]:
    """Return the pages of a medium with these blocks."""
    tag = language.tag
    top = filled(masthead(prose("T"), "U", "M"), texts, tag)
    match medium:
        case "sheet":
            counted = (numbered(10 + index, block, tag) for index, block in enumerate(blocks))
            return lay_out_sheet(titled(texts, language, top, *counted), HANDOUT)
        case "letter":
            lines = (Paragraph(prose("Namn"), "plain"), Paragraph(prose("Ort"), "plain"))
            sides: dict[Window, Look] = {"left": "left window", "right": "right window"}
            field = filled(Box(sides[window], lines), [text[:30] for text in texts], tag)
            return lay_out_letter(titled(texts, language, top, field, *blocks))
        case "slides":
            return lay_out_slides(titled(texts, language, slide(look, blocks, texts, tag)))
        case _:
            small = lay_out_slides(titled(texts, language, slide(look, blocks[:1], texts, tag)))
            picture = Figure(Miniatures(tuple(range(len(small)))), prose("A"))
            note = Box("speaker note", (Heading(2, prose("T")), Paragraph(prose("K"), "clock"), picture, *blocks))
            return lay_out_speaker_notes(titled(texts, language, top, filled(note, texts, tag)), small)


def slide(look: SlideLook, blocks: list[FormBlock], texts: list[str], tag: str) -> Box:
    """Return a slide with a look."""
    title = Heading(2, prose("R"))
    inside: tuple[FormBlock, ...] = (title, *blocks)
    if look == "title slide":
        inside = (title, Heading(1, prose("T")), Paragraph(prose("U"), "lead"))
    elif look == "agenda slide":
        inside = (title, Table((prose("Tid"), prose("Ämne")), ((prose("18.00"), prose("A")),)))
    return filled(Box(look, inside), texts, tag)


def titled(texts: list[str], language: Language, *blocks: FormBlock) -> Form:
    """Return a form whose title, and what stands at its foot, are made up, too."""
    title = Prose((Text(texts[0]),), language.tag, texts[0], place=PLACE)
    trust = Prose((Text(texts[-1]),), language.tag, "text", place=PLACE)
    return replace(form(*blocks, language=language, trust=trust), title=title)


def outside(page: Page) -> list[Placed]:
    """Return what of a page is painted beyond its edges, glyph by glyph."""
    wrong = []
    for placed in page.items:
        if isinstance(placed.item, Line):
            boxes = [box for run in placed.item.runs for box in inked(placed, run)]
        else:
            x, y, item = placed.x, placed.y, placed.item
            boxes = [(min(x, x + item.width), min(y, y + item.height), x + item.width, y + item.height)]
        if any(
            x < -0.1 or y < -0.1 or right > page.width + 0.1 or bottom > page.height + 0.1
            for x, y, right, bottom in boxes
        ):
            wrong.append(placed)
    return wrong


def inked(placed: Placed, run: GlyphRun) -> Iterator[tuple[float, float, float, float]]:
    """Yield the left, top, right and bottom edge of each glyph of a run that has an outline."""
    unit = run.style.size * run.face.scale / 1000
    pen = placed.x + run.x
    for glyph, advance in zip(run.ids, run.advances, strict=True):
        for part, dx, dy in parts(run.face, glyph):
            extents = run.face.hb_font.get_glyph_extents(part)
            if extents is not None and extents.width:
                left, top = pen + (dx + extents.x_bearing) * unit, placed.y - (dy + extents.y_bearing) * unit
                yield left, top, left + extents.width * unit, top - extents.height * unit
        pen += advance * unit


def parts(face: Face, glyph: int) -> tuple[tuple[int, int, int], ...]:
    """Return the glyphs of a font that a glyph is made of, and how far they are moved."""
    return face.parts(glyph) if glyph >= COMPOSED else ((glyph, 0, 0),)


def problems_of(*blocks: FormBlock) -> list[tuple[str, Place | None]]:
    """Return what is told of a sheet with these blocks, and the places."""
    with pytest.raises(ProblemsFound) as found:
        lay_out_sheet(form(masthead(), *blocks), HANDOUT)
    return [(told(each), each.place) for each in found.value.problems]


@pytest.mark.parametrize("text", ["x" * 200, "1" * 100, "ا" * 200, "020-" + "91 " * 40 + "91"])
def test_what_nothing_divides_stops_the_work(text: str) -> None:
    """A word or a number that no line holds is told with its place and by how many points it is too wide."""
    first = replace(prose(text, tag="so"), place=PLACE)
    other = replace(prose(text, tag="so"), place=Place(Path("facts.toml"), 3, "value"))
    found = problems_of(Paragraph(first), List("bullet", (other,)))
    assert [place for _, place in found] == [first.place, other.place]
    assert all(said.startswith("Ett ord är ") and said.endswith(" sin plats (svenska).") for said, _ in found)


def test_more_of_a_word_is_as_much_more_over() -> None:
    """The points are those that are missing: each x more is one x more."""
    points = [int(problems_of(Paragraph(prose("x" * count, tag="so")))[0][0].split()[3]) for count in (200, 300)]
    assert (points[1] - points[0]) / 100 == pytest.approx(11 * 0.529, rel=0.02)


def test_a_row_that_no_page_holds_below_its_head_is_told() -> None:
    """A table's row counts with the head that is repeated above it."""
    head, row = (prose(" ".join([word] * 300)) for word in ("huvud", "ord"))
    other = replace(row, place=PLACE)
    table = Table((prose("Vad"), head), ((prose("a"), row), (prose("c"), other)))
    assert {place for said, place in problems_of(table) if "högre än en sida" in said} == {PLACE}


def test_a_title_that_leaves_no_room_is_told() -> None:
    """A sheet whose opening fills the page is told; nothing is painted over its foot."""
    top = masthead(replace(prose(" ".join(["Rubrik"] * 400)), place=PLACE))
    with pytest.raises(ProblemsFound) as found:
        lay_out_sheet(form(top, Paragraph(prose("Text"))), HANDOUT)
    assert [each.place for each in found.value.problems] == [PLACE]


def test_a_foot_of_many_lines_takes_its_room_from_the_text() -> None:
    """However much the foot says, it ends above the edge on which nothing is printed, and the text above the foot."""
    said = prose(" ".join(["granskad"] * 120))
    for page in lay_out_sheet(form(masthead(), *[Paragraph(prose("Text " * 60))] * 30, trust=said), HANDOUT):
        lines = [each for each in page.items if isinstance(each.item, Line)]
        foot = [each.y for each in lines if each.item.runs[0].style.size == 9]
        text = [each.y for each in lines if each.item.runs[0].style.size == 11]
        assert max(text) < min(foot) - 11
        assert max(foot) < page.height - 11


CASE = Table(
    (prose("Vad"), prose("Nummer"), prose("Tid"), prose("Adress")),
    (
        (prose("Elevhälsan"), prose("0500-12 34 56"), prose("8–16"), prose(ADDRESSES[0])),
        (prose("Mini-Maria"), prose("020-91 91 91"), prose("kl. 18.00–20.00"), prose(ADDRESSES[1])),
    ),
)


@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_an_address_in_a_cell_is_divided_behind_its_signs(tag: str) -> None:
    """Its parts stand below each other in order, with nothing added; numbers beside it stay whole."""
    strips = lay_out(in_language(CASE, tag), (0,), SHEET.in_language(tag), Column(90, 430, tag))
    assert not is_too_wide(strips)
    cells: dict[int, list[str]] = {}
    for strip in strips:
        for each in strip.items:
            if isinstance(each.item, Line):
                assert 90 <= each.x <= each.x + each.item.width <= 520
                texts = (text for run in each.item.runs for text in (run.texts[::-1] if run.rtl else run.texts))
                cells.setdefault(each.item.runs[0].mark[0][1], []).append("".join(texts))
    shown = [["".join(cells[index]), *cells[index]] for index in sorted(cells)]
    assert shown[7] == [ADDRESSES[0], "anna-karin.ohman-lindqvist@", "ekskolan.goteborg.se"]
    assert shown[11][0] == ADDRESSES[1]
    assert [len(shown[index]) for index in (5, 6, 9, 10)] == [2] * 4


def test_a_long_number_has_a_card_of_its_own() -> None:
    """Cards stand one below the other where two beside each other have no room for their numbers."""
    card = FORMS["contacts"]
    long = rewrite(card, lambda old: prose("+46 (0)8-123 456 78 90 12") if "020" in str(old.inlines) else old)
    column = Column(90, 430, "sv")
    assert len(lay_out(long, (0,), SHEET, column)) == len(lay_out(card, (0,), SHEET, column)) + 1
    assert not is_too_wide(lay_out(long, (0,), SHEET, column))


def test_a_callout_in_a_callout_is_told_where_it_has_no_room() -> None:
    """Boxes in boxes leave a word no room some day: that is told, too."""
    block: FormBlock = Paragraph(replace(prose("Narkotikaförebyggande"), place=PLACE))
    for _ in range(20):
        block = Box("remember", (Paragraph(prose("Ord"), "label"), block))
    assert (PLACE in {place for _, place in problems_of(block)}) is True


@pytest.mark.parametrize("x", [-1.0, 95.0])
@pytest.mark.parametrize("y", [-1.0, 95.0])
def test_what_is_painted_beyond_a_page_is_told(x: float, y: float) -> None:
    """The last look is at the pages themselves: whatever is beyond an edge is told, with the place of its text."""
    text = replace(prose("Text"), place=PLACE)
    block = Paragraph(text)
    made = form(block)
    inside = Placed(0, 0, Rect(100, 100))
    (line,) = lay_out(block, (0,), SHEET, Column(0, 90, "sv"))[0].items
    assert off_page([Page(100, 100, [inside, replace(line, y=50)])], made) == []
    for wrong in (replace(line, x=x, y=50), replace(line, y=y), Placed(x, y, Rect(10, 10), ((0,), ""))):
        (problem,) = off_page([Page(100, 100, [inside, wrong])], made)
        assert told(problem).startswith("Något står ")
        assert problem.place == PLACE


def test_a_word_on_a_slide_is_set_smaller_before_it_is_told() -> None:
    """A slide takes the largest size at which its words have room, and tells of one that has none at any."""
    for count, size in ((40, 36), (50, 36 * 0.84), (60, 24)):
        word = replace(prose("x" * count, tag="so"), place=PLACE)
        (page,) = lay_out_slides(form(points(word)))
        sizes = sorted({each.item.runs[0].style.size for each in page.items if isinstance(each.item, Line)})
        assert sizes == pytest.approx([16, size, 40])
    long = replace(prose("x" * 68, tag="so"), place=PLACE)
    with pytest.raises(ProblemsFound) as found:
        lay_out_slides(form(points(long)))
    assert [(told(each).split()[1], each.place) for each in found.value.problems] == [("ord", PLACE)]


def points(text: Prose) -> Box:
    """Return a slide of points with a text."""
    return Box("points slide", (Heading(2, prose("R")), Paragraph(text)))


def test_a_name_in_a_window_is_never_divided() -> None:
    """A long name in an address is told as an address that is too long, whether it could be hyphenated or not."""
    for name in ("Narkotikaförebyggandesamordningsgruppsmötesson", "x" * 60, "anna.svensson@" * 4):
        field = Box("left window", (Paragraph(prose(name), "plain"),))
        with pytest.raises(ProblemsFound) as found:
            lay_out_letter(form(masthead(), field, Paragraph(prose("Hej"))))
        assert [told(each) for each in found.value.problems] == ["Adressen är längre än kuvertets fönster."]


def test_a_letter_is_set_smaller_for_a_word() -> None:
    """A word that has room in smaller type does not stop a letter."""
    word = Paragraph(prose("x" * 75, tag="so"))
    assert is_too_wide(lay_out(word, (0,), SHEET, Column(0, 148 * 72 / 25.4, "so")))
    assert len(lay_out_letter(form(masthead(), word))) == 1


@pytest.mark.parametrize(
    ("medium", "written"),
    [
        *((medium, key) for medium in ("handout", "mailout", "checklist") for key in ("name", "phone", "hours")),
        *(("presentation", key) for key in ("name", "phone")),
    ],
)
@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_a_contact_of_ones_own_is_told_where_the_plan_has_it(
    written: str, tag: str, medium: str, tmp_path: Path
) -> None:
    """A word of it that no line holds is the plan's to shorten, and no contact of the material is blamed for it."""
    long = {"name": "س" * 190, "phone": "1" * 90, "hours": "س" * 190}[written]
    example = plan("example")
    own = replace(example, contacts=(replace(example.contacts[0], **{written: long}),))
    file = tmp_path / "plan.toml"
    file.write_text(plan_text(own), encoding="utf-8")
    read = read_plan(file, content("example").library, content("example").languages)
    with pytest.raises(ProblemsFound) as found:
        _ = edition(medium, read, tag, content("example")).pages
    assert {each.place and each.place.file for each in found.value.problems} == {file}


@pytest.mark.parametrize("key", ["title", "place", "host"])
@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_what_the_plan_says_of_its_meeting_is_for_the_plan_to_shorten(key: str, tag: str) -> None:
    """The letter and the fixed words that it stands in are not what is too long."""
    example = plan("example")
    long = replace(example, meeting=replace(example.meeting, **{key: "ا" * 190}))
    with pytest.raises(ProblemsFound) as found:
        _ = edition("mailout", long, tag, content("example")).pages
    hints = {each.hint and each.hint.msgid for each in found.value.problems}
    assert hints == {"Korta namnen på mötet, platsen och värden i planen."}
