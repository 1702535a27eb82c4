"""The bench's memory figure is that of one run: of no other run, and of nobody who started it."""

import subprocess
import sys
from pathlib import Path

import pytest

PEAK = Path(__file__).with_name("peak.py")
LARGE = 200  # MiB
FILL = f"large = b'x' * ({LARGE} * 2**20)"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there memory is counted in another way")


def peak(code: str) -> float:
    """Return the MiB that the bench gives for a run of this code."""
    order = [sys.executable, "-S", str(PEAK), sys.executable, "-S", "-c", code]
    done = subprocess.run(order, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[2])


def test_what_a_process_holds_is_counted() -> None:
    """A run that fills memory has at least that much at its peak, also when it has given it back."""
    assert LARGE < peak(f"{FILL}; del large") < LARGE + 50


def test_the_largest_process_of_a_run_is_counted() -> None:
    """A worker that is larger than the process that started it is the run's peak; two at a time are not added up."""
    start = f"import subprocess, sys; two = [subprocess.Popen([sys.executable, '-S', '-c', {FILL!r}]) for _ in 'ab']"
    assert LARGE < peak(f"{start}; [each.wait() for each in two]") < LARGE + 50


def test_neither_other_runs_nor_who_starts_them_are_counted() -> None:
    """A small run after a large one, started by a large process, is small."""
    large = b"x" * (LARGE * 2**20)
    assert peak(FILL) > LARGE
    assert peak("pass") < 50 < len(large) / 2**20
