"""Work on all cores comes back in order, and a process that somebody else ends is told, not waited for."""

import errno
import os
import signal
import sys
import threading
import time
from multiprocessing import Process, active_children

import pytest

from foraldraskolan.make.workers import in_order, pool
from foraldraskolan.problems import ProblemsFound


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


def test_a_pool_whose_own_thread_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses the thread that hands out the work: it is told, not waited for, and no process stays."""
    start = threading.Thread.start

    def refused(thread: threading.Thread) -> None:
        if "QueueFeeder" in thread.name:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refused)
    with pytest.raises(RuntimeError, match="new thread"), pool(2, _begin) as executor:
        list(in_order(executor, _late, range(4), 2))
    assert active_children() == []


def test_a_pool_that_cannot_be_made_whole_leaves_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses the second process: the first, which nobody tells to end, is ended."""
    start, started = Process.start, list[int]()

    def refused(process: Process) -> None:
        if started:
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        start(process)
        started.append(1)

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refused)
    with pytest.raises(OSError, match="Too many open files"), pool(2, _begin) as executor:
        list(in_order(executor, _late, range(4), 2))
    assert started
    assert active_children() == []
