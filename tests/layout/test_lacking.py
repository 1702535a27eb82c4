"""What a language lacks on pages is known before a word is translated."""

from gettext import NullTranslations

import pytest

from foraldraskolan.layout.lacking import is_hyphenated, lacking
from foraldraskolan.problems import Place
from foraldraskolan.project import Project
from foraldraskolan.translation.checking.alphabet import alphabet
from foraldraskolan.translation.languages import LANGUAGES_FILE, read_languages

WHERE = Place(Project.default().translations / LANGUAGES_FILE, key="xx")
NO_DATES = "CLDR har inte språkets namn på månader och veckodagar med skriften {script}."
NO_SCRIPT = "Inget typsnitt har skriften {script}, så den går inte att trycka."


def told(tag: str, letters: str = "") -> list[str]:
    """Return what is missing."""
    found = list(lacking(tag, alphabet(tag) | frozenset(letters), WHERE))
    assert {each.place for each in found} <= {WHERE}
    return [each.message.text(NullTranslations()) for each in found]


@pytest.mark.parametrize("tag", [*read_languages(Project.default().translations), "he", "am", "ur", "vi", "hy", "tr"])
def test_nothing_is_missing_where_all_is_there(tag: str) -> None:
    """The languages that come with the program, and others, have a typeface for every letter, and dates."""
    assert told(tag) == []


@pytest.mark.parametrize(
    ("tag", "missing"),
    [
        ("zh-Hant", [NO_SCRIPT.format(script="han")]),
        ("bo", [NO_SCRIPT.format(script="tibetanska")]),
        ("dv", [NO_SCRIPT.format(script="taana"), NO_DATES.format(script="taana")]),
        ("ku-Arab", [NO_DATES.format(script="arabiska")]),
        ("sma", [NO_DATES.format(script="latinska")]),
    ],
)
def test_what_is_missing_is_told(tag: str, missing: list[str]) -> None:
    """A typeface once, for all its letters; names of days that CLDR has not, or has in another script alone."""
    assert told(tag) == missing


def test_a_letter_without_a_glyph_is_told() -> None:
    """Whether it is as the alphabet has it, or its capital."""
    assert told("fi", "å\u0378") == ["Inget typsnitt har bokstäverna \u0378."]


def test_what_is_hyphenated() -> None:
    """Ukrainian words are, Arabic ones never."""
    assert [is_hyphenated(tag) for tag in ("sv", "uk", "ar", "ti")] == [True, True, False, False]
