"""What stands word for word in two modules, and how much there is to translate in all."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from foraldraskolan.document.form import Heading, Paragraph
from foraldraskolan.document.meaning import Block, Callout, Mail
from foraldraskolan.editor.repeats import repeated_sentences
from foraldraskolan.editor.size import too_much_to_translate
from foraldraskolan.editor.style import Style
from foraldraskolan.editor.vocabulary import Vocabulary
from foraldraskolan.material.library import read_library
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.translatable import words_to_translate
from tests.support.samples import prose, told
from tests.support.styles import STYLE

LIBRARY = read_library(Project.default().materials, ("intro", "talk"))
SENTENCE = "Ett två tre fyra fem sex sju åtta."
AGAIN = "Meningen ”Ett två tre fyra fem sex sju åtta.” står också i intro."


def said(one: Block, *others: Block, audience: tuple[str, ...] = ("parents",), style: Style = STYLE) -> Iterator[str]:
    """Yield what is told of a module with the first block and one with the others, which is for this audience."""
    first = replace(LIBRARY.modules["intro"], blocks=(one,))
    second = replace(LIBRARY.modules["talk"], blocks=others, audience=audience)
    library = replace(LIBRARY, modules={"intro": first, "talk": second})
    for problem in repeated_sentences(library, style):
        assert problem.hint is not None
        yield told(problem)


def paragraph(text: str) -> Paragraph:
    """Return a text to be read at home."""
    return Paragraph(prose(text))


@pytest.mark.parametrize("kind", ["tell", "say", "remember", "phrase"])
def test_a_sentence_in_two_modules(kind: str) -> None:
    """It is told whatever stands around it, in small letters and large, said or read."""
    box = Callout(kind, (paragraph(f"Hej! {SENTENCE.upper()} Så är det."),))  # type: ignore[arg-type]
    assert [*said(paragraph(f"Så. {SENTENCE}"), box)] == [AGAIN.replace(SENTENCE, SENTENCE.upper())]
    assert [*said(paragraph("Så. Ett två tre fyra fem sex sju nio."), box)] == []


def test_a_sentence_that_may_stand_twice() -> None:
    """A short one, one in the same module, one for other readers, and what to do in danger."""
    assert [*said(paragraph(SENTENCE), paragraph(SENTENCE))] == [AGAIN]
    assert [*said(paragraph("Ett två tre fyra fem sex sju."), paragraph("Ett två tre fyra fem sex sju."))] == []
    assert [*said(paragraph("Nej."), paragraph(SENTENCE), Mail((paragraph(SENTENCE),)))] == []
    assert [*said(paragraph(SENTENCE), paragraph(SENTENCE), audience=("pupils",))] == []
    assert [*said(paragraph(SENTENCE), paragraph(SENTENCE), audience=("pupils", "parents"))] == [AGAIN]
    assert [*said(Callout("act", (paragraph(SENTENCE),)), Callout("act", (paragraph(SENTENCE),)))] == []
    assert [*said(Heading(2, prose(SENTENCE)), Heading(2, prose(SENTENCE)))] == []


def test_a_listed_sentence() -> None:
    """What the style lists may stand in both, and is taken off the list when it does not."""
    style = replace(STYLE, vocabulary=Vocabulary(repeated=(SENTENCE,)))
    assert [*said(paragraph(SENTENCE), paragraph(SENTENCE), style=style)] == []
    assert [*said(paragraph(SENTENCE), paragraph("Nej."), style=style)] == [
        "Meningen ”Ett två tre fyra fem sex sju åtta.” behöver inte listas: den står i högst en modul."
    ]


def test_how_much_there_is_to_translate() -> None:
    """Words are counted once, however often a text stands; a material is as large as it may be, no larger."""
    one, two = SourceText("Ett två {phone:x}."), SourceText("Fyra fem")
    words = words_to_translate({"a": (one, two), "b": (two,)})
    assert words == 5
    assert [*too_much_to_translate(words, replace(STYLE, words_to_translate=5))] == []
    (problem,) = too_much_to_translate(27001, STYLE)
    assert told(problem) == "Det är 27 001 ord att översätta; det får vara högst 27 000."
