"""The logo that a plan names: a file of SVG or PNG beside the plan, checked, and read into dots or shapes of our own.

Nothing of the file but what is seen goes any further: no names, no dates, no place that a camera noted.
"""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.logo import Logo, Raster, is_seen
from foraldraskolan.inputs import is_inside, read_bytes
from foraldraskolan.limits import LOGO_BYTES, LOGO_DRAWING_BYTES, LOGO_PROPORTION, LOGO_SIDE
from foraldraskolan.material.logo_drawing import parse_logo
from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, collect, message

_PNG = b"\x89PNG\r\n\x1a\n"
_SIDES = 16, 20  # where a PNG says how wide and high it is: its first part is always the same
_MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA")
_GREY = ("1", "L", "LA")
_MOST = 330, 1900  # dots of height and width: 600 to an inch where a letter has it


def read_logo(table: TomlTable, key: str, folder: Path) -> Logo | None:
    """Return the logo that a key names, None if it names none; what is wrong with it is noted, at its place."""
    name = table.text(key, "")
    path = folder / name
    if not name:
        return None
    if not is_inside(path, folder):
        hint = message("Lägg filen i mappen, och skriv bara dess namn.")
        table.report(key, message("Logotypen {file} ligger utanför planens mapp.", file=name), hint)
    elif not os.path.exists(path):
        table.report(key, message("Logotypen {file} finns inte.", file=name), message("Den ska ligga bredvid planen."))
    elif not os.path.isfile(path):
        hint = message("Skriv namnet på en fil av SVG eller PNG.")
        table.report(key, message("Logotypen {file} är ingen fil med en bild.", file=name), hint)
    else:
        return collect(table.file.problems, lambda: parse(path))
    return None


def parse(path: Path) -> Logo:
    """Return the logo in a file; raise ProblemsFound with all that is wrong with it."""
    data = read_bytes(path, LOGO_BYTES)
    logo = Logo(_raster(data, path) if data.startswith(_PNG) else _drawing(data, path))
    if not 1 / LOGO_PROPORTION <= logo.proportion <= LOGO_PROPORTION:
        what = message(
            "Logotypen {file} är mer än {most} gånger så bred som hög, eller tvärtom.",
            file=path.name,
            most=LOGO_PROPORTION,
        )
        raise _found(path, what, message("Spara den i en annan form."))
    if not is_seen(logo):
        what = message("Logotypen {file} syns inte: allt i den är vitt, eller ligger utanför den.", file=path.name)
        raise _found(path, what, message("Spara den i svart eller i färg: papperet är vitt."))
    return logo


def _drawing(data: bytes, path: Path) -> LineDrawing:
    if len(data) > LOGO_DRAWING_BYTES:
        what = message("Logotypen {file} har mer än {most} byte.", file=path.name, most=LOGO_DRAWING_BYTES)
        raise _found(path, what, message("Spara den enklare, eller som PNG."))
    return parse_logo(data, path)


def _raster(data: bytes, path: Path) -> Raster:
    """Return the dots of a PNG on white; whatever colours it was made for, its numbers are taken for sRGB."""
    from PIL import Image, UnidentifiedImageError

    again = message("Spara den på nytt som PNG, eller använd SVG.")
    if data[12:16] != b"IHDR":
        raise _found(path, message("Logotypen {file} är en skadad PNG-fil.", file=path.name), again)
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in _SIDES)
    if max(width, height) > LOGO_SIDE:  # asked before anything is unpacked
        what = message(
            "Logotypen {file} har {width} × {height} bildpunkter; högst {most} på varje led är tillåtna.",
            file=path.name,
            width=width,
            height=height,
            most=LOGO_SIDE,
        )
        raise _found(path, what, message("Spara den mindre: {most} räcker.", most=_MOST[1]))
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as image:
            if image.mode not in _MODES:
                what = message("Logotypen {file} har mer än 8 bitar för varje färg.", file=path.name)
                raise _found(path, what, message("Spara den med 8 bitar, eller använd SVG."))
            if getattr(image, "is_animated", False):
                raise _found(path, message("Logotypen {file} rör sig.", file=path.name), again)
            grey = image.mode in _GREY
            seen = Image.new("RGBA", image.size, "white")
            seen.alpha_composite(image.convert("RGBA"))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, zlib.error, struct.error):
        raise _found(path, message("Logotypen {file} är en skadad PNG-fil.", file=path.name), again) from None
    flat = seen.convert("L" if grey else "RGB")
    smaller = min(_MOST[0] / flat.height, _MOST[1] / flat.width)
    if smaller < 1:
        size = max(round(flat.width * smaller), 1), max(round(flat.height * smaller), 1)
        flat = flat.resize(size, Image.Resampling.LANCZOS)
    return Raster(flat.width, flat.height, 1 if grey else 3, flat.tobytes())


def _found(path: Path, what: Message, hint: Message) -> ProblemsFound:
    return ProblemsFound([Problem(what, hint, Place(path))])
