"""What each medium shows of a small module, as outlines in data/golden/media."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TypeGuard

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import (
    Blank,
    Box,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Note,
    Paragraph,
    Table,
)
from foraldraskolan.document.inlines import Emphasis, Foreign, LineBreak, SourceMark
from foraldraskolan.document.marks import marks_of
from foraldraskolan.document.meaning import Block, Callout, ContactCard, Contacts, Rule, Section, Slide
from foraldraskolan.document.paper import printed
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Node, descend, plain, proses
from foraldraskolan.layout.page import Miniature
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.material.assemble import assemble
from foraldraskolan.media import checklist, handout, presentation
from foraldraskolan.media.arranging import without_marks
from foraldraskolan.media.deck import deck
from foraldraskolan.media.lowering import lower, with_notes
from tests.support.golden import expect_golden
from tests.support.orders import Order, content, laid_out, orders, plan
from tests.support.outline import arrangement
from tests.support.painted import painted
from tests.support.samples import document, phone, prose, words

MEDIA = ("leaflet", "handout", "checklist", "mailout", "presentation", "notes")


def arranged(name: str, medium: str, tag: str) -> Form:
    """Return the form of one medium of a plan."""
    return laid_out(Order(name, order_of(medium, tag)))[0]


@pytest.mark.parametrize("medium", MEDIA)
def test_a_medium_as_its_outline(medium: str) -> None:
    """A medium shows of the module what is meant for it, in the order and with the numbers written in its file."""
    expect_golden(f"media/{medium}.txt", arrangement(arranged("tiny", medium, "sv")))


def test_missing_and_stale_texts_in_their_places() -> None:
    """A text that is not translated stands in Swedish, one that has grown old has a note below it."""
    expect_golden("media/states-ar.txt", arrangement(arranged("states", "handout", "ar")))


@pytest.mark.parametrize("name", ["example", "stress"])
def test_a_blocks_number_is_the_same_in_every_language(name: str) -> None:
    """Teacher and parent mean the same block by "punkt 4", however much is translated: headings, and first danger."""
    found = [numbers(arranged(name, "handout", tag)) for tag in plan(name).families]
    assert 10 <= len(found[0]) <= 40 or name == "stress"
    assert [number for number, _ in found[0]] == list(range(1, len(found[0]) + 1))
    assert all(each == found[0] for each in found)


def numbers(form: Form) -> list[tuple[int, str]]:
    """Return the numbers of a form's blocks and what they are."""
    found: list[tuple[int, str]] = []
    for box in form.blocks:
        if isinstance(box, Box) and box.look == "numbered":
            number, block = box.blocks
            assert isinstance(number, Paragraph) and number.role == "number"
            kind = block.look if isinstance(block, Box) else block.marker if isinstance(block, List) else ""
            found.append((int(plain(number.text.inlines)), f"{type(block).__name__} {kind}"))
    return found


SHEETS = [order for order in orders() if order.job.medium not in ("presentation", "notes")]


@pytest.mark.parametrize("order", SHEETS, ids=str)
def test_a_note_stands_where_something_has_grown_old(order: Order) -> None:
    """On paper the note stands below every old text or after its block, and nowhere else."""
    blocks = laid_out(order)[0].blocks[1:]
    blocks = [each for block in blocks for each in (block.blocks if is_columns(block) else (block,))]
    blocks = [each for each in blocks if not (isinstance(each, Box) and each.look in ("sources", "contents"))]
    for block, after in zip_longest(blocks, blocks[1:]):
        old = [text for text in texts(block) if text.state == "stale"]
        assert is_note(block) or is_note(after) == any(not has_note(text) for text in old)
        assert all(text.state == "stale" for text in texts(block) if has_note(text))


def is_columns(block: FormBlock | Blank) -> TypeGuard[Box]:
    """Return whether a block is there for its place alone, and what stands in it stands for itself."""
    return isinstance(block, Box) and block.look == "columns"


def is_note(block: FormBlock | Blank | None) -> bool:
    """Return whether a block is the note on an old translation."""
    return isinstance(block, Box) and block.look == "stale"


def texts(block: Block | FormBlock | Blank) -> list[Prose]:
    """Return every text of a block."""
    return [node for _, node in descend(block) if isinstance(node, Prose)]


def has_note(text: Prose) -> bool:
    """Return whether the note on an old translation stands below the words of a text."""
    return LineBreak() in text.inlines[-2:-1] and isinstance(text.inlines[-1], Emphasis)


OLD = replace(prose("Lagt ungdomen på sidan"), language="so", state="stale")
NEW = prose("Ring")
NOTED = "Lagt ungdomen på sidan Den svenska texten har ändrats efter att det här översattes."


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (List("number", (NEW, OLD, NEW)), ["Ring", NOTED, "Ring"]),
        (List("bullet", (OLD, NEW)), [NOTED, "Ring"]),
        (List("tick", (OLD, NEW)), [NOTED, "Ring"]),
        (Paragraph(OLD), [NOTED]),
        (Table((NEW, NEW), ((OLD, NEW), (NEW, OLD))), ["Ring", "Ring", NOTED, "Ring", "Ring", NOTED]),
        (Callout("phrase", (Paragraph(OLD), List("bullet", (NEW, OLD)))), ["Så kan du säga", NOTED, "Ring", NOTED]),
    ],
)
def test_a_note_stands_at_the_step_it_is_about(block: Block, told: list[str]) -> None:
    """In a list or a table the note is part of the one step or cell, in its own language; the block goes on."""
    (made,) = with_notes((block,), words())
    assert [plain(text.inlines) for text in texts(made)] == told
    notes = [text.inlines[-1] for text in texts(made) if text.state == "stale"]
    said = Foreign("sv", words().labels("note_stale").inlines)
    assert notes == [Emphasis((said,))] * told.count(NOTED)


def test_a_note_stands_on_the_slide_and_in_what_is_said() -> None:
    """A slide and the words to say have no foot that tells of old texts; the note stands in them."""
    nothing = Prose((), "sv")
    points = Slide(NEW, (List("bullet", (NEW, OLD)),))
    said = (points, Callout("say", (Paragraph(OLD),)), Callout("ask", (Paragraph(OLD),)))
    slide = deck(document(Section("a", NEW, nothing, None, 5, said, ())), words())[2]
    assert [plain(text.inlines) for text in texts(slide.slide)] == ["Ring", "Ring", NOTED, "Fråga", NOTED]
    assert [plain(text.inlines) for note in slide.notes for text in texts(note)] == ["Säg", NOTED, "Fråga", NOTED]


def test_a_note_follows_what_has_no_room_for_it() -> None:
    """A heading is short, and a contents list has it too: the note stands below."""
    heading = Heading(2, OLD)
    made = list(with_notes((heading, Paragraph(NEW)), words()))
    assert made == [heading, Box("stale", (Paragraph(words().labels("note_stale")),)), Paragraph(NEW)]


@pytest.mark.parametrize("order", orders(), ids=str)
def test_a_source_leads_to_points_of_the_paper(order: Order) -> None:
    """No text has a raised number in any medium; before a source stand numbers of blocks, or words of the paper."""
    form = laid_out(order)[0]
    assert not [inline for _, text in proses(form) for inline in text.inlines if isinstance(inline, SourceMark)]
    nodes = [node for block in form.blocks for _, node in descend(block)]
    listed = [node.points for node in nodes if isinstance(node, Note)]
    counted = {str(number) for number, _ in numbers(form)} | {*_terms(nodes)}
    assert all(points is not None and {*plain(points.inlines).split(", ")} <= counted for points in listed)
    assert not listed or order.job.medium in ("handout", "interpreter")


def _terms(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield every Swedish term that tables of terms have, at one end of its row."""
    for box in nodes:
        for table in box.blocks if isinstance(box, Box) and box.look == "terms" else ():
            for row in table.rows if isinstance(table, Table) else ():
                yield from (plain(cell.inlines) for cell in (row[0], row[-1]))


@pytest.mark.parametrize("name", ["example", "stress"])
def test_every_source_of_a_text_that_is_printed_is_listed(name: str) -> None:
    """Each source that a module marks a text with is in the list, at a point; what is said twice may have its first."""
    form = arranged(name, "handout", "sv")
    listed = {
        (node.url, point)
        for block in form.blocks
        for _, node in descend(block)
        if isinstance(node, Note) and node.points
        for point in plain(node.points.inlines).split(", ")
    }
    document = assemble(plan(name), content(name).library)
    marked = {
        section.sources[number - 1].url
        for section in document.blocks
        if isinstance(section, Section)
        for block in printed(section.blocks)
        if not isinstance(block, Contacts | Rule) and not (isinstance(block, Callout) and block.kind == "act")
        for text in texts(block)
        for number in marks_of(text.inlines)
    }
    assert {url for url, _ in listed} >= marked
    assert all(point.isdecimal() for _, point in listed)


def test_a_module_that_prints_nothing_has_no_place_on_paper() -> None:
    """What is only said in it is neither a point of the handout nor in its contents."""

    def read(*parts: Section) -> list[str]:
        return [plain(text.inlines) for _, text in proses(handout.arrange(document(*parts), words()))]

    said = Section("said", prose("Hör"), prose("Kort"), None, 5, (Callout("say", (Paragraph(prose("Hej.")),)),), ())
    printed_too = Section("told", prose("Läs"), prose("Kort"), None, 5, (Paragraph(prose("Text.")),), ())
    assert "Läs" in read(said, printed_too)
    assert read(said, printed_too) == read(printed_too)


@pytest.mark.parametrize("audience", ["parents", "pupils", "staff"])
def test_the_last_slide_is_for_who_is_there(audience: str) -> None:
    """Parents are thanked for coming and sent home with something to do; a class or a staff has not come anywhere."""
    made = document()
    last = presentation.arrange(replace(made, meeting=replace(made.meeting, audience=audience)), words()).blocks[-1]
    assert isinstance(last, Box) and last.look == "closing slide"
    title, *more = last.blocks
    assert isinstance(title, Heading)
    parents = plain(title.text.inlines) == "Tack för att ni kom" and len(more) == 1
    others = plain(title.text.inlines) == "Tack för i dag" and more == []
    assert (parents, others) == (audience == "parents", audience != "parents")


@pytest.mark.parametrize("name", ["example", "stress", "tiny"])
def test_notes_show_every_slide_once(name: str) -> None:
    """The notes have all slides of the presentation in order, whatever languages the two are in."""
    made_from = plan(name)
    by_medium = {job.medium: Order(name, job) for job in pack_orders(made_from)}
    slides = laid_out(by_medium["presentation"])[1]
    form, pages = laid_out(by_medium["notes"])
    shown = [index for _, picture in notes(form) for index in picture.art.pages]
    assert shown == list(range(len(slides)))
    for title, picture in notes(form):
        said = "–".join(str(index + 1) for index in dict.fromkeys((picture.art.pages[0], picture.art.pages[-1])))
        assert f" {said}: " in f" {plain(title.text.inlines)}"
    small = [each.item.page for page in pages for each in page.items if isinstance(each.item, Miniature)]
    assert painted(small) == painted(slides)


def notes(form: Form) -> list[tuple[Heading, Figure]]:
    """Return what the note to each slide has: its title, the slide drawn small."""
    found: list[tuple[Heading, Figure]] = []
    for box in form.blocks:
        if isinstance(box, Box) and box.look == "speaker note":
            picture, title = (block for block in box.blocks if isinstance(block, Figure | Heading))
            assert isinstance(title, Heading) and isinstance(picture, Figure)
            found.append((title, picture))
    return found


def test_notes_in_one_language_with_slides_in_another() -> None:
    """What the speaker says is in the notes' language, and so is what stands in for the picture of a slide."""
    assert (plan("stress").notes, plan("stress").presentation) == ("fa", "ar")
    made = notes(arranged("stress", "notes", "fa"))
    titles = {"".join(str(inline) for inline in title.text.inlines) for title, _ in made}
    pictures = {"".join(str(inline) for inline in picture.alt.inlines) for _, picture in made}
    assert any("ترجمه" in title for title in titles)
    assert any("ترجمه" in picture for picture in pictures)
    assert not any("نص مترجم" in said for said in titles | pictures)


def test_marks_go_with_the_space_between_them_and_with_nothing_else() -> None:
    """Words that stand between two marks stay, and so do the spaces around what is no mark."""
    said = prose(
        "En", SourceMark(1), " ", SourceMark(2), " två", SourceMark(3), " tre", SourceMark(4), " ", phone("112")
    )
    left = without_marks(Paragraph(said))
    assert isinstance(left, Paragraph)
    assert plain(left.text.inlines) == "En två tre 112"


@given(st.lists(st.none() | st.dates(), min_size=1, max_size=4))
def test_contacts_were_compared_when_the_first_of_them_was(days: list[date | None]) -> None:
    """The note under a group of contacts gives the day of the card that was compared longest ago, none if none was."""
    cards = tuple(ContactCard(prose("Namn"), prose(), prose(phone("1177")), checked=day) for day in days)
    made = lower(Contacts(cards), words())
    assert isinstance(made, Box)
    known = [day for day in days if day is not None]
    note = [Paragraph(words().labels("compared", date=words().day(min(known))), "note")] if known else []
    assert [block for block in made.blocks if not isinstance(block, Box)] == note
    assert list(made.blocks[len(cards) :]) == note


def test_a_check_list_has_its_headings_once() -> None:
    """A second list under a heading does not repeat it; a heading without a list is not there at all."""
    ticks = List("tick", (prose("En ruta"),))
    empty, one, below = (Heading(level, prose(text)) for level, text in ((2, "Utan"), (2, "Med"), (3, "Under")))
    blocks = (empty, one, ticks, ticks, below, ticks)
    section = Section("hemma", prose("Hemma"), prose(), None, 0, blocks, ())
    _, *shown = checklist.arrange(document(section), words()).blocks
    nodes = [node for block in shown for _, node in descend(block)]
    titles = [plain(node.text.inlines) for node in nodes if isinstance(node, Heading)]
    assert titles == ["Hemma", "Med", "Under"]
