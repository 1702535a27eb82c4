"""Which modules of a plan have a short lesson to send by mail."""

from foraldraskolan.document.meaning import Mail
from foraldraskolan.material.agenda import agenda
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Module
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Problem, message


def with_lessons(plan: Plan, library: Library) -> tuple[list[Module], list[Problem]]:
    """Return the plan's modules that have a lesson, in order, and a notice of each that has none.

    Raise ProblemsFound if the program is to choose the modules, and none fits the meeting.
    """
    # Letters take no time of the meeting: the modules that a plan names need not fit it.
    ids = plan.modules or tuple(slot.module for slot in agenda(plan, library))
    modules = [library.modules[id] for id in ids]
    silent = [module for module in modules if not _has_lesson(module)]
    return [module for module in modules if module not in silent], [_notice(module) for module in silent]


def _has_lesson(module: Module) -> bool:
    return any(isinstance(block, Mail) for block in module.blocks)


def _notice(module: Module) -> Problem:
    what = message("Modulen {id} har inget kort brev och är inte med i serien.", id=module.id)
    return Problem(what, message("Skriv ett i en ruta ::: mail."), module.place)
