"""A QR code is read back as the address that stands beside it, printed small, copied badly, on a mirrored page too."""

from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from foraldraskolan.document.form import Code, Figure
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.language import Language
from foraldraskolan.layout.page import Page, Symbol
from foraldraskolan.layout.qr import side, symbol
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.theme import MM
from foraldraskolan.limits import LINK
from foraldraskolan.pdf.writer import write_pdf
from tests.support.samples import MIRRORED, SWEDISH, prose, sheet

PATHS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=LINK - 20)
ADDRESSES = PATHS.map(lambda path: f"https://example.org/{path}")
METADATA = Metadata("Titel", "sv", "Ämne", datetime(2026, 12, 3, tzinfo=UTC))
LONGEST = "https://example.org/".ljust(LINK, "q")


def pages_of(address: str, language: Language) -> tuple[bytes, list[Page]]:
    """Return a sheet with the code of an address, as a file and as pages."""
    whole = sheet(Figure(Code(address), prose("En kod."), prose(Value("example.org", address))), language=language)
    pages = lay_out_sheet(whole)
    return write_pdf(whole, pages, METADATA), pages


def copied(pdf: bytes, dots: int, blur: float = 0) -> Image.Image:
    """Return the first page as a copier makes it: so many dots an inch, blurred, black or white."""
    drawn = pypdfium2.PdfDocument(BytesIO(pdf))[0].render(scale=dots / 72).to_pil().convert("L")
    return drawn.filter(ImageFilter.GaussianBlur(blur)).point(lambda grey: 255 if grey > 140 else 0)


@settings(max_examples=15)
@given(ADDRESSES)
@pytest.mark.parametrize("language", [SWEDISH, MIRRORED], ids=lambda language: language.tag)
def test_a_camera_reads_the_address(language: Language, address: str) -> None:
    """Whatever address a plan may have is what a camera finds on the page, whichever way that is read."""
    pdf, _ = pages_of(address, language)
    (found,) = zxingcpp.read_barcodes(copied(pdf, 300))
    assert found.text == address
    assert found.ec_level in ("M", "Q", "H")


def test_a_bad_copy_is_read() -> None:
    """The longest address is read from a blurred copy of 150 dots an inch."""
    pdf, _ = pages_of(LONGEST, SWEDISH)
    (found,) = zxingcpp.read_barcodes(copied(pdf, 150, blur=0.8))
    assert found.text == LONGEST


@given(ADDRESSES | st.just(LONGEST))
def test_the_symbol_has_white_around_it_and_modules_that_can_be_seen(address: str) -> None:
    """Four modules on each side are white, and none is narrower than 0.44 mm."""
    rows = symbol(address, 1).rows
    wide = len(rows)
    assert {len(row) for row in rows} == {wide}
    dark = [(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module]
    assert min(map(min, dark)) == 4 and max(map(max, dark)) == wide - 5
    assert side(address) / wide >= 0.44 * MM


def test_a_code_stands_beside_its_address() -> None:
    """The address stands half way down the code, which is from 17 to 22 mm wide."""
    _, pages = pages_of("https://example.org/papper", SWEDISH)
    (code,) = (each for each in pages[0].items if isinstance(each.item, Symbol))
    (line,) = (each for each in pages[0].items if "example.org" in str(getattr(each.item, "runs", "")))
    assert isinstance(code.item, Symbol) and 17 * MM <= code.item.width <= 22 * MM
    assert line.x > code.x + code.item.width
    assert code.y < line.y < code.y + code.item.height
