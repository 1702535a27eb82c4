"""A logo is what is seen of its file, whoever wrote it, or a problem in words: nothing of it is left out unseen."""

import zlib
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from foraldraskolan.document.linedrawing import LineDrawing, Step
from foraldraskolan.document.logo import Logo, Raster
from foraldraskolan.limits import LOGO_BYTES, LOGO_DRAWING_BYTES, LOGO_SIDE, PROBLEMS
from foraldraskolan.material.logo import parse, read_logo
from foraldraskolan.material.toml import TomlFile
from foraldraskolan.pdf.sketches import drawing_code
from foraldraskolan.problems import Place, ProblemsFound
from tests.support.samples import told

SQUARE = '<path d="M10 20L50 20L50 40Z" fill="#C81E1E" fill-rule="evenodd"/>'
PLAIN = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 80 40">{SQUARE}</svg>'
INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" class="logo"
  width="80mm" height="40mm" viewBox="10 20 80 40" version="1.1" id="svg5" x="0px" y="0px" aria-label="Ekskolan">
  <inkscape:page margin="0"><inkscape:guide id="g"/></inkscape:page>
  <title>Anna Svenssons logotyp</title>
  <defs id="defs2"><linearGradient id="a"><stop offset="0" style="stop-color:#000"/></linearGradient></defs>
  <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">Anna Svensson</rdf:RDF></metadata>
  <g inkscape:label="Lager 1" transform="matrix(1,0,0,-1,0,60)" style="fill:#000000;opacity:1;font-size:12px">
    <path style="fill:rgb(200, 30, 30);fill-rule:evenodd;-inkscape-stroke:none" d="m 10,40 h 40 v -20 z"/>
  </g>
</svg>
"""


def logo(data: bytes | str, folder: Path, name: str = "logotyp.svg") -> LineDrawing | Raster:
    """Return what is seen of a file."""
    file = folder / name
    file.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return parse(file).art


def problems(data: bytes | str, folder: Path, name: str = "logotyp.svg") -> list[str]:
    """Return what is told of a file."""
    with pytest.raises(ProblemsFound) as found:
        logo(data, folder, name)
    assert all(each.hint and each.place and each.place.file == folder / name for each in found.value.problems)
    return [told(each) for each in found.value.problems]


def test_a_logo_is_what_is_seen_of_it(tmp_path: Path) -> None:
    """A drawing program's own notes change nothing, nor does the way it writes shapes; a corner is the view's."""
    plain, written = logo(PLAIN, tmp_path), logo(INKSCAPE, tmp_path)
    assert isinstance(plain, LineDrawing) and isinstance(written, LineDrawing)
    assert (plain.width, plain.height) == (80, 40)
    (one,), (other,) = plain.outlines, written.outlines
    assert one.path == (
        Step("move", ((0, 0),)), Step("line", ((40, 0),)), Step("line", ((40, 20),)), Step("close"),
    )  # fmt: skip
    assert (other.path, other.pen) == (one.path, one.pen)
    assert one.pen.even_odd and one.pen.fill == "#C81E1E"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<style>path{fill:red}</style>", "style"),
        ("<defs><style>path{fill:red}</style></defs>", "style"),
        ("<script>x()</script>", "script"),
        ("<text>Ekskolan</text>", "text"),
        ('<image href="https://example.org/a.png"/>', "image"),
        ('<use href="#a"/>', "use"),
        ('<g style="opacity:0.5"/>', "opacity"),
        ('<g style="display:none"/>', "display"),
        ('<path d="M0 0L1 1" filter="url(#a)"/>', "filter"),
        ('<path d="M0 0L1 1" fill="url(#a)"/>', "url(#a)"),
        ('<path d="M0 0L1 1" clip-path="url(#a)"/>', "clip-path"),
        ('<g onload="x()"/>', "onload"),
        ('<g transform="scale(1,3)"/>', "scale(1,3)"),
        ('<g transform="matrix(1,0,1,1,0,0)"/>', "matrix(1,0,1,1,0,0)"),
    ],
)
def test_what_could_be_seen_and_is_not_known_is_told(inside: str, said: str, tmp_path: Path) -> None:
    """Nothing that may change a logo is left out: it is a problem with its line, and with what to do."""
    (only,) = problems(PLAIN.replace(SQUARE, SQUARE + inside), tmp_path)
    assert said in only


@pytest.mark.parametrize(
    "data",
    [
        "GIF89a",
        "\ufeff",
        b"\xff\xd8\xff\xe0JFIF",
        PLAIN.replace('viewBox="10 20 80 40"', ""),
        PLAIN.replace("80 40", "0 40"),
        PLAIN.replace("80 40", "4000 4"),
        PLAIN.replace("10 20 80 40", "0 0 1e-300 1e-300"),
        PLAIN.replace("10 20 80 40", "0 0 0.01 0.01"),
        PLAIN.replace("M10 20", "M٩ 20"),
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hosts">]>' + PLAIN,
        PLAIN + " " * LOGO_DRAWING_BYTES,
        b"\x89PNG\r\n\x1a\n" + bytes(LOGO_BYTES),
    ],
)
def test_what_is_no_logo_is_told(data: bytes | str, tmp_path: Path) -> None:
    """Other files, a drawing without a size, one that is a line, a document type, and what is too large."""
    assert problems(data, tmp_path)


def png(image: Image.Image, **options: object) -> bytes:
    """Return a picture as a PNG."""
    file = BytesIO()
    image.save(file, "PNG", **options)
    return file.getvalue()


@pytest.mark.parametrize("side", [0.01, 0.1, 1, 24, 9999])
def test_a_logo_is_as_fine_in_any_measure(side: float, tmp_path: Path) -> None:
    """A page has hundredths: a drawing in small numbers, of a square of one in two, is counted in larger ones."""
    body = f'<rect width="{side / 2}" height="{side / 2}"/>'
    made = logo(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">{body}</svg>', tmp_path)
    assert isinstance(made, LineDrawing)
    assert made.width == made.height == pytest.approx(max(side, 50))
    (outline,) = made.outlines
    assert max(x for step in outline.path for x, _ in step.points) == pytest.approx(made.width / 2)
    assert drawing_code(made)


NOTHING = ["", *(SQUARE.replace("#C81E1E", each) for each in ("none", "white", "#FEFEFE", 'none" stroke="#FFF'))]
NOTHING += [SQUARE.replace("M10 20L50 20L50 40Z", "M500 500h9v9z"), f"<defs>{SQUARE}</defs>"]
CLEAR, BRIGHT = Image.new("RGBA", (9, 9), (0, 0, 0, 0)), Image.new("L", (9, 9), 250)


@pytest.mark.parametrize("data", [*(PLAIN.replace(SQUARE, each) for each in NOTHING), *map(png, (CLEAR, BRIGHT))])
def test_a_logo_that_nobody_sees_is_told(data: bytes | str, tmp_path: Path) -> None:
    """White on white, clear, outside its own edges or empty: the letter would come without a sender's mark."""
    (only,) = problems(data, tmp_path)
    assert "syns inte" in only


@pytest.mark.parametrize("paint", ['fill="#FFF" stroke="#C81E1E"', 'fill="#FFFF00"', "", 'transform="translate(79.5)"'])
def test_a_logo_of_which_something_is_seen_is_one(paint: str, tmp_path: Path) -> None:
    """A line around white, a light colour, the black that nobody named, a corner inside."""
    assert logo(PLAIN.replace(SQUARE, f'<rect x="10" y="20" width="9" height="9" {paint}/>'), tmp_path)


def test_no_more_is_looked_for_than_is_told(tmp_path: Path) -> None:
    """A file with a fault everywhere is left after so many that nobody reads them."""
    with pytest.raises(ProblemsFound) as found:
        logo(PLAIN.replace(SQUARE, "<text/>" * 50_000), tmp_path)
    assert PROBLEMS < len(found.value.problems) <= 20 * PROBLEMS


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_dots_are_seen_on_white(mode: str, tmp_path: Path) -> None:
    """A picture of any kind of dots has its colours, grey ones as grey; where it lets through there is white."""
    dark = Image.new("RGB", (4, 2), "#204060" if mode in ("P", "RGB", "RGBA") else "#000000")
    dark = dark.quantize(2) if mode == "P" else dark.convert(mode)
    clear = mode.endswith("A")
    if clear:
        dark.putpixel((3, 1), (0, 0, 0, 0)[-len(mode) :])
    made = logo(png(dark), tmp_path, "logotyp.png")
    assert isinstance(made, Raster)
    assert (made.width, made.height, made.channels) == (4, 2, 3 if mode in ("P", "RGB", "RGBA") else 1)
    one = b"\x20\x40\x60" if made.channels == 3 else b"\x00"
    assert made.samples == one * 7 + (b"\xff" * made.channels if clear else one)


def test_nothing_of_a_picture_but_its_dots_goes_further(tmp_path: Path) -> None:
    """Names, places and profiles in the file are in no part of what is read."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Anna Svensson")
    notes.add_text("Comment", "Storgatan 1", zip=True)
    picture = Image.new("RGB", (3, 3), "red")
    data = png(picture, pnginfo=notes, icc_profile=b"Anna", exif=b"Exif\0\0Anna", dpi=(300, 300))
    assert logo(data, tmp_path, "logotyp.png") == Raster(3, 3, 3, b"\xff\x00\x00" * 9)


def test_a_large_picture_is_made_as_fine_as_it_is_seen(tmp_path: Path) -> None:
    """It keeps its proportions and its colour."""
    made = logo(png(Image.new("RGB", (2400, 1200), "#336699")), tmp_path, "logotyp.png")
    assert isinstance(made, Raster)
    assert (made.width, made.height) == (660, 330)
    assert set(made.samples) == {0x33, 0x66, 0x99}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(Image.new("1", (LOGO_SIDE + 1, 9))), "bildpunkter"),
        (png(Image.new("I;16", (9, 9))), "8 bitar"),
        (png(Image.new("L", (99, 9)))[:50], "skadad"),
        (png(Image.new("L", (99, 9))).replace(b"IDAT", b"IDAX"), "skadad"),
        (png(Image.new("L", (9, 9)), save_all=True, append_images=[Image.new("L", (9, 9), 9)]), "rör sig"),
        (png(Image.new("L", (130, 10))), "gånger så bred"),
    ],
)
def test_what_is_no_picture_of_dots_is_told(data: bytes, said: str, tmp_path: Path) -> None:
    """Too many dots, more bits than are shown, a damaged file, one that moves, one that is a line."""
    (only,) = problems(data, tmp_path, "logotyp.png")
    assert said in only


def test_a_bomb_is_told_before_it_goes_off(tmp_path: Path) -> None:
    """A small file that says it is huge is not unpacked."""
    head = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    start = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + head + zlib.crc32(head).to_bytes(4, "big")
    rest = png(Image.new("RGB", (9, 9)))[33:]
    (only,) = problems(start + rest, tmp_path, "logotyp.png")
    assert "60000" in only


@given(st.data())
def test_a_spoiled_picture_is_told_or_read(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Whatever bytes are changed in a PNG, it is read as dots, or told in words."""
    whole = bytearray(png(Image.effect_noise((20, 12), 60).convert("P")))
    for at in data.draw(st.lists(st.integers(8, len(whole) - 1), min_size=1, max_size=4)):
        whole[at] = data.draw(st.integers(0, 255))
    folder = tmp_path_factory.getbasetemp()
    try:
        made = logo(bytes(whole), folder, "spoiled.png")
    except ProblemsFound:
        assert problems(bytes(whole), folder, "spoiled.png")
    else:
        assert isinstance(made, Raster)
        assert len(made.samples) == made.width * made.height * made.channels


@pytest.mark.parametrize("name", ["../logotyp.svg", "saknas.svg", "mapp", "/etc/hosts"])
def test_a_logo_lies_beside_its_plan(name: str, tmp_path: Path) -> None:
    """What is not a file in the plan's folder is told where the plan names it."""
    folder = tmp_path / "planer"
    (folder / "mapp").mkdir(parents=True)
    (tmp_path / "logotyp.svg").write_text(PLAIN, encoding="utf-8")
    file = TomlFile({"logo": name}, folder / "plan.toml", {"logo": 3})
    assert read_logo(file.root, "logo", folder) is None
    (problem,) = file.close()
    assert problem.place == Place(folder / "plan.toml", 3, "logo")
    assert problem.hint and name in problem.message.text(NullTranslations())


def test_a_logo_is_the_same_only_as_itself() -> None:
    """Two logos are never taken for each other, however alike."""
    art = Raster(1, 1, 1, b"\x00")
    assert Logo(art) != Logo(art)
