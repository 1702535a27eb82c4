"""Work on all cores comes back in order, and a process that somebody else ends is told, not waited for."""

import errno
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing import Process, active_children

import pytest

from foraldraskolan.make.workers import on_all_cores
from foraldraskolan.problems import ProblemsFound


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let work be shared wherever the tests run."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def _late(number: int) -> int:
    time.sleep(0.05 if number % 2 else 0)
    return number


def _large(number: int) -> bytes:
    return bytes(20_000_000)  # more than a pipe holds: who hands it back is at it for a while


def _killed(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_come_in_order() -> None:
    """However long each takes, and however few may wait."""
    with on_all_cores(_late, range(20), 20) as results:
        assert list(results) == list(range(20))


def test_few_wait() -> None:
    """What is made of later items is not asked for before it is needed: memory holds a few of them."""
    asked: list[int] = []

    def items() -> Iterator[int]:
        for item in range(20):
            asked.append(item)
            yield item

    with on_all_cores(_late, items(), 20) as results:
        assert all(len(asked) <= result + 4 for result in results)
    assert len(asked) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_process_that_is_killed_is_told() -> None:
    """A system out of memory kills a process: the user is told so, and what is left of the work ends."""
    with pytest.raises(ProblemsFound) as found, on_all_cores(_killed, range(20), 20) as results:
        list(results)
    assert found.value.problems[0].message.msgid == "Datorn stoppade en del av programmet. Inget är skrivet."


def test_who_stops_taking_results_stops_the_work() -> None:
    """Whatever is raised where results are used, no process is left at work when it is heard of."""
    with pytest.raises(KeyboardInterrupt), on_all_cores(_late, range(20), 20) as results:
        next(results)
        raise KeyboardInterrupt
    assert active_children() == []


def test_a_result_that_is_being_handed_back_is_waited_for() -> None:
    """No thread is left that waits for the rest of it: a program with one would never end."""
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt), on_all_cores(_large, range(20), 20) as results:
        next(results)
        raise KeyboardInterrupt
    assert (active_children(), threading.active_count()) == ([], before)


def test_a_pool_whose_own_thread_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses the thread that hands out the work: it is told, not waited for, and no process stays."""
    start = threading.Thread.start

    def refused(thread: threading.Thread) -> None:
        if "QueueFeeder" in thread.name:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refused)
    with pytest.raises(RuntimeError, match="new thread"), on_all_cores(_late, range(4), 4) as results:
        list(results)
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
    with pytest.raises(OSError, match="Too many open files"), on_all_cores(_late, range(4), 4) as results:
        list(results)
    assert started
    assert active_children() == []
