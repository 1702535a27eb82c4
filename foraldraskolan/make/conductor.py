"""Orders -> what is made of them: on all cores, those of one language by one process, problems all at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from foraldraskolan.language import SOURCE
from foraldraskolan.make.document import Content
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.files import write_all
from foraldraskolan.make.forms import form_of
from foraldraskolan.make.orders import Batch, Order
from foraldraskolan.make.private import write_private
from foraldraskolan.make.renewal import Kind, Purpose, expect_same, renew
from foraldraskolan.make.workers import expect_time, on_all_cores
from foraldraskolan.material.plan import Plan
from foraldraskolan.pdf.run import Part, Printed, make_part
from foraldraskolan.problems import Problem, ProblemsFound, raise_found
from foraldraskolan.record import record
from foraldraskolan.translation.status import Provenance

# Below this many orders the time to start other processes is more than they save.
_WORTH_SHARING = 6
_SLIDES = ("presentation", "notes")
_COST = {"ltr": 2, "rtl": 3}  # of an order that is translated, beside one that is not
Progress = Callable[[int], None]  # hears how many orders, or families, are done


@record
class Made:
    """What was made of an order: the file, its pages (0: it has none), how far its translation can be trusted."""

    order: Order
    data: bytes
    pages: int
    trust: Provenance


@record
class Done:
    """What came of a batch: what was made and is not written yet, what stopped which number, a part of a print run."""

    made: tuple[Made, ...]
    problems: Mapping[int, tuple[Problem, ...]]
    part: Part | None


@record
class Maker:
    """Makes batches; if there is a folder, it writes the files there itself, for nobody but their owner."""

    editions: Editions
    folder: Path | None = None

    def __call__(self, batch: Batch) -> Done:
        """Make the orders of a batch, and of each number all of them or none."""
        made: list[Made] = []
        printed: list[Printed] = []
        problems: dict[int, tuple[Problem, ...]] = {}
        for number, together in groupby(batch.orders, attrgetter("number")):
            expect_time()
            try:
                ready = [self._made(order) for order in together]
            except ProblemsFound as found:
                problems[number] = found.problems
                continue
            for each in ready:
                if each.order.in_run:
                    printed.append(self._printed(each.order))
                elif self.folder is not None:
                    write_private(self.folder / each.order.file, each.data)
                else:
                    made.append(each)
        slot = batch.slot
        part = make_part(slot.first, slot.title, printed, slot.roots) if slot and printed else None
        return Done(tuple(made), problems, part)

    def _made(self, order: Order) -> Made:
        edition, form = self.editions.of(order), form_of(order)
        data = b"" if order.in_run else form.write(order, self.editions)
        return Made(order, data, len(edition.pages) if form.paged else 0, edition.trust)

    def _printed(self, order: Order) -> Printed:
        edition = self.editions.of(order)
        return Printed(edition.form, edition.pages, order.family.group if order.family else "")


def make(orders: Sequence[Order], plan: Plan, content: Content, progress: Progress = lambda _: None) -> list[Made]:
    """Return what was made of each order, in their order; raise ProblemsFound with the problems of all."""
    batches = _batches([replace(order, number=number) for number, order in enumerate(orders)], content)
    made: list[Made] = []
    problems: dict[int, tuple[Problem, ...]] = {}
    with on_all_cores(Maker(Editions(plan, content)), batches, len(batches)) as results:
        for batch, done in zip(batches, results, strict=True):
            made += done.made
            problems |= done.problems
            progress(len(batch.orders))
    raise_found(list(dict.fromkeys(problem for number in sorted(problems) for problem in problems[number])))
    return sorted(made, key=lambda each: each.order.number)


def make_file(order: Order, plan: Plan, content: Content, folder: Path) -> Made:
    """Make one file in a folder, in place of what is there; raise ProblemsFound with all that stops it."""
    (made,) = make([order], plan, content)
    write_all(folder, {order.file: made.data})
    return made


@record
class Folder:
    """What was made in a folder, in the order of the orders, and what an earlier order left that was changed since."""

    made: tuple[Made, ...]
    kept: tuple[str, ...]


def make_folder(
    kind: Kind,
    orders: Sequence[Order],
    plan: Plan,
    content: Content,
    folder: Path,
    beside: Callable[[Sequence[Made]], Mapping[str, bytes]],
    progress: Progress,
) -> Folder:
    """Make a folder of files in place of an earlier one of its kind for the meeting, with what lies `beside` them.

    Nothing is written before everything is made. Raises ProblemsFound with the problems of all, or of the folder.
    """
    purpose = Purpose.of(kind, plan.meeting)
    expect_same(folder, purpose)
    made = make(orders, plan, content, progress)
    files = {each.order.file: each.data for each in made} | dict(beside(made))
    return Folder(tuple(made), renew(folder, files, purpose))


def _batches(orders: Sequence[Order], content: Content) -> list[Batch]:
    """Return the orders of each language together, and its slides apart, what takes longest first.

    A process that has read, translated and shaped one language has most of what its other papers need.
    """
    if len(orders) < _WORTH_SHARING:
        return [Batch(tuple(orders))]
    together: dict[tuple[str, bool], list[Order]] = {}
    for order in orders:
        together.setdefault((order.language, order.medium in _SLIDES), []).append(order)

    def cost(each: Sequence[Order]) -> int:
        tag = each[0].language
        return len(each) * (1 if tag == SOURCE else _COST[content.languages[tag].direction])

    return [Batch(tuple(each)) for each in sorted(together.values(), key=cost, reverse=True)]
