"""The material's own drawings: one hand, and so bold that the third copy of a copy shows them 23 mm wide."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from foraldraskolan.document.linedrawing import HEIGHT, WIDTH, LineDrawing
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.colours import INK
from foraldraskolan.layout.theme import MM
from foraldraskolan.material.drawings import parse_drawing
from foraldraskolan.material.records import read_records
from foraldraskolan.pdf.sketches import drawing_code
from foraldraskolan.problems import Problem
from foraldraskolan.project import Project

MATERIALS = Project.default().materials
FILES = sorted((MATERIALS / "pictures").glob("*.svg"))
SMALLEST = 23 * MM  # how wide a drawing is on the leaflet
THINNEST = 0.35 * MM
WHITE, SAND = "#FFFFFF", "#F6F1E7"
LIGHT_LINES = (SAND, WHITE)  # an edge on what is dark, or a glint
FILLS = {INK, WHITE, SAND, "#E6F0F1", "#C9D3D6", "#86AFB6", "#D9C7A3", "#6B4F3A", "#BFD3B4", "#F3C9C9", "#F9E3AE", ""}
DOTS = 600  # an inch
FINEST = 7  # dots, 0.3 mm


each_drawing = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def copied(drawing: LineDrawing) -> Image.Image:
    """Return a drawing as small as it may be, in pure black and white."""
    scale = SMALLEST / WIDTH
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(SMALLEST, HEIGHT * scale))
    page.Contents = pdf.make_stream(f"{scale:.6f} 0 0 {scale:.6f} 0 0 cm {drawing_code(drawing)}".encode())
    file = BytesIO()
    pdf.save(file)
    drawn = pypdfium2.PdfDocument(file)[0].render(scale=DOTS / 72).to_pil().convert("L")
    return drawn.point(lambda grey: 255 if grey > 120 else 0)


def black(image: Image.Image) -> int:
    """Return how many dots are black."""
    return image.histogram()[0]


def filled(image: Image.Image, finest: int) -> Image.Image:
    """Return an image with what is white and narrower than this blackened, and the rest as it was."""
    return image.filter(ImageFilter.MinFilter(finest)).filter(ImageFilter.MaxFilter(finest))


def thin_white(image: Image.Image, finest: int = FINEST) -> float:
    """Return how much of an image is gaps that a bad copy closes, as a share of its black."""
    return (black(filled(image, finest)) - black(image)) / black(image)


def thin_black(image: Image.Image, finest: int = FINEST) -> float:
    """Return how much of an image's black is lines that a bad copy loses."""
    negative = ImageChops.invert(image)
    white = image.width * image.height - black(negative)
    return (black(filled(negative, finest)) - black(negative)) / white


def test_each_drawing_is_named_once_and_told_in_words() -> None:
    """No file is left over; each has a word below it and a short sentence for who does not see it, both its own."""
    problems: list[Problem] = []
    records = read_records(MATERIALS, problems)
    assert records is not None and not problems
    drawings = list(records.drawings.values())
    assert [drawing.id for drawing in drawings] == [Path(each).stem for each in files_named()]
    assert sorted(drawing.id for drawing in drawings) == [file.stem for file in FILES]
    labels = [plain(drawing.label.inlines) for drawing in drawings]
    seen = [plain(drawing.alt.inlines) for drawing in drawings]
    assert len({*labels, *seen}) == 2 * len(drawings)
    assert [label for label in labels if not 1 < len(label) <= 30] == []
    assert [alt for alt in seen if not 10 < len(alt) <= 150 or not alt.endswith(".")] == []


def files_named() -> Iterator[str]:
    """Yield the file of each picture, in the order of pictures.toml."""
    for line in (MATERIALS / "pictures.toml").read_text("utf-8").splitlines():
        if line.startswith("file"):
            yield line.split('"')[1]


@each_drawing
def test_a_drawing_has_the_hand_of_the_others(file: Path) -> None:
    """Its lines are of ink, or light on what is dark, and thick enough; its fills are of the same few colours."""
    pens = [outline.pen for outline in parse_drawing(file).outlines]
    strokes = [pen for pen in pens if pen.stroke]
    assert {pen.stroke for pen in strokes} <= {INK, *LIGHT_LINES}
    assert {pen.fill for pen in pens} <= FILLS
    assert min(pen.thickness for pen in strokes) * SMALLEST / WIDTH >= THINNEST
    assert {(pen.cap, pen.join) for pen in strokes} == {("round", "round")}
    assert file.stat().st_size <= 4_000


@each_drawing
def test_a_copy_shows_the_drawing(file: Path) -> None:
    """In black and white nothing is lost that is thinner than 0.3 mm but corners, nor run together; none is cut off."""
    image = copied(parse_drawing(file))
    assert black(image) > 0.05 * image.width * image.height
    assert thin_white(image) < 0.03
    assert thin_black(image) < 0.04
    inside = image.crop((1, 1, image.width - 1, image.height - 1))
    assert black(image) == black(inside)


def test_what_is_too_fine_is_seen() -> None:
    """Lines of 0.2 mm, and gaps of 0.2 mm, are what the laws above find."""
    image = Image.new("L", (500, 400), 255)
    for left in range(50, 450, 25):
        image.paste(0, (left, 50, left + 5, 350))
    assert thin_black(image) == 1
    assert thin_white(ImageChops.invert(image)) > 0.1
