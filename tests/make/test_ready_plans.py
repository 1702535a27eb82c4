"""The plans that ship: each makes its whole pack in Swedish, and veraPDF passes every file of it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from foraldraskolan.document.form import Blank, Box, FormBlock, Heading, Paragraph
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import Block, Callout
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, plain, proses
from foraldraskolan.layout.inside import bounds
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.theme import MM
from foraldraskolan.make.conductor import make
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.plan import Plan, read_plan
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
    named = [box for box in boxes if box.look in ("law", "card", "urgent card")]
    names = [
        (each.role, plain(each.text.inlines))
        for box in named
        for each in box.blocks
        if isinstance(each, Paragraph) and each.role in ("title", "name")
    ]
    assert len(named) == len(names) == len(set(names))
    headings = [inner if isinstance(inner := unnumbered(block), Heading) else None for block in form.blocks]
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
    added = {_MARK.sub("", text) for text in boxes} ^ {_MARK.sub("", text) for text in whole}
    assert added <= {LABELS["danger_above"]}


@pytest.mark.parametrize("file", [EXAMPLE, *READY], ids=lambda path: path.stem)
def test_danger_is_told_whole_once(file: Path) -> None:
    """What the box at the top says is said once; each later box points to it, with what is its own alone."""
    material = content("example")
    form = edition("handout", read_plan(file, material.library, material.languages), "sv", material).form
    nodes = [node for block in form.blocks for _, node in descend(block)]
    first, *later = [node for node in nodes if isinstance(node, Box) and node.look == "act"]
    told = acute_texts([first])
    for box in later:
        pointing = box.blocks[0]
        assert isinstance(pointing, Paragraph) and pointing.text.source == LABELS["danger_above"]
        said = acute_texts([box]) - {LABELS["danger_above"]}
        assert not {text for text in said & told if not text.rstrip("*").endswith(":")}  # but what announces a list


@pytest.mark.parametrize("tag", ["sv", "en", "ar", "so"])
@pytest.mark.parametrize("file", [EXAMPLE, *READY], ids=lambda path: path.stem)
def test_no_handout_has_a_hole(file: Path, tag: str) -> None:
    """No blank inside a document is higher than 35 mm: between two things of a page, or above the foot."""
    material = content("example")
    found = edition("handout", read_plan(file, material.library, material.languages), tag, material)
    for page in found.pages[:-1]:
        edges = sorted(bounds(each)[1::2] for each in page.items)
        low = edges[0][1]
        for above, below in edges[1:]:
            assert above - low <= 35 * MM
            low = max(low, below)


@pytest.mark.parametrize(("tag", "advice"), [("sv", "1177"), ("en", "1177"), ("ar", "08-123 130 80")])
def test_every_number_stands_on_one_page(tag: str, advice: str) -> None:
    """Whoever turns the first leaf of the example finds every number to call, the one of the school right after 112.

    Then comes advice on care, in the reader's own language where there is a number for it.
    """
    found = edition("handout", plan_of_example(), tag, content("example"))
    (place,) = [
        index for index, block in enumerate(found.form.blocks) if isinstance(block, Box) and block.look == "numbers"
    ]
    pages = [number for number, page in enumerate(found.pages, start=1) if place in marked(page)]
    assert pages == [2]
    texts = [node for _, node in descend(found.form.blocks[place]) if isinstance(node, Paragraph)]
    numbers = [plain(each.text.inlines) for each in texts if each.role == "phone"]
    assert numbers[:3] == ["112", "0500-12 34 56", advice]


def plan_of_example() -> Plan:
    """Return the example's plan."""
    return read_plan(EXAMPLE, content("example").library, content("example").languages)


def unnumbered(block: FormBlock | Blank) -> FormBlock | Blank:
    """Return a block without its number."""
    return block.blocks[1] if isinstance(block, Box) and block.look == "numbered" else block


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
    """No page ends with a heading or with words that announce or refer; no last page has three lone lines."""
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
            assert not (isinstance(inner, Box) and inner.look == "act" and len(inner.blocks) == 1)
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
