"""What may be trusted until when."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.material.freshness import grown_old, valid_until, without_hours
from foraldraskolan.material.library import read_library
from foraldraskolan.project import Project

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@given(days, st.integers(1, 60))
def test_valid_for_whole_months(checked: date, months: int) -> None:
    """The last day lies exactly that many months on, on the same day or on the last of a shorter month."""
    last = valid_until(checked, months)
    assert (last.year * 12 + last.month) - (checked.year * 12 + checked.month) == months
    assert last.day <= checked.day
    assert last.day == checked.day or last.day >= 28


@given(days, days)
def test_nothing_grows_young(one: date, other: date) -> None:
    """What is old on one day is old on every later day."""
    library = read_library(GOOD)
    early, late = sorted((one, other))
    assert {problem.place for problem in grown_old(library, early)} <= {
        problem.place for problem in grown_old(library, late)
    }


def test_the_day_it_grows_old() -> None:
    """A check of January 31 for six months holds through July 31, and not on August 1."""
    library = read_library(GOOD)
    names = [dict(problem.message.values)["name"] for problem in grown_old(library, date(2026, 8, 1))]
    assert grown_old(library, date(2026, 7, 31)) == []
    assert names == ["emergency"]


def test_a_number_without_hours_is_asked_about() -> None:
    """The officer is told of exactly the contacts that are printed with a number and without hours."""
    library = read_library(Project.default().materials)
    told = without_hours(library)
    assert told == [each for each in library.contacts.values() if each.phone is not None and each.hours is None]
    assert told
