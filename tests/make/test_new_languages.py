"""Whatever language CLDR has, and we have a typeface for, is there to be translated into: its pages can be made."""

from pathlib import Path

import pytest

from foraldraskolan.document.walk import proses
from foraldraskolan.make.document import Content
from foraldraskolan.make.edition import Editions
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.project import Project
from foraldraskolan.translation.add import add_language, new_language
from foraldraskolan.translation.languages import read_languages
from tests.support.orders import content, edition, plan

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
TAGS = ("fi", "uk", "fa", "prs", "ckb", "ti", "he", "ur", "hi", "th", "km", "el", "ka", "sr-Latn", "uz-Cyrl", "az-Arab")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Content]:
    """Return a small plan and what it is made from, with the languages just added and no word translated."""
    folder = tmp_path_factory.mktemp("translations")
    (folder / "languages.toml").write_text('[sv]\nnative = "svenska"\nswedish = "svenska"\n', encoding="utf-8")
    for tag in TAGS:
        add_language(folder, new_language(tag, read_languages(folder), "", ""), {})
    new = Content(Project(GOOD, folder), read_library(GOOD), read_languages(folder), None)
    return read_plan(GOOD / "plans" / "example.toml", new.library, ("sv", "ar")), new


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_that_was_just_added_has_its_pages(tag: str, kit: tuple[Plan, Content]) -> None:
    """All is Swedish and says so, but the dates, which the language writes; what lies outside a page would stop it."""
    made_of, kept = kit
    for medium in ("leaflet", "handout", "mailout", "presentation"):
        made = edition(medium, made_of, tag, kept)
        assert made.pages
        assert made.form.language.tag == tag
        texts = [prose for _, prose in proses(made.form) if prose.source]
        assert texts and {prose.language for prose in texts} == {"sv"}


def test_nobody_gets_a_swedish_letter_as_one_in_another_language(kit: tuple[Plan, Content]) -> None:
    """A language that nothing is translated into is one that there is no letter in, so the list reader asks."""
    assert Editions(*kit).languages_of("mailout") == ["sv"]
    ours = Editions(plan("example"), content("example"))
    assert {"sv", "en", "ar", "so"} <= {*ours.languages_of("mailout")}
