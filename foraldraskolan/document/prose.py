"""The one text of both trees, and how far its translation can be trusted."""

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date
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
class SignOff:
    """A reading of a translation: who read it, who had translated it, and the day.

    Where only a slip of the pen was mended in the source, `typo` says that nobody had to read the translation again.
    """

    by: str
    translator: str
    date: date
    typo: bool = False


@record
class Prose:
    """One translatable text: a heading, a paragraph, a list item, a table cell.

    `source` is the text as its author wrote it but without source marks, the msgid of translation; an empty source is
    never translated. Source marks are the last inlines.
    `language` is a BCP 47 tag, and `state` says how far the translation into it can be trusted. It is signed in a
    `domain`, the file of the material that it stands in; a reviewed one has been `signed` there.
    """

    inlines: tuple[Inline, ...]
    language: str
    source: str = ""
    state: State = "source"
    place: Place | None = field(default=None, compare=False)
    domain: str = field(default="", compare=False)
    signed: SignOff | None = field(default=None, compare=False)


def with_words_of(text: Prose, inlines: tuple[Inline, ...], others: Iterable[Prose]) -> Prose:
    """Return a text as these inlines, in which words of others stand too: it is trusted no further than the worst."""
    weakest = max((text, *others), key=lambda each: get_args(State).index(each.state))
    return replace(text, inlines=inlines, state=weakest.state, place=weakest.place)


NOTHING = Prose((), SOURCE)
