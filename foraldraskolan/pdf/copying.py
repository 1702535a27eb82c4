"""What a parent copies out of a right-to-left page is its text: how such a line is cut into pieces and painted.

A PDF holds glyphs at places; each reader guesses the text from them. Two readers matter most, and both were read and
measured (pdfium 159: Chrome, Edge; pdf.js 5.6: Firefox) with the lines of tests/pdf/test_copying.py:

- pdf.js keeps the order of the content, makes an item of what lies between two jumps to the left, and turns each item
  round by itself: the pieces of a line have to come in the order of the text. It forgets a space before such a jump,
  and does not see where a glyph with marks stands.
- pdfium sorts the pieces of a line by where they begin and cuts the line into segments: letters that run left, letters
  that run right, weak characters (digits, . , : / - + %, marks, the no-break space) and neutral ones. It puts the
  segments into the opposite order and turns round those that run left: `020-91 91 91` is five of them and comes out as
  `91 91 020-91`, www.1177.se as se.1177.www. It mirrors brackets, which pdf.js does not, and knows `/ActualText`,
  which pdf.js does not.

So here, in the order of what it gained of 47 lines (pdfium, pdf.js; glyphs in visual order: 4, 6):

1. A letter and its marks are one glyph, whose text is the marks and then the letter: either reader turns that round.
   Where weak characters follow, pdfium has to see the marks apart: then they are a glyph with the letter's outline.
2. Pieces are painted in the order of the text, the glyphs of each in visual order.
3. A space between weak characters is copied as a no-break space, so that a number to call is one segment.
4. Where pdfium's order would not be the text's (`_origins`), a piece begins further left than it looks: with a space,
   or with a glyph whose outline stands far from its origin.
5. A bracket that pdfium mirrors has its mirror image as `/ActualText`.
6. Where pdf.js would forget a space, a glyph without width that stands for U+200B and a space is painted, which pdfium
   leaves out. (pdf.js drops a glyph whose text begins with a space.)

What stays wrong: pdf.js adds a space where a bracket follows a marked letter (`(مهمّ )`), and pdfium resolves what NFKD
resolves (… is copied as three dots). Left-to-right lines are painted as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from unicodedata import bidirectional, category

from foraldraskolan.typeset.brackets import BRACKET_PAIRS
from foraldraskolan.typeset.glyphs import GlyphRun, Line

SPACER = "\u200b "  # the text of a space that only pdf.js sees
_NO_BREAK = "\u00a0"
_SPACES = (" ", _NO_BREAK)
_WEAK = {"EN", "AN", "NSM", "CS", "ES", "ET"}
_NEAR = 100  # font units; pdfium sees a gap where two pieces are further apart
_MARK_WIDTH = 20  # of a mark that stands apart
_STEP = 0.03  # points between two beginnings that pdfium is to tell apart
_PAIRS = ("«» ‹› <> “” ‘’ " + BRACKET_PAIRS).split()
_MIRRORED = {pair[0]: pair[1] for pair in _PAIRS} | {pair[1]: pair[0] for pair in _PAIRS}


@dataclass(slots=True)
class Show:
    """Glyphs of one style to paint at once, part by part, and the `/ActualText` that they carry, if any."""

    parts: list[GlyphRun]
    actual: str = ""


def shows(line: Line) -> Iterator[Show]:
    """Yield what a line of text is painted as, piece by piece in the order of the text."""
    if line.rtl:
        yield from _right_to_left(line)
        return
    for run in line.runs:
        yield Show([replace(run, texts=[_turned(text) for text in run.texts]) if run.rtl else run])


@cache
def _turned(text: str) -> str:
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


@dataclass(slots=True)
class _Cell:
    """A character of a line with its marks, or just the marks where pdfium has to see them apart."""

    run: int
    glyph: int  # in the order of the text
    text: str
    rtl: bool
    mark: bool = False
    kind: str = ""
    actual: str = ""
    apart: bool = False
    bare: bool = False  # its marks are painted apart

    @property
    def marked(self) -> bool:
        return _marked(self.text)


@dataclass(slots=True)
class _Piece:
    """Cells of one run that are painted at once, and where they begin and end on the line.

    `origin` is where the piece is painted from. A lead is a space before a piece that is painted from further left than
    it looks; a hint is one that takes no room, where pdfium would see no gap.
    """

    run: GlyphRun
    cells: list[_Cell]
    left: float
    right: float
    origin: float = 0
    lead: bool = False
    hint: bool = False
    painted: GlyphRun | None = None

    @property
    def weak(self) -> bool:
        return all(cell.kind == "W" for cell in self.cells)

    @property
    def blank(self) -> bool:
        return all(cell.text in _SPACES for cell in self.cells)

    @property
    def actual(self) -> str:
        return "".join(cell.actual for cell in self.cells)

    @property
    def unit(self) -> float:
        return self.run.style.size * self.run.face.scale / 1000


def _right_to_left(line: Line) -> Iterator[Show]:
    pieces = _pieces(line.runs)
    order = _pdfium_order(pieces)
    _origins(order, pieces)
    for piece in pieces:
        piece.painted = _painted(piece)
    for piece, after in pairwise(order):
        _rejoin(piece, after)
    for stretch, rest in _stretches(pieces):
        yield from _shown(stretch, rest)


def _shown(stretch: list[_Piece], rest: list[_Piece]) -> Iterator[Show]:
    """Yield what is painted of pieces that pdf.js is to see as one item, before the rest of the line."""
    last = stretch[-1]
    spacer = _needs_spacer(stretch, rest)
    if last.actual:
        yield Show(_brackets(last), last.actual)
    elif not last.run.rtl:
        yield from (Show([piece.painted]) for piece in stretch if piece.painted)
    else:
        inside = spacer and (last.cells[-1].marked or _mostly_letters(stretch))
        spacer = spacer and not inside
        parts: list[GlyphRun] = []
        for piece in reversed(stretch):
            # First in the content is last in the text. pdf.js does not see how wide a glyph with marks is.
            marked = piece.cells[-1].marked and not piece.cells[-1].mark
            if inside if piece is last else marked:
                parts.append(_spacer(piece, piece.left))
            if piece.painted:
                parts.append(piece.painted)
        yield Show(parts)
    if spacer:
        yield Show([_spacer(last, last.left if last.run.rtl else last.right)])


def _brackets(piece: _Piece) -> list[GlyphRun]:
    """Return brackets one by one in the order of the text: pdf.js does not turn round what has no letters."""
    parts: list[GlyphRun] = []
    for cell in piece.cells:
        one = _Piece(piece.run, [cell], 0, 0)
        _place(one)
        if cell.text not in _SPACES:
            parts.append(_painted(one))
        elif parts:
            parts.append(_spacer(one, one.left))
    # pdfium takes the whole text from the leftmost: where that ends, what stands to the right of all begins.
    wide, width = parts[-1], round((piece.right - parts[-1].x) / piece.unit)
    wide.ids[0], wide.advances[0] = wide.face.compose(wide.face.parts(wide.ids[0]), width), width
    return parts


def _mostly_letters(stretch: list[_Piece]) -> bool:
    """Tell whether pdf.js takes a stretch with a spacer for right-to-left text: if 3 in 10 characters are letters."""
    kinds = [cell.kind for piece in stretch for cell in piece.cells]
    return kinds.count("R") >= 0.3 * (len(kinds) + len(SPACER) + 2)


def _stretches(pieces: list[_Piece]) -> Iterator[tuple[list[_Piece], list[_Piece]]]:
    """Yield the pieces that belong to one item of pdf.js, and those that follow in the text."""
    start = 0
    for end in range(1, len(pieces) + 1):
        piece, after = pieces[end - 1], pieces[end] if end < len(pieces) else None
        if not (after and after.run is piece.run and piece.run.rtl and not piece.actual and not after.actual):
            yield pieces[start:end], pieces[end:]
            start = end


def _pieces(runs: Sequence[GlyphRun]) -> list[_Piece]:
    """Cut runs into what pdfium has to see apart; the texts of spaces and brackets become those to copy."""
    cells = _cells(runs)
    _set_spaces(cells)
    for cell in cells:
        cell.kind = _kind(cell.text)
    _set_actual(cells)
    _set_apart(cells)
    pieces: list[_Piece] = []
    for cell in cells:
        last = pieces[-1] if pieces else None
        if last and last.run is runs[cell.run] and _together(last, cell):
            last.cells.append(cell)
        else:
            pieces.append(_Piece(runs[cell.run], [cell], 0, 0))
    for piece in pieces:
        _place(piece)
    return pieces


def _together(piece: _Piece, cell: _Cell) -> bool:
    before = piece.cells[-1]
    if before.apart or cell.apart or bool(before.actual) != bool(cell.actual):
        return False
    if before.marked and cell.text == " ":
        return False
    return cell.rtl or before.kind == cell.kind


def _cells(runs: Sequence[GlyphRun]) -> list[_Cell]:
    cells: list[_Cell] = []
    for number, run in enumerate(runs):
        for glyph, text in enumerate(reversed(run.texts) if run.rtl else run.texts):
            before = cells[-1] if cells else None
            if before and before.rtl and before.marked and _kind(text) == "W" and _can_part(runs[before.run], before):
                # pdfium takes letter, mark and comma for letter, comma and mark, unless it sees the mark apart.
                marks = "".join(each for each in before.text if category(each) == "Mn")
                before.text, before.bare = "".join(each for each in before.text if category(each) != "Mn"), True
                cells.append(_Cell(before.run, before.glyph, marks, True, mark=True))
            cells.append(_Cell(number, glyph, " " if text == _NO_BREAK else text, run.rtl))
    return cells


def _can_part(run: GlyphRun, cell: _Cell) -> bool:
    return len(run.face.parts(run.ids[len(run.ids) - 1 - cell.glyph])) > 1


def _set_spaces(cells: list[_Cell]) -> None:
    """Make no-break spaces of spaces where pdfium needs them."""
    direction = "R"
    for index, cell in enumerate(cells):
        kind = _kind(cell.text)
        direction = kind if kind in "LR" else direction
        if cell.text == " " and 0 < index < len(cells) - 1 and _needs_no_break(cells, index, direction):
            cell.text = _NO_BREAK


def _needs_no_break(cells: list[_Cell], index: int, direction: str) -> bool:
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


def _set_actual(cells: list[_Cell]) -> None:
    """Give each bracket that pdfium mirrors its mirror image: those that follow right-to-left letters."""
    direction = "R"
    for cell in cells:
        if cell.kind in "LR":
            direction = cell.kind
        elif direction == "R" and cell.text in _MIRRORED:
            cell.actual = _MIRRORED[cell.text]
    # pdfium would put a neutral space before a bracket that has an ActualText behind it: it comes into that text.
    for before, cell, after in zip(cells, cells[1:], cells[2:], strict=False):
        if cell.text in _SPACES and after.actual and cell.run == after.run and (before.actual or cell.text == " "):
            cell.actual = " "


def _set_apart(cells: list[_Cell]) -> None:
    """Mark the right-to-left cells of each chain of weak ones that holds an island's weak end or marks of a letter."""
    for weak, chain in groupby(cells, lambda cell: cell.kind == "W"):
        found = list(chain)
        if weak and any(cell.mark or not cell.rtl for cell in found):
            for cell in found:
                cell.apart = cell.rtl


def _place(piece: _Piece) -> None:
    run, first, last = piece.run, piece.cells[0].glyph, piece.cells[-1].glyph
    start, end = (len(run.ids) - 1 - last, len(run.ids) - first) if run.rtl else (first, last + 1)
    piece.left = piece.origin = run.x + sum(run.advances[:start]) * piece.unit
    piece.right = piece.left + sum(run.advances[start:end]) * piece.unit


def _pdfium_order(pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces in the order from which pdfium makes the text: backwards, but weak segments forwards."""
    segments: list[list[_Piece]] = []
    for piece in pieces:
        before = segments[-1][-1] if segments else None
        if before and (_one_segment(before, piece) or (before.weak and piece.weak)):
            segments[-1].append(piece)
        else:
            segments.append([piece])
    return [piece for segment in reversed(segments) for piece in segment]


def _one_segment(piece: _Piece, after: _Piece) -> bool:
    """Tell whether two pieces of an island are one segment: their style changes, their kind does not."""
    return not piece.run.rtl and not after.run.rtl and piece.cells[-1].kind == after.cells[0].kind


def _origins(order: list[_Piece], pieces: list[_Piece]) -> None:
    """Set from where each piece is painted, so that they begin from left to right in pdfium's order."""
    where = {id(piece): index for index, piece in enumerate(pieces)}
    limit = float("inf")
    for at in range(len(order) - 1, -1, -1):
        piece = order[at]
        piece.origin = min(piece.left, limit)
        limit = piece.origin - _STEP
        if piece.origin < piece.left:
            # What is painted before it stands after it in the text; a space may be added only where one is. After a
            # space the lead leaves the piece's glyphs where pdf.js sees that space.
            before, index = order[at - 1] if at else None, where[id(piece)]
            follows = before is None or (where[id(before)] > index and before.cells[0].text == " ")
            piece.lead = follows and index > 0 and pieces[index - 1].cells[-1].text in _SPACES
            piece.hint = before is not None and before.blank and not piece.lead


def _painted(piece: _Piece) -> GlyphRun:
    run, face, cells = piece.run, piece.run.face, piece.cells
    first, last = cells[0].glyph, cells[-1].glyph
    start, end = (len(run.ids) - 1 - last, len(run.ids) - first) if run.rtl else (first, last + 1)
    ids, advances = run.ids[start:end], run.advances[start:end]
    texts = [_turned(cell.text) for cell in reversed(cells)] if run.rtl else [cell.text for cell in cells]
    offsets = {index - start: moved for index, moved in run.offsets.items() if start <= index < end}
    away = round((piece.left - piece.origin) / piece.unit)
    if cells[0].mark:  # pdfium wants to see it stand on the line: it gets the letter's outline, the letter the marks
        letter = tuple((part, x + away, y) for part, x, y in face.parts(ids[0])[:1])
        ids, advances, offsets = [face.compose(letter, _MARK_WIDTH)], [_MARK_WIDTH], {}
    elif away and piece.lead:
        ids, advances, texts = [face.space, *ids], [away, *advances], [" ", *texts]
        offsets = {index + 1: moved for index, moved in offsets.items()}
    elif away and not piece.blank:
        ids[0] = face.moved(ids[0], away, wider=True)
        advances[0] += away
    if piece.hint and not piece.blank and not cells[0].mark:
        ids, advances, texts = [face.space, *ids], [0, *advances], [" ", *texts]
        offsets = {index + 1: moved for index, moved in offsets.items()}
    if cells[-1].bare and len(cells) > 1:
        ids[0] = face.compose(face.parts(ids[0])[1:], face.width(ids[0]))
    return replace(run, ids=ids, texts=texts, advances=advances, offsets=offsets, x=piece.origin)


def _rejoin(piece: _Piece, after: _Piece) -> None:
    """Let a piece end where the next one in pdfium's order begins: else pdfium would see a gap and add a space."""
    if piece.painted is None or after.painted is None:
        return
    run, face = piece.painted, piece.run.face
    if run.texts[-1] == " " or after.painted.texts[0] == " ":
        return
    begins = piece.origin + sum(run.advances[:-1]) * piece.unit
    away = round((after.origin - begins) / piece.unit)
    gap = away - run.advances[-1]
    if gap > _NEAR:  # further right: as wide as it has to be
        run.ids[-1] = face.compose(face.parts(run.ids[-1]), away)
        run.advances[-1] = away
    elif away < -_NEAR and len(run.ids) > 1:  # further left: its last glyph stands there, its outline does not
        run.ids[-1] = face.moved(run.ids[-1], -away, wider=False)
        run.advances[-2] += away


def _needs_spacer(stretch: list[_Piece], rest: list[_Piece]) -> bool:
    """Tell whether pdf.js would lose the space after a stretch, or take its first glyph for one of the line before."""
    piece = stretch[-1]
    if all(each.blank for each in stretch):
        return False
    if piece.run.rtl and piece.cells[-1].marked:
        return True
    spaced = piece.cells[-1].text in _SPACES
    for after in rest:
        spaced = spaced or after.cells[0].text in _SPACES
        if not after.blank:
            ahead = after.left > piece.left and (after.lead or after.origin == after.left)
            return spaced and not ahead
    return False


def _spacer(piece: _Piece, x: float) -> GlyphRun:
    return replace(piece.run, ids=[piece.run.face.blank], texts=[SPACER], advances=[0], offsets={}, x=x)
