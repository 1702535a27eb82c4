"""Every word of the material is in the dictionary or in our own list, and the list holds no more than it must."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.inlines import Field, Text
from foraldraskolan.document.meaning import Callout
from foraldraskolan.document.prose import Prose
from foraldraskolan.editor.passages import article_passages
from foraldraskolan.editor.spelling import alphabetical, misspelled, swedish_texts
from foraldraskolan.editor.style import Style
from foraldraskolan.editor.vocabulary import Vocabulary
from foraldraskolan.material.library import read_library
from foraldraskolan.problems import Place
from tests.support.samples import prose, told
from tests.support.styles import STYLE

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
UNKNOWN = "Ordet {} står inte i någon ordlista."
NEEDLESS = "Ordet {} behöver inte listas: ingen text har det, eller så kan ordlistan det."


def listing(*words: str) -> Style:
    """Return a style with these words of its own."""
    return replace(STYLE, vocabulary=Vocabulary(words=words))


def said(*texts: Prose, style: Style = STYLE) -> list[str]:
    """Return what is told of the spelling of some texts; each has a hint."""
    problems = misspelled(texts, style)
    assert all(each.hint is not None for each in problems)
    return [told(each) for each in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Prata med din tonåring. Är du orolig?",
        "Ring Giftinformationscentralen, socialjouren eller en A-traktor.",
        "Skolans elevhälsa: kuratorns rum 12, kl. 18.30, §3 och FN:s 1177",
        "Orosanmälan, hjärt-lungräddning, ungdomsmottagningens föräldravandring",
        "En 15-åring och hens vän",
    ],
)
def test_swedish(text: str) -> None:
    """Forms of a word, words made of others, names and what has a hyphen, a colon or a figure are Swedish."""
    assert said(prose(text)) == []


@pytest.mark.parametrize(
    "word", ["tonårning", "socialtjänsetn", "förälrar", "lungt", "Orosanmälnan", "hjärt-lungräding"]
)
def test_a_word_that_is_wrong(word: str) -> None:
    """A slip of the hand is told, once in each text that has it."""
    assert (
        said(prose(f"{word}, ja. Och {word}"), prose("Rätt."), prose(f"Det är {word}.")) == [UNKNOWN.format(word)] * 2
    )


def test_a_field_is_no_word() -> None:
    """Nor is what is written together with one."""
    text = Prose((Text("Ring "), Field("phone", "helpline"), Text("!")), "sv", "Ring {phone:helpline}!")
    assert said(text) == []


def test_words_of_our_own() -> None:
    """A listed word may begin a sentence and be somebody's; a listed name is no common word."""
    style = listing("CAN", "Drugsmart", "vejp")
    assert said(prose("Vejp är Drugsmarts och CAN:s ord för vejp."), style=style) == []
    assert said(prose("Vejp på drugsmart, Drugsmart, CAN och vejpor"), style=style) == [
        UNKNOWN.format("drugsmart"),
        UNKNOWN.format("vejpor"),
    ]
    assert said(prose("Fråga FN om HHCP."), style=replace(STYLE, abbreviations=("FN", "HHCP"))) == []


def test_a_list_of_no_more_than_it_must_hold() -> None:
    """A word that no text has, or that the dictionary has, is taken away; the others are easy to find."""
    assert said(prose("Vejp."), style=listing("tonåring", "vejp")) == [NEEDLESS.format("tonåring")]
    assert said(prose("Vejp."), style=listing("Drugsmart", "vejp")) == [NEEDLESS.format("Drugsmart")]
    assert said(prose("Vejp och Drugsmart."), style=listing("vejp", "Drugsmart")) == [
        "Ordet Drugsmart står inte i bokstavsordning bland words."
    ]


@given(st.lists(st.sampled_from("aÅbÄcÖ"), max_size=4), st.lists(st.sampled_from("aÅbÄcÖ"), max_size=4))
def test_the_swedish_alphabet(one: list[str], other: list[str]) -> None:
    """Å, ä and ö come last, in that order, in large letters and small."""
    order = "abcÅÄÖ"
    assert (alphabetical("".join(one)) < alphabetical("".join(other).lower())) == (
        [*map(order.index, one)] < [*map(order.index, other)]
    )


def test_every_text_is_read() -> None:
    """What modules, letters and records say in Swedish is spelled, each where it stands, names too."""
    library = read_library(GOOD)
    sources = {each.source for each in swedish_texts(library)}
    for article in (*library.modules.values(), *library.letters.values()):
        assert {each.prose.source for each in article_passages(article)} <= sources
    for contact in library.contacts.values():
        assert {contact.name.source, contact.about.source} <= sources
    assert {each.name.source for each in library.laws.values()} <= sources
    assert {each.alt.source for each in library.drawings.values()} <= sources
    module = next(iter(library.modules.values()))
    drawn = Callout("remember", (Paragraph(replace(prose("Ett öga."), place=Place(Path("pictures.toml")))),))
    assert article_passages(replace(module, blocks=(drawn,))) == article_passages(replace(module, blocks=()))
    asked = replace(module, locally=(prose("Fråga polisen."),))
    assert [each.kind for each in article_passages(asked) if each.prose.source == "Fråga polisen."] == ["own"]


def test_without_the_dictionary_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is installed without its dictionary does not call the spelling right."""
    monkeypatch.setattr("foraldraskolan.editor.spelling._dictionary", _missing)
    assert said(prose("Lungt.")) == ["Ordlistan för svenska saknas, så ingen stavning är kontrollerad."]


def _missing() -> None:
    raise ModuleNotFoundError
