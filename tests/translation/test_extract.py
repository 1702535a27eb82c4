"""Every sentence of the program is found, and is there in English with the same values to fill."""

from pathlib import Path
from string import Formatter

import pytest

import foraldraskolan
from foraldraskolan.cli.interface import interface_file
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.po import read_po
from tests.support.interface import extract_messages, update_interface

PACKAGE = Path(foraldraskolan.__file__).parent


def test_what_is_found(tmp_path: Path) -> None:
    """Sentences are found in order and once, whatever they stand in; other calls are none of ours."""
    package = tmp_path / "school"
    package.mkdir()
    code = 'f(g(_("Inre"))), message(\n    "Första, "\n    "hela."\n)\n_("Andra")\nstr(message("Andra", n=1), "nej")\n'
    (package / "a.py").write_text(code, "utf-8")
    (package / "b.py").write_text('_("Andra")\n', "utf-8")
    assert extract_messages(package) == (
        SourceText("Inre", files=("school/a.py",)),
        SourceText("Första, hela.", files=("school/a.py",)),
        SourceText("Andra", files=("school/a.py", "school/b.py")),
    )


@pytest.mark.parametrize("call", ['message(f"{x}")', "_(x)", "message()"])
def test_a_sentence_must_be_written_out(tmp_path: Path, call: str) -> None:
    """A sentence that is put together cannot be translated, and is told with its line."""
    (tmp_path / "a.py").write_text(f"\n{call}\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.py:2: the text is not written out"):
        extract_messages(tmp_path)


def test_every_sentence_is_in_english() -> None:
    """The English catalog has each sentence of the program, none is stale and none is empty."""
    entries = read_po(interface_file(Project.default().translations)).entries
    sources = [text.source for text in extract_messages(PACKAGE)]
    assert [source for source in sources if not entries.get(source) or not entries[source].text] == []
    assert [entry.source for entry in entries.values() if entry.stale] == []


def test_values_are_the_same_in_english() -> None:
    """An English sentence fills exactly the values of the Swedish one."""
    entries = read_po(interface_file(Project.default().translations)).entries
    for entry in entries.values():
        assert _names(entry.text) == _names(entry.source), entry.source


def _names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_catalog_is_refreshed(tmp_path: Path) -> None:
    """New sentences come in, translations stay, and a second time nothing is left to do."""
    package = tmp_path / "school"
    package.mkdir()
    (package / "a.py").write_text('_("Ja")\n', "utf-8")
    assert update_interface(package, tmp_path, "en")
    file = interface_file(tmp_path)
    file.write_text(file.read_text("utf-8").replace('msgstr ""\n', 'msgstr "Yes"\n').replace('"Yes"', '""', 1), "utf-8")
    (package / "a.py").write_text('_("Ja")\n_("Nej")\n', "utf-8")
    assert update_interface(package, tmp_path, "en")
    assert [(each.source, each.text) for each in read_po(file).entries.values()] == [("Ja", "Yes"), ("Nej", "")]
    assert not update_interface(package, tmp_path, "en")
