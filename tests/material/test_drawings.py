"""A drawing is read once, into shapes of our own, or refused in words: nothing else of it reaches a page."""

import math
import re
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.linedrawing import LineDrawing, Point, Step
from foraldraskolan.material.drawings import parse_drawing, read_drawing
from foraldraskolan.material.svg_path import path_steps
from foraldraskolan.material.toml import TomlFile
from foraldraskolan.pdf.sketches import drawing_code
from foraldraskolan.problems import Place, ProblemsFound

PICTURES = sorted((Path(__file__).parents[2] / "materials" / "pictures").glob("*.svg"))
TOKEN = re.compile(r"-?\d+\.\d\d|\d|\[[\d. ]*\]|re|rg|RG|[mlchfBSWnwJjd]|0|(?:0|1)?\.\d+|200|150")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a drawing may be written."""
    return tmp_path / "drawing.svg"


def svg(inside: str, *, opening: str = 'viewBox="0 0 200 150"') -> str:
    """Return the text of a drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" {opening}>\n{inside}\n</svg>'


def read(file: Path, text: str | bytes) -> LineDrawing:
    """Return the drawing that a text is."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return parse_drawing(file)


def told(file: Path, text: str | bytes) -> list[str]:
    """Return what is told of a text that is no drawing: the line, the attribute and the sentence of each problem."""
    with pytest.raises(ProblemsFound) as found:
        read(file, text)
    assert all(problem.place and problem.place.file == file for problem in found.value.problems)
    places = [str(problem.place).removeprefix(f"{file}").removeprefix(":") for problem in found.value.problems]
    said = [problem.message.text(NullTranslations()) for problem in found.value.problems]
    return [f"{place} {each}".strip() for place, each in zip(places, said, strict=True)]


WRONG = {
    '<path d="M 1 Z"/>': "2:d d i path går inte att läsa: Z.",
    '<path d="10 10 L 5 5"/>': "2:d d i path går inte att läsa: 10 10 L 5 5.",
    '<path d="M 1 1 L nan 5"/>': "2:d d i path går inte att läsa: nan 5.",
    '<path d="M 1 1 X 5 5"/>': "2:d d i path går inte att läsa: X 5 5.",
    '<path d="M 1 1 A 5 5 0 2 1 9 9"/>': "2:d d i path går inte att läsa: 2 1 9 9.",
    '<path d="M 1e308 1e308 L -1e308 1e308"/>': "2 path ligger långt utanför bilden.",
    '<path d="M 0 0 A 1e308 1e308 0 0 1 9 9"/>': "2:d d i path går inte att läsa: M 0 0 A 1e308 1e308 0 0 1 9 9.",
    '<path d="M 0 0 A 5 5 1e999 0 1 9 9"/>': "2:d d i path går inte att läsa: M 0 0 A 5 5 1e999 0 1 9 9.",
    '<path d=""/>': "2:d path saknar d.",
    "<path/>": "2:d path saknar d.",
    '<circle cx="abc" cy="1" r="5"/>': "2:cx cx i circle går inte att läsa: abc.",
    '<circle cx="nan" cy="1" r="5"/>': "2:cx cx i circle går inte att läsa: nan.",
    '<circle cx="inf" cy="1" r="5"/>': "2:cx cx i circle går inte att läsa: inf.",
    '<circle cx="1e999" cy="1" r="5"/>': "2:cx cx i circle går inte att läsa: 1e999.",
    '<circle cx="10px" cy="1" r="5"/>': "2:cx cx i circle går inte att läsa: 10px.",
    '<circle cx="1" cy="1"/>': "2:r circle saknar r.",
    '<circle cx="1" cy="1" r="0"/>': "2:r r i circle går inte att läsa: 0.",
    '<circle cx="1" cy="1" r="-5"/>': "2:r r i circle går inte att läsa: -5.",
    '<ellipse cx="1" cy="1" rx="4"/>': "2:ry ellipse saknar ry.",
    '<rect x="1" y="1" width="5"/>': "2:height rect saknar height.",
    '<rect width="5" height="5" rx="-1"/>': "2:rx rx i rect går inte att läsa: -1.",
    '<polygon points="1,2 3"/>': "2:points points i polygon går inte att läsa: 1,2 3.",
    '<polyline points="1,2 x,4"/>': "2:points points i polyline går inte att läsa: 1,2 x,4.",
    '<g transform="skewX(5)"/>': "2:transform transform i g går inte att läsa: skewX(5).",
    '<g transform="scale(2 3)"/>': "2:transform transform i g går inte att läsa: scale(2 3).",
    '<g transform="rotate()"/>': "2:transform transform i g går inte att läsa: rotate().",
    '<g transform="rotate(1e999)"/>': "2:transform transform i g går inte att läsa: rotate(1e999).",
    '<g fill="url(#a)"/>': "2:fill fill i g går inte att läsa: url(#a).",
    '<g stroke="rgb(1,2,3)"/>': "2:stroke stroke i g går inte att läsa: rgb(1,2,3).",
    '<g stroke-width="-1"/>': "2:stroke-width stroke-width i g går inte att läsa: -1.",
    '<g stroke-linecap="oval"/>': "2:stroke-linecap stroke-linecap i g går inte att läsa: oval.",
    '<g stroke-dasharray="0 0"/>': "2:stroke-dasharray stroke-dasharray i g går inte att läsa: 0 0.",
    '<g style="fill:red"/>': "2:style g kan inte ha style.",
    '<g onload="x()"/>': "2:onload g kan inte ha onload.",
    "<script>x()</script>": "2 Bilden drawing.svg har annat än enkla former: script.",
    "<text>ord</text>": "2 Bilden drawing.svg har annat än enkla former: text.",
    '<image href="https://example.org/a.png"/>': "2 Bilden drawing.svg har annat än enkla former: image.",
    '<svg viewBox="0 0 200 150"/>': "2 Bilden drawing.svg har annat än enkla former: svg.",
    '<g xmlns="http://example.org/"/>': "2 Bilden drawing.svg har annat än enkla former: http://example.org/ g.",
    '<circle cx="1" cx="2" r="5"/>': "2 Bilden drawing.svg är ingen SVG-fil.",
    "<g>": "3 Bilden drawing.svg är ingen SVG-fil.",
    "<?xml-stylesheet href='a.css'?>": "2 Bilden har en DOCTYPE eller en instruktion (<?).",
}


@pytest.mark.parametrize("inside", WRONG)
def test_what_is_no_drawing_is_told(inside: str, file: Path) -> None:
    """Each fault is told in words, with the line and the attribute."""
    assert told(file, svg(inside))[:1] == [WRONG[inside]]


@pytest.mark.parametrize("opening", ["", 'viewBox="0 0 0 0"', 'viewBox="0 0 150 200"', 'viewBox="0 0 nan 150"'])
def test_every_drawing_has_one_size(opening: str, file: Path) -> None:
    """A drawing of another size, or of none, is refused."""
    assert told(file, svg("", opening=opening)) == ["1 Bilden drawing.svg har inte måtten 0 0 200 150."]


def test_all_is_told_at_once(file: Path) -> None:
    """Reading goes on after a fault."""
    inside = '<circle cx="x" cy="y" r="5"/>\n<path d="M 1 Z"/>\n<use href="#a"/>'
    assert [each.split()[0] for each in told(file, svg(inside, opening=""))] == ["1", "2:cx", "2:cy", "3:d", "4"]


def test_no_entity_grows(file: Path) -> None:
    """A document type is where reading ends: no entity is read, of this file or of another."""
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hosts">]>\n'
    assert told(file, bomb + svg("&b;&c;")) == ["1 Bilden har en DOCTYPE eller en instruktion (<?)."]


def test_a_file_that_is_too_large_is_not_read(file: Path) -> None:
    """A drawing is small, whatever fills its file."""
    assert told(file, svg(" " * 100_000)) == ["Filen är för stor: den har mer än 100000 byte."]


@pytest.mark.parametrize("name", ["loop.svg", "missing.svg", "ä" * 300])
def test_a_file_that_is_not_there_is_told_where_it_is_named(name: str, tmp_path: Path) -> None:
    """A link to itself and a name that no file can have are no files."""
    (tmp_path / "loop.svg").symlink_to("loop.svg")
    file = TomlFile({"file": name}, tmp_path / "pictures.toml", {"file": 3})
    assert read_drawing(file.root, tmp_path) == LineDrawing()
    (problem,) = file.close()
    assert problem.place == Place(tmp_path / "pictures.toml", 3, "file")
    assert problem.message.text(NullTranslations()) == f"Bilden {name} finns inte."


def test_depth_has_no_limit_of_its_own(file: Path) -> None:
    """Groups inside groups are read one after the other, and each moves what is in it."""
    deep = 5_000
    drawing = read(
        file, svg("<g>" * deep + '<g transform="translate(2)"><line x2="5" stroke="red"/></g>' + "</g>" * deep)
    )
    assert drawing.outlines[0].path == (Step("move", ((2, 0),)), Step("line", ((7, 0),)))


def test_scales_cannot_add_up_to_what_no_number_holds(file: Path) -> None:
    """A thousand enlargements inside each other are told, and no number overflows."""
    many = 300
    inside = '<g transform="scale(10000)">' * many + '<path d="M1,1L2,2"/>' + "</g>" * many
    assert told(file, svg(inside)) == ["2 path ligger långt utanför bilden."]


@pytest.mark.parametrize("name", ["utf-16", "latin-1", "cp1252"])
def test_an_encoding_that_is_named_is_read(name: str, file: Path) -> None:
    """A file says how it is encoded."""
    assert read(file, f'<?xml version="1.0" encoding="{name}"?>\n{svg("")}'.encode(name)) == LineDrawing()


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 9, b"\xff\xfe", b'<?xml version="1.0" encoding="utf-99"?><svg/>', b"GIF89a"]
)
def test_what_is_no_xml_is_told(data: bytes, file: Path) -> None:
    """Other files are refused."""
    assert [each.endswith("är ingen SVG-fil.") for each in told(file, data)] == [True]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_our_drawings_are_drawings(picture: Path) -> None:
    """Each drawing of the material is read, and lies inside its size."""
    outlines = parse_drawing(picture).outlines
    assert outlines
    for x, y in (point for outline in outlines for step in outline.path for point in step.points):
        assert -5 <= x <= 205
        assert -5 <= y <= 155


NUMBERS = (
    st.floats(allow_nan=True, allow_infinity=True)
    | st.integers(-300, 300)
    | st.sampled_from(["", "abc", "1e999", "-", "9" * 400])
)
DATA = st.lists(st.tuples(st.sampled_from("MmLlHhVvCcSsQqTtAaZz"), st.lists(NUMBERS, max_size=7)), max_size=5).map(
    lambda parts: "M0,0" + "".join(command + " ".join(map(str, numbers)) for command, numbers in parts)
)
ATTRIBUTES = {
    "path": ("d",),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polygon": ("points",),
}


@st.composite
def shapes(draw: st.DrawFn) -> str:
    """Return an element with whatever in its attributes."""
    kind = draw(st.sampled_from(sorted(ATTRIBUTES)))
    values: dict[str, object] = {}
    for key in ATTRIBUTES[kind]:
        numbers = st.lists(NUMBERS, min_size=1, max_size=6).map(lambda each: " ".join(map(str, each)))
        values[key] = draw(DATA if key == "d" else numbers if key == "points" else NUMBERS)
    values["stroke"] = draw(st.sampled_from(["#000", "none", "red", "blå"]))
    values["stroke-width"] = draw(NUMBERS)
    values["transform"] = f"rotate({draw(NUMBERS)}) scale({draw(NUMBERS)}) translate({draw(NUMBERS)} {draw(NUMBERS)})"
    kept = draw(st.sets(st.sampled_from(sorted(values))))
    return f"<{kind} " + " ".join(f'{key}="{value}"' for key, value in values.items() if key in kept) + "/>"


@given(st.lists(shapes(), min_size=1, max_size=3))
def test_any_drawing_is_told_or_drawn_in_numbers(tmp_path_factory: pytest.TempPathFactory, inside: list[str]) -> None:
    """Whatever stands in a drawing, it is told with a place, or all of its numbers are small and its operators ours."""
    file = tmp_path_factory.getbasetemp() / "any.svg"
    code, problems = "", ()
    try:
        code = drawing_code(read(file, svg("\n".join(inside))))
    except ProblemsFound as found:
        problems = found.problems
    assert code or problems
    assert all(problem.place and problem.place.line for problem in problems)
    assert [token for token in code.replace("] 0 d", "] d").split() if not TOKEN.fullmatch(token)] == []


POINTS = st.tuples(st.integers(-100, 100), st.integers(-100, 100))


@given(st.lists(st.tuples(st.sampled_from("LCQ"), st.lists(POINTS, min_size=3, max_size=3)), min_size=1, max_size=6))
def test_relative_is_absolute_counted_from_where_it_is(parts: list[tuple[str, list[Point]]]) -> None:
    """A path in relative steps is the same path as in absolute ones."""
    absolute, relative, at = "M 3 4", "m 3 4", (3.0, 4.0)
    for command, points in parts:
        used = points[: {"L": 1, "C": 3, "Q": 2}[command]]
        absolute += command + " ".join(f"{x},{y}" for x, y in used)
        relative += command.lower() + " ".join(f"{x - at[0]},{y - at[1]}" for x, y in used)
        at = used[-1]
    assert rounded(path_steps(absolute)) == rounded(path_steps(relative))


def rounded(steps: tuple[Step, ...]) -> list[tuple[str, list[Point]]]:
    """Return steps with their numbers as fine as a page has them."""
    return [(step.kind, [(round(x, 6) + 0.0, round(y, 6) + 0.0) for x, y in step.points]) for step in steps]


def test_shorthands_are_what_they_are_short_for() -> None:
    """H, V, S, T, repeated and run-together arguments say what their long forms do."""
    for short, long in {
        "M1 2H5V9h-1v-2": "M1 2L5 2L5 9L4 9L4 7",
        "M1 2 3 4m1 1 1 1": "M1 2L3 4M4 5L5 6",
        "M0-.5.5.25": "M0 -0.5 L0.5 0.25",
        "M0 0C1 1 2 2 3 0S5 1 6 0": "M0 0C1 1 2 2 3 0C4 -2 5 1 6 0",
        "M0 0Q1 2 2 0T4 0": "M0 0Q1 2 2 0Q3 -2 4 0",
        "M0 0a5 5 0 0110 0": "M0 0A5,5,0,0,1,10,0",
        "M1 1L2 2ZL9 9": "M1 1L2 2ZM1 1L9 9",
    }.items():
        assert rounded(path_steps(short)) == rounded(path_steps(long))


@given(st.floats(0, 2 * math.pi), st.floats(0.2, 6), st.booleans())
def test_an_arc_of_a_circle_lies_on_it(first: float, angle: float, sweep: bool) -> None:
    """Its curves go round the middle at the radius, in even steps, the way it was to go and as far."""
    turn = angle if sweep else -angle
    ends = [(50 + 40 * math.cos(each), 60 + 40 * math.sin(each)) for each in (first, first + turn)]
    (ax, ay), (bx, by) = ends
    large = int(angle > math.pi)
    steps = path_steps(f"M {ax!r} {ay!r} A 40 40 0 {large} {int(sweep)} {bx!r} {by!r}")
    for count, step in enumerate(steps[1:], start=1):
        here = first + turn * count / (len(steps) - 1)
        expected = (50 + 40 * math.cos(here), 60 + 40 * math.sin(here))
        assert step.points[-1] == pytest.approx(expected, abs=0.01)
        assert math.dist(step.points[0], (50, 60)) <= 40 * 1.15
    assert steps[-1].points[-1] == pytest.approx((bx, by))
