"""Every language has a table and a folder, and says so where one is missing."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.translation.languages import read_languages, tag_problems

SWEDISH = '[sv]\nnative = "svenska"\nswedish = "svenska"\n'
ARABIC = '[ar]\nnative = "العربية"\nswedish = "arabiska"\n'


def test_the_languages_that_come_with_the_program() -> None:
    """Swedish comes first; Arabic, Persian, Dari and Sorani are read from right to left."""
    languages = read_languages(Project.default().translations)
    assert list(languages) == ["sv", "en", "ar", "so", "uk", "fa", "prs", "ckb", "ti", "fi"]
    assert {tag for tag, language in languages.items() if language.direction == "rtl"} == {"ar", "fa", "prs", "ckb"}


@pytest.mark.parametrize(
    ("toml", "folders", "problem"),
    [
        (SWEDISH + ARABIC, (), "ar: Mappen för språket ar saknas."),
        (SWEDISH, ("ar",), "ar: Mappen ar hör inte till något språk i languages.toml."),
        (ARABIC, ("ar",), "languages.toml: Nyckeln sv saknas."),
        (SWEDISH + ARABIC.replace("swedish", "svedish"), ("ar",), "languages.toml:ar: Nyckeln svedish finns inte här."),
        (
            SWEDISH + ARABIC.replace("[ar]", "[xx]"),
            ("xx",),
            "languages.toml:xx: xx är ingen språktagg som programmet kan.",
        ),
        (SWEDISH + SWEDISH, (), "languages.toml:4: Nyckeln eller tabellen står redan i filen."),
        ("ar = 1\n" + SWEDISH, ("ar",), "languages.toml:ar: Väntade en tabell, fick 1."),
        (
            SWEDISH + 'date = "d MMMM"\n',
            (),
            "languages.toml:sv: date har fel värde: d MMMM.",
        ),
        (SWEDISH + "date = 3\n", (), "languages.toml:sv: date har fel värde: 3."),
        (SWEDISH + ARABIC.replace("[ar]", "[AR]"), ("AR",), "languages.toml:AR: Språktaggen AR skrivs ar."),
        (
            SWEDISH + ARABIC + ARABIC.replace("[ar]", "[AR]"),
            ("ar", "AR"),
            "languages.toml:AR: AR är samma språk som ar, som redan finns.",
        ),
        (SWEDISH.replace('"svenska"', '""', 1), (), 'languages.toml:sv: native har fel värde: "".'),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, toml: str, folders: tuple[str, ...], problem: str) -> None:
    """Whatever does not fit together is told first, with its file."""
    (tmp_path / "languages.toml").write_text(toml, encoding="utf-8")
    for name in folders:
        (tmp_path / name).mkdir()
    with pytest.raises(ProblemsFound) as found:
        read_languages(tmp_path)
    first = found.value.problems[0]
    assert str(first.place).removeprefix(f"{tmp_path}/") + ": " + first.message.text(NullTranslations()) == problem


@pytest.mark.parametrize(
    ("tag", "others", "hint"),
    [
        ("ar", ["sv", "fa"], None),
        ("zh-TW", ["zh-Hant"], None),  # another region is another language
        ("ku-Arab", ["ku"], None),  # and so is another script
        ("sv-simple", ["sv"], None),
        ("AR", ["ar"], "Behåll bara ar."),
        ("ar-Arab", ["ar"], "Behåll bara ar."),
        ("prs", ["fa", "fa-AF"], "Behåll bara fa-AF."),
        ("fa-AF", ["fa", "prs"], "Behåll bara prs."),
        ("iw", ["he"], "Behåll bara he."),
        ("kmr", ["ku"], "Behåll bara ku."),
        ("zh-hant", [], "Rätta den, och namnet på språkets mapp."),
        ("ar_SE", [], "Menade du ar (arabiska)?"),  # CLDR has no Arabic of Sweden
        ("finska", [], "Menade du fi (finska)?"),
        ("Finnish", [], "Menade du fi (finska)?"),
        ("ukrainka", [], "Menade du uk (ukrainska)?"),
        ("rom", [], "CLDR säger inte hur datum och tal skrivs på romani."),
        ("xx", [], "Språktaggar är korta, som ar eller so."),
        ("", [], "Språktaggar är korta, som ar eller so."),
        ("../ar", [], "Språktaggar är korta, som ar eller so."),
    ],
)
def test_each_language_is_there_once_by_its_right_tag(tag: str, others: list[str], hint: str | None) -> None:
    """Two tags of one language are refused, whatever their case and aliases; who writes a name is told its tag."""
    hints = [each.hint.text(NullTranslations()) for each in tag_problems(tag, others, None) if each.hint]
    assert hints == ([hint] if hint else [])


def test_there_must_be_a_file(tmp_path: Path) -> None:
    """A folder without languages.toml is no folder of translations."""
    with pytest.raises(ProblemsFound, match="Filen finns inte"):
        read_languages(tmp_path)
