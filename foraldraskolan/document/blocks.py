"""The blocks a document is made of: a closed union of frozen dataclasses, each with what it means and no looks.

A node's address is the path of child indices that leads to it; `walk.children` says what a node's children are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal, get_args

from foraldraskolan.document.inlines import Inline
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Place

State = Literal["source", "reviewed", "draft", "stale", "missing"]  # the best first


def worst(states: Iterable[State]) -> State:
    """Return the state that several texts can be trusted to be in together, "source" if there are none."""
    return max(states, key=get_args(State).index, default="source")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the document's title) to 6."""

    level: int
    text: Prose


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a lead paragraph opens a text and is set larger."""

    text: Prose
    lead: bool = False


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list whose order does not matter."""

    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list of steps in order."""

    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick off, on paper or on screen."""

    items: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head row; every row has as many cells as the head."""

    head: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a chart: its label, the value, and the value as the reader's language writes it.

    Without a value it is a gap: something is known of what lies around it, nothing of it. `nearly` says that the value
    is a little lower than it is written.
    """

    label: Prose
    value: float | None
    text: Prose
    nearly: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of one series, with the text that stands in for it; `short` is its title on a slide.

    `whole` is the value of a bar of full length; without one the values are no parts of anything.
    """

    title: Prose
    short: Prose
    alt: Prose
    whole: float | None
    bars: tuple[Bar, ...]
    source: Prose


CalloutKind = Literal["say", "ask", "act", "remember", "phrase"]


@dataclass(frozen=True, slots=True)
class Callout:
    """Text set apart: say (to the room), ask, act (acute danger), remember, phrase (words to use at home).

    `label` is the word for its kind, there once the document is arranged.
    """

    kind: CalloutKind
    blocks: tuple["Block", ...]
    label: Prose | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class ContactCard:
    """Whom to reach; `phone` and `url` are the number and the address, set large and linked."""

    name: Prose
    about: Prose
    phone: Prose | None = None
    hours: Prose | None = None
    languages: Prose | None = None
    price: Prose | None = None
    url: Prose | None = None
    urgent: bool = False
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contact cards that belong together; `note` says when they were checked, once the document is arranged."""

    cards: tuple[ContactCard, ...]
    note: Prose | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What the law says in one matter: its name, the rule in plain words, the mark of its source."""

    name: Prose
    text: Prose
    mark: Prose


@dataclass(frozen=True, slots=True)
class Picture:
    """A line drawing, four wide and three high: the word for it, and the text that stands in for it."""

    label: Prose
    alt: Prose
    drawing: LineDrawing = field(compare=False)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Line drawings that belong together."""

    pictures: tuple[Picture, ...]


SlideKind = Literal["title", "agenda", "section", "points", "act", "ask", "closing"]


@dataclass(frozen=True, slots=True)
class Slide:
    """One thought for the screen; it may be split in two before each block whose index is in `splits`."""

    title: Prose
    blocks: tuple["Block", ...]
    splits: tuple[int, ...] = ()
    kind: SlideKind = "points"


@dataclass(frozen=True, slots=True)
class SpeakerNote:
    """What the speaker needs for one slide: what it is called, when it comes, what to say and to ask.

    `slides` are the numbers, counted from 1, of the slides that are drawn small beside it, `alt` stands in for them.
    """

    title: Prose
    clock: Prose
    alt: Prose
    slides: tuple[int, ...]
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Mail:
    """A short text for a mailout."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source: its number, what it is, where, and when it was last checked.

    `note` says so where it is another day than for the other sources, once the document is arranged.
    """

    number: int
    text: Prose
    url: str
    checked: date
    note: Prose | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a document, last on the page; `note` says when all were compared, once arranged."""

    entries: tuple[SourceEntry, ...]
    note: Prose | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One module of a document before it is arranged for a medium.

    `start` is when it begins in the meeting (None outside one), `minutes` how long it takes there. A SourceMark in
    `blocks` counts from 1 in `sources`.
    """

    key: str
    title: Prose
    summary: Prose
    start: time | None
    minutes: int
    blocks: tuple["Block", ...]
    sources: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """How a sheet opens: its title, the line below it, whose meeting it belongs to, how far its text can be trusted.

    `example` says that there is no such meeting, where it is one.
    """

    title: Prose
    subtitle: Prose
    meeting: Prose
    trust: Prose
    example: Prose = field(default=Prose((), SOURCE))


Window = Literal["right", "left"]  # where an envelope has it: on the right in Sweden, on the left in DIN and ISO


@dataclass(frozen=True, slots=True)
class AddressField:
    """Whom a letter goes to, line by line, and at which side the window of its envelope is."""

    lines: tuple[Prose, ...]
    window: Window = "right"


@dataclass(frozen=True, slots=True)
class Salutation:
    """How a letter greets its reader: everybody, until it is merged with one family."""

    text: Prose


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with the number that it carries in every language."""

    number: int
    block: "Block"


Block = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | Checklist
    | Table
    | Chart
    | Callout
    | ContactCard
    | Contacts
    | Rule
    | Pictures
    | Slide
    | SpeakerNote
    | Masthead
    | AddressField
    | Salutation
    | Mail
    | Section
    | Numbered
    | Sources
)

Node = Block | Prose | Bar | Picture | SourceEntry


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting as its plan says; times are local, minutes are whole. One that is an example does not take place."""

    title: str
    audience: str
    date: date
    start: time
    minutes: int
    place: str
    host: str
    interpreted: bool
    example: bool = False
