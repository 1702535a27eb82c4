"""How long one waits, from a cold start: python tests/bench/bench_cold.py [--against CHECKOUT]

The example pack, one handout, `check` and `--help` as whole processes, beside a process that only imports what the pack
needs of other people's libraries; with another checkout of the program, such as one of the commit before, in turn with
it. Modules are compiled and files in the system's cache, as they are for everybody from the second time on.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from timing import Spent, in_turn, median, of_program, state

ROOT = Path(__file__).parents[2]
LIBRARIES = "reportlab.pdfgen.canvas, uharfbuzz, babel.dates, babel.numbers, markdown_it, icu4py.breakers, pyphen"
BARE = ("-c", f"import {LIBRARIES}, typer, rich.console, rich.table, rich.progress")
EMPTY = ("-c", "pass")


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the words of each command that is measured, which writes in the folder if it writes."""
    return {
        "--help": ["--help"],
        "check": ["check"],
        "handout in Arabic": ["handout", "-l", "ar", "-o", str(folder / "handout.pdf")],
        "example pack": ["build", "-o", str(folder / "pack")],
    }


def measured(checkout: Path, words: list[str]) -> Callable[[], Spent]:
    """Return what runs a command of the program that a folder holds, on the material in it."""

    def run() -> Spent:
        os.chdir(checkout)  # where Python looks first for the package
        return of_program("-m", "foraldraskolan", *words)

    return run


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--against", type=Path, help="another checkout")
    parser.add_argument("--only", default="", help="commands whose name begins so")
    asked = parser.parse_args()
    checkouts = {"": ROOT} | ({" before": asked.against.resolve()} if asked.against else {})
    with tempfile.TemporaryDirectory() as folder:
        runs = {"empty": lambda: of_program(*EMPTY), "bare import": lambda: of_program(*BARE)}
        for name, words in commands(Path(folder)).items():
            for which, checkout in checkouts.items():
                if name.startswith(asked.only):
                    runs[name + which] = measured(checkout, words)
        # What is compiled stays out of the checkouts, where an environment may also forbid it.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        in_turn(runs, 1)
        found = in_turn(runs, asked.runs)
    bare = found["bare import"]
    print(f"{'':25} {'seconds':>8} {'× bare import':>14} {'CPU':>7} {'×':>5} {'MiB':>5}   medians of {asked.runs} runs")
    for name, spent in found.items():
        cells = [
            f"{median(spent, figure):8.2f} {median(spent, figure) / median(bare, figure):{width}.1f}"
            for figure, width in (("counted", 14), ("counted_cpu", 5))
        ]
        print(f"{name:25} {' '.join(cells)} {median(spent, 'memory'):5.0f}")
    print(state(each for spent in found.values() for each in spent))


if __name__ == "__main__":
    main()
