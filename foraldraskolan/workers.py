"""Work on all cores: processes that have what they need from the start and leave Ctrl-C to their parent."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, connection, get_context, parent_process
from typing import TypeVar

from foraldraskolan.problems import Problem, ProblemsFound, message

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def pool(count: int, start: Callable[..., None], *arguments: object) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of so many processes, each begun with start(*arguments); they stop when anything is raised.

    Raises ProblemsFound if somebody else ends one of them: a system out of memory does.
    """
    # A forked process has everything imported and read already; elsewhere each starts anew.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(count, context, _begin, (start, arguments)) as executor:
        try:
            yield executor
        except BrokenProcessPool as broken:
            what = message("Datorn stoppade en del av programmet. Inget är skrivet.")
            hint = message("Minnet kan ha tagit slut. Stäng andra program och försök igen.")
            raise ProblemsFound([Problem(what, hint)]) from broken
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            # What they are at is not wanted any more, and may lie in a folder that is about to be taken away.
            for process in active_children():
                process.terminate()
            raise


def in_order(executor: ProcessPoolExecutor, work: Callable[[T], R], items: Iterable[T], ahead: int) -> Iterator[R]:
    """Yield work(item) for each item in their order, with at most `ahead` of them under way or waiting."""
    running: deque[Future[R]] = deque()
    for item in items:
        with held_back():
            running.append(executor.submit(work, item))
        if len(running) >= ahead:
            yield running.popleft().result()
    while running:
        yield running.popleft().result()


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


def _begin(start: Callable[..., None], arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    start(*arguments)


def _die_with_parent() -> None:
    """Leave when the parent is killed: a worker that waits for more would stay for ever, with what it knows."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
