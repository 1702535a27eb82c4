"""What runs of a program take, so that they can be compared: in turn, and beside a loop that always does the same.

A machine that others work on, or that is warm, has another speed from one second to the next. So runs that are compared
are made in turn, medians are taken, and the time of each is counted as if the loop had taken `LOOP` seconds beside it.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
LOOP = 0.03  # seconds, on a machine in the state that times are counted for
_ROUNDS = 2_000_000
_PEAK = Path(__file__).with_name("peak.py")


@dataclass(frozen=True)
class Spent:
    """What a run took: seconds on the clock and of the processors, MiB at its peak; and both of the loop then."""

    wall: float
    cpu: float
    memory: float
    loop: float
    loop_cpu: float

    @property
    def counted(self) -> float:
        """The seconds on the clock, had the machine been in the state that times are counted for."""
        return self.wall * LOOP / self.loop

    @property
    def counted_cpu(self) -> float:
        """The seconds of the processors in that state."""
        return self.cpu * LOOP / self.loop_cpu


def loop() -> tuple[float, float]:
    """Return the seconds of a loop that always does the same, on the clock and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(_ROUNDS):
        pass
    return time.perf_counter() - wall, time.process_time() - cpu


def of_call(call: Callable[[], T]) -> tuple[T, Spent]:
    """Call and return the result with what it took; memory is not told."""
    first, wall, cpu = loop(), time.perf_counter(), time.process_time()
    result = call()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return result, Spent(wall, cpu, 0, *_means(first, loop()))


def of_program(*arguments: str) -> Spent:
    """Run Python with these arguments, its output to nowhere, and return what it and all that it starts took."""
    first, order = loop(), [sys.executable, "-S", str(_PEAK), sys.executable, *arguments]
    done = subprocess.run(order, check=True, capture_output=True, text=True)
    wall, cpu, memory = map(float, done.stdout.split())
    return Spent(wall, cpu, memory, *_means(first, loop()))


def _means(*loops: tuple[float, float]) -> Iterator[float]:
    return map(statistics.mean, zip(*loops, strict=True))


def in_turn(runs: Mapping[str, Callable[[], T]], count: int) -> dict[str, list[T]]:
    """Make each run so many times, one of each after the other."""
    results: dict[str, list[T]] = {name: [] for name in runs}
    for _ in range(count):
        for name, run in runs.items():
            results[name].append(run())
    return results


def median(runs: Iterable[Spent], figure: str) -> float:
    """Return the median of a figure, by its name."""
    return statistics.median(getattr(each, figure) for each in runs)


def state(runs: Iterable[Spent]) -> str:
    """Return in a line what state the machine was in while these were made."""
    loops = sorted(each.loop * 1000 for each in runs)
    told = f"{statistics.median(loops):.0f} ms (from {loops[0]:.0f} to {loops[-1]:.0f})"
    return (
        f"the loop took {told}, counted as {LOOP * 1000:.0f}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
