"""Every renderer knows every kind of block and every look, says all that a form says, and sees through its blanks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from gettext import NullTranslations
from typing import Any, get_args
from urllib.parse import urlsplit

import pytest

from foraldraskolan.cli.session import Session
from foraldraskolan.cli.show import _block as on_terminal
from foraldraskolan.document.form import (
    Blank,
    Box,
    Checks,
    Code,
    Dots,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Look,
    Marker,
    Miniatures,
    Note,
    Paragraph,
    Reference,
    Role,
    SlideLook,
)
from foraldraskolan.document.inlines import Foreign, LineBreak, Text, Value
from foraldraskolan.document.logo import Logo, Raster
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, below, children, descend, fillable, filled, plain, proses, top
from foraldraskolan.layout.grid import HANDOUT
from foraldraskolan.layout.leaflet import lay_out_leaflet
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.layout.page import Page, Tick
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.layout.speaker_notes import lay_out_speaker_notes
from foraldraskolan.pdf.structure import Element, marks_of, structure
from foraldraskolan.project import Project
from foraldraskolan.typeset.glyphs import ARTIFACT, Line, Mark
from foraldraskolan.web.html import html
from foraldraskolan.web.page import page as webpage
from foraldraskolan.web.plain_text import plain_text
from tests.support.letters import body, parsed, read, said
from tests.support.outline import structure_outline
from tests.support.painted import painted
from tests.support.reading import read_aloud, squeezed
from tests.support.samples import (
    FORMS,
    MIRRORED,
    SWEDISH,
    form,
    in_language,
    masthead,
    numbered,
    phone,
    prose,
)
from tests.support.webpages import text_of, told

ADDRESS_ON_THE_WEB = "https://example.org/papper"
TITLE = Heading(2, prose("Bild 1: Början"))
TEXT = Paragraph(prose("Hej!"))
LABELLED = (Paragraph(prose("Ordet"), "label"), TEXT, FORMS["bullets"])
POINTS = Box("points slide", (TITLE, FORMS["bullets"]))
SMALL = Figure(Miniatures((0,)), prose("Bild 1: Hela bilden"))
ADDRESS = (Paragraph(prose("Åsa Öberg"), "plain"), Paragraph(prose("541 30 Skövde"), "plain"))
LINES = (Paragraph(prose("Nödnumret"), "name"), Paragraph(prose(phone("112")), "phone"))
SECTION = Paragraph(prose("Modulen"), "section")
ASKED = Box("ask", (Paragraph(prose("Fråga"), "label"), Paragraph(prose("Vad ser du?"))))
DOTS = Figure(Dots(93), prose("93 av 100"))
CALL = Heading(2, prose("Ring ", phone("112"), " genast"))
FALSE = Box("false claim", (Paragraph(prose("Falskt"), "label"), Paragraph(prose("Det är inte så"), "lead")))
ANSWERS = List("tick", (prose("Ja, antal:", LineBreak(), Foreign("en", (Text("Yes"),))), prose("Nej")))
LOGO = Logo(Raster(2, 1, 1, b"\x00\xff"))
CARDS: tuple[Look, ...] = ("urgent card", "card", "card")
CODE = Figure(
    Code(ADDRESS_ON_THE_WEB),
    prose("En kod till papperen."),
    prose(Value("example.org/papper", ADDRESS_ON_THE_WEB)),
)
CALLED = Box("contacts", tuple(Box(look, LINES) for look in CARDS))
# One block of each look, beside those that authors' blocks become.
LOOKS: dict[Look, Box] = {
    "masthead": masthead(subtitle="Under den"),
    "right window": Box("right window", ADDRESS),
    "left window": Box("left window", ADDRESS),
    "sender": Box("sender", (Paragraph(prose("Ekskolan"), "name"), Paragraph(prose("Elevhälsan"), "detail"))),
    "occasion": Box("occasion", (TITLE, Paragraph(prose("kl. 18, aulan"), "name"))),
    "signature": Box("signature", (Paragraph(prose("Elevhälsan"), "name"),)),
    "reply slip": Box("reply slip", (TITLE, Paragraph(prose("Barnets namn:"), "line"), ANSWERS)),
    "numbered": numbered(3, FORMS["callout"]),
    "part": Box("part", (TITLE, Paragraph(prose("18.00–18.10"), "clock"), Paragraph(prose("Den som talar"), "line"))),
    "speaker note": Box("speaker note", (Paragraph(prose("18.00"), "clock"), SMALL, TITLE, TEXT)),
    "section": Box("section", (TITLE, TEXT, FORMS["contacts"])),
    "mail": Box("mail", (FORMS["lead"], TEXT)),
    "say": Box("say", LABELLED),
    "ask": Box("ask", LABELLED),
    "own": Box("own", LABELLED),
    "remember": Box("remember", LABELLED),
    "phrase": Box("phrase", LABELLED),
    "stale": Box("stale", (TEXT,)),
    "questions": Box("questions", (TITLE, Paragraph(prose("Får jag fråga?"), "title"), TEXT)),
    "numbers": Box("numbers", (*(Box(look, LINES) for look in CARDS), FORMS["contacts"], Box("card", LINES[:1]))),
    "title slide": Box("title slide", (Heading(1, prose("Titel")), FORMS["lead"], TEXT)),
    "agenda slide": Box("agenda slide", (TITLE, FORMS["table"])),
    "section slide": Box("section slide", (TITLE, FORMS["lead"])),
    "points slide": replace(POINTS, blocks=(*POINTS.blocks, FORMS["ticks"]), splits=(2,)),
    "picture slide": Box("picture slide", (SECTION, TITLE, *FORMS["pictures"].blocks, TEXT, ASKED)),
    "number slide": Box("number slide", (TITLE, DOTS, TEXT, Paragraph(prose("Källa: Byrån"), "note"))),
    "call slide": Box("call slide", (CALL, FORMS["bullets"], TEXT, FORMS["pictures"].blocks[0])),
    "phone slide": Box("phone slide", (TITLE, CALLED, CALLED, FORMS["lead"]), (2,)),
    "myth slide": Box("myth slide", (TITLE, FALSE, TEXT)),
    "true claim": Box("true claim", (Paragraph(prose("Sant"), "label"), Paragraph(prose("Det är så"), "lead"))),
    "false claim": FALSE,
    "ask slide": Box("ask slide", (TITLE, TEXT)),
    "call": Box(
        "call",
        (TITLE, Paragraph(prose(phone("112")), "phone"), TEXT, FORMS["bullets"], Paragraph(prose("Osäker?"), "lead")),
    ),
    "column": Box("column", (TITLE, FORMS["pictures"], Heading(3, prose("Kroppen")), FORMS["ticks"], FORMS["lead"])),
    "cut-out": Box(
        "cut-out",
        (TITLE, Paragraph(prose(phone("112")), "phone"), Paragraph(prose("vid fara"), "hours"), Box("card", LINES)),
    ),
    "colophon": Box("colophon", (Paragraph(prose("Hela papperet:"), "note"), CODE)),
    "closing slide": Box("closing slide", (TITLE, FORMS["lead"])),
    "columns": Box("columns", (TITLE, FORMS["ticks"])),
    "lines": Box("lines", (Paragraph(prose("Datum"), "line"), Paragraph(prose("Namn"), "line"))),
}
SAMPLES: dict[str, FormBlock] = {
    **FORMS,
    **dict(LOOKS.items()),
    "every heading": Box("section", tuple(Heading(level, prose(f"Nivå {level}")) for level in range(1, 7))),
    "every role": Box("section", (TITLE, *(Paragraph(prose(f"Som {role}"), role) for role in get_args(Role)))),
    "fields": fillable(FORMS["ticks"]),
    "occasion with a code": Box(
        "occasion", (TITLE, Figure(Code(ADDRESS_ON_THE_WEB), prose("En kod."), prose(Value("example.org"))))
    ),
    "sender with a logo": Box(
        "sender", (Figure(LOGO, prose("Ekskolan"), prose("Ekskolan")), Paragraph(prose("Elevhälsan"), "detail"))
    ),
    "checks": Checks(tuple(map(prose, ("Vecka", "0", "2"))), (prose("En ruta"), prose("En ruta med ", phone("112")))),
    "note": Note(prose("7"), prose("Byrån: En rapport"), "https://www.example.org/rapport"),
    "reference": Reference(prose("En rubrik"), prose("Om det som står där."), 0, "1"),
    "figure": Figure(FORMS["pictures"].blocks[0].art, prose("Utan ord.")),
    "code": CODE,
    "numbers to call": CALLED,
    "reminder": Box("remember", (Figure(FORMS["pictures"].blocks[0].art, prose("Ett öga.")), TEXT)),
    "callout in callout": Box("remember", (*LABELLED, FORMS["callout"])),
}
LONG = ("contacts", "numbers", "section", "column", "every heading", "every role")
SLIDES = get_args(SlideLook)
LEAFLET = ("call", "column", "cut-out", "colophon", "numbers to call", "reminder", "heading")
Language = type(SWEDISH)
# Each medium that a block may stand in, and how its pages are laid out.
HOMES: dict[str, Callable[[Form], list[Page]]] = {
    "sheet": partial(lay_out_sheet, grid=HANDOUT),
    "numbered": partial(lay_out_sheet, grid=HANDOUT),
    "letter": lay_out_letter,
    "slides": lay_out_slides,
    "leaflet": lay_out_leaflet,
    "notes": lambda form: lay_out_speaker_notes(form, laid_out("points slide", "slides", form.language)[1]),
}


@cache
def laid_out(kind: str, home: str, language: Language = SWEDISH) -> tuple[Form, list[Page]]:
    """Return a form of a medium that has a sample in it, and its pages."""
    whole = made(kind, home, language)
    return whole, HOMES[home](whole)


def made(kind: str, home: str, language: Language = SWEDISH) -> Form:
    """Return a form of a medium that has a sample in it, if that is not itself what such a form is made of."""
    block = SAMPLES[kind]
    blocks: tuple[FormBlock, ...]
    match home:
        case "slides":
            blocks = (block if kind in SLIDES else Box("points slide", (TITLE, block)),)
        case "notes":
            note = LOOKS["speaker note"]
            alone = kind in ("part", "speaker note")
            blocks = (masthead(), block if alone else replace(note, blocks=(*note.blocks[:3], block)))
        case "letter":
            blocks = (masthead(), block, TEXT) if kind.endswith("window") else (masthead(), LOOKS["left window"], block)
        case "numbered":
            blocks = (masthead(), numbered(4, block))
        case _:
            blocks = (masthead(), block)
    return form(*(in_language(each, language.tag) for each in blocks), language=language)


def stands(kind: str, home: str) -> bool:
    """Return whether a block may stand in a medium: small slides in notes alone, what is long on paper."""
    papers = ("sheet", "numbered", "letter", "notes")
    alone = {"speaker note": ("notes",), "part": ("notes",), "numbered": ("sheet",), **dict.fromkeys(LONG, papers)}
    if home == "leaflet":
        return kind in LEAFLET
    return home in alone.get(kind, tuple(HOMES))


PAGES = [(kind, home) for kind in SAMPLES for home in HOMES if stands(kind, home)]
EVERYWHERE = pytest.mark.parametrize(("kind", "home"), PAGES, ids=lambda each: each.replace(" ", "-"))
ANY = pytest.mark.parametrize("kind", SAMPLES, ids=lambda each: each.replace(" ", "-"))
BOTH = pytest.mark.parametrize("language", [SWEDISH, MIRRORED], ids=lambda language: language.tag)


def literals(kinds: Any) -> set[str]:
    """Return the names in a union of literals."""
    return {name for each in get_args(kinds) for name in (literals(each) if get_args(each) else {each})}


def test_there_is_a_sample_of_everything() -> None:
    """No kind of block, look, role, marker or art is without a sample."""
    nodes = [node for block in SAMPLES.values() for _, node in descend(block)]
    assert {type(node) for node in nodes} - {Prose} == set(get_args(FormBlock))
    assert {node.look for node in nodes if isinstance(node, Box)} == literals(Look)
    assert {node.role for node in nodes if isinstance(node, Paragraph)} == literals(Role)
    assert {node.marker for node in nodes if isinstance(node, List)} == literals(Marker)
    arts = {type(node.art) for node in nodes if isinstance(node, Figure)}
    assert arts == set(get_args(Figure.__dataclass_fields__["art"].type))


@BOTH
@EVERYWHERE
def test_pages_and_tree_hold_the_same_marks(kind: str, home: str, language: Language) -> None:
    """What is painted with a meaning is in the structure tree, once, and what is there is painted."""
    assert_same_marks(*laid_out(kind, home, language))


def assert_same_marks(whole: Form, pages: list[Page]) -> None:
    """Fail if pages and the structure tree of their form do not hold the same marks, each once in the tree."""
    marks = list(marks_of(structure(whole)))
    assert len(marks) == len(set(marks))
    assert set(painted_by_mark(pages)) == set(marks)


def painted_by_mark(pages: list[Page]) -> dict[Mark, str]:
    """Return what is painted with each mark, as text; a box to tick with a pen has no meaning."""
    found: dict[Mark, str] = {}
    for page in pages:
        for each in page.items:
            if isinstance(each.item, Line):
                for run in each.item.runs:
                    texts = run.texts[::-1] if run.rtl else run.texts
                    found[run.mark] = found.get(run.mark, "") + "".join(texts)
            elif not (isinstance(each.item, Tick) and not each.item.name):
                found.setdefault(each.mark, "")
    found.pop(ARTIFACT, None)
    return found


@EVERYWHERE
def test_pages_read_by_their_tree_say_what_the_form_says(kind: str, home: str) -> None:
    """Whoever follows the tags hears every text of the form in its order, and nothing else."""
    whole, pages = laid_out(kind, home)
    heard = "".join(_heard(structure(whole), painted_by_mark(pages)))
    assert squeezed(heard) == squeezed("".join(read_aloud(whole)))


def _heard(element: Element, painted: dict[Mark, str]) -> Iterator[str]:
    if element.role == "Figure":
        yield element.alt
    for kid in element.kids:
        yield from _heard(kid, painted) if isinstance(kid, Element) else [painted[kid]]


@BOTH
@ANY
def test_a_letter_says_what_the_form_says(kind: str, language: Language) -> None:
    """As HTML and as plain text a form has all of its texts in order, and of its sources the sites alone."""
    letter = form(*in_language((masthead(), SAMPLES[kind]), language.tag), language=language)
    wanted = said("\n".join(text for block in letter.blocks for text in _told(block)))
    assert len(wanted) > len(said("\n".join(_told(masthead()))))
    for text in (plain_text(letter), read(body(html(letter)))):
        assert said(_without_addresses(text)) == wanted


@BOTH
@ANY
def test_a_page_says_what_the_form_says(kind: str, language: Language) -> None:
    """As a page for the phone a form has all of its texts, in their order."""
    made = form(*in_language((masthead(), SAMPLES[kind]), language.tag), language=language)
    assert text_of(parsed(webpage(made))) == told(made)


def _told(block: Any) -> Iterator[str]:
    """Yield the texts that a letter has of a block, and what counts or ticks off its items."""
    match block:
        case Prose():
            yield plain(block.inlines)
        case List(marker, items):
            for number, item in enumerate(items, start=1):
                yield {"bullet": "", "number": f"{number}.", "tick": "☐", "field": "☐"}[marker]
                yield from _told(item)
        case Checks(head, items):
            yield from (text for each in head for text in _told(each))
            for item in items:
                yield from ("☐",) * (len(head) - 1)
                yield from _told(item)
        case Figure(Code() | Logo(), _, word):
            yield from _told(word)
        case Figure(_, alt, word):
            yield from (text for each in (word, alt) if each for text in _told(each))
        case Note(_, text):
            yield from _told(text)
        case Box("sources", blocks):
            yield from (text for each in blocks if isinstance(each, Paragraph) for text in _told(each))
            yield from dict.fromkeys(_site(each.url) for each in blocks if isinstance(each, Note))
        case _:
            yield from (text for child in children(block) for text in _told(child))


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _without_addresses(text: str) -> str:
    """Return a letter without the addresses that its links' texts hide."""
    return re.sub(r" \(\u2066?https\S+?\)[\u2069)]*", "", text)


@ANY
def test_a_terminal_says_what_the_form_says(kind: str) -> None:
    """On a terminal a block has all of its texts in order; of a source only what it is."""
    session = Session(Project.default(), NullTranslations())
    block = SAMPLES[kind]
    lines = [line.plain for line in on_terminal(block, "", session)]
    wanted = _words("\n".join(_listed(block)))
    assert wanted
    assert _words("\n".join(lines)) == wanted


def _listed(block: Any) -> Iterator[str]:
    """Yield the texts that a terminal has of a block: those of a letter, sources with their numbers."""
    match block:
        case Note(points, text):
            yield f"{plain(points.inlines)}. {plain(text.inlines)}" if points else plain(text.inlines)
        case Box(look, blocks):
            yield {"mail": "Brev", "column": "Blad till kylskåpet", **dict.fromkeys(SLIDES, "Bild")}.get(look, "")
            yield from (text for each in blocks for text in _listed(each))
        case _:
            yield from _told(block)


def _words(text: str) -> list[str]:
    """Return the words of what a terminal shows, without what marks its lines."""
    return [word for word in said(text) if word not in {"•", "[", "]", "|", "☐"}]


def with_blanks(block: FormBlock) -> FormBlock:
    """Return a block with a blank that nothing fills before, between and after whatever stands in it."""
    if not isinstance(block, Box):
        return block
    return replace(block, blocks=tuple(_apart([with_blanks(each) for each in block.blocks])))


def _apart(blocks: list[FormBlock]) -> Iterator[FormBlock | Blank]:
    yield NOTHING
    for block in blocks:
        yield from (block, NOTHING)


def in_blanks(block: FormBlock) -> Blank:
    """Return a blank that is filled with a block, and whatever stands in that likewise."""
    if isinstance(block, Box):
        block = replace(block, blocks=tuple(in_blanks(each) for each in block.blocks))
    return Blank("salutation", (block,))


NOTHING = Blank("salutation")


@EVERYWHERE
def test_a_blank_is_not_there(kind: str, home: str) -> None:
    """A form with blanks everywhere, empty or filled, is rendered as what stands in them."""
    whole, pages = laid_out(kind, home)
    empty = replace(whole, blocks=tuple(_apart([with_blanks(block) for block in whole.blocks])))
    full = replace(whole, blocks=tuple(in_blanks(block) for block in whole.blocks))
    session = Session(Project.default(), NullTranslations())
    for other in (empty, full):
        assert plain_text(other) == plain_text(whole)
        assert html(other) == html(whole)
        assert webpage(other) == webpage(whole)
        assert structure_outline(structure(other)) == structure_outline(structure(whole))
        again = HOMES[home](other)
        assert painted(again, marks=False) == painted(pages, marks=False)
        assert_same_marks(other, again)
    for block in whole.blocks:
        shown = [line.plain for line in on_terminal(block, "", session)]
        assert [line.plain for line in on_terminal(with_blanks(block), "", session)] == shown


@ANY
def test_an_address_leads_to_its_text(kind: str) -> None:
    """Seen through blanks or not, a text has one address, which leads to it."""
    block = SAMPLES[kind]
    for whole in (form(block), form(NOTHING, with_blanks(block)), form(NOTHING, in_blanks(block))):
        seen = [each for at, inner in top(whole) for each in _addressed(inner, at)]
        assert seen == list(proses(whole))


def _addressed(node: Any, at: Address) -> Iterator[tuple[Address, Prose]]:
    if isinstance(node, Prose):
        yield at, node
    for there, child in below(node, at):
        yield from _addressed(child, there)


def test_what_is_known_last_fills_every_blank_of_its_name() -> None:
    """Filling a blank changes that alone, and a blank of another name stays as it was."""
    box = Box("masthead", (Heading(1, prose("Rubrik")), Blank("trust"), Blank("address")))
    whole = form(box, Blank("trust", (FORMS["lead"],)), TEXT)
    new = filled(whole, "trust", (TEXT, FORMS["heading"]))
    there = Blank("trust", (TEXT, FORMS["heading"]))
    assert new == form(replace(box, blocks=(box.blocks[0], there, Blank("address"))), there, TEXT)
    assert filled(new, "trust", ()) == filled(whole, "trust", ())
    assert filled(whole, "salutation", (TEXT,)) == whole
