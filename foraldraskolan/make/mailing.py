"""A mailout: letters and messages to the families of a list, on all cores, all of them or none.

The list is sorted by language and class and cut into batches, each made by one process; memory holds a few of them.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from gettext import NullTranslations
from itertools import accumulate
from pathlib import Path

from foraldraskolan.document.form import Form
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.make.desk import SERIES, Desk, Done, Sent, start, work
from foraldraskolan.make.document import Content, arranged_by, metadata_of
from foraldraskolan.make.files import private_folder, private_opener, write_private
from foraldraskolan.make.letters import FORMS, letter
from foraldraskolan.make.log import mailing_log
from foraldraskolan.make.mailing_order import Batch, Families, Order, batches
from foraldraskolan.make.series import lesson_files
from foraldraskolan.make.workers import in_order, pool
from foraldraskolan.material.assemble import assemble_nothing
from foraldraskolan.material.plan import Plan
from foraldraskolan.media import cover
from foraldraskolan.pdf.run import Printed, PrintRun, make_part, room
from foraldraskolan.problems import Problem, raise_found

LETTERS, LOG = "letters.pdf", "log.txt"
_AHEAD = 2  # batches that wait for each core: more would fill the memory, fewer leave a core idle


@dataclass(frozen=True, slots=True)
class Mailing:
    """What was made for a list: each letter, in the order of the print run, and why some could not be set."""

    sent: tuple[Sent, ...]
    unset: tuple[Problem, ...]


def make_mailing(
    order: Order,
    plan: Plan,
    content: Content,
    families: Families,
    folder: Path,
    interface: NullTranslations,
    progress: Callable[[int], None] = lambda _: None,
) -> Mailing:
    """Make everything for the families in a folder that is not there yet; `progress` hears how many letters are done.

    Nothing is made if a row is bad or cannot be set, unless `families.skip_bad` and another can, nor while it is in
    doubt who is protected. Raises ProblemsFound.
    """
    raise_found(list(families.doubts))
    raise_found([] if families.skip_bad else list(families.bad))
    wanted = batches(families.recipients, plan)
    # A series for the languages that are read, no more.
    plan = replace(plan, families=tuple(dict.fromkeys(batch.language for batch in wanted)))
    sent: list[Sent] = []
    unset: list[Problem] = []
    with private_folder(folder) as beside:
        desk = _numbered(Desk(order, plan, content, families.file, beside), wanted)
        with _print_run(desk) as run:
            for batch, done in zip(wanted, _all_done(wanted, desk), strict=True):
                sent.extend(done.sent)
                unset.extend(done.unset)
                if run is not None and done.part is not None:
                    run.add(done.part)
                progress(len(batch.recipients))
            raise_found([] if families.skip_bad and sent else unset)
            if run is not None:
                document = _cover([(each.language, each.group) for each in sent], desk)
                title, top = plain(document.title.inlines), Printed(document, lay_out_sheet(document), "")
                run.add(make_part(desk.numbers[-2], title, [top], desk.roots), front=True)
                run.close(metadata_of(document, content))
        for name, data in _texts(desk).items():
            write_private(beside / name, data)
        log = mailing_log(order, sent, unset, families, plan, content, interface)
        write_private(beside / LOG, log.encode("utf-8"))
    return Mailing(tuple(sent), tuple(unset))


def _all_done(wanted: Sequence[Batch], desk: Desk) -> Iterator[Done]:
    cores = min(os.cpu_count() or 1, len(wanted))
    if not wanted:
        return
    with pool(cores, start, desk) as executor:
        yield from in_order(executor, work, wanted, cores * _AHEAD)


def _texts(desk: Desk) -> dict[str, bytes]:
    """Return what is pasted into a school platform: the invitation in each language and, if asked for, the lessons."""
    files: dict[str, bytes] = {}
    for tag in desk.plan.families:
        common = desk.prepared(tag)
        said = letter(common.document, common.trust)
        files |= {f"paste/mailout-{tag}{ending}": form(said) for ending, form in FORMS.items() if ending != ".eml"}
    if desk.order.weekly:
        series = lesson_files(desk.plan, desk.lessons, desk.content)
        files |= {f"{SERIES}/{name}": data for name, data in series.items()}
    return files


def _numbered(desk: Desk, wanted: Sequence[Batch]) -> Desk:
    """Return the desk with object numbers for every part of the print run, given out before any is made."""
    rooms = [room(desk.prepared(batch.language).document, len(batch.recipients)) for batch in wanted]
    # The cover counts no more classes than are asked for.
    largest = _cover([(each.language, each.group) for batch in wanted for each in batch.recipients], desk)
    return replace(desk, numbers=tuple(accumulate([*rooms, room(largest, 1)], initial=1)))


@contextmanager
def _print_run(desk: Desk) -> Iterator[PrintRun | None]:
    """Yield the print run in its file, or None if it is not asked for."""
    if "print" not in desk.order.outputs:
        yield None
        return
    with open(desk.folder / LETTERS, "xb", opener=private_opener) as file:
        yield PrintRun(file, desk.numbers[-1])


def _cover(letters: Sequence[tuple[str, str]], desk: Desk) -> Form:
    """Return the sheet that says how many letters there are in each language and class.

    `letters` are the language and the class of each.
    """
    counts = [(tag, group, count) for (tag, group), count in Counter(letters).items()]
    arrange = partial(cover.arrange, counts=counts, languages=desk.content.languages)
    return arranged_by(arrange, assemble_nothing(desk.plan), desk.plan.notes, desk.content).form
