"""What stands beside a line on its page: readers of PDF take for one line what is at one height."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from foraldraskolan.layout.page import Page, Placed
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import Line

_SAME_BASELINE = 3  # points: pdf.js takes lines this close for one
_NONE = float("inf")
_ROOM = 6.0  # points that pieces of a line begin further left than they look, at most
_SAME_LINE = 1  # points: so does pdfium, if it sees where they begin and end


@record
class Setting:
    """How a line stands on its page.

    `turned` says that pdfium reads its baseline from the right, `unsaid` that it does so without being told by the
    file; `beside` that another line follows on the same baseline, `after` that one comes before on it, `apart` that one
    stands beside it on another. All of it has to begin further left than `limit`, in points from the line's left edge.
    """

    turned: bool = False
    unsaid: bool = False
    beside: bool = False
    after: bool = False
    apart: bool = False
    limit: float = _NONE


ALONE = Setting()


def settings_of(page: Page, *, rtl: bool, unsaid: bool) -> dict[int, Setting]:
    """Return how the lines of a page stand, by the identity of where they are placed.

    `rtl` is the direction of the document, `unsaid` whether the file does not say that it is read from the right.
    """
    placed = [each for each in page.items if isinstance(each.item, Line)]
    beside = {id(one) for one, after in pairwise(placed) if abs(after.y - one.y) < _SAME_BASELINE}
    apart = {id(each) for pair in pairwise(placed) if _overlap(*pair) for each in pair}
    found: dict[int, Setting] = {}
    for group in _baselines(placed):
        turned = rtl and (len(group) > 1 or not unsaid)
        turned = turned or any(run.rtl for each in group for run in _line(each).runs)
        limits = _limits(group) if turned and len(group) > 1 else [_NONE] * len(group)
        for each, limit in zip(group, limits, strict=True):
            after = turned and each is not group[0]
            found[id(each)] = Setting(turned, unsaid or not rtl, id(each) in beside, after, id(each) in apart, limit)
    return found


def _baselines(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Yield the lines that pdfium takes for one."""
    group: list[Placed] = []
    for each in placed:
        if group and abs(each.y - group[-1].y) >= _SAME_LINE:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _limits(group: Sequence[Placed]) -> Iterator[float]:
    """Yield left of what each line has to begin, so that they come in their order though they do not stand in it."""
    left = _NONE
    for each in group:
        edges = [each.x + x for run in _line(each).runs for x in (run.x, run.x + run.width)]
        limit = left if max(edges) > left else _NONE
        yield limit - each.x
        left = min(*edges, limit) - _ROOM


def _line(placed: Placed) -> Line:
    assert isinstance(placed.item, Line)
    return placed.item


def _overlap(one: Placed, after: Placed) -> bool:
    """Tell whether one line stands partly beside another, though not on the same baseline."""
    sizes = [run.style.size for each in (one, after) for run in _line(each).runs]
    return _SAME_LINE <= abs(after.y - one.y) < max(sizes)
