"""The plans that ship: each makes its whole pack in Swedish, and veraPDF passes every file of it."""

from pathlib import Path

import pytest

from foraldraskolan.build import build
from foraldraskolan.content.plan import read_plan
from foraldraskolan.pack import jobs
from foraldraskolan.project import Project
from tests.support.orders import kit
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
