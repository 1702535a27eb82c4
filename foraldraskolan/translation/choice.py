"""A plan that leaves its modules to the program -> the same plan, knowing what each module lacks in which language."""

from collections.abc import Callable
from dataclasses import replace

from foraldraskolan.language import SOURCE
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Module
from foraldraskolan.material.plan import Plan
from foraldraskolan.translation.translatable import named
from foraldraskolan.translation.translations import Translations


def knowing_translations(plan: Plan, library: Library, translations: Callable[[str], Translations]) -> Plan:
    """Return the plan with how much each module lacks, itself if it names its modules.

    Raise ProblemsFound if translations cannot be read.
    """
    tags = [tag for tag in plan.families if tag != SOURCE]
    if plan.modules is not None or not tags:
        return plan
    read = [translations(tag) for tag in tags]
    lacking = {id: _lacking(module, read) for id, module in library.modules.items()}
    return replace(plan, lacking={id: found for id, found in lacking.items() if found})


def _lacking(module: Module, translations: list[Translations]) -> dict[str, int]:
    """Return of a hundred words how many are missing in each language that lacks any."""
    parts = [part for node in (module.title, module.summary, *module.blocks) for part in named(node)]
    words = {(part.domain, part.prose.source): len(part.prose.source.split()) for part in parts}
    every = sum(words.values())
    found: dict[str, int] = {}
    for each in translations:
        missing = sum(count for (domain, source), count in words.items() if each.state(domain, source) == "missing")
        if missing:
            found[each.language.tag] = max(round(100 * missing / every), 1)
    return found
