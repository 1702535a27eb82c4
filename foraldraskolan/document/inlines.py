"""What stands inside a text: a closed set of inline nodes, named as in CommonMark where it has a name."""

from typing import Literal

from foraldraskolan.record import record


@record
class Text:
    """Plain characters."""

    text: str


@record
class Strong:
    """Text that matters most: a real bold face."""

    children: tuple["Inline", ...]


@record
class Emphasis:
    """Stressed text: italic in Latin script, heavier in scripts that know no italic."""

    children: tuple["Inline", ...]


@record
class Link:
    """Text that leads to a URL (https, mailto or tel)."""

    url: str
    children: tuple["Inline", ...]


@record
class Foreign:
    """Text in another language than its surroundings, such as a Swedish name in an Arabic sentence."""

    language: str
    children: tuple["Inline", ...]


FieldKind = Literal["phone", "fact", "meeting", "label"]


@record
class Field:
    """A place to fill: {phone:112}, {fact:...}, {meeting:date}, a label's {page}; none is left on a finished page."""

    kind: FieldKind
    key: str


@record
class Value:
    """A filled field: a bidi isolate that no line breaks inside; `url` makes it a link (tel:)."""

    text: str
    url: str = ""


@record
class SourceMark:
    """The mark of a source: its number among those of its module. No form has one: a list of sources names points."""

    number: int


@record
class LineBreak:
    """A break the author asked for."""


@record
class Gloss:
    """What a text says in Swedish, beside it; where there is no column for that, small, on a line of its own."""

    children: tuple["Inline", ...]


Inline = Text | Strong | Emphasis | Link | Foreign | Field | Value | SourceMark | LineBreak | Gloss
