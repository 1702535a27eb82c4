"""A character without a glyph is told once, where it was written."""

from dataclasses import replace
from pathlib import Path

import pytest

from foraldraskolan.document.inlines import Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.layout.coverage import glyph_problems
from foraldraskolan.make.document import Content
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.media.media import MEDIA
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.project import Project
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


def text(words: str, number: int) -> Prose:
    """Return a text that stands in a line of a file."""
    return Prose((Text(words),), "zh", words, place=Place(Path("zh.po"), number))


def test_a_script_is_told_once() -> None:
    """A translation in a script that no font has is one problem, not one for each of its thousand characters."""
    texts = [text("".join(map(chr, range(0x4E00 + 9 * at, 0x4E09 + 9 * at))), at) for at in range(100)]
    (problem,) = glyph_problems([*texts, text("Hej 一!", 200)])
    assert str(ProblemsFound([problem])) == ("Inget typsnitt har 一 (U+4E00, CJK UNIFIED IDEOGRAPH-4E00) … 丈, på zh.")


def test_a_sign_is_told_wherever_it_stands() -> None:
    """A sign is mended in each text by itself, and letters of two scripts are two problems."""
    problems = glyph_problems([text("\U0001fae0", 1), text("\U0001fae0\U0001fae1", 2), text("一あ", 3), text("一", 4)])
    assert [problem.place.line for problem in problems if problem.place is not None] == [1, 2, 2, 3, 3]
