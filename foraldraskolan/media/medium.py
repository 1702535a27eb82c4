"""What a medium is: how a document becomes the form of a slide, a sheet or a letter, and how that is laid out."""

from collections.abc import Callable, Sequence
from typing import Literal

from foraldraskolan.document.form import Blank, Form, FormBlock
from foraldraskolan.document.meaning import Document
from foraldraskolan.layout.page import Page
from foraldraskolan.media.words import Words
from foraldraskolan.problems import Message
from foraldraskolan.record import record


@record
class Shown:
    """A medium that another one shows small: the blocks of its form, and its pages."""

    blocks: tuple[FormBlock | Blank, ...] = ()
    pages: Sequence[Page] = ()


NOTHING_SHOWN = Shown()


# That a document is written in: make/forms.py has each. Slides can be edited.
Way = Literal["pages", "slides", "webpage", "draft", "letter", "text"]
SENT: tuple[Way, ...] = ("draft", "letter", "text")  # what is only seen, or ticked off, says less there

Format = Literal["a4", "booklet", "large"]  # that a paper is printed in: A4, A5 to be folded, large print


@record
class Medium:
    """One medium: what its files are called, what it is made of, in which languages and ways, for whom, and how.

    `arrange` and `lay_out` are given the medium that this one `shows` small, NOTHING_SHOWN if it shows none; `lay_out`
    raises ProblemsFound if something cannot fit. One that can have Swedish `beside` its language says so. One that
    is a medium in another `format` says `of` which.
    """

    name: str
    title: Message
    arrange: Callable[[Document, Words, Shown], Form]
    lay_out: Callable[[Form, Shown], list[Page]]
    source: Literal["meeting", "leaflet", "invitation", "staff", "interpreter"] = "meeting"
    languages: Literal["families", "notes", "presentation", "interpreters"] = "families"
    parents_only: bool = False
    copied: bool = False  # whether the plan says how many copies are needed of it
    ways: tuple[Way, ...] = ("pages",)
    shows: str = ""
    beside: bool = False
    file: str = ""  # what its files are called, if not by its name
    format: Format = "a4"
    of: str = ""
