"""Type 0 fonts: one code for every pair of a glyph and the text it stands for.

So ToUnicode never has to choose: a hyphen that the layout added and one that the author wrote are the same glyph with
different codes. Embedded are CIDFontType2 subsets with Identity-H (ISO 32000-1, 9.7).
"""

from foraldraskolan.pdf.cells import turned
from foraldraskolan.pdf.objects import Objects, add, name, stream
from foraldraskolan.pdf.truetype import subset
from foraldraskolan.typeset.fonts import Face
from foraldraskolan.typeset.glyphs import GlyphRun, Word

_BLOCK = 100  # entries that one beginbfchar may hold
_MOST = 16384  # words that are remembered as they are painted: thousands of letters have names and made words


class FontUse:
    """What one document uses of one face: its codes, in the order they were first painted."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.codes: dict[tuple[int, str], str] = {}
        self.widths: dict[int, int] = {}
        self.glyphs = _Glyphs(self)
        self._words = _Words(self)

    def show(self, run: GlyphRun, before: str = "") -> str:
        """Return the operator that shows a run's words, kerned as HarfBuzz says, after a move of the pen.

        It ends with the last glyph as wide as the font says: pdfium does not move the pen behind that.
        """
        shown = "".join(map(self._words.__getitem__, run.words))
        return f"[{before}<{shown[: shown.rindex('>')] if shown.endswith('<') else shown}>] TJ"

    def code(self, glyph: int, text: str) -> str:
        """Return the four hexadecimal digits that paint a glyph which stands for this text."""
        key = (glyph, text)
        code = self.codes.get(key)
        if code is None:
            code = self.codes[key] = f"{len(self.codes) + 1:04X}"
            self.widths.setdefault(glyph, self.face.width(glyph))
        return code

    def add_to(self, document: Objects) -> str:
        """Write the font's objects and return the reference to it."""
        glyphs = list(dict.fromkeys(glyph for glyph, _ in self.codes))
        font = subset(self.face, glyphs)
        title = name(_tag(len(glyphs), self.resource) + "+" + self.face.name)
        tag = self.resource
        file = stream(document, font.data, f"{tag}-file", {"Length1": str(len(font.data))})
        indices = [0, *(font.glyphs[glyph] for glyph, _ in self.codes)]
        gids = stream(document, b"".join(i.to_bytes(2, "big") for i in indices), f"{tag}-gids", {})
        unicode_map = stream(document, self._to_unicode().encode("ascii"), f"{tag}-unicode", {})
        # A glyph without width has half a unit here, less than a font program can say: see copying.py.
        widths = " ".join(str(self.widths[glyph] or 0.5) for glyph, _ in self.codes)
        extents = self.face.hb_font.get_font_extents("ltr")
        descriptor = add(
            document,
            f"<< /Type /FontDescriptor /FontName {title} /Flags 4 /FontBBox [-500 {extents.descender} 2000 "
            f"{extents.ascender}] /ItalicAngle {-12 if 'Italic' in self.face.name else 0} "
            f"/Ascent {extents.ascender} /Descent {extents.descender} /CapHeight 714 "
            f"/StemV {50 + self.face.weight // 8} /FontFile2 {file} >>",
            f"{tag}-descriptor",
        )
        descendant = add(
            document,
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {title} /CIDSystemInfo << /Registry (Adobe) "
            f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} /DW 0 /W [1 [{widths}]] "
            f"/CIDToGIDMap {gids} >>",
            f"{tag}-descendant",
        )
        return add(
            document,
            f"<< /Type /Font /Subtype /Type0 /BaseFont {title} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant}] /ToUnicode {unicode_map} >>",
            tag,
        )

    def _to_unicode(self) -> str:
        """Return the ToUnicode CMap (ISO 32000-1, 9.10.3)."""
        entries = [f"<{code}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in self.codes.items()]
        blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin",
                "12 dict begin",
                "begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                "/CMapName /Adobe-Identity-UCS def",
                "/CMapType 2 def",
                "1 begincodespacerange",
                "<0000> <FFFF>",
                "endcodespacerange",
                *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
                "endcmap",
                "CMapName currentdict /CMap defineresource pop",
                "end",
                "end",
            ]
        )


class _Glyphs(dict[tuple[int, str, int], str]):
    """What goes into a TJ array for a glyph, its text and advance: its code, and how far the next one moves nearer."""

    def __init__(self, use: FontUse) -> None:
        self._use = use

    def __missing__(self, key: tuple[int, str, int]) -> str:
        glyph, text, advance = key
        code = self._use.code(glyph, text)
        kern = self._use.widths[glyph] - advance
        self[key] = f"{code}>{kern}<" if kern else code
        return self[key]


class _Words(dict[Word, str]):
    """What goes into a TJ array for a word: most words of a document come often."""

    def __init__(self, use: FontUse) -> None:
        self._use = use

    def __missing__(self, word: Word) -> str:
        texts = map(turned, word.texts) if word.rtl else word.texts
        shown = map(self._use.glyphs.__getitem__, zip(word.ids, texts, word.advances, strict=True))
        if len(self) == _MOST:
            self.clear()
        self[word] = "".join(shown)
        return self[word]


def _tag(count: int, resource: str) -> str:
    """Return the six capitals that mark a subset: from its size and place in the file, the same each time."""
    number = count * 100 + int(resource[1:])
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(ord("A") + letter)
    return letters
