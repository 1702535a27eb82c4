"""What has not been checked for longer than it may be trusted, and what has not been checked at all."""

import calendar
from datetime import date

from foraldraskolan.material.library import Library
from foraldraskolan.material.records import Contact
from foraldraskolan.problems import Problem, message


def grown_old(library: Library, day: date) -> list[Problem]:
    """Return a problem for each article and record whose check is too old on this day, or older than its law."""
    problems: list[Problem] = []
    for law in library.laws.values():
        if law.changes is not None and law.checked < law.changes <= day:
            what = message("{name} ändrades {day}, efter den senaste kontrollen.", name=law.id, day=law.changes)
            problems.append(Problem(what, message("Jämför med källan och ändra sedan checked."), law.place))
    articles = (library.modules, library.letters)
    for checked in (*articles, library.contacts, library.facts, library.series, library.laws):
        for each in checked.values():
            last = valid_until(each.checked, each.valid_months)
            if last < day:
                what = message("{name} skulle ha kontrollerats senast {day}.", name=each.id, day=last)
                hint = message("Jämför med källorna och ändra sedan checked, som är {day}.", day=each.checked)
                problems.append(Problem(what, hint, each.place))
    return problems


def without_hours(library: Library) -> list[Contact]:
    """Return the contacts whose number is printed without the hours when it answers.

    Hours that nobody has verified stand nowhere, so that no paper sends a parent to a closed line.
    """
    return [each for each in library.contacts.values() if each.phone and each.hours is None]


def valid_until(checked: date, months: int) -> date:
    """Return the same day this many months later, or the last day of that month if it is shorter."""
    year, month = divmod(checked.year * 12 + checked.month - 1 + months, 12)
    return date(year, month + 1, min(checked.day, calendar.monthrange(year, month + 1)[1]))
