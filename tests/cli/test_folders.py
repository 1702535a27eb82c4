"""The folders that everything is made from: where one stands if they are there, else the program's; always told."""

import shutil
from gettext import NullTranslations
from itertools import product
from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.cli.session import session
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project

SV = ["--interface", "sv"]
PROGRAM = Project.default()
HOLDS = {"materials": "modules", "translations": "languages.toml"}
CALLED = {"ours": "den här mappen", "namesake": "programmet", "none": "programmet"}


def lay(folder: Path, part: str, what: str) -> Path:
    """Make a folder called as one of ours: one that is, one that merely is called so, or none."""
    made = folder / part
    if what == "ours":
        (made / HOLDS[part]).mkdir(parents=True)
    elif what == "namesake":
        (made / "foton").mkdir(parents=True)
    return made


@pytest.mark.parametrize(("materials", "translations"), list(product(CALLED, CALLED)))
def test_each_folder_is_the_one_here_if_it_is_one(
    materials: str,
    translations: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each is looked for by itself; a folder that is merely called so is not used, and that is told."""
    here = {
        "materials": lay(tmp_path, "materials", materials),
        "translations": lay(tmp_path, "translations", translations),
    }
    what = {"materials": materials, "translations": translations}
    monkeypatch.chdir(tmp_path)
    chosen = session(None, None, NullTranslations())
    chosen.tell_folders()
    told = capsys.readouterr()
    for part, each in what.items():
        used = here[part] if each == "ours" else getattr(PROGRAM, part)
        assert getattr(chosen.project, part) == used
        assert (f"Mappen {part} här används inte: i den finns inget {HOLDS[part]}." in told.err) == (each == "namesake")
    one, two = CALLED[materials], CALLED[translations]
    said = f"Material och översättningar ur {one}." if one == two else f"Material ur {one}, översättningar ur {two}."
    assert told.err.splitlines()[-1] == said
    assert told.out == ""


def test_a_folder_that_is_asked_for_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an option names is used, whatever lies here, or refused; it is told by its path."""
    lay(tmp_path, "materials", "ours")
    asked = lay(tmp_path / "annat å", "materials", "ours")
    monkeypatch.chdir(tmp_path)
    chosen = session(asked, None, NullTranslations())
    assert chosen.project == Project(asked, PROGRAM.translations)
    chosen.tell_folders()
    assert capsys.readouterr().err == f"Material ur {asked}, översättningar ur programmet.\n"
    with pytest.raises(ProblemsFound) as found:
        session(tmp_path / "annat å", tmp_path / "saknas", NullTranslations())
    assert len(found.value.problems) == 2


COMMANDS = (
    ["modules"],
    ["languages"],
    ["show", "help"],
    ["check"],
    ["translations", "status"],
    ["handout", "-o", "a.pdf"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_says_which_folders_it_reads(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, first, and away from what another program reads."""
    monkeypatch.chdir(tmp_path)
    run([*SV, *command])
    told = capsys.readouterr()
    assert told.err.splitlines()[0] == "Material och översättningar ur programmet."
    assert "ur programmet" not in told.out


def test_help_reads_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who asks what a command does is told that alone."""
    monkeypatch.chdir(tmp_path)
    assert run([*SV, "build", "--help"]) == 0
    assert capsys.readouterr().err == ""


def test_an_edit_here_has_effect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A change of a module and of a translation, in copies that lie here, is what is shown."""
    shutil.copytree(PROGRAM.materials, tmp_path / "materials")
    shutil.copytree(PROGRAM.translations, tmp_path / "translations")
    module = tmp_path / "materials" / "modules" / "help.md"
    module.write_text(
        module.read_text(encoding="utf-8").replace('title = "Här får du hjälp"', 'title = "Ändrad rubrik"'),
        encoding="utf-8",
    )
    catalog = tmp_path / "translations" / "so" / "labels.po"
    catalog.write_text(
        catalog.read_text(encoding="utf-8").replace("Tusaale: kulankani", "Tusaale! kulankani"), encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert run([*SV, "show", "help"]) == 0
    assert capsys.readouterr().out.startswith("Ändrad rubrik\n")
    assert run([*SV, "mailout", "-l", "so", "-o", "brev.txt"]) == 0
    assert "Tusaale! kulankani" in (tmp_path / "brev.txt").read_text(encoding="utf-8")
