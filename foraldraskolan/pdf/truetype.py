"""A subset of a TrueType font with composed glyphs added, cut down to the tables that a PDF embeds.

HarfBuzz subsets and pins the variable axes; what it cannot do is to make one glyph of a letter's skeleton and its dots.
Table and field names are those of the OpenType specification.
"""

import struct

import uharfbuzz as hb

from foraldraskolan.record import record
from foraldraskolan.typeset.fonts import COMPOSED, Face

_EMBEDDED = ("cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep")
# Flags of a component: arguments are words, arguments are x and y, more components follow.
_WORDS, _XY, _MORE = 0x0001, 0x0002, 0x0020


@record
class Subset:
    """A font file's bytes, and where each glyph asked for is in it."""

    data: bytes
    glyphs: dict[int, int]


def subset(face: Face, glyphs: list[int]) -> Subset:
    """Return a font with just these glyphs of a face, its composed ones included."""
    plain = {part[0] for glyph in glyphs for part in face.parts(glyph)}
    request = hb.SubsetInput()
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    request.glyph_set.update(plain)
    request.pin_all_axes_to_default(face.hb_face)
    request.pin_axis_location(face.hb_face, "wght", float(face.weight))
    plan = hb.SubsetPlan(face.hb_face, request)
    font = plan.execute()
    where = plan.old_to_new_glyph_mapping
    tables = {tag: bytes(font.reference_table(tag).data) for tag in _EMBEDDED if tag in font.table_tags}
    upem = font.upem
    found = {glyph: where[glyph] for glyph in plain}
    composed = [glyph for glyph in glyphs if glyph >= COMPOSED]
    if composed:
        made = [([(where[g], x, y) for g, x, y in face.parts(each)], face.width(each)) for each in composed]
        first = _add_composed(tables, made, upem)
        found.update({glyph: first + index for index, glyph in enumerate(composed)})
    return Subset(_font_file(tables), {glyph: found[glyph] for glyph in glyphs})


def _add_composed(tables: dict[str, bytes], composed: list[tuple[list[tuple[int, int, int]], int]], upem: int) -> int:
    """Append composite glyphs (parts and width, in 1/1000 em) to a font's tables and return the index of the first."""
    count: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
    offsets = _loca(tables, count)
    metrics = _metrics(tables, count)
    outlines = bytearray(tables["glyf"][: offsets[-1]])
    for parts, width in composed:
        scaled = [(glyph, round(x * upem / 1000), round(y * upem / 1000)) for glyph, x, y in parts]
        boxes = [_bounds(tables["glyf"], offsets, part) for part in scaled]
        seen = [box for box in boxes if box]
        low_x = min((box[0] for box in seen), default=0)
        if seen:
            low_y, high_x, high_y = min(b[1] for b in seen), max(b[2] for b in seen), max(b[3] for b in seen)
            outlines += struct.pack(">hhhhh", -1, low_x, low_y, high_x, high_y)
            for index, (glyph, x, y) in enumerate(scaled):
                flags = _WORDS | _XY | (_MORE if index + 1 < len(scaled) else 0)
                outlines += struct.pack(">HHhh", flags, glyph, x, y)
            outlines += b"\0" * (-len(outlines) % 4)
        offsets.append(len(outlines))
        metrics.append((round(width * upem / 1000), low_x))
    total = count + len(composed)
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{total + 1}I", *offsets)
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]  # long offsets
    tables["hmtx"] = b"".join(struct.pack(">Hh", *metric) for metric in metrics)
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", total)
    tables["maxp"] = _maxp(tables["maxp"], total, max(len(parts) for parts, _ in composed))
    return count


def _loca(tables: dict[str, bytes], count: int) -> list[int]:
    if struct.unpack_from(">h", tables["head"], 50)[0]:
        return list(struct.unpack_from(f">{count + 1}I", tables["loca"]))
    return [2 * offset for offset in struct.unpack_from(f">{count + 1}H", tables["loca"])]


def _metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """Return each glyph's advance and left side bearing."""
    full = struct.unpack_from(">H", tables["hhea"], 34)[0]
    data = tables["hmtx"]
    metrics: list[tuple[int, int]] = [struct.unpack_from(">Hh", data, 4 * index) for index in range(full)]
    last = metrics[-1][0]
    for index in range(count - full):
        metrics.append((last, struct.unpack_from(">h", data, 4 * full + 2 * index)[0]))
    return metrics


def _bounds(glyf: bytes, offsets: list[int], part: tuple[int, int, int]) -> tuple[int, int, int, int] | None:
    glyph, x, y = part
    if offsets[glyph] == offsets[glyph + 1]:
        return None
    low_x, low_y, high_x, high_y = struct.unpack_from(">hhhh", glyf, offsets[glyph] + 2)
    return low_x + x, low_y + y, high_x + x, high_y + y


def _maxp(data: bytes, glyphs: int, components: int) -> bytes:
    fields = list(struct.unpack(">I14H", data[:32]))
    fields[1] = glyphs
    # Generous bounds: a composite has at most all points and contours of its components.
    fields[4] = max(fields[4], fields[2] * components)
    fields[5] = max(fields[5], fields[3] * components)
    fields[13] = max(fields[13], components)
    fields[14] = max(fields[14], 1) + 1  # a component may itself be a composite of the font
    return struct.pack(">I14H", *fields)


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Return a font file of these tables, with the directory and checksums that OpenType asks for."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    offset = len(header) + 16 * count
    directory, body = b"", b""
    for tag in sorted(tables):
        data = tables[tag]
        padded = data + b"\0" * (-len(data) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag.encode(), checksum, offset + len(body), len(data))
        body += padded
    return header + directory + body
