"""The agenda never overfills a meeting, and no minute is counted twice or lost."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foraldraskolan.material.agenda import Slot, agenda, left_out_untranslated
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.module import VERBS, Module
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.problems import ProblemsFound

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
LIBRARY = read_library(GOOD)
PLAN = read_plan(GOOD / "plans" / "example.toml", LIBRARY, ("sv", "ar"))


@st.composite
def orders(draw: st.DrawFn) -> tuple[Plan, Library]:
    """Draw a meeting and a library of modules that may or may not fit it."""
    module = LIBRARY.modules["longer"]
    modules = {
        f"m{index}": replace(
            module,
            id=f"m{index}",
            minutes=draw(st.integers(1, 30)),
            priority=draw(st.integers(0, 4)),
            verb=draw(st.sampled_from([None, *VERBS.values()])),
            audience=draw(st.sampled_from([("parents",), ("staff",), ("parents", "staff")])),
        )
        for index in range(draw(st.integers(1, 6)))
    }
    meeting = replace(
        PLAN.meeting,
        start=draw(st.builds(time, st.integers(0, 20), st.integers(0, 59))),
        minutes=draw(st.integers(5, 120)),
        interpreted=draw(st.sampled_from([False, True, ("ar",), ("ar", "so")])),
    )
    chosen = draw(st.none() | st.lists(st.sampled_from(sorted(modules)), min_size=1, unique=True).map(tuple))
    lacking = draw(st.dictionaries(st.sampled_from(sorted(modules)), st.just({"ar": 60}) | st.just({"ar": 1, "so": 2})))
    return replace(PLAN, meeting=meeting, modules=chosen, lacking=lacking), replace(LIBRARY, modules=modules)


def slots_of(order: tuple[Plan, Library]) -> tuple[Slot, ...]:
    """Return the agenda of an order whose modules fit."""
    try:
        return agenda(*order)
    except ProblemsFound:
        assume(False)
        raise


def rank(module: Module, plan: Plan) -> tuple[int, int, str]:
    """Return where a module stands: by priority; of one priority, but the first, what lacks fewest words; by its id."""
    lacks = sum(plan.lacking.get(module.id, {}).values()) if module.priority > 1 else 0
    return module.priority, lacks, module.id


def welcome(library: Library) -> list[str]:
    """Return what every meeting with parents begins with."""
    return [id for id, module in library.modules.items() if module.priority == 0 and "parents" in module.audience]


@given(orders())
def test_the_agenda_fills_the_meeting_without_gaps(order: tuple[Plan, Library]) -> None:
    """Each module starts when the one before it ends, and the last ends before the meeting does, or with it."""
    plan, _ = order
    slots = slots_of(order)
    now = datetime.combine(date(2026, 1, 1), plan.meeting.start)
    for slot in slots:
        assert slot.start == now.time()
        now += timedelta(minutes=slot.minutes)
    assert now <= datetime.combine(date(2026, 1, 1), plan.meeting.start) + timedelta(minutes=plan.meeting.minutes)


@given(orders())
def test_each_interpreter_in_turn_takes_as_long_again(order: tuple[Plan, Library]) -> None:
    """Every module takes its own minutes, twice them with an interpreter, and three times with two in turn."""
    plan, library = order
    factor = {False: 1, True: 2, ("ar",): 2, ("ar", "so"): 3}[plan.meeting.interpreted]
    assert all(slot.minutes == factor * library.modules[slot.module].minutes for slot in slots_of(order))


@given(orders())
def test_chosen_modules_are_all_there_or_a_problem(order: tuple[Plan, Library]) -> None:
    """What welcomes comes first, the modules that the plan names in its order; or the meeting is too short."""
    plan, library = order
    assume(plan.modules is not None)
    expected = [*welcome(library), *(id for id in plan.modules or () if id not in welcome(library))]
    needed = sum(library.modules[id].minutes * plan.meeting.turns for id in expected)
    if needed <= plan.meeting.minutes:
        assert [slot.module for slot in agenda(plan, library)] == expected
    else:
        with pytest.raises(ProblemsFound):
            agenda(plan, library)


@given(orders())
def test_the_program_chooses_the_most_important_that_fit(order: tuple[Plan, Library]) -> None:
    """Without a choice, a tenth is left for questions, and a module is left out only when there is no room for it.

    What welcomes is never left out.
    """
    plan, library = order
    plan = replace(plan, modules=None)
    slots = slots_of((plan, library))
    left = plan.meeting.minutes - sum(slot.minutes for slot in slots)
    assert left * 10 >= plan.meeting.minutes
    ranks = {slot: rank(library.modules[slot.module], plan) for slot in slots}
    room = plan.meeting.minutes * 9 // 10
    for module in library.modules.values():
        if "parents" in module.audience and module.id not in {slot.module for slot in slots}:
            before = sum(slot.minutes for slot in slots if ranks[slot] < rank(module, plan))
            assert before + module.minutes * plan.meeting.turns > room


@given(orders())
def test_translations_weigh_against_nothing_of_the_first_importance(order: tuple[Plan, Library]) -> None:
    """Of danger, talk and help the same are chosen whatever is translated; each other that gives way is told, once."""
    plan, library = order
    plan = replace(plan, modules=None)
    blind = {slot.module for slot in slots_of((replace(plan, lacking={}), library))}
    chosen = {slot.module for slot in slots_of((plan, library))}
    first = {id for id, module in library.modules.items() if module.priority <= 1}
    assert chosen & first == blind & first
    told = left_out_untranslated(plan, library)
    assert sorted(dict(each.message.values)["id"] for each in told) == sorted(blind - chosen)
    assert left_out_untranslated(replace(plan, modules=tuple(library.modules)), library) == []


@pytest.mark.parametrize(("priority", "chosen"), [(1, ["a"]), (2, ["b"])])
def test_of_two_that_matter_as_much_the_translated_one_is_taken(priority: int, chosen: list[str]) -> None:
    """But for what is of the first importance, which is taken as if all were translated."""
    each = replace(LIBRARY.modules["longer"], minutes=20, priority=priority, audience=("parents",))
    library = replace(LIBRARY, modules={id: replace(each, id=id) for id in ("a", "b")})
    meeting = replace(PLAN.meeting, minutes=30, interpreted=False)
    plan = replace(PLAN, meeting=meeting, modules=None, lacking={"a": {"ar": 1}})
    assert [slot.module for slot in agenda(plan, library)] == chosen


@given(orders())
def test_what_the_program_chooses_is_told_in_order(order: tuple[Plan, Library]) -> None:
    """After the welcome: why, what to see, how to talk, where help is; of one verb the most important first."""
    plan, library = order
    modules = [library.modules[slot.module] for slot in slots_of((replace(plan, modules=None), library))]
    assert [each.id for each in modules if each.priority == 0] == welcome(library)
    assert [each.priority == 0 for each in modules] == sorted([each.priority == 0 for each in modules], reverse=True)
    modules = [each for each in modules if each.priority]
    verbs = ["why", "see", "talk", "help", None]
    told = [(verbs.index(each.verb), each.priority, each.id) for each in modules]
    assert told == sorted(told)


def test_an_agenda() -> None:
    """The good project's meeting, told through an interpreter."""
    slots = agenda(PLAN, LIBRARY)
    assert slots == (Slot("begin", time(18, 0), 10), Slot("help", time(18, 10), 16))
