"""Meaning: what authors write and translators translate, a closed union of blocks with no looks."""

from dataclasses import field
from datetime import date, time
from typing import Literal

from foraldraskolan.document.form import Heading, List, Paragraph, Table
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.record import record


@record
class Bar:
    """One value of a chart: its label, the value, and the value as the reader's language writes it.

    Without a value it is a gap: something is known of what lies around it, nothing of it. `nearly` says that the value
    is a little lower than it is written.
    """

    label: Prose
    value: float | None
    text: Prose
    nearly: bool = False


@record
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


CalloutKind = Literal["tell", "say", "ask", "own", "act", "remember", "phrase"]


@record
class Callout:
    """Text that is for the room, or set apart.

    For the room: tell (said, and printed as plain text where it stands), say (said only), ask, own (a prompt for what
    the speaker tells of their own); the last two take `minutes`, and what is of `interpreters` is said only where the
    meeting has them. Set apart: act (acute danger), remember, phrase (words to use at home). What is to be remembered
    may have a `drawing` of its own, instead of its module's. What a module adds to the danger of another says `of`
    which; in a document it is one with it.
    """

    kind: CalloutKind
    blocks: tuple["Block", ...]
    drawing: "Picture | None" = None
    minutes: int = 0
    of: str = ""
    interpreters: bool = False


@record
class ContactCard:
    """Whom to reach; `phone` and `url` are the number and the address, set large and linked.

    One for the `young` is for them to call themselves; one that `speaks` languages (tags) is for who reads those. A
    name that is `short` has room on a card for a wallet; one that all parents are told of has a `rank`, 1 first.
    """

    name: Prose
    about: Prose
    phone: Prose | None = None
    hours: Prose | None = None
    languages: Prose | None = None
    price: Prose | None = None
    url: Prose | None = None
    urgent: bool = False
    checked: date | None = None
    young: bool = False
    speaks: tuple[str, ...] = ()
    short: Prose | None = None
    rank: int | None = None


@record
class Contacts:
    """Contact cards that belong together."""

    cards: tuple[ContactCard, ...]


@record
class Rule:
    """What the law says in one matter: its name, the rule in plain words, the mark of its source."""

    name: Prose
    text: Prose
    mark: Prose


@record
class Picture:
    """A line drawing, four wide and three high: the word for it, and the text that stands in for it."""

    label: Prose
    alt: Prose
    drawing: LineDrawing = field(compare=False)


@record
class Pictures:
    """Line drawings that belong together."""

    pictures: tuple[Picture, ...]


LeafletKind = Literal["signs", "phrases", "steps", "avoid", "pictures"]


@record
class Leaflet:
    """What a module gives to the leaflet: signs to tick off under a title of theirs, phrases to say, steps to take.

    Or what does not help, or drawings: those of the signs right after them, the first of which name what is drawn. The
    first of a list matters most: there may be room for no more.
    """

    kind: LeafletKind
    title: Prose
    block: List | Pictures


@record
class Share:
    """So many of a hundred, and who counted them."""

    hundredths: int
    source: Prose


@record
class Claim:
    """What people say, and whether it is true."""

    text: Prose
    true: bool


SlideKind = Literal["points", "picture", "number", "myth", "act"]


@record
class Slide:
    """One thought for the screen, its title a sentence; `shown` is what there is to see beside the words.

    Points and act may have pictures; picture has them, number a share, myth a claim, of which the title says what is
    true. It may be split in two before each block whose index is in `splits`.
    """

    title: Prose
    blocks: tuple["Block", ...]
    splits: tuple[int, ...] = ()
    kind: SlideKind = "points"
    shown: Pictures | Share | Claim | None = None


@record
class Question:
    """What parents ask, and the answer that the speaker has ready; it is on no paper for parents."""

    asked: Prose
    answer: tuple["Block", ...]


@record
class Mail:
    """A short text for a mailout."""

    blocks: tuple["Block", ...]


@record
class SourceEntry:
    """One source: its number, what it is, where, and when it was last checked."""

    number: int
    text: Prose
    url: str
    checked: date


WELCOME = 0  # the priority of what every meeting begins with

# What a module teaches, and the drawing of it, in the order in which a meeting tells it.
Verb = Literal["why", "see", "talk", "help"]


@record
class Section:
    """One module of a document.

    `start` is when it begins in the meeting (None outside one), `minutes` how long it takes there. A SourceMark in
    `blocks` counts from 1 in `sources`. A letter has no `verb`; `sign` is the drawing of it. The lower the `priority`,
    the more important is the module.
    """

    key: str
    title: Prose
    summary: Prose
    start: time | None
    minutes: int
    blocks: tuple["Block", ...]
    sources: tuple[SourceEntry, ...]
    verb: Verb | None = None
    sign: Picture | None = None
    priority: int = 1

    @property
    def welcomes(self) -> bool:
        """Whether the meeting begins with it."""
        return self.priority == WELCOME


@record
class Paper:
    """A file to print: its name, its language, how many copies (None if that is not known), on how many sheets each."""

    file: str
    language: Language
    copies: int | None
    sheets: int


@record
class Interpreting:
    """Into which languages a meeting is interpreted, none if that is not known; how many minutes its modules take, with
    that and `alone`; the papers that interpreters get.
    """

    languages: tuple[Language, ...]
    minutes: int
    alone: int
    papers: tuple[Paper, ...] = ()


@record
class TermEntry:
    """A term as who interprets prepares it: in Swedish, in the other language, and what it is.

    Where the other language has none it is in Swedish there, too. One that is `urgent` may not be misunderstood.
    What it is rests on the sources with these numbers.
    """

    swedish: Prose
    other: Prose
    explained: Prose
    urgent: bool = False
    sources: tuple[int, ...] = ()


@record
class Terms:
    """The terms of a meeting in Swedish and another language, and the sources of what they are."""

    language: Language
    entries: tuple[TermEntry, ...]
    sources: tuple[SourceEntry, ...] = ()


@record
class Preparation:
    """What somebody who holds a meeting prints, brings and checks: papers, the files of the slides and of the notes,
    who interprets it, the numbers that are handed out, and what to find out where the meeting is.
    """

    papers: tuple[Paper, ...]
    slides: str
    notes: str
    interpreting: Interpreting | None
    numbers: tuple[ContactCard, ...]
    locally: tuple[Prose, ...] = ()


Block = (
    Heading
    | Paragraph
    | List
    | Table
    | Chart
    | Callout
    | ContactCard
    | Contacts
    | Rule
    | Pictures
    | Leaflet
    | Slide
    | Question
    | Mail
    | Section
    | Preparation
    | Terms
)


@record
class Document:
    """What is said at a meeting, or in a letter, in one language: no medium, no widths, fonts, colours or pages."""

    title: Prose
    language: Language
    meeting: Meeting
    blocks: tuple[Block, ...]
