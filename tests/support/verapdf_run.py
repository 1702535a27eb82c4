"""The real veraPDF over many files in one run: starting Java costs more than checking a file."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_SCRIPT = Path(__file__).parent / "verapdf" / "verapdf"


def broken_rules(files: Sequence[Path], flavour: str = "ua1") -> list[str]:
    """Return the lines of every file that veraPDF does not pass, each broken rule on a line below its file."""
    environment = {**os.environ, "PYTHON": sys.executable}
    run = subprocess.run(
        ["bash", str(_SCRIPT), flavour, *map(str, files)], env=environment, capture_output=True, text=True, check=False
    )
    lines = run.stdout.splitlines()
    assert lines, run.stderr
    assert lines[-1].endswith(" failed"), run.stderr
    assert sum(line.startswith(("PASS ", "FAIL ", "ERROR ")) for line in lines) == len(files)
    return [line for line in lines[:-1] if not line.startswith("PASS ")]
