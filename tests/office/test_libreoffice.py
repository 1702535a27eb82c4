"""LibreOffice opens our slides, says the same on them, and draws them as we do."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from foraldraskolan.document.metadata import Metadata
from foraldraskolan.office.drawingml import Frame, around
from foraldraskolan.office.parts import FigurePart, Ornament, TablePart, TextPart, frame_of
from foraldraskolan.office.reading import parts_of
from foraldraskolan.pdf.writer import write_pdf
from tests.office.test_slides import DECKS, MADE, Made, told
from tests.support.tools import office

_SCALE = 0.5  # pixels a point
_NEAR = 6  # pixels: as far as this, 12 points, a letter of another typeface may lie from ours
_EDGE = 40  # of 255: a step in brightness that the eye takes for an edge
# Of our edges in what begins a text, or in a drawing, so much has to be where they draw one. The least that was
# measured is 0.98; it is 0.73 of a title that is 20 points too low, and nothing of a drawing that is not there.
_AT_HOME = 0.95
# Of the edges that they draw, so much may lie where we draw none: in a narrower typeface a word goes up a line, and
# what follows in its frame goes with it. The most that was measured is 0.09.
_ELSEWHERE = 0.15


def test_libreoffice_shows_what_we_show(tmp_path: Path) -> None:
    """All decks open in one go, every slide is a page, and on each stands what stands on ours, where it does."""
    files = {name: tmp_path / f"{number}.pptx" for number, name in enumerate(DECKS)}
    for name, file in files.items():
        file.write_bytes(DECKS[name]().data)
    with TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [office(), own, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files.values()]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    wrong: list[str] = []
    for name, file in files.items():
        deck, theirs = DECKS[name](), pypdfium2.PdfDocument(file.with_suffix(".pdf"))
        ours = pypdfium2.PdfDocument(write_pdf(deck.form, deck.pages, Metadata("Titel", "sv", "Möte", MADE)))
        assert len(theirs) == len(ours)
        for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
            wrong += [f"{name}, {number + 1}: {each}" for each in strayed(deck, number, edges(our), edges(their))]
            if name != "example-ar":  # what LibreOffice writes as Arabic letters no reader knows again
                said = letters("".join(text for shape in deck.read.slides[number] for text in shape.texts))
                seen = letters(their.get_textpage().get_text_range())
                wrong += [] if said == seen else [f"{name}, {number + 1}: {said - seen} is not seen, {seen - said} is"]
    assert "\n".join(wrong) == ""


def letters(text: str) -> Counter[str]:
    """Return the letters and digits of a text."""
    return Counter(filter(str.isalnum, told(text)))


def strayed(deck: Made, number: int, our: Image.Image, their: Image.Image) -> Iterator[str]:
    """Yield what of a page does not stand where ours does, and whether much is drawn where nothing of ours is."""
    lost = ImageChops.subtract(our, thick(their))
    for what, frame in regions(deck, number):
        box = tuple(round(edge * _SCALE) for edge in (frame.left - 2, frame.top - 2, frame.right + 2, frame.bottom + 2))
        home = 1 - white(lost.crop(box)) / max(white(our.crop(box)), 1)
        if home < _AT_HOME:
            yield f"{what} is there to {home:.2f}"
    elsewhere = white(ImageChops.subtract(their, thick(our))) / white(their)
    if elsewhere > _ELSEWHERE and not turned(deck, number):
        yield f"elsewhere is {elsewhere:.2f}"


def regions(deck: Made, number: int) -> Iterator[tuple[str, Frame]]:
    """Yield what stands at its place wherever the text before it ends: what begins a text, drawings, grounds, rules."""
    rtl = deck.form.language.direction == "rtl"
    parts = parts_of(deck.pages[number], number + 1, deck.form)
    lines = [frame_of(line) for part in parts if isinstance(part, TextPart) for line in part.words[0].lines]
    for part in parts:
        match part:
            case TextPart(words):
                yield "text", begin(frame_of(words[0].lines[0]), rtl)
            case TablePart(rows) if not turned(deck, number):
                yield "table", begin(frame_of(rows[0][0].lines[0]), rtl)
            case FigurePart(items=items) | Ornament(items):
                frame = around(map(frame_of, items))
                if not any(is_in(line, frame) for line in lines):  # what lies behind a text is seen by it
                    yield "drawing", frame
            case _:
                pass


def turned(deck: Made, number: int) -> bool:
    """Tell whether a page has a table that is read from the right: LibreOffice 7.4 sets the columns from the left."""
    parts = parts_of(deck.pages[number], number + 1, deck.form)
    return deck.form.language.direction == "rtl" and any(isinstance(part, TablePart) for part in parts)


def is_in(line: Frame, frame: Frame) -> bool:
    """Tell whether a line begins within a frame."""
    return frame.left <= line.left < frame.right and frame.top <= line.bottom <= frame.bottom + line.height


def begin(line: Frame, rtl: bool) -> Frame:
    """Return the first third of a line, where another typeface has had no room yet to go astray."""
    width = line.width / 3
    return line._replace(left=line.right - width if rtl else line.left, width=width)


def edges(page: pypdfium2.PdfPage) -> Image.Image:
    """Return a page's edges, white on black."""
    grey = page.render(scale=960 * _SCALE / page.get_width()).to_pil().convert("L")
    return grey.filter(ImageFilter.FIND_EDGES).point(lambda step: 255 if step > _EDGE else 0)


def thick(found: Image.Image) -> Image.Image:
    """Return edges with all that lies near them."""
    return found.filter(ImageFilter.BoxBlur(_NEAR)).point(lambda share: 255 if share else 0)


def white(found: Image.Image) -> int:
    """Return how many pixels are edges."""
    return found.histogram()[255]
