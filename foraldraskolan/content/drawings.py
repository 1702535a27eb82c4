"""The files of line drawings: SVG of one size and of plain shapes, inside the material."""

from pathlib import Path
from xml.etree import ElementTree

from foraldraskolan.content.toml import Table
from foraldraskolan.problems import message

VIEW_BOX = "0 0 200 150"  # every drawing is four wide and three high, so that they stand in rows
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = ("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon")


def drawing_file(table: Table, folder: Path) -> Path:
    """Return the drawing that the key file of a table names; what is not one in this folder is a problem."""
    name = table.text("file")
    path = folder / name
    if not name:
        return path
    if not path.resolve().is_relative_to(folder.resolve()):
        table.report("file", message("Bilden {file} ligger utanför mappen pictures.", file=name))
    elif not path.is_file():
        table.report("file", message("Bilden {file} finns inte.", file=name))
    else:
        _expect_drawing(table, path)
    return path


def _expect_drawing(table: Table, path: Path) -> None:
    try:
        root = ElementTree.parse(path).getroot()  # noqa: S314  # the author's own file; expat refuses bombs
    except (ElementTree.ParseError, UnicodeDecodeError, OSError):
        table.report("file", message("Bilden {file} är ingen SVG-fil.", file=path.name))
        return
    if root.get("viewBox") != VIEW_BOX:
        what = message("Bilden {file} har inte måtten {box}.", file=path.name, box=VIEW_BOX)
        table.report("file", what, message('Skriv viewBox="{box}" i filens första rad.', box=VIEW_BOX))
    strange = sorted({each.tag.removeprefix(_SVG) for each in root.iter()} - set(_SHAPES))
    if strange:
        what = message("Bilden {file} har annat än enkla former: {names}.", file=path.name, names=", ".join(strange))
        table.report("file", what, message("Rita med {shapes}.", shapes=", ".join(_SHAPES[1:])))
