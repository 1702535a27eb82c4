"""What can be wrong with a user's input: a message, a hint and a place.

    Exception
    └── ProblemsFound      every problem of one stage, raised once (exit code 1)

Anything else that escapes is our own bug (exit code 3).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from gettext import NullTranslations
from itertools import groupby
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

from foraldraskolan.limits import SHOWN, WORD
from foraldraskolan.record import record

T = TypeVar("T")
_NAMED = 50  # names in one hint


@record
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
            parts.append(shortened(self.key))
        return ":".join(parts)


def spoken(catalog: NullTranslations) -> str:
    """Return the language of the program's own sentences: they are Swedish unless their catalog says another."""
    return str(catalog.info().get("language", "sv"))


@runtime_checkable
class Spoken(Protocol):
    """What is said otherwise in Swedish and in English, as a sentence or the name of a language."""

    def text(self, catalog: NullTranslations) -> str:
        """Return it in the catalog's language."""


@record
class Message:
    """A sentence to the user: a Swedish msgid of the interface catalog, and the values of its {fields}."""

    msgid: str
    values: tuple[tuple[str, str | Spoken], ...] = ()

    def text(self, catalog: NullTranslations) -> str:
        """Return the sentence in the catalog's language with its values filled in."""
        values = {name: value if isinstance(value, str) else value.text(catalog) for name, value in self.values}
        return catalog.gettext(self.msgid).format(**values)

    def having(self, **values: object) -> "Message":
        """Return the sentence with these values, beside or instead of those that it has."""
        return Message(self.msgid, tuple((dict(self.values) | dict(_spoken_values(values))).items()))


@record
class Count:
    """A large number in a sentence: 20 000 in Swedish, 20,000 in English."""

    number: int

    def text(self, catalog: NullTranslations) -> str:
        """Return it as the catalog's language writes numbers."""
        grouped = f"{self.number:,}"
        return grouped if spoken(catalog) == "en" else grouped.replace(",", " ")


def message(msgid: str, **values: object) -> Message:
    """Return the Message with this Swedish text; the name is the keyword that catalogs are extracted by.

    A value that is long is shortened, since it may be anything that somebody wrote; a path is always whole.
    """
    return Message(msgid, tuple(_spoken_values(values)))


def _spoken_values(values: Mapping[str, object]) -> Iterator[tuple[str, str | Spoken]]:
    return ((name, _spoken(value)) for name, value in values.items())


def _spoken(value: object) -> str | Spoken:
    if isinstance(value, Spoken):
        return value
    return str(value) if isinstance(value, Path) else shortened(str(value))


def shortened(text: str) -> str:
    """Return a text, or its beginning and … if it is too long to be shown."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


@record
class Problem:
    """One thing the user has to mend: what is wrong, what to do, and where."""

    message: Message
    hint: Message | None = None
    place: Place | None = None


class ProblemsFound(Exception):
    """All the problems that one stage found, raised once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)  # an exception is copied between processes by its args

    def __str__(self) -> str:
        return "; ".join(problem.message.text(NullTranslations()) for problem in self.problems)


def raise_found(problems: list[Problem]) -> None:
    """Raise ProblemsFound if there are any problems."""
    if problems:
        raise ProblemsFound(problems)


def collect(problems: list[Problem], read: Callable[[], T]) -> T | None:
    """Return what read() returns; if it finds problems, add them to the list and return None, so that all are told."""
    try:
        return read()
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None


@record
class _Nearest(Message):
    """The hint for a name that is not known; the nearest known name is looked for when the hint is read, if it is."""

    word: str = ""
    known: tuple[str, ...] = ()

    def text(self, catalog: NullTranslations) -> str:
        """Return the nearest known name, or else all of them, in a sentence."""
        short = [name for name in self.known if len(name) <= WORD]
        near = get_close_matches(self.word, short, n=1) if len(self.word) <= WORD else []
        if near:
            return message("Menade du {near}?", near=near[0]).text(catalog)
        names = ", ".join(map(shortened, sorted(self.known)[:_NAMED])) or "–"
        more = len(self.known) - _NAMED
        if more > 0:
            return message("Det som finns: {names} och {count} till.", names=names, count=more).text(catalog)
        return message("Det som finns: {names}.", names=names).text(catalog)


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return the hint for a name that is not known: the nearest known one, or all of them."""
    return _Nearest("", (), word, tuple(known))


def runs_of(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers, rising, as people write them: those that follow each other as 3–5."""
    for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
        together = [number for _, number in run]
        yield f"{together[0]}–{together[-1]}" if len(together) > 1 else str(together[0])
