"""Reading on after a problem, so that one run shows them all."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from foraldraskolan.problems import Problem, ProblemsFound

T = TypeVar("T")


def collect(problems: list[Problem], read: Callable[[], T]) -> T | None:
    """Return what read() returns; if it finds problems, add them to the list and return None."""
    try:
        return read()
    except ProblemsFound as found:
        problems.extend(found.problems)
        return None


def by_line(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of one file in the order of its lines."""
    return sorted(problems, key=lambda problem: (problem.place and problem.place.line) or 0)
