"""A calendar of sending days is what RFC 5545 says, and the same bytes each time."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from foraldraskolan.make.calendar import Reminder, calendar

MADE = datetime(2026, 12, 3, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200)


@given(st.lists(st.builds(Reminder, st.uuids().map(str), st.dates(), texts), max_size=4))
def test_it_reads_back(reminders: list[Reminder]) -> None:
    """Every day comes back with its id and words; lines end with CRLF and hold at most 75 octets."""
    data = calendar(reminders, MADE)
    assert data == calendar(reminders, MADE)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    events = Calendar.from_ical(data).walk("VEVENT")
    found = [Reminder(str(each["uid"]), each["dtstart"].dt, str(each["summary"])) for each in events]
    assert found == reminders


def test_a_day_as_it_is_written() -> None:
    """A whole day that leaves the sender free, marked with when the plan says that it was made."""
    written = calendar([Reminder("1@x", date(2026, 12, 10), "Brev 1 av 2: Tecken, och prat")], MADE).decode()
    assert written.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Foraldraskolan//SV",
        "BEGIN:VEVENT",
        "SUMMARY:Brev 1 av 2: Tecken\\, och prat",
        "DTSTART;VALUE=DATE:20261210",
        "DTSTAMP:20261203T000000Z",
        "UID:1@x",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
