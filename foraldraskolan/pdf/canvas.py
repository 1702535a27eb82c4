"""The content of pages: every piece is marked, and what opens closes by itself."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from foraldraskolan.document.logo import Logo
from foraldraskolan.layout.page import Dot, Emblem, Rect, Shape, Sketch, Symbol, Tick
from foraldraskolan.pdf.copying import shows
from foraldraskolan.pdf.drawing import colour, paint, round_path, symbol_path
from foraldraskolan.pdf.fonts import FontUse
from foraldraskolan.pdf.forms import box_path
from foraldraskolan.pdf.logos import add_logo
from foraldraskolan.pdf.neighbours import Setting
from foraldraskolan.pdf.objects import Objects, add, numbers, stream, text_string
from foraldraskolan.pdf.sketches import drawing_code
from foraldraskolan.pdf.tags import Painted
from foraldraskolan.typeset.fonts import Face
from foraldraskolan.typeset.glyphs import ARTIFACT, GlyphRun, Line, Mark, TextStyle


class TaggedCanvas:
    """Pages painted piece by piece, every piece marked with the node it belongs to or as an artifact.

    Coordinates are points from the top left corner, as in layout; PDF counts from the bottom. `parent` is the reference
    to what the pages hang from.
    """

    def __init__(self, document: Objects, parent: str) -> None:
        self._document = document
        self._parent = parent
        self._resources = add(document, self._written_resources, "Resources")
        self._named: list[str] = []
        self._logos: dict[Logo, str] = {}  # references, by what is painted
        self.fonts: dict[Face, FontUse] = {}
        self.painted: dict[Mark, list[Painted]] = {}
        self.page = -1
        self._width = self._height = 0.0
        self._mcid = 0
        self._open: Mark | None = None
        self._picture = False
        self._code: list[str] = []
        self._begins: dict[tuple[Face, TextStyle], tuple[str, FontUse]] = {}
        self._lines: dict[tuple[int, float, float, Setting], tuple[Line, list[tuple[Mark, float, str]]]] = {}
        self._digest = hashlib.md5(usedforsecurity=False)

    def begin(self, page: int, width: float, height: float) -> None:
        """Start the page with this index in the file, of this size in points."""
        self.page = page
        self._width, self._height = width, height
        self._mcid = 0
        self._open = None
        self._code = []

    def end(self, entries: str) -> str:
        """Finish the page with more entries in its dictionary and return the reference to it."""
        self._close()
        code = "\n".join(self._code).encode("latin-1")
        self._digest.update(code)
        content = stream(self._document, code, f"content{self.page}", {})
        corner = numbers(self._width, self._height, form="%.4f")
        page = (
            f"<< /Type /Page /Parent {self._parent} /MediaBox [0 0 {corner}] "
            f"/Resources {self._resources} /Contents {content} {entries} >>"
        )
        return add(self._document, page, f"page{self.page}")

    def close(self) -> str:
        """Write the fonts and return the digest of what is on the pages, which identifies the file."""
        self._named.extend(f"/{use.resource} {use.add_to(self._document)}" for use in self.fonts.values())
        return self._digest.hexdigest().upper()

    def _written_resources(self) -> str:
        logos = " ".join(f"/L{number} {reference}" for number, reference in enumerate(self._logos.values(), start=1))
        named = f" /XObject << {logos} >>" if logos else ""
        return f"<< /Font << {' '.join(self._named)} >>{named} >>"

    def _close(self) -> None:
        if self._open is not None:
            self._code.append("EMC")
            self._open = None

    def _mark(self, mark: Mark, top: float) -> None:
        """Open marked content unless it is open already: neighbours of one mark are one piece."""
        if self._picture or mark == self._open:
            return
        self._close()
        if mark == ARTIFACT:
            self._code.append("/Artifact BMC")
        else:
            self._code.append(f"/Span <</MCID {self._mcid}>> BDC")
            self.painted.setdefault(mark, []).append(Painted(self.page, self._mcid, self._height - top))
            self._mcid += 1
        self._open = mark

    @contextmanager
    def picture(self, x: float, y: float, scale: float, height: float, mark: Mark) -> Iterator[None]:
        """Paint what follows small at a position, all of it as one marked picture; `height` is the picture's own."""
        self._mark(mark, y)
        outer, self._height, self._picture = self._height, height, True
        size = numbers(scale, form="%.4f")
        self._code.append(f"q {size} 0 0 {size} {numbers(x, outer - y - height * scale)} cm")
        yield
        self._code.append("Q")
        self._height, self._picture = outer, False

    def box(self, x: float, y: float, box: Rect, mark: Mark) -> None:
        """Paint a rectangle."""
        self._mark(mark, y)
        bottom = self._height - y - box.height
        if box.radius:
            path = round_path(x, bottom, box.width, box.height, box.radius)
        else:
            path = f"{numbers(x, bottom, box.width, box.height)} re"
        self._code.append(paint(path, box.fill, box.stroke, box.thickness))

    def shape(self, x: float, y: float, shape: Shape, mark: Mark) -> None:
        """Paint a polygon, or a line through its points if it is only stroked."""
        self._mark(mark, y)
        points = [(x + px, self._height - y - py) for px, py in shape.points]
        path = " ".join(f"{numbers(px, py)} {'m' if i == 0 else 'l'}" for i, (px, py) in enumerate(points))
        code = paint(path + (" h" if shape.fill else ""), shape.fill, shape.stroke, shape.thickness)
        self._code.append(f"q [{numbers(*shape.dashes)}] 0 d {code} Q" if shape.dashes else code)

    def dot(self, x: float, y: float, dot: Dot, mark: Mark) -> None:
        """Paint a circle."""
        self._mark(mark, y)
        inset = dot.thickness / 2 if dot.stroke else 0
        size = dot.width - 2 * inset
        path = round_path(x + inset, self._height - y - dot.width + inset, size, size, size / 2)
        self._code.append(paint(path, dot.fill, dot.stroke, dot.thickness))

    def sketch(self, x: float, y: float, sketch: Sketch, mark: Mark) -> None:
        """Paint a line drawing."""
        self._mark(mark, y)
        scale = numbers(sketch.width / sketch.drawing.width, form="%.4f")
        place = f"{scale} 0 0 {scale} {numbers(x, self._height - y - sketch.height)} cm"
        self._code.append(f"q {place} {drawing_code(sketch.drawing)} Q")

    def emblem(self, x: float, y: float, emblem: Emblem, mark: Mark) -> None:
        """Paint a logo, which is in the file once."""
        self._mark(mark, y)
        if emblem.logo not in self._logos:
            self._logos[emblem.logo], digest = add_logo(self._document, emblem.logo, f"logo{len(self._logos) + 1}")
            self._digest.update(digest)
        number = [*self._logos].index(emblem.logo) + 1
        place = numbers(emblem.width, 0, 0, emblem.height, x, self._height - y - emblem.height)
        self._code.append(f"q {place} cm /L{number} Do Q")

    def symbol(self, x: float, y: float, symbol: Symbol, mark: Mark) -> None:
        """Paint the dark modules of a QR code as one path, so that no viewer leaves a gap between two."""
        self._mark(mark, y)
        scale = numbers(symbol.width / len(symbol.rows), form="%.4f")
        place = f"{scale} 0 0 {scale} {numbers(x, self._height - y - symbol.height)} cm"
        self._code.append(f"q {place} {symbol_path(symbol)} Q")

    def tick(self, x: float, y: float, tick: Tick) -> None:
        """Paint an empty box to tick with a pen."""
        self._mark(ARTIFACT, y)
        self._code.append(box_path(tick.width, x, self._height - y - tick.width))

    def line(self, x: float, y: float, line: Line, setting: Setting) -> None:
        """Paint a line of text with its baseline at y, as it stands on the page."""
        # The letters of a mailout have most of their lines in common, at the same place.
        key = id(line), x, self._height - y, setting
        known = self._lines.get(key)
        if known is None:
            known = self._lines[key] = line, list(self._shown(x, self._height - y, line, setting))
        for mark, size, code in known[1]:
            self._mark(mark, y - size)
            self._code.append(code)

    def _shown(self, x: float, baseline: float, line: Line, setting: Setting) -> Iterator[tuple[Mark, float, str]]:
        """Yield the mark, the size in points and the operators of each piece of a line."""
        for shown in shows(line, setting):
            run = shown.parts[0]
            begin, use = self._begun(run.face, run.style)
            code = f"{begin} {numbers(x + run.x, baseline)} Tm {_show(shown.parts, use)} ET"
            if shown.actual:
                code = f"/Span <</ActualText {text_string(shown.actual)}>> BDC {code} EMC"
            yield run.mark, run.style.size, code

    def _begun(self, face: Face, style: TextStyle) -> tuple[str, FontUse]:
        """Return the operators that begin text of a style, up to its place, and the font that it is in."""
        known = self._begins.get((face, style))
        if known is None:
            use = self.fonts.setdefault(face, FontUse(face, f"F{len(self.fonts) + 1}"))
            size = numbers(style.size * face.scale, form="%g")
            begin = f"BT {colour(style.colour)} rg /{use.resource} {size} Tf 1 0 0 1"
            known = self._begins[face, style] = begin, use
        return known


def _show(parts: Sequence[GlyphRun], use: FontUse) -> str:
    """Return the operators that show the parts of a run, one behind the other."""
    code = use.show(parts[0])
    for before, part in pairwise(parts):
        last = before.words[-1]
        wide = sum([word.width for word in before.words]) + before.face.width(last.ids[-1]) - last.advances[-1]
        gap = round(wide + (before.x - part.x) / part.unit)
        code += " " + use.show(part, f"{gap}" if gap else "")
    return code
