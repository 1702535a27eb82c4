"""Work on all cores comes back in order, and a process that somebody else ends is told, not waited for."""

import os
import signal
import sys
import time

import pytest

from foraldraskolan.problems import ProblemsFound
from foraldraskolan.workers import in_order, pool


def _begin() -> None:
    """Need nothing."""


def _late(number: int) -> int:
    time.sleep(0.05 if number % 2 else 0)
    return number


def _killed(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_come_in_order() -> None:
    """However long each takes, and however few may wait."""
    with pool(2, _begin) as executor:
        assert list(in_order(executor, _late, range(20), 3)) == list(range(20))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_process_that_is_killed_is_told() -> None:
    """A system out of memory kills a process: the user is told so, and what is left of the work ends."""
    with pytest.raises(ProblemsFound) as found, pool(2, _begin) as executor:
        list(in_order(executor, _killed, range(20), 4))
    assert found.value.problems[0].message.msgid == "Datorn stoppade en del av programmet. Inget är skrivet."
