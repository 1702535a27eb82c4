"""The plans that ship: each makes its whole pack in Swedish, and veraPDF passes every file of it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from foraldraskolan.document.form import Blank, Box, FormBlock, Heading, Paragraph
from foraldraskolan.document.meaning import Block, Callout
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, plain, proses
from foraldraskolan.layout.page import Page
from foraldraskolan.make.conductor import make
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.plan import read_plan
from foraldraskolan.project import Project
from foraldraskolan.typeset.glyphs import ARTIFACT, Line
from tests.support.orders import content, edition, jobs
from tests.support.verapdf_run import broken_rules

EXAMPLE = Project.default().example_plan
_MARK = re.compile(r"\s*\[\^[0-9]+\]")
READY = sorted(path for path in EXAMPLE.parent.glob("*.toml") if path != EXAMPLE)


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_a_ready_plan_makes_its_pack(file: Path, tmp_path: Path) -> None:
    """Nothing is missing in it, nothing is too high for its slide or page, and all of it is accessible."""
    material = content("example")
    plan = read_plan(file, material.library, material.languages)
    for made in make(jobs(plan), plan, material):
        (tmp_path / made.order.file).write_bytes(made.data)
    assert broken_rules(sorted(tmp_path.iterdir())) == []


def test_parents_alone_get_a_leaflet_lists_to_tick_and_an_invitation() -> None:
    """A class or a staff gets what is shown and read, not what is made for a fridge, a pen and a letter box."""
    material = content("example")
    for file in READY:
        plan = read_plan(file, material.library, material.languages)
        media = {job.medium for job in jobs(plan)}
        for_parents = {"leaflet", "checklist", "mailout"}
        assert media - for_parents == {"handout", "notes", "presentation", "staff"}
        assert (for_parents <= media) == (plan.meeting.audience == "parents")


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_a_handout_says_each_law_and_contact_once(file: Path) -> None:
    """Modules that bring the same rule or the same contact share it, and no heading is left with nothing below."""
    material = content("example")
    plan = read_plan(file, material.library, material.languages)
    form = edition("handout", plan, "sv", material).form
    boxes = [node for block in form.blocks for _, node in descend(block) if isinstance(node, Box)]
    named = [(box.look == "law", box.blocks[0]) for box in boxes if box.look in ("law", "card", "urgent card")]
    names = [(law, plain(first.text.inlines)) for law, first in named if isinstance(first, Paragraph)]
    assert {first.role for _, first in named if isinstance(first, Paragraph)} <= {"title", "name"}
    assert len(named) == len(names) == len(set(names))
    headings = [block if isinstance(block, Heading) else None for block in form.blocks]
    assert not [one for one, after in pairwise(headings) if one and after and after.level <= one.level]


@pytest.mark.parametrize("file", [EXAMPLE, *READY], ids=lambda path: path.stem)
def test_every_reason_to_call_is_on_paper(file: Path) -> None:
    """All that the chosen modules say on acute danger stands in a handout's boxes for it; one of them opens it."""
    material = content("example")
    plan = read_plan(file, material.library, material.languages)
    handout = edition("handout", plan, "sv", material).form
    boxes = acute_texts(handout.blocks)
    numbered = handout.blocks[1]
    assert isinstance(numbered, Box) and numbered.look == "numbered"
    assert isinstance(numbered.blocks[1], Box) and numbered.blocks[1].look == "act"
    checklist = edition("checklist", plan, "sv", material).form
    assert isinstance(checklist.blocks[1], Box) and checklist.blocks[1].look == "act"
    whole = acute_texts(assemble(plan, material.library).blocks)
    assert {_MARK.sub("", text) for text in whole} == {_MARK.sub("", text) for text in boxes}


def acute_texts(blocks: Sequence[Block | FormBlock | Blank]) -> set[str]:
    """Return the texts of the boxes for acute danger, as their author wrote them, without the word for their kind."""
    nodes = [node for block in blocks for _, node in descend(block)]
    boxes = [
        node
        for node in nodes
        if (isinstance(node, Callout) and node.kind == "act") or (isinstance(node, Box) and node.look == "act")
    ]
    written = [inner for box in boxes for inner in box.blocks if getattr(inner, "role", "") != "label"]
    inside = [node for each in written for _, node in descend(each)]
    return {node.source for node in inside if isinstance(node, Prose)}


@pytest.mark.parametrize("file", [EXAMPLE, *READY], ids=lambda path: path.stem)
def test_pages_end_where_a_thought_does(file: Path) -> None:
    """No page ends with a heading or with words that announce what comes; no last page has three lone lines."""
    material = content("example")
    plan = read_plan(file, material.library, material.languages)
    for job in jobs(plan):
        if job.medium not in ("handout", "checklist", "staff"):
            continue
        found = edition(job.medium, plan, job.language, material)
        form, pages = found.form, found.pages
        for page in pages[:-1]:
            last = form.blocks[marked(page)[-1]]
            inner = last.blocks[1] if isinstance(last, Box) and last.look == "numbered" else last
            assert not isinstance(inner, Heading)
            assert not (isinstance(inner, Paragraph) and plain(inner.text.inlines).endswith(":"))
        assert len(pages) == 1 or len(marked(pages[-1])) > 3


@pytest.mark.parametrize("file", [EXAMPLE, *READY], ids=lambda path: path.stem)
def test_source_marks_leave_no_gap_behind(file: Path) -> None:
    """What is shown and said has no source marks, and one space where several of them stood."""
    material = content("example")
    plan = read_plan(file, material.library, material.languages)
    for medium in ("notes", "presentation"):
        form = edition(medium, plan, "sv", material).form
        assert not [text for _, prose in proses(form) if "  " in (text := plain(prose.inlines))]


def marked(page: Page) -> list[int]:
    """Return, from the top of a page down, which block each of its lines and pictures belongs to."""
    found: dict[float, int] = {}
    for placed in page.items:
        own = placed.item.runs[0].mark if isinstance(placed.item, Line) else placed.mark
        if own != ARTIFACT:
            found[placed.y] = max(found.get(placed.y, 0), own[0][0])
    return [found[y] for y in sorted(found)]
