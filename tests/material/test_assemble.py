"""What the plan and the library make together."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Callout, ContactCard, Contacts, Document, Section, Verb
from foraldraskolan.document.walk import descend, plain, proses
from foraldraskolan.material.assemble import assemble, assemble_letter, assemble_module, assemble_staff
from foraldraskolan.material.library import read_library
from foraldraskolan.material.module import VERBS
from foraldraskolan.material.plan import read_plan
from foraldraskolan.material.prose import untranslated
from tests.support.orders import content

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
LIBRARY = read_library(GOOD)
OURS = content("example").library
PLAN = read_plan(GOOD / "plans" / "example.toml", LIBRARY, ("sv", "ar"))


def sections(document: Document) -> list[Section]:
    """Return the sections of a document."""
    return [block for block in document.blocks if isinstance(block, Section)]


def contacts(document: Document) -> list[list[str]]:
    """Return the names of the cards of each block of contacts."""
    return [
        [plain(card.name.inlines) for card in node.cards if isinstance(card, ContactCard)]
        for block in document.blocks
        for _, node in descend(block)
        if isinstance(node, Contacts)
    ]


def test_the_plans_text_is_never_translated() -> None:
    """What the user typed is in the document, and no text that is to be translated holds it."""
    document = assemble(PLAN, LIBRARY)
    assert plain(document.title.inlines) == "Möte 8B"
    assert not any("Kuratorn" in prose.source or "Möte 8B" in prose.source for _, prose in proses(document))
    assert any(plain(prose.inlines) == "Kuratorn" for _, prose in proses(document))


def test_sections_in_agenda_order_with_times() -> None:
    """The modules come when the agenda says, for as long as it says."""
    found = [(section.key, section.start, section.minutes) for section in sections(assemble(PLAN, LIBRARY))]
    assert found == [("begin", time(18, 0), 10), ("help", time(18, 10), 16)]


def test_what_is_said_of_interpreters_is_said_where_they_are() -> None:
    """It stands in an interpreted meeting's module and in no other's; all else stands in both."""
    module = LIBRARY.modules["begin"]
    of_them = Callout("say", (Paragraph(untranslated(Text("Tolken säger allt."))),), interpreters=True)
    library = replace(LIBRARY, modules={**LIBRARY.modules, "begin": replace(module, blocks=(of_them, *module.blocks))})
    for interpreted, expected in ((False, module.blocks), (("ar",), (of_them, *module.blocks))):
        meeting = replace(PLAN.meeting, interpreted=interpreted)
        assert sections(assemble(replace(PLAN, meeting=meeting), library))[0].blocks == expected


def test_a_section_has_its_modules_verb() -> None:
    """What a module teaches to do is known of its section; a module that does not say, and a letter, have none."""
    assert [section.verb for section in sections(assemble(PLAN, LIBRARY))] == ["talk", None]
    assert [section.verb for section in sections(assemble_letter(PLAN, LIBRARY, "invitation"))] == [None]


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_drawn(verb: Verb) -> None:
    """Whatever a module of our own teaches to do, there is a drawing for it."""
    module = next(iter(OURS.modules.values()))
    with_verb = replace(OURS, modules={"intro": replace(module, id="intro", verb=verb)})
    (section,) = sections(assemble_module(with_verb, "intro"))
    assert section.sign is not None


def test_sources_are_numbered_as_in_the_module() -> None:
    """A module's sources are its own, from 1, as its marks count them."""
    first = sections(assemble(PLAN, LIBRARY))[0]
    assert [(entry.number, plain(entry.text.inlines), entry.checked) for entry in first.sources] == [
        (1, "Skolan: Handbok (2024-05)", date(2026, 1, 31)),
        (2, "Byrån: Undersökning 2023", date(2026, 1, 31)),
    ]


def test_local_contacts_keep_away_from_emergencies() -> None:
    """Where every block of contacts opens with the emergency number, the plan's contacts stand last by themselves."""
    assert contacts(assemble(PLAN, LIBRARY)) == [
        ["Nödnumret"],
        ["Nödnumret", "Stödlinjen", "Skolsköterskan"],
        ["Kuratorn"],
    ]


def test_local_contacts_come_first_among_those_that_can_wait() -> None:
    """In a block without an urgent card, the plan's contacts come before the national ones."""
    section = sections(assemble(PLAN, LIBRARY))[1]
    calm = tuple(
        replace(block, cards=tuple(card for card in block.cards if not card.urgent))
        if isinstance(block, Contacts)
        else block
        for block in LIBRARY.modules["help"].blocks
    )
    library = replace(LIBRARY, modules={**LIBRARY.modules, "help": replace(LIBRARY.modules["help"], blocks=calm)})
    assert section.key == "help"
    assert [names[:1] for names in contacts(assemble(PLAN, library)) if "Kuratorn" in names] == [["Kuratorn"]]


def test_local_contacts_have_a_place_without_contacts() -> None:
    """In a meeting whose modules name no contacts, the plan's contacts stand last."""
    plan = replace(PLAN, modules=("begin",))
    assert contacts(assemble(plan, LIBRARY)) == [["Kuratorn"]]


def test_the_staff_gets_what_is_for_staff_alone() -> None:
    """Modules for staff and not for parents, outside the meeting's time."""
    found = [(section.key, section.start, section.minutes) for section in sections(assemble_staff(PLAN, LIBRARY))]
    assert found == [("visit", None, 3)]


def test_a_letter_is_one_section() -> None:
    """A letter has its title and no time."""
    (letter,) = sections(assemble_letter(PLAN, LIBRARY, "invitation"))
    assert (letter.key, plain(letter.title.inlines), letter.start, letter.minutes) == (
        "invitation",
        "Välkommen",
        None,
        0,
    )
