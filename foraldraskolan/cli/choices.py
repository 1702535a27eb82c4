"""What options can be: typer refuses anything else, and help shows them."""

from dataclasses import dataclass
from enum import StrEnum


class Output(StrEnum):
    """What is made for the families of a list."""

    PRINT = "print"
    FAMILIES = "families"
    MESSAGES = "messages"


class Side(StrEnum):
    """Where an envelope's window is."""

    RIGHT = "right"
    LEFT = "left"


class FileNames(StrEnum):
    """What the files of each family are called."""

    NUMBERS = "numbers"
    NAMES = "names"


class Series(StrEnum):
    """How often short letters go out."""

    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say of a list: what to make of it and how, what to leave out, and whether to ask.

    `sheets` are the sheets to read, all that are lists if none is named. `protect` and `not_protected` are rows as they
    were written, "" for none.
    `language` is "" if nobody asked for one, as it should be: each family has its own.
    """

    outputs: frozenset[Output]
    window: Side
    names: bool
    attach: bool
    weekly: bool
    yes: bool
    skip_bad: bool
    language: str
    sheets: tuple[str, ...] = ()
    protect: str = ""
    not_protected: str = ""
