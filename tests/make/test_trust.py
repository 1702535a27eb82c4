"""What a file says of its translation, and README.txt of the file, is true for what that file shows."""

from dataclasses import dataclass, replace
from functools import cache, cached_property
from gettext import NullTranslations

from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import Blank, Box, Form, Paragraph
from foraldraskolan.document.walk import filled, plain
from foraldraskolan.make.document import Content
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.readme import contents
from foraldraskolan.translation.translations import Translations, read_catalogs
from tests.support.orders import FOLDERS, Order, built, content, edition, plan
from tests.support.reading import read_aloud

MEDIA = ("handout", "notes", "presentation", "checklist", "staff", "mailout")
CATALOGS = read_catalogs(FOLDERS["example"].translations, "ar")
TEXTS = list(
    dict.fromkeys(
        source
        for catalog in CATALOGS.values()
        for source, entry in catalog.entries.items()
        if entry.text not in ("", source)
    )
)


ARABIC = replace(plan("example"), families=("ar",))  # the staff's list counts the pages of each family's papers


@dataclass(frozen=True)
class Lacking(Content):
    """The example's content with one text not translated into Arabic."""

    source: str = ""

    @cached_property
    def arabic(self) -> Translations:
        """Return what is translated but for that text, in whichever files it stands."""
        known = content("example").translations("ar")
        catalogs = {
            domain: replace(
                catalog, entries={each: kept for each, kept in catalog.entries.items() if each != self.source}
            )
            for domain, catalog in known.catalogs.items()
        }
        return replace(known, catalogs=catalogs)

    def translations(self, tag: str) -> Translations:
        """Return what is translated into a language."""
        return self.arabic if tag == "ar" else content("example").translations(tag)


def without(source: str) -> Content:
    """Return the example's content with one text not translated into Arabic."""
    whole = content("example")
    return Lacking(whole.project, whole.library, whole.languages, whole.made, source)


def shown(form: Form) -> list[str]:
    """Return every text of a form but what it says of its translation."""
    return read_aloud(filled(form, "trust", ()))


@cache
def whole(medium: str) -> tuple[list[str], int]:
    """Return every text that a medium shows of the example in Arabic, and how many of them are not translated."""
    found = edition(medium, ARABIC, "ar", content("example"))
    form, trust = found.form, found.trust
    return shown(form), trust.states.get("missing", 0)


@settings(max_examples=25)
@given(st.sampled_from(TEXTS))
def test_a_file_answers_for_all_that_it_shows_and_for_nothing_else(text: str) -> None:
    """Without one translation exactly those files are incomplete that show its text, wherever on them it stands."""
    lacking = without(text)
    for medium in MEDIA:
        found = edition(medium, ARABIC, "ar", lacking)
        form, trust = found.form, found.trust
        texts, missing = whole(medium)
        swedish = {each for before, each in zip(texts, shown(form), strict=True) if each != before}
        assert trust.states.get("missing", 0) == missing + len(swedish)


def test_a_page_and_the_list_of_the_pack_say_the_same() -> None:
    """Where one sheet shows an old text and another does not, only the first says so, on itself and in README.txt."""
    made = []
    said = []
    for medium in ("handout", "checklist"):
        made.append(built(Order("states", order_of(medium, "ar"))))
        form = edition(medium, plan("states"), "ar", content("states")).form
        said.append(plain(form.foot.trust.inlines))
        masthead = form.blocks[0]
        assert isinstance(masthead, Box) and masthead.look == "masthead"
        assert Blank("trust", (Paragraph(form.foot.trust, "meeting"),)) in masthead.blocks
    old = "Delar av den svenska texten har ändrats efter översättningen."
    assert [old in each for each in said] == [True, False]
    handout, checklist = contents(plan("states"), made, content("states"), NullTranslations()).split("checklist-ar.pdf")
    assert "1 översättningar är äldre än den svenska texten." in handout
    assert "äldre" not in checklist
    assert "2 översättningar är utkast som ingen har granskat." in checklist
    for each, listed, page in zip(made, (handout, checklist), said, strict=True):
        assert 0 < each.trust.in_swedish < 100
        assert f"på svenska: {each.trust.in_swedish} % av orden." in listed
        assert f"Ungefär {each.trust.in_swedish} % av orden är på svenska." in page
