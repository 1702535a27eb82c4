"""A character without a glyph is told once, where it was written."""

from dataclasses import replace

import pytest

from foraldraskolan.make.document import Content, laid_out
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project

KIT = Content.read(Project.default())
PLAN = read_plan(Project.default().example_plan, KIT.library, KIT.languages)
NAMELESS = "\u0378"


def told(plan: Plan) -> set[str]:
    """Return what is told of a plan's letters in every language."""
    sentences: set[str] = set()
    for tag in KIT.languages:
        with pytest.raises(ProblemsFound) as found:
            laid_out("mailout", plan, tag, KIT)
        sentences |= {str(ProblemsFound([each])) for each in found.value.problems}
    return sentences


@pytest.mark.parametrize(
    ("character", "name"), [("\U0001fae0", "U+1FAE0, MELTING FACE"), (NAMELESS, "U+0378"), ("\U00100000", "U+100000")]
)
def test_a_character_of_the_plan_is_told_once(character: str, name: str) -> None:
    """Not for each text that the meeting's title stands in, nor for each language."""
    plan = replace(PLAN, meeting=replace(PLAN.meeting, title=f"Möte {character}"))
    assert told(plan) == {f"Inget typsnitt har tecknet {character} ({name}), som står i planens title."}


def test_each_part_of_the_plan_is_told() -> None:
    """The title and the place, each by its key."""
    plan = replace(PLAN, meeting=replace(PLAN.meeting, title=NAMELESS, place=f"{NAMELESS} {NAMELESS}"))
    assert {sentence.rpartition(" ")[2] for sentence in told(plan)} == {"title.", "place."}
