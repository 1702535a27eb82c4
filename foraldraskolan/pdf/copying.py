"""What a parent copies out of a page is its text: how its lines are cut into pieces and painted.

A PDF holds glyphs at places; each reader guesses the text from them. Two readers matter most, and both were read and
measured (pdfium 159: Chrome, Edge; pdf.js 5.6: Firefox) with the lines of tests/pdf/test_copying.py:

- pdf.js keeps the order of the content, makes an item of what lies between two jumps to the left, and turns each item
  round by itself: the pieces of a line have to come in the order of the text. It forgets a space before such a jump,
  and does not see where a glyph with marks stands.
- pdfium sorts the pieces of a baseline by where they begin and cuts what it has so into segments: letters that run
  left, letters that run right, weak characters (digits, . , : / - + %, marks, the no-break space) and neutral ones. It
  puts the segments into the opposite order, turns round those that run left, and neutral ones behind them:
  `020-91 91 91` is five of them and comes out as `91 91 020-91`, www.1177.se as se.1177.www. It does so to every line
  of a file that says it is read from the right, Swedish or not, and of any other file to the lines that have more
  segments that run left than right. It mirrors brackets, which pdf.js does not, and knows `/ActualText`, which pdf.js
  does not.

So here, where a baseline is read from the right (`neighbours.py`):

1. A letter and its marks are one glyph, whose text is the marks and then the letter: either reader turns that round.
   Where weak characters follow, pdfium has to see the marks apart: then they are a glyph with the letter's outline.
2. Pieces are painted in the order of the text, the glyphs of each in visual order.
3. A space between weak characters is copied as a no-break space, so that a number to call is one segment.
4. Where pdfium's order would not be the text's (`pieces._origins`), a piece begins further left than it looks: with a
   space, with a glyph whose outline stands far from its origin, or with a blank as wide as it takes. So do lines that
   stand side by side otherwise than they are read.
5. A bracket that pdfium mirrors has its mirror image as `/ActualText`. So has a digit or a letter that is alone its
   own: behind either stands a glyph without width, from which pdfium sees that the line runs across. A neutral segment
   that is all `/ActualText` is not turned round; therefore brackets beside other signs are pieces of their own. Spaces
   beside brackets that pdfium would put on the wrong side are no-break ones (`cells._needs_no_break`) or only hinted
   at (`cells._with_room`).
6. Where pdf.js would forget a space, a glyph without width that stands for U+200B and a space is painted, which pdfium
   leaves out. (pdf.js drops a glyph whose text begins with a space.)
7. A line begins with two narrow blanks, left of all of it: they are what pdfium sees of a new line, however wide, low
   or small what comes after them is. Where lines overlap, they end with two more. (It does not see one blank alone, and
   takes the last glyph whose text is one space for the width of a space: other blanks stand for two.)
8. Marks of direction, which nobody sees, tell pdfium what it cannot know: that a line runs right before the first
   letter that does (U+200E), and that a line is read from the right though its file does not say so (U+200F).

And on any baseline: a line that ends inside a word ends with a soft hyphen for pdfium, which takes it off and puts the
word together; behind a hyphen of the author's, which it would take off, too, stands a blank.

What stays wrong: pdf.js adds a space where a bracket follows a marked letter (`(مهمّ )`); pdfium takes a comma behind a
quotation mark, alone and above 18 points, for another line; it scrambles marks of letters that run right (Ẹ̀, हिन्दी)
where a baseline is read from the right, and Arabic words in brackets in a Swedish line; it resolves what NFKD resolves
(… is copied as three dots). What is cut inside a word or an address stays cut on such a baseline. Poppler and MuPDF
scramble what begins further left than it looks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from foraldraskolan.pdf.cells import NO_BREAK, SPACES, Cell, is_plain, kind_of
from foraldraskolan.pdf.neighbours import Setting
from foraldraskolan.pdf.pieces import (
    NEAR,
    STEP,
    WIDEST,
    ZERO_WIDTH,
    Piece,
    arranged,
    blank,
    piece_of,
    width_of,
    with_glyph,
    words_of,
)
from foraldraskolan.typeset.glyphs import GlyphRun, Line

SPACER = ZERO_WIDTH + " "  # the text of a space that only pdf.js sees
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
SOFT_HYPHEN = "\u00ad"
HYPHENS = frozenset(("-", SOFT_HYPHEN))
_NARROW = 1.3  # points: pdfium takes what is half of it higher or lower for another line
_PLAIN = (Setting(turned=True), Setting(turned=True, after=True))


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
        before.append(word.part(0, len(word.ids) - 1))
        word = word.part(len(word.ids) - 1, len(word.ids))
    if before:
        yield Show([run._replace(words=before)])
    actual = word.text.removesuffix(SOFT_HYPHEN) + SOFT_HYPHEN
    yield Show([run._replace(words=[word], x=run.x + run.width - word.width * run.unit)], actual)


# The same lines are on many sheets of a pack.
@lru_cache(maxsize=4096)
def _in_pieces(line: Line, setting: Setting) -> tuple[Show, ...]:
    first, *rest = line.runs
    begins = first.words[-1].text[0]
    if (
        setting in _PLAIN
        and is_plain(first)
        and begins not in HYPHENS
        and (not rest or (len(rest) == 1 and rest[0].text.isspace()))
    ):
        return tuple(Show([run]) for run in line.runs)
    direction = "R" if line.rtl else "L"
    pieces, order = arranged(line.runs, direction, setting.limit)
    # The space at the end of the text, which may be the first piece to pdfium, it does not see.
    begin, end = next((piece for piece in order if not piece.blank), order[0]), order[-1]
    told = [LEFT_TO_RIGHT] if not line.rtl and pieces[0].cells[0].kind != "L" else []
    turns = _turns(pieces, told) if setting.unsaid else 0
    marks = f"{RIGHT_TO_LEFT} " * turns or " "
    shown = [_edge(begin.run, begin.origin - STEP, [marks, _parting(begin.leftmost)], before=True)]
    shown += [show for stretch, rest in _stretches(pieces) for show in _shown(stretch, rest, setting.beside)]
    if told:
        shown.append(_edge(end.run, end.right + STEP, told * 2))
    elif setting.apart or end.rightmost.text[0] in HYPHENS or (setting.after and end.rightmost.kind == "N"):
        shown.append(_edge(end.run, end.right + STEP, [_parting(end.rightmost)] * 2))
    return tuple(shown)


def _turns(pieces: list[Piece], told: list[str]) -> int:
    """Return how many marks make pdfium take a line for one that is read from the right: it counts segments."""
    kinds = [kind for kind, _ in groupby(cell.kind for piece in pieces for cell in piece.cells)]
    return max(kinds.count("L") + len(told) + 1 - kinds.count("R"), 0)


def _parting(cell: Cell) -> str:
    """Return a space that pdfium does not take together with a cell beside it."""
    return NO_BREAK if cell.kind == "N" else " "


def _edge(run: GlyphRun, x: float, texts: Sequence[str], *, before: bool = False) -> Show:
    """Return two blanks at an edge of a line: so narrow that pdfium tells it from lines beside it."""
    widths = [round(_NARROW / run.unit) + more for more in range(len(texts))]
    words = [blank(run.face.compose((), width), text, width) for text, width in zip(texts, widths, strict=True)]
    return Show([run._replace(words=words, x=x - sum(widths) * run.unit * before)])


def _shown(stretch: list[Piece], rest: list[Piece], beside: bool) -> Iterator[Show]:
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


def _brackets(piece: Piece) -> list[GlyphRun]:
    """Return brackets one by one in the order of the text: pdf.js does not turn round what has no letters."""
    parts: list[GlyphRun] = []
    shown = [cell for cell in piece.cells if cell.text not in SPACES]
    leftmost = shown[-1 if piece.run.rtl else 0]
    for cell in piece.cells:
        one = piece_of([cell])
        if cell is leftmost:
            one.origin = min(one.left, piece.origin)
        if cell in shown:
            one.words = words_of(one)
            if cell is shown[-1]:  # where it ends, what is next in pdfium's order begins
                width = min(max(round((piece.until - one.origin) / piece.unit), 0), WIDEST)
                glyph = one.run.face.compose(one.run.face.parts(one.words[0].ids[0]), width)
                one.words[0] = with_glyph(one.words[0], 0, glyph, width)
            parts.append(one.painted())
        elif parts:
            parts.append(_spacer(one.run, one.left))
    # Where text fills more of a page's height than of its width, pdfium begins a new line with a glyph that is alone.
    parts[0] = parts[0]._replace(words=[*parts[0].words, blank(piece.run.face.blank, ZERO_WIDTH, 0)])
    return parts


def _mostly_letters(stretch: list[Piece]) -> bool:
    """Tell whether pdf.js takes a stretch with a spacer for right-to-left text: if 3 in 10 characters are letters."""
    cells = [cell for piece in stretch for cell in piece.cells]
    letters = sum(kind_of(character) == "R" for cell in cells for character in cell.text)
    return letters >= 0.3 * (sum(cell.count for cell in cells) + len(SPACER) + 2)


def _stretches(pieces: list[Piece]) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Yield the pieces that belong to one item of pdf.js, and those that follow in the text."""
    start = 0
    for end in range(1, len(pieces) + 1):
        piece, after = pieces[end - 1], pieces[end] if end < len(pieces) else None
        if not (after and after.run is piece.run and piece.run.rtl and not piece.actual and not after.actual):
            yield pieces[start:end], pieces[end:]
            start = end


def _needs_spacer(stretch: list[Piece], rest: list[Piece]) -> bool:
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


def _sees_gap(piece: Piece, after: Piece) -> bool:
    """Tell whether a piece's letters begin so far right of where the one before ends that pdf.js adds a space."""
    if not (after.lead or after.origin == after.left):
        return False
    return after.left - piece.origin - width_of(piece) * piece.unit > 2 * NEAR * piece.unit


def _spacer(run: GlyphRun, x: float) -> GlyphRun:
    return run._replace(words=[blank(run.face.blank, SPACER, 0)], x=x)
