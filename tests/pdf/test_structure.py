"""The structure tree of every block as readable text, in data/golden/structure."""

import pytest

from foraldraskolan.document.blocks import Callout, Heading, Numbered, Paragraph, Slide, SpeakerNote
from foraldraskolan.document.inlines import Field, Foreign, Text
from foraldraskolan.pdf.structure import Element, outline, structure
from tests.support.golden import expect_golden
from tests.support.samples import BLOCKS, document, in_language, prose, sheet

NOTE = SpeakerNote(
    prose("Bild 1: Början"),
    prose("Klockan 18.00"),
    prose("Bild 1: Början"),
    (1,),
    (Callout("say", (Paragraph(prose("Hej!")),), label=prose("Säg")),),
)
TREES = {
    **{kind: document(block) for kind, block in BLOCKS.items()},
    "masthead": sheet(),
    "numbered": document(Numbered(1, BLOCKS["paragraph"]), Numbered(2, BLOCKS["callout"])),
    "slide": document(Slide(prose("Rubrik"), (BLOCKS["bullets"],))),
    "slide-title": document(Slide(prose(), (Heading(1, prose("Titel")), BLOCKS["lead"]), kind="title")),
    "speaker-note": document(NOTE),
    "swedish-in-arabic": document(
        in_language(Paragraph(prose("نص ", Foreign("sv", (Text("socialtjänst"),)))), "ar"),
        Paragraph(prose("Inte översatt.")),
        in_language(BLOCKS["bullets"], "ar"),
    ),
}


@pytest.mark.parametrize("kind", TREES)
def test_tree_of_a_block(kind: str) -> None:
    """A block's elements, with their languages and alternative texts, are as written in its file."""
    expect_golden(f"structure/{kind}.txt", outline(structure(TREES[kind])))


def test_tree_of_boxes_to_tick_on_screen() -> None:
    """On screen each box to tick is a form field that is its item's label."""
    expect_golden("structure/ticks-on-screen.txt", outline(structure(TREES["ticks"], fillable=True)))


def test_a_language_is_named_where_it_changes() -> None:
    """No element names the language that it stands in already."""

    def check(element: Element, outer: str) -> None:
        assert element.language != outer
        for kid in element.kids:
            if isinstance(kid, Element):
                check(kid, element.language or outer)

    for tree in TREES.values():
        check(structure(tree), "")


def test_a_field_that_is_left_is_our_bug() -> None:
    """No finished page may hold a field."""
    with pytest.raises(AssertionError, match="a field is left"):
        structure(document(Paragraph(prose(Field("phone", "112")))))
