"""The dialect: what is read can be written and read again, and nothing is dropped without a word."""

import re
import unicodedata
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Heading, List, Paragraph, Table
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Inline,
    LineBreak,
    Link,
    SourceMark,
    Strong,
    Text,
)
from foraldraskolan.document.marks import marks_of, with_marks, without_marks
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend
from foraldraskolan.material import markdown
from foraldraskolan.material.markdown import MEETING_FIELDS, fold, parse_blocks, parse_inlines, parse_prose
from foraldraskolan.problems import Place, Problem, ProblemsFound

HERE = Place(Path("text.md"), 1)
MARKS = "\\*[]{}`<>_&!|#~"

# Inlines in their normal form: no two texts side by side, no space at an edge, emphasis where CommonMark sees it.
words = st.text(st.sampled_from("aåäöظé1.,:;?”–-+'\"()/@ \u00a0" + MARKS), min_size=1).map(
    lambda text: f"x{fold(text)}x"
)
texts = words.filter(lambda text: "  " not in text and "\n" not in text).map(Text)
keys = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
leaves = st.one_of(
    st.just(LineBreak()),
    st.builds(Field, st.sampled_from(["phone", "fact"]), keys),
    st.builds(Field, st.just("meeting"), st.sampled_from(MEETING_FIELDS)),
    st.builds(Foreign, st.sampled_from(["en", "ar", "prs"]), st.tuples(st.builds(Text, keys))),
)


def apart(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return the inlines with a word between each two, which keeps marks of emphasis from running together."""
    if not inlines:
        return (Text("y"),)
    result: list[Inline] = [Text("y ")]
    for inline in inlines:
        result += [inline, Text(" y ")]
    return (*result[:-1], Text(" y"))


def inlines_of(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Return tuples of inlines that start and end with a word."""
    return st.lists(children, max_size=3).map(apart)


def nested_in(leaf: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    """Return trees of inlines with these leaves."""
    return st.recursive(
        leaf,
        lambda below: st.one_of(
            st.builds(Strong, inlines_of(below)),
            st.builds(Emphasis, inlines_of(below)),
            st.builds(Foreign, st.just("so"), st.tuples(st.builds(Text, keys))),
        ),
        max_leaves=6,
    )


nested = nested_in(leaves)
marked = nested_in(leaves | st.builds(SourceMark, st.integers(0, 99)))


def written(inlines: tuple[Inline, ...]) -> str:
    """Return the Markdown of inlines: the plain inverse of parse_inlines."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                parts.append("".join(f"\\{each}" if each in MARKS else each for each in text))
            case Strong(below):
                parts.append(f"**{written(below)}**")
            case Emphasis(below):
                parts.append(f"*{written(below)}*")
            case Link(url, below):
                parts.append(f"[{written(below)}]({url})")
            case Foreign(language, (Text(text),)):
                parts.append(f"{{{language}:{text}}}")
            case Field(kind, key):
                parts.append(f"{{{kind}:{key}}}")
            case SourceMark(number):
                parts.append(f"[^{number}]")
            case LineBreak():
                parts.append("\\\n")
            case _:
                raise AssertionError(inline)
    return "".join(parts)


def unmarked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the inlines without source marks, however deep."""
    return tuple(
        replace(each, children=unmarked(each.children)) if isinstance(each, Strong | Emphasis) else each
        for each in inlines
        if not isinstance(each, SourceMark)
    )


def tidy(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the inlines without the spaces around a line break, which reading takes away."""
    result: list[Inline] = []
    for index, inline in enumerate(inlines):
        match inline:
            case Text(text):
                if index and isinstance(inlines[index - 1], LineBreak):
                    text = text.lstrip(" ")
                if isinstance(inlines[min(index + 1, len(inlines) - 1)], LineBreak):
                    text = text.rstrip(" ")
                result.append(Text(text))
            case Strong(below) | Emphasis(below):
                result.append(type(inline)(tidy(below)))
            case _:
                result.append(inline)
    return tuple(result)


@given(inlines_of(nested))
def test_written_inlines_read_back(inlines: tuple[Inline, ...]) -> None:
    """Every tree of inlines, written as Markdown, reads back as itself."""
    assert parse_inlines(written(inlines), "sv", HERE) == tidy(inlines)


@given(inlines_of(marked), st.sampled_from([" [^", "[^"]))
def test_a_text_is_the_same_whatever_its_sources(inlines: tuple[Inline, ...], mark: str) -> None:
    """Source marks, wherever they were written, change neither what a text is known by nor its words; they come last.

    So no source that is added, taken away or counted anew ever touches a translation.
    """
    numbers = tuple(dict.fromkeys(map(int, re.findall(r"\[\^([0-9]+)\]", written(inlines)))))
    found = parse_prose(written(inlines).replace(" [^", mark), "sv", HERE)
    bare = parse_prose(written(unmarked(inlines)), "sv", HERE)
    assert found.source == bare.source
    assert found.inlines == with_marks(bare.inlines, numbers)
    assert (marks_of(found.inlines), without_marks(found.inlines)) == (numbers, bare.inlines)


@pytest.mark.parametrize(
    ("source", "text", "numbers"),
    [
        ("Ring nu.[^1]", "Ring nu.", (1,)),
        ("Ring nu.[^4] [^9]", "Ring nu.", (4, 9)),
        ("Ring nu.[^4][^9][^4]", "Ring nu.", (4, 9)),
        ("Ring nu.[^1] Stanna kvar.[^3]", "Ring nu. Stanna kvar.", (1, 3)),
        ("Ring nu [^1].", "Ring nu.", (1,)),
        ("Ring [^1] nu.", "Ring nu.", (1,)),
        ("Ring [^1]nu.", "Ring nu.", (1,)),
        ("[^1] Ring nu.", "Ring nu.", (1,)),
        ("**Ring nu.[^1]** Stanna.", "**Ring nu.** Stanna.", (1,)),
        ("*Ring* [^1] *nu*", "*Ring* *nu*", (1,)),
        ("[Läs[^1]](https://1177.se)", "[Läs](https://1177.se)", (1,)),
        ("Ring.[^1]  \nNu.", "Ring.\\\nNu.", (1,)),
        ("Ring.\\\n[^1] Nu.", "Ring.\\\nNu.", (1,)),
        ("Ring.\\\n[^1]", "Ring.", (1,)),
        ("[^1]", "", (1,)),
        ("Ring nu.", "Ring nu.", ()),
        ("Skriv \\[^1\\].", "Skriv \\[^1\\].", ()),
        ("[Läs](https://1177.se/[^1])", "[Läs](https://1177.se/[^1])", ()),
        ("{en:see [^1]}", "{en:see [^1]}", ()),
    ],
)
def test_where_marks_are_written(source: str, text: str, numbers: tuple[int, ...]) -> None:
    """A mark takes the space with it that stood there for its sake."""
    found = parse_prose(source, "sv", HERE)
    assert (found.source, marks_of(found.inlines)) == (text, numbers)


@given(st.text(st.sampled_from("aåö \u0301\u0308\u030a.")))
def test_a_text_is_the_same_however_its_letters_are_composed(text: str) -> None:
    """An å in one character or in two is the same å."""
    decomposed = parse_prose(unicodedata.normalize("NFD", text), "sv", HERE)
    assert decomposed == parse_prose(unicodedata.normalize("NFC", text), "sv", HERE)


@given(texts)
def test_escaped_text_is_only_text(text: Text) -> None:
    """Whatever characters a text has, escaped they are read as that text."""
    assert parse_inlines(written((text,)), "sv", HERE) == (text,)


@given(st.sampled_from(["https://example.org/a", "mailto:a@example.org", "tel:+46500123456"]), texts)
def test_links_read_back(url: str, text: Text) -> None:
    """A link to each kind of address keeps its address and its text."""
    link = Link(url, (text,))
    assert parse_inlines(written((link,)), "sv", HERE) == (link,)


@given(st.text(st.sampled_from("aå \t\n\\*{}[]^1:_|-#<>`&;!()\u00a0")))
def test_folding_twice_is_folding_once(source: str) -> None:
    """A folded text is folded already."""
    assert fold(fold(source)) == fold(source)


EVERYTHING = re.compile("")


@pytest.mark.parametrize(
    "sign", ["", "\\-", "`a`", "*a*", "_a_", "{a:b}", "{", "}", "[a](b)", "[", "]", "<b>", "&lt;", "!"]
)
@settings(max_examples=10)
@given(st.text(), st.text(st.sampled_from("aå  \t\n.:/'\"+-~^$1()\u00a0\u0301;")))
def test_what_has_no_mark_is_read_as_it_stands(sign: str, before: str, after: str) -> None:
    """A text that goes past markdown-it is what markdown-it makes of it, and folding leaves it as it would."""
    source = before + sign + after
    assert outcome(source) == outcome(source, patch.multiple(markdown, _MARK=EVERYTHING, _UNEVEN=EVERYTHING))


@given(
    st.sampled_from(["", "و", "x", "ن "]),
    st.sampled_from(["*", "**"]),
    st.sampled_from(["(تنبيه)", "«لا»", "”ja.”", "a,", "[a](https://a.se)", "!"]),
    st.sampled_from(["", "و", "x", "،", ")", " x"]),
)
def test_emphasis_is_seen_beside_any_sign(before: str, stars: str, inside: str, after: str) -> None:
    """Stars beside brackets and other signs mean what they mean beside a letter, joined to a word or not."""
    kind = Strong if stars == "**" else Emphasis
    read = parse_inlines(f"{before}{stars}{inside}{stars}{after}", "ar", HERE)
    around = [[Text(text)] if text else [] for text in (before, after)]
    assert [*read] == [*around[0], kind(parse_inlines(inside, "ar", HERE)), *around[1]]


def outcome(source: str, changed: AbstractContextManager[object] | None = None) -> object:
    """Return the inlines of a text, or the problems that it has."""
    with changed or nullcontext():
        try:
            return parse_inlines.__wrapped__(source, "sv", HERE)
        except ProblemsFound as found:
            return found.problems


@given(st.text(st.sampled_from("aå  \n\n\\*{}[]^1:|-#<>`&;!()x.\u00a0"), max_size=60))
def test_a_source_reads_as_its_text(source: str) -> None:
    """The source of every text that is read gives the same inlines when it is read by itself."""
    for prose in proses(source):
        assert parse_inlines(prose.source, "sv", HERE) == prose.inlines


@given(st.text(st.sampled_from("aå  \n\n\\.1-x|#"), max_size=60))
def test_no_character_is_lost(source: str) -> None:
    """Every letter of a text that is read stands in some text of its blocks."""
    read = "".join(prose.source for prose in proses(source))
    for letter in "aå":
        assert read.count(letter) == source.count(letter)


def proses(source: str) -> list[Prose]:
    """Return every text of the blocks of a source that is in the dialect."""
    problems: list[Problem] = []
    blocks = parse_blocks(source, "sv", HERE, problems)
    assume(not problems)
    return [node for block in blocks for _, node in descend(block) if isinstance(node, Prose)]


@given(st.lists(st.sampled_from(["Ett stycke.", "## Rubrik", "- punkt\n- punkt", "1. ett", "| a |\n|---|\n| b |"])))
def test_every_text_knows_its_line(parts: list[str]) -> None:
    """The place of a text is the line that it begins on, counted from the place of the whole."""
    source = "\n\n".join(parts)
    lines = source.split("\n")
    for block in parse_blocks(source, "sv", Place(Path("text.md"), 10), []):
        for _, node in descend(block):
            if isinstance(node, Prose):
                assert node.place is not None and node.place.line is not None
                assert node.source in lines[node.place.line - 10]


@pytest.mark.parametrize(
    ("source", "kind", "marker"),
    [
        ("Text\nsom går vidare", Paragraph, None),
        ("## Rubrik", Heading, None),
        ("- en\n- två", List, "bullet"),
        ("1. en\n2. två", List, "number"),
        ("- [ ] en\n- [ ] två", List, "tick"),
        ("| a | b |\n|---|---|\n| c | d |", Table, None),
    ],
)
def test_each_block(source: str, kind: type, marker: str | None) -> None:
    """Each construct of the dialect gives one block of its kind, a list with its marker."""
    (block,) = parse_blocks(source, "sv", HERE, [])
    assert type(block) is kind
    assert getattr(block, "marker", None) == marker


def test_labels_have_fields_of_their_own() -> None:
    """A name in braces is a field in a label and a problem elsewhere."""
    assert parse_inlines("Sida {page}", "sv", HERE, label=True) == (Text("Sida "), Field("label", "page"))
    with pytest.raises(ProblemsFound):
        parse_inlines("Sida {page}", "sv", HERE)


def test_a_word_may_be_swedish_in_another_language() -> None:
    """A Swedish word inside an Arabic text keeps its language."""
    (foreign,) = parse_inlines("{sv:socialtjänsten}", "ar", HERE)
    assert foreign == Foreign("sv", (Text("socialtjänsten"),))
