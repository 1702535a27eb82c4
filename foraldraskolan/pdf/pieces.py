"""Pieces of a line in the order in which pdfium reads them: where each begins and ends for it: see copying.py."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from foraldraskolan.pdf.cells import SPACES, Cell, cells_of
from foraldraskolan.typeset.glyphs import GlyphRun, Word

ZERO_WIDTH = "\u200b"  # text that no reader shows, and Chrome does not copy
NEAR = 100  # font units; pdfium sees a gap where two pieces are further apart
FAR = 28000  # font units; an outline of the widest glyph cannot stand further from its origin
WIDEST = 65000  # font units; a glyph cannot be wider
STEP = 0.03  # points between two beginnings that pdfium is to tell apart
_MARK_WIDTH = 20  # of a mark that stands apart
_SEEN = 4  # of a blank that lets pdfium see the one before it


@dataclass(slots=True)
class Piece:
    """Cells of one run that are painted at once, and where they begin and end on the line.

    `origin` is where the piece is painted from, `place` is its place in pdfium's order. A lead is a space before a
    piece that is painted from further left than it looks; a hint is one that takes no room, where pdfium would see no
    gap. `words` are what is painted.
    """

    run: GlyphRun
    unit: float
    cells: list[Cell]
    left: float
    right: float
    origin: float
    weak: bool
    blank: bool
    actual: str
    lead: str = ""
    hint: str = ""
    place: int = 0
    words: list[Word] = field(default_factory=list)
    until: float = 0  # where the next piece in pdfium's order begins

    @property
    def near(self) -> str:
        """The text beside which pdfium puts what begins right after the piece."""
        return self.cells[0 if self.run.rtl else -1].text

    @property
    def leftmost(self) -> Cell:
        """The cell that stands furthest left."""
        return self.cells[-1 if self.run.rtl else 0]

    @property
    def rightmost(self) -> Cell:
        """The cell that stands furthest right."""
        return self.cells[0 if self.run.rtl else -1]

    def painted(self) -> GlyphRun:
        """Return the words to paint, where they begin."""
        return self.run._replace(words=self.words, x=self.origin)


def arranged(runs: Sequence[GlyphRun], direction: str, limit: float) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of a line in the order of the text, and in pdfium's.

    `direction` is R, or L where pdfium is told before the line that it runs right; all begin left of the `limit`.
    """
    pieces = _pieces(runs, direction)
    order = _pdfium_order(pieces, direction)
    _origins(order, pieces, limit)
    for index, piece in enumerate(pieces):
        beside = [each.cells[-1].text for each in pieces[:index][-1:]]
        beside += [each.cells[0].text for each in pieces[index + 1 : index + 2]]
        neutral = piece.cells[0].kind == "N" and not SPACES.issuperset(beside)
        if not piece.actual and not neutral and _is_alone(piece):
            piece.actual = piece.cells[0].text
        piece.words = words_of(piece, last=piece is pieces[-1])
    for piece, after in pairwise(order):
        piece.until = after.origin
        _rejoin(piece, after)
    order[-1].until = order[-1].right
    return pieces, order


def _pieces(runs: Sequence[GlyphRun], direction: str) -> list[Piece]:
    """Cut runs into what pdfium has to see apart; the texts of spaces and brackets become those to copy."""
    found: list[list[Cell]] = []
    for cell in cells_of(runs, direction):
        was, direction = direction, cell.kind if cell.kind in "LR" else direction
        if found and _together(found[-1][-1], cell, was):
            found[-1].append(cell)
        else:
            found.append([cell])
    return [piece_of(cells) for cells in found]


def _together(before: Cell, cell: Cell, direction: str) -> bool:
    if before.run is not cell.run or before.apart or cell.apart or bool(before.actual) != bool(cell.actual):
        return False
    if before.marked and cell.text == " ":
        return False
    if direction == "L" and cell.run.rtl and "N" in (before.kind, cell.kind):
        return False
    return cell.run.rtl or (before.kind == cell.kind and (cell.kind != "N" or direction == "L" or cell.actual != ""))


def piece_of(cells: list[Cell]) -> Piece:
    """Return the piece of some cells of one run, in the order of the text, which begins where it looks."""
    first, run = cells[0], cells[0].run
    unit = run.unit
    left = run.x + min(first.at, cells[-1].at) * unit
    right = left + sum([cell.width for cell in cells]) * unit + first.room
    weak, blank = {cell.kind for cell in cells} == {"W"}, SPACES.issuperset([cell.text for cell in cells])
    return Piece(run, unit, cells, left, right, left, weak, blank, "".join([cell.actual for cell in cells]))


def _pdfium_order(pieces: list[Piece], direction: str) -> list[Piece]:
    """Return the pieces in the order from which pdfium makes the text: segments backwards, each as it reads it."""
    segments: list[list[Piece]] = []
    for piece in pieces:
        before = segments[-1][-1] if segments else None
        if before and _one_segment(before, piece, direction):
            segments[-1].append(piece)
        else:
            segments.append([piece])
        direction = next((cell.kind for cell in reversed(piece.cells) if cell.kind in "LR"), direction)
    return [piece for segment in reversed(segments) for piece in segment]


def _one_segment(piece: Piece, after: Piece, direction: str) -> bool:
    """Tell whether pdfium leaves two pieces in one segment as they follow each other, behind letters that run so."""
    kind = piece.cells[-1].kind
    if kind == "N":
        return direction == "L" and after.cells[0].kind == "N"
    return kind == after.cells[0].kind and ((piece.weak and after.weak) or not (piece.run.rtl or after.run.rtl))


def _origins(order: list[Piece], pieces: list[Piece], limit: float) -> None:
    """Set from where each piece is painted, so that they begin from left to right in pdfium's order."""
    where = {id(piece): index for index, piece in enumerate(pieces)}
    for at in range(len(order) - 1, -1, -1):
        piece, before = order[at], order[at - 1] if at else None
        piece.place = at
        piece.origin = min(piece.left, limit)
        if piece.origin < piece.left:
            # What is painted before it stands after it in the text; a space may be added only where one is. After a
            # space the lead leaves the piece's glyphs where pdf.js sees that space.
            index = where[id(piece)]
            follows = before is None or (where[id(before)] > index and before.near == " " and not before.actual)
            if follows and index > 0 and pieces[index - 1].cells[-1].text in SPACES:
                piece.lead = " "
            elif before and before.blank:
                piece.hint = before.cells[0].text
            elif before is None and piece.cells[0].kind != "N":
                piece.hint = " "  # pdfium sees no new line where the first glyph is wide and low
        limit = piece.origin - STEP


def _is_alone(piece: Piece) -> bool:
    """Tell whether a piece is one glyph that is read from the left, and begins where it looks."""
    return (
        not (piece.blank or piece.run.rtl or piece.hint)
        and piece.origin == piece.left
        and sum(cell.count for cell in piece.cells) == 1
    )


def words_of(piece: Piece, *, last: bool = False) -> list[Word]:
    """Return what is painted of a piece: its words, with what lets pdfium see where it is in its order."""
    face, cells = piece.run.face, piece.cells
    words = [word for cell in (reversed(cells) if piece.run.rtl else cells) for word in _copied(cell)]
    away = round((piece.left - piece.origin) / piece.unit)
    if cells[0].mark:  # pdfium wants to see it stand on the line: it gets the letter's outline, the letter the marks
        letter = tuple((part, x + min(away, FAR), y) for part, x, y in face.parts(words[0].ids[0])[:1])
        words = [with_glyph(words[0], 0, face.compose(letter, _MARK_WIDTH), _MARK_WIDTH)]
    elif away and piece.lead:
        words.insert(0, blank(_lead(piece), piece.lead, away))
    elif away > FAR and not piece.blank:
        words[:0] = _blanks(piece, away)
    elif away and not piece.blank:
        words[0] = with_glyph(words[0], 0, face.moved(words[0].ids[0], away, wider=True), words[0].advances[0] + away)
    if piece.blank and not last:  # pdfium does not see one blank glyph
        words.append(blank(_lead(piece), cells[-1].text, _SEEN))
    hint = piece.hint or cells[0].start
    if hint and not piece.blank and not cells[0].mark:
        words.insert(0, blank(_lead(piece), hint, 1))  # pdf.js looks again where it is one unit off
    if cells[-1].end:
        words.append(blank(_lead(piece), cells[-1].end, 0))
    if cells[-1].bare and (len(words) > 1 or len(words[0].ids) > 1):
        marks = face.parts(words[0].ids[0])[1:]
        words[0] = with_glyph(words[0], 0, face.compose(marks, face.width(words[0].ids[0])), words[0].advances[0])
    return words


def _copied(cell: Cell) -> list[Word]:
    """Return the words of a cell with the text to copy: that of a single glyph may have changed."""
    texts = cell.words[0].texts
    return (
        cell.words
        if len(texts) > 1 or texts[0] == cell.text or len(cell.words) > 1
        else [_saying(cell.words[0], cell.text)]
    )


@lru_cache(maxsize=1024)  # spaces, letters without their marks
def _saying(word: Word, text: str) -> Word:
    return replace(word, text=text, texts=(text,))


def blank(glyph: int, text: str, advance: int) -> Word:
    """Return a blank glyph that stands for a text, a space for two: else pdfium would measure gaps by its width."""
    text = "  " if text == " " else text
    return Word(text, (glyph,), (text,), (advance,), advance)


def with_glyph(word: Word, index: int, glyph: int, advance: int) -> Word:
    """Return a word with another glyph for one of its own."""
    ids, advances = list(word.ids), list(word.advances)
    ids[index], advances[index] = glyph, advance
    return Word(word.text, tuple(ids), word.texts, tuple(advances), sum(advances), word.rtl)


def _lead(piece: Piece) -> int:
    """Return a blank glyph as no other piece near has it: pdfium leaves out what seems to be painted twice."""
    return piece.run.face.compose((), 200 + piece.place % 16)


def _rejoin(piece: Piece, after: Piece) -> None:
    """Let a piece end where the next one in pdfium's order begins: else pdfium would see a gap and add a space."""
    words, face = piece.words, piece.run.face
    last = words[-1]
    if (_is_space(last.texts[-1]) and not piece.actual) or (_is_space(after.words[0].texts[0]) and not after.actual):
        return
    glyph, advance = last.ids[-1], last.advances[-1]
    begins = piece.origin + (width_of(piece) - advance) * piece.unit
    away = round((after.origin - begins) / piece.unit)
    gap = away - advance
    if gap <= NEAR and away >= -NEAR:
        return
    far = max(abs(x - away) for _, x, _ in (*face.parts(glyph), (0, 0, 0))) > FAR
    if gap > NEAR:  # further right: as wide as it has to be
        wide = min(away, WIDEST)
        words[-1:] = [
            with_glyph(last, -1, face.compose(face.parts(glyph), wide), wide),
            *_blanks(piece, away - wide),
        ]
    elif away < -NEAR and (far or (not piece.run.rtl and _ends_after_space(words))):
        # Further left: what has no width stands there. pdf.js would forget a space before a glyph that does.
        words[-1:] = [with_glyph(last, -1, glyph, away), blank(face.blank, ZERO_WIDTH, 0)]
    elif away < -NEAR and (len(words) > 1 or len(last.ids) > 1):  # or else the last glyph, but not its outline
        words[-1] = with_glyph(last, -1, face.moved(glyph, -away, wider=False), advance)
        at, index = (-1, -2) if len(last.ids) > 1 else (-2, -1)
        words[at] = with_glyph(words[at], index, words[at].ids[index], words[at].advances[index] + away)


def _blanks(piece: Piece, away: int) -> Iterator[Word]:
    """Yield blanks as no other piece near has them that move the pen right so far that pdfium sees no gap."""
    while away > 0:
        wide = min(away, WIDEST - piece.place % 64)
        yield blank(piece.run.face.compose((), wide), ZERO_WIDTH, wide)
        away -= wide


def _ends_after_space(words: list[Word]) -> bool:
    """Tell whether a space comes before the last glyph, and something before it."""
    *before, space, _ = ["", "", *(text for word in words for text in word.texts)]
    return _is_space(space) and before != ["", ""]


def _is_space(text: str) -> bool:
    return text in (" ", "  ")


def width_of(piece: Piece) -> int:
    """Return how far the words of a piece move the pen, in font units."""
    return sum([word.width for word in piece.words])
