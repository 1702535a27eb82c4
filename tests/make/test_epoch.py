"""SOURCE_DATE_EPOCH is a moment, or a problem that is told before anything is made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.make.epoch import read_epoch
from foraldraskolan.problems import ProblemsFound, shortened

UNREADABLE = ["abc", "-1", "1.5", " 1", " ", "1_000", "٣", "0x10", "99999999999999999999", "253402300800", "9" * 5000]


@pytest.mark.parametrize("seconds", [0, 1, 86400, 1796256000, 253402300799])
def test_seconds_since_1970_are_a_moment(seconds: int) -> None:
    """Every whole second from 1970 to the end of the year 9999 is read as it was written."""
    assert read_epoch({"SOURCE_DATE_EPOCH": str(seconds)}) == datetime.fromtimestamp(seconds, UTC)


def test_without_it_there_is_no_moment() -> None:
    """A variable that is not set, or empty, asks for nothing."""
    assert read_epoch({}) is None
    assert read_epoch({"SOURCE_DATE_EPOCH": ""}) is None


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_is_no_moment_is_a_problem(written: str) -> None:
    """All else is told with what was written and with what to do."""
    with pytest.raises(ProblemsFound) as found:
        read_epoch({"SOURCE_DATE_EPOCH": written})
    (problem,) = found.value.problems
    assert problem.message.values == (("value", shortened(written)),)
    assert problem.hint is not None


@pytest.mark.parametrize("command", ["build", "presentation", "notes", "handout", "mailout", "checklist"])
@pytest.mark.parametrize("written", ["abc", "-1", "99999999999999999999"])
def test_it_is_told_once_and_nothing_is_made(
    command: str, written: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """However many files a command makes, it says so once, leaves with 1 and writes nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    made = tmp_path / ("ut" if command == "build" else "ut.pdf")
    assert run(["--interface", "sv", command, "-o", str(made)]) == 1
    assert capsys.readouterr().err.endswith(
        f"  SOURCE_DATE_EPOCH är ingen tidpunkt: {written}.\n"
        "  → Skriv sekunderna sedan 1970 med bara siffror, eller ta bort variabeln.\n"
    )
    assert list(tmp_path.iterdir()) == []
