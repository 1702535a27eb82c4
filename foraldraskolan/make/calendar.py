"""The days on which letters go out -> an iCalendar file, RFC 5545."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Reminder:
    """One whole day in a calendar: an id that is the calendar's only one in the world, and what to do."""

    id: str
    day: date
    summary: str


def calendar(reminders: Sequence[Reminder], made: datetime) -> bytes:
    """Return a calendar of whole days that block no time, made at a moment in UTC; the same bytes each time."""
    whole = Calendar()
    whole.add("prodid", "-//Foraldraskolan//SV")
    whole.add("version", "2.0")
    for each in reminders:
        event = Event()
        event.add("uid", each.id)
        event.add("dtstamp", made)
        event.add("dtstart", each.day)
        event.add("summary", each.summary)
        event.add("transp", "TRANSPARENT")
        whole.add_component(event)
    written: bytes = whole.to_ical()
    return written
