"""The real veraPDF over many files, one engine a process: starting Java costs more than checking ten files."""

import atexit
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

_SCRIPT = Path(__file__).parent / "verapdf" / "verapdf"
_FLAVOURS = ("ua1", "2a")  # PDF/UA-1 and PDF/A-2a: every file is both


def broken_rules(files: Sequence[Path]) -> list[str]:
    """Return the lines of every file that veraPDF does not pass, each broken rule on a line below its file."""
    return [line for file in files for line in _answer(file) if not line.startswith("PASS ")]


def _answer(file: Path) -> Iterator[str]:
    engine = _engine()
    assert engine.stdin is not None
    assert engine.stdout is not None
    engine.stdin.write(f"{file}\n")
    engine.stdin.flush()
    lines: list[str] = []
    while line := engine.stdout.readline().rstrip("\n"):
        lines.append(line)
    told = [line.split(" ", 2) for line in lines if not line.startswith(" ")]
    assert [flavour for _, flavour, _ in told] == list(_FLAVOURS), "veraPDF ended; what it said stands above"
    assert all(said.startswith(f"{file} ") for _, _, said in told)
    yield from lines


@cache
def _engine() -> "subprocess.Popen[str]":
    """Return a veraPDF that waits for the names of files; it ends with this process."""
    environment = {**os.environ, "PYTHON": sys.executable}
    engine = subprocess.Popen(
        ["bash", str(_SCRIPT), *_FLAVOURS],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, engine)
    return engine


def _end(engine: "subprocess.Popen[str]") -> None:
    engine.communicate()
