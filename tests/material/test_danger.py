"""The box for acute danger is written once: other modules show it with what they add."""

import shutil
from pathlib import Path

import pytest

from foraldraskolan.document.inlines import SourceMark
from foraldraskolan.document.meaning import Callout, Section
from foraldraskolan.document.paper import Once
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import inlines_below, proses_below
from foraldraskolan.material.assemble import assemble, assemble_module
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.plan import read_plan
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.translatable import domain_of, translatable
from tests.support.samples import told

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
HEAD = """+++
id = "{id}"
title = "Titel"
summary = "Om det."
audience = ["parents"]
minutes = 5
priority = 1
checked = 2026-01-31
valid_months = 12
sources = {sources}
+++

"""
DANGER = """::: act
Ring {phone:emergency}.[^1]

Ring också om någon:

- somnar[^2]

Är du osäker? Ring ändå.[^2]
:::
"""
ADDED = """Text.[^1]

::: act danger
Det kan komma sent.

- kräks[^1]
:::
"""


def materials(folder: Path, added: str = ADDED, danger: str = DANGER) -> Path:
    """Return a copy of the good material with a module of danger, and one that adds to it."""
    copy = shutil.copytree(GOOD, folder / "materials")
    sources = '["handbook", "survey"]' if danger == DANGER else "[]"
    (copy / "modules" / "danger.md").write_text(HEAD.format(id="danger", sources=sources) + danger, "utf-8")
    sources = '["survey"]' if "[^1]" in added else "[]"
    (copy / "modules" / "adding.md").write_text(HEAD.format(id="adding", sources=sources) + added, "utf-8")
    return copy


def section(library: Library) -> Section:
    """Return the module that adds, as the section of a document."""
    (found,) = (block for block in assemble_module(library, "adding").blocks if isinstance(block, Section))
    return found


def box(library: Library) -> Callout:
    """Return the box of the module that adds."""
    (found,) = (block for block in section(library).blocks if isinstance(block, Callout))
    return found


def test_what_a_module_adds_stands_in_the_box(tmp_path: Path) -> None:
    """Its signs come last in the list of signs, all else after what the box says, in order."""
    found = box(read_library(materials(tmp_path)))
    kinds = [type(block).__name__ for block in found.blocks]
    assert kinds == ["Paragraph", "Paragraph", "List", "Paragraph", "Paragraph"]
    assert [text.source for text in proses_below(found)] == [
        "Ring {phone:emergency}.",
        "Ring också om någon:",
        "somnar",
        "kräks",
        "Är du osäker? Ring ändå.",
        "Det kan komma sent.",
    ]
    assert (found.kind, found.of) == ("act", "")


def test_each_text_keeps_its_sources_and_its_domain(tmp_path: Path) -> None:
    """Marks lead to what they led to in the module that wrote them, and each source is listed once."""
    library = read_library(materials(tmp_path))
    listed = section(library).sources
    assert [entry.number for entry in listed] == [1, 2]

    def sources(text: Prose) -> list[str]:
        marks = (each for each in inlines_below(text.inlines) if isinstance(each, SourceMark))
        return [listed[mark.number - 1].url for mark in marks]

    handbook, survey = library.sources["handbook"].url, library.sources["survey"].url
    assert {text.source: (domain_of(text), sources(text)) for text in proses_below(box(library))} == {
        "Ring {phone:emergency}.": ("danger", [handbook]),
        "Ring också om någon:": ("danger", []),
        "somnar": ("danger", [survey]),
        "kräks": ("adding", [survey]),
        "Är du osäker? Ring ändå.": ("danger", [survey]),
        "Det kan komma sent.": ("adding", []),
    }


def test_the_words_of_danger_are_translated_once(tmp_path: Path) -> None:
    """No text of the box is in the catalog of a module that shows it; what that one adds is, and is vital too."""
    copy = materials(tmp_path)
    texts = translatable(read_library(copy), copy)
    assert {text.source for text in texts["adding"] if text.vital} == {"kräks", "Det kan komma sent."}
    assert "somnar" not in {text.source for text in texts["adding"]}


def test_a_plan_need_not_name_the_module_of_danger(tmp_path: Path) -> None:
    """It is read for whoever shows its box, and has no time in the meeting."""
    copy = materials(tmp_path)
    library = read_library(copy, ["adding"])
    assert {"adding", "danger"} <= set(library.modules)
    assert "help" in library.unread
    assert box(library) == box(read_library(copy))
    plan = copy / "plans" / "example.toml"
    plan.write_text(plan.read_text("utf-8").replace('"begin"', '"adding"'), "utf-8")
    document = assemble(read_plan(plan, read_library(copy), ("sv", "ar")), read_library(copy))
    assert "danger" not in [block.key for block in document.blocks if isinstance(block, Section)]


def test_on_paper_a_module_after_it_only_adds(tmp_path: Path) -> None:
    """The box stands once; of a later one there is what it adds, below the line that announces the signs."""
    library, once = read_library(materials(tmp_path)), Once()
    own = next(block for block in library.modules["danger"].blocks if isinstance(block, Callout))
    assert once.of([own]) == [own]
    (left,) = once.of([box(library)])
    assert [text.source for text in proses_below(left)] == ["Ring också om någon:", "kräks", "Det kan komma sent."]


def test_nothing_need_be_added(tmp_path: Path) -> None:
    """An empty box is the box as its own module has it."""
    found = box(read_library(materials(tmp_path, "Text.\n\n::: act danger\n:::\n")))
    assert [text.source for text in proses_below(found)] == [
        "Ring {phone:emergency}.",
        "Ring också om någon:",
        "somnar",
        "Är du osäker? Ring ändå.",
    ]


@pytest.mark.parametrize(
    ("added", "danger", "wrong"),
    [
        ("::: act dangr\n- kräks\n:::\n", DANGER, ("Modulen dangr finns inte.", 14)),
        ("::: act danger\n- kräks\n:::\n", "Text.\n", ("Modulen danger har ingen egen ruta ::: act.", 14)),
        ("::: act adding\n- kräks\n:::\n", DANGER, ("Modulen adding har ingen egen ruta ::: act.", 14)),
    ],
)
def test_a_danger_that_is_nowhere_is_told(added: str, danger: str, wrong: tuple[str, int], tmp_path: Path) -> None:
    """A module that is not there, that has no such box, or that only shows another's, is a problem in its place."""
    copy = materials(tmp_path, added, danger)
    for named in (None, ["adding"]):
        with pytest.raises(ProblemsFound) as found:
            read_library(copy, named)
        (problem,) = found.value.problems
        assert problem.place is not None
        assert (told(problem), problem.place.file.name, problem.place.line) == (wrong[0], "adding.md", wrong[1])


def test_a_module_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """Where the box would be is not asked of a file with problems of its own."""
    copy = materials(tmp_path, danger="::: act\nText\n")
    with pytest.raises(ProblemsFound) as found:
        read_library(copy, ["adding"])
    assert {problem.place.file.name for problem in found.value.problems if problem.place} == {"danger.md"}
