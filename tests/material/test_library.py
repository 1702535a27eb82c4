"""A folder of materials reads as one library, the same each time; our own is without problems."""

import os
import shutil
from pathlib import Path

from foraldraskolan.document.form import List
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import read_plan
from foraldraskolan.project import Project

PROJECTS = Path(__file__).parents[1] / "data" / "projects"
GOOD = PROJECTS / "good"


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


def test_our_own_material_is_without_problems() -> None:
    """The material that ships and its example plan can be read."""
    project = Project.default()
    library = read_library(project.materials)
    plan = read_plan(project.example_plan, library, ("sv", "en", "ar", "so"))
    assert set(plan.modules or ()) <= set(library.modules)
