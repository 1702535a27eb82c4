"""The data of typesetting: spans go in, lines of glyph runs come out.

Lengths are points, but advances and offsets of glyphs are font units, 1/1000 of the run's size times its face's scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from foraldraskolan.record import record

if TYPE_CHECKING:
    from foraldraskolan.typeset.fonts import Face

Mark = tuple[tuple[int, ...], str]  # a node's address and which part of it: "" or "label"
ARTIFACT: Mark = ((), "artifact")  # what carries no meaning: rules, page numbers, a table head repeated


@record
class TextStyle:
    """How a span looks: size in points, weight on the scale of 100 to 900, colour as #RRGGBB."""

    size: float
    weight: int = 400
    italic: bool = False
    colour: str = "#1B2733"


@record
class Span:
    """Text of one style, language and mark; an isolate keeps its own direction, what is kept does not break."""

    text: str
    style: TextStyle
    language: str
    mark: Mark
    isolate: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Glyphs shaped in one go, in visual order. No face of ours shapes across a space: lines are joined of words.

    `texts` holds the characters behind each glyph, so text never parts from glyphs. Words are known by identity: what
    is made of one is made once.
    """

    text: str
    ids: tuple[int, ...]
    texts: tuple[str, ...]
    advances: tuple[int, ...]
    width: int
    rtl: bool = False

    def part(self, first: int, end: int) -> "Word":
        """Return the glyphs [first, end), counted in the order of the text, as a word."""
        count = len(self.ids)
        start, stop = (count - end, count - first) if self.rtl else (first, end)
        texts, advances = self.texts[start:stop], self.advances[start:stop]
        text = "".join(reversed(texts) if self.rtl else texts)
        return Word(text, self.ids[start:stop], texts, advances, sum(advances), self.rtl)


class GlyphRun(NamedTuple):
    """Words of one face, size, mark and direction in visual order, `x` points from the line's left edge."""

    face: "Face"
    style: TextStyle
    words: Sequence[Word]
    x: float
    width: float
    mark: Mark
    rtl: bool = False

    @property
    def unit(self) -> float:
        """How many points a font unit measures."""
        return self.style.size * self.face.scale / 1000

    @property
    def text(self) -> str:
        """The characters of the run, word by word in visual order."""
        return "".join([word.text for word in self.words])

    @property
    def ids(self) -> list[int]:
        """Every glyph of the run."""
        return [glyph for word in self.words for glyph in word.ids]

    @property
    def texts(self) -> list[str]:
        """The characters behind each glyph."""
        return [text for word in self.words for text in word.texts]

    @property
    def advances(self) -> list[int]:
        """How far each glyph moves the pen, in font units."""
        return [advance for word in self.words for advance in word.advances]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of text: its width in points, its runs in the order of the text, where in the paragraph it starts.

    `rtl` is the paragraph's direction, not the runs'; `measure` is how wide it may be, `over` by how much it is wider.
    It `goes_on` if the next line does without a space: it ends inside a word.
    """

    width: float
    runs: tuple[GlyphRun, ...]
    start: int
    rtl: bool = False
    measure: float = 0
    over: float = 0
    goes_on: bool = False
