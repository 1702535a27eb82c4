"""What has not been checked for longer than it may be trusted."""

import calendar
from datetime import date

from foraldraskolan.content.library import Library
from foraldraskolan.problems import Problem, message


def grown_old(library: Library, day: date) -> list[Problem]:
    """Return a problem for each module, letter, contact, fact and series whose last check is too old on this day."""
    problems: list[Problem] = []
    for shelf in (library.modules, library.letters, library.contacts, library.facts, library.series):
        for each in shelf.values():
            last = valid_until(each.checked, each.valid_months)
            if last < day:
                problems.append(
                    Problem(
                        message("{name} skulle ha kontrollerats senast {day}.", name=each.id, day=last),
                        message("Jämför med källorna och ändra sedan checked, som är {day}.", day=each.checked),
                        each.place,
                    )
                )
    return problems


def valid_until(checked: date, months: int) -> date:
    """Return the same day this many months later, or the last day of that month if it is shorter."""
    year, month = divmod(checked.year * 12 + checked.month - 1 + months, 12)
    return date(year, month + 1, min(checked.day, calendar.monthrange(year, month + 1)[1]))
