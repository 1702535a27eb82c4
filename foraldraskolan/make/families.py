"""Which families of a class list get a letter, and in which order and stacks they are made."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from foraldraskolan.class_list.left_out import LeftOut
from foraldraskolan.class_list.recipients import Fallback, Recipient, RecipientList
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.material.plan import Plan
from foraldraskolan.pdf.run import PART_LETTERS
from foraldraskolan.problems import Problem, message
from foraldraskolan.record import record
from foraldraskolan.typeset.fonts import missing


@record
class Families:
    """Who gets a letter: the rows of a list that can be used, those that cannot, and those in another language.

    `skip_bad` says that the bad ones are to be left out; else they stop the mailout. `doubts` always stop it.
    """

    file: Path
    recipients: tuple[Recipient, ...]
    bad: tuple[Problem, ...]
    fallbacks: tuple[Fallback, ...]
    skip_bad: bool = False
    doubts: tuple[Problem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @classmethod
    def of(cls, file: Path, read: RecipientList, *, skip_bad: bool = False) -> "Families":
        """Return the families of a list; a row in which something stands that no font has is bad, too."""
        unprintable = {each.at: wrong for each in read.recipients if (wrong := _unprintable(each, file))}
        able = tuple(each for each in read.recipients if each.at not in unprintable)
        bad = (*read.bad, *(problem for wrong in unprintable.values() for problem in wrong))
        fallbacks = tuple(each for each in read.fallbacks if each.at not in unprintable)
        doubts = tuple(doubt.problem(file) for doubt in read.doubts)
        return cls(file, able, bad, fallbacks, skip_bad, doubts, read.detected.left_out)


def _unprintable(recipient: Recipient, file: Path) -> list[Problem]:
    """Return the problem of a row in which something stands that no font has, told without what it is part of."""
    texts = (*(person.name for person in recipient.people), recipient.child, recipient.group, *recipient.address)
    characters = missing("".join(texts))
    if not characters:
        return []
    codes = ", ".join(f"U+{ord(each):04X}" for each in characters)
    what = message("Inget typsnitt har alla tecken på raden: {codes}.", codes=codes)
    hint = message("Skriv namnet eller adressen med andra bokstäver.")
    return [Problem(what, hint, recipient.place(file))]


@record
class Stack:
    """Letters in one language that are made in one go; `first` is the number of the first, counted from 1."""

    first: int
    language: str
    recipients: tuple[Recipient, ...]


def stacks(recipients: Sequence[Recipient], plan: Plan) -> list[Stack]:
    """Return the recipients sorted by language (those of the plan first), class and child, in stacks."""
    order = {tag: index for index, tag in enumerate(plan.families)}

    def key(each: Recipient) -> tuple[int, str, list[tuple[int, str]], str, RowId]:
        return order.get(each.language, len(order)), each.language, _natural(each.group), each.child, each.at

    made: list[Stack] = []
    first = 1
    for tag, some in groupby(sorted(recipients, key=key), attrgetter("language")):
        theirs = tuple(some)
        for start in range(0, len(theirs), PART_LETTERS):
            made.append(Stack(first, tag, theirs[start : start + PART_LETTERS]))
            first += len(made[-1].recipients)
    return made


def _natural(text: str) -> list[tuple[int, str]]:
    """Return what sorts 8B before 10A."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.findall(r"\d+|\D+", text)]
