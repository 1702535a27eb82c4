"""What stands inside a text: a closed set of inline nodes, named as in CommonMark where it has a name."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that matters most: a real bold face."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text: italic in Latin script, heavier in scripts that know no italic."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a URL (https, mailto or tel)."""

    url: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another language than its surroundings, such as a Swedish name in an Arabic sentence."""

    language: str
    children: tuple["Inline", ...]


FieldKind = Literal["phone", "fact", "meeting", "label"]


@dataclass(frozen=True, slots=True)
class Field:
    """A place to fill: {phone:112}, {fact:...}, {meeting:date}, a label's {page}; none is left on a finished page."""

    kind: FieldKind
    key: str


@dataclass(frozen=True, slots=True)
class Value:
    """A filled field: a bidi isolate that no line breaks inside; `url` makes it a link (tel:)."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The raised number of a source; in a module it counts the module's own sources, in a document all of them."""

    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A break the author asked for."""


Inline = Text | Strong | Emphasis | Link | Foreign | Field | Value | SourceMark | LineBreak
