"""The days on which letters go out -> an iCalendar file, RFC 5545."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from foraldraskolan.record import record

_PIECE = 74  # octets: a folded line holds 75, the space before the piece among them
_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


@record
class Reminder:
    """One whole day in a calendar: an id that is the calendar's only one in the world, and what to do."""

    id: str
    day: date
    summary: str


def calendar(reminders: Sequence[Reminder], made: datetime) -> bytes:
    """Return a calendar of whole days that block no time, made at a moment in UTC; the same bytes each time."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Foraldraskolan//SV"]
    for each in reminders:
        lines += [
            "BEGIN:VEVENT",
            f"SUMMARY:{_text(each.summary)}",
            f"DTSTART;VALUE=DATE:{_date(each.day)}",
            f"DTSTAMP:{_date(made.date())}T{made:%H%M%S}Z",
            f"UID:{_text(each.id)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(b"\r\n ".join(_folded(line)) + b"\r\n" for line in lines)


def _date(day: date) -> str:
    """Return a value of type DATE (3.3.4)."""
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """Return a value of type TEXT (3.3.11)."""
    return re.sub("\r\n?", "\n", text).translate(_ESCAPED)


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in pieces that divide no character (3.1)."""
    data = line.encode("utf-8")
    start = 0
    while len(data) - start > _PIECE:
        end = start + _PIECE
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        yield data[start:end]
        start = end
    yield data[start:]
