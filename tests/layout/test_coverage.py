"""A character without a glyph is told once, where it was written."""

from dataclasses import replace
from pathlib import Path

import pytest

from foraldraskolan.document.inlines import Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import script_of
from foraldraskolan.layout.coverage import glyph_problems
from foraldraskolan.make.document import Content
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.media.media import MEDIA
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.scripts import SCRIPTS, letter_script, without_typeface
from tests.support.orders import edition

KIT = Content.read(Project.default())
PLAN = read_plan(Project.default().example_plan, KIT.library, KIT.languages)
NAMELESS = "\u0378"


def told(plan: Plan) -> set[str]:
    """Return what is told of a plan's letters in the families' languages."""
    sentences: set[str] = set()
    for tag in plan.families:
        with pytest.raises(ProblemsFound) as found:
            _ = edition("mailout", plan, tag, KIT).pages
        sentences |= {str(ProblemsFound([each])) for each in found.value.problems}
    return sentences


@pytest.mark.parametrize(
    ("character", "name"), [("\U0001fae0", "U+1FAE0, MELTING FACE"), (NAMELESS, "U+0378"), ("\U00100000", "U+100000")]
)
def test_a_character_of_the_plan_is_told_once(character: str, name: str) -> None:
    """Not for each text that the meeting's title stands in, nor for each language."""
    plan = replace(PLAN, meeting=replace(PLAN.meeting, title=f"Möte {character}"))
    assert told(plan) == {f"Inget typsnitt har {character} ({name}), som står i planens title."}


def test_each_part_of_the_plan_is_told() -> None:
    """The title and the place, each by its key."""
    plan = replace(PLAN, meeting=replace(PLAN.meeting, title=NAMELESS, place=f"{NAMELESS} {NAMELESS}"))
    assert {sentence.rpartition(" ")[2] for sentence in told(plan)} == {"title.", "place."}


@pytest.mark.parametrize("medium", MEDIA)
def test_every_medium_tells_what_has_no_glyph(medium: str) -> None:
    """What is measured before it is set, such as a card to cut out, is looked through first."""
    contacts = tuple(replace(each, name=NAMELESS, hours=NAMELESS) for each in PLAN.contacts)
    meeting = replace(PLAN.meeting, title=NAMELESS, place=NAMELESS, host=NAMELESS)
    with pytest.raises(ProblemsFound) as found:
        _ = edition(medium, replace(PLAN, meeting=meeting, contacts=contacts), "sv", KIT).pages
    assert "som står i planens title." in str(found.value)


def text(words: str, number: int, tag: str = "zh") -> Prose:
    """Return a text that stands in a line of a file."""
    return Prose((Text(words),), tag, words, place=Place(Path("zh.po"), number))


HAN = "Inget typsnitt har skriften han, så den går inte att trycka."


def test_a_script_is_told_once() -> None:
    """A translation in a script that no font has is one problem, not one for each of its thousand characters."""
    texts = [text("".join(map(chr, range(0x4E00 + 9 * at, 0x4E09 + 9 * at))), at) for at in range(100)]
    (problem,) = glyph_problems([*texts, text("Hej 一!", 200), text("Hej 一!", 300, "sv")])
    assert str(ProblemsFound([problem])) == HAN
    assert problem.place == Place(Path("zh.po"), 0)


@pytest.mark.parametrize(
    ("words", "tag", "scripts"),
    [
        ("한국어", "sv", ["hangul"]),
        ("བོད་ཡིག", "sv", ["tibetanska"]),
        ("日本語 にほんご カナ", "sv", ["han", "hiragana", "katakana"]),
        ("日本語 にほんご カナ", "ja", ["japanska"]),
        ("ᐃᓄᒃᑎᑐᑦ ᏣᎳᎩ", "ar", ["kanadensiska stavelsetecken", "cherokee"]),
        ("ܣܘܪܝܝܐ", "ar", ["syriska"]),
        ("中文", "zh-Hant", ["han"]),
    ],
)
def test_a_script_is_told_by_its_name(words: str, tag: str, scripts: list[str]) -> None:
    """It is that of the text's language, where that has no typeface, or else that of the letters."""
    found = glyph_problems([text(words, 1, tag), text(words[::-1], 2, tag)])
    letters = [str(ProblemsFound([each])) for each in found if "skriften" in str(ProblemsFound([each]))]
    assert letters == [f"Inget typsnitt har skriften {script}, så den går inte att trycka." for script in scripts]


def test_a_sign_is_told_wherever_it_stands() -> None:
    """A sign is mended in each text by itself."""
    problems = glyph_problems([text("\U0001fae0", 1), text("\U0001fae0\U0001fae1", 2), text("一あ", 3), text("一", 4)])
    assert [problem.place.line for problem in problems if problem.place is not None] == [1, 2, 2, 3]


def test_every_letter_without_a_glyph_is_of_a_script_or_told_by_itself() -> None:
    """No letter of a script that has a typeface is said to be of one that has none."""
    swedish = script_of("sv")
    letters = [chr(point) for point in range(0x80, 0x3000)]
    unset = without_typeface(letters, swedish)
    assert len(unset) > 2000
    assert not [each for each in unset if letter_script(each) and SCRIPTS[letter_script(each) or ""].typeface]
