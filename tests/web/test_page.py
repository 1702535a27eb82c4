"""A page for the phone says what its form says, stands alone, leads where it says and can do no harm."""

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Heading
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import rewrite
from tests.support.letters import parsed
from tests.support.reading import read_aloud, squeezed
from tests.support.samples import ARABIC, FORMS, MIRRORED, SWEDISH, form, masthead, prose, sheet
from tests.support.webpages import text_of, webpages, with_numbers, written

ALL = pytest.mark.parametrize("name", webpages())
EACH = pytest.mark.parametrize("language", [SWEDISH, ARABIC, MIRRORED], ids=lambda language: language.tag)
# What XML can hold; a control character stands in no text of the material.
texts = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), max_size=40)


def tree_of(name: str) -> Element:
    """Return the tree of one of the pages."""
    return parsed(webpages()[name])


@given(st.lists(st.sampled_from(sorted(FORMS)), min_size=1, max_size=4), st.data())
@EACH
def test_a_page_says_what_its_form_says(language: type[SWEDISH], kinds: list[str], data: st.DataObject) -> None:
    """Whatever the texts of a form are, they are the page's, in their order, and all else is what every page adds."""

    def other(_: Prose) -> Prose:
        return Prose((Text(data.draw(texts)),), data.draw(st.sampled_from(["sv", "ar", language.tag])))

    made = with_numbers(form(masthead(), *(rewrite(FORMS[kind], other) for kind in kinds), language=language))
    assert squeezed(text_of(parsed(written(made, language)))) == squeezed("".join(read_aloud(made)))


def test_what_a_page_adds_is_little() -> None:
    """A way past the contents, the contents, the numbers: all else is the form's."""
    made = parsed(written(with_numbers(sheet(Heading(2, prose("Ett")), Heading(2, prose("Två")))), SWEDISH))
    body = made.find("body")
    assert body is not None
    added = [" ".join("".join(each.itertext()).split()) for each in body if each.tag not in ("header", "main")]
    assert added == ["Hoppa till texten", "InnehållEttTvå", "112 · 1177 · Kuratorn 0500-12 34 56"]
