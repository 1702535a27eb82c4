"""The characters of a right-to-left line as pdfium and pdf.js have to see them to copy its text: see copying.py."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate, groupby, zip_longest
from typing import NamedTuple
from unicodedata import bidirectional, category

from foraldraskolan.typeset.brackets import BRACKET_PAIRS
from foraldraskolan.typeset.glyphs import GlyphRun, Word

NO_BREAK = "\u00a0"
SPACES = frozenset((" ", NO_BREAK))
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
def kind_of(text: str) -> str:
    """Return the kind of segment that pdfium puts a glyph's text in: L, R, W for weak or N for neutral."""
    found = bidirectional(text[0])
    return "L" if found == "L" else "R" if found in ("R", "AL") else "W" if found in _WEAK else "N"


# The letters for what has one of its own in the patterns below; for other glyphs it is their kind.
_TOKENS = {" ": "S", NO_BREAK: "Z"} | dict.fromkeys(_MIRRORED, "B")


@cache
def _token(text: str) -> str:
    """Return the letter for a glyph in the patterns below: M is a right-to-left letter with marks."""
    if text in _TOKENS:
        return _TOKENS[text]
    kind = kind_of(text)
    return kind if len(text) == 1 else "X" if kind != "R" else "M" if _marked(text) else "R"


@cache
def _marked(text: str) -> bool:
    return any(category(each) == "Mn" for each in text)


# What no rule looks into is one cell: from a right-to-left letter to another, or letters, or weak characters, that run
# right. Rules look at brackets, and at the marks of a word's last letter or of one before a sign.
_RTL_PARTS, _LTR_PARTS = re.compile("(?P<R>(?:R|M(?=[RM]))+)|."), re.compile("L+|W+|.")
_RTL_CELLS = re.compile("R(?:(?:[SWN]*|Z)R)+|.")


class _Part(NamedTuple):
    """A part of a word that is in one cell, what it is copied as, the letter that stands for it, if it has marks."""

    word: Word
    text: str
    token: str
    marked: bool


@lru_cache(maxsize=16384)  # a language has few words
def _parts(word: Word) -> tuple[_Part, ...]:
    """Return the parts of a word in the order of the text."""
    texts = word.texts[::-1] if word.rtl else word.texts
    matches = (_RTL_PARTS if word.rtl else _LTR_PARTS).finditer("".join(map(_token, texts)))
    return tuple(_part(word, *match.span(), match.lastgroup or match[0][0]) for match in matches)


def _part(word: Word, first: int, end: int, token: str) -> _Part:
    """Return the glyphs [first, end) of a word, counted in the order of the text."""
    own = word if end - first == len(word.ids) else word.part(first, end)
    return _Part(own, " " if own.text == NO_BREAK else own.text, token, token != "R" and _marked(own.text))


@lru_cache(maxsize=16384)
def _is_plain(word: Word) -> bool:
    return word.rtl and all(part.token in "RSWN" for part in _parts(word))


def is_plain(run: GlyphRun) -> bool:
    """Tell whether a run is right-to-left words in which no rule looks at anything."""
    return all(map(_is_plain, run.words))


@dataclass(slots=True)
class Cell:
    """A stretch of a line that is copied as it is, or one character with its marks, or just the marks.

    `words` are its glyphs from left to right; they begin `at` font units from the left edge of the run.
    """

    run: GlyphRun
    words: list[Word]
    at: int
    width: int
    text: str
    kind: str
    marked: bool = False  # there are combining marks
    mark: bool = False
    actual: str = ""
    apart: bool = False
    bare: bool = False  # its marks are painted apart
    room: float = 0  # points that it takes up to its right for a space that it stands for
    start: str = ""  # a space that stands before or behind it only in what pdfium sees
    end: str = ""

    @property
    def count(self) -> int:
        """How many glyphs it has."""
        return sum([len(word.ids) for word in self.words])


def cells_of(runs: Sequence[GlyphRun], direction: str) -> list[Cell]:
    """Return the characters of a line's runs in the order of the text, spaces and brackets as they are to be copied.

    `direction` is R, or L where pdfium is told before the line that it runs right.
    """
    cells: list[Cell] = []
    for run in runs:
        cells += _cells(run)
    cells = list(_with_marks_apart(cells))
    _set_spaces(cells, direction)
    _set_actual(cells, direction)
    cells = list(_with_room(cells, direction))
    _set_apart(cells)
    return cells


def _cells(run: GlyphRun) -> list[Cell]:
    parts = [part for word in (reversed(run.words) if run.rtl else run.words) for part in _parts(word)]
    if not run.rtl or len(parts) == 1:
        edges = accumulate([part.word.width for part in parts], initial=0)
        return [
            Cell(run, [word], at, word.width, text, kind_of(text), marked)
            for (word, text, _, marked), at in zip(parts, edges, strict=False)
        ]
    cells: list[Cell] = []
    at = sum([word.width for word in run.words])
    for match in _RTL_CELLS.finditer("".join([part.token for part in parts])):
        own = parts[match.start() : match.end()]
        words = [part.word for part in reversed(own)]
        width = sum([word.width for word in words])
        at -= width
        text = "".join([part.text for part in own])
        cells.append(Cell(run, words, at, width, text, kind_of(text), own[-1].marked))
    return cells


def _with_marks_apart(cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells with the marks before a weak character in a cell of their own.

    pdfium takes letter, mark and comma for letter, comma and mark, unless it sees the mark apart.
    """
    for cell, after in zip_longest(cells, cells[1:]):
        yield cell
        if after and after.kind == "W" and len(after.text) == after.count and cell.run.rtl and _can_part(cell):
            marks = "".join(each for each in cell.text if category(each) == "Mn")
            yield replace(cell, text=marks, kind=kind_of(marks), mark=True)
            cell.text = "".join(each for each in cell.text if category(each) != "Mn")
            cell.bare, cell.marked = True, False


def _can_part(cell: Cell) -> bool:
    return cell.marked and len(cell.run.face.parts(cell.words[0].ids[0])) > 1


def _set_spaces(cells: list[Cell], direction: str) -> None:
    """Make no-break spaces of spaces where pdfium needs them."""
    for index, cell in enumerate(cells):
        direction = cell.kind if cell.kind in "LR" else direction
        if cell.text == " " and 0 < index < len(cells) - 1 and _needs_no_break(cells, index, direction):
            cell.text, cell.kind = NO_BREAK, kind_of(NO_BREAK)


def _needs_no_break(cells: list[Cell], index: int, direction: str) -> bool:
    before, cell, after = cells[index - 1 : index + 2]
    around = before.kind, after.kind
    if not cell.run.rtl:  # between weak characters of an island it keeps them one segment
        between = around == ("W", "W") or (direction == "R" and around == ("N", "N"))
        return not before.run.rtl and not after.run.rtl and between
    if direction == "L":  # pdfium leaves neutral ones in visual order after letters that run right
        return "N" in around and "W" not in around
    # The neutral segment of brackets with an ActualText is to be the brackets alone.
    if after.text in _MIRRORED:
        return around[0] != "W" and not before.marked
    return all(each.text in _MIRRORED for each in cells[max(index - 2, 0) : index])


def _set_actual(cells: list[Cell], direction: str) -> None:
    """Give each bracket that pdfium mirrors its mirror image: those that follow right-to-left letters."""
    for cell in cells:
        if cell.kind in "LR":
            direction = cell.kind
        elif direction == "R" and cell.text in _MIRRORED:
            cell.actual = _MIRRORED[cell.text]
    # pdfium turns round a neutral segment, but not one that is all ActualText.
    for neutral, chain in groupby(cells, lambda cell: cell.kind == "N"):
        found = list(chain)
        if neutral and any(cell.actual == "" and cell.text not in SPACES for cell in found):
            for cell in found:
                cell.apart = cell.actual != ""
    # pdfium would put a neutral space before a bracket that has an ActualText behind it: it comes into that text.
    for before, cell, after in zip(cells, cells[1:], cells[2:], strict=False):
        joined = cell.text == " " or (cell.text == NO_BREAK and before.actual != "" and cell.run.rtl)
        if joined and after.actual and not after.apart and cell.run is after.run:
            cell.actual = " "


def _with_room(cells: list[Cell], direction: str) -> Iterator[Cell]:
    """Yield the cells without the neutral spaces that pdfium would put on the wrong side of a bracket."""
    for before, cell, after in zip([None, *cells], cells, [*cells[1:], None], strict=False):
        direction = cell.kind if cell.kind in "LR" else direction
        if not (before and after and cell.run.rtl and cell.text == " " and not cell.actual):
            yield cell
        elif after.actual and not after.apart:
            after.actual, after.room = " " + after.actual, cell.width * cell.run.unit
        elif direction == "L" and after.run.rtl and (before.kind, after.kind) == ("W", "N"):
            after.start, after.room, after.apart = " ", cell.width * cell.run.unit, True
        elif direction == "L" and before.run.rtl and (before.kind, after.kind) == ("N", "W"):
            before.end, before.apart = " ", True
        else:
            yield cell


def _set_apart(cells: list[Cell]) -> None:
    """Mark the right-to-left cells of each chain of weak ones that holds an island's weak end or marks of a letter."""
    for weak, chain in groupby(cells, lambda cell: cell.kind == "W"):
        found = list(chain)
        between = [cell for cell in found if cell.text == NO_BREAK and not cell.actual]
        if weak and ((between and len(found) > 1) or any(cell.mark or not cell.run.rtl for cell in found)):
            for cell in found:
                cell.apart = cell.apart or cell.run.rtl
