"""Laws over every file of the example pack, in all its languages."""

import os
import subprocess
import sys
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pikepdf
import pytest

from foraldraskolan.build import Kit, build
from foraldraskolan.content.plan import Plan, read_plan
from foraldraskolan.pack import Made, jobs, make_pack
from foraldraskolan.project import Project
from tests.support.verapdf_run import broken_rules

PROJECT = Project.default()
LARGEST = 300_000  # bytes


@pytest.fixture(scope="module")
def kit() -> Kit:
    """Return the material that the program comes with."""
    return Kit.read(PROJECT)


@pytest.fixture(scope="module")
def plan(kit: Kit) -> Plan:
    """Return the example plan."""
    return read_plan(PROJECT.example_plan, kit.library, kit.languages)


@pytest.fixture(scope="module")
def pack(kit: Kit, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Made]]:
    """Return a folder with the example pack and more: slides and notes in every language."""
    folder = tmp_path_factory.mktemp("pack med å")
    made = make_pack(plan, kit, folder, NullTranslations())
    for tag in plan.families:
        for medium in ("presentation", "notes", "staff"):
            (folder / f"{medium}-{tag}-alone.pdf").write_bytes(build(medium, plan, tag, kit).data)
    return folder, made


def test_verapdf_passes_every_file(pack: tuple[Path, list[Made]]) -> None:
    """Every PDF of the pack, and slides and notes in every language, keep all rules of PDF/UA-1."""
    files = sorted(pack[0].glob("*.pdf"))
    assert len(files) == 15 + 3 * 4
    assert broken_rules(files) == []


def test_qpdf_finds_nothing(pack: tuple[Path, list[Made]]) -> None:
    """The files' own structure is sound."""
    for file in pack[0].glob("*.pdf"):
        with pikepdf.open(file) as document:
            assert document.check_pdf_syntax() == [], file.name


def test_the_files_are_small(pack: tuple[Path, list[Made]]) -> None:
    """No PDF of the pack is larger than a mail system carries without thinking."""
    assert [each.job.file for each in pack[1] if each.size > LARGEST] == []


def test_the_pack_is_whole(pack: tuple[Path, list[Made]], plan: Plan) -> None:
    """There is a file for each job, a list of what lies there, and nothing left over."""
    names = {file.name for file in pack[0].iterdir() if not file.name.endswith("-alone.pdf")}
    assert names == {job.file for job in jobs(plan)} | {"README.txt"}


def test_same_input_same_bytes(pack: tuple[Path, list[Made]]) -> None:
    """Another process with another hash seed makes the same bytes."""
    script = (
        "import sys; from foraldraskolan.cli import run; "
        "sys.exit(run(['handout', '--language', 'ar', '--output', sys.argv[1]]))"
    )
    target = pack[0].parent / "again.pdf"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    subprocess.run([sys.executable, "-c", script, str(target)], check=True, env=environment, capture_output=True)
    assert target.read_bytes() == (pack[0] / "handout-ar.pdf").read_bytes()


def test_direction_and_language(pack: tuple[Path, list[Made]]) -> None:
    """A file says its language, and Arabic that it is read from right to left."""
    for tag, direction in (("sv", "/L2R"), ("ar", "/R2L")):
        with pikepdf.open(pack[0] / f"handout-{tag}.pdf") as document:
            assert str(document.Root.Lang) == tag
            assert document.Root.ViewerPreferences.Direction == direction


def test_no_file_names_this_machine(pack: tuple[Path, list[Made]]) -> None:
    """No file says who made it, or where."""
    for file in pack[0].glob("*.pdf"):
        with pikepdf.open(file) as document:
            said = str(document.docinfo) + str(document.open_metadata())
        assert str(Path.home()) not in said
        assert "ReportLab" not in said


def test_numbers_are_the_same_in_every_language(kit: Kit, plan: Plan) -> None:
    """A handout has as many numbered blocks in every language: teacher and parent mean the same point."""
    from foraldraskolan.build import translated
    from foraldraskolan.document.blocks import Numbered
    from foraldraskolan.media import MEDIA

    numbers = set()
    for tag in plan.families:
        document, words, _ = translated("handout", plan, tag, kit)
        arranged = MEDIA["handout"].arrange(document, words)
        numbers.add(tuple(type(b.block).__name__ for b in arranged.blocks if isinstance(b, Numbered)))
    assert len(numbers) == 1


def test_a_pack_with_a_problem_writes_nothing(kit: Kit, plan: Plan, tmp_path: Path) -> None:
    """When one document cannot be made, no file appears and an old one stays as it was."""
    from foraldraskolan.problems import ProblemsFound

    old = tmp_path / "handout-sv.pdf"
    old.write_bytes(b"old")
    broken = replace(plan, meeting=replace(plan.meeting, place="plats " * 400, title="möte \U0001f600"))
    with pytest.raises(ProblemsFound) as found:
        make_pack(broken, kit, tmp_path, NullTranslations())
    assert any("U+1F600" in str(problem.message.values) or problem.message.values for problem in found.value.problems)
    assert [file.name for file in tmp_path.iterdir()] == ["handout-sv.pdf"]
    assert old.read_bytes() == b"old"
