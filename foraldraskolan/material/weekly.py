"""When the weekly letters of a plan go out."""

from datetime import date, timedelta

from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import message
from foraldraskolan.record import record

_WEEK = timedelta(days=7)


@record
class Weekly:
    """When letters go out: every week from the first day (None: a week after the meeting), but not on days of pause."""

    first: date | None = None
    pause: tuple[date, ...] = ()


def read_weekly(table: TomlTable, meeting: date) -> Weekly:
    """Return when letters go out after a meeting on this day; report a pause on a day on which none would."""
    weekly = Weekly(table.optional_day("first"), table.days("pause"))
    if date.min in (meeting, weekly.first):
        return weekly  # what is wrong with that day is reported already
    first = _first(weekly, meeting)
    if first < meeting:
        table.report(
            "first", message("Det första brevet går ut före mötet."), message("Skriv mötets dag eller en senare dag.")
        )
    for day in weekly.pause:
        if day <= first or (day - first) % _WEEK:
            table.report(
                "pause",
                message("Den {day} går inget brev ut.", day=day),
                message("Brev går ut varje vecka från {first}. Skriv en senare dag av dem.", first=first),
            )
    return weekly


def sending_days(weekly: Weekly, meeting: date, count: int) -> tuple[date, ...]:
    """Return the days on which so many letters go out; after a pause the series goes on the week after."""
    days: list[date] = []
    day = _first(weekly, meeting)
    while len(days) < count:
        if day not in weekly.pause:
            days.append(day)
        day += _WEEK
    return tuple(days)


def _first(weekly: Weekly, meeting: date) -> date:
    return weekly.first or meeting + _WEEK
