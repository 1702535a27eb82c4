"""The real veraPDF over many files, one engine a process: starting Java costs more than checking ten files."""

import atexit
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

_SCRIPT = Path(__file__).parent / "verapdf" / "verapdf"


def broken_rules(files: Sequence[Path], flavour: str = "ua1") -> list[str]:
    """Return the lines of every file that veraPDF does not pass, each broken rule on a line below its file."""
    return [line for file in files for line in _answer(file, flavour) if not line.startswith("PASS ")]


def _answer(file: Path, flavour: str) -> Iterator[str]:
    engine = _engine(flavour)
    assert engine.stdin is not None
    assert engine.stdout is not None
    engine.stdin.write(f"{file}\n")
    engine.stdin.flush()
    first = engine.stdout.readline()
    assert first.split(" ", 1)[0] in ("PASS", "FAIL", "ERROR"), "veraPDF ended; what it said stands above"
    assert f" {file} " in first
    yield first.rstrip("\n")
    while line := engine.stdout.readline().rstrip("\n"):
        yield line


@cache
def _engine(flavour: str) -> "subprocess.Popen[str]":
    """Return a veraPDF that waits for the names of files; it ends with this process."""
    environment = {**os.environ, "PYTHON": sys.executable}
    engine = subprocess.Popen(
        ["bash", str(_SCRIPT), flavour],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, engine)
    return engine


def _end(engine: "subprocess.Popen[str]") -> None:
    engine.communicate()
