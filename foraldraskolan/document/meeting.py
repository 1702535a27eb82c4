"""The meeting that everything is made for."""

from datetime import date, time

from foraldraskolan.record import record


@record
class Meeting:
    """The meeting as its plan says; times are local, minutes are whole. One that is an example does not take place.

    `link` is the https address at which its papers can be read, "" if there is none.
    """

    title: str
    audience: str
    date: date
    start: time
    minutes: int
    place: str
    host: str
    interpreted: bool
    example: bool = False
    link: str = ""
