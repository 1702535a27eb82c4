"""A logo is in a file once, whole and upright, says whose it is, and brings nothing of its own file along."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, PngImagePlugin

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.document.meeting import School
from foraldraskolan.layout.theme import MM
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.orders import order_of
from foraldraskolan.material.logo import parse
from foraldraskolan.material.plan import Plan
from foraldraskolan.pdf.run import Printed, Roots, make_part
from tests.support.orders import content, plan
from tests.support.pdf_reader import TaggedPdf
from tests.support.verapdf_run import broken_rules

COLOUR = (200, 30, 120)
SVG = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="5 5 40 20">
<path d="M5 5H45V15H5Z" fill="rgb({COLOUR[0]},{COLOUR[1]},{COLOUR[2]})"/></svg>"""
SCALE = 3  # dots a point


def drawn(kind: str, folder: Path) -> Path:
    """Return the file of a logo, twice as wide as high, whose upper half is coloured."""
    file = folder / f"logotyp.{kind}"
    if kind == "svg":
        file.write_text(SVG, encoding="utf-8")
    else:
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", "Anna Svensson")
        picture = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
        picture.paste((*COLOUR, 255), (0, 0, 400, 100))
        picture.save(file, pnginfo=notes)
    return file


def with_logo(file: Path) -> Plan:
    """Return the example's plan with a school that has a logo."""
    example = plan("example")
    school = School("Björkens skola", "Elevhälsan", file.name, parse(file))
    return replace(example, meeting=replace(example.meeting, school=school))


@pytest.mark.parametrize("tag", ["sv", "ar"])
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_letter_shows_its_logo(kind: str, tag: str, tmp_path: Path) -> None:
    """It stands at the start of the page, 14 mm high, upright and not mirrored, and is read as the school's name."""
    data = Editions(with_logo(drawn(kind, tmp_path)), content("example")).of(order_of("mailout", tag)).pdf
    page = pypdfium2.PdfDocument(data)[0].render(scale=SCALE).to_pil().convert("RGB")
    dots = page.load()
    inked = [
        (x, y) for y in range(round(24 * MM * SCALE)) for x in range(page.width) if _near(dots[x, y])
    ]  # fmt: skip
    (left, right), (top, bottom) = ((min(each), max(each) + 1) for each in zip(*inked, strict=True))
    start = page.width - right if tag == "ar" else left
    assert start / SCALE == pytest.approx(20 * MM, abs=1)
    assert (right - left) / SCALE == pytest.approx(28 * MM, abs=1)
    assert (bottom - top) / SCALE == pytest.approx(7 * MM, abs=1)
    assert top / SCALE == pytest.approx(8 * MM, abs=1)
    figures = [unit for unit in TaggedPdf(data).units() if unit.role == "Figure"]
    assert "Björkens skola" in [unit.text for unit in figures]
    assert b"Anna" not in pikepdf_bytes(data)


def _near(dot: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(dot, COLOUR, strict=True))


def pikepdf_bytes(data: bytes) -> bytes:
    """Return a file with nothing in it compressed."""
    out = BytesIO()
    pikepdf.open(BytesIO(data)).save(out, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_letters_of_a_run_share_their_logo(kind: str, tmp_path: Path) -> None:
    """Ten letters have the logo once."""
    editions = Editions(with_logo(drawn(kind, tmp_path)), content("example"))
    printed = []
    for number in range(1, 11):
        family = Recipient(number, (Person(f"Familj {number}"),), "", "8B", "sv")
        made = editions.of(replace(order_of("mailout", "sv"), number=number, family=family, window="right"))
        printed.append(Printed(made.form, made.pages, "8B"))
    part = make_part(1, "svenska", printed, Roots.of(5_000))
    assert part.body.data.count(b"/Subtype /Image" if kind == "png" else b"/Subtype /Form") == 1


def test_verapdf_passes_letters_with_logos(tmp_path: Path) -> None:
    """Both kinds of logo pass PDF/UA-1 and PDF/A-2a."""
    files = []
    for kind in ("svg", "png"):
        files.append(tmp_path / f"{kind}.pdf")
        made = Editions(with_logo(drawn(kind, tmp_path)), content("example")).of(order_of("mailout", "ar"))
        files[-1].write_bytes(made.pdf)
    assert broken_rules(files) == []


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_message_says_whose_it_is_and_brings_no_logo(kind: str, tmp_path: Path) -> None:
    """In a message the school is named, once at its head, and nothing has to be fetched."""
    made = Editions(with_logo(drawn(kind, tmp_path)), content("example")).of(order_of("mailout", "sv"))
    assert made.text.startswith("Björkens skola\nElevhälsan\n")
    assert "<img" not in made.html and "data:" not in made.html
