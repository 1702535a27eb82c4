"""What one run of a program takes: `python -S peak.py PROGRAM ARGUMENT…` prints three figures.

They are its seconds on the clock, its seconds of the processors, and its peak memory in MiB.

The peak is the resident set of the largest process of the run, pages that it shares with others counted in. Linux lets
a process begin with the peak of whoever starts it, and keeps one figure for all that a process has ever started: that
is why each run has a small interpreter of its own to start it. What is smaller than that, some 10 MiB, cannot be told.
"""

import os
import sys
import time

_UNITS = 2**20 if sys.platform == "darwin" else 2**10  # of ru_maxrss in a MiB: macOS counts bytes, Linux KiB


def main(program: str, *arguments: str) -> None:
    """Run the program with nowhere to write and print what it took; fail if it does."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    before = time.perf_counter()
    process = os.posix_spawn(program, [program, *arguments], os.environ, file_actions=silent)
    # The usage of a process that has ended counts in the processes that it started and waited for.
    _, status, usage = os.wait4(process, 0)
    seconds = time.perf_counter() - before
    print(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _UNITS)
    sys.exit(os.waitstatus_to_exitcode(status) != 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
