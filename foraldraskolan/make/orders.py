"""What is asked for: orders, each for one file, and the batches of them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from foraldraskolan.document.form import Window
from foraldraskolan.language import SOURCE
from foraldraskolan.material.plan import Plan
from foraldraskolan.media.media import MEDIA
from foraldraskolan.media.medium import Medium
from foraldraskolan.pdf.run import Roots
from foraldraskolan.record import record

if TYPE_CHECKING:  # a pack has no need of all that reads a list
    from foraldraskolan.class_list.recipients import Person, Recipient


@record
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


@record
class Order:
    """One file: a medium in a language, in the form that the name's ending says, for everybody or for one family.

    Orders of one `number` belong together: each of them is made or none. A `lesson` is the medium "lesson"'s. A letter
    to a `family` has its address where a `window` is; a draft is to a `guardian`, with what is `attached`. Letters that
    are `in_run` share the file, one after the other. What is `bilingual` has Swedish beside the language.
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
    bilingual: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the tags of the languages that the file is in."""
        return (SOURCE, self.language) if self.bilingual else (self.language,)

    @property
    def form(self) -> str:
        """Return the ending that says what the file is written as."""
        return PurePath(self.file).suffix


@record
class Slot:
    """Where a part of a print run comes: its first object number, what is above it, and its bookmark's title."""

    first: int
    roots: Roots
    title: str


@record
class Batch:
    """Orders that one process makes in one go; those that are in a print run make the part of it at `slot`."""

    orders: tuple[Order, ...]
    slot: Slot | None = None


def media_of(plan: Plan, wanted: Collection[str] = ()) -> list[Medium]:
    """Return the media that a plan's pack has, and those in the formats `wanted`: some are for parents alone."""
    parents = plan.meeting.audience == "parents"
    made = [each for each in MEDIA.values() if each.format == "a4" or each.format in wanted]
    return [each for each in made if parents or not each.parents_only]


def languages_of(medium: Medium, plan: Plan) -> Sequence[str]:
    """Return the tags of the languages in which a plan wants a medium."""
    match medium.languages:
        case "families":
            return plan.families
        case "notes":
            return (plan.notes,)
        case "presentation":
            return (plan.presentation,)
        case "interpreters":  # what is Swedish stands on each of their papers
            return [tag for tag in plan.interpreted_into if tag != SOURCE]


def is_bilingual(medium: Medium, language: str, plan: Plan) -> bool:
    """Tell whether a plan wants a medium in a language with Swedish beside it."""
    return plan.bilingual and medium.beside and language != SOURCE


def order_of(medium: str, language: str, form: str = ".pdf", *, bilingual: bool = False) -> Order:
    """Return the order of a medium to everybody, under the name that its file has in a pack."""
    order = Order(medium, language, "", bilingual=bilingual)
    return replace(order, file=f"{'-'.join((MEDIA[medium].file or medium, *order.languages))}{form}")
