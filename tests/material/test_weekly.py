"""A letter a week, but none on days of pause."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.material.weekly import Weekly, sending_days

MEETING = date(2026, 12, 3)


@given(st.integers(0, 30), st.sets(st.integers(1, 40)))
def test_every_week_but_the_pauses(count: int, paused: set[int]) -> None:
    """So many days, in order, whole weeks from the first, none in a pause, and none left out but those in a pause."""
    first = date(2026, 12, 10)
    pause = {first + timedelta(weeks=week) for week in paused}
    days = sending_days(Weekly(first, tuple(pause)), MEETING, count)
    assert len(days) == count
    assert not pause & set(days)
    assert all((day - first).days % 7 == 0 and day >= first for day in days)
    for one, after in pairwise(days):
        between = {one + timedelta(weeks=week) for week in range(1, (after - one).days // 7)}
        assert one < after and between <= pause


def test_the_first_letter_comes_a_week_after_the_meeting() -> None:
    """A plan that says no first day lets a week go by, and Christmas is a pause like any other."""
    weekly = Weekly(None, (date(2026, 12, 24), date(2026, 12, 31)))
    assert sending_days(weekly, MEETING, 3) == (date(2026, 12, 10), date(2026, 12, 17), date(2027, 1, 7))


@given(st.dates())
def test_any_day_of_a_meeting_has_a_week_after_it(meeting: date) -> None:
    """Also the last day that the calendar knows."""
    assert sending_days(Weekly(), meeting, 0) == ()
