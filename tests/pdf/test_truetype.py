"""Subsets with composed glyphs are fonts that others can read, and look as HarfBuzz says."""

import struct

import pytest
import uharfbuzz as hb

from foraldraskolan.pdf.truetype import subset
from foraldraskolan.typeset.fonts import COMPOSED, FAMILIES, Face, Family, face
from foraldraskolan.typeset.shape import Typeface, shape

ARABIC = next(family for family in FAMILIES if "Arab" in family.scripts)
TEXT = "المدرسة الأهلية للتعليم پچژگ ڕڵۆێ ثقيل شيء بُنيّ"
NEAR = 2  # thousandths of the size, for rounding to the font's own units
Extents = tuple[float, float, float, float]


def glyphs(chosen: Face) -> list[int]:
    """Return the glyphs of a text with all kinds of dots and marks, each once."""
    return list(
        dict.fromkeys(glyph for word in shape(TEXT, Typeface(chosen, "Arab", "ar", True)) for glyph in word.ids)
    )


def extents(font: hb.Font, glyph: int) -> Extents | None:
    """Return the left, bottom, right and top of a glyph's outline, None if it has none."""
    found = font.get_glyph_extents(glyph)
    if found is None or (found.width, found.height) == (0, 0):
        return None
    left, top = found.x_bearing, found.y_bearing
    return left, top + found.height, left + found.width, top


def expected(chosen: Face, glyph: int) -> Extents | None:
    """Return the box around all parts of a glyph, where they stand."""
    boxes = []
    for part, x, y in chosen.parts(glyph):
        box = extents(chosen.hb_font, part)
        if box:
            boxes.append((box[0] + x, box[1] + y, box[2] + x, box[3] + y))
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


@pytest.mark.parametrize("weight", [400, 700])
def test_composed_glyphs_look_like_their_parts(weight: int) -> None:
    """Each glyph of a subset has the box of its parts' outlines and the width that lines were set with."""
    chosen = face(ARABIC, weight, False)
    wanted = glyphs(chosen)
    assert any(glyph >= COMPOSED for glyph in wanted)
    made = subset(chosen, wanted)
    font = hb.Font(hb.Face(made.data))
    font.scale = (1000, 1000)
    for glyph in wanted:
        box, parts = extents(font, made.glyphs[glyph]), expected(chosen, glyph)
        assert (box is None) == (parts is None)
        if box and parts:
            assert box == pytest.approx(parts, abs=NEAR)
        assert font.get_glyph_h_advance(made.glyphs[glyph]) == pytest.approx(chosen.width(glyph), abs=NEAR)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_subset_is_a_whole_font_file(family: Family) -> None:
    """Its directory, checksums, numbers of glyphs and offsets agree with each other."""
    chosen = face(family, 400, False)
    letters = [int(chosen.hb_font.get_nominal_glyph(ord(each))) for each in sorted(chosen.characters)[40:60]]
    made = subset(chosen, [*letters, chosen.compose(((letters[0], 0, 0), (letters[1], 100, 50)), 700)])
    tables = directory(made.data)
    assert list(tables) == sorted(tables)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    assert count >= len(made.glyphs)
    assert max(made.glyphs.values()) < count
    offsets = struct.unpack(f">{count + 1}I", tables["loca"])
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] <= len(tables["glyf"])
    assert len(tables["hmtx"]) == 4 * count


def directory(data: bytes) -> dict[str, bytes]:
    """Return a font file's tables, their checksums compared."""
    tables = {}
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, checksum, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        table = data[start : start + length]
        padded = table + b"\0" * (-length % 4)
        assert sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF == checksum, tag
        tables[tag.decode()] = table
    return tables
