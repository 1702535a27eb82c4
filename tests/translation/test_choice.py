"""A plan that leaves its modules to the program knows what each lacks in the languages of its families."""

from dataclasses import replace
from pathlib import Path

import pytest

from foraldraskolan.language import SOURCE, Language
from foraldraskolan.material.agenda import agenda, left_out_untranslated
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.choice import knowing_translations
from foraldraskolan.translation.translatable import named
from foraldraskolan.translation.translations import Translations

MATERIALS = Project.default().materials
LIBRARY = read_library(MATERIALS)
EXAMPLE = read_plan(MATERIALS / "plans" / "example.toml", LIBRARY, ("sv", "en", "ar", "so"))


def asking(minutes: int, *families: str) -> Plan:
    """Return the example with no modules named, this long, for families of these languages."""
    return replace(EXAMPLE, meeting=replace(EXAMPLE.meeting, minutes=minutes), modules=None, families=families)


def translated(tag: str, *modules: str) -> Translations:
    """Return translations of all that these modules say, and of nothing else."""
    sources = {
        part.prose.source
        for id in modules
        for node in (LIBRARY.modules[id].title, LIBRARY.modules[id].summary, *LIBRARY.modules[id].blocks)
        for part in named(node)
    }
    catalog = Catalog(tag, {each: Entry(each, "X") for each in sources}, file=Path("shared.po"))
    return Translations(Language(tag, tag, tag), {"shared": catalog})


def chosen(plan: Plan, library: Library = LIBRARY) -> set[str]:
    """Return the modules of a plan's meeting."""
    return {slot.module for slot in agenda(plan, library)}


@pytest.mark.parametrize("minutes", [60, 75, 90, 120])
def test_of_equal_importance_what_is_translated_comes_first(minutes: int) -> None:
    """What gives way is as important as what takes its place, and is told; the same is chosen each time."""
    plan = asking(minutes, SOURCE, "so")
    late = [id for id, module in LIBRARY.modules.items() if module.priority == 3 and "parents" in module.audience]
    theirs = translated("so", late[-1])
    known = knowing_translations(plan, LIBRARY, lambda _: theirs)
    assert late[-1] not in known.lacking
    assert known.lacking[late[0]]["so"] > 50
    assert chosen(known) == chosen(knowing_translations(plan, LIBRARY, lambda _: theirs))
    gone, come = chosen(plan) - chosen(known), chosen(known) - chosen(plan)
    assert {LIBRARY.modules[id].priority for id in gone} <= {2, 3, 4, 5, 6, 7}
    assert {dict(each.message.values)["id"] for each in left_out_untranslated(known, LIBRARY)} == gone
    assert not come or late[-1] in chosen(known)
    assert {"acute", "talk", "help"} & chosen(plan) == {"acute", "talk", "help"} & chosen(known)


def test_a_plan_that_chooses_itself_is_left_alone() -> None:
    """So is one for families who all read Swedish: nothing is read for it."""

    def unread(_: str) -> Translations:
        raise AssertionError("no translation is needed")

    for plan in (EXAMPLE, asking(60, SOURCE)):
        assert knowing_translations(plan, LIBRARY, unread) is plan


def test_what_is_wholly_translated_changes_nothing() -> None:
    """A plan is then filled as it is for families who read Swedish."""
    plan = asking(90, SOURCE, "so")
    known = knowing_translations(plan, LIBRARY, lambda tag: translated(tag, *LIBRARY.modules))
    assert known.lacking == {}
    assert agenda(known, LIBRARY) == agenda(plan, LIBRARY)
