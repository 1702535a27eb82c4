"""A calendar of sending days is what RFC 5545 says, and the same bytes each time."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.make.calendar import Reminder, calendar
from tests.support.calendars import Event, events

MADE = datetime(2026, 12, 3, tzinfo=UTC)
# What is escaped comes often, and so do characters of two to four octets, which no line may end within.
letters = st.one_of(st.characters(exclude_categories=("Cc", "Cs")), st.sampled_from('\\;,:\nnN"å م€😀'))
texts = st.text(letters, max_size=200)


@given(st.lists(st.builds(Reminder, st.uuids().map(str), st.dates(), texts), max_size=4))
def test_it_reads_back(reminders: list[Reminder]) -> None:
    """Every day comes back with its id and words, stamped with the moment in UTC."""
    data = calendar(reminders, MADE)
    assert data == calendar(reminders, MADE)
    assert events(data) == [Event(each.id, MADE, each.day, each.summary) for each in reminders]


@given(texts)
def test_lines_are_those_of_the_standard(text: str) -> None:
    """They end with CRLF, hold at most 75 octets, and each is text by itself: none divides a character (3.1)."""
    data = calendar([Reminder("1@x", date(2026, 12, 10), text)], MADE)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert 0 < len(line) <= 75
        assert not set(line.decode("utf-8")) & {"\r", "\n"}


@pytest.mark.parametrize("text", ["a" * 66, "a" * 67, "å" * 33, "å" * 34, "😀" * 16 + "aa", "😀" * 17, "a😀" * 200])
def test_a_line_is_as_long_as_it_may_be(text: str) -> None:
    """A line is divided only where it has to be."""
    lines = calendar([Reminder("1@x", date(2026, 12, 10), text)], MADE).split(b"\r\n")
    start = next(index for index, line in enumerate(lines) if line.startswith(b"SUMMARY"))
    folded = [line for line in lines[start + 1 :] if line.startswith(b" ")]
    whole = [lines[start], *folded]
    for line, after in pairwise(whole):
        assert len(line) + len(after.decode("utf-8")[1].encode("utf-8")) > 74
    assert len(whole) > 1 or len(whole[0]) <= 75


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b; c: d", "a\\, b\\; c: d"),
        ("\\n", "\\\\n"),
        ("a\nb", "a\\nb"),
        ("a\r\nb\rc", "a\\nb\\nc"),
        ("\\,", "\\\\\\,"),
        ('"a"', '"a"'),
    ],
)
def test_what_has_a_meaning_is_escaped(text: str, written: str) -> None:
    """Commas, semicolons, backslashes and line breaks would end a value or begin another (3.3.11)."""
    assert f"SUMMARY:{written}\r\n".encode() in calendar([Reminder("1@x", date(2026, 12, 10), text)], MADE)


def test_early_years_have_four_digits() -> None:
    """A date has eight digits in any year (3.3.4)."""
    assert b"DTSTART;VALUE=DATE:00330403\r\n" in calendar([Reminder("1@x", date(33, 4, 3), "")], MADE)


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
