"""What the material that ships says to somebody in danger, and in which languages it says it."""

import re
from itertools import pairwise

import pytest

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.meaning import Block, Callout, ContactCard, Contacts, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, plain
from foraldraskolan.material.module import Module
from foraldraskolan.project import Project
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.translatable import translatable, vital
from foraldraskolan.translation.translations import read_translations
from tests.support.orders import content

LIBRARY = content("example").library
PROJECT = Project.default()
MODULES = list(LIBRARY.modules.values())
TRANSLATED = ("en", "ar", "so")  # the languages that all is translated into
_SUICIDE = re.compile(r"\b(?:själv)?mord\w*|\bta sitt liv\b|\binte vilja leva\b", re.IGNORECASE)


def nodes(module: Module) -> list[object]:
    """Return everything in a module, its blocks and their texts."""
    return [node for block in module.blocks for _, node in descend(block)]


def texts(module: Module) -> list[str]:
    """Return the texts of a module as their author wrote them."""
    return [node.source for node in nodes(module) if isinstance(node, Prose)]


def told(block: Block) -> str:
    """Return what parents read in a paragraph, or in a box that is both said and printed; nothing of other blocks."""
    if isinstance(block, Callout) and block.kind == "tell":
        return " ".join(told(each) for each in block.blocks)
    return block.text.source if isinstance(block, Paragraph) else ""


def acts(module: Module) -> list[Prose]:
    """Return every text of a module's boxes and slides for acute danger."""
    found: list[Prose] = []
    for block in module.blocks:
        if isinstance(block, Callout | Slide) and block.kind == "act":
            found += [block.title] if isinstance(block, Slide) else []
            found += [node for inner in block.blocks for _, node in descend(inner) if isinstance(node, Prose)]
    return [prose for prose in found if prose.source]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.id)
def test_where_suicide_is_raised_a_line_for_it_stands_beside(module: Module) -> None:
    """A parent who reads of suicide finds 112, and a line that answers day and night, on the same page."""
    if not any(_SUICIDE.search(text) for text in texts(module)):
        return
    said = " ".join(texts(module))
    assert "{phone:larmnumret}" in said
    assert LIBRARY.contacts["sjalvmordslinjen"].name in [
        node.name for node in nodes(module) if isinstance(node, ContactCard)
    ]


def test_what_is_urgent_is_said_where_suicide_is_raised() -> None:
    """Whoever is told to call 112 about suicide is told what to call for: plans that are serious."""
    said = [text for module in MODULES for text in texts(module) if _SUICIDE.search(text)]
    told = [text for text in said if "larmnumret" in text or "nödnumret" in text]
    assert len(told) >= 3
    assert [text for text in told if "allvarliga planer" not in text] == []


@pytest.mark.parametrize(
    "sign", ["väcka", "kontakt", "andas", "läppar", "krampanfall", "ta sitt liv", "osäker", "ensam"]
)
def test_the_box_of_danger_names_every_sign(sign: str) -> None:
    """All modules show the one box: a sign that is lost there is lost everywhere."""
    (box,) = (block for block in LIBRARY.modules["acute"].blocks if isinstance(block, Callout) and block.kind == "act")
    said = " ".join(node.source for _, node in descend(box) if isinstance(node, Prose))
    assert sign in said


def test_the_emergency_number_comes_before_naloxone() -> None:
    """Every text about the spray says to call, first of all, and where it says to give it, the call stands before."""
    told = [text for module in MODULES for text in texts(module) if "nässprej" in text]
    assert len(told) >= 2
    for text in told:
        call = re.search(r"(?:larmnumret\}|nödnumret)[^.]* först", text)
        assert call is not None, text
        assert "ge den" not in text or call.start() < text.index("ge den"), text


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.id)
def test_nobody_is_only_kept_near(module: Module) -> None:
    """What the box says, never alone, is said in the same words on slides and aloud: near is not enough."""
    assert [text for text in texts(module) if "stanna nära" in text.lower()] == []


def test_the_line_for_suicide_answers_day_and_night() -> None:
    """The line that stands beside the word is never closed."""
    hours = LIBRARY.contacts["sjalvmordslinjen"].hours
    assert hours is not None
    assert plain(hours.inlines) == "dygnet runt"


def test_a_number_for_the_night_answers_at_night() -> None:
    """Every number listed under a text about the night answers day and night."""
    listed = [
        card
        for module in MODULES
        for before, block in pairwise(module.blocks)
        if isinstance(block, Contacts) and "natten" in told(before)
        for card in block.cards
        if card.phone is not None
    ]
    assert len(listed) >= 2
    for card in listed:
        assert card.hours is not None, card.name.source
        assert plain(card.hours.inlines) == "dygnet runt", card.name.source


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.id)
def test_hhc_is_called_what_it_is(module: Module) -> None:
    """Where HHC is named it is called narcotics, and nothing beside it says that something is not classed."""
    named = [text for text in texts(module) if "HHC" in text]
    if named:
        assert any("narkotika" in text for text in named)
        assert [text for text in texts(module) if re.search(r"inte (?:är |ännu )*klassa|oklassa", text)] == []


def test_both_ways_of_resuscitation_stand_together() -> None:
    """Where a parent is told how to press and breathe, both ages are there with their own numbers."""
    counts = ("cpr-child-first-breaths", "cpr-child-compressions", "cpr-child-age", "cpr-compressions")
    for module in MODULES:
        said = " ".join(texts(module))
        told = [count for count in counts if f"{{fact:{count}}}" in said]
        assert told in ([], list(counts)), module.id
    assert [LIBRARY.facts[count].value for count in counts] == [5, 15, 18, 30]


@pytest.mark.parametrize("tag", TRANSLATED)
@pytest.mark.parametrize("module", [each for each in MODULES if acts(each)], ids=lambda module: module.id)
def test_acute_danger_is_read_in_ones_own_language(module: Module, tag: str) -> None:
    """No box or slide for acute danger has a line in Swedish, or an old one, in a language that is translated."""
    language = read_languages(PROJECT.translations)[tag]
    translations = read_translations(
        PROJECT.translations, language, lambda: vital(translatable(LIBRARY, PROJECT.materials))
    )
    for prose in acts(module):
        found = translations.find(module.id, prose.source)
        assert found is not None, prose.source
        assert found.state in ("draft", "reviewed"), prose.source
