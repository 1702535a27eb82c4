"""A table as it stands on a slide -> a table that can be edited (ISO/IEC 29500-1, 21.1.3)."""

from collections.abc import Sequence
from itertools import pairwise

from foraldraskolan.document.linedrawing import Pen
from foraldraskolan.layout.page import Placed, Rect
from foraldraskolan.office.drawingml import Frame, emu, fill, stroke, transform
from foraldraskolan.office.frames import extent, framed, paragraphs
from foraldraskolan.office.parts import TablePart, Words
from foraldraskolan.office.text import Screen
from foraldraskolan.scripts import Direction

_RULE = 2.0  # points: a rectangle that is lower is a line
_ROWS = 12.0  # points between two rows, if there is but one

Span = tuple[float, float]


def table(part: TablePart, called: str, screen: Screen) -> str:
    """Return a table; `called` is what says its name."""
    lines = ([line for words in column for line in words.lines] for column in zip(*part.rows, strict=True))
    texts = [extent(column, screen)[1:] for column in lines]
    columns = _columns(texts, screen.direction)
    rows = _rows(part.rows, screen)
    left, right = min(start for start, _ in columns), max(end for _, end in columns)
    frame = Frame(left, rows[0][0], right - left, rows[-1][1] - rows[0][0])
    grid = "".join(f'<a:gridCol w="{emu(end - start)}"/>' for start, end in columns)
    written = (
        f'<a:tr h="{emu(edges[1] - edges[0])}">{_cells(row, texts, columns, edges, part.ground, screen)}</a:tr>'
        for row, edges in zip(part.rows, rows, strict=True)
    )
    look = f'rtl="{int(screen.direction == "rtl")}" firstRow="{int(part.head)}"'
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{called}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{transform(frame, 'p:xfrm')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr {look}/><a:tblGrid>{grid}</a:tblGrid>{''.join(written)}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _columns(texts: Sequence[Span], direction: Direction) -> list[Span]:
    """Return the edges of columns whose texts stand between these: a column ends where the next one begins."""
    ordered = sorted(texts)
    gaps = [after[0] - before[1] for before, after in pairwise(ordered)]
    pad = min(gaps, default=0.0) / 2
    middles = [after[0] - gap / 2 for gap, after in zip(gaps, ordered[1:], strict=True)]
    edges = [ordered[0][0] - pad, *middles, ordered[-1][1] + pad]
    found = [*pairwise(edges)]
    return found if direction == "ltr" else found[::-1]


def _rows(rows: Sequence[Sequence[Words]], screen: Screen) -> list[Span]:
    """Return the edges of rows, likewise."""
    frames = [[framed([words], screen).frame for words in row if words.lines] for row in rows]
    texts = [(min(each.top for each in row), max(each.bottom for each in row)) for row in frames]
    gaps = [after[0] - before[1] for before, after in pairwise(texts)]
    pad = min(gaps, default=_ROWS) / 2
    middles = [after[0] - gap / 2 for gap, after in zip(gaps, texts[1:], strict=True)]
    return [*pairwise([texts[0][0] - pad, *middles, texts[-1][1] + pad])]


def _cells(
    row: Sequence[Words],
    texts: Sequence[Span],
    columns: Sequence[Span],
    edges: Span,
    ground: Sequence[Placed],
    screen: Screen,
) -> str:
    look = _look(ground, edges)
    found: list[str] = []
    for words, (start, end), (left, right) in zip(row, texts, columns, strict=True):
        inside, top = "<a:p/>", edges[0]
        if words.lines:
            set = framed([words], screen)
            inside, top = paragraphs([words], set.settings, screen), set.frame.top
        insets = f'marL="{emu(start - left)}" marR="{emu(right - end)}" marT="{emu(top - edges[0])}" marB="0"'
        text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{inside}</a:txBody>"
        found.append(f"<a:tc>{text}<a:tcPr {insets}>{look}</a:tcPr></a:tc>")
    return "".join(found)


def _look(ground: Sequence[Placed], edges: Span) -> str:
    """Return the line below a row and its ground, of what is painted behind a table."""
    below = filled = ""
    for each in ground:
        if not isinstance(each.item, Rect):
            continue
        middle, line = each.y + each.item.height / 2, each.item.height < _RULE
        if line and abs(middle - edges[1]) < (edges[1] - edges[0]) / 2:
            below = stroke(Pen(stroke=each.item.fill, thickness=each.item.height))
        elif not line and edges[0] < middle < edges[1]:
            filled = each.item.fill
    none = "<a:ln{side}><a:noFill/></a:ln{side}>"
    sides = "".join(none.replace("{side}", side) for side in "LRT")
    bottom = below.replace("a:ln ", "a:lnB ").replace("</a:ln>", "</a:lnB>") or none.replace("{side}", "B")
    return sides + bottom + fill(filled)
