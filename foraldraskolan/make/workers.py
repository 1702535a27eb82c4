"""Work on all cores: processes that have what they need from the start and leave Ctrl-C to their parent."""

import gc
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, connection, get_context, parent_process
from multiprocessing.synchronize import Event
from typing import Any, TypeVar

from foraldraskolan.faults import is_fault
from foraldraskolan.problems import Problem, ProblemsFound, message

T = TypeVar("T")
R = TypeVar("R")
_LISTEN = 1.0  # seconds between asking whether anything can still come
_MOMENTS = 1000  # milliseconds that a thread may take to note what it was told
_AHEAD = 2  # items that wait for each core: more would fill the memory, fewer leave a core idle


@contextmanager
def on_all_cores(work: Callable[[T], R], items: Iterable[T], count: int) -> Iterator[Iterator[R]]:
    """Yield work(item) of each of `count` items in their order, with few of them under way or waiting at a time.

    Processes stop when anything is raised. Raises ProblemsFound if the system has no memory for them to share, or if
    somebody else ends one of them: a system out of memory does.
    """
    cores = min(os.cpu_count() or 1, count)
    if cores < 2:
        yield map(work, items)
        return
    with _pool(cores, work) as executor:
        yield _in_order(executor, items, cores * _AHEAD)


def _in_order(executor: ProcessPoolExecutor, items: Iterable[Any], ahead: int) -> Iterator[Any]:
    running: deque[Future[Any]] = deque()
    for item in items:
        with held_back():
            running.append(executor.submit(_worked, item))
        if len(running) >= ahead:
            yield _result(running.popleft())
    while running:
        yield _result(running.popleft())


def _result(future: "Future[R]") -> R:
    """Return a result when it is there; raise what ended a thread of the pool, since then none will come."""
    while not wait([future], _LISTEN).done:
        if _failed:
            raise _failed[0]
    return future.result()


@contextmanager
def _pool(count: int, work: Callable[[T], R]) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of so many processes that do this work; they stop when anything is raised."""
    # A forked process has everything imported and read already; elsewhere each starts anew.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    try:
        stop = context.Event()
        processes = ProcessPoolExecutor(count, context, _begin, (stop, work))
        # What waits for workers that are gone is read by nobody: an early Python 3.11, as Debian has it, would try for
        # ever to send it (python/cpython#94777), if it had to.
        processes._call_queue.cancel_join_thread()  # type: ignore[attr-defined]  # no types, and no other way
    except (ImportError, OSError) as error:
        if is_fault(error):
            raise
        what = message("Datorn låter inte programmets delar arbeta samtidigt: det delade minnet saknas.")
        hint = message("På Linux är det mappen /dev/shm, som du ska få läsa och skriva i.")
        raise ProblemsFound([Problem(what, hint)]) from error
    with _nothing_collected(), _orphans_ended(), _threads_heard(), processes as executor:
        try:
            yield executor
        except BrokenProcessPool as broken:
            what = message("Datorn stoppade en del av programmet. Inget är skrivet.")
            hint = message("Minnet kan ha tagit slut. Stäng andra program och försök igen.")
            raise ProblemsFound([Problem(what, hint)]) from broken
        except BaseException:
            # They leave what they are at and are waited for: it may lie in a folder that is about to be taken away. One
            # that is killed while it hands back a result would leave its parent waiting for the rest for ever. Where a
            # thread of the pool has ended nobody takes results, and there is nothing to wait for.
            stop.set()
            executor.shutdown(wait=not _failed, cancel_futures=True)
            raise


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Leave what is there to no collection: it would write to memory that processes share, which copies it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _orphans_ended() -> Iterator[None]:
    """End the processes that a pool leaves: one that could not be made whole never tells those that it made to end."""
    try:
        yield
    finally:
        for left in active_children():
            left.terminate()
            left.join()
            # The pool's own thread waits for it, too, and may be the one that hears of its end, a moment later.
            for _ in range(_MOMENTS):
                if not left.is_alive():
                    break
                time.sleep(0.001)


_failed: list[BaseException] = []


@contextmanager
def _threads_heard() -> Iterator[None]:
    """Keep what ends a thread for whoever waits for results: without the pool's own threads there will be none."""
    before = threading.excepthook
    _failed.clear()
    threading.excepthook = lambda failure: _failed.append(failure.exc_value or RuntimeError())
    try:
        yield
    finally:
        threading.excepthook = before


@contextmanager
def held_back() -> Iterator[None]:
    """Keep Ctrl-C waiting while processes start: Python forgets one that falls into the middle of a fork."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Stopping(Exception):
    """What a worker raises when it is to leave what it is at; nobody waits for the result."""


_stop: Event | None = None  # of a worker, from its start, and what it does
_work: Callable[[Any], Any] | None = None


def expect_time() -> None:
    """Raise Stopping in a worker that is to stop; long work asks now and then."""
    if _stop is not None and _stop.is_set():
        raise Stopping


def _begin(stop: Event, work: Callable[[Any], Any]) -> None:
    global _stop, _work
    _stop, _work = stop, work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    # What was read lives as long as the process, and what an item makes as long as the item: a collection in the middle
    # finds nothing, and one after a few papers, which nobody needs, takes a tenth of their time.
    gc.freeze()
    gc.disable()


def _worked(item: Any) -> Any:
    if _work is None:
        raise AssertionError("a worker has its work before its first item")
    expect_time()
    done = _work(item)
    if gc.get_count()[0] > gc.get_threshold()[0]:
        gc.collect()
    return done


def _die_with_parent() -> None:
    """Leave when the parent is killed: a worker that waits for more would stay for ever, with what it knows."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
