"""The structure tree of every block as readable text, in data/golden/structure."""

import pytest

from foraldraskolan.document.form import Box, Figure, Heading, Miniatures, Paragraph, Table
from foraldraskolan.document.inlines import Field, Foreign, Text
from foraldraskolan.document.walk import fillable
from foraldraskolan.pdf.structure import Element, structure
from tests.support.golden import expect_golden
from tests.support.outline import structure_outline
from tests.support.samples import FORMS, form, in_language, numbered, prose, sheet

NOTE = Box(
    "speaker note",
    (
        Heading(2, prose("Bild 1: Början")),
        Paragraph(prose("Klockan 18.00"), "clock"),
        Figure(Miniatures((1,)), prose("Bild 1: Början")),
        Box("say", (Paragraph(prose("Säg"), "label"), Paragraph(prose("Hej!")))),
    ),
)
TREES = {
    **{kind: form(block) for kind, block in FORMS.items()},
    "masthead": sheet(),
    "numbered": form(numbered(1, FORMS["paragraph"]), numbered(2, FORMS["callout"])),
    "slide": form(Box("points slide", (Heading(2, prose("Rubrik")), FORMS["bullets"]))),
    "slide-title": form(Box("title slide", (Heading(1, prose("Titel")), FORMS["lead"]))),
    "speaker-note": form(NOTE),
    "swedish-in-arabic": form(
        in_language(Paragraph(prose("نص ", Foreign("sv", (Text("socialtjänst"),)))), "ar"),
        Paragraph(prose("Inte översatt.")),
        in_language(FORMS["bullets"], "ar"),
    ),
}


@pytest.mark.parametrize("kind", TREES)
def test_tree_of_a_block(kind: str) -> None:
    """A block's elements, with attributes, languages, alternative texts and targets, are as written in its file."""
    expect_golden(f"structure/{kind}.txt", structure_outline(structure(TREES[kind])))


def test_tree_of_boxes_to_tick_on_screen() -> None:
    """On screen each box to tick is a form field that is its item's label."""
    expect_golden("structure/ticks-on-screen.txt", structure_outline(structure(form(fillable(FORMS["ticks"])))))


@pytest.mark.parametrize("columns", [1, 2, 4])
@pytest.mark.parametrize("rows", [1, 2, 7])
def test_every_cell_of_a_table_has_its_heads(columns: int, rows: int) -> None:
    """The first row are heads of columns, the first cell of every other row is that row's head, whatever its size."""
    block = Table((prose("Vad"),) * columns, ((prose("Så"),) * columns,) * rows)
    (table,) = structure(form(block)).kids
    assert isinstance(table, Element)
    found = [[(cell.role, cell.attributes) for cell in row.kids] for row in table.kids]  # type: ignore[union-attr]
    column, row = (("TH", f"<< /O /Table /Scope /{scope} >>") for scope in ("Column", "Row"))
    assert found == [[column] * columns, *[[row, *[("TD", "")] * (columns - 1)]] * rows]


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
    with pytest.raises(AssertionError, match="a field or a mark is left"):
        structure(form(Paragraph(prose(Field("phone", "112")))))
