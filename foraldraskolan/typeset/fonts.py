"""Which face has this character? The fonts come from packages, chosen to stand beside each other on a page.

Noto Sans carries Latin, Cyrillic and Greek; Noto Naskh Arabic is what Arabic readers meet in books and stands well
beside it when it is set a little larger; others of its kin carry one script each. All are variable fonts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

from foraldraskolan.scripts import SCRIPTS

COMPOSED = 0x10000  # ids from here on are our own composed glyphs, beyond any glyph of a font
Parts = tuple[tuple[int, int, int], ...]  # (glyph, dx, dy) of each part of a composed glyph


@dataclass(frozen=True)
class Family:
    """A family's font files in their packages, and how much larger than nominal it is set."""

    name: str
    package: str
    upright: str
    italic: str | None = None
    scale: float = 1.0
    scripts: tuple[str, ...] = ()


def _family(name: str, package: str, upright: str, italic: str | None = None) -> Family:
    own = [script for script in SCRIPTS.values() if script.typeface == name]
    return Family(name, package, upright, italic, own[0].size, tuple(script.code for script in own))


_NOTO_SANS, _NOTO_NASKH = "NotoSans", "NotoNaskhArabic"
FAMILIES = (
    _family(_NOTO_SANS, "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf", "files/NotoSans-Italic[wdth,wght].ttf"),
    _family(_NOTO_NASKH, "pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf"),
    *(
        _family(script.typeface, "manimgx_fonts", f"{script.typeface}[wght].ttf")
        for script in SCRIPTS.values()
        if script.typeface not in ("", _NOTO_SANS, _NOTO_NASKH)
    ),
)


@dataclass(eq=False)
class Face:
    """One instance of a font file: family, weight and slope, ready to shape with."""

    name: str
    path: Path
    weight: int
    scale: float
    _composed: dict[tuple[Parts, int], int] = field(default_factory=dict)
    _made: list[tuple[Parts, int]] = field(default_factory=list)

    @cached_property
    def hb_face(self) -> hb.Face:
        """Return the font file as HarfBuzz reads it."""
        return _hb_face(self.path)

    @cached_property
    def hb_font(self) -> hb.Font:
        """Return the instance of the weight, scaled to 1000 units an em."""
        font = hb.Font(self.hb_face)
        font.scale = (1000, 1000)
        font.set_variations({"wght": self.weight})
        return font

    @cached_property
    def characters(self) -> frozenset[str]:
        """Return every character that the face has a glyph for."""
        return _characters(self.path)

    def width(self, glyph: int) -> int:
        """Return the nominal advance of a glyph in 1/1000 of its size."""
        if glyph >= COMPOSED:
            return self._made[glyph - COMPOSED][1]
        return int(self.hb_font.get_glyph_h_advance(glyph))

    def compose(self, parts: Parts, width: int | None = None) -> int:
        """Return the id of one glyph made of (glyph, dx, dy) parts, as wide as the first if no width is given."""
        key = parts, self.width(parts[0][0]) if width is None else width
        glyph = self._composed.get(key)
        if glyph is None:
            glyph = self._composed[key] = COMPOSED + len(self._made)
            self._made.append(key)
        return glyph

    def parts(self, glyph: int) -> Parts:
        """Return what a glyph is made of."""
        return self._made[glyph - COMPOSED][0] if glyph >= COMPOSED else ((glyph, 0, 0),)

    def moved(self, glyph: int, dx: int, *, wider: bool) -> int:
        """Return a glyph whose outline stands `dx` further right of its origin; a wider one ends where it did."""
        parts = tuple((part, x + dx, y) for part, x, y in self.parts(glyph))
        return self.compose(parts, self.width(glyph) + dx * wider)

    @cached_property
    def blank(self) -> int:
        """Return a glyph that has neither outline nor width."""
        return self.compose((), 0)


@cache
def _hb_face(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


@cache
def _characters(path: Path) -> frozenset[str]:
    return frozenset(map(chr, _hb_face(path).unicodes))


@cache
def _folder(package: str) -> Path:
    # The location is looked up without running the package: importing a font package costs more than its font.
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent


@cache
def face(family: Family, weight: int, italic: bool) -> Face:
    """Return a family's instance; a family without italic stresses by weight, never by slanting its letters."""
    file = family.upright
    name = f"{family.name}-{weight}"
    if italic and family.italic:
        file, name = family.italic, name + "-Italic"
    elif italic:
        weight = min(weight + 200, 700)
        name = f"{family.name}-{weight}"
    return Face(name, _folder(family.package) / file, weight, family.scale)


@cache
def family_for(character: str, script: str) -> Family | None:
    """Return the family to set a character of this script in, or None if no family has it.

    Digits are always Noto Sans's, so that a phone number looks the same in every language.
    """
    own = [family for family in FAMILIES if script in family.scripts]
    order = [*own, *FAMILIES] if not character.isdigit() else FAMILIES
    for family in order:
        if character in _characters(_folder(family.package) / family.upright):
            return family
    return None


def missing(text: Iterable[str]) -> list[str]:
    """Return the characters that no font has, each once, in order."""
    return [each for each in dict.fromkeys(text) if each != "\u2028" and family_for(each, "Latn") is None]
