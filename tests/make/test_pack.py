"""Every file of the example pack, and of a pack of content that is hard to set, keeps what we promise of every PDF."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from foraldraskolan.document.form import Checks, List
from foraldraskolan.document.walk import descend, paged
from foraldraskolan.layout.page import Dot, Miniature, Page, Placed, Rect, Shape, Sketch, Symbol, Tick
from foraldraskolan.layout.theme import MM
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import Order, built, content, jobs, laid_out, orders, pages_of_headings, plan, tagged
from tests.support.reading import headings, read_aloud, squeezed
from tests.support.verapdf_run import broken_rules

ROOT = Path(__file__).parents[2]
MARGIN = {"sheet": 20 * MM, "leaflet": 15 * MM, "slide": 60.0}  # that no text may stand in, at either side
ROUNDING = 0.01  # points
LARGEST = 300_000  # bytes


each_file = pytest.mark.parametrize("order", orders(), ids=str)


def test_verapdf_passes_every_file(tmp_path: Path) -> None:
    """The real veraPDF finds no broken rule of PDF/UA-1 and PDF/A-2a in any file."""
    files = []
    for order in orders():
        files.append(tmp_path / f"{order}.pdf")
        files[-1].write_bytes(built(order).data)
    assert broken_rules(files) == []


@pytest.mark.parametrize(("cores", "seed"), [("1", "1"), ("2", "2")])
def test_the_same_pack_anywhere(cores: str, seed: str, tmp_path: Path) -> None:
    """Another process, day, hash seed or number of cores makes the same bytes."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    script = [sys.executable, str(ROOT / "tests" / "support" / "make_again.py"), "example", str(tmp_path), cores]
    subprocess.run(script, env=environment, check=True, cwd=ROOT)
    for job in jobs(plan("example")):
        same = (tmp_path / job.file).read_bytes() == built(Order("example", job)).data
        assert same, job.file  # what differs between two files of bytes says nothing, and takes minutes to find


@each_file
def test_the_text_of_the_pdf_is_the_text_of_the_document(order: Order) -> None:
    """Read by its tags, a file says what its document says, element by element, nothing more and nothing less."""
    form, pages = laid_out(order)
    said = [squeezed(unit.text) for unit in tagged(order).units()]
    assert said == [squeezed(text) for text in read_aloud(paged(form, pages_of_headings(form, pages)))]


@each_file
def test_check_lists_are_ticked_on_screen(order: Order) -> None:
    """Every box to tick on a check list is a form field, none on another sheet is."""
    nodes = [node for block in laid_out(order)[0].blocks for _, node in descend(block)]
    boxes = sum(len(node.items) * (len(node.head) - 1) for node in nodes if isinstance(node, Checks))
    boxes += sum(len(node.items) for node in nodes if isinstance(node, List) and node.marker in ("tick", "field"))
    touched = [each for page in tagged(order).pdf.pages for each in page.get("/Annots", [])]
    fields = [each for each in touched if each.Subtype == "/Widget"]
    assert len(fields) == (boxes if order.job.medium in ("checklist", "staff") else 0)


@each_file
def test_all_that_is_painted_is_marked(order: Order) -> None:
    """Marked content opens and closes in pairs, one not inside the other, and nothing is painted outside it."""
    assert [page.wrong for page in tagged(order).pages if page.wrong] == []


@each_file
def test_the_file_is_sound(order: Order) -> None:
    """qpdf finds nothing to warn of."""
    file = tagged(order).pdf
    assert file.check_pdf_syntax() == []
    assert file.get_warnings() == []


@each_file
def test_the_file_is_small(order: Order) -> None:
    """No PDF is larger than a mail system carries without thinking."""
    assert len(built(order).data) <= LARGEST


@each_file
def test_no_file_names_this_machine(order: Order) -> None:
    """No file says who made it, or where."""
    file = tagged(order).pdf
    said = str(file.docinfo) + str(file.open_metadata())
    assert str(Path.home()) not in said
    assert "ReportLab" not in said


@each_file
def test_every_font_is_embedded(order: Order) -> None:
    """Each font is in the file, and says which characters its glyphs stand for."""
    fonts = tagged(order).fonts()
    assert fonts
    for name, font in fonts.items():
        assert font.Subtype == "/Type0", name
        assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) > 0, name
        assert "/ToUnicode" in font, name


@each_file
def test_languages_are_named_where_they_change(order: Order) -> None:
    """The file has its language and direction; an element names a language only if it is not the one around it."""
    read = tagged(order)
    tag = order.job.language
    direction = content(order.plan).languages[tag].direction
    assert str(read.pdf.Root.Lang) == tag
    assert read.pdf.Root.ViewerPreferences.Direction == {"rtl": "/R2L", "ltr": "/L2R"}[direction]
    repeated = [(role, outer) for element, role, outer in read.elements() if element.get("/Lang") == outer]
    # The root of the tree says it once more, for programs that start there.
    assert repeated in ([], [("Document", tag)])


@each_file
def test_bookmarks_are_the_headings(order: Order) -> None:
    """Every heading has a bookmark, in the order of the document."""
    assert tagged(order).outline() == headings(laid_out(order)[0])


@each_file
def test_what_can_be_touched_is_on_its_page(order: Order) -> None:
    """Links and boxes to tick lie whole on their page; a box to tick has a name."""
    for page in tagged(order).pdf.pages:
        left, bottom, right, top = map(float, page.MediaBox)
        for touched in page.get("/Annots", []):
            x, y, end, up = map(float, touched.Rect)
            assert left <= x < end <= right
            assert bottom <= y < up <= top
            assert touched.Subtype == "/Link" or str(touched.TU).strip()


@each_file
def test_nothing_is_painted_outside_the_page(order: Order) -> None:
    """Pictures and boxes lie on the page, text within its margins; only the space at a line's end may hang out."""
    for page in laid_out(order)[1]:
        margin = MARGIN["slide"] if page.width > page.height else MARGIN.get(order.job.medium, MARGIN["sheet"])
        for left, top, right, bottom, is_text in extents(page):
            side = margin if is_text else 0.0
            assert left >= side - ROUNDING
            assert right <= page.width - side + ROUNDING
            assert top >= -ROUNDING
            assert bottom <= page.height + ROUNDING


def extents(page: Page) -> Iterator[tuple[float, float, float, float, bool]]:
    """Yield the left, top, right and bottom of everything on a page, and whether it is text."""
    for each in page.items:
        yield from _extent(each)


def _extent(each: Placed) -> Iterator[tuple[float, float, float, float, bool]]:
    item, x, y = each.item, each.x, each.y
    match item:
        case Line():
            for run in item.runs:
                if "".join(run.texts).strip():
                    size = run.style.size * run.face.scale
                    yield x, y - size, x + item.width, y + 0.3 * size, True
        case Rect() | Shape():
            yield x, y, x + item.width, y + item.height, False
        case Dot() | Tick() | Sketch() | Symbol():
            yield x, y, x + item.width, y + item.height, False
        case Miniature(width, small):
            yield x, y, x + width, y + width * small.height / small.width, False
