"""Form: all that a renderer knows of a document, a closed set of kinds with looks and no meaning.

Its parts stand in the order in which they are read, painted and tagged; what is empty is not there. Heading, Paragraph,
List and Table mean what they look like, so that authors write them too.
"""

from typing import Literal
from urllib.parse import urlsplit

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.record import record

# What a paragraph is in its box. "plain" stands at the start of its page, whichever way its own language is read;
# "line" has a line after it to write on. The "language" is that of a sheet, at the corner of its head.
Role = Literal[
    "body", "lead", "plain", "label", "title", "number", "clock", "language", "subtitle", "meeting", "example", "note",
    "name", "phone", "about", "hours", "detail", "url", "line", "section",
]  # fmt: skip
Marker = Literal["bullet", "number", "tick", "field"]  # a tick is for a pen, a field for the screen too
Window = Literal["right", "left"]  # where an envelope has it: on the right in Sweden, on the left in DIN and ISO
SlideLook = Literal[
    "title slide", "agenda slide", "section slide", "points slide", "picture slide", "number slide", "call slide",
    "phone slide", "myth slide", "ask slide", "closing slide",
]  # fmt: skip
Look = (
    Literal[
        "masthead", "right window", "left window", "numbered", "part", "speaker note", "section", "mail",
        "sender", "occasion", "signature", "reply slip",
        "say", "ask", "own", "act", "remember", "phrase", "stale", "questions",
        "call", "column", "cut-out", "colophon",
        "contacts", "card", "urgent card", "numbers", "law", "pictures", "chart", "sources", "contents",
        "columns", "lines", "true claim", "false claim", "terms", "both languages",
    ]
    | SlideLook
)  # fmt: skip


@record
class Heading:
    """A heading of level 1 (the document's title) to 6."""

    level: int
    text: Prose


@record
class Paragraph:
    """A text with a role; a lead opens a text and is set larger."""

    text: Prose
    role: Role = "body"


@record
class List:
    """Items with a marker: points in no order, steps in order, or things to tick off."""

    marker: Marker
    items: tuple[Prose, ...]


@record
class Table:
    """A table; every row has as many cells as the head, two where there is none, and its first cell is its own head."""

    head: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]


@record
class Checks:
    """Things to tick off several times, each with a box for every time.

    `head` is what the times have in common, then what each of them is called; a column of boxes stands below that.
    """

    head: tuple[Prose, ...]
    items: tuple[Prose, ...]


@record
class Bars:
    """The bars of a chart, one for each row of the table beside them: None is a gap, `whole` the value of a full one.

    Without a whole the values are no parts of anything.
    """

    values: tuple[float | None, ...]
    whole: float | None


@record
class Dots:
    """A hundred dots, so many of them filled."""

    filled: int


@record
class Miniatures:
    """Pages of another medium drawn small, by index."""

    pages: tuple[int, ...]


@record
class Code:
    """The QR code of an address on the web; the figure's word is the address as people read it."""

    address: str


@record
class Figure:
    """What is drawn, the text that stands in for it, and the word below or beside it, if it has one."""

    art: LineDrawing | Bars | Dots | Miniatures | Code | Logo
    alt: Prose
    word: Prose | None = None


@record
class Note:
    """A source: the numbers of the blocks that it is the source of, what it is, and where."""

    points: Prose | None
    text: Prose
    url: str

    @property
    def site(self) -> str:
        """The site that it stands on, as people say it."""
        return (urlsplit(self.url).hostname or self.url).removeprefix("www.")


@record
class Runner:
    """What runs along the foot of the slides of one module, beside their numbers: its title, and the drawing for it.

    It is painted on each and told on none, as the number is.
    """

    title: Prose
    drawing: LineDrawing | None = None


@record
class Box:
    """Blocks that have a look together; one that is too high may be parted before each whose index is in `splits`."""

    look: Look
    blocks: tuple["FormBlock | Blank", ...]
    splits: tuple[int, ...] = ()
    runner: Runner | None = None


@record
class Blank:
    """A place that is filled last, by name, and what stands there until then; the walk sees through it."""

    name: Literal["trust", "address", "salutation"]
    blocks: tuple["FormBlock", ...] = ()


@record
class Reference:
    """A line of contents: the text of a heading, what stands below it, and its page, once that is known.

    `heading` is which of the form's headings it is, from 0.
    """

    text: Prose
    about: Prose | None
    heading: int
    page: str = ""


FormBlock = Heading | Paragraph | List | Table | Checks | Figure | Note | Reference | Box


@record
class FootNumber:
    """A number to call, with whose it is: on a screen unless they are called by it, on paper only if known by few."""

    paper: Prose
    screen: Prose


@record
class Foot:
    """What stands at the foot of each page: its number among all, how far its translation can be trusted.

    `page` has the fields {page} and {pages}. `example` says that there is no such meeting; empty where there is one.
    `numbers` are those to call, on what one may have to call from.
    """

    page: Prose
    trust: Prose
    example: Prose
    numbers: tuple[FootNumber, ...] = ()


@record
class Form:
    """A document as one medium shows it in one language, or in two: texts have a gloss in the one `beside`."""

    title: Prose
    language: Language
    meeting: Meeting
    blocks: tuple[FormBlock | Blank, ...]
    foot: Foot
    beside: Language | None = None
