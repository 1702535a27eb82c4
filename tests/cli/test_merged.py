"""Equal problems are told once, with every line, and very many are counted instead of told."""

from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.cli.errors import interface_of, list_problems
from foraldraskolan.cli.merged import merged, runs_of
from foraldraskolan.limits import PROBLEMS
from foraldraskolan.problems import Place, Problem, message

SWEDISH = NullTranslations()
PLACES = st.builds(
    Place,
    st.sampled_from([Path("a.csv"), Path("b.csv")]),
    st.none() | st.integers(1, 30),
    st.sampled_from([None, "a", "a[0].b", "a[1].b"]),
)
FOUND = st.lists(st.builds(Problem, st.sampled_from([message("A."), message("B.")]), place=st.none() | PLACES))


@given(FOUND)
def test_nothing_is_lost(problems: list[Problem]) -> None:
    """Every problem's words and line are told in one place, and in none that had not that problem."""
    told = [
        (each.problem.message, place and place.file, line)
        for each in merged(problems)
        for place in (each.problem.place, *each.others)
        for line in (each.lines or (None,))
    ]
    had = {
        (each.message, each.place and each.place.file, each.place and each.place.line)
        for each in problems
    }  # fmt: skip
    assert {one for one in told if one[2] is not None} == {one for one in had if one[2] is not None}
    assert {one[:2] for one in told} == {one[:2] for one in had}


@given(FOUND)
def test_what_is_merged_is_merged_once(problems: list[Problem]) -> None:
    """Two that are told differ in words, file or key; a problem said twice is told once."""
    assert merged(problems) == merged(problems + problems)
    assert len({(each.problem, each.lines) for each in merged(problems)}) == len(merged(problems))


@given(st.sets(st.integers(1, 60)).map(sorted))
def test_runs_say_exactly_the_numbers(numbers: list[int]) -> None:
    """Read back, 3–5, 9 is 3, 4, 5 and 9; no run could be joined with the next."""
    runs = [[int(number) for number in run.split("–")] for run in runs_of(numbers)]
    assert [number for run in runs for number in range(run[0], run[-1] + 1)] == numbers
    assert all(after[0] - before[-1] > 1 for before, after in pairwise(runs))


def test_lines_are_told_as_people_write_them() -> None:
    """A range, a few lines, and very many of them; a key is kept when all have it."""
    empty = message("Raden är tom.")

    def where(lines: list[int], *keys: str | None) -> str:
        problems = [Problem(empty, place=Place(Path("lista.ods"), line, key)) for line in lines for key in keys]
        (one,) = merged(problems)
        return one.where(SWEDISH)

    assert where([7], None) == "lista.ods:7"
    assert where([7], "Namn") == "lista.ods:7:Namn"
    assert where(list(range(7, 1_001)), None) == "lista.ods, rad 7–1000"
    assert where([3, 5, 6, 9], "Namn") == "lista.ods:Namn, rad 3, 5–6, 9"
    assert where(list(range(3, 400, 2)), None) == "lista.ods, rad 3, 5, 7, 9, 11, 13, 15, 17 med flera (199)"
    assert where([3, 4], "c[0].a", "c[1].a") == "lista.ods:c[…].a, rad 3–4"


def test_what_whole_files_share_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Their names stand above the words; of very many files the rest are counted."""
    there, gone = message("Filen finns redan."), message("Filen finns inte.")
    problems = [Problem(there, place=Place(Path(f"{number}.pdf"))) for number in (3, 1)]
    problems += [Problem(gone, place=Place(Path("2.pdf"))), Problem(there, place=Place(Path("1.pdf"), 4))]
    assert list_problems(problems, SWEDISH) == 3
    assert capsys.readouterr().err.splitlines() == [
        *("1.pdf", "3.pdf", "  Filen finns redan."),
        *("1.pdf:4", "  Filen finns redan."),
        *("2.pdf", "  Filen finns inte."),
    ]
    (one,) = merged(Problem(there, place=Place(Path(f"{number:02}.pdf"))) for number in range(1, 31))
    assert one.where(SWEDISH).splitlines() == [*(f"{number:02}.pdf" for number in range(1, 9)), "… och 22 till."]


@pytest.mark.parametrize(("language", "more"), [("sv", "… och 7 till."), ("en", "… and 7 more.")])
def test_very_many_are_counted(capsys: pytest.CaptureFixture[str], language: str, more: str) -> None:
    """The first are told, in order; the rest are one number."""
    problems = [
        Problem(message("A {number}.", number=number), place=Place(Path("a"), number))
        for number in range(PROBLEMS + 7, 0, -1)
    ]
    assert list_problems(problems, interface_of(["--interface", language])) == PROBLEMS + 7
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        *(line for number in range(1, PROBLEMS + 1) for line in (f"a:{number}", f"  A {number}.")),
        more,
    ]
