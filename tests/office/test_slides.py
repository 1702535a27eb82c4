"""Slides that can be edited: real titles, lists, tables, charts and drawings, in their language and direction."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator
from pptx.enum.shapes import PP_PLACEHOLDER

from foraldraskolan.cli import run
from foraldraskolan.document.form import Box, Figure, Form, Heading, List, Table
from foraldraskolan.document.inlines import Foreign, Value
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, inlines_below, plain, proses
from foraldraskolan.isolates import own_direction
from foraldraskolan.language import culture_of, direction_of
from foraldraskolan.layout.colours import TEAL
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.make.conductor import make
from foraldraskolan.make.edition import metadata_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.make.readme import contents
from foraldraskolan.office.writer import write_pptx
from tests.support.orders import PLANS, content, edition, plan
from tests.support.reading import read_aloud, squeezed
from tests.support.samples import MIRRORED, SWEDISH, form
from tests.support.slides_reader import SlideDeck, SlideShape, said_on, without_controls
from tests.test_renderers import LOOKS, SAMPLES, made, stands

MADE = datetime(2026, 12, 3, tzinfo=UTC)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Made:
    """A presentation, and what it is made of."""

    form: Form
    pages: list[Page]
    notes: Form
    data: bytes

    @cached_property
    def read(self) -> SlideDeck:
        """The presentation as it is read."""
        return SlideDeck(self.data)

    def of(self, block: int) -> list[list[SlideShape]]:
        """Return the slides that show a block of the form."""
        return [slide for page, slide in zip(self.pages, self.read.slides, strict=True) if page.block == block]


@cache
def samples(mirrored: bool) -> Made:
    """Return a slide of every kind of block that one may have, in Swedish or as if that were read from the right."""
    language = MIRRORED if mirrored else SWEDISH
    blocks = [made(kind, "slides", language).blocks[0] for kind in SAMPLES if stands(kind, "slides")]
    whole = form(*blocks, language=language)
    pages, notes = lay_out_slides(whole), form(*(LOOKS["speaker note"] for _ in blocks))
    return Made(whole, pages, notes, write_pptx(whole, pages, notes, Metadata("Titel", language.tag, "Möte", MADE)))


@cache
def example(tag: str) -> Made:
    """Return the example's presentation in a language, with its notes in Swedish."""
    of = plan("example")
    slides, notes = (
        edition(medium, of, lang, content("example")) for medium, lang in (("presentation", tag), ("notes", "sv"))
    )
    about = metadata_of(slides.form, slides.content)
    return Made(slides.form, slides.pages, notes.form, write_pptx(slides.form, slides.pages, notes.form, about))


DECKS: dict[str, Callable[[], Made]] = {
    "samples": lambda: samples(False),
    "samples from the right": lambda: samples(True),
    **{f"example-{tag}": lambda tag=tag: example(tag) for tag in ("sv", "ar", "so")},
}
every_deck = pytest.mark.parametrize("name", DECKS, ids=lambda name: name.replace(" ", "-"))


def told(text: str) -> str:
    """Return the characters of a text, whatever spaces and raised figures they are written with."""
    return squeezed(unicodedata.normalize("NFKC", without_controls(text)))


@every_deck
def test_slides_say_what_the_form_says(name: str) -> None:
    """Read shape by shape, a slide has every text of its block in order and nothing else.

    Where a block goes on, what it is called and what it shows stand there again.
    """
    deck = DECKS[name]()
    for block, shown in enumerate(deck.form.blocks):
        wanted = [told(text) for text in read_aloud(replace(deck.form, blocks=(shown,)))]
        first, *rest = [list(map(told, said_on(slide))) for slide in deck.of(block)]
        for texts in rest:
            for text in texts:
                if not first.count(text) or first.count(text) < wanted.count(text):
                    first.append(text)
        assert "".join(first) == "".join(wanted)


@pytest.mark.parametrize("name", ["samples", "samples from the right", "example-ar"])
def test_there_is_nothing_to_repair(name: str, tmp_path: Path) -> None:
    """The file follows the schemas and the rules of the Open XML SDK, and python-pptx saves it again."""
    file = tmp_path / "slides.pptx"
    file.write_bytes(DECKS[name]().data)
    assert [f"{each.part_uri}: {each.description}" for each in OpenXmlValidator().validate(file).errors] == []
    DECKS[name]().read.deck.save(BytesIO())


@every_deck
def test_what_can_be_edited_is_what_it_looks_like(name: str) -> None:
    """A slide has one title; lists, tables, charts and drawings are such, and nothing but a logo is a picture."""
    deck = DECKS[name]()
    for block, shown in enumerate(deck.form.blocks):
        nodes = [node for _, node in descend(shown)]
        slides = deck.of(block)
        assert [[shape.place for shape in slide].count("title") for slide in slides] == [1] * len(slides)
        shapes = [shape for slide in slides for shape in slide]
        bulleted = [each for shape in shapes for each in shape.paragraphs if is_bulleted(each)]
        assert len(bulleted) == sum(listed(node) for node in nodes)
        charts = [node for node in nodes if isinstance(node, Box) and node.look == "chart"]
        drawings = [node for node in nodes if isinstance(node, Figure) and isinstance(node.art, LineDrawing)]
        tables = sum(isinstance(node, Table) for node in nodes) - len(charts)
        assert sum(shape.has("tbl") for shape in shapes) == tables * len(slides)
        assert sum(shape.has("chart") for shape in shapes) == len(charts)
        groups = [shape for shape in shapes if shape.kind == "grpSp" and not shape.decorative]
        assert sum(shape.has("cubicBezTo") for shape in groups) == len(drawings)
        logos = [node for node in nodes if isinstance(node, Figure) and isinstance(node.art, Logo)]
        assert sum(shape.has("pic") for shape in shapes) == len(logos)


def listed(node: object) -> int:
    """Return how many paragraphs of a node have something before them: the items of a list."""
    return len(node.items) if isinstance(node, List) else 0


def is_bulleted(paragraph: Any) -> bool:
    """Tell whether a paragraph has a bullet, a number or a box before it, as one of a list."""
    return any(paragraph.find(f"{A}pPr/{A}{bullet}") is not None for bullet in ("buChar", "buAutoNum"))


@every_deck
def test_a_picture_says_what_it_shows_or_that_it_shows_nothing(name: str) -> None:
    """What is no text has a text that stands in for it, or is marked as decorative; no text is."""
    for slide in DECKS[name]().read.slides:
        for shape in slide:
            is_text = bool(shape.texts) and not shape.has("tbl") and not shape.has("chart")
            assert (bool(shape.alt), shape.decorative, is_text).count(True) == 1


@every_deck
def test_every_text_is_in_its_language_and_direction(name: str) -> None:
    """Each run names a language with its territory, what is read from the right says so, and titles stand there."""
    deck = DECKS[name]()
    texts: dict[str, list[Prose]] = {}
    for _, prose in proses(deck.form):
        if any(map(str.isalpha, plain(prose.inlines))):  # a number alone reads the same in every language
            texts.setdefault(told(plain(prose.inlines)), []).append(prose)
    side = "r" if deck.form.language.direction == "rtl" else "l"
    found = 0
    shapes = [shape for slide in deck.read.slides for shape in slide]
    for shape in shapes:
        # What a title sets in another size is a paragraph of it.
        for paragraphs in [shape.paragraphs] if shape.place == "title" else [[each] for each in shape.paragraphs]:
            runs = [run for paragraph in paragraphs for run in paragraph.iter(f"{A}r")]
            said = {run.find(f"{A}rPr").get("lang") for run in runs}
            same = texts.get(told("".join(run.findtext(f"{A}t") for run in runs)), [])
            found += bool(same)
            for look in (paragraph.find(f"{A}pPr") for paragraph in paragraphs if runs):
                rtl = look.get("rtl") == "1"
                assert not same or any(said <= languages(text) and rtl == reads_left(text) for text in same)
                assert look.get("algn") == side or shape.place != "title"
    assert found > len(deck.pages)


def languages(text: Prose) -> set[str]:
    """Return the languages of a text and of what is foreign in it, as office programs name them."""
    foreign = {each.language for each in inlines_below(text.inlines) if isinstance(each, Foreign)}
    return set(map(culture_of, {text.language, *foreign}))


def reads_left(text: Prose) -> bool:
    """Tell whether a text is read from the right to the left."""
    return direction_of(text.language) == "rtl"


def test_a_number_is_an_island_in_arabic() -> None:
    """What is read from the left among Arabic letters is an isolate, and holds together where no isolate is known."""
    said = "".join(text for slide in example("ar").read.slides for text in said_on(slide))
    arabic = (text for _, text in proses(example("ar").form) if direction_of(text.language) == "rtl")
    inlines = (each for text in arabic for each in inlines_below(text.inlines))
    texts = {each.text for each in inlines if isinstance(each, Value) and re.search(r"\d\D+\d", each.text)}
    values = {text for text in texts if own_direction(text) == "ltr"}
    assert values
    for value in values:
        kept = value.replace(" ", "\u00a0")
        assert said.count(kept) == said.count(f"\u2066\u200e{kept}\u200e\u2069") > 0


@every_deck
def test_below_a_slide_stands_what_is_said_to_it(name: str) -> None:
    """The pane has the texts of the slide's note in order, but for its title, once if the slide takes several pages.

    The last slide of a module has the questions to it, too.
    """
    deck = DECKS[name]()
    boxes: list[Box] = []
    for each in deck.notes.blocks:
        if isinstance(each, Box) and each.look == "speaker note":
            boxes.append(each)
        elif isinstance(each, Box) and each.look == "questions":
            boxes[-1] = replace(boxes[-1], blocks=(*boxes[-1].blocks, each))
    assert len(boxes) == len(deck.form.blocks)
    for block, box in enumerate(boxes):
        first, *rest = [notes for page, notes in zip(deck.pages, deck.read.notes, strict=True) if page.block == block]
        said = replace(box, blocks=tuple(each for each in box.blocks if not isinstance(each, Heading | Figure)))
        assert told("".join(first)) == told("".join(read_aloud(replace(deck.notes, blocks=(said,)))))
        assert rest == [[]] * len(rest)


@every_deck
def test_a_new_slide_looks_like_the_others(name: str) -> None:
    """Each layout has a place for a title where titles stand and one for text below it, within the slide."""
    deck = SlideDeck(DECKS[name]().data).deck  # its own: slides are added to it
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert {slide.slide_layout.name for slide in deck.slides} == {layout.name for layout in deck.slide_layouts}
    for layout in deck.slide_layouts:
        title, text, *_ = layout.placeholders
        kinds = [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY]
        assert [each.placeholder_format.type for each in (title, text)] == kinds
        assert title.top + title.height < text.top < text.top + text.height < deck.slide_height * 0.9
        new = deck.slides.add_slide(layout)
        assert [each.placeholder_format.type for each in new.placeholders] == kinds
    theme = next(part for name, part in DECKS[name]().read.parts().items() if name.endswith("theme1.xml")).decode()
    assert TEAL[1:] in theme and 'typeface="Arial"' in theme


@every_deck
def test_a_file_says_of_itself_what_its_pages_say(name: str) -> None:
    """It has a title, a language and the moment of the meeting, and no name of whoever made it."""
    deck = DECKS[name]()
    said = deck.read.deck.core_properties
    assert said.title
    assert said.language == deck.form.language.tag
    assert said.created == said.modified == MADE.replace(tzinfo=None)
    assert (said.author, said.last_modified_by, said.keywords, said.comments) == ("", "", "", "")
    parts = deck.read.parts()
    assert "thumbnail" not in " ".join(parts) and b"Macintosh" not in b"".join(parts.values())


def test_the_same_slides_are_the_same_bytes() -> None:
    """No day of the clock stands in a file, nor in the workbook of a chart."""
    deck = samples(False)
    again = write_pptx(deck.form, deck.pages, deck.notes, Metadata("Titel", "sv", "Möte", MADE))
    assert again == deck.data
    books = [data for name, data in deck.read.parts().items() if name.endswith(".xlsx")]
    assert len(books) == 1
    for package in (deck.data, *books):
        with ZipFile(BytesIO(package)) as parts:
            assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            moments = re.findall(r"<dcterms:\w+[^>]*>([^<]*)<", parts.read("docProps/core.xml").decode())
        assert moments == ["2026-12-03T00:00:00Z"] * 2


def test_what_is_false_is_struck_through() -> None:
    """Text that is said to be false is struck itself, wherever its lines end, and no other is."""
    deck = samples(False)
    for page, slide in zip(deck.pages, deck.read.slides, strict=True):
        looks = {node.look for _, node in descend(deck.form.blocks[page.block]) if isinstance(node, Box)}
        struck = [run for shape in slide for run in shape.element.iter(f"{A}rPr") if run.get("strike") == "sngStrike"]
        assert bool(struck) == ("false claim" in looks)


def test_a_chart_has_its_data() -> None:
    """Whoever edits the slide finds the values, what they are values of, and a label that follows each."""
    (chart,) = [shape.chart for slide in samples(False).read.deck.slides for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == ["2019", "2020–2022: ingen uppgift", "2023"]
    assert list(chart.plots[0].series[0].values) == [12.5, None, 7.0]
    (shape,) = [shape for slide in samples(False).read.slides for shape in slide if shape.has("chart")]
    assert shape.texts == ("2019", "12,5 %", "2020–2022", "ingen uppgift", "2023", "7 %")


def test_a_command_writes_it_by_the_ending_of_the_file(tmp_path: Path) -> None:
    """foraldraskolan presentation -o x.pptx makes the slides with their notes."""
    file = tmp_path / "x.pptx"
    assert run(["presentation", str(PLANS["example"]), "-o", str(file)]) == 0
    assert len(SlideDeck(file.read_bytes()).slides) > 3


def test_a_pack_has_it_if_the_plan_asks() -> None:
    """powerpoint = true adds the slides, and the list of the pack calls them what they are for."""
    tiny = plan("tiny")
    without, asked = pack_orders(tiny), pack_orders(replace(tiny, powerpoint=True))
    (more,) = [order for order in asked if order not in without]
    assert more.file == "presentation-sv.pptx"
    (made,) = make([more], replace(tiny, powerpoint=True), content("tiny"))
    listed = contents(tiny, [made], content("tiny"), NullTranslations())
    assert "presentation-sv.pptx: Bilder att ändra i PowerPoint, svenska (svenska)" in listed
