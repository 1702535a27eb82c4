"""A letter says the same as HTML and as plain text, in its own languages and directions, and can do no harm."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Heading, List, Paragraph
from foraldraskolan.document.inlines import Emphasis, Foreign, Link, Strong, Text, Value
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE, Language, direction_of
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.web.html import html
from foraldraskolan.web.plain_text import plain_text
from tests.layout.test_contrast import contrast
from tests.support.letters import Sent, body, letter, parsed, read, said, sent
from tests.support.samples import ARABIC, FORMS, MIRRORED, SWEDISH, form, phone, prose, sheet, words

ALL = pytest.mark.parametrize("which", sent(), ids=str)
# What XML can hold; a control character stands in no text of the material.
texts = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=40)


@ALL
def test_both_say_the_same(which: Sent) -> None:
    """What is pasted from the HTML and what is pasted from the text are the same words in the same order."""
    made = letter(which)
    assert said(read(body(made.html))) == said(made.text)


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("language", [SWEDISH, MIRRORED], ids=str)
def test_both_say_the_same_of_any_block(kind: str, language: type[SWEDISH]) -> None:
    """Whatever a letter is made of, neither form leaves anything out."""
    made = sheet(FORMS[kind], language=language)
    assert said(read(body(html(made)))) == said(plain_text(made))
    assert len(said(plain_text(made))) > len(said(plain_text(sheet(language=language))))


@ALL
def test_a_letter_is_well_formed_and_named(which: Sent) -> None:
    """A letter is XML too, its title is its subject, it has one first heading, and levels are not skipped."""
    made = letter(which)
    tree = parsed(made.html)
    assert tree.findtext("head/title") == made.subject
    levels = [int(each.tag[1]) for each in tree.iter() if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= one + 1 for one, after in pairwise(levels))


@ALL
def test_a_long_address_breaks_before_it_widens_the_letter(which: Sent) -> None:
    """All text stands in a table whose words may break anywhere, by each name that clients know; a column's may not."""
    outer, whole, *inner = parsed(letter(which).html).iter("table")
    wraps = {"word-wrap:break-word", "word-break:break-word", "overflow-wrap:anywhere"}
    assert wraps <= set(whole.get("style", "").split(";"))
    assert "".join(outer.itertext()).split() == "".join(whole.itertext()).split()
    for table in inner:
        assert ("overflow-wrap:break-word" in table.get("style", "")) == (table.find("tr/th") is not None)


@ALL
def test_there_is_nothing_to_fetch_and_nothing_to_run(which: Sent) -> None:
    """No picture, script, style sheet or address that is not safe; links lead to https or to a phone."""
    made = letter(which)
    for forbidden in ("http://", "src=", "url(", "@import", "<script", "<style", "<link", "<img", "<form", "<base"):
        assert forbidden not in made.html
    for link in body(made.html).iter("a"):
        assert link.get("href", "").startswith(("https://", "tel:"))
        assert "text-decoration:underline" in link.get("style", "")


@ALL
def test_every_part_says_its_language(which: Sent) -> None:
    """The page, its body and its outermost cell have the letter's language and direction; so has each block its own."""
    tag, made = which.tag, letter(which)
    tree = parsed(made.html)
    outer = [tree, *tree.findall("body"), *tree.findall("body/table/tr/td")]
    assert [(each.get("lang"), each.get("dir")) for each in outer] == [(tag, direction_of(tag))] * 3
    for each in tree.iter():
        if each.tag in ("p", "ul", "ol", "h1", "h2", "h3"):
            assert each.get("lang")
        if lang := each.get("lang"):
            assert each.get("dir") == direction_of(lang)


@ALL
def test_a_right_to_left_letter_is_mirrored(which: Sent) -> None:
    """What stands at the start of a line of Swedish stands at the right in Arabic: text, lists, bars."""
    tag, made = which.tag, letter(which)
    styles = " ".join(each.get("style", "") for each in body(made.html).iter())
    far = "left" if direction_of(tag) == "rtl" else "right"
    for written in re.findall(r"(?:margin|border|padding)-(left|right):", styles):
        assert written != far
    for each in body(made.html).iter("td"):
        assert each.get("align") in ("center", {"left": "right", "right": "left"}[far], None)


@ALL
def test_text_can_be_read_on_its_ground(which: Sent) -> None:
    """All text has a contrast of 4.5 to 1 or more with the ground that its letter gives it."""
    pairs = set(_on_grounds(body(letter(which).html), "", ""))
    assert pairs
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def _on_grounds(element: Element, colour: str, ground: str) -> Iterator[tuple[str, str]]:
    style = dict(part.split(":", 1) for part in element.get("style", "").split(";") if part)
    colour, ground = style.get("color", colour), style.get("background-color", ground)
    if (element.text or "").strip():
        yield colour, ground
    for child in element:
        yield from _on_grounds(child, colour, ground)


@pytest.mark.parametrize(
    ("tag", "size", "slanted"),
    [("sv", 16, True), ("uk", 16, True), ("am", 16, False), ("he", 16, False), ("ar", 18, False), ("ps", 18, False)],
)
def test_a_letter_is_set_as_its_script_is(tag: str, size: int, slanted: bool) -> None:
    """Arabic letters are larger, in any language; a stressed word is slanted only where readers know slanted type."""
    stressed = Paragraph(Prose((Emphasis((Text("ord"),)),), tag, "ord"))
    *_, paragraph = parsed(html(sheet(stressed, language=Language(tag, tag, tag)))).iter("p")
    assert f"font-size:{size}px" in paragraph.get("style", "")
    (word,) = paragraph.iter("em")
    assert ("font-style:normal" not in word.get("style", "")) == slanted


@ALL
def test_plain_text_pastes_well(which: Sent) -> None:
    """No Markdown, no mark of direction in a text of one direction, no space at an end, one blank line at most."""
    tag, made = which.tag, letter(which)
    assert not re.search(r"[*_#`]{2}|^#|\n\n\n|[ \t]\n|\]\(", made.text)
    assert made.text.endswith("\n") and not made.text.endswith("\n\n")
    for line in made.text.splitlines():
        assert sum(map(line.count, "\u2066\u2067")) == line.count("\u2069")
    if which.plan == "example" and direction_of(tag) == "ltr":
        assert not re.search("[\u2066-\u2069]", made.text)


class _Reader(HTMLParser):
    """Keeps the text and the tags of HTML as a browser reads it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[str] = []
        self.feed(text)
        self.close()

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes but the looks."""
        self.tags.append(" ".join([tag, *(f"{name}={value}" for name, value in attrs if name in ("href", "onclick"))]))


@given(texts, st.sampled_from([SWEDISH, ARABIC]))
def test_no_text_can_become_a_tag(text: str, language: type[SWEDISH]) -> None:
    """Whatever is written in the material, the plan or a contact comes out as the same characters, and as no more."""

    def made(written: str) -> str:
        number = Paragraph(prose(phone("112")), "phone")
        card = Box("card", (Paragraph(prose(written), "name"), number, Paragraph(prose(written), "about")))
        blocks = (
            Heading(2, prose(written)),
            Paragraph(prose(Strong((Text(written),)), Emphasis((Value(written),)), Foreign("ar", (Text(written),)))),
            List("bullet", (prose(Link("https://example.org/", (Text(written),))),)),
            Box("act", (Paragraph(prose(written), "label"), Paragraph(prose(written)))),
            Box("contacts", (card, Paragraph(prose(written), "note"))),
        )
        return html(form(*blocks, language=language))

    found = _Reader(made(text))
    assert "".join(found.said).count(text) >= 10 or not text
    # Isolates are spans, or override, and a long address may break; no other element comes or goes with a text.
    ours = ("span", "bdo", "wbr")
    usual = [tag for tag in _Reader(made("x")).tags if tag not in ours]
    assert [tag for tag in found.tags if tag not in ours] == usual
    assert text in unescape(re.sub("<[^>]*>", "", made(text)))


def test_an_address_that_is_not_safe_is_no_link() -> None:
    """Old http addresses and scripts are text; a quotation mark ends no attribute."""
    for url in ("http://example.org", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x"):
        made = form(Paragraph(prose(Link(url, (Text("här"),)), Value("där", url))))
        assert "href" not in html(made) and url not in html(made) + plain_text(made)
    quoted = html(form(Paragraph(prose(Link('https://a.se/"onclick="x', (Text("här"),))))))
    assert [tag for tag in _Reader(quoted).tags if tag.startswith("a")] == ['a href=https://a.se/"onclick="x']


def test_numbers_keep_their_order_in_arabic() -> None:
    """A number, a time or an address in Arabic is an isolate; digits alone need none and are copied clean."""
    text = Prose((Text("من 10-15 "), phone("020-91 91 91"), Text(" "), phone("112"), Text(" و.")), "ar")
    made = form(Paragraph(text), language=ARABIC)
    assert plain_text(made) == "من \u206610-15\u2069 \u2066020-91 91 91\u2069 112 و.\n"
    (paragraph,) = body(html(made)).iter("p")
    isolated = [each for each in paragraph.iter() if each is not paragraph]
    assert [(each.tag, each.get("dir"), each.text) for each in isolated] == [
        ("span", "ltr", "10-15"),
        ("a", "ltr", "020-91 91 91"),
        ("a", "ltr", "112"),
    ]
    assert "nowrap" in isolated[1].get("style", "")


def test_a_text_without_translation_is_said_to_be_swedish() -> None:
    """A paragraph stands at its own start; a part of a list is marked inside it; plain lines need no mark."""
    swedish = prose("Det här är svenska.")
    made = form(Paragraph(swedish), List("bullet", (swedish,)), language=ARABIC)
    tree = body(html(made))
    (paragraph,) = tree.iter("p")
    assert (paragraph.get("lang"), paragraph.get("dir")) == (SOURCE, "ltr")
    assert "text-align:left" in paragraph.get("style", "")
    (inside,) = next(tree.iter("li"))
    assert (inside.tag, inside.get("lang"), inside.get("dir")) == ("span", SOURCE, "ltr")
    assert plain_text(made) == "Det här är svenska.\n\n- Det här är svenska.\n"


def test_a_note_stands_in_the_item_it_is_about() -> None:
    """In both forms the words on an old translation come on a line of their own below its item, before the next."""
    old = replace(prose("Prata"), state="stale")
    (block,) = with_notes((List("bullet", (old, prose("Lyssna"))),), words())
    made = sheet(block)
    note = "Den svenska texten har ändrats efter att det här översattes."
    assert f"- Prata\n{note}\n- Lyssna\n" in plain_text(made)
    assert re.search(rf"<li[^>]*>Prata<br /><em>{note}</em></li><li", html(made))


def test_a_letter_of_every_kind_as_plain_text() -> None:
    """One block of each kind, as it is pasted."""
    assert plain_text(sheet(*FORMS.values())) == LETTER


LETTER = """\
Rubrik
Möte 8B, Ekskolan

En rubrik

Text, fet och betonadlänk (https://example.org/a(b)) betonad
länk med fet (https://example.org/)overdose 020-91 91 9118.00–19.30

Det första stycket.

- En punkt
- En punkt till

1. Först
2. Sedan

☐ En ruta
☐ En ruta med 112

Vad – När
Prata – 18.00
Ring – Nu

Andel som svarade ja
Två staplar, den första är längst.
- 2019: 12,5 %
- 2020–2022: ingen uppgift
- 2023: 7 %
Källa: Byrån

Akut fara
Ring 112

Nödnumret: 112
Vid fara.

Stödlinjen: 020-91 91 91
Råd.
vardagar
svenska
gratis
example.org

Skolan
Fråga där.
Uppgifterna jämfördes med källorna 20 november 2026.

Lag
Ett brott
Det är ett brott.

- Öga: Ett öga.
- Två: Två.

Orden kommer ur materialets ordlista, som ingen har granskat. Säg till om något är fel.
Ord som måste bli rätt
svenska – Vad det är – svenska
krampanfall – Kroppen rycker. – krampanfall

svenska – svenska
Ett – Ett
Två – Två

- En rubrik
Om det.
- Slut

Jämförda.
example.org
"""


def test_a_long_address_may_break_behind_its_signs() -> None:
    """In a narrow column it does, as on paper; a short one stays whole."""
    text = "Skriv till anna-karin.ohman@skolan.se eller info@x.se."
    made = html(form(Paragraph(prose(text))))
    assert "anna-<wbr />karin.<wbr />ohman@<wbr />skolan.<wbr />se eller info@x.se." in made
