"""The characters of a right-to-left line as pdfium and pdf.js have to see them to copy its text: see copying.py."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from unicodedata import bidirectional, category

from foraldraskolan.typeset.brackets import BRACKET_PAIRS
from foraldraskolan.typeset.glyphs import GlyphRun

NO_BREAK = "\u00a0"
SPACES = (" ", NO_BREAK)
_WEAK = {"EN", "AN", "NSM", "CS", "ES", "ET"}
_PAIRS = ("«» ‹› <> “” ‘’ " + BRACKET_PAIRS).split()
_MIRRORED = {pair[0]: pair[1] for pair in _PAIRS} | {pair[1]: pair[0] for pair in _PAIRS}


@cache
def turned(text: str) -> str:
    """Return the text of a right-to-left glyph in visual order, the marks of each letter before it."""
    if len(text) == 1:
        return text
    clusters: list[str] = []
    for character in text:
        if clusters and category(character) in ("Mn", "Cf"):
            clusters[-1] = clusters[-1][:-1] + character + clusters[-1][-1:]
        else:
            clusters.append(character)
    return "".join(reversed(clusters))


@cache
def _kind(text: str) -> str:
    """Return the kind of segment that pdfium puts a glyph's text in: L, R, W for weak or N for neutral."""
    found = bidirectional(text[0])
    return "L" if found == "L" else "R" if found in ("R", "AL") else "W" if found in _WEAK else "N"


@cache
def _marked(text: str) -> bool:
    return any(category(each) == "Mn" for each in text)


# What no rule below looks into is one cell: right-to-left letters without marks and the single spaces between them, or
# letters, or weak characters, that run right.
_RTL_CELLS = re.compile("R(?:S?R)+|.")
_LTR_CELLS = re.compile("L+|W+|.")


@cache
def _token(text: str) -> str:
    """Return the letter that stands for a glyph in the patterns above."""
    return "S" if text in SPACES else _kind(text) if len(text) == 1 else "M"


@dataclass(slots=True)
class Cell:
    """A stretch of a line that is copied as it is, or one character with its marks, or just the marks.

    `glyph` is its first of `count` glyphs, in the order of the text.
    """

    run: int
    glyph: int
    count: int
    text: str
    rtl: bool
    mark: bool = False
    kind: str = ""
    actual: str = ""
    apart: bool = False
    bare: bool = False  # its marks are painted apart
    room: float = 0  # points that it takes up to its right for a space that it stands for
    start: str = ""  # a space that stands before or behind it only in what pdfium sees
    end: str = ""

    @property
    def marked(self) -> bool:
        """Tell whether there are combining marks."""
        return _marked(self.text)


def cells_of(runs: Sequence[GlyphRun]) -> list[Cell]:
    """Return the characters of a line's runs in the order of the text, spaces and brackets as they are to be copied."""
    cells = _cells(runs)
    _set_spaces(cells)
    for cell in cells:
        cell.kind = _kind(cell.text)
    _set_actual(cells)
    cells = list(_with_room(cells, runs))
    _set_apart(cells)
    return cells


def _cells(runs: Sequence[GlyphRun]) -> list[Cell]:
    cells: list[Cell] = []
    for number, run in enumerate(runs):
        texts = run.texts[::-1] if run.rtl else run.texts
        for match in (_RTL_CELLS if run.rtl else _LTR_CELLS).finditer("".join(map(_token, texts))):
            glyph, end = match.span()
            text = "".join(texts[glyph:end])
            before = cells[-1] if cells else None
            if before and before.rtl and before.marked and match[0][0] == "W" and _can_part(runs[before.run], before):
                # pdfium takes letter, mark and comma for letter, comma and mark, unless it sees the mark apart.
                marks = "".join(each for each in before.text if category(each) == "Mn")
                before.text, before.bare = "".join(each for each in before.text if category(each) != "Mn"), True
                cells.append(Cell(before.run, before.glyph, 1, marks, True, mark=True))
            cells.append(Cell(number, glyph, end - glyph, " " if text == NO_BREAK else text, run.rtl))
    return cells


def _can_part(run: GlyphRun, cell: Cell) -> bool:
    return len(run.face.parts(run.ids[len(run.ids) - 1 - cell.glyph])) > 1


def _set_spaces(cells: list[Cell]) -> None:
    """Make no-break spaces of spaces where pdfium needs them."""
    direction = "R"
    for index, cell in enumerate(cells):
        kind = _kind(cell.text)
        direction = kind if kind in "LR" else direction
        if cell.text == " " and 0 < index < len(cells) - 1 and _needs_no_break(cells, index, direction):
            cell.text = NO_BREAK


def _needs_no_break(cells: list[Cell], index: int, direction: str) -> bool:
    before, cell, after = cells[index - 1 : index + 2]
    around = _kind(before.text), _kind(after.text)
    if not cell.rtl:  # between weak characters of an island it keeps them one segment
        return not before.rtl and not after.rtl and around == ("W", "W")
    if direction == "L":  # pdfium leaves neutral ones in visual order after letters that run right
        return "N" in around and "W" not in around
    # The neutral segment of brackets with an ActualText is to be the brackets alone.
    if after.text in _MIRRORED:
        return around[0] != "W" and not before.marked
    return around[1] == "R" and all(each.text in _MIRRORED for each in cells[max(index - 2, 0) : index])


def _set_actual(cells: list[Cell]) -> None:
    """Give each bracket that pdfium mirrors its mirror image: those that follow right-to-left letters."""
    direction = "R"
    for cell in cells:
        if cell.kind in "LR":
            direction = cell.kind
        elif direction == "R" and cell.text in _MIRRORED:
            cell.actual = _MIRRORED[cell.text]
    # pdfium would put a neutral space before a bracket that has an ActualText behind it: it comes into that text.
    for before, cell, after in zip(cells, cells[1:], cells[2:], strict=False):
        if cell.text in SPACES and after.actual and cell.run == after.run and (before.actual or cell.text == " "):
            cell.actual = " "


def _with_room(cells: list[Cell], runs: Sequence[GlyphRun]) -> Iterator[Cell]:
    """Yield the cells without the neutral spaces that pdfium would put on the wrong side of a bracket."""
    direction = "R"
    for before, cell, after in zip([None, *cells], cells, [*cells[1:], None], strict=False):
        direction = cell.kind if cell.kind in "LR" else direction
        if not (before and after and cell.rtl and cell.text == " " and not cell.actual):
            yield cell
        elif after.actual:
            after.actual, after.room = " " + after.actual, _width(cell, runs)
        elif direction == "L" and after.rtl and (before.kind, after.kind) == ("W", "N"):
            after.start, after.room, after.apart = " ", _width(cell, runs), True
        elif direction == "L" and before.rtl and (before.kind, after.kind) == ("N", "W"):
            before.end, before.apart = " ", True
        else:
            yield cell


def _width(cell: Cell, runs: Sequence[GlyphRun]) -> float:
    run = runs[cell.run]
    return run.advances[len(run.ids) - 1 - cell.glyph] * run.style.size * run.face.scale / 1000


def _set_apart(cells: list[Cell]) -> None:
    """Mark the right-to-left cells of each chain of weak ones that holds an island's weak end or marks of a letter."""
    for weak, chain in groupby(cells, lambda cell: cell.kind == "W"):
        found = list(chain)
        if weak and any(cell.mark or not cell.rtl for cell in found):
            for cell in found:
                cell.apart = cell.apart or cell.rtl
