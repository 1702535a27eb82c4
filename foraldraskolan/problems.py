"""What can be wrong with a user's input: a message, a hint and a place.

    Exception
    └── ProblemsFound      every problem of one stage, raised once (exit code 1)

Anything else that escapes is our own bug (exit code 3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from gettext import NullTranslations
from pathlib import Path
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was written: a file, and where known a line (counted from 1), a key, a workbook's sheet."""

    file: Path
    line: int | None = None
    key: str | None = None
    sheet: str | None = None

    def __str__(self) -> str:
        parts = [str(self.file)]
        if self.sheet is not None:
            parts.append(self.sheet)
        if self.line is not None:
            parts.append(str(self.line))
        if self.key is not None:
            parts.append(self.key)
        return ":".join(parts)


@runtime_checkable
class Spoken(Protocol):
    """What is said otherwise in Swedish and in English, as a sentence or the name of a language."""

    def text(self, catalog: NullTranslations) -> str:
        """Return it in the catalog's language."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to the user: a Swedish msgid of the interface catalog, and the values of its {fields}."""

    msgid: str
    values: tuple[tuple[str, str | Spoken], ...] = ()

    def text(self, catalog: NullTranslations) -> str:
        """Return the sentence in the catalog's language with its values filled in."""
        values = {name: value if isinstance(value, str) else value.text(catalog) for name, value in self.values}
        return catalog.gettext(self.msgid).format(**values)


def message(msgid: str, **values: object) -> Message:
    """Return the Message with this Swedish text; the name is the keyword that catalogs are extracted by."""
    spoken = {name: value if isinstance(value, Spoken) else str(value) for name, value in values.items()}
    return Message(msgid, tuple(spoken.items()))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing the user has to mend: what is wrong, what to do, and where."""

    message: Message
    hint: Message | None = None
    place: Place | None = None


class ProblemsFound(Exception):
    """All the problems that one stage found, raised once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message.text(NullTranslations()) for problem in self.problems))

    def __reduce__(self) -> tuple[type["ProblemsFound"], tuple[tuple[Problem, ...]]]:
        # An exception is copied between processes by its args, which hold the sentence and not the problems.
        return ProblemsFound, (self.problems,)


def raise_found(problems: list[Problem]) -> None:
    """Raise ProblemsFound if there are any problems."""
    if problems:
        raise ProblemsFound(problems)


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return the hint for a name that is not known: the nearest known one, or all of them."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    if near:
        return message("Menade du {near}?", near=near[0])
    return message("Det som finns: {names}.", names=", ".join(names) or "–")
