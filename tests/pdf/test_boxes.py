"""Figures and tables say where on their page they are; numbers are finite; streams end on a line of their own."""

import ast
import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from foraldraskolan.document.form import Box, Figure, FormBlock, Paragraph, Table
from foraldraskolan.document.linedrawing import LineDrawing, Outline, Pen, Step
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.language import Language
from foraldraskolan.layout.page import Dot, Item, Page, Placed, Rect, Shape
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.pdf import writer
from foraldraskolan.pdf.objects import numbers
from tests.support.samples import ARABIC, FORMS, SWEDISH, form, prose, sheet

METADATA = Metadata("Titel", "sv", "Ämne", datetime(2026, 12, 3, tzinfo=UTC))
PACKAGE = Path(writer.__file__).parent


def written(*blocks: FormBlock, language: Language = SWEDISH) -> bytes:
    """Return a sheet with these blocks as PDF."""
    made = sheet(*blocks, language=language)
    return writer.write_pdf(made, lay_out_sheet(made), METADATA)


def boxes(data: bytes) -> list[tuple[str, int, list[float] | None]]:
    """Return the role, the page and the rectangle of each figure and table."""
    found = []
    with pikepdf.open(BytesIO(data)) as file:
        pages = [page.objgen for page in file.pages]
        for each in file.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") in ("/Figure", "/Table"):
                layout = each.get("/A")
                box = None if layout is None else [float(edge) for edge in layout.BBox]
                assert layout is None or layout.O == "/Layout"
                page = pages.index(each.Pg.objgen) if "/Pg" in each else -1
                found.append((str(each.S), page, box))
    return found


def inked(data: bytes, page: int) -> tuple[float, float, float, float]:
    """Return the left, bottom, right and top edge of all that is darker than its ground on a page below its title."""
    import pypdfium2
    from PIL import ImageOps

    picture = pypdfium2.PdfDocument(data)[page].render(scale=2).to_pil().convert("L")
    width, height = picture.size
    dark = ImageOps.invert(picture).point(lambda value: 255 if value > 60 else 0)
    dark.paste(0, (0, 0, width, 262))
    dark.paste(0, (0, height - 110, width, height))
    left, top, right, bottom = dark.getbbox()
    return left / 2, (height - bottom) / 2, right / 2, (height - top) / 2


@pytest.mark.parametrize("language", [SWEDISH, ARABIC], ids=lambda language: language.tag)
@pytest.mark.parametrize("kind", ["table", "pictures", "chart"])
def test_a_box_is_about_its_content(kind: str, language: Language) -> None:
    """The rectangles of a page's figures and tables lie inside the page and, together, around all that is painted."""
    data = written(FORMS[kind], language=language)
    found = boxes(data)
    assert {role for role, _, _ in found} == {"table": {"/Table"}, "pictures": {"/Figure"}}.get(
        kind, {"/Figure", "/Table"}
    )
    edges = [box for _, _, box in found if box is not None]
    assert len(edges) == len(found)
    assert all(0 <= left < right <= 595.28 and 0 <= bottom < top <= 841.89 for left, bottom, right, top in edges)
    left, bottom, right, top = inked(data, 0)
    assert min(box[0] for box in edges) <= left + 1
    assert max(box[2] for box in edges) >= right - 1
    if kind == "table":  # words stand below a drawing, and above and below a chart
        assert min(box[1] for box in edges) <= bottom + 1
        assert max(box[3] for box in edges) >= top - 1
        assert all(right - left < 500 and top - bottom < 150 for left, bottom, right, top in edges)


def test_a_table_that_goes_on_overleaf_has_no_box() -> None:
    """A rectangle is of one page: a table on two has none, one that stands on the second alone has."""
    row = (prose("Rad"), prose("Nu"))
    head = (prose("Vad"), prose("När"))
    long, short = Table(head, (row,) * 60), Table(head, (row,) * 2)
    assert [box is not None for _, _, box in boxes(written(long))] == [False]
    assert [box is not None for _, _, box in boxes(written(*[Paragraph(prose("Text " * 400))] * 2, short))] == [True]


def test_nothing_of_a_drawing_is_painted_beside_it() -> None:
    """A shape that reaches beyond its drawing's size is cut off there."""
    step = Step("move", ((-900, 0),)), Step("line", ((900, 0),)), Step("line", ((900, 900),)), Step("close")
    wide = LineDrawing((Outline(step, Pen(fill="#000000")),))
    data = written(Box("pictures", (Figure(wide, prose("Bild."), prose(" ")),)))
    ((_, _, box),) = boxes(data)
    assert inked(data, 0) == pytest.approx(box, abs=1)


def test_streams_end_on_a_line_of_their_own() -> None:
    """Before each `endstream` there is an end of line that is not of the data (ISO 32000-1, 7.3.8.1)."""
    data = written(*FORMS.values())
    ends = [match.start() for match in re.finditer(rb"endstream\nendobj", data)]
    assert len(ends) > 5
    assert [data[end - 1 : end] for end in ends] == [b"\n"] * len(ends)
    for match in re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\r?\n", data):
        assert data[match.end() + int(match[1]) :].startswith(b"\nendstream")


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -float("inf"), 1e308, 40_000.0])
@pytest.mark.parametrize("kind", [Rect, Dot, Shape])
def test_no_page_holds_a_number_that_is_not_finite(kind: type[Item], wrong: float) -> None:
    """Whatever counts wrong, the file is not written with it."""
    items = {Rect: Rect(wrong, 5, "#000000"), Dot: Dot(wrong, "#000000"), Shape: Shape(5, 5, ((wrong, 0),), "#000000")}
    page = Page(100, 100, [Placed(0, 0, items[kind])])
    with pytest.raises(AssertionError, match="is no number of a page"):
        writer.write_pdf(form(), [page], METADATA)
    with pytest.raises(AssertionError):
        numbers(0, wrong)


def test_numbers_have_one_door() -> None:
    """No other line of the writer formats a number that is no count: each passes where it is looked at."""
    formatted = []
    for file in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
                spec = ast.unparse(node.format_spec)
                if re.search(r"[fgeFGE]'$", spec):
                    formatted.append((file.name, spec))
    assert formatted == [("drawing.py", "f'.3f'")]  # a colour's share of 255
