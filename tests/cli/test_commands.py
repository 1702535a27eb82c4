"""The command line as its users run it: what it says, where it writes, how it leaves."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.project import Project

SV = ["--interface", "sv"]


def test_help_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """Help is Swedish or English, as it is asked for."""
    assert run([*SV, "--help"]) == 0
    assert "Gör hela materialet till ett möte." in capsys.readouterr().out
    assert run(["--interface", "en", "--help"]) == 0
    assert "Make the whole pack for a meeting." in capsys.readouterr().out


def test_wrong_usage_leaves_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    """A command, an option or a language of the interface that does not exist is wrong usage."""
    assert run(["nosuch"]) == 2
    assert run(["modules", "--nosuch"]) == 2
    assert run(["--interface", "fr", "modules"]) == 2


def test_a_users_problem_leaves_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What is wrong is told with a place and a hint, everything at once, and nothing is written."""
    plan = tmp_path / "plan.toml"
    text = Project.default().example_plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('"intro"', '"itro"').replace("minutes = 60", 'minutes = "många"'), encoding="utf-8")
    assert run([*SV, "build", str(plan), "-o", str(tmp_path / "ut")]) == 1
    told = capsys.readouterr().err
    assert "Menade du intro?" in told
    assert "plan.toml:" in told
    assert "2 problem. Inget är skrivet." in told
    assert [file.name for file in tmp_path.iterdir()] == ["plan.toml"]


def test_a_bug_leaves_with_3_and_tells_no_values(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our own fault names the place in our code, and none of the user's words."""

    def broken(*_: object) -> None:
        raise ValueError("Anna Hemlig, Skyddsgatan 1")

    monkeypatch.setattr("foraldraskolan.cli.listings.list_modules", broken)
    assert run([*SV, "modules"]) == 3
    told = capsys.readouterr()
    assert "ValueError" in told.err
    assert "Hemlig" not in told.out + told.err


def test_interrupted_leaves_with_130(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C says so and leaves with 130."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("foraldraskolan.cli.listings.list_modules", interrupted)
    assert run([*SV, "modules"]) == 130
    assert "Avbrutet" in capsys.readouterr().err


def test_lists_name_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """Every module and language is listed, and a module can be read in each language."""
    assert run([*SV, "modules"]) == 0
    listed = capsys.readouterr().out
    assert all(file.stem in listed for file in (Project.default().materials / "modules").glob("*.md"))
    assert run([*SV, "languages"]) == 0
    assert "arabiska" in capsys.readouterr().out
    assert run([*SV, "show", "help", "--language", "so"]) == 0
    assert "112" in capsys.readouterr().out


def test_the_material_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    """What the program comes with passes its own check on the day it was checked."""
    assert run([*SV, "check", "--date", "2026-11-24"]) == 0, capsys.readouterr().err


def test_old_facts_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Years later the same check names what has grown old."""
    assert run([*SV, "check", "--date", "2031-01-01"]) == 1
    assert "contacts.toml" in capsys.readouterr().err


def test_a_new_plan_can_be_built(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A plan written from options builds, and is never overwritten unasked."""
    plan = tmp_path / "min plan å.toml"
    order = [*SV, "new", str(plan), "--title", "Möte 7A", "--place", "Salen", "--host", "Skolan", "--families", "sv,ar"]
    assert run([*order, "--copies", "ar=3", "--contact", "Kuratorn, 0500-12 34 56, vardagar 8–16"]) == 0
    assert tomllib.loads(plan.read_text(encoding="utf-8"))["copies"] == {"ar": 3}
    assert run(order) == 1
    assert run([*SV, "mailout", str(plan), "--language", "ar", "-o", str(tmp_path / "brev.pdf")]) == 0
    assert (tmp_path / "brev.pdf").read_bytes().startswith(b"%PDF")


def test_all_missing_answers_are_told_at_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without a terminal, every answer that has no default is asked for in one go."""
    assert run([*SV, "new", str(tmp_path / "plan.toml")]) == 1
    told = capsys.readouterr().err
    assert all(f"--{option} saknas." in told for option in ("title", "place", "host"))


def test_unreviewed_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """With --require-reviewed drafts are refused, and nothing is written."""
    assert run([*SV, "build", "--require-reviewed", "-o", str(tmp_path / "ut")]) == 1
    assert "handout-ar.pdf" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["--help"], ["modules"], ["languages"], ["show", "help"], ["nosuch"]])
def test_cheap_commands_never_import_the_renderer(command: list[str]) -> None:
    """Help and listings start without reportlab, HarfBuzz or ICU."""
    script = (
        "import sys; from foraldraskolan.cli import run; run(sys.argv[1:]); "
        "sys.stderr.write(' '.join(sorted({'reportlab', 'uharfbuzz', 'icu4py'} & set(sys.modules))) + '|end')"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    assert done.stderr.endswith("\n|end") or done.stderr == "|end", done.stderr
