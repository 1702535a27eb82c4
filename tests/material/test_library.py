"""A folder of materials reads as one library, the same each time; our own is without problems."""

import os
import shutil
from pathlib import Path

import pytest

from foraldraskolan.document.form import List
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend
from foraldraskolan.material.agenda import modules_with_lesson
from foraldraskolan.material.assemble import assemble, assemble_lesson, assemble_staff
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.plan import Plan, named_modules, plan_of
from foraldraskolan.material.toml import read_toml
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project

PROJECTS = Path(__file__).parents[1] / "data" / "projects"
GOOD = PROJECTS / "good"
OURS = Project.default().materials


def test_same_files_same_library(tmp_path: Path) -> None:
    """Two folders with the same files hold equal libraries, wherever they lie."""
    copy = shutil.copytree(GOOD, tmp_path / "copy")
    assert read_library(GOOD) == read_library(copy)


def test_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    """Files saved on Windows hold the same library."""
    copy = shutil.copytree(GOOD, tmp_path / "copy")
    for path in copy.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_library(copy) == read_library(GOOD)


def test_a_module_as_its_outline() -> None:
    """Every construct of the dialect, read from one module, is the outline that is written beside the project."""
    expected = PROJECTS / "good-begin.txt"
    lines: list[str] = []
    for block in read_library(GOOD).modules["begin"].blocks:
        for address, node in descend(block):
            text = f" {node.place.line if node.place else '-'}: {node.source!r}" if isinstance(node, Prose) else ""
            marker = f" {node.marker}" if isinstance(node, List) else ""
            lines.append("  " * len(address) + type(node).__name__ + marker + text)
    outline = "\n".join(lines) + "\n"
    if "UPDATE_GOLDEN" in os.environ:
        expected.write_text(outline, encoding="utf-8")
    assert outline == expected.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def whole() -> Library:
    """Return our own material."""
    return read_library(OURS)


@pytest.mark.parametrize("file", sorted((OURS / "plans").glob("*.toml")), ids=lambda file: file.stem)
def test_what_a_plan_names_is_enough(file: Path, whole: Library) -> None:
    """The material that ships makes the same of a plan from the modules that the plan names as from all of them."""
    named = read_library(OURS, named_modules(read_toml(file)))
    assert {*named.modules, *named.unread} == set(whole.modules)
    assert made(file, named) == made(file, whole)


def made(file: Path, library: Library) -> tuple[Plan, list[Document]]:
    """Return a plan and all that is made of it."""
    plan = plan_of(read_toml(file), library, ("sv", "en", "ar", "so"))
    lessons = [assemble_lesson(plan, library, module.id) for module in modules_with_lesson(plan, library)[0]]
    # The plan of a series alone has no time for the meeting of its modules.
    meeting = [] if file.stem == "mailout-series" else [assemble(plan, library)]
    return plan, [*meeting, assemble_staff(plan, library), *lessons]


def spoiled(tmp_path: Path, id: str, old: str, new: str) -> Library:
    """Return what is read of our material for a meeting of "signs", a module's text spoiled."""
    copy = shutil.copytree(OURS, tmp_path / "copy")
    file = copy / "modules" / f"{id}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_library(copy, ["signs"])


def test_what_no_plan_names_is_left_to_the_check(tmp_path: Path) -> None:
    """A module that is not for this meeting may be wrong: nothing of it is shown, and `check` reads it."""
    assert "law" in spoiled(tmp_path, "law", "\n## ", "\n# ").unread


@pytest.mark.parametrize(
    ("id", "old", "new"),
    [
        ("signs", "\n## ", "\n# "),  # what is named
        ("staff-worry", "\n## ", "\n# "),  # what is for staff, whatever is named
        ("welcome", "::: own", "::: owns"),  # what every meeting begins with
        ("staff-worry", 'audience = ["staff"]', 'audience = ["staf"]'),  # what may be for staff
        ("acute", 'audience = ["parents"]', 'audience = "parents"'),
        ("acute", "audience = ", "audiences = "),
        ("acute", "+++", ""),
    ],
)
def test_what_may_be_shown_is_read(id: str, old: str, new: str, tmp_path: Path) -> None:
    """What is wrong is told of a module that is named, for staff, a welcome, or that does not tell what it is for."""
    with pytest.raises(ProblemsFound) as found:
        spoiled(tmp_path, id, old, new)
    assert {each.place.file.stem for each in found.value.problems if each.place} == {id}
