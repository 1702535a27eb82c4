"""Plain words: glosses, words that a reader is not to meet, doubt, and the expressions by which they are found."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.labels import LABELS
from foraldraskolan.editor.passages import Passage
from foraldraskolan.editor.plainness import avoided_words, doubtful, many_glosses
from foraldraskolan.editor.readability import FIELD
from foraldraskolan.editor.rules import long_sentences, passive_chains
from foraldraskolan.editor.spelling import misspelled
from foraldraskolan.editor.style import read_style
from foraldraskolan.editor.vocabulary import Avoided, Vocabulary, matches
from foraldraskolan.material.module import AUDIENCES
from foraldraskolan.problems import Problem, ProblemsFound
from foraldraskolan.project import Project
from tests.support.samples import prose, told

VOCABULARY = Vocabulary(
    glosses=(", alltså", "det vill säga"),
    avoided=(Avoided(("ungdomen", "*missbrukare*"), "tonåringen", ("parents", "pupils")), Avoided(("dom",), "de")),
    doubts={"old": ("källan är … gammal",), "ask": ("vad som gäller nu",)},
)


def passage(text: str) -> Passage:
    """Return a text to be read at home."""
    return Passage.of("text", prose(text))


def said(problems: Iterable[Problem]) -> list[str]:
    """Return what some problems say; each has a hint."""
    problems = list(problems)
    assert all(each.hint is not None for each in problems)
    return [told(each) for each in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Du kan få ångest. Ångest är stark oro.",
        "Gör hjärt-lungräddning (HLR). Ring CAN (en förening).",
        "Lagen (2016:1309) gäller spice, som också kallas kryddor.",
        "Du måste alltså ringa, en gång och en till.",
    ],
)
def test_one_gloss_in_a_sentence(text: str) -> None:
    """A sentence may explain one word; a number in brackets and a list explain nothing."""
    assert said(many_glosses(passage(text), VOCABULARY)) == []


@pytest.mark.parametrize(
    ("text", "glosses"),
    [
        ("Gör HLR (tryck och blås) och ring SOS (larmet).", "(tryck och blås) … (larmet)"),
        ("Elevhälsan, som är skolans personal, möter THC, ett ämne som ger rus.", ", som är … , ett ämne som"),
        ("Spice, som kallas kryddor (eller rök), är farligt.", "(eller rök) … som kallas"),
    ],
)
def test_two_glosses_in_a_sentence(text: str, glosses: str) -> None:
    """Two explanations in a sentence are one too many, of whatever kind."""
    (told_of,) = said(many_glosses(passage(text), VOCABULARY))
    assert set(told_of.removeprefix("En mening förklarar flera ord: ").removesuffix(".").split(" … ")) == set(
        glosses.split(" … ")
    )


def test_a_heavy_gloss() -> None:
    """What is listed as heavy is told wherever it stands, and counts as a gloss."""
    assert said(many_glosses(passage("Du får ångest, alltså stark oro."), VOCABULARY)) == [
        "Förklaringen är tung: ”, alltså”."
    ]
    assert said(many_glosses(passage("Ångest, det vill säga oro, är en känsla (rädsla)."), VOCABULARY)) == [
        "Förklaringen är tung: ”det vill säga”.",
        "En mening förklarar flera ord: det vill säga … (rädsla).",
    ]


def test_words_that_a_reader_is_not_to_meet() -> None:
    """A word is told to those whom it is not for, once a text, with what is written instead."""
    text = passage("Ungdomen vet. Är ungdomen en missbrukare? Ungdomar vet inte, ungdomen vet.")
    (first, second, third) = avoided_words(text, ("parents",), VOCABULARY)
    assert [told(each) for each in (first, second, third)] == [
        "Här står ”Ungdomen”.",
        "Här står ”ungdomen”.",
        "Här står ”missbrukare”.",
    ]
    assert first.hint is not None and dict(first.hint.values) == {"write": "tonåringen"}
    assert said(avoided_words(text, ("staff",), VOCABULARY)) == []
    assert all(said(avoided_words(passage("Dom vet."), (each,), VOCABULARY)) for each in AUDIENCES)


def test_a_text_that_doubts_itself() -> None:
    """Each kind of doubt has its own way out."""
    found = list(doubtful(passage("Källan är nog rätt gammal. Fråga vad som gäller nu."), VOCABULARY))
    assert said(found) == [
        "Texten tvivlar på sig själv: ”Källan är nog rätt gammal”.",
        "Texten tvivlar på sig själv: ”vad som gäller nu”.",
    ]
    assert found[0].hint != found[1].hint
    prompt = Passage.of("own", prose("Fråga vad som gäller nu."))
    assert said(doubtful(prompt, VOCABULARY)) == []  # the speaker finds out
    assert said(doubtful(passage("Källan är SBU. Gammal är den inte. Ett tecken räcker inte."), VOCABULARY)) == []


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("ungdom", "Ungdom, ungdomen", ["Ungdom"]),
        ("ungdom*", "ungdomens ungdomar", ["ungdomens", "ungdomar"]),
        ("*bruk", "missbruk bruket", ["missbruk"]),
        (", alltså", "oro, alltså, rädsla alltså", [", alltså"]),
        ("inga … säkra", "inga säkra; inga a b c säkra; inga a b c d säkra", ["inga säkra", "inga a b c säkra"]),
        ("a.c", "abc a.c", ["a.c"]),
    ],
)
def test_expressions(phrase: str, text: str, found: list[str]) -> None:
    """Stars are the rest of a word, dots are up to three words, and all else is itself."""
    assert [*matches((phrase,), text)] == found


def test_expressions_that_overlap() -> None:
    """The same words are told once."""
    assert [*matches(("b c", "a … c", "d"), "a b c d")] == ["a b c", "d"]
    assert [*matches((), "a b")] == []


@given(st.lists(st.text("abcåäö", min_size=1), min_size=1, max_size=5))
def test_an_expression_finds_itself(text: list[str]) -> None:
    """Words stand for themselves, in whatever case they are written."""
    phrase = " ".join(text)
    assert [*matches((phrase,), f"x {phrase.upper()}, y")] == [phrase.upper()]


def test_our_own_words() -> None:
    """The material says for whom its words are, and each kind of doubt that is looked for has its expressions."""
    style = read_style(Project.default().materials)
    assert style is not None
    vocabulary = style.vocabulary
    assert {each for avoided in vocabulary.avoided for each in avoided.audience} == set(AUDIENCES)
    assert all(vocabulary.doubts.values()) and len(vocabulary.doubts) == 4


@pytest.mark.parametrize("key", LABELS)
def test_the_fixed_words_of_a_page(key: str) -> None:
    """They are Swedish as the editor wants it, like all that parents read."""
    style = read_style(Project.default().materials)
    assert style is not None
    style = replace(style, vocabulary=replace(style.vocabulary, words=()))
    text = passage(re.sub(r"\{\w+\}", FIELD, LABELS[key]))
    found = [
        *long_sentences(text, style),
        *passive_chains(text),
        *many_glosses(text, style.vocabulary),
        *avoided_words(text, ("parents",), style.vocabulary),
        *doubtful(text, style.vocabulary),
    ]
    if not key.startswith("staff"):  # whoever holds the meeting is told what is expected of them
        assert said(found) == []
    assert [each for each in said(misspelled([text.prose], style)) if "Mini-Maria" not in each] == []


def test_a_reader_that_does_not_exist(tmp_path: Path) -> None:
    """Words are avoided for those that the material is for."""
    ours = (Project.default().materials / "style.toml").read_text(encoding="utf-8")
    (tmp_path / "style.toml").write_text(ours.replace('["pupils"]', '["puplis"]'), encoding="utf-8")
    with pytest.raises(ProblemsFound) as raised:
        read_style(tmp_path)
    assert said(raised.value.problems) == ['"puplis" finns inte att välja.']
