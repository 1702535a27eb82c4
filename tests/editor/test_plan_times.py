"""How a plan spends its time: no minute counted twice, no slide forgotten, a tenth left for questions."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.meaning import Callout, Section
from foraldraskolan.editor.material import check_material
from foraldraskolan.editor.plan_times import PlanTimes, plan_times, without_questions
from foraldraskolan.material.agenda import agenda
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.media.deck import deck
from foraldraskolan.project import Project
from tests.support.orders import content, plan
from tests.support.samples import document, prose, told, words
from tests.support.styles import STYLE

KIT = content("example")
EXAMPLE = plan("example")
READY = sorted((Project.default().materials / "plans").glob("*.toml"))


def timed(minutes: int, interpreted: bool | tuple[str, ...], *sections: Section) -> tuple[Plan, PlanTimes]:
    """Return a plan of so many minutes, and how a meeting of these sections spends them."""
    meeting = replace(EXAMPLE.meeting, minutes=minutes, interpreted=interpreted)
    made = replace(EXAMPLE, meeting=meeting)
    return made, plan_times(made, replace(document(*sections), meeting=meeting), STYLE)


def part(minutes: int, said: int = 0, asked: int = 0) -> Section:
    """Return a module that takes so many minutes of the meeting, and in which so much is said and asked."""
    blocks = (Callout("say", (Paragraph(prose("ord " * said)),)), Callout("ask", (), minutes=asked))
    return Section("part", prose("Del"), prose("Kort"), None, minutes, blocks, ())


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_times_add_up(file: Path) -> None:
    """Modules and what is left, enough for questions, are the meeting; every slide is counted."""
    ready = read_plan(file, KIT.library, KIT.languages)
    meeting = assemble(ready, KIT.library)
    times = plan_times(ready, meeting, STYLE)
    assert times.modules + times.left == times.length == ready.meeting.minutes
    assert times.modules == sum(slot.minutes for slot in agenda(ready, KIT.library))
    assert times.slides == len(deck(meeting, words()))
    assert list(without_questions(ready, times)) == []


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_parents_are_told_in_order(file: Path) -> None:
    """A ready plan for parents begins with the welcome, then says why, what to see, how to talk, where help is."""
    ready = read_plan(file, KIT.library, KIT.languages)
    if ready.meeting.audience != "parents":
        return
    first, *modules = (KIT.library.modules[slot.module] for slot in agenda(ready, KIT.library))
    assert first.welcomes
    order = [("why", "see", "talk", "help").index(each.verb) for each in modules if each.verb]
    assert len(order) == len(modules) and order == sorted(order)


@pytest.mark.parametrize(("interpreted", "turns"), [(False, 1), (True, 2), (("ar", "so"), 3)])
def test_all_that_is_said_is_said_in_turns(interpreted: bool | tuple[str, ...], turns: int) -> None:
    """What is written takes a minute for 110 words, a question its minutes, and both again for each interpreter."""
    _, times = timed(60, interpreted, part(5 * turns, said=220, asked=2), part(4 * turns, said=110, asked=1))
    assert (times.said, times.others, times.modules) == (3 * turns, 3 * turns, 9 * turns)


@given(st.integers(5, 200))
def test_a_tenth_is_left_for_questions(length: int) -> None:
    """Nine tenths may be modules, not a minute more; the length that is told is enough, and a minute less is not."""
    most, full = part(length * 9 // 10), part(length * 9 // 10 + 1)
    assert list(without_questions(*timed(length, False, most))) == []
    (problem,) = without_questions(*timed(length, False, full))
    needed = next(more for more in range(length, 300) if not list(without_questions(*timed(more, False, full))))
    assert problem.hint and told(replace(problem, message=problem.hint)).startswith(f"Gör mötet {needed} minuter långt")


def test_a_plan_of_ones_own_is_judged(tmp_path: Path) -> None:
    """It is read with those of the material, from wherever it lies, and what is wrong with it is told."""
    materials = shutil.copytree(Path(__file__).parents[1] / "data" / "projects" / "good", tmp_path / "materials")
    shutil.copy(Project.default().materials / "style.toml", materials)
    ready = materials / "plans" / "example.toml"
    own = tmp_path / "mitt möte.toml"
    own.write_text(ready.read_text(encoding="utf-8").replace("minutes = 30", "minutes = 28"), encoding="utf-8")
    checked = check_material(materials, KIT.languages, [own, ready])
    assert [each.file for each in checked.times] == [ready, own]
    (wrong,) = (each for each in checked.problems if each.place and each.place.file == own)
    assert told(wrong) == "Modulerna tar 26 av mötets 28 minuter; 3 ska vara kvar till frågor."
