"""The meeting that everything is made for."""

import datetime as dt
from dataclasses import field

from foraldraskolan.document.logo import Logo
from foraldraskolan.record import record


@record
class School:
    """Who letters are from: the school, which part of it, its logo and the name of the file that has it."""

    name: str
    unit: str = ""
    file: str = ""
    logo: Logo | None = field(default=None, compare=False)


@record
class Meeting:
    """The meeting as its plan says; times are local, minutes are whole. One that is an example does not take place.

    `interpreted` says whether an interpreter says everything again, or several at the same time, each to their own;
    or it has the languages (tags) of those who do so in turn.

    `sent` is the day that letters give as their own, None if they give none; without a school they are from the host.
    `link` is the https address at which its papers can be read, "" if there is none.
    """

    title: str
    audience: str
    date: dt.date
    start: dt.time
    minutes: int
    place: str
    host: str
    interpreted: bool | tuple[str, ...]
    example: bool = False
    sent: dt.date | None = None
    school: School | None = None
    link: str = ""

    @property
    def turns(self) -> int:
        """How many times everything is said: once, and again by each interpreter who waits for the one before."""
        return 1 + (len(self.interpreted) if isinstance(self.interpreted, tuple) else int(self.interpreted))
