"""Each term that a module says is explained to who interprets, in other words than its own."""

from dataclasses import replace
from gettext import NullTranslations

from foraldraskolan.document.inlines import Text
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.records import Explanation
from foraldraskolan.problems import Place
from foraldraskolan.project import Project
from foraldraskolan.translation.briefing import ill_explained
from foraldraskolan.translation.glossary import read_glossary
from tests.support.samples import told

PROJECT = Project.default()
LIBRARY = read_library(PROJECT.materials)
GLOSSARY = read_glossary(PROJECT.translations)
PLACE = Place(PROJECT.materials / "terms.toml")


def explained(id: str, text: str) -> Explanation:
    """Return what a term is."""
    return Explanation(id, Prose((Text(text),), "sv", text), (), False, "", PLACE)


def problems(**terms: Explanation) -> list[str]:
    """Return what is wrong with our own explanations when these stand among them."""
    library: Library = replace(LIBRARY, terms={**LIBRARY.terms, **terms})
    return [told(each) for each in ill_explained(library, GLOSSARY)]


def test_ours_are_in_order() -> None:
    """Every term of our modules has an explanation, or a reason why it has none."""
    assert problems() == []


def test_what_nothing_explains_is_told_once() -> None:
    """With the word, and a module that says it; a material without terms is not made for interpreters."""
    without = {id: each for id, each in LIBRARY.terms.items() if id != "seizure"}
    (found,) = ill_explained(replace(LIBRARY, terms=without), GLOSSARY)
    assert "säger krampanfall, som inte förklaras för tolken" in found.message.text(NullTranslations())
    assert list(ill_explained(replace(LIBRARY, terms={}), GLOSSARY)) == []


def test_an_explanation_of_no_term_or_by_itself_is_told() -> None:
    """The glossary has its id, and its words are others than the term's in any form."""
    assert problems(krampa=explained("krampa", "En kropp som rycker.")) == ["Ordlistan har inget ord med id krampa."]
    circular = problems(seizure=explained("seizure", "När någon får krampanfallet."))
    assert circular == ["Förklaringen av krampanfall säger ordet självt."]


def test_a_reason_to_leave_a_term_out_is_enough() -> None:
    """It needs no explanation then."""
    assert problems(seizure=Explanation("seizure", NOTHING, (), False, "Alla vet.", PLACE)) == []
