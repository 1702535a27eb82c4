"""Whom to call: the urgent number on the slide before all others, the school's own people on every paper."""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import TypeGuard

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Blank, Box, FormBlock, Heading, Paragraph
from foraldraskolan.document.meaning import ContactCard, Contacts, Section
from foraldraskolan.document.walk import Node, descend, plain
from foraldraskolan.layout.page import Rect
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.plan import LocalContact, Plan, read_plan
from foraldraskolan.media import checklist
from foraldraskolan.project import Project
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import content, edition, plan
from tests.support.samples import document, prose, words

READY = sorted(Project.default().example_plan.parent.glob("*.toml"))
LANGUAGES = plan("example").families
OWN = tuple(LocalContact(f"Kurator {number}", f"0500-12 34 {number:02d}", "") for number in range(9))


@cache
def ready(file: Path) -> Plan:
    """Return a plan that ships."""
    return read_plan(file, content("example").library, content("example").languages)


def groups(*blocks: FormBlock | Blank) -> list[Box]:
    """Return the groups of contact cards in some blocks, in order."""
    nodes = (node for block in blocks for _, node in descend(block))
    return [node for node in nodes if isinstance(node, Box) and node.look in ("contacts", "numbers")]


def numbers(group: Box) -> list[str]:
    """Return the numbers to call of a group's cards."""
    texts = (node for _, node in descend(group) if isinstance(node, Paragraph))
    return [plain(text.text.inlines) for text in texts if text.role == "phone"]


def calm_numbers(group: Box) -> list[str]:
    """Return the numbers of a group's cards that are not urgent."""
    calm = (card for card in group.blocks if isinstance(card, Box) and card.look == "card")
    return [number for card in calm for number in numbers(card)]


def urgent_numbers(plan: Plan) -> list[str]:
    """Return the numbers that the modules of a plan call urgent, each once."""
    nodes = (node for block in assemble(plan, content("example").library).blocks for _, node in descend(block))
    cards = (node for node in nodes if isinstance(node, ContactCard) and node.urgent and node.phone is not None)
    return list(dict.fromkeys(plain(card.phone.inlines) for card in cards))


def shown_numbers(plan: Plan, tag: str) -> list[str]:
    """Return the numbers on the slides of whom to call, in order."""
    made = edition("presentation", plan, tag, content("example"))
    form, words = made.form, made.words
    title = Heading(2, words.labels("contacts"))
    slides = [block for block in form.blocks if isinstance(block, Box) and block.blocks[0] == title]
    return [number for group in groups(*slides) for number in numbers(group)]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("file", READY, ids=lambda file: file.stem)
def test_urgent_numbers_are_on_the_contact_slide_and_first(file: Path, tag: str) -> None:
    """Every plan that ships shows 112 and all that is urgent before any other number, however many the school adds."""
    urgent = urgent_numbers(ready(file))
    assert "112" in urgent
    for own in (OWN[:0], OWN):
        shown = shown_numbers(replace(ready(file), contacts=own), tag)
        assert shown[: len(urgent)] == urgent
        assert len(shown) == len(set(shown))


MODULES = sorted(id for id, module in content("example").library.modules.items() if "parents" in module.audience)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(MODULES), min_size=1, max_size=12, unique=True), st.integers(0, 9))
def test_what_is_urgent_comes_first_in_any_plan(modules: list[str], own: int) -> None:
    """Whatever modules are chosen, in whatever order, the urgent numbers of theirs are on the slide before others."""
    meeting = replace(plan("example").meeting, minutes=600)
    chosen = replace(plan("example"), meeting=meeting, modules=tuple(modules), contacts=OWN[:own])
    urgent = urgent_numbers(chosen)
    assert shown_numbers(chosen, "sv")[: len(urgent)] == urgent


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("file", READY, ids=lambda file: file.stem)
def test_every_contact_of_the_plan_is_on_paper(file: Path, tag: str) -> None:
    """The school's own contacts stand together on each paper, first of those whom one calls when nothing is urgent.

    In a letter each has a line of its own.
    """
    own = replace(ready(file), contacts=OWN[:2])
    for_parents = own.meeting.audience == "parents"
    wanted = [contact.phone for contact in OWN[:2]]
    for paper in ["handout"] + ["checklist"] * for_parents:
        form = edition(paper, own, tag, content("example")).form
        holding = [calm_numbers(group) for group in groups(*form.blocks)]
        assert [shown[:2] for shown in holding if set(wanted) & set(shown)] == [wanted], paper
    if for_parents:
        blocks = edition("mailout", own, tag, content("example")).form.blocks
        lines = [plain(block.text.inlines) for block in blocks if isinstance(block, Paragraph)]
        assert [line for line in lines if "0500" in line] == [f"{each.name}: {each.phone}" for each in OWN[:2]]


KINDS = ("urgent", "own", "ranked", "other", "for others", "no number")


@given(st.permutations([*KINDS, *KINDS]))
def test_a_check_list_ends_with_whom_to_call_when_nothing_is_urgent(kinds: list[str]) -> None:
    """It has the plan's own contacts, then those with a rank in their order, under a heading, and lines for more.

    Whoever is urgent stands above; one for another language has no rank.
    """
    cards = tuple(card(kind, place) for place, kind in enumerate(kinds))
    section = Section("hjalp", prose("Hjälp"), prose(), None, 0, (Contacts(cards[:5]), Contacts(cards[5:])), ())
    _, *shown = checklist.arrange(document(section), words()).blocks
    names = [plain(node.text.inlines) for group in groups(*shown) for _, node in descend(group) if is_name(node)]
    own = [f"own {place}" for place, kind in enumerate(kinds) if kind == "own"]
    ranked = [f"ranked {place}" for place, kind in enumerate(kinds) if kind == "ranked"]
    assert names == [*own, *reversed(ranked)]
    assert [type(block) for block in shown] == [Heading, Box, Box]
    assert [block.look for block in shown if isinstance(block, Box)] == ["contacts", "lines"]


def test_a_check_list_without_contacts_ends_with_its_lists() -> None:
    """Where nobody is told of there is no heading for them."""
    section = Section("hjalp", prose("Hjälp"), prose(), None, 0, (), ())
    assert len(checklist.arrange(document(section), words()).blocks) == 1


def card(kind: str, place: int) -> ContactCard:
    """Return a contact of a kind; of two that have a rank the later comes first."""
    return ContactCard(
        prose(f"{kind} {place}"),
        prose("Råd."),
        None if kind == "no number" else prose("112"),
        urgent=kind == "urgent",
        checked=None if kind == "own" else date(2026, 11, 1),
        speaks=("ar",) if kind == "for others" else (),
        rank=20 - place if kind in ("ranked", "for others") else None,
    )


def is_name(node: Node) -> TypeGuard[Paragraph]:
    """Return whether a node is the name on a card."""
    return isinstance(node, Paragraph) and node.role == "name"


@pytest.mark.parametrize("tag", ["sv", "ar", "ckb"])
def test_no_rule_runs_through_letters(tag: str) -> None:
    """A row is as high as what stands lowest in it, where the number stands below the name too."""
    crossed = 0
    for page in edition("handout", plan("example"), tag, content("example")).pages[:3]:
        rules = [each for each in page.items if isinstance(each.item, Rect) and each.item.height < 1]
        # Digits, which are larger, have no part below their line.
        lines = [each for each in page.items if isinstance(each.item, Line) and each.item.runs[0].style.size < 10]
        for rule, line in product(rules, lines):
            if line.x < rule.x + rule.item.width and rule.x < line.x + line.item.width:
                size = line.item.runs[0].style.size
                crossed += line.y - size / 2 < rule.y < line.y + size / 4
    assert crossed == 0
