"""Pages and form have to hold the same nodes; boxes can be ticked on screen, links lead where they say."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from foraldraskolan.document.form import Box, FormBlock, Heading, List, Table
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.walk import fillable
from foraldraskolan.language import Language
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.slides.pages import lay_out_slides
from foraldraskolan.pdf.structure import structure
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.typeset.glyphs import Line
from tests.support.outline import structure_outline, tree_outline
from tests.support.pdf_reader import TaggedPdf
from tests.support.reading import read_aloud, squeezed
from tests.support.samples import ARABIC, FORMS, MIRRORED, SWEDISH, form, in_language, prose, sheet

METADATA = Metadata("Titel", "sv", "Ämne", datetime(2026, 12, 3, tzinfo=UTC))


def written(*blocks: FormBlock) -> bytes:
    """Return a sheet of these blocks as PDF."""
    told = sheet(*blocks)
    return write_pdf(told, lay_out_sheet(told), METADATA)


@pytest.mark.parametrize("language", [SWEDISH, ARABIC, MIRRORED], ids=lambda language: language.tag)
@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_of_block_is_read_as_it_is_written(kind: str, language: Language) -> None:
    """A block in a paragraph of either direction comes out of the PDF as its text."""
    told = sheet(FORMS[kind], language=language)
    read = TaggedPdf(write_pdf(told, lay_out_sheet(told), METADATA))
    assert [squeezed(unit.text) for unit in read.units()] == [squeezed(text) for text in read_aloud(told)]
    assert [page.wrong for page in read.pages if page.wrong] == []
    assert tree_outline(read) == structure_outline(structure(told))


LONG = List("bullet", (prose("Ungdomar och droger " * 5),) * 3)
ROW = (prose(Value("18.00")), prose("Det här går vi igenom i kväll, och lite till"))
TWO_PAGES = {
    "slide": Box("points slide", (Heading(2, prose("Rubrik")), LONG, LONG), (2,)),
    "agenda": Box("agenda slide", (Heading(2, prose("Rubrik")), Table((prose("Tid"), prose("Ämne")), (ROW,) * 20))),
}


@pytest.mark.parametrize("language", [SWEDISH, MIRRORED], ids=lambda language: language.tag)
@pytest.mark.parametrize("kind", TWO_PAGES)
def test_a_slide_on_several_pages_is_read_once(kind: str, language: Language) -> None:
    """Its title and a table's head are seen again on the next page, and are one heading and one head to the ear."""
    told = form(in_language(TWO_PAGES[kind], language.tag), language=language)
    data = write_pdf(told, lay_out_slides(told), METADATA)
    read = TaggedPdf(data)
    assert len(read.pdf.pages) > 1
    assert [squeezed(unit.text) for unit in read.units()] == [squeezed(text) for text in read_aloud(told)]
    assert [page.wrong for page in read.pages if page.wrong] == []
    assert tree_outline(read) == structure_outline(structure(told))
    assert [role for _, role, _ in read.elements() if role in ("Sect", "H2", "Table")] == {
        "slide": ["Sect", "H2"],
        "agenda": ["Sect", "H2", "Table"],
    }[kind]
    for page in pypdfium2.PdfDocument(data):
        assert "Rubrik" in page.get_textpage().get_text_bounded()


def test_what_is_not_painted_is_our_bug() -> None:
    """A text of the form that is on no page stops the work: nobody gets half a sheet."""
    told = sheet(FORMS["bullets"])
    (page,) = lay_out_sheet(told)
    lines = [each for each in page.items if isinstance(each.item, Line) and each.item.runs[0].mark[0][:2] == (1, 0)]
    for each in lines:
        page.items.remove(each)
    with pytest.raises(AssertionError, match="nothing on the pages is marked"):
        write_pdf(told, [page], METADATA)


def test_what_is_not_in_the_form_is_our_bug() -> None:
    """A text on a page that has no place in the form stops the work: nothing would read it."""
    told = sheet(FORMS["bullets"])
    (page,) = lay_out_sheet(told)
    placed = next(each for each in page.items if isinstance(each.item, Line) and each.item.runs[0].mark[0])
    assert isinstance(placed.item, Line)
    stray = replace(placed.item, runs=(placed.item.runs[0]._replace(mark=((9, 9), "")),))
    page.items.append(replace(placed, item=stray))
    with pytest.raises(AssertionError, match="not in the document"):
        write_pdf(told, [page], METADATA)


def test_every_box_to_tick_has_a_name() -> None:
    """A screen reader says the item's own text at its box; each field has a name of its own."""
    file = pikepdf.open(BytesIO(written(*[fillable(FORMS["ticks"])] * 2)))
    fields = list(file.Root.AcroForm.Fields)
    assert [str(field.TU) for field in fields] == ["En ruta", "En ruta med 112"] * 2
    assert len({str(field.T) for field in fields}) == 4
    assert all(field.FT == "/Btn" and field.V == "/Off" for field in fields)


def test_boxes_on_paper_are_no_fields() -> None:
    """A file that is meant for paper has boxes, but nothing to touch."""
    assert "/AcroForm" not in pikepdf.open(BytesIO(written(FORMS["ticks"]))).Root


def test_a_ticked_box_shows_its_tick() -> None:
    """Ticking a box changes what is seen inside it and nothing else."""
    data = written(List("field", (prose("En ruta"), prose("En till"))))
    file = pikepdf.open(BytesIO(data))
    field = file.Root.AcroForm.Fields[0]
    assert set(field.AP.N.keys()) == {"/Yes", "/Off"}
    field.V = field.AS = pikepdf.Name.Yes
    ticked = BytesIO()
    file.save(ticked)
    before, after = seen(data), seen(ticked.getvalue())
    left, bottom, right, top = (int(float(edge)) for edge in field.Rect)
    height = int(float(file.pages[0].MediaBox[3]))
    changed = [(x, y) for y, row in enumerate(after) for x, pixel in enumerate(row) if pixel != before[y][x]]
    assert changed
    assert all(left <= x <= right + 1 and height - top - 1 <= y <= height - bottom + 1 for x, y in changed)


def seen(data: bytes) -> list[list[int]]:
    """Return the grey pixels of the first page, one for each point, rows from top to bottom."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    bitmap = document[0].render(scale=1, grayscale=True)
    rows = bytes(bitmap.buffer)
    found = [list(rows[at : at + bitmap.width]) for at in range(0, bitmap.stride * bitmap.height, bitmap.stride)]
    document.close()
    return found


def test_links_lead_where_they_say() -> None:
    """Numbers can be called and addresses opened; each link tells what it is."""
    file = pikepdf.open(BytesIO(written(FORMS["paragraph"], FORMS["contacts"], FORMS["sources"])))
    links = {(str(each.Contents), str(each.A.URI)) for each in file.pages[0].Annots}
    assert ("020-91 91 91", "tel:020919191") in links
    assert ("länk", "https://example.org/a%28b%29") in links
    assert ("example.org", "https://example.org") in links
    assert ("https://www.example.org/rapport", "https://www.example.org/rapport") in links
