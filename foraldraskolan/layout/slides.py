"""Slides: 16:9 for the back row of an assembly hall, one thought a slide; one that is too full becomes two pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from foraldraskolan.document.form import Box, Form, FormBlock, Heading, Look, Table
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, below, cells, top
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.callouts import with_sign
from foraldraskolan.layout.colours import GOLD, GREY, INK, MIST, RED, ROSE, RUST, SAND, TEAL, WHITE
from foraldraskolan.layout.inside import is_too_wide, off_page, too_wide
from foraldraskolan.layout.page import Page, Placed, Rect, Strip, as_artifact, compose
from foraldraskolan.layout.tables import rows_of
from foraldraskolan.layout.text import Column, beside_the_form, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import SCREEN, Theme, enlarged, style
from foraldraskolan.problems import Message, Problem, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import ARTIFACT

WIDTH, HEIGHT = 960.0, 540.0
_MARGIN = 60.0
_TOP = 48.0
_LOWEST = HEIGHT - 54  # below stands only the slide's number
_BELOW_TITLE = 36.0
_SEEN = HEIGHT * 0.82  # heads may hide what is lower: text is as large as it can be above
_SIZES = (1.36, 1.22, 1.1, 1.0, 0.93, 0.86)  # 24 points are the least
_NUMBER = style(14, 18, 600, GREY)

SetPart = Callable[[Theme, Column], list[Strip]]


@record
class _Kind:
    """How slides of one look are set: their theme, and what lies behind them.

    One that stands `alone` has its title and text as a group in the middle, in one size, this far from the margins.
    """

    theme: Theme
    ground: tuple[Placed, ...]
    dark: bool = False
    alone: float | None = None


def _ground(colour: str, edge: str, width: float = 14) -> tuple[Placed, ...]:
    """Return a ground and an accent at its start edge."""
    return Placed(0, 0, Rect(WIDTH, HEIGHT, colour)), Placed(0, 0, Rect(width, HEIGHT, edge))


_WHITE = (Placed(0, 0, Rect(14, HEIGHT, TEAL)), Placed(WIDTH - 10, 0, Rect(10, HEIGHT, MIST)))
_DARK = _Kind(
    replace(
        SCREEN,
        heading2=style(50, 60, 700, WHITE, wrap="balanced"),
        lead=replace(SCREEN.subtitle, before=16, wrap="balanced"),
        body=SCREEN.meeting,
    ),
    _ground(TEAL, GOLD),
    dark=True,
    alone=0,
)
_ASK = replace(
    SCREEN,
    heading2=style(26, 34, 700, RUST),
    body=style(40, 52, 700, INK, 16, "balanced"),
    lead=style(30, 40, 400, INK, 16),
)
_AGENDA = replace(SCREEN, item=style(28, 34, before=11, wrap="balanced"), cell=0.18)
_ACT = replace(SCREEN, heading2=style(48, 58, 700, RED, wrap="balanced"))
_KINDS: Mapping[Look, _Kind] = {
    "title slide": _DARK,
    "agenda slide": _Kind(_AGENDA, _WHITE),
    "section slide": _DARK,
    "points slide": _Kind(SCREEN, _WHITE),
    "act slide": _Kind(_ACT, _ground(ROSE, RED, 28)),
    "ask slide": _Kind(_ASK, _ground(SAND, RUST), alone=40),
    "closing slide": _DARK,
}


@record
class _Slide:
    """What one page shows of a box: its title, its parts and how each is set; one that goes on repeats the title."""

    look: Look
    title: tuple[Address, Heading] | None
    blocks: tuple[FormBlock, ...]
    parts: tuple[SetPart, ...]
    goes_on: bool = False

    @property
    def kind(self) -> _Kind:
        """How it is set."""
        return _KINDS[self.look]


def lay_out_slides(form: Form) -> list[Page]:
    """Return the pages of a form of slides; raise ProblemsFound with every one that is too full, and by how much."""
    tag = form.language.tag
    slides = [(at[0], slide) for at, box in top(form) for slide in _slides(box, at, tag)]
    problems: list[Problem] = []
    pages: list[Page] = []
    for (index, slide), factor in zip(slides, _factors([slide for _, slide in slides], tag), strict=True):
        content, bottom = _content(slide, tag, factor)
        problems += too_wide(content, form)
        if bottom > _LOWEST:
            what = message(
                "Bilden är {points} punkter för hög ({language}).",
                points=round(bottom - _LOWEST),
                language=form.language.swedish,
            )
            place = slide.title[1].text.place if slide.title else None
            problems.append(Problem(what, _hint(slide, tag), place))
        page = Page(WIDTH, HEIGHT, block=index)
        foot = [*_example(form.foot.example, slide, tag), *_number(len(pages) + 1, slide, tag)]
        compose(page, [*slide.kind.ground, *foot, *content], form.language.direction)
        pages.append(page)
    raise_found(problems or off_page(pages, form))
    return pages


def _slides(box: Box, at: Address, tag: str) -> Iterator[_Slide]:
    """Yield a slide as it is if it fits, else in parts if it may be split; an agenda may be between its rows."""
    inside = list(below(box, at))
    title = inside[0] if isinstance(inside[0][1], Heading) and inside[0][1].level > 1 else None
    whole = _of(box.look, title, inside[title is not None :])
    if box.look == "agenda slide":
        yield from _agenda(whole, inside[-1], tag)
    elif not box.splits or _overflow(whole, tag) <= 0:
        yield whole
    else:
        for part, (start, end) in enumerate(pairwise([len(inside) - len(whole.blocks), *box.splits, len(inside)])):
            yield replace(_of(box.look, title, inside[start:end]), goes_on=part > 0)


def _of(look: Look, title: tuple[Address, Heading] | None, inside: Sequence[tuple[Address, FormBlock]]) -> _Slide:
    blocks = tuple(block for _, block in inside)
    return _Slide(look, title, blocks, tuple(partial(lay_out, block, at) for at, block in inside))


def _agenda(slide: _Slide, table: tuple[Address, Table], tag: str) -> list[_Slide]:
    """Return an agenda on as few slides as hold it, about as long each."""
    head, rows = cells(table[1], table[0])
    for count in range(1, len(rows) + 1):
        size = -(-len(rows) // count)
        shares = [rows[start : start + size] for start in range(0, len(rows), size)]
        slides = [
            replace(slide, parts=(partial(_rows, head, share, goes_on=index > 0),), goes_on=index > 0)
            for index, share in enumerate(shares)
        ]
        if all(_overflow(each, tag) <= 0 for each in slides):
            return slides
    return [slide]


def _rows(head: Cells, rows: Sequence[Cells], theme: Theme, column: Column, *, goes_on: bool) -> list[Strip]:
    """Return some rows of a table under its head, which is painted without meaning where the table goes on."""
    first, *rest = rows_of(head, rows, theme, column)
    return [as_artifact(first) if goes_on else first, *rest]


def _overflow(slide: _Slide, tag: str) -> float:
    """Return by how many points a slide's content is higher than its room."""
    _, bottom = _content(slide, tag, _factor(slide, tag))
    return bottom - _LOWEST


def _hint(slide: _Slide, tag: str) -> Message:
    """Return what makes a slide fit that is too full: a line of --- helps only between blocks that its author wrote."""
    looks = [block.look for block in slide.blocks if isinstance(block, Box)]
    if "chart" in looks:
        return message("Ta bort staplar i facts.toml, eller skriv talen i en tabell: den står bara på papperet.")
    if "contacts" in looks:
        return message("Korta kontakternas namn.")
    if slide.look == "agenda slide":
        return message("Välj färre delar till mötet, eller korta deras titlar.")
    if slide.look == "points slide":
        both = zip(slide.blocks, slide.parts, strict=True)
        tables = [replace(slide, blocks=(each,), parts=(part,)) for each, part in both if isinstance(each, Table)]
        if any(_overflow(table, tag) > 0 for table in tables):
            return message("Ta bort rader i tabellen, eller gör två av den med --- på en egen rad emellan.")
        return message("Korta texten, eller skriv --- på en egen rad där bilden får delas i två.")
    return message("Korta texten.")


def _factors(slides: Sequence[_Slide], tag: str) -> list[float]:
    """Return the size of each slide; those of points have one, so that the type does not jump from slide to slide."""
    factors = [_factor(slide, tag) for slide in slides]
    points = [factor for slide, factor in zip(slides, factors, strict=True) if _is_points(slide)]
    largest = max(min(points, default=1.0), 1.0)
    return [min(factor, largest) for factor in factors]


def _is_points(slide: _Slide) -> bool:
    inside = any(
        isinstance(each, Table) or (isinstance(each, Box) and each.look in ("chart", "contacts"))
        for each in slide.blocks
    )
    return slide.look in ("points slide", "act slide") and not inside


def _factor(slide: _Slide, tag: str) -> float:
    """Return the largest size at which a slide can be seen from the back row, or else the smallest there is."""
    if slide.kind.alone is not None:
        return 1.0
    theme = slide.kind.theme.in_language(tag)
    column = Column(_MARGIN, WIDTH - 2 * _MARGIN, tag)
    top = _TOP + height(_titled(slide, theme, column)) + _BELOW_TITLE
    for factor in _SIZES:
        parts = _parts(slide, enlarged(theme, factor), column)
        if top + height(parts) <= (_SEEN if factor > 1 else _LOWEST) and not is_too_wide(parts):
            return factor
    return _SIZES[-1]


def _content(slide: _Slide, tag: str, factor: float) -> tuple[list[Placed], float]:
    """Return a slide's items at a size, and the height that they reach down to."""
    theme = slide.kind.theme.in_language(tag)
    column = Column(_MARGIN, WIDTH - 2 * _MARGIN, tag)
    if slide.kind.alone is not None:
        return _in_the_middle(slide, theme, column.inset(slide.kind.alone, slide.kind.alone))
    title = _titled(slide, theme, column)
    y = _TOP + height(title)
    rule = Placed(_MARGIN, y + 12, Rect(64, 5, RED if slide.look == "act slide" else GOLD, radius=2.5))
    top = y + _BELOW_TITLE
    parts = _parts(slide, enlarged(theme, factor), column)
    return [*stacked(title, y=_TOP), rule, *stacked(parts, y=top)], top + height(parts)


def _titled(slide: _Slide, theme: Theme, column: Column) -> list[Strip]:
    """Return a slide's title, behind the sign for acute danger where that is what it is about."""
    side = theme.heading2.text.size
    sign = slide.look == "act slide"
    lines = _title(slide, theme, column.inset(side * 1.4) if sign else column)
    return with_sign(lines, column, side) if sign else lines


def _title(slide: _Slide, theme: Theme, column: Column) -> list[Strip]:
    if slide.title is None:
        return []
    at, title = slide.title
    lines = prose_strips(title, at, theme.heading2, column)
    return [as_artifact(line) for line in lines] if slide.goes_on else lines


def _parts(slide: _Slide, theme: Theme, column: Column) -> list[Strip]:
    return [strip for part in slide.parts for strip in part(theme, column)]


def _in_the_middle(slide: _Slide, theme: Theme, column: Column) -> tuple[list[Placed], float]:
    """Set title and text as one group a little above the middle: what stands alone is read first."""
    parts = [*_title(slide, theme, column), *_parts(slide, theme, column)]
    total = height(parts)
    top = max(_TOP, (_LOWEST - total) * 0.44)
    return stacked(parts, y=top), top + total


def _number(number: int, slide: _Slide, tag: str) -> list[Placed]:
    colour = WHITE if slide.kind.dark else GREY
    look = replace(_NUMBER, text=replace(_NUMBER.text, colour=colour))
    line = literal(str(number), look, Column(0, 100, tag), ARTIFACT, SOURCE)[0].items[0]
    return [Placed(WIDTH - _MARGIN - line.item.width, HEIGHT - 34 + line.y, line.item)]


def _example(said: Prose, slide: _Slide, tag: str) -> list[Placed]:
    """Return what says at the foot of a slide that its meeting is an example, nothing if it is none."""
    look = replace(_NUMBER, text=replace(_NUMBER.text, colour=WHITE if slide.kind.dark else INK, weight=700))
    return stacked(beside_the_form(said, look, Column(_MARGIN, WIDTH - 3 * _MARGIN, tag)), y=HEIGHT - 34)
