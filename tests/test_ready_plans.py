"""The plans that ship: each makes its whole pack in Swedish, and veraPDF passes every file of it."""

from itertools import pairwise
from pathlib import Path

import pytest

from foraldraskolan.build import arranged, build
from foraldraskolan.content.plan import read_plan
from foraldraskolan.document.blocks import ContactCard, Heading, Rule
from foraldraskolan.document.walk import descend, plain
from foraldraskolan.project import Project
from tests.support.orders import jobs, kit
from tests.support.verapdf_run import broken_rules

EXAMPLE = Project.default().example_plan
READY = sorted(path for path in EXAMPLE.parent.glob("*.toml") if path != EXAMPLE)


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_a_ready_plan_makes_its_pack(file: Path, tmp_path: Path) -> None:
    """Nothing is missing in it, nothing is too high for its slide or page, and all of it is accessible."""
    material = kit("example")
    plan = read_plan(file, material.library, material.languages)
    made = []
    for job in jobs(plan):
        made.append(tmp_path / job.file)
        made[-1].write_bytes(build(job.medium, plan, job.language, material).data)
    assert broken_rules(made) == []


def test_parents_alone_get_lists_to_tick_and_an_invitation() -> None:
    """A class or a staff gets what is shown and read, not what is said to parents."""
    material = kit("example")
    for file in READY:
        plan = read_plan(file, material.library, material.languages)
        media = {job.medium for job in jobs(plan)}
        assert media - {"checklist", "mailout"} == {"handout", "notes", "presentation", "staff"}
        assert ({"checklist", "mailout"} <= media) == (plan.meeting.audience == "parents")


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_a_handout_says_each_law_and_contact_once(file: Path) -> None:
    """Modules that bring the same rule or the same contact share it, and no heading is left with nothing below."""
    material = kit("example")
    plan = read_plan(file, material.library, material.languages)
    document, _, _ = arranged("handout", plan, "sv", material)
    nodes = [node for block in document.blocks for _, node in descend(block)]
    names = [(type(node), plain(node.name.inlines)) for node in nodes if isinstance(node, Rule | ContactCard)]
    assert len(names) == len(set(names))
    headings = [block if isinstance(block, Heading) else None for block in document.blocks]
    assert not [one for one, after in pairwise(headings) if one and after and after.level <= one.level]
