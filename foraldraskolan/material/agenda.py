"""Which modules a meeting has time for, when each starts, and which have a lesson to send after it.

A meeting begins with what welcomes its audience. With modules in the plan, these come next, in the plan's order.
Without, the agenda takes the modules of the meeting's audience by priority, those of one priority that are translated
into the families' languages first, and then by id; it leaves out each that no longer fits, and keeps a tenth of the
time for questions. What is taken is told in the order of its verbs: why, see, talk, help. An interpreter doubles the
time that everything takes, two in turn treble it.
"""

from dataclasses import replace
from datetime import time

from foraldraskolan.document.meaning import Mail
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import VERBS, Module
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Problem, ProblemsFound, message
from foraldraskolan.record import record

_FOR_QUESTIONS = 10  # one part in ten of the meeting
_FIRST = 1  # the priority of what no translation weighs against: danger, talk, help


@record
class Slot:
    """A module's time in the meeting: when it starts, and for how many minutes."""

    module: str
    start: time
    minutes: int


def agenda(plan: Plan, library: Library) -> tuple[Slot, ...]:
    """Return the meeting's modules with their times; raise ProblemsFound if they do not fit."""
    modules = [*_welcome(plan, library), *_taught(plan, library)]
    _expect_room(plan, modules)
    slots: list[Slot] = []
    elapsed = 0
    for module in modules:
        minutes = _minutes(module, plan)
        slots.append(Slot(module.id, _clock(plan, elapsed), minutes))
        elapsed += minutes
    return tuple(slots)


def kept_for_questions(minutes: int) -> int:
    """Return how many minutes of a meeting this long are to be left for questions at its end."""
    return -(-minutes // _FOR_QUESTIONS)  # rounded up: a tenth at least


def with_questions(minutes: int) -> int:
    """Return how long a meeting is to be whose modules take this many minutes."""
    return -(-minutes * _FOR_QUESTIONS // (_FOR_QUESTIONS - 1))


def modules_with_lesson(plan: Plan, library: Library) -> tuple[list[Module], list[Problem]]:
    """Return the plan's modules that have a lesson to send, in order, and a notice of each that has none.

    Raise ProblemsFound if the program is to choose the modules, and none fits the meeting.
    """
    # Letters take no time of the meeting: the modules that a plan names need not fit it.
    modules = _taught(plan, library)
    silent = [module for module in modules if not any(isinstance(block, Mail) for block in module.blocks)]
    return [module for module in modules if module not in silent], [_no_lesson(module) for module in silent]


def _no_lesson(module: Module) -> Problem:
    what = message("Modulen {id} har inget kort brev och är inte med i serien.", id=module.id)
    return Problem(what, message("Skriv ett i en ruta ::: mail."), module.place)


def _welcome(plan: Plan, library: Library) -> list[Module]:
    ranked = sorted(library.modules.values(), key=lambda module: module.id)
    return [each for each in ranked if each.welcomes and plan.meeting.audience in each.audience]


def _taught(plan: Plan, library: Library) -> list[Module]:
    """Return what comes after the welcome, in order; raise ProblemsFound if the program finds nothing that fits."""
    if plan.modules is not None:
        welcome = _welcome(plan, library)
        return [module for id in plan.modules if (module := library.modules[id]) not in welcome]
    chosen = _chosen(plan, library)
    if not chosen:
        what = message(
            "Ingen modul för {audience} ryms på {minutes} minuter.",
            audience=plan.meeting.audience,
            minutes=plan.meeting.minutes,
        )
        raise ProblemsFound([Problem(what, message("Gör mötet längre."), plan.place)])
    return sorted(chosen, key=_telling)


def _chosen(plan: Plan, library: Library) -> list[Module]:
    left = plan.meeting.minutes - kept_for_questions(plan.meeting.minutes)
    left -= sum(_minutes(module, plan) for module in _welcome(plan, library))
    chosen: list[Module] = []
    for module in sorted(library.modules.values(), key=lambda module: _rank(module, plan)):
        is_theirs = plan.meeting.audience in module.audience and not module.welcomes
        if is_theirs and _minutes(module, plan) <= left:
            chosen.append(module)
            left -= _minutes(module, plan)
    return chosen


def _rank(module: Module, plan: Plan) -> tuple[int, int, str]:
    """Return where a module stands among those to choose from, the first to be taken first."""
    lacking = sum(plan.lacking.get(module.id, {}).values()) if module.priority > _FIRST else 0
    return module.priority, lacking, module.id


def left_out_untranslated(plan: Plan, library: Library) -> list[Problem]:
    """Return a notice of each module that would have been taken if nobody looked at translations, and is not."""
    if plan.modules is not None or not plan.lacking:
        return []
    taken = _chosen(plan, library)
    missed = [each for each in _chosen(replace(plan, lacking={}), library) if each not in taken]
    hint = message("Skriv modules i planen om den ska vara med ändå.")
    return [
        Problem(
            message(
                "Modulen {id} är inte med: den är inte helt översatt ({languages}).",
                id=module.id,
                languages=", ".join(plan.lacking.get(module.id, {})),
            ),
            hint,
            plan.place,
        )
        for module in missed
    ]


def _telling(module: Module) -> tuple[int, int, str]:
    """Return where a module stands in the order of telling; one without a verb stands last."""
    order = tuple(VERBS).index(module.verb) if module.verb else len(VERBS)
    return order, module.priority, module.id


def _expect_room(plan: Plan, modules: list[Module]) -> None:
    minutes = sum(_minutes(module, plan) for module in modules)
    if minutes <= plan.meeting.minutes:
        return
    what = message(
        "Modulerna tar {minutes} minuter, men mötet är {length}.", minutes=minutes, length=plan.meeting.minutes
    )
    names = _to_leave_out(plan, modules, minutes - plan.meeting.minutes)
    if names:
        hint = message(
            "Gör mötet {minutes} minuter långt, eller ta bort {modules}.", minutes=minutes, modules=", ".join(names)
        )
    else:
        hint = message("Gör mötet längre.")
    raise ProblemsFound([Problem(what, hint, plan.place)])


def _to_leave_out(plan: Plan, modules: list[Module], surplus: int) -> list[str]:
    """Return modules that free this many minutes, the least important and last first; none if all do not."""
    ranked = sorted((each for each in modules if not each.welcomes), key=lambda module: module.priority)
    names: list[str] = []
    while surplus > 0:
        if not ranked:
            return []
        module = ranked.pop()
        names.append(module.id)
        surplus -= _minutes(module, plan)
    return names


def _minutes(module: Module, plan: Plan) -> int:
    return module.minutes * plan.meeting.turns


def _clock(plan: Plan, elapsed: int) -> time:
    """Return the time of day this many minutes into the meeting, which ends before midnight."""
    hour, minute = divmod(plan.meeting.start.hour * 60 + plan.meeting.start.minute + elapsed, 60)
    return time(hour, minute)
