"""A language's folder is read as a whole, and everything wrong in it is told at once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.prose import State
from foraldraskolan.language import Language
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.po import po_bytes, write_po
from foraldraskolan.translation.review import Review, SignOff, sign_off_toml, signature
from foraldraskolan.translation.translations import Translations, read_catalogs, read_translations

SWEDISH = Language("sv", "svenska", "svenska")
SOMALI = Language("so", "Soomaali", "somaliska")


def test_a_folder(tmp_path: Path) -> None:
    """Catalogs and sign-offs are found by their names; the program's own sentences are not for a page."""
    for name in ("signs", "interface"):
        write_po(Catalog("so", {"a": Entry("a", "b")}, file=tmp_path / "so" / f"{name}.po"))
    sign_off = SignOff("Hodan", "Asha", date(2025, 12, 1))
    review = tmp_path / "so" / "review.toml"
    review.write_text(sign_off_toml("talk", sign_off, [signature("a", "b")]), encoding="utf-8")
    translations = read_translations(tmp_path, SOMALI, frozenset)
    assert list(translations.catalogs) == ["signs"]
    found = translations.find("talk", "a")
    assert found is not None
    assert (found.state, found.sign_off, found.place.file.name) == ("reviewed", sign_off, "signs.po")


def test_swedish_has_no_folder(tmp_path: Path) -> None:
    """The source language is translated by nothing."""
    assert read_translations(tmp_path, SWEDISH, frozenset) == Translations(SWEDISH)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    """A broken catalog hides neither another nor the sign-offs; a catalog of another language is refused."""
    folder = tmp_path / "so"
    folder.mkdir()
    (folder / "signs.po").write_text("x", encoding="utf-8")
    (folder / "review.toml").write_text("x", encoding="utf-8")
    write_po(Catalog("ar", file=folder / "talk.po"))
    with pytest.raises(ProblemsFound) as found:
        read_translations(tmp_path, SOMALI, frozenset)
    places = [problem.place.file.name for problem in found.value.problems if problem.place]
    assert places == ["signs.po", "talk.po", "review.toml"]


@pytest.mark.parametrize("said", ["so", "so_SO", "so-SE", "so_706"])
def test_a_language_with_its_country(tmp_path: Path, said: str) -> None:
    """Programs add a country to the language; the catalog is that of the folder all the same."""
    write_po(Catalog(said, {"a": Entry("a", "b")}, file=tmp_path / "so" / "signs.po"))
    assert read_catalogs(tmp_path, "so")["signs"].language == "so"


@pytest.mark.parametrize("said", ["ar", "som", "so_Arab", ""])
def test_another_language_or_script_is_refused(tmp_path: Path, said: str) -> None:
    """What says that it is another language, or the same in other letters, is in the wrong folder."""
    write_po(Catalog(said, file=tmp_path / "so" / "signs.po"))
    with pytest.raises(ProblemsFound, match="Filen säger att språket är"):
        read_catalogs(tmp_path, "so")


TEXTS = ("Ring 112.", "Ring 112 nu.", "Fråga i kväll", "Fråga")
ENTRIES = st.builds(
    lambda source, text, old: Entry(source, text, bool(text and old), old if text else ""),
    st.sampled_from(TEXTS),
    st.sampled_from(["", "A"]),
    st.sampled_from(["", *TEXTS, "Fråga i morgon kväll"]),
)


@given(st.lists(ENTRIES, unique_by=lambda each: each.source), st.data())
def test_no_layout_changes_a_state(entries: list[Entry], data: st.DataObject) -> None:
    """In which catalogs entries stand, in which order, with what said at the top or noted, is no part of a state."""
    review = Review({("signs", signature("Fråga", "A")): SignOff("Hodan Åberg", "Asha Nur", date(2025, 12, 1))})

    def states() -> list[State]:
        catalogs: dict[str, dict[str, Entry]] = {}
        for entry in data.draw(st.permutations(entries)):
            noted = replace(entry, notes=data.draw(st.sampled_from([(), ("n",)])), line=data.draw(st.integers(1, 9)))
            domain = data.draw(st.sampled_from(["signs", "talk", "shared"]))
            catalogs.setdefault(domain, {})[entry.source] = noted
        headers = data.draw(st.sampled_from([(), (("Last-Translator", "Asha"),)]))
        found = {name: Catalog("so", each, headers=headers) for name, each in catalogs.items()}
        translations = Translations(SOMALI, found, review, frozenset({"Ring 112 nu."}))
        return [translations.state(domain, text) for domain in ("signs", "talk") for text in TEXTS]

    assert states() == states()


@pytest.mark.parametrize(
    ("tag", "written", "is_named"),
    [
        ("ar", "ar_SE", True),
        ("ar", "ar-001", True),
        ("sr-Latn", "sr@latin", True),
        ("sr-Latn", "sr", False),
        ("prs", "fa_AF", True),
        ("fa", "prs", False),
        ("ar", "so", False),
        ("ar", "", False),
        ("ar", "x y", False),
    ],
)
def test_a_language_is_known_as_programs_name_it(tag: str, written: str, is_named: bool, tmp_path: Path) -> None:
    """A catalog is of its folder's language by any name that is right, and is written with the name that it had."""
    file = tmp_path / tag / "signs.po"
    file.parent.mkdir()
    file.write_bytes(po_bytes(Catalog(written, {"a": Entry("a", "b")})))
    if not is_named:
        with pytest.raises(ProblemsFound):
            read_catalogs(tmp_path, tag)
        return
    (catalog,) = read_catalogs(tmp_path, tag).values()
    assert catalog.language == tag
    assert po_bytes(catalog) == file.read_bytes()
