"""What a reviewer does in a terminal: sees what waits, signs it, and is told when it changes."""

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.project import Project
from foraldraskolan.translation.po import read_po, write_po
from foraldraskolan.translation.review import read_review

Run = Callable[..., int]
GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
LANGUAGES = '[sv]\nnative = "svenska"\nswedish = "svenska"\n\n[ar]\nnative = "العربية"\nswedish = "arabiska"\n'
SIGN = ("translations", "sign", "-l", "ar", "--reviewer", "Hodan Åberg", "--translator", "Asha Nur", "--yes")
_WORD = re.compile(r"\{[^{}]*\}|\]\([^()]*\)|[^\W\d_]+|[,;?]")
_MARKS = {",": "،", ";": "؛", "?": "؟"}


def in_arabic(source: str) -> str:
    """Return a text that every check lets pass as a translation: its data and marks, and Arabic words."""
    return _WORD.sub(lambda found: found[0] if found[0][0] in "{]" else _MARKS.get(found[0], "نص"), source)


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small project of which everything is drafted in Arabic."""
    root = tmp_path_factory.mktemp("drafted")
    shutil.copytree(GOOD, root / "materials")
    (root / "translations" / "ar").mkdir(parents=True)
    (root / "translations" / "languages.toml").write_text(LANGUAGES, encoding="utf-8")
    for each in Project.default().translations.glob("*.csv"):
        head = each.read_text(encoding="utf-8").splitlines()[0]
        (root / "translations" / each.name).write_text(head + "\n", encoding="utf-8")
    assert _run(root, "translations", "update") == 0
    for file in (root / "translations" / "ar").glob("*.po"):
        catalog = read_po(file)
        texts = {key: replace(each, text=in_arabic(key)) for key, each in catalog.entries.items()}
        write_po(replace(catalog, entries=texts))
    return root


@pytest.fixture
def project(drafted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a copy of the project that a test may change."""
    capsys.readouterr()
    return shutil.copytree(drafted, tmp_path / "project")


def _run(root: Path, *words: str) -> int:
    folders = ["--materials", str(root / "materials"), "--translations", str(root / "translations")]
    return run(["--interface", "sv", *folders, *words])


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def modules(root: Path) -> list[str]:
    """Return the name of every domain of the project."""
    found = json.loads((root / "status.json").read_text(encoding="utf-8"))
    return [each["module"] for each in found["languages"][0]["modules"]]


def test_what_is_signed_in_one_place_is_a_draft_in_another(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Signing says what it signs; only those texts are reviewed, there, and a pack that is all signed is let out."""
    plan = str(project / "materials" / "plans" / "example.toml")
    assert _run(project, *SIGN, "begin") == 0
    said = capsys.readouterr().out
    assert re.search(r"\d+ texter, \d+ ord, på arabiska i: begin\.", said)
    assert "Översatt av Asha Nur. Granskat av Hodan Åberg" in said
    assert _run(project, "translations", "status", "--json") == 0
    (language,) = json.loads(capsys.readouterr().out)["languages"]
    states = {each["module"]: each["texts"] for each in language["modules"]}
    assert states["begin"]["reviewed"] == states["begin"]["all"]
    assert all(each["reviewed"] == 0 for module, each in states.items() if module != "begin")
    build = ("build", plan, "--require-reviewed", "-o", str(project / "pack"))
    assert _run(project, *build) == 1
    told = capsys.readouterr().err
    assert re.search(r"ar/labels\.po, rad .*\n  Inte granskad i labels\n", told) and "i begin" not in told
    assert _run(project, *SIGN, *(each for each in states if each != "help")) == 0
    assert _run(project, *build) == 1
    assert re.search(r"ar/help\.po:\d+\n  Inte granskad i help: Hjälp\n", capsys.readouterr().err)
    assert _run(project, *SIGN, "help") == 0
    assert _run(project, *build) == 0
    assert "Översättningen är granskad av Hodan Åberg." in (project / "pack" / "README.txt").read_text(encoding="utf-8")


def test_a_changed_text_is_told_until_it_is_as_it_was(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One letter ends a sign-off; check, status and unsigned tell whose it was, and taking it back restores it."""
    file = project / "translations" / "ar" / "help.po"
    assert _run(project, *SIGN, "help") == 0
    before = file.read_bytes()
    _change(file, 'msgstr "نص', 'msgstr "نصص')
    capsys.readouterr()
    ended = "Texten i help signerades av Hodan Åberg den"
    for command in (["translations", "status"], ["translations", "unsigned"], ["check", "--date", "2026-02-01"]):
        _run(project, *command)
        told = capsys.readouterr().err
        assert f"{file}:" in told and ended in told
    file.write_bytes(before)
    _run(project, "translations", "unsigned", "help")
    told = capsys.readouterr()
    assert ended not in told.err and "Allt som är översatt är granskat." in told.out


def test_what_cannot_be_signed_is_refused_whole(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing text, an old one and one that a check fails keep a module unsigned, unless the rest is asked for."""
    file = project / "translations" / "ar" / "help.po"
    catalog = read_po(file)
    missing, old, wrong = list(catalog.entries)[:3]
    bad = {
        missing: replace(catalog.entries[missing], text=""),
        old: replace(catalog.entries[old], stale=True, previous=f"nog {old}"),
        wrong: replace(catalog.entries[wrong], text=f"{catalog.entries[wrong].text} 117"),
    }
    write_po(replace(catalog, entries={**catalog.entries, **bad}))
    assert _run(project, *SIGN, "help") == 1
    told = capsys.readouterr().err
    assert "texten är inte översatt" in told and "har ändrats efter översättningen" in told and "Talet 117" in told
    assert not (project / "translations" / "ar" / "review.toml").exists()
    assert _run(project, *SIGN, "help", "--ready") == 0
    assert len(read_review(project / "translations" / "ar" / "review.toml").signed) == 2
    capsys.readouterr()
    assert _run(project, "translations", "unsigned", "help", "--json") == 0
    assert [each["source"] for each in json.loads(capsys.readouterr().out)["unsigned"]] == [wrong]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--reviewer", "NUR, asha", "--translator", "Asha Nur"), "kan inte granska sin egen översättning"),
        (("--reviewer", " ", "--translator", "Asha Nur"), "är inget namn"),
        (("--reviewer", "Hodan Åberg", "--translator", "-"), "är inget namn"),
        (("--reviewer", "Hodan Åberg"), "Vem som har översatt står inte i filerna."),
        (("--reviewer", "Hodan Åberg", "--translator", "Asha", "--date", "1999-12-31"), "är före allt"),
        (
            ("--reviewer", "Hodan Åberg", "--translator", "Asha", "--date", f"{date.today() + timedelta(days=9)}"),
            "har inte varit än",
        ),
    ],
)
def test_who_and_when_must_be_true(
    options: tuple[str, ...], problem: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody, the translator and a day to come sign nothing."""
    assert _run(project, "translations", "sign", "help", "-l", "ar", "--yes", *options) == 1
    assert problem in capsys.readouterr().err
    assert not (project / "translations" / "ar" / "review.toml").exists()


def test_the_translator_that_a_file_names_cannot_sign_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Last-Translator counts also where another translator is given; without a terminal nobody is asked."""
    file = project / "translations" / "ar" / "help.po"
    write_po(replace(read_po(file), headers=(("Last-Translator", "Hodan Aberg <h@example.org>"),)))
    assert _run(project, *SIGN, "help") == 1
    assert "kan inte granska sin egen översättning (Hodan Aberg)" in capsys.readouterr().err
    by = ("--reviewer", "Idil Warsame")
    assert _run(project, "translations", "sign", "help", "-l", "ar", *by) == 1
    assert "lägg till --yes" in capsys.readouterr().err
    assert _run(project, "translations", "sign", "help", "-l", "ar", *by, "--yes") == 0


def test_a_typo_keeps_what_holds_and_nothing_else(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A named person stamps a mended slip: what was signed is signed again by them; a number is no slip."""
    module = project / "materials" / "modules" / "help.md"
    body = "\nDet här är den fulla texten om stöd som finns.\n\nRing inom 14 dagar om det inte blir bra.\n"
    module.write_text(module.read_text(encoding="utf-8") + body, encoding="utf-8")
    file = project / "translations" / "ar" / "help.po"
    _run(project, "translations", "update")
    catalog = read_po(file)
    texts = {key: replace(each, text=in_arabic(key)) for key, each in catalog.entries.items()}
    write_po(replace(catalog, entries=texts))
    assert _run(project, *SIGN, "help") == 0
    _change(module, "fulla texten", "hela texten")
    _change(module, "14 dagar", "13 dagar")
    _run(project, "translations", "update")
    capsys.readouterr()
    _run(project, "translations", "diff", "help")
    assert "[-fulla-] {+hela+}" in capsys.readouterr().out
    _run(project, "translations", "diff", "--json")
    rows = json.loads(capsys.readouterr().out)["stale"]
    assert [each for each in rows[0]["words"] if each[0] != "same"] == [["gone", "fulla"], ["come", "hela"]]
    typo = ("translations", "typo-only", "help", "-l", "ar", "--yes", "--by")
    assert _run(project, *typo, "Asha Nur") == 1
    assert "egen översättning" in capsys.readouterr().err
    assert _run(project, *typo, "Kerstin Ek") == 1
    assert "Ett tal, ett nekande ord eller ett fält" in capsys.readouterr().err
    entries = read_po(file).entries
    assert not entries["Det här är den hela texten om stöd som finns."].stale
    assert entries["Ring inom 13 dagar om det inte blir bra."].stale
    review = read_review(project / "translations" / "ar" / "review.toml")
    assert [each.by for each in review.signed.values() if each.typo] == ["Kerstin Ek"]
    _run(project, "translations", "status", "-l", "ar", "--json")
    (language,) = json.loads(capsys.readouterr().out)["languages"]
    assert [each["source"] for each in language["ended"]] == ["Ring inom 13 dagar om det inte blir bra."]


def test_a_renamed_module_takes_its_sign_offs_along(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Under another name a module's texts are as reviewed as they were, after an update."""
    assert _run(project, *SIGN, "longer") == 0
    module = project / "materials" / "modules" / "longer.md"
    _change(module, 'id = "longer"', 'id = "deeper"')
    module.rename(module.with_name("deeper.md"))
    assert _run(project, "translations", "update") == 0
    assert not (project / "translations" / "ar" / "longer.po").exists()
    capsys.readouterr()
    _run(project, "translations", "status", "--json")
    (language,) = json.loads(capsys.readouterr().out)["languages"]
    (deeper,) = (each["texts"] for each in language["modules"] if each["module"] == "deeper")
    assert deeper["reviewed"] == deeper["all"] > 0


def test_a_signature_that_fits_no_text_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What somebody wrote in the file by hand, and stands for nothing, is an error of the check."""
    assert _run(project, *SIGN, "help") == 0
    review = project / "translations" / "ar" / "review.toml"
    signature = re.findall(r"[0-9a-f]{16}-", review.read_text(encoding="utf-8"))[0]
    _change(review, signature, f"{'0' * 16}-")
    capsys.readouterr()
    assert _run(project, "check", "--date", "2026-02-01") == 1
    assert "hör inte till någon text i help" in capsys.readouterr().err


def test_the_gravest_waits_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What waits for a reader is told by what it is for: contacts before the leaflet, all before the rest."""
    _run(project, "translations", "unsigned", "--json")
    rows = [each["importance"] for each in json.loads(capsys.readouterr().out)["unsigned"]]
    order = ("danger", "contacts", "law", "leaflet", "signs", "other")
    assert rows == sorted(rows, key=order.index) and {"contacts", "leaflet", "other"} <= set(rows)
