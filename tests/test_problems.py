"""What is said of somebody's words is short, whatever they wrote; the nearest name is looked for when it is read."""

import pickle
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.limits import SHOWN
from foraldraskolan.problems import Place, Problem, ProblemsFound, did_you_mean, message

SWEDISH = NullTranslations()


@given(st.integers(0, 2 * SHOWN))
def test_a_value_is_shown_to_the_limit(length: int) -> None:
    """What is cut says so; a path is whole, since who copies it wants it whole."""
    shown = message("{value}", value="a" * length).text(SWEDISH)
    assert shown == ("a" * length if length <= SHOWN else "a" * (SHOWN - 1) + "…")
    assert message("{file}", file=Path("a" * length)).text(SWEDISH) == str(Path("a" * length))


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("hlep", ["begin", "help"], "Menade du help?"),
        ("x", ["b", "a"], "Det som finns: a, b."),
        ("x", [], "Det som finns: –."),
        ("a" * 100_000, ["a" * 99_999, "b"], f"Det som finns: {'a' * (SHOWN - 1)}…."),
        ("x", [f"n{number:03}" for number in range(1000)], " och 950 till."),
    ],
)
def test_the_hint_of_an_unknown_name(word: str, known: list[str], hint: str) -> None:
    """The nearest name, or those there are, the first of very many."""
    assert did_you_mean(word, known).text(SWEDISH).endswith(hint)


def test_problems_go_between_processes() -> None:
    """A worker's problems arrive as they were, and read the same."""
    found = ProblemsFound([Problem(message("A {b}.", b=1), did_you_mean("a", ["b"]), Place(Path("a"), 1, "b"))])
    copied = pickle.loads(pickle.dumps(found))
    assert copied.problems == found.problems
    assert str(copied) == str(found) == "A 1."
