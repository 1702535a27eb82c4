"""What a parent copies out of a right-to-left page is its text: how such a line is cut into pieces and painted.

A PDF holds glyphs at places; each reader guesses the text from them. Two readers matter most, and both were read and
measured (pdfium 159: Chrome, Edge; pdf.js 5.6: Firefox) with the lines of tests/pdf/test_copying.py:

- pdf.js keeps the order of the content, makes an item of what lies between two jumps to the left, and turns each item
  round by itself: the pieces of a line have to come in the order of the text. It forgets a space before such a jump,
  and does not see where a glyph with marks stands.
- pdfium sorts the pieces of a line by where they begin and cuts the line into segments: letters that run left, letters
  that run right, weak characters (digits, . , : / - + %, marks, the no-break space) and neutral ones. It puts the
  segments into the opposite order and turns round those that run left: `020-91 91 91` is five of them and comes out as
  `91 91 020-91`, www.1177.se as se.1177.www. In a document read from the right it does so even to a line of Swedish:
  such lines are cut into pieces, too. It mirrors brackets, which pdf.js does not, and knows `/ActualText`,
  which pdf.js does not.

So here (of 47 hard lines pdfium gave 5 and pdf.js 10 before any of this; now either gives every Arabic page of the
example pack word by word):

1. A letter and its marks are one glyph, whose text is the marks and then the letter: either reader turns that round.
   Where weak characters follow, pdfium has to see the marks apart: then they are a glyph with the letter's outline.
2. Pieces are painted in the order of the text, the glyphs of each in visual order.
3. A space between weak characters is copied as a no-break space, so that a number to call is one segment.
4. Where pdfium's order would not be the text's (`_origins`), a piece begins further left than it looks: with a space,
   with a glyph whose outline stands far from its origin, or with a blank as wide as it takes.
5. A bracket that pdfium mirrors has its mirror image as `/ActualText`. So has a digit or a letter between spaces its
   own: behind either stands a glyph without width, from which pdfium sees that the line runs across. Spaces beside
   brackets that pdfium would put on the wrong side are no-break ones (`cells._needs_no_break`) or only hinted at
   (`cells._with_room`).
6. Where pdf.js would forget a space, a glyph without width that stands for U+200B and a space is painted, which pdfium
   leaves out. (pdf.js drops a glyph whose text begins with a space.)

What stays wrong: pdf.js adds a space where a bracket follows a marked letter (`(مهمّ )`); pdfium turns round two
neutral characters behind Latin letters (`(Mini)!`) or behind digits that begin a line (`2020 (1995)`), and what is one
word of more than 60 characters (a long link), and resolves what NFKD resolves (… is copied as three dots). Poppler and
MuPDF scramble what begins further left than it looks. In a document read from the left, left-to-right lines are painted
as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby, pairwise

from foraldraskolan.pdf.cells import NO_BREAK, SPACES, Cell, cells_of, is_plain, kind_of, part_of
from foraldraskolan.pdf.neighbours import Setting
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Word

ZERO_WIDTH = "\u200b"  # text that no reader shows, and Chrome does not copy
SPACER = ZERO_WIDTH + " "  # the text of a space that only pdf.js sees
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
SOFT_HYPHEN = "\u00ad"
HYPHENS = frozenset(("-", SOFT_HYPHEN))
_NARROW = 1.3  # points: pdfium takes what is half of it higher or lower for another line
_NEAR = 100  # font units; pdfium sees a gap where two pieces are further apart
_MARK_WIDTH = 20  # of a mark that stands apart
_FAR = 32000  # font units; an outline cannot stand further from its origin
_SEEN = 4
_STEP = 0.03  # points between two beginnings that pdfium is to tell apart


_PLAIN = Setting(turned=True)


@dataclass(slots=True)
class Show:
    """Glyphs of one style to paint at once, part by part, and the `/ActualText` that they carry, if any."""

    parts: list[GlyphRun]
    actual: str = ""


def shows(line: Line, setting: Setting) -> Sequence[Show]:
    """Return what a line of text is painted as where it stands, piece by piece in the order of the text."""
    return _in_pieces(line, setting) if setting.turned else _whole(line, apart=setting.apart)


def _whole(line: Line, *, apart: bool) -> list[Show]:
    """Return the runs of a line in which all is read from the left."""
    first, last = line.runs[0], line.runs[-1]
    shown = [Show([run]) for run in line.runs]
    hyphen = "".join([run.text for run in line.runs]).rstrip(" ").endswith("-")
    if line.goes_on:
        shown[-1:] = _going_on(last)
    elif apart or hyphen:  # pdfium takes a hyphen off the end of a line, unless it sees something behind it
        shown.append(_edge(last, last.x + last.width, [NO_BREAK, NO_BREAK]))
    return [_edge(first, first.x, [" ", " "], before=True), *shown] if apart else shown


def _going_on(run: GlyphRun) -> Iterator[Show]:
    """Yield the last run of a line that ends inside a word: pdfium takes a soft hyphen off its end.

    It would take a hyphen of the author's, too, and begin a new line after any other sign.
    """
    *before, word = run.words
    if len(word.ids) > 1:
        before.append(part_of(word, 0, len(word.ids) - 1))
        word = part_of(word, len(word.ids) - 1, len(word.ids))
    if before:
        yield Show([run._replace(words=before)])
    actual = word.text.removesuffix(SOFT_HYPHEN) + SOFT_HYPHEN
    yield Show([run._replace(words=[word], x=run.x + run.width - word.width * run.unit)], actual)


@dataclass(slots=True)
class _Piece:
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


# The same lines are on many sheets of a pack.
@lru_cache(maxsize=4096)
def _in_pieces(line: Line, setting: Setting) -> tuple[Show, ...]:
    first, *rest = line.runs
    begins = first.words[-1].text[0]
    if (
        setting == _PLAIN
        and is_plain(first)
        and begins not in HYPHENS
        and (not rest or (len(rest) == 1 and rest[0].text.isspace()))
    ):
        return tuple(Show([run]) for run in line.runs)
    direction = "R" if line.rtl else "L"
    pieces = _pieces(line.runs, direction)
    order = _pdfium_order(pieces, direction)
    _origins(order, pieces, setting.limit)
    for index, piece in enumerate(pieces):
        beside_it = [each.cells[-1].text for each in pieces[:index][-1:]]
        beside_it += [each.cells[0].text for each in pieces[index + 1 : index + 2]]
        if not piece.actual and _is_alone(piece) and SPACES.issuperset(beside_it):
            piece.actual = piece.cells[0].text
        piece.words = _words(piece, last=piece is pieces[-1])
    for piece, after in pairwise(order):
        piece.until = after.origin
        _rejoin(piece, after)
    order[-1].until = order[-1].right
    begin, end = order[0], order[-1]
    told = [LEFT_TO_RIGHT] if not line.rtl and pieces[0].cells[0].kind != "L" else []
    turns = _turns(pieces, told) if setting.unsaid else 0
    marks = f"{RIGHT_TO_LEFT} " * turns or " "
    shown = [_edge(begin.run, begin.origin - _STEP, [marks, _parting(begin.leftmost)], before=True)]
    shown += [show for stretch, rest in _stretches(pieces) for show in _shown(stretch, rest, setting.beside)]
    if told:
        shown.append(_edge(end.run, end.right + _STEP, told * 2))
    elif setting.apart or end.rightmost.text[0] in HYPHENS:
        shown.append(_edge(end.run, end.right + _STEP, [_parting(end.rightmost)] * 2))
    return tuple(shown)


def _turns(pieces: list[_Piece], told: list[str]) -> int:
    """Return how many marks make pdfium take a line for one that is read from the right: it counts segments."""
    kinds = [kind for kind, _ in groupby(cell.kind for piece in pieces for cell in piece.cells)]
    return max(kinds.count("L") + len(told) + 1 - kinds.count("R"), 0)


def _parting(cell: Cell) -> str:
    """Return a space that pdfium does not take together with a cell beside it."""
    return NO_BREAK if cell.kind == "N" else " "


def _edge(run: GlyphRun, x: float, texts: Sequence[str], *, before: bool = False) -> Show:
    """Return two blanks at an edge of a line: so narrow that pdfium tells it from lines beside it."""
    widths = [round(_NARROW / run.unit) + more for more in range(len(texts))]
    words = [_blank(run.face.compose((), width), text, width) for text, width in zip(texts, widths, strict=True)]
    return Show([run._replace(words=words, x=x - sum(widths) * run.unit * before)])


def _is_alone(piece: _Piece) -> bool:
    """Tell whether a piece is one glyph that is read from the left, and begins where it looks."""
    return (
        not (piece.blank or piece.run.rtl or piece.hint)
        and piece.origin == piece.left
        and sum(cell.count for cell in piece.cells) == 1
    )


def _shown(stretch: list[_Piece], rest: list[_Piece], beside: bool) -> Iterator[Show]:
    """Yield what is painted of pieces that pdf.js is to see as one item, before the rest of the line."""
    last = stretch[-1]
    spacer = _needs_spacer(stretch, rest) or (beside and not rest)
    if last.actual:
        yield Show(_brackets(last), last.actual)
    elif not last.run.rtl:
        yield from (Show([piece.painted()]) for piece in stretch)
    else:
        inside = spacer and (last.cells[-1].marked or _mostly_letters(stretch))
        spacer = spacer and not inside
        parts: list[GlyphRun] = []
        for piece in reversed(stretch):
            # First in the content is last in the text. pdf.js does not see how wide a glyph with marks is.
            marked = piece.cells[-1].marked and not piece.cells[-1].mark
            if inside if piece is last else marked:
                parts.append(_spacer(piece.run, piece.left))
            parts.append(piece.painted())
        yield Show(parts)
    if spacer:
        yield Show([_spacer(last.run, last.left if last.run.rtl else last.right)])


def _brackets(piece: _Piece) -> list[GlyphRun]:
    """Return brackets one by one in the order of the text: pdf.js does not turn round what has no letters."""
    parts: list[GlyphRun] = []
    shown = [cell for cell in piece.cells if cell.text not in SPACES]
    leftmost = shown[-1 if piece.run.rtl else 0]
    for cell in piece.cells:
        one = _piece([cell])
        if cell is leftmost:
            one.origin = min(one.left, piece.origin)
        if cell in shown:
            one.words = _words(one)
            if cell is shown[-1]:  # where it ends, what is next in pdfium's order begins
                width = min(max(round((piece.until - one.origin) / piece.unit), 0), 2 * _FAR)
                glyph = one.run.face.compose(one.run.face.parts(one.words[0].ids[0]), width)
                one.words[0] = _with(one.words[0], 0, glyph, width)
            parts.append(one.painted())
        elif parts:
            parts.append(_spacer(one.run, one.left))
    # Where text fills more of a page's height than of its width, pdfium begins a new line with a glyph that is alone.
    parts[0] = parts[0]._replace(words=[*parts[0].words, _blank(piece.run.face.blank, ZERO_WIDTH, 0)])
    return parts


def _mostly_letters(stretch: list[_Piece]) -> bool:
    """Tell whether pdf.js takes a stretch with a spacer for right-to-left text: if 3 in 10 characters are letters."""
    cells = [cell for piece in stretch for cell in piece.cells]
    letters = sum(kind_of(character) == "R" for cell in cells for character in cell.text)
    return letters >= 0.3 * (sum(cell.count for cell in cells) + len(SPACER) + 2)


def _stretches(pieces: list[_Piece]) -> Iterator[tuple[list[_Piece], list[_Piece]]]:
    """Yield the pieces that belong to one item of pdf.js, and those that follow in the text."""
    start = 0
    for end in range(1, len(pieces) + 1):
        piece, after = pieces[end - 1], pieces[end] if end < len(pieces) else None
        if not (after and after.run is piece.run and piece.run.rtl and not piece.actual and not after.actual):
            yield pieces[start:end], pieces[end:]
            start = end


def _pieces(runs: Sequence[GlyphRun], direction: str) -> list[_Piece]:
    """Cut runs into what pdfium has to see apart; the texts of spaces and brackets become those to copy."""
    found: list[list[Cell]] = []
    for cell in cells_of(runs, direction):
        direction = cell.kind if cell.kind in "LR" else direction
        if found and _together(found[-1][-1], cell, direction):
            found[-1].append(cell)
        else:
            found.append([cell])
    return [_piece(cells) for cells in found]


def _together(before: Cell, cell: Cell, direction: str) -> bool:
    if before.run is not cell.run or before.apart or cell.apart or bool(before.actual) != bool(cell.actual):
        return False
    if before.marked and cell.text == " ":
        return False
    return cell.run.rtl or (before.kind == cell.kind and (cell.kind != "N" or direction == "L" or cell.actual != ""))


def _piece(cells: list[Cell]) -> _Piece:
    first, run = cells[0], cells[0].run
    unit = run.unit
    left = run.x + min(first.at, cells[-1].at) * unit
    right = left + sum([cell.width for cell in cells]) * unit + first.room
    weak, blank = {cell.kind for cell in cells} == {"W"}, SPACES.issuperset([cell.text for cell in cells])
    return _Piece(run, unit, cells, left, right, left, weak, blank, "".join([cell.actual for cell in cells]))


def _pdfium_order(pieces: list[_Piece], direction: str) -> list[_Piece]:
    """Return the pieces in the order from which pdfium makes the text: segments backwards, each as it reads it."""
    segments: list[list[_Piece]] = []
    for piece in pieces:
        before = segments[-1][-1] if segments else None
        if before and _one_segment(before, piece, direction):
            segments[-1].append(piece)
        else:
            segments.append([piece])
        direction = next((cell.kind for cell in reversed(piece.cells) if cell.kind in "LR"), direction)
    return [piece for segment in reversed(segments) for piece in segment]


def _one_segment(piece: _Piece, after: _Piece, direction: str) -> bool:
    """Tell whether pdfium leaves two pieces in one segment as they follow each other, behind letters that run so."""
    kind = piece.cells[-1].kind
    if kind == "N":
        return direction == "L" and after.cells[0].kind == "N"
    return kind == after.cells[0].kind and ((piece.weak and after.weak) or not (piece.run.rtl or after.run.rtl))


def _origins(order: list[_Piece], pieces: list[_Piece], limit: float) -> None:
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
        limit = piece.origin - _STEP


def _words(piece: _Piece, *, last: bool = False) -> list[Word]:
    """Return what is painted of a piece: its words, with what lets pdfium see where it is in its order."""
    face, cells = piece.run.face, piece.cells
    words = [word for cell in (reversed(cells) if piece.run.rtl else cells) for word in _copied(cell)]
    away = round((piece.left - piece.origin) / piece.unit)
    if cells[0].mark:  # pdfium wants to see it stand on the line: it gets the letter's outline, the letter the marks
        letter = tuple((part, x + min(away, _FAR), y) for part, x, y in face.parts(words[0].ids[0])[:1])
        words = [_with(words[0], 0, face.compose(letter, _MARK_WIDTH), _MARK_WIDTH)]
    elif away and piece.lead:
        words.insert(0, _blank(_lead(piece), piece.lead, away))
    elif away > _FAR and not piece.blank:
        words.insert(0, _blank(face.compose((), away), ZERO_WIDTH, away))
    elif away and not piece.blank:
        words[0] = _with(words[0], 0, face.moved(words[0].ids[0], away, wider=True), words[0].advances[0] + away)
    if piece.blank and not last:  # pdfium does not see one blank glyph
        words.append(_blank(_lead(piece), cells[-1].text, _SEEN))
    hint = piece.hint or cells[0].start
    if hint and not piece.blank and not cells[0].mark:
        words.insert(0, _blank(_lead(piece), hint, 1))  # pdf.js looks again where it is one unit off
    if cells[-1].end:
        words.append(_blank(_lead(piece), cells[-1].end, 0))
    if cells[-1].bare and (len(words) > 1 or len(words[0].ids) > 1):
        marks = face.parts(words[0].ids[0])[1:]
        words[0] = _with(words[0], 0, face.compose(marks, face.width(words[0].ids[0])), words[0].advances[0])
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


def _blank(glyph: int, text: str, advance: int) -> Word:
    """Return a blank glyph that stands for a text, a space for two: else pdfium would measure gaps by its width."""
    text = "  " if text == " " else text
    return Word(text, (glyph,), (text,), (advance,), advance)


def _with(word: Word, index: int, glyph: int, advance: int) -> Word:
    """Return a word with another glyph for one of its own."""
    ids, advances = list(word.ids), list(word.advances)
    ids[index], advances[index] = glyph, advance
    return Word(word.text, tuple(ids), word.texts, tuple(advances), sum(advances), word.rtl)


def _lead(piece: _Piece) -> int:
    """Return a blank glyph as no other piece near has it: pdfium leaves out what seems to be painted twice."""
    return piece.run.face.compose((), 200 + piece.place % 16)


def _rejoin(piece: _Piece, after: _Piece) -> None:
    """Let a piece end where the next one in pdfium's order begins: else pdfium would see a gap and add a space."""
    words, face = piece.words, piece.run.face
    last = words[-1]
    if (_is_space(last.texts[-1]) and not piece.actual) or (_is_space(after.words[0].texts[0]) and not after.actual):
        return
    glyph, advance = last.ids[-1], last.advances[-1]
    begins = piece.origin + (_width(piece) - advance) * piece.unit
    away = round((after.origin - begins) / piece.unit)
    gap = away - advance
    if gap <= _NEAR and away >= -_NEAR:
        return
    far = max(abs(x - away) for _, x, _ in (*face.parts(glyph), (0, 0, 0))) > _FAR
    if gap > _NEAR and not far:  # further right: as wide as it has to be
        words[-1] = _with(last, -1, face.compose(face.parts(glyph), away), away)
    elif away < -_NEAR and (far or (not piece.run.rtl and _ends_after_space(words))):
        # Further left: what has no width stands there. pdf.js would forget a space before a glyph that does.
        words[-1:] = [_with(last, -1, glyph, away), _blank(face.blank, ZERO_WIDTH, 0)]
    elif away < -_NEAR and (len(words) > 1 or len(last.ids) > 1):  # or else the last glyph, but not its outline
        words[-1] = _with(last, -1, face.moved(glyph, -away, wider=False), advance)
        at, index = (-1, -2) if len(last.ids) > 1 else (-2, -1)
        words[at] = _with(words[at], index, words[at].ids[index], words[at].advances[index] + away)


def _ends_after_space(words: list[Word]) -> bool:
    """Tell whether a space comes before the last glyph, and something before it."""
    *before, space, _ = ["", "", *(text for word in words for text in word.texts)]
    return _is_space(space) and before != ["", ""]


def _is_space(text: str) -> bool:
    return text in (" ", "  ")


def _width(piece: _Piece) -> int:
    return sum([word.width for word in piece.words])


def _needs_spacer(stretch: list[_Piece], rest: list[_Piece]) -> bool:
    """Tell whether pdf.js would lose the space after a stretch, or take its first glyph for one of the line before."""
    piece = stretch[-1]
    if all(each.blank for each in stretch):
        return False
    if piece.run.rtl and piece.cells[-1].marked:
        return True
    spaced = piece.cells[-1].text in SPACES or piece.cells[-1].end != ""
    for after in rest:
        spaced = spaced or after.cells[0].text in SPACES or after.cells[0].room > 0
        if not after.blank:
            return spaced and not _sees_gap(piece, after)
    return False


def _sees_gap(piece: _Piece, after: _Piece) -> bool:
    """Tell whether a piece's letters begin so far right of where the one before ends that pdf.js adds a space."""
    if not (after.lead or after.origin == after.left):
        return False
    return after.left - piece.origin - _width(piece) * piece.unit > 2 * _NEAR * piece.unit


def _spacer(run: GlyphRun, x: float) -> GlyphRun:
    return run._replace(words=[_blank(run.face.blank, SPACER, 0)], x=x)
