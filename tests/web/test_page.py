"""A page for the phone says what its form says, stands alone, leads where it says and can do no harm."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import cycle, pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Box, Form, Heading, Paragraph
from foraldraskolan.document.inlines import Foreign, Link, Text, Value
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import inlines_below, proses, rewrite
from foraldraskolan.language import Language, direction_of
from foraldraskolan.web.page import page
from tests.support.letters import parsed
from tests.support.samples import ARABIC, FORMS, MIRRORED, SWEDISH, form, in_language, masthead, phone, prose, sheet
from tests.support.webpages import names, text_of, told, webform, webpage, with_numbers

ALL = pytest.mark.parametrize("name", names())
HANDOUTS = pytest.mark.parametrize("name", names()[:-1])
EACH = pytest.mark.parametrize("language", [SWEDISH, ARABIC, MIRRORED], ids=lambda language: language.tag)
LARGEST = 120_000  # bytes, which a phone has in a second where the net is slow
# What XML can hold; a control character stands in no text of the material.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=40)
# All that a page is made of: nothing that is fetched, run, played or sent.
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "div", "a", "p", "span", "br",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em",
    "figure", "figcaption", "svg", "path", "rect", "bdo", "wbr",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "dir", "class", "id", "href", "role", "scope", "charset", "http-equiv", "name", "content",
    "aria-label", "aria-labelledby", "aria-hidden", "viewBox", "d", "fill", "stroke", "stroke-width", "stroke-linecap",
    "stroke-linejoin", "stroke-dasharray", "width", "height",
}  # fmt: skip


@settings(max_examples=30)
@given(st.lists(st.sampled_from(sorted(FORMS)), min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=5))
@EACH
def test_a_page_says_what_its_form_says(language: Language, kinds: list[str], texts: list[str]) -> None:
    """Whatever the texts of a form are, they are the page's, in their order, and all else is what every page adds."""
    made = mixed(kinds, texts, language)
    assert text_of(parsed(page(made))) == told(made)


def mixed(kinds: list[str], texts: list[str], language: Language) -> Form:
    """Return a form of blocks of these kinds that has only these texts, in its own language and in others."""
    pairs = zip(cycle(texts), cycle(["sv", "ar", language.tag]))

    def other(_: Prose) -> Prose:
        text, tag = next(pairs)
        return Prose((Text(text),), tag)

    return with_numbers(form(masthead(), *(rewrite(FORMS[kind], other) for kind in kinds), language=language))


def test_what_a_page_adds_is_little() -> None:
    """The numbers stand once more at its foot: all else is the form's."""
    made = body(parsed(page(with_numbers(sheet(FORMS["contacts"])))))
    assert [each.tag for each in made] == ["header", "main", "footer"]
    assert ["".join(each.itertext()) for each in made.iterfind("footer/ul/li")] == [
        "112",
        "Skolsköterskan 0500-12 34 56",
    ]
    assert [each.tag for each in body(parsed(page(sheet(FORMS["contacts"]))))] == ["header", "main"]


def body(tree: Element) -> Element:
    """Return the body of a page."""
    found = tree.find("body")
    assert found is not None
    return found


@ALL
def test_there_is_nothing_to_fetch_and_nothing_to_run(name: str) -> None:
    """A page is made of what can be read and followed, and forbids all else; its one style is the one that it names."""
    tree = parsed(webpage(name))
    assert {each.tag for each in tree.iter()} <= ELEMENTS
    assert {attribute for each in tree.iter() for attribute in each.attrib} <= ATTRIBUTES
    assert {re.split("[:0-9]", link.get("href", ""))[0] for link in tree.iter("a")} <= {
        "https",
        "tel",
        "#part-",
        "#text",
    }
    (style,) = tree.iter("style")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    (policy,) = (each.get("content", "") for each in tree.iter("meta") if each.get("http-equiv"))
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert not re.search(r"url\(|@import|@font-face|expression", style.text or "")


@ALL
def test_a_page_is_small(name: str) -> None:
    """A whole handout is there before anybody waits."""
    assert len(webpage(name).encode()) <= LARGEST


@ALL
def test_headings_stand_in_order(name: str) -> None:
    """One is the first, and none skips a level."""
    levels = [int(each.tag[1]) for each in parsed(webpage(name)).iter() if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= one + 1 for one, after in pairwise(levels))


@HANDOUTS
def test_contents_lead_to_their_headings(name: str) -> None:
    """Each line of the contents is a link to one heading of the same words, and no two parts have one name."""
    tree = parsed(webpage(name))
    names = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(names) == len(set(names))
    heads = {f"#{each.get('id')}": "".join(each.itertext()) for each in tree.iter() if re.fullmatch("h[1-6]", each.tag)}
    ways = {link.get("href"): "".join(link.itertext()) for link in tree.iterfind(".//nav//a")}
    assert ways == {way: words for way, words in heads.items() if way != "#None"}
    assert len(ways) > 1


@ALL
def test_every_number_can_be_called(name: str) -> None:
    """Each number of the form is a link to the digits that it shows, in their order, on one line."""
    made = webform(name)
    texts = [*(text for _, text in proses(made)), *made.foot.numbers]
    wanted = [
        (each.url, each.text)
        for text in texts
        for each in inlines_below(text.inlines)
        if isinstance(each, Value) and each.url.startswith("tel:")
    ]
    links = [link for link in parsed(webpage(name)).iter("a") if link.get("href", "").startswith("tel:")]
    assert [(link.get("href"), "".join(link.itertext())) for link in links] == wanted
    for link in links:
        shown = re.sub(r"\D", "", "".join(link.itertext()))
        assert link.get("href") in (f"tel:{shown}", f"tel:+46{shown.removeprefix('0')}")
        assert (link.get("dir"), link.get("class")) == ("ltr", "call")


@ALL
def test_every_part_says_its_language(name: str) -> None:
    """What is in another language than what is around it says so, with the direction in which that is read."""
    made, tag = webform(name), webform(name).language.tag
    tree = parsed(webpage(name))
    assert (tree.get("lang"), tree.get("dir")) == (tag, direction_of(tag))
    texts = [text for _, text in proses(made)]
    inside = [each for text in texts for each in inlines_below(text.inlines) if isinstance(each, Foreign)]
    languages = {text.language for text in texts if text.inlines} | {each.language for each in inside}
    assert {each.get("lang") for each in tree.iter() if each.get("lang")} >= languages
    for around, each in with_parents(tree):
        if lang := each.get("lang"):
            assert each.tag == "svg" or each.get("dir") == direction_of(lang)
            assert around != lang or each.tag in ("svg", "html")


def with_parents(element: Element, around: str = "") -> Iterator[tuple[str, Element]]:
    """Yield every element with the language of what is around it."""
    yield around, element
    for child in element:
        yield from with_parents(child, element.get("lang", around))


@given(TEXTS, st.sampled_from([SWEDISH, ARABIC]))
def test_no_text_can_become_a_tag(text: str, language: Language) -> None:
    """Whatever is written in the material, the plan or a contact, a page has the elements that it has without it."""

    def made(written_there: str) -> list[str]:
        blocks = (
            Heading(2, prose(written_there)),
            Paragraph(
                prose(Foreign("ar", (Text(written_there),)), Link("https://example.org/", (Text(written_there),)))
            ),
            Box("card", (Paragraph(prose(written_there), "name"), Paragraph(prose(phone("112")), "phone"))),
            rewrite(FORMS["pictures"], lambda _: prose(written_there)),
        )
        tree = parsed(page(form(masthead(prose(written_there)), *blocks, language=language)))
        return [each.tag for each in tree.iter() if each.tag not in ("span", "bdo", "wbr")]  # an isolate is one

    assert made(text) == made("x")


def test_an_address_that_is_not_safe_is_no_link() -> None:
    """Old http addresses and scripts are text; a quotation mark ends no attribute."""
    for url in ("http://example.org", "javascript:alert(1)", "data:text/html,x"):
        made = body(parsed(page(form(Paragraph(prose(Link(url, (Text("här"),)), Value("där", url)))))))
        assert [link.get("href") for link in made.iter("a")] == []
    quoted = page(form(Paragraph(prose(Link('https://a.se/"onclick="x', (Text("här"),))))))
    assert [link.get("href") for link in body(parsed(quoted)).iter("a")] == ['https://a.se/"onclick="x']


def test_a_chart_is_drawn_beside_its_values() -> None:
    """Each bar is as long as its share of the whole, a gap has none, and what they show is told."""
    tree = parsed(page(sheet(FORMS["chart"])))
    rows = [[each.get("width") for each in row.iter("rect")] for row in tree.iter("tr")]
    assert rows == [["100%", "12.5%"], [], ["100%", "7%"]]
    assert all(each.get("aria-hidden") == "true" for each in tree.iter("svg"))
    (told,) = (each for each in tree.iter("p") if each.get("class") == "unseen")
    assert told.text == "Två staplar, den första är längst."


@EACH
def test_running_text_stands_at_its_own_start(language: Language) -> None:
    """A paragraph in another language begins on that one's side; a name or a list keeps the page's."""
    swedish = prose("Det här är svenska.")
    made = in_language(masthead(), language.tag)
    tree = parsed(page(form(made, Paragraph(swedish), Paragraph(swedish, "name"), language=language)))
    found = [(each.get("class"), each.get("lang"), each.get("dir")) for each in tree.iterfind("body/main/p")]
    own = (None, None) if language == SWEDISH else ("sv", "ltr")
    assert found == [("body", *own), ("name", None, None)]
