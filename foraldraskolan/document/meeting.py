"""The meeting that everything is made for."""

from dataclasses import dataclass
from datetime import date, time


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
