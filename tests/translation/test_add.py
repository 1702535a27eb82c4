"""A language is added whole or not at all, with what CLDR says of it."""

from collections.abc import Iterator
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.language import as_written
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.add import add_language, new_language
from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.plurals import plural_forms
from foraldraskolan.translation.po import read_po, write_po
from foraldraskolan.translation.translations import read_catalogs
from foraldraskolan.translation.update import files_behind

TEXTS = {"signs": (SourceText("Tecken"), SourceText("Röda ögon")), "labels": (SourceText("Sida"),)}
SWEDISH = '[sv]\nnative = "svenska"\nswedish = "svenska" # all annat är översatt'
NAMES = {
    "fi": ("suomi", "finska"),
    "uk": ("українська", "ukrainska"),
    "fa": ("فارسی", "persiska"),
    "prs": ("دری", "dari"),
    "ckb": ("کوردیی ناوەندی", "centralkurdiska"),
    "ti": ("ትግርኛ", "tigrinja"),
    "ZH_hant": ("繁體中文", "traditionell kinesiska"),
    "sr-latn": ("srpski (latinica)", "serbiska (latinska)"),
    "uz-Cyrl": ("ўзбекча (Кирил)", "uzbekiska (kyrilliska)"),
    "fr-CA": ("français canadien", "kanadensisk franska"),
    "FO": ("føroyskt", "färöiska"),
    "he": ("עברית", "hebreiska"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of translations with Swedish alone, whose file does not end with a line break."""
    (tmp_path / "languages.toml").write_text(SWEDISH, encoding="utf-8")
    return tmp_path


def add(folder: Path, tag: str, native: str = "", swedish: str = "") -> None:
    """Add a language as the command does."""
    add_language(folder, new_language(tag, read_languages(folder), native, swedish), TEXTS)


def held(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, hidden ones too."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def told(found: pytest.ExceptionInfo[ProblemsFound]) -> list[str]:
    """Return each problem with its hint."""
    said = [(each.message, each.hint) for each in found.value.problems]
    return ["; ".join(part.text(NullTranslations()) for part in parts if part) for parts in said]


def test_what_is_added_is_a_language_like_any_other(folder: Path) -> None:
    """It is read with its names, its catalogs have all texts and CLDR's plural forms, and the rest stays as it was."""
    for tag in NAMES:
        before = held(folder)
        add(folder, tag)
        new = as_written(tag)
        assert {name for name in held(folder) if name not in before} == {f"{new}/signs.po", f"{new}/labels.po"}
        catalog = read_po(folder / new / "signs.po")
        assert list(catalog.entries) == ["Tecken", "Röda ögon"]
        assert (catalog.language, dict(catalog.headers)) == (new, {"Plural-Forms": plural_forms(new)})
        assert files_behind(folder, new, read_catalogs(folder, new), TEXTS) == []
        assert (folder / "languages.toml").read_text(encoding="utf-8").startswith(SWEDISH + "\n\n[fi]\n")
    named = [(language.native, language.swedish) for language in read_languages(folder).values()]
    assert named == [("svenska", "svenska"), *NAMES.values()]


def test_a_language_is_added_once(folder: Path) -> None:
    """Whoever adds it again, by any of its tags, is told so, and nothing changes."""
    add(folder, "prs", swedish='"dari"')
    before = held(folder)
    for tag in ("prs", "PRS", "fa-AF", "fa_AF", "sv"):
        with pytest.raises(ProblemsFound, match="finns"):
            add(folder, tag)
    assert held(folder) == before
    assert read_languages(folder)["prs"].swedish == '"dari"'


@pytest.mark.parametrize(
    ("tag", "names", "problems"),
    [
        ("finska", ("", ""), ["finska är ingen språktagg som programmet kan.; Menade du fi (finska)?"]),
        ("fin", ("", ""), ["Språktaggen fin skrivs fi.; Menade du fi?"]),
        ("ku-Arab", ("", ""), ["CLDR har inget namn på ku-Arab att skriva som native.; Skriv namnet med --native."]),
        ("sv-simple", ("lätt svenska", ""), ["CLDR har inget namn på sv-simple att skriva som swedish.; "
                                            "Skriv namnet med --swedish."]),
        ("fi", ("Suomi\n", ""), ["Namnet har ett tecken som inte syns: U+000A.; Skriv namnet med --native."]),
        ("fi", ("SVENSKA", "finska"), ["Språket sv heter redan SVENSKA.; Skriv namnet med --native."]),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_asked(folder: Path, tag: str, names: tuple[str, str], problems: list[str]) -> None:
    """A name for a tag, a tag of three letters where there is one of two, names that CLDR has not or others have."""
    with pytest.raises(ProblemsFound) as found:
        add(folder, tag, *names)
    assert told(found) == problems
    assert held(folder) == {"languages.toml": SWEDISH.encode()}


@pytest.mark.parametrize("broken", ["mkdir", "replace", "rename", "write_bytes", "write_text", "read_text"])
@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_nothing_is_half_made(
    folder: Path, broken: str, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fails in the middle, the first time or a later, leaves all as it was; the next time it works."""
    finnish = new_language("fi", read_languages(folder), "", "")
    real = getattr(Path, broken)
    for first in range(10):
        left = iter(range(first))

        def fails(path: Path, *arguments: object, left: Iterator[int] = left, **named: object) -> object:
            if next(left, None) is None:
                raise error
            return real(path, *arguments, **named)

        with monkeypatch.context() as patch, suppress(error):
            patch.setattr(Path, broken, fails)
            add_language(folder, finnish, TEXTS)
            break
        assert held(folder) == {"languages.toml": SWEDISH.encode()}
        assert [each.name for each in folder.iterdir()] == ["languages.toml"]
    assert first > 0
    assert list(read_languages(folder)) == ["sv", "fi"]


def test_a_folder_that_is_there_keeps_its_translations(folder: Path) -> None:
    """What a translator has begun, or a broken run left, becomes the language's; what cannot be read is told first."""
    (folder / "fi").mkdir()
    write_po(Catalog("fi", {"Tecken": Entry("Tecken", "Merkki")}, file=folder / "fi" / "signs.po"))
    (folder / "fi" / "labels.po").write_text("msgid trasig\n", encoding="utf-8")
    fi = new_language("fi", {}, "", "")
    before = held(folder)
    with pytest.raises(ProblemsFound):
        add_language(folder, fi, TEXTS)
    assert held(folder) == before
    (folder / "fi" / "labels.po").unlink()
    add_language(folder, fi, TEXTS)
    assert read_po(folder / "fi" / "signs.po").entries["Tecken"].text == "Merkki"
    assert files_behind(folder, "fi", read_catalogs(folder, "fi"), TEXTS) == []
    assert list(read_languages(folder)) == ["sv", "fi"]
