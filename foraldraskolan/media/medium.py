"""What every medium is: a choice and order of blocks, and pages to put them on."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from foraldraskolan.document.blocks import Prose
from foraldraskolan.document.document import Document
from foraldraskolan.document.labels import Labels
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.page import Page


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of one language, how it writes dates and times, and how far its translation can be trusted.

    `example` says that there is no such meeting, where it is one.
    """

    labels: Labels
    date: Callable[[dt.date], str]  # with the weekday, as one says when a meeting is
    day: Callable[[dt.date], str]  # without
    clock: Callable[[dt.time], str]
    trust: Prose
    example: Prose = field(default=Prose((), SOURCE))


class Medium(Protocol):
    """A module that is a medium."""

    FILLABLE: bool  # whether its tick boxes are form fields

    def arrange(self, document: Document, words: Words) -> Document:
        """Return the document with what this medium shows, in its order, and nothing else."""
        ...

    def lay_out(self, document: Document, words: Words) -> list[Page]:
        """Return the pages of an arranged document; raise ProblemsFound if something cannot fit."""
        ...
