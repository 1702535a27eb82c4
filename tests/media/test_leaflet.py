"""The leaflet is one sheet of two pages whatever its modules give, or says what has no room, by how much and where."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Code, Figure, Form, Heading, List, Paragraph
from foraldraskolan.document.inlines import SourceMark
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    ContactCard,
    Contacts,
    Document,
    Leaflet,
    LeafletKind,
    Picture,
    Pictures,
    Section,
)
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import descend, inlines_below, plain, proses, rewrite
from foraldraskolan.language import Language
from foraldraskolan.layout.inside import bounds
from foraldraskolan.layout.page import Page, Placed, Rect, Shape, Sketch, Symbol
from foraldraskolan.media.leaflet import MEDIUM, arrange
from foraldraskolan.problems import Place, Problem, ProblemsFound, collect
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import content, edition, plan
from tests.support.reading import read_aloud, squeezed
from tests.support.samples import ARABIC, DAY, MEETING, MIRRORED, SWEDISH, phone, prose, words

PLACE = Place(Path("modules/signs.md"), 12)
EXAMPLE, KIT = plan("example"), content("example")
TAGS = EXAMPLE.families
REASONS = ("svårt att andas", "krampanfall", "blå läppar", "ont i bröstet", "kall i kroppen")
URGENT = ContactCard(prose("Nödnumret"), prose("Vid fara."), prose(phone("112")), urgent=True, checked=DAY)
POISON = ContactCard(
    prose("Gift"), prose("När det är mindre akut."), prose(phone("010")), prose("dygnet runt"), checked=DAY
)
BRIS = ContactCard(prose("Bris"), prose("Stöd."), prose(phone("116 111")), checked=DAY, young=True)
LINE = ContactCard(prose("Råd"), prose("Fråga."), prose(phone("1177")), prose("dygnet runt"), checked=DAY)
OWN = ContactCard(prose("Kuratorn"), NOTHING, prose(phone("0500-12 34 56")))
NAMES = {"signs": "tick", "phrases": "bullet", "steps": "number", "avoid": "bullet"}


def gift(kind: LeafletKind, *items: str, title: str = "") -> Leaflet:
    """Return what a module gives to the leaflet."""
    block = List(NAMES[kind], tuple(map(_own, items)))  # type: ignore[arg-type]
    return Leaflet(kind, _own(title) if title else NOTHING, block)


def _own(text: str) -> Prose:
    return replace(prose(text, SourceMark(1)), source=text, place=PLACE)


def act(*reasons: str, last: str = "Osäker? Ring ändå.") -> Callout:
    """Return a box for acute danger."""
    return Callout(
        "act",
        (
            Paragraph(_own("Ring direkt.")),
            Paragraph(_own("Ring också om ungdomen har:")),
            List("bullet", tuple(map(_own, reasons))),
            Paragraph(_own(last)),
            Paragraph(_own("Annat.")),
        ),
    )


def section(key: str, *blocks: Block, priority: int = 1) -> Section:
    """Return a module."""
    return Section(key, prose(key), NOTHING, None, 5, blocks, (), priority=priority)


def remember(text: str) -> Callout:
    """Return what is to be remembered."""
    return Callout("remember", (Paragraph(_own(text)),))


def document(
    *parts: Section, cards: Sequence[ContactCard] = (URGENT, OWN, LINE, BRIS), language: Language = SWEDISH
) -> Document:
    """Return what a leaflet is made of."""
    blocks = rewrite((Contacts(tuple(cards)), *parts), lambda text: replace(text, language=language.tag))
    return Document(prose("8B"), language, MEETING, blocks)


def whole(*parts: Section, **given: Sequence[ContactCard]) -> Form:
    """Return the form of a leaflet in Swedish."""
    return arrange(document(*parts, **given), words())


def boxes(form: Form, look: str) -> list[Box]:
    """Return the form's boxes of a look."""
    return [block for block in form.blocks if isinstance(block, Box) and block.look == look]


def headings(box: Box) -> list[str]:
    """Return the headings in a box."""
    return [plain(each.text.inlines) for each in box.blocks if isinstance(each, Heading)]


def texts(node: object) -> list[str]:
    """Return the texts of a node."""
    return [plain(each.inlines) for _, each in descend(node) if isinstance(each, Prose)]  # type: ignore[arg-type]


def named(text: str) -> Prose:
    """Return a name that was written somewhere."""
    return replace(prose(text), place=PLACE)


DRAWING = LineDrawing()
WORDS = st.text("abcdefghijklmnopqrstuvwxyzåäöابتث ", min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
SENTENCES = st.lists(WORDS, min_size=1, max_size=20).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw modules that give few words or many, and whom to call by short names or long."""
    language = draw(st.sampled_from([SWEDISH, ARABIC, MIRRORED]))
    parts = []
    for number in range(draw(st.integers(1, 6))):
        gifts: list[Block] = [
            gift(kind, *draw(st.lists(SENTENCES, min_size=1, max_size=5)), title=draw(WORDS) if kind == "signs" else "")
            for kind in draw(st.lists(st.sampled_from(sorted(NAMES)), max_size=4))  # type: ignore[type-var]
        ]
        reasons = draw(st.lists(SENTENCES, max_size=6))
        gifts += [remember(draw(SENTENCES))] * draw(st.integers(0, 1)) + ([act(*reasons)] if reasons else [])
        parts.append(section(f"m{number}", *gifts, priority=draw(st.integers(1, 9))))
    own = [replace(OWN, name=named(draw(SENTENCES))) for _ in range(draw(st.integers(0, 4)))]
    others = [replace(card, name=named(draw(SENTENCES)), about=named(draw(SENTENCES))) for card in (LINE, POISON, BRIS)]
    return document(*parts, cards=[URGENT, *own, *others], language=language)


def pages_of(form: Form) -> list[Page]:
    """Return the pages of a leaflet."""
    return MEDIUM.lay_out(form, None)  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(documents())
def test_any_texts_are_two_pages_or_told(given_document: Document) -> None:
    """There are two pages on which nothing touches and nothing is missing, or every lack is told in points."""
    form = arrange(given_document, words(given_document.language))
    problems: list[Problem] = []
    pages = collect(problems, lambda: pages_of(form)) or []
    assert all("{points} punkter" in each.message.msgid and each.hint and each.place for each in problems)
    if any(dict(each.message.values).get("page") == "1" for each in problems):
        assert len(boxes(form, "remember")) <= 1  # what may be left out was left out first
    if problems:
        return
    assert len(pages) == 2
    for page in pages:
        things = [each for each in page.items if isinstance(each.item, Line | Sketch | Symbol) or is_rule(each)]
        assert [pair for pair in combinations(things, 2) if touching(*pair)] == []
    painted = squeezed("".join(text for page in pages for text in written(page)))
    assert not [text for text in map(squeezed, read_aloud(form)) if set(text) - set(painted)]


def is_rule(placed: Placed) -> bool:
    """Tell whether something is a line between two parts, or one to write on."""
    return isinstance(placed.item, Rect) and placed.item.height < 3


def touching(one: Placed, other: Placed) -> bool:
    """Tell whether two things stand on each other: of lines their letters without the room above and below."""
    (left, top, right, bottom), (x, y, far, low) = (core(each) for each in (one, other))
    return left < far - 0.1 and x < right - 0.1 and top < low - 0.1 and y < bottom - 0.1


def core(placed: Placed) -> tuple[float, float, float, float]:
    """Return where something stands; the letters of a line from their baseline up to the height of an x."""
    if not isinstance(placed.item, Line):
        return bounds(placed)
    left, _, right, _ = bounds(placed)
    size = min((run.style.size for run in placed.item.runs), default=0)
    return left, placed.y - size * 0.5, right, placed.y


def written(page: Page) -> list[str]:
    """Return what each line of a page says."""
    lines = [each.item for each in page.items if isinstance(each.item, Line)]
    return ["".join(text for run in line.runs for text in run.texts) for line in lines]


@settings(max_examples=25, deadline=None)
@given(documents())
def test_what_is_vital_is_never_left_out(given_document: Document) -> None:
    """Danger with its number, four rows and more to call, a line to write on, two cards and a reminder are there."""
    form = arrange(given_document, words(given_document.language))
    (call,), cards = boxes(form, "call"), boxes(form, "cut-out")
    assert "112" in texts(call)
    assert len(cards) == 2 and all("112" in texts(card) for card in cards)
    (rows,) = boxes(form, "contacts")
    numbered = [box for box in rows.blocks if isinstance(box, Box) and len(phones(box)) == 1]
    own = sum(card.checked is None for card in contacts(given_document))
    assert len(numbered) == min(own, 3) + 2 == len(rows.blocks) - 1
    assert "116 111" not in phones(rows)  # it is the teenager's own
    assert "116 111" in phones(cards[1]) and "116 111" not in phones(cards[0])
    assert {"1177", "010"} & set(phones(cards[0]))  # one that is answered by night
    given_reminders = [
        block
        for part in given_document.blocks
        if isinstance(part, Section)
        for block in part.blocks
        if isinstance(block, Callout) and block.kind == "remember"
    ]
    assert min(len(given_reminders), 1) <= len(boxes(form, "remember")) <= min(len(given_reminders), 4)
    assert not [
        each for _, text in proses(form) for each in inlines_below(text.inlines) if isinstance(each, SourceMark)
    ]


def phones(box: Box) -> list[str]:
    """Return the numbers in a box."""
    return [
        plain(node.text.inlines) for _, node in descend(box) if isinstance(node, Paragraph) and node.role == "phone"
    ]


def contacts(given_document: Document) -> list[ContactCard]:
    """Return the contacts of a document that are no emergency."""
    found = [card for block in given_document.blocks if isinstance(block, Contacts) for card in block.cards]
    return [card for card in found if not card.urgent]


def test_what_has_room_is_there() -> None:
    """Nothing is left out of a leaflet that holds it all, and it stands in the order of the plan."""
    form = whole(
        section("a", remember("Först"), gift("signs", "Ett", "Två", "Tre", title="Grupp A"), priority=5),
        section("b", remember("Sedan"), gift("signs", "Fyra", title="Grupp B"), gift("phrases", "Hej"), act(*REASONS)),
    )
    assert [texts(box) for box in boxes(form, "remember")] == [["Först"], ["Sedan"]]
    signs, phrases = boxes(form, "column")
    assert [plain(each.text.inlines) for each in signs.blocks if isinstance(each, Heading)][1:] == [
        "Grupp A",
        "Grupp B",
    ]
    assert [len(each.items) for each in signs.blocks if isinstance(each, List)] == [3, 1]
    assert "Hej" in texts(phrases)


def test_the_least_important_is_left_out_first() -> None:
    """Groups lose their last signs before a group goes, and the group that goes is of the least important module."""
    signs = [f"Tecken nummer {number} som är långt nog för två rader" for number in range(4)]
    priorities = (9, 1, 8, 2, 7, 3, 6)
    parts = [section(f"m{p}", gift("signs", *signs, title=f"Grupp {p}"), priority=p) for p in priorities]
    (column,) = boxes(whole(*parts), "column")
    groups = [plain(each.text.inlines) for each in column.blocks if isinstance(each, Heading)][1:]
    assert groups == [
        f"Grupp {p}" for p in (9, 1, 8, 2, 7, 3, 6) if p <= sorted((9, 1, 8, 2, 7, 3, 6))[len(groups) - 1]
    ]
    assert 1 < len(groups) < len(parts)
    shown = [texts(each) for each in column.blocks if isinstance(each, List)]
    assert all(ticks == signs[: len(ticks)] and len(ticks) >= 2 for ticks in shown)
    reminders = [section(f"m{p}", remember(f"Nummer {p}"), priority=p) for p in (6, 5, 1, 4, 2, 3)]
    assert [texts(box) for box in boxes(whole(*reminders), "remember")] == [[f"Nummer {p}"] for p in (1, 4, 2, 3)]


def test_modules_take_turns() -> None:
    """Of phrases, steps and what does not help each module gives its first before any gives its second."""
    parts = [section(f"m{p}", gift("steps", f"{p} först", "samma", f"{p} sist"), priority=p) for p in (3, 1, 2)]
    (column,) = boxes(whole(*parts), "column")
    (steps,) = (each for each in column.blocks if isinstance(each, List))
    assert texts(steps) == ["1 först", "2 först", "3 först", "samma", "1 sist", "2 sist"]
    parts.append(section("signs", gift("signs", "Ett", title="Grupp")))
    _, column = boxes(whole(*parts), "column")
    (steps,) = (each for each in column.blocks if isinstance(each, List))
    assert texts(steps) == ["1 först", "2 först", "3 först", "samma", "1 sist", "2 sist"]


def test_without_signs_what_to_do_has_a_column_of_its_own() -> None:
    """No half of the back is empty as long as modules give two kinds of words."""
    said = section("a", gift("phrases", *"ABCDEFGH"), gift("steps", "Gör"), gift("avoid", "Gör inte"))
    say, do = boxes(whole(said), "column")
    assert texts(say)[1:] == [*"ABCDEF"]
    assert [texts(each) for each in do.blocks if isinstance(each, List)] == [["Gör"], ["Gör inte"]]


def test_what_danger_says_is_not_what_to_remember() -> None:
    """A reminder that says the number for danger again comes behind all others, whatever its module's priority."""
    again = Callout("remember", (Paragraph(prose("Ring ", phone("112"), " om du är osäker.")),))
    others = [section(f"m{p}", remember(f"Nummer {p}"), priority=p) for p in (2, 3, 4, 9)]
    shown = [texts(box) for box in boxes(whole(section("acute", again), *others), "remember")]
    assert shown == [["Nummer 2"], ["Nummer 3"], ["Nummer 4"], ["Nummer 9"]]
    assert len(boxes(whole(section("acute", again)), "remember")) == 1


def test_danger_is_that_of_the_most_important_module_with_reasons() -> None:
    """At most four reasons of its list, what announces them, and right after them what to do if unsure."""
    parts = (
        section("law", Callout("act", (Paragraph(_own("Ring först.")),))),
        section("drug", act("annat", "till"), priority=5),
        section("signs", act(*REASONS), priority=2),
    )
    (call,) = boxes(whole(*parts), "call")
    assert texts(call)[1:] == ["112", "Ring direkt.", "Ring också om ungdomen har:", *REASONS[:4], "Osäker? Ring ändå."]
    (call,) = boxes(whole(parts[0]), "call")
    assert texts(call)[1:] == ["112", "Ring först."]
    (call,) = boxes(whole(section("none")), "call")
    assert texts(call)[1:] == ["112", "Vid fara."]


def test_what_cannot_be_left_out_and_has_no_room_is_told() -> None:
    """The problem says how many points are lacking, on which page, and leads to the longest text."""
    form = whole(section("a", act(*(["ett mycket långt skäl att ringa"] * 4)), remember("Kort. " * 300)))
    with pytest.raises(ProblemsFound) as found:
        pages_of(form)
    (problem,) = found.value.problems
    assert problem.place == PLACE
    said = dict(problem.message.values)
    assert said["page"] == "1" and int(str(said["points"])) > 100


def test_a_number_for_readers_of_a_language_is_theirs_alone() -> None:
    """Whoever reads another language does not see it."""
    spoken = replace(LINE, name=prose("På arabiska"), speaks=("ar",))
    for language, seen in ((SWEDISH, False), (ARABIC, True)):
        form = arrange(document(section("a"), cards=[URGENT, spoken, LINE], language=language), words(language))
        assert ("På arabiska" in texts(boxes(form, "contacts")[0])) == seen


@pytest.mark.parametrize("tag", TAGS)
def test_the_example(tag: str) -> None:
    """Two pages; the plan's own number is the first, the last row has none; the code leads to the plan's address."""
    found = edition("leaflet", EXAMPLE, tag, KIT)
    assert len(found.pages) == 2
    (rows,) = boxes(found.form, "contacts")
    assert [len(phones(box)) for box in rows.blocks if isinstance(box, Box)] == [1, 1, 1, 1, 1, 0]
    assert phones(rows)[0] == "0500-12 34 56"
    assert ("08-123 130 80" in phones(rows)) == (tag == "ar")
    spoken = [number for number in phones(rows) if number.startswith("08-")]
    assert phones(rows)[1 : 2 + len(spoken)] == [*spoken, "1177"]  # which is answered when the other is not
    assert "1177" in phones(boxes(found.form, "cut-out")[0])
    codes = [node.art for block in found.form.blocks for _, node in descend(block) if isinstance(node, Figure)]
    assert [art for art in codes if isinstance(art, Code)] == [Code(EXAMPLE.meeting.link)]
    assert sum(isinstance(each.item, Symbol) for each in found.pages[0].items) == 1
    assert sum(isinstance(each.item, Sketch) for each in found.pages[0].items) == len(boxes(found.form, "remember"))
    parent, teenager = boxes(found.form, "cut-out")
    assert "116 111" in phones(teenager) and "116 111" not in phones(parent)
    swedish = f"Jag behöver tolk på {KIT.languages[tag].swedish}."
    assert (swedish in texts(parent)) == (tag != "sv")


def test_whom_to_call_by_day_gives_way_to_whom_to_call_by_night() -> None:
    """On a front that is too full the last of those who do not answer by night has no row, but for the plan's own."""
    day = [replace(LINE, name=prose(name), hours=None) for name in ("Dag", "Vardag")]
    cards = [URGENT, OWN, LINE, *day, POISON]
    left = {"".join(headed(whole(section("a", remember("Ord. " * many)), cards=cards))) for many in range(1, 260, 4)}
    assert {"KuratornRådDagVardagGift", "KuratornRådDagGift", "KuratornRådGift"} == left


def headed(form: Form) -> list[str]:
    """Return the names on the rows with a number."""
    (rows,) = boxes(form, "contacts")
    return [texts(box)[0] for box in rows.blocks if isinstance(box, Box) and phones(box)]


@pytest.mark.parametrize("tag", TAGS)
def test_who_answers_by_night_says_so(tag: str) -> None:
    """The row of 1177 says that it is answered round the clock, for what, and to other readers in what languages."""
    (rows,) = boxes(edition("leaflet", EXAMPLE, tag, KIT).form, "contacts")
    (row,) = (box for box in rows.blocks if isinstance(box, Box) and phones(box) == ["1177"])
    said = sources(row)
    assert "dygnet runt" in said and "när du inte vet vem du ska ringa" in said
    assert ("svenska och engelska" in said) == (tag != "sv")


@pytest.mark.parametrize("tag", TAGS)
def test_poison_is_never_called_in_place_of_danger(tag: str) -> None:
    """Wherever the number for poison stands, on a row or a card, it is said to be for what is not acute."""
    form = edition("leaflet", EXAMPLE, tag, KIT).form
    cards = [box for look in ("contacts", "cut-out") for outer in boxes(form, look) for box in outer.blocks]
    said = [sources(box) for box in cards if isinstance(box, Box) and "010-456 67 00" in phones(box)]
    assert said and all("mindre akut" in text or "inte akut" in text for text in said)


def sources(node: Box) -> str:
    """Return the Swedish of all texts in a box."""
    return " ".join(each.source for _, each in descend(node) if isinstance(each, Prose))


@pytest.mark.parametrize("tag", TAGS)
def test_behind_the_cards_stands_no_number(tag: str) -> None:
    """What is lost on the front when the cards are cut out is no number to call, and nothing about danger."""
    found = edition("leaflet", EXAMPLE, tag, KIT)
    cut = min(each.y for each in found.pages[1].items if isinstance(each.item, Shape) and each.item.dashes)
    front = [at for at, block in enumerate(found.form.blocks) if isinstance(block, Box) and block.look in VITAL]
    numbers = [each for at in front for each in of_block(found.pages[0], at) if not to_write_on(found.form, each)]
    assert len(front) == 3 and max(each.y for each in numbers) < cut


VITAL = ("masthead", "call", "contacts")


def to_write_on(form: Form, line: Placed) -> bool:
    """Tell whether a line is of the row that the reader fills in."""
    at, row = line.marks[0][0][:2]
    box = form.blocks[at]
    return isinstance(box, Box) and box.look == "contacts" and row == len(box.blocks) - 1


def of_block(page: Page, at: int) -> list[Placed]:
    """Return the lines on a page that a block of the form says."""
    return [each for each in page.items if any(mark[0][:1] == (at,) for mark in each.marks)]


@pytest.mark.parametrize("tag", TAGS)
def test_what_to_do_comes_before_what_if_unsure(tag: str) -> None:
    """The frame says when to call, in full, and what to do if unsure below all that; its tags say it in that order."""
    found = edition("leaflet", EXAMPLE, tag, KIT)
    (call,) = boxes(found.form, "call")
    at = found.form.blocks.index(call)
    *others, unsure = range(len(call.blocks))
    assert isinstance(last := call.blocks[unsure], Paragraph) and last.role == "lead"
    lines = of_block(found.pages[0], at)
    told = {number: [each.y for each in lines if each.marks[0][0][1] == number] for number in (*others, unsure)}
    assert all(told.values())
    assert max(y for number in others for y in told[number]) < min(told[unsure])


@pytest.mark.parametrize("tag", TAGS)
def test_what_a_tick_is_worth_is_said_before_the_first(tag: str) -> None:
    """Right below its heading the column of signs says that one of them proves nothing."""
    column = boxes(edition("leaflet", EXAMPLE, tag, KIT).form, "column")[0]
    heading, worth, *_ = column.blocks
    assert isinstance(heading, Heading) and isinstance(worth, Paragraph)
    assert worth.text.source.startswith("Ett kryss är inget bevis")


@pytest.mark.parametrize("tag", ["sv", "ar"])
def test_without_a_link_the_school_has_the_paper(tag: str) -> None:
    """A plan without an address has no code."""
    alone = replace(EXAMPLE, meeting=replace(EXAMPLE.meeting, link=""))
    pages = edition("leaflet", alone, tag, KIT).pages
    assert not any(isinstance(each.item, Symbol) for page in pages for each in page.items)


def test_the_oldest_comparison_is_told() -> None:
    """The foot says when the number that was compared first was compared."""
    old = replace(LINE, checked=date(2025, 1, 31))
    (foot,) = boxes(whole(section("a"), cards=[URGENT, old, BRIS]), "colophon")
    assert any("31 januari 2025" in text for text in texts(foot))


def drawn(*labels: str) -> Leaflet:
    """Return drawings that a module gives, each of something."""
    return Leaflet("pictures", NOTHING, Pictures(tuple(Picture(prose(each), prose(each), DRAWING) for each in labels)))


@pytest.mark.parametrize("many", range(7))
def test_a_drawing_stands_above_the_signs_it_shows(many: int) -> None:
    """At most one group has drawings, below its title, and a tick for each; without its group no drawing is there."""
    signs = [f"Tecken nummer {number} som är långt nog för två rader" for number in range(4)]
    others = [section(f"m{p}", gift("signs", *signs, title=f"Grupp {p}"), priority=p) for p in range(2, 2 + many)]
    own = section("own", drawn("Ett", "Två", "Tre"), gift("signs", *signs, title="Ritad"), priority=4)
    (column,) = boxes(whole(*others, own, section("z", drawn("Fyra"), gift("phrases", "Hej"))), "column")[:1]
    places = [at for at, each in enumerate(column.blocks) if isinstance(each, Box) and each.look == "pictures"]
    assert len(places) == ("Ritad" in headings(column))
    for place in places:
        title, ticks = column.blocks[place - 1], column.blocks[place + 1]
        assert isinstance(title, Heading) and texts(title) == ["Ritad"]
        assert isinstance(ticks, List) and len(ticks.items) >= 3
        assert texts(column.blocks[place])[::2] == ["Ett", "Två", "Tre"]


@pytest.mark.parametrize("module", sorted(KIT.library.modules))
def test_what_a_module_draws_is_to_be_ticked(module: str) -> None:
    """Right below the drawings that a module gives stand signs of which one names each drawing."""
    given_boxes = [block for block in KIT.library.modules[module].blocks if isinstance(block, Leaflet)]
    for box, after in zip(given_boxes, [*given_boxes[1:], None], strict=False):
        if isinstance(box.block, Pictures):
            assert after is not None and isinstance(after.block, List) and after.kind == "signs"
            named_signs = [stems(each) for each in after.block.items]
            assert len(box.block.pictures) <= len(named_signs)
            assert all(any(stems(each.label) & stem for stem in named_signs) for each in box.block.pictures)


def stems(text: Prose) -> set[str]:
    """Return how the longer words of a text begin."""
    return {word[:3].casefold() for word in plain(text.inlines).split() if len(word) >= 4}
