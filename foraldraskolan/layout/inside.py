"""Nothing off the paper: whatever is set lies inside its page, and each line inside its measure, or the work stops."""

from collections.abc import Iterable, Sequence
from itertools import islice
from math import ceil

from foraldraskolan.document.form import Form
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Node, children, descend
from foraldraskolan.layout.page import Page, Placed, Strip
from foraldraskolan.problems import Place, Problem, message
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Mark

_ROUNDING = 0.05  # points
_MEETING = "{meeting:"  # how a text names what a plan says of its meeting
_ABOVE, _BELOW = 1.1, 0.5  # how far letters reach from their baseline, in sizes of their type


def is_too_wide(strips: Iterable[Strip]) -> bool:
    """Tell whether a line of some strips is wider than its measure."""
    return any(isinstance(each.item, Line) and each.item.over > 0 for strip in strips for each in strip.items)


def too_wide(items: Iterable[Placed], form: Form) -> list[Problem]:
    """Return a problem for each text that has a line wider than its measure, and by how much: nothing in it breaks.

    The word itself is not told: it may be a name.
    """
    over: dict[Address, float] = {}
    for each in items:
        if isinstance(each.item, Line) and each.item.over > 0:
            address = _address_of(each.item.runs[0].mark, form)
            over[address] = max(over.get(address, 0), each.item.over)
    problems: list[Problem] = []
    for address, points in over.items():
        what = message(
            "Ett ord är {points} punkter bredare än sin plats ({language}).",
            points=ceil(points),
            language=form.language.swedish,
        )
        hint = message("Korta det, eller skriv ett mjukt bindestreck (U+00AD) där det får delas.")
        if _is_of_plan(address, form):
            hint = message("Korta namnen på mötet, platsen och värden i planen.")
        problems.append(Problem(what, hint, _place_at(address, form)))
    return problems


def off_page(pages: Sequence[Page], form: Form) -> list[Problem]:
    """Return a problem for each text, or what else is painted, that does not lie wholly inside its page."""
    problems: list[Problem] = []
    for page in pages:
        for each in page.items:
            left, top, right, bottom = bounds(each)
            points = max(-left, -top, right - page.width, bottom - page.height)
            if not points <= _ROUNDING:
                what = message(
                    "Något står {points} punkter utanför sidan ({language}).",
                    points=ceil(points),
                    language=form.language.swedish,
                )
                place = place_of(each.marks[0], form)
                problems.append(Problem(what, message("Korta texten."), place))
    return list(dict.fromkeys(problems))


def bounds(placed: Placed) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom edge of what is placed, in points as it is placed."""
    x, y, item = placed.x, placed.y, placed.item
    if isinstance(item, Line):
        size = max((run.style.size for run in item.runs), default=0.0)
        return x, y - size * _ABOVE, x + item.width, y + size * _BELOW
    return x, y, x + item.width, y + item.height


def run_bounds(placed: Placed, run: GlyphRun) -> tuple[float, float, float, float]:
    """Return the edges of one of the runs of a line that is placed, as `bounds` does."""
    x = placed.x + run.x
    return x, placed.y - run.style.size * _ABOVE, x + run.width, placed.y + run.style.size * _BELOW


def place_of(mark: Mark, form: Form) -> Place | None:
    """Return where the text was written that a mark is part of, or else its block, or else the form's title."""
    return _place_at(_address_of(mark, form), form)


def _address_of(mark: Mark, form: Form) -> Address:
    """Return the address of the text that a mark is part of, or of the node if it is no text."""
    return mark[0][: len(_path(mark[0], form))]


def _path(address: Address, form: Form) -> list[Node]:
    """Return the nodes that an address leads through, down to its text."""
    if not address:
        return []
    path: list[Node] = [form.blocks[address[0]]]
    for index in address[1:]:
        below = None if isinstance(path[-1], Prose) else next(islice(children(path[-1]), index, None), None)
        if below is None:
            break
        path.append(below)
    return path


def _place_at(address: Address, form: Form) -> Place | None:
    path = _path(address, form)
    near = [node for top in path[:0:-1] + path[:1] for _, node in descend(top) if isinstance(node, Prose)]
    return next((text.place for text in near if text.place is not None), form.title.place)


def _is_of_plan(address: Address, form: Form) -> bool:
    """Tell whether a text's long words are what a plan puts in: those of a fixed one, and of one about the meeting."""
    path = _path(address, form)
    text = path[-1] if path else None
    if not isinstance(text, Prose) or (not text.source and text.place is None):
        return True
    return text.source in LABELS.values() or _MEETING in text.source
