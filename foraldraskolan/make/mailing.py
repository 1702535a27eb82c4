"""A mailout: orders for the letters and messages to the families of a list, made stack by stack in a private folder.

The list is sorted by language and class and cut into stacks, each made by one process; memory holds a few of them.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path
from typing import Literal

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.document.form import Window
from foraldraskolan.make.conductor import Maker, Progress
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.families import Families, Stack, stacks
from foraldraskolan.make.log import Sent, mailing_log
from foraldraskolan.make.orders import Batch, Lesson, Order, Slot, order_of
from foraldraskolan.make.print_run import Run, print_run
from foraldraskolan.make.private import private_folder, write_private
from foraldraskolan.make.series import CALENDAR, lessons, sending_calendar, series_orders
from foraldraskolan.make.workers import on_all_cores
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Problem, raise_found
from foraldraskolan.record import record

LETTERS, LOG, SERIES = "letters.pdf", "log.txt", "series"
_LONGEST_NAME = 160  # bytes of names in a file's name, which no system lets be longer than 255
Output = Literal["print", "families", "messages"]


@record
class Wanted:
    """What to make for the families: one file to print, a file a family, unsent messages.

    `names` puts names into the files' names, `attach` the letter into each message; `weekly` adds the lessons.
    """

    outputs: frozenset[Output]
    window: Window = "right"
    names: bool = False
    attach: bool = False
    weekly: bool = False

    @property
    def letters(self) -> bool:
        """Return whether there are letters as pages, and not as messages alone."""
        return not self.outputs <= {"messages"}


@record
class Mailing:
    """What was made for a list: each letter, in the order of the print run, and why some could not be set."""

    sent: tuple[Sent, ...]
    unset: tuple[Problem, ...]


def make_mailing(
    wanted: Wanted,
    editions: Editions,
    families: Families,
    folder: Path,
    interface: NullTranslations,
    progress: Progress = lambda _: None,
) -> Mailing:
    """Make everything for the families in a folder that is not there yet; `progress` hears how many letters are done.

    Nothing is made if a row is bad or cannot be set, unless `families.skip_bad` and another can, nor while it is in
    doubt who is protected. Raises ProblemsFound.
    """
    raise_found(list(families.doubts))
    raise_found([] if families.skip_bad else list(families.bad))
    order = stacks(families.recipients, editions.plan)
    # A series for the languages that are read, no more.
    plan = replace(editions.plan, families=tuple(dict.fromkeys(each.language for each in order)))
    content = editions.content
    series = lessons(plan, content.library) if wanted.weekly else []
    for tag in plan.families:
        editions.of(order_of("mailout", tag))  # here, so that every process has it from its start
    sent: list[Sent] = []
    unset: list[Problem] = []
    with private_folder(folder) as beside, _run(wanted, beside, order, editions) as run:
        maker = Maker(editions, beside)
        slots = run.slots if run else [None] * len(order)
        batches = (_batch(stack, wanted, series, slot) for stack, slot in zip(order, slots, strict=True))
        with on_all_cores(maker, batches, len(order)) as results:
            for stack, done in zip(order, results, strict=True):
                for number, to in enumerate(stack.recipients, start=stack.first):
                    if number in done.problems:
                        unset += [replace(each, place=to.place(families.file)) for each in done.problems[number]]
                    else:
                        sent.append(Sent(number, to.at, to.language, to.group, len(_writing(to, wanted))))
                if run and done.part:
                    run.add(done.part)
                progress(len(stack.recipients))
        raise_found([] if families.skip_bad and sent else unset)
        if run:
            run.close((each.language, each.group) for each in sent)
        texts = maker(Batch(tuple(_texts(plan, series))))
        raise_found([problem for found in texts.problems.values() for problem in found])
        if wanted.weekly:
            write_private(beside / SERIES / CALENDAR, sending_calendar(plan, series, content))
        log = mailing_log(sent, len(sent) if wanted.letters else 0, unset, families, plan, content, interface)
        write_private(beside / LOG, log.encode("utf-8"))
    return Mailing(tuple(sent), tuple(unset))


def _run(
    wanted: Wanted, folder: Path, order: Sequence[Stack], editions: Editions
) -> AbstractContextManager[Run | None]:
    """Return the print run in its file, or nothing if it is not asked for."""
    return print_run(folder / LETTERS, order, editions) if "print" in wanted.outputs else nullcontext()


def _batch(stack: Stack, wanted: Wanted, series: Sequence[Lesson], slot: Slot | None) -> Batch:
    numbered = enumerate(stack.recipients, start=stack.first)
    return Batch(tuple(order for number, to in numbered for order in _orders(number, to, wanted, series)), slot)


def _orders(number: int, family: Recipient, wanted: Wanted, series: Sequence[Lesson]) -> Iterator[Order]:
    """Yield what is made for one family: its letter, and for each guardian a message and the lessons of a series."""
    tag, name = family.language, file_name(number, family, named=wanted.names)
    letter = replace(order_of("mailout", tag), number=number, family=family, window=wanted.window)
    if "print" in wanted.outputs:
        yield replace(letter, in_run=True)
    if "families" in wanted.outputs:
        yield replace(letter, file=f"letters/{name}.pdf")
    people = _writing(family, wanted)
    for index, person in enumerate(people, start=1):
        file = f"{name}-{index}.eml" if len(people) > 1 else f"{name}.eml"
        # Each guardian has a message alone: not everybody may know the other's address.
        own = replace(family, people=(person,)) if person.name else family
        message = Order("mailout", tag, f"messages/{file}", number, family=own, guardian=person)
        yield replace(message, attached=letter) if wanted.attach else message
        for lesson in series:
            yield Order("lesson", tag, f"{SERIES}/{lesson.folder}/{file}", number, lesson, guardian=person)


def _writing(family: Recipient, wanted: Wanted) -> list[Person]:
    """Return who of a family gets messages."""
    return [person for person in family.people if person.email] if "messages" in wanted.outputs else []


def _texts(plan: Plan, series: Sequence[Lesson]) -> Iterator[Order]:
    """Yield what is pasted into a school platform: the invitation in each language, and the lessons of a series."""
    for tag in plan.families:
        for form in (".html", ".txt"):
            order = order_of("mailout", tag, form)
            yield replace(order, file=f"paste/{order.file}")
    for order in series_orders(plan, series):
        yield replace(order, file=f"{SERIES}/{order.file}")


def file_name(number: int, family: Recipient, *, named: bool) -> str:
    """Return the name of a family's files without its ending; names of people are in it only if it is to be `named`."""
    name = f"{number:05d}-{family.language}"
    if named:
        people = [family.child, *(person.name for person in family.people)]
        # Letters with their marks and digits; whatever else stands in a list may lead elsewhere in a path.
        shown = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in " ".join(people))
        words = "".join(f"-{word}" for word in shown.split())
        name += words.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", "ignore")
    return name
