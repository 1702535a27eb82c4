"""The one text of both trees, and how far its translation can be trusted."""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, get_args

from foraldraskolan.document.inlines import Inline
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Place
from foraldraskolan.record import record

State = Literal["source", "reviewed", "draft", "stale", "missing"]  # the best first


def worst(states: Iterable[State]) -> State:
    """Return the state that several texts can be trusted to be in together, "source" if there are none."""
    return max(states, key=get_args(State).index, default="source")


@record
class Prose:
    """One translatable text: a heading, a paragraph, a list item, a table cell.

    `source` is the text as its author wrote it but without source marks, the msgid of translation; an empty source is
    never translated. Source marks are the last inlines.
    `language` is a BCP 47 tag, and `state` says how far the translation into it can be trusted.
    """

    inlines: tuple[Inline, ...]
    language: str
    source: str = ""
    state: State = "source"
    place: Place | None = field(default=None, compare=False)


NOTHING = Prose((), SOURCE)
