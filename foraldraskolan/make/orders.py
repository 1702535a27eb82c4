"""What is asked for: orders, each for one file, and the batches of them; what a pack has of each medium."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from foraldraskolan.document.blocks import Window
from foraldraskolan.material.plan import Plan
from foraldraskolan.pdf.run import Roots
from foraldraskolan.problems import Message, message

if TYPE_CHECKING:  # a pack has no need of all that reads a list
    from foraldraskolan.class_list.recipients import Person, Recipient


@dataclass(frozen=True, slots=True)
class Lesson:
    """One of the `count` letters of a weekly series, numbered from 1: the day on which it goes out, and its module."""

    number: int
    count: int
    day: date
    module: str

    @property
    def folder(self) -> str:
        """Return the name of the folder that the lesson's files lie in: its number and its day."""
        return f"{self.number:02d}-{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class Order:
    """One file: a medium in a language, in the form that the name's ending says, for everybody or for one family.

    Orders of one `number` belong together: each of them is made or none. A `lesson` is the medium "lesson"'s. A letter
    to a `family` has its address where a `window` is; a draft is to a `guardian`, with what is `attached`. Letters that
    are `in_run` share the file, one after the other.
    """

    medium: str
    language: str
    file: str
    number: int = 0
    lesson: Lesson | None = None
    family: "Recipient | None" = None
    window: Window | None = None
    guardian: "Person | None" = None
    attached: "Order | None" = None
    in_run: bool = False

    @property
    def form(self) -> str:
        """Return the ending that says what the file is written as."""
        return PurePath(self.file).suffix


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a part of a print run comes: its first object number, what is above it, and its bookmark's title."""

    first: int
    roots: Roots
    title: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Orders that one process makes in one go; those that are in a print run make the part of it at `slot`."""

    orders: tuple[Order, ...]
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a pack has of a medium: what it is called, in which languages, and how its files' names begin.

    `copied` says that the plan may give how many copies to print, `parents` that it speaks to nobody but parents.
    """

    called: Message
    languages: Callable[[Plan], Sequence[str]]
    name: str
    copied: bool = False
    parents: bool = False


PACK: Mapping[str, Share] = {
    "handout": Share(message("Papper att ta med hem"), lambda plan: plan.families, "handout", copied=True),
    "notes": Share(message("Talarstöd"), lambda plan: (plan.notes,), "notes"),
    "presentation": Share(message("Bilder"), lambda plan: (plan.presentation,), "presentation"),
    "checklist": Share(
        message("Checklista för föräldrar"), lambda plan: plan.families, "checklist", copied=True, parents=True
    ),
    "mailout": Share(message("Inbjudan"), lambda plan: plan.families, "mailout", copied=True, parents=True),
    "staff": Share(message("Checklista för dig som håller mötet"), lambda plan: (plan.notes,), "checklist-staff"),
}


def order_of(medium: str, language: str, form: str = ".pdf") -> Order:
    """Return the order of a medium to everybody, under the name that its file has in a pack."""
    return Order(medium, language, f"{PACK[medium].name}-{language}{form}")
