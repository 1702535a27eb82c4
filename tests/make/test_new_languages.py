"""Whatever language CLDR has, and we have a typeface for, is there to be translated into: its pages can be made."""

from pathlib import Path

import pytest

from foraldraskolan.document.walk import proses
from foraldraskolan.make.conductor import make
from foraldraskolan.make.document import Content
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.orders import order_of
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.project import Project
from foraldraskolan.translation.add import add_language, new_language
from foraldraskolan.translation.languages import read_languages
from tests.support.copied import painted, pdfium, words
from tests.support.orders import content, edition, plan
from tests.support.verapdf_run import broken_rules

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


# Languages of which there is a leaflet and an invitation, and little more.
BEGUN = [tag for tag in content("example").languages if tag not in ("sv", "en", "ar", "so")]


@pytest.mark.parametrize("tag", BEGUN)
def test_what_there_is_in_a_language_is_whole(tag: str, tmp_path: Path) -> None:
    """The leaflet and the invitation are translated whole, or not at all; each word is copied, and veraPDF passes."""
    made_from, files = plan("example"), []
    orders = [order_of(medium, tag) for medium in ("leaflet", "mailout")]
    for order, made in zip(orders, make(orders, made_from, content("example")), strict=True):
        found = edition(order.medium, made_from, tag, content("example"))
        assert "missing" not in found.trust.states or {*found.trust.states} == {"missing"}
        given = [sorted(words(text)) for text in pdfium(made.data)]
        assert given == [sorted(words(" ".join(painted(page)))) for page in found.pages]
        files.append(tmp_path / order.file)
        files[-1].write_bytes(made.data)
    assert broken_rules(files) == []
