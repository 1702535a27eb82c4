"""What is painted on a page and what readers of PDF give for it, as words to compare."""

import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from foraldraskolan.layout.page import Miniature, Page
from foraldraskolan.typeset.glyphs import Line

_SCRIPT = Path(__file__).parent / "pdfjs_text.mjs"
_PDFJS = Path(os.environ.get("PDFJS_DIST", "node_modules/pdfjs-dist"))
_NODE = shutil.which("node")
HAS_PDFJS = _NODE is not None and _PDFJS.is_dir()
# What no one sees: zero width space, soft hyphen (pdfium gives U+FFFE for it), marks of direction that poppler adds.
_UNSEEN = dict.fromkeys((0x200B, 0xAD, 0xFFFE, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def words(text: str) -> list[str]:
    """Return the words of a text; a no-break space is a space."""
    return unicodedata.normalize("NFC", text.translate(_UNSEEN)).split()


def painted(page: Page) -> Iterator[str]:
    """Yield the text of every line on a page in the order it is painted, its characters in the order of the text."""
    for placed in page.items:
        if isinstance(placed.item, Line):
            yield "".join(_text(placed.item))
        elif isinstance(placed.item, Miniature):
            yield from painted(placed.item.page)


def said(page: Page) -> str:
    """Return the text of a page in the order it is painted; a line that ends inside a word runs on into the next."""
    parts: list[str] = []
    for placed in page.items:
        if isinstance(placed.item, Line):
            parts += [*_text(placed.item), "" if placed.item.goes_on else " "]
        elif isinstance(placed.item, Miniature):
            parts += [said(placed.item.page), " "]
    return "".join(parts)


def _text(line: Line) -> Iterator[str]:
    for run in line.runs:
        yield "".join(reversed(run.texts) if run.rtl else run.texts)


def pdfium(data: bytes) -> list[str]:
    """Return the text of each page as Chrome and Edge copy it."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def pdfjs(files: Sequence[Path]) -> list[list[str]]:
    """Return the text of each page of each file as Firefox copies it; only where node and pdfjs-dist are."""
    command = [str(_NODE), str(_SCRIPT), str(_PDFJS), *map(str, files)]
    found: list[list[str]] = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=300).stdout)
    return found
