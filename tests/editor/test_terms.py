"""What a term is, for who interprets, is told in a few words, and with its source where it has a figure."""

from dataclasses import replace

import pytest

from foraldraskolan.document.inlines import Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.editor.terms import long_explanations, unsourced_explanations
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.records import Explanation
from foraldraskolan.problems import Place
from foraldraskolan.project import Project
from tests.support.styles import STYLE

LIBRARY = read_library(Project.default().materials)


def library_with(text: str, *sources: str) -> Library:
    """Return our library with one explanation alone."""
    one = Explanation("dose", Prose((Text(text),), "sv", text), sources, False, "", Place(Project.default().materials))
    return replace(LIBRARY, terms={"dose": one})


@pytest.mark.parametrize(("count", "wrong"), [(STYLE.explained_words, 0), (STYLE.explained_words + 1, 1)])
def test_no_more_words_than_it_may_have(count: int, wrong: int) -> None:
    """One more is too many."""
    library = library_with(" ".join(["ord"] * count))
    assert len([*long_explanations(library, STYLE)]) == wrong


@pytest.mark.parametrize(
    ("text", "sources", "wrong"), [("Efter 15 år.", (), 1), ("Efter 15 år.", ("a",), 0), ("Nu.", (), 0)]
)
def test_a_figure_has_a_source(text: str, sources: tuple[str, ...], wrong: int) -> None:
    """Any other words need none."""
    assert len([*unsourced_explanations(library_with(text, *sources))]) == wrong
