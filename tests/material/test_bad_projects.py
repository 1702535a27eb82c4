"""Every fault that a user's file can have is told in words, with its line and what to do.

Each file in data/projects/bad is the good project's file of that kind with one fault, which its name tells; the .txt
beside it is what the user is told. UPDATE_GOLDEN=1 writes the .txt files anew: read the difference.
"""

import os
import shutil
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.editor.style import read_style
from foraldraskolan.material.agenda import agenda
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import read_plan
from foraldraskolan.problems import Problem, ProblemsFound

PROJECTS = Path(__file__).parents[1] / "data" / "projects"
BAD = sorted(path for path in (PROJECTS / "bad").rglob("*") if path.suffix in (".md", ".toml"))
FOLDERS = ("modules", "letters", "plans")  # in these a fault is a file of its own; all else is a file in materials


@pytest.mark.parametrize("bad", BAD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_bad_file_is_told_in_words(bad: Path, tmp_path: Path) -> None:
    """Reading the good project with this file in it gives exactly the problems that are written beside the file."""
    expected = bad.with_suffix(".txt")
    told = told_problems(tmp_path, bad)
    if "UPDATE_GOLDEN" in os.environ:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def test_every_expectation_has_its_bad_file() -> None:
    """No expectation outlives the file that it was written for."""
    expected = {path.with_suffix("") for path in (PROJECTS / "bad").rglob("*.txt")}
    assert expected == {path.with_suffix("") for path in BAD}


def told_problems(materials: Path, bad: Path) -> str:
    """Return what the user is told about the good project with this bad file in it."""
    shutil.copytree(PROJECTS / "good", materials, dirs_exist_ok=True)
    kind = bad.parent.name
    target = materials / kind / bad.name if kind in FOLDERS else materials / f"{kind}.toml"
    shutil.copy(bad, target)
    plan = target if kind == "plans" else materials / "plans" / "example.toml"
    with pytest.raises(ProblemsFound) as found:
        library = read_library(materials)
        agenda(read_plan(plan, library, ("sv", "en", "ar", "so")), library)
        read_style(materials)
    return "\n".join(told(problem, materials) for problem in found.value.problems)


def told(problem: Problem, materials: Path) -> str:
    """Return a problem as place, sentence and hint, each on a line."""
    catalog = NullTranslations()
    lines = [str(problem.place).removeprefix(f"{materials}{os.sep}"), f"  {problem.message.text(catalog)}"]
    if problem.hint is not None:
        lines.append(f"  → {problem.hint.text(catalog)}")
    return "\n".join(lines) + "\n"
