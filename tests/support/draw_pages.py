"""Draw README's picture from real pages: python tests/support/draw_pages.py PACK .readme/pages.png."""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

# File, page counted from 0, left and top in pixels, width in pixels.
_PLACES = (
    ("presentation-sv.pdf", 3, 16, 16, 420),
    ("presentation-sv.pdf", 10, 16, 268, 420),
    ("leaflet-ar.pdf", 0, 452, 16, 345),
    ("leaflet-so.pdf", 1, 813, 16, 345),
)
_SIZE = (1174, 520)
_COLOURS = 64  # enough for flat pages, and a small file


def main(pack: Path, picture: Path) -> None:
    """Draw some pages of a pack side by side."""
    sheet = Image.new("RGB", _SIZE, "#8A949A")
    for name, number, left, top, width in _PLACES:
        page = pypdfium2.PdfDocument(pack / name)[number]
        drawn = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        sheet.paste(drawn, (left, top))
    sheet.quantize(_COLOURS).save(picture, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
