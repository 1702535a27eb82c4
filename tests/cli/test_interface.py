"""The program speaks Swedish or English: as it is told, else as the system does."""

import subprocess
import sys
from pathlib import Path

import pytest

from foraldraskolan.cli.interface import interface, interface_file, system_language
from foraldraskolan.problems import message
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.po import write_po

MISSING = message("Modulen {id} finns inte.", id="x")


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    """Return a folder with a fresh, a stale and a missing English sentence."""
    entries = (
        Entry("Modulen {id} finns inte.", "There is no module {id}."),
        Entry("Nej, {name}.", "No, {other}.", stale=True),
        Entry("Ja."),
    )
    write_po(Catalog("en", {entry.source: entry for entry in entries}, file=interface_file(tmp_path)))
    return tmp_path


def test_swedish_is_the_source(translations: Path) -> None:
    """In Swedish every sentence is its own msgid."""
    assert MISSING.text(interface("sv", translations)) == "Modulen x finns inte."


def test_english(translations: Path) -> None:
    """In English a sentence is translated and filled."""
    assert MISSING.text(interface("en", translations)) == "There is no module x."


def test_what_is_not_english_stays_swedish(translations: Path) -> None:
    """A sentence without a translation, or with one made from another sentence, is told in Swedish, not failed."""
    english = interface("en", translations)
    assert message("Nej, {name}.", name="du").text(english) == "Nej, du."
    assert message("Ja.").text(english) == "Ja."


def test_without_a_catalog_all_is_swedish(tmp_path: Path) -> None:
    """A folder of translations without English sentences is no reason to fall silent."""
    assert MISSING.text(interface("en", tmp_path)) == "Modulen x finns inte."


@pytest.mark.parametrize(
    ("environment", "windows", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, None, "sv"),
        ({"LANG": "sv_FI"}, None, "sv"),
        ({"LANG": "ar_SY.UTF-8"}, None, "en"),
        ({"LC_ALL": "C", "LANG": "sv_SE.UTF-8"}, None, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "sv_SE", "LANG": "en_GB"}, None, "sv"),
        ({}, "Swedish_Sweden", "sv"),
        ({}, "sv_SE", "sv"),
        ({}, "German_Germany", "en"),
        ({"LANG": "en_GB"}, "Swedish_Sweden", "en"),
        ({}, None, "en"),
    ],
)
def test_the_language_of_the_system(environment: dict[str, str], windows: str | None, language: str) -> None:
    """The first setting that is made decides, and what is not Swedish is English."""
    assert system_language(environment, windows) == language


def test_the_system_is_asked(translations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a choice the environment is read."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert MISSING.text(interface(None, translations)) == "There is no module x."


def test_it_is_cheap() -> None:
    """Help is shown at once: no library is loaded to say a sentence."""
    code = (
        "import sys, foraldraskolan.cli.interface; print(sorted({'babel', 'markdown_it', 'rich'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
