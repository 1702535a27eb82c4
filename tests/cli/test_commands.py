"""The command line as its users run it: what it says, where it writes, how it leaves."""

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import openpyxl
import pytest

from foraldraskolan.cli import run
from foraldraskolan.cli.interface import interface_file
from foraldraskolan.cli.single import expect_language
from foraldraskolan.make.renewal import LIST
from foraldraskolan.material.library import read_library
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.record import record
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.po import read_po, write_po
from foraldraskolan.translation.translatable import translatable

SV = ["--interface", "sv"]
HERE = "Material och översättningar ur den här mappen.\n"  # the tests run in the checkout


@record
class Small:
    """A small project that a test may break, up to date in the program's own languages."""

    materials: Path
    translations: Path

    def run(self, *words: str) -> int:
        """Return how the program leaves, told in Swedish, with this project on a day when nothing in it is old."""
        dated = ["--date", "2026-02-01"] if words[0] == "check" and "--date" not in words else []
        folders = ["--materials", str(self.materials), "--translations", str(self.translations)]
        return run([*SV, *folders, *words, *dated])


@pytest.fixture
def small(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Small:
    """Return a small project where one text is translated into Somali."""
    good = Path(__file__).parents[1] / "data" / "projects" / "good"
    ours = Project.default().translations
    project = Small(shutil.copytree(good, tmp_path / "materials"), tmp_path / "translations")
    project.translations.mkdir()
    for name in ("glossary.csv", "false_friends.csv"):
        shutil.copy(ours / name, project.translations)
    tables = (ours / "languages.toml").read_text(encoding="utf-8").split("\n\n")
    few = [each for each in tables if each.startswith(("[sv]", "[en]", "[ar]", "[so]"))]
    (project.translations / "languages.toml").write_text("\n\n".join(few) + "\n", encoding="utf-8")
    for tag in ("en", "ar", "so"):
        (project.translations / tag).mkdir()
    shutil.copy(ours / "en" / "interface.po", project.translations / "en")
    assert project.run("translations", "update") == 0
    catalog = read_po(project.translations / "so" / "help.po")
    first = next(iter(catalog.entries.values()))
    translated = replace(first, text="Halkan ka hel caawinaad")
    write_po(replace(catalog, entries={**catalog.entries, first.source: translated}))
    capsys.readouterr()
    return project


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


def test_check_does_not_care_what_the_material_is_called(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of the material under any name passes the same check, and an update changes nothing in the catalogs."""
    copy = shutil.copytree(small.materials, small.materials.parent / "Mitt material")
    assert replace(small, materials=copy).run("check") == 0, capsys.readouterr().err
    assert translatable(read_library(copy), copy) == translatable(read_library(small.materials), small.materials)


@pytest.mark.parametrize("broken", ["languages.toml", "en/interface.po", "glossary.csv", "ar/review.toml"])
def test_check_tells_the_file_that_cannot_be_read_and_no_other(
    broken: str, small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    """What depends on a file of translations is not blamed for it: the plans stay as right as they were."""
    (small.translations / broken).write_bytes(b"\xff")
    assert small.run("check") == 1
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if line.startswith("/")] == [f"{small.translations / broken}:1"]


def test_check_counts_what_pages_show(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """The check says how much of each language is translated, as `translations status` counts it."""
    assert small.run("check") == 0
    said = [line for line in capsys.readouterr().out.splitlines() if "saknas" in line]
    assert [line.split(":")[0] for line in said] == ["engelska", "arabiska", "somaliska"]


def test_the_editor_judges_where_the_material_has_a_style(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """A figure without a source and a module without a plan are told once the material says how it is written."""
    small.run("check")
    assert "utan källa" not in capsys.readouterr().err
    shutil.copy(Project.default().materials / "style.toml", small.materials)
    assert small.run("check") == 1
    told = capsys.readouterr().err
    assert "Här står en siffra utan källa." in told
    assert "Ingen plan använder modulen longer." in told


def test_check_tells_how_plans_spend_their_time(
    small: Small, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Every ready plan has a row, or a plan of one's own has the only one."""
    shutil.copy(Project.default().materials / "style.toml", small.materials)

    def rows(*plan: str) -> list[list[str]]:
        small.run("check", *plan)
        return [line.split("\t") for line in capsys.readouterr().out.splitlines() if "\t" in line]

    ready = small.materials / "plans" / "example.toml"
    assert rows() == [["example", "30", "26", "0", "0", "4", "7"]]
    own = tmp_path / "mitt möte.toml"
    own.write_text(ready.read_text(encoding="utf-8").replace("minutes = 30", "minutes = 28"), encoding="utf-8")
    assert rows(str(own)) == [["mitt möte", "28", "26", "0", "0", "2", "7"]]


def test_old_facts_are_told(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """Years later the same check names what has grown old."""
    assert small.run("check", "--date", "2031-01-01") == 1
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
    """With --require-reviewed every draft is refused with its place and its module, and nothing is written."""
    assert run([*SV, "build", "--require-reviewed", "-o", str(tmp_path / "ut")]) == 1
    told = capsys.readouterr().err
    assert re.search(r"translations/ar/acute.po, rad .*\n  Inte granskad i acute\n", told)
    assert re.search(r"ar: \d+ texter är inte granskade \(acute \d+, ", told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["--help"], ["modules"], ["languages"], ["show", "help"], ["check"], ["nosuch"]])
def test_cheap_commands_never_import_the_renderer(command: list[str]) -> None:
    """Help and listings start without reportlab, HarfBuzz or ICU, and only `check` reads the dictionary."""
    heavy = {"reportlab", "uharfbuzz", "icu4py"} | ({"hunspell"} if command != ["check"] else set())
    script = (
        "import sys; from foraldraskolan.cli import run; run(sys.argv[1:]); "
        f"sys.stderr.write(' '.join(sorted({heavy} & set(sys.modules))) + '|end')"
    )
    done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    assert done.stderr.endswith("\n|end") or done.stderr == "|end", done.stderr


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    """The version that is told is the one that is installed, in a checkout too."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"{project['version']}\n"


def test_problems_stand_in_the_order_of_lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An early line comes before a late one; what the user wrote is shown as it is, and cannot steer the terminal."""
    plan = tmp_path / "plan.toml"
    text = Project.default().example_plan.read_text(encoding="utf-8")
    text = text.replace('"intro"', '"[red]itro"').replace("minutes = 60", 'minutes = "många"')
    plan.write_text(text, encoding="utf-8")
    assert run([*SV, "build", str(plan), "-o", str(tmp_path / "ut")]) == 1
    names = ", ".join(read_library(Project.default().materials).modules)
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line.startswith(("minutes", "modules"))]
    assert capsys.readouterr().err == (
        f"{HERE}{plan}:{lines[0]}:minutes\n"
        '  Väntade ett heltal, fick "många".\n'
        f"{plan}:{lines[1]}:modules[0]\n"
        '  "[red]itro" finns inte att välja.\n'
        f"  → Det som finns: {names}.\n"
        "2 problem. Inget är skrivet.\n"
    )


def test_no_file_steers_the_terminal(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """An escape sequence in a broken file is shown, not obeyed."""
    file = small.translations / "so" / "help.po"
    file.write_text(f"\x1b[2J{file.read_text(encoding='utf-8')}", encoding="utf-8")
    assert small.run("check") == 1
    assert "\x1b" not in capsys.readouterr().err


def _add(file: Path, words: str) -> None:
    """Add words to the first translation in a file."""
    catalog = read_po(file)
    entry = next(each for each in catalog.entries.values() if each.text)
    changed = replace(entry, text=entry.text + words)
    write_po(replace(catalog, entries={**catalog.entries, entry.source: changed}))


def test_one_broken_file_hides_nothing_else(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """With one catalog broken, the check still tells of the other languages and of what has grown old."""
    (small.translations / "ar" / "help.po").write_text("msgid trasig\n", encoding="utf-8")
    _add(small.translations / "so" / "help.po", " 113")
    assert small.run("check", "--date", "2031-01-01") == 1
    told = capsys.readouterr().err
    assert f"{small.translations / 'ar' / 'help.po'}:1\n" in told
    assert "Talet 113 finns inte i den svenska texten." in told
    assert "contacts.toml" in told


def test_check_asks_for_an_update_exactly_when_there_is_one(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """After an update nothing is behind; a text that the material no longer has makes its file be behind."""
    assert small.run("check") == 0, capsys.readouterr().err
    file = small.translations / "so" / "help.po"
    file.write_text(file.read_text(encoding="utf-8") + '\nmsgid "Borta"\nmsgstr "Ma jiro"\n', encoding="utf-8")
    capsys.readouterr()
    assert small.run("check") == 1
    assert capsys.readouterr().err == (
        f"Material ur {small.materials}, översättningar ur {small.translations}.\n"
        f"{file}\n  Filen följer inte den svenska texten som den är nu.\n  → Kör foraldraskolan translations update.\n"
    )
    assert small.run("translations", "update") == 0
    assert capsys.readouterr().out == f"{file}\n"


def test_an_update_is_all_or_nothing(small: Small) -> None:
    """With a broken catalog in the last language, no file of any language is touched."""
    english = small.translations / "en" / "help.po"
    english.write_text(english.read_text(encoding="utf-8") + '\nmsgid "Borta"\nmsgstr "Gone"\n', encoding="utf-8")
    before = english.read_bytes()
    (small.translations / "so" / "help.po").write_text("msgid trasig\n", encoding="utf-8")
    assert small.run("translations", "update") == 1
    assert english.read_bytes() == before


def test_every_character_has_a_glyph(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """A character that no font has is found when it is looked for, with its place."""
    _add(small.translations / "so" / "help.po", "\U00013000")
    small.run("check")
    assert "U+13000" not in capsys.readouterr().err
    assert small.run("check", "--glyphs") == 1
    assert "U+13000" in capsys.readouterr().err


def test_a_plan_that_is_written_can_be_built(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Modules that do not fit the time are told before the plan is written, by the option to change."""
    plan = tmp_path / "plan.toml"
    order = [*SV, "new", str(plan), "--title", "A", "--place", "B", "--host", "C", "--minutes", "10"]
    assert run([*order, "--modules", "intro,signs,talk,help"]) == 1
    assert "--modules\n  Modulerna tar 23 minuter, men mötet är 10.\n" in capsys.readouterr().err
    assert not plan.exists()


def test_a_folder_takes_the_usual_name(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A document that is sent to a folder is called there what it is called in a pack."""
    folder = tmp_path / "möte å 1"
    folder.mkdir()
    assert run([*SV, "checklist", "--staff", "-o", str(folder)]) == 0
    assert capsys.readouterr().out.split("\t")[0] == str(folder / "checklist-staff-sv.pdf")
    assert [each.name for each in folder.iterdir()] == ["checklist-staff-sv.pdf"]


def test_in_a_pipe_a_file_is_a_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What is read by another program has a line a file, a path that leads there, and nothing else."""
    assert run([*SV, "build", "-o", str(tmp_path / "ut")]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {Path(row[0]).name for row in rows} | {"README.txt", LIST} == {
        each.name for each in (tmp_path / "ut").iterdir()
    }
    assert all(Path(row[0]).is_file() and len(row) == 5 for row in rows)


def test_a_folder_without_material_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder that is not one of ours is refused by what it lacks."""
    assert run([*SV, "--materials", str(tmp_path), "modules"]) == 1
    assert capsys.readouterr().err == f"{tmp_path}\n  Här finns inget modules, så det är inte rätt mapp.\n"


def test_boxes_are_shown_with_their_word(capsys: pytest.CaptureFixture[str]) -> None:
    """On the screen a box carries the word that it carries on paper, in the language of the text."""
    assert run([*SV, "show", "signs"]) == 0
    assert "Akut fara" in capsys.readouterr().out
    assert run([*SV, "show", "signs", "--language", "en"]) == 0
    told = capsys.readouterr().out
    assert "Akut fara" not in told
    assert ":::" not in told


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    """Return how a command begins with material in which parents ask something, and something is to be found out."""
    good = Path(__file__).parents[1] / "data" / "projects" / "good"
    materials = shutil.copytree(good, tmp_path / "materials")
    module = materials / "modules" / "begin.md"
    text = module.read_text("utf-8").replace("\nsources", '\nlocally = ["Vart går man med ett fynd?"]\nsources')
    text += "\n::: question Får jag läsa i min tonårings mobil?\nNej, fråga först.[^2] Ring {phone:helpline}.\n:::\n"
    module.write_text(f"{text}\n::: question Får jag söka?\nJa, i rummet.\n:::\n", "utf-8")
    return [*SV, "--materials", str(materials)]


@pytest.mark.parametrize("words", [["tonårings"], ["TONÅRINGS", "läsa"], ["mobil", "fråga"], ["Tona\u030aringS"]])
def test_questions_are_found_by_their_words(
    words: list[str], asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """All the words are in the question or its answer, in any case and however å is written; sources stand below."""
    assert run([*asked, "show", *words]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Får jag läsa i min tonårings mobil?",
        "  Nej, fråga först. Ring 020-12 34 56.",
        "  Börja här (begin)",
        "  Byrån: Undersökning 2023",
        "  Uppgifterna jämfördes med källorna 31 januari 2026.",
        "",
    ]


def test_every_question_with_the_words_is_shown(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A module by its name has them all; a word that begins like one of theirs finds them; no word finds none."""
    assert run([*asked, "show", "begin"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("Får jag")] == [
        "Får jag läsa i min tonårings mobil?",
        "Får jag söka?",
    ]
    assert run([*asked, "show", "får"]) == 0
    assert capsys.readouterr().out.count("Börja här (begin)") == 2
    assert run([*asked, "show", "begn"]) == 1
    assert capsys.readouterr().err.endswith(
        "  Ingen del heter begn, och ingen fråga har de orden.\n  → Menade du begin?\n"
    )


def test_what_is_found_out_where_the_meeting_is(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The check lists it, module by module, and is no error."""
    run([*asked, "check", "--date", "2026-02-01"])
    told = capsys.readouterr()
    assert "Ta reda på före mötet (begin): Vart går man med ett fynd?" in told.out.splitlines()
    assert "ett fynd" not in told.err


def test_the_words_to_translate_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """Below the table, away from what another program reads, stand the words of each language."""
    assert run([*SV, "translations", "status"]) == 0
    told = capsys.readouterr()
    said = [line for line in told.err.splitlines() if "ord att översätta." in line]
    assert [line.split(":")[0] for line in said[:4]] == ["engelska", "arabiska", "somaliska", "ukrainska"]
    assert len({line.split(" av ")[1].split(" ord")[0] for line in said}) == 1
    assert "översätta" not in told.out


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of its own kind there")
def test_ctrl_c_in_a_build_leaves_nothing(tmp_path: Path) -> None:
    """Interrupted in the middle, the build says so, leaves with 130, and no file or folder is there."""
    # Whoever runs the tests in the background has Ctrl-C ignored, and so have all that they start.
    program = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import foraldraskolan.__main__"
    order = [sys.executable, "-c", program, *SV, "build", "-o", str(tmp_path / "ut")]
    started = time.perf_counter()
    subprocess.run(order, check=True, capture_output=True)
    whole = time.perf_counter() - started
    shutil.rmtree(tmp_path / "ut")
    with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as build:
        time.sleep(whole / 2)
        build.send_signal(signal.SIGINT)
        _, told = build.communicate(timeout=30)
    assert build.returncode == 130, told
    assert "Avbrutet" in told
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_without_arabic_is_no_reason_to_fail() -> None:
    """With a Windows code page, names that it lacks become question marks."""
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    order = [sys.executable, "-m", "foraldraskolan", *SV, "languages"]
    done = subprocess.run(order, capture_output=True, env=environment, check=True)
    assert b"ar\tarabiska\t???????\t" in done.stdout


def test_no_sentence_is_left_over() -> None:
    """The English catalog holds no sentence that the program no longer says."""
    assert read_po(interface_file(Project.default().translations)).obsolete == {}


def test_a_bad_answer_is_asked_for_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A person hears at once what is wrong with an answer; a meeting with too much in it is given more time."""
    plan = tmp_path / "plan.toml"
    answers = ["Möte", "barn", "", "igår", "", "", "10", "", "Salen", "Skolan", "kanske", "nej", "signs,talk"]
    stdin = io.StringIO("\n".join([*answers, "", "", "sv", "", "", "", "30", "signs,talk", ""]))
    monkeypatch.setattr(stdin, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", stdin)
    assert run([*SV, "new", str(plan)]) == 0
    assert capsys.readouterr().err == HERE + (
        '  "barn" finns inte att välja.\n'
        "  → Det som finns: parents, pupils, staff.\n"
        '  Väntade ett datum, fick "igår".\n'
        "  → Skriv datumet som 2026-12-03, utan citattecken.\n"
        "  Texten får inte vara tom.\n"
        '  "kanske" finns inte att välja.\n'
        "  → Svara ja, nej eller språken i tur och ordning, som ar,so.\n"
        "  Modulerna tar 15 minuter, men mötet är 10.\n"
        "  → Gör mötet 15 minuter långt, eller ta bort talk.\n"
    )
    written = tomllib.loads(plan.read_text(encoding="utf-8"))
    assert (written["minutes"], written["place"], written["modules"]) == (30, "Salen", ["signs", "talk"])


@pytest.mark.parametrize(
    ("written", "meant"), [("arabiska", "ar"), ("Soomaali", "so"), ("engleska", "en"), ("العربية", "ar"), ("AR", "ar")]
)
def test_a_language_is_named_by_its_tag(written: str, meant: str) -> None:
    """Who writes a language's name, or nearly its tag, is told the tag."""
    languages = read_languages(Project.default().translations)
    with pytest.raises(ProblemsFound) as found:
        expect_language(written, languages)
    hint = found.value.problems[0].hint
    assert hint and hint.text(NullTranslations()) == f"Menade du {meant} ({languages[meant].swedish})?"


@pytest.mark.parametrize("command", [["handout"], ["show", "help"]])
def test_an_unknown_language_makes_nothing(
    command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language that there is not is refused, and nothing is made in another."""
    monkeypatch.chdir(tmp_path)
    assert run([*SV, *command, "-l", "arabiska"]) == 1
    assert "→ Menade du ar (arabiska)?" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("medium", ["presentation", "notes", "handout", "checklist", "mailout"])
def test_a_file_is_what_it_is_called(medium: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A name that ends as no file of this kind does is refused, with one that would do."""
    for name in (
        "brev.docx",
        "brev",
        "brev.odt",
        *(() if medium == "presentation" else ("brev.pptx",)),
        *(() if medium == "mailout" else ("brev.txt", "brev.eml")),
    ):
        assert run([*SV, medium, "-o", str(tmp_path / name)]) == 1
        assert f"→ Skriv {tmp_path / 'brev.pdf'}, eller en mapp som finns." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_only_a_checklist_is_for_the_staff(tmp_path: Path) -> None:
    """An option of one command is none of another's."""
    for medium in ("presentation", "notes", "handout"):
        assert run([*SV, medium, "--staff", "-o", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_pack_is_made_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A language that is dropped and the invitation to another place go; the owner's files stay, a changed one told."""
    plan, folder = tmp_path / "plan.toml", tmp_path / "ut å"
    own = (Path(__file__).parents[1] / "data" / "own.toml").read_text(encoding="utf-8").replace('"en", "ar", ', "")
    plan.write_text(own, encoding="utf-8")
    order = [*SV, "build", str(plan), "-o", str(folder)]
    assert run(order) == 0
    (folder / "mina anteckningar.txt").write_text("kaffe", encoding="utf-8")
    (folder / "checklist-so.pdf").write_bytes(b"ifylld")
    plan.write_text(own.replace(', "so"', "").replace("matsal", "aula"), encoding="utf-8")
    capsys.readouterr()
    assert run(order) == 0
    told = capsys.readouterr().err
    assert f"{folder / 'checklist-so.pdf'}\n  Filen görs inte längre, men är kvar" in told
    assert {file.name for file in folder.iterdir() if "-so" in file.name} == {"checklist-so.pdf"}
    assert (folder / "mina anteckningar.txt").read_text(encoding="utf-8") == "kaffe"
    assert "Björkens aula" in (folder / "mailout-sv.txt").read_text(encoding="utf-8")
    # Another meeting in the same folder, and a file that its owner has changed, stop with nothing changed.
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    plan.write_text(own.replace("Möte 7A", "Möte 7B"), encoding="utf-8")
    assert run(order) == 1
    assert "Mappen är till ett annat möte: Möte 7A, 2026-12-03." in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    (folder / "mailout-sv.txt").write_text("Hej alla!", encoding="utf-8")
    plan.write_text(own.replace(', "so"', "").replace("matsal", "gymnastiksal"), encoding="utf-8")
    assert run(order) == 1
    assert f"{folder / 'mailout-sv.txt'}\n  Filen är ändrad sedan mappen gjordes." in capsys.readouterr().err
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == {**before, "mailout-sv.txt": b"Hej alla!"}


def test_a_folder_of_somebody_elses_is_not_written_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A pack without a list, as an earlier version made it, is refused file by file; other files are no hindrance."""
    (tmp_path / "handout-sv.pdf").write_bytes(b"min egen")
    (tmp_path / "README.txt").write_bytes(b"min egen")
    (tmp_path / "annat.txt").write_bytes(b"min egen")
    assert run([*SV, "build", "-o", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert (
        f"{tmp_path / 'README.txt'}\n{tmp_path / 'handout-sv.pdf'}\n"
        "  Filen finns redan, och det är inte programmet som har gjort den.\n"
    ) in told
    assert "annat.txt" not in told
    assert {file.read_bytes() for file in tmp_path.iterdir()} == {b"min egen"}


@pytest.mark.parametrize("where", ["en fil", "en fil/mapp"])
def test_what_cannot_be_written_is_told_in_our_words(
    where: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The system's reasons are English: none of them stands in a Swedish sentence, and no other program is blamed."""
    (tmp_path / "en fil").write_bytes(b"")
    assert run([*SV, "handout", "-l", "sv", "-o", str(tmp_path / where / "a.pdf")]) == 1
    told = capsys.readouterr().err
    assert "går inte att skriva: där en mapp behövs ligger en fil." in told
    assert "annat program" not in told


def test_a_language_is_added_and_what_it_lacks_is_said(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """What it is written with is in the list, what is missing below; a script without a typeface stops the check."""
    assert small.run("translations", "add", "zh-hant") == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[1:5] == [
        "Skrift\than, från vänster till höger",
        "Typsnitt\tinget",
        "Datum\t2026年12月3日 星期四, 18:00",
        "Tal\t10,400; 12.5%",
    ]
    assert f"{small.translations / 'languages.toml'}:zh-Hant\n  Inget typsnitt har skriften han, " in told.err
    assert f"{small.translations / 'glossary.csv'}\n  Ordlistan har inga ord på språket" in told.err
    assert small.run("translations", "add", "zh-Hant") == 1
    assert "Språket zh-Hant finns redan." in capsys.readouterr().err
    assert small.run("check", "--glyphs") == 1
    assert capsys.readouterr().err.count("skriften han") == 1


def test_whoever_interrupts_before_a_language_is_written_finds_nothing_of_it(
    small: Small, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is lacking takes a while to find: the program says that nothing is written, and that is true."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("foraldraskolan.layout.lacking.lacking", interrupted)
    before = {file: file.read_bytes() for file in small.translations.rglob("*") if file.is_file()}
    assert small.run("translations", "add", "nl") == 130
    assert "Inget är skrivet" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in small.translations.rglob("*") if file.is_file()} == before


def test_a_reviewers_sheet_goes_out_and_comes_back(
    small: Small, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """An untouched sheet changes nothing; a filled one is shown and asked about; a wrong row stops it all."""
    before = {file: file.read_bytes() for file in small.translations.rglob("*.po")}
    sheet = tmp_path / "review.xlsx"
    export = ("translations", "export", "-l", "so", "-o", str(sheet))
    assert small.run(*export) == small.run(*export) == 0
    assert small.run("translations", "import", str(sheet), "-l", "so") == 0
    assert "0 texter ändras" in capsys.readouterr().out
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    head = [cell.value for cell in page[1]]
    first = next(row for row in page.iter_rows(min_row=2) if row[head.index("Översättning")].value)
    first[head.index("Rättning")].value = "Halkan caawinaad ka hel"
    page.cell(3, head.index("Rättning") + 1).value = "Wac 999"
    book.save(sheet)
    assert small.run(*export) == 1  # it may be filled in
    assert "Filen finns redan" in capsys.readouterr().err
    order = ("translations", "import", str(sheet), "-l", "so")
    assert small.run(*order, "--yes") == 1
    assert "Talet 999 finns inte i den svenska texten." in capsys.readouterr().err
    assert small.run(*order, "--skip-bad") == 1  # nobody is there to answer
    assert {file: file.read_bytes() for file in small.translations.rglob("*.po")} == before
    assert small.run(*order, "--skip-bad", "--yes") == 0
    assert "Halkan {+caawinaad+} ka hel [-caawinaad-]" in capsys.readouterr().out
    changed = [file for file, data in before.items() if file.read_bytes() != data]
    assert [file.relative_to(small.translations).as_posix() for file in changed] == ["so/help.po"]
    assert small.run("translations", "import", str(sheet), "-l", "sv") == 1


def test_translations_are_checked_part_by_part(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is told for one language or part, with its Swedish text, to people and to programs."""
    file = small.translations / "so" / "help.po"
    catalog = read_po(file)
    first = next(entry for entry in catalog.entries.values() if entry.text)
    write_po(replace(catalog, entries={**catalog.entries, first.source: replace(first, text="Wac 999")}))
    check = ("translations", "check")
    assert small.run(*check) == small.run(*check, "help", "-l", "so") == 1
    assert f"help.po:{catalog.entries[first.source].line}:{first.source}" in capsys.readouterr().err
    assert small.run(*check, "-l", "ar") == small.run(*check, "visit", "-l", "so") == 0
    capsys.readouterr()
    assert small.run(*check, "--json") == 1
    (error,) = [each for each in json.loads(capsys.readouterr().out)["problems"] if each["severity"] == "error"]
    assert (error["language"], error["catalog"], error["msgid"]) == ("so", "help", first.source)
    assert small.run(*check, "nosuch") == 1
