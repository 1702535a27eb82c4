"""A reader of iCalendar files, RFC 5545, that knows what events of ours need."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day as somebody else's calendar understands it."""

    uid: str
    stamp: datetime
    day: date
    summary: str


def events(data: bytes) -> list[Event]:
    """Return the events of a file, its lines unfolded as octets before they are text."""
    text = data.replace(b"\r\n ", b"").decode("utf-8")
    assert re.fullmatch("BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n", text, re.DOTALL)
    return [_event(match[1]) for match in re.finditer("BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", text, re.DOTALL)]


def _event(text: str) -> Event:
    values = dict(line.split(":", 1) for line in text.removesuffix("\r\n").split("\r\n"))
    stamp = datetime.strptime(values["DTSTAMP"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    day = date.fromisoformat(values["DTSTART;VALUE=DATE"])
    return Event(_unescaped(values["UID"]), stamp, day, _unescaped(values["SUMMARY"]))


def _unescaped(value: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value), "a comma would begin another value"
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)
