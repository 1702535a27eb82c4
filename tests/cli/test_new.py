"""What `foraldraskolan new` writes can be read, whatever is answered, and it ends when the answers do."""

import datetime
import io
from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from foraldraskolan.cli import new, run
from foraldraskolan.cli.session import session
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import read_plan
from foraldraskolan.material.plan_file import plan_text
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.languages import read_languages

SESSION = session(None, None, NullTranslations())
LIBRARY = read_library(SESSION.project.materials)
LANGUAGES = read_languages(SESSION.project.translations)
# What Python takes for a number, a date or a time of day, and TOML does not; and what TOML would take for more.
ODD = [
    *(
        "040",
        "+40",
        "4_0",
        "٤٠",
        "0x28",
        "40.0",
        "9" * 5000,
        "2026-W49-4",
        "20261203",
        "2026-12-03T18:00",
        "9999-12-31",
    ),
    *("18", "9:00", "18.00", "18:00:00", "18:00:30", "24:00", "T18:00", "18:00+01:00", "18:00:00.5", "ja", "", ","),
    *(
        'a"b',
        "a\\",
        "a\nb",
        "a\tb",
        "\x7f",
        "\ud800",
        "\u202e",
        "]",
        "ar=1,ar=2",
        "ar=01",
        "sv,sv",
        "A,0500-12 34 56,,",
    ),
]


def answered(monkeypatch: pytest.MonkeyPatch, plan: Path, answers: Iterable[str], options: Sequence[str] = ()) -> int:
    """Return the exit code of a person who gives these answers at a terminal, and no more."""
    stdin = io.StringIO("".join(f"{each}\n" for each in answers))
    monkeypatch.setattr(stdin, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", stdin)
    return run(["--interface", "sv", "new", str(plan), *options])


@settings(max_examples=100)
@example(odd={"title": "\ud800"})
@example(odd={"host": "\x7f"})
@example(odd={"start": "18:00+01:00"})
@given(st.dictionaries(st.sampled_from(sorted(new._QUESTIONS)), st.sampled_from(ODD) | st.text(max_size=8)))
def test_a_plan_of_any_answers_reads_back(tmp_path_factory: pytest.TempPathFactory, odd: dict[str, str]) -> None:
    """Either each wrong answer is told by its name, or the plan that is written is the plan that was meant."""
    answers = {**new._defaults(SESSION), "place": "Aulan", "host": "Skolan", **odd}
    try:
        plan = new._plan(SESSION, LIBRARY, answers)
    except ProblemsFound as found:
        keys = {new._key(problem) for problem in found.problems}
        assert keys and keys <= new._QUESTIONS.keys()
        return
    file = tmp_path_factory.getbasetemp() / "plan.toml"
    file.write_text(plan_text(plan), encoding="utf-8", newline="")
    assert read_plan(file, LIBRARY, LANGUAGES) == plan


@pytest.mark.parametrize(
    ("option", "written", "line"),
    [
        ("--date", "2030-W49-4", "date = 2030-12-05"),
        ("--minutes", "040", "minutes = 40"),
        ("--start", "9.30", "start = 09:30:00"),
        ("--interpreted", "Ja", "interpreted = true"),
        ("--interpreted", "so, ar", 'interpreted = ["so", "ar"]'),
    ],
)
def test_what_is_understood_is_written_as_it_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str, written: str, line: str
) -> None:
    """A date, a number and a time of day are written as TOML has them, however they were answered."""
    plan = tmp_path / "plan.toml"
    given = ["--title", "Möte", "--place", "Aulan", "--host", "Skolan", option, written]
    assert answered(monkeypatch, plan, [""] * 20, given) == 0
    assert line in plan.read_text(encoding="utf-8")


@pytest.mark.parametrize("count", range(0, 16, 3))
def test_when_the_answers_end_so_does_the_asking(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """However many questions are answered, right or wrong, no plan is half written."""
    wrong = [
        "Möte",
        "barn",
        "elever",
        "igår",
        "i dag",
        "sent",
        "040 minuter",
        "x",
        "",
        "",
        "",
        "",
        "",
        "kanske",
        "",
        "",
    ]
    assert answered(monkeypatch, tmp_path / "plan.toml", wrong[:count]) == 1
    assert "Svaren tog slut" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_two_numbers_for_one_language_are_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Which of them is meant, only the user knows."""
    given = ["--title", "Möte", "--place", "Aulan", "--host", "Skolan", "--copies", "ar=1,ar=2"]
    assert run(["--interface", "sv", "new", str(tmp_path / "plan.toml"), *given]) == 1
    assert "\n--copies\n" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that was started without an input at all is told what is missing."""
    monkeypatch.setattr("sys.stdin", None)
    assert run(["--interface", "sv", "new", str(tmp_path / "plan.toml")]) == 1


@pytest.mark.parametrize(("answers", "day"), [(["ja"], "2020-12-03"), (["kanske", "nej", "2030-12-05"], "2030-12-05")])
def test_a_day_that_is_past_is_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str], day: str
) -> None:
    """Nobody is invited to a meeting last year by a slip of the finger."""
    plan = tmp_path / "plan.toml"
    others = [f"--{name}={value}" for name, value in new._defaults(SESSION).items() if name not in ("date", "contact")]
    given = [*others, "--place=Aulan", "--host=Skolan", "--date=2020-12-03", "--contact="]
    assert answered(monkeypatch, plan, answers, given) == 0
    assert datetime.date.fromisoformat(day) == read_plan(plan, LIBRARY, LANGUAGES).meeting.date
