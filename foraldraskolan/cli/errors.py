"""From what went wrong to what the user reads and the exit code.

0 fine, 1 the user's problem or what the computer refuses, 2 wrong usage, 3 our bug, 130 interrupted. A bug's report
names our own code and the kind of error, never the user's values: they may be a class list.
"""

import os
import sys
import textwrap
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from foraldraskolan.characters import without_controls
from foraldraskolan.cli.interface import interface, interface_file
from foraldraskolan.cli.merged import merged
from foraldraskolan.faults import fault
from foraldraskolan.limits import PROBLEMS
from foraldraskolan.problems import Message, Problem, ProblemsFound, message
from foraldraskolan.project import Project

if TYPE_CHECKING:
    from rich.console import Console

_PACKAGE = Path(__file__).parents[1]
_INTERRUPTED = 130
_WIDEST = 100  # columns; longer lines are hard to read


def interface_of(arguments: Sequence[str]) -> NullTranslations:
    """Return the sentences in the language that --interface asks for, the system's if it does not."""
    asked = ""
    for index, argument in enumerate(arguments):
        if argument == "--interface" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--interface="):
            asked = argument.partition("=")[2]
    spoken = Project.at(Path.cwd()).translations
    if not interface_file(spoken).exists():
        spoken = Project.default().translations  # a folder of other languages alone has no sentences of ours
    try:
        return interface("sv" if asked == "sv" else "en" if asked == "en" else None, spoken)
    except (ProblemsFound, OSError, MemoryError):
        return NullTranslations()  # a catalog of our own sentences that cannot be read must not hide what went wrong


def handled(action: Callable[[], object], catalog: NullTranslations) -> int:
    """Run an action, tell what went wrong on standard error, and return the exit code."""
    try:
        result = action()
    except ProblemsFound as found:
        tell_problems(found.problems, catalog)
        return 1
    except typer.Abort:
        return _interrupted(catalog)
    except typer.TyperException as wrong:
        wrong.show()  # type: ignore[attr-defined]  # every usage error has it
        return wrong.exit_code
    except KeyboardInterrupt:
        return _interrupted(catalog)
    except BrokenPipeError:
        return _unheard()
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # typer catches it first
            return _unheard()
        raise
    except Exception as wrong:
        refused = fault(wrong)
        if refused is None:
            return _bug(wrong, catalog)
        if isinstance(wrong, OSError):
            _silence()  # what is left to write to a full disk would fail once more on the way out
        _trace(wrong)
        tell_problems([refused], catalog)
        return 1
    if result == _INTERRUPTED:  # typer turns Ctrl-C into an exit code of its own
        return _interrupted(catalog)
    return result if isinstance(result, int) else 0


def _unheard() -> int:
    _silence()
    return 0


def _silence() -> None:
    """Let standard output lead nowhere: nobody listens, or nothing more can be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell_problems(problems: Sequence[Problem], catalog: NullTranslations) -> None:
    """Write every problem to standard error and, of several, how many they were."""
    count = list_problems(problems, catalog)
    if count > 1:
        aside(message("{count} problem. Inget är skrivet.", count=count), catalog)


def list_problems(problems: Sequence[Problem], catalog: NullTranslations) -> int:
    """Write the problems to standard error in the order of files and lines: the place, what is wrong, what to do.

    Those that are the same are told once. Return how many different ones there are; of very many, only the first are
    told, and how many more there are.
    """
    from rich.text import Text

    console = _standard_error()
    different = merged(problems)
    place = ""
    for each in different[:PROBLEMS]:
        problem, where = each.problem, each.where(catalog)
        if where and where != place:
            console.print(Text(printable(where), style="bold"))
        place = where
        for line in folded(problem.message.text(catalog), console, "  "):
            console.print(Text(line))
        if problem.hint is not None:
            for line in folded(problem.hint.text(catalog), console, "  → "):
                console.print(Text(line, style="cyan"))
    if len(different) > PROBLEMS:
        aside(message("… och {count} till.", count=len(different) - PROBLEMS), catalog)
    return len(different)


def folded(text: str, console: "Console", first: str) -> list[str]:
    """Return the lines of a sentence: folded between words on a terminal, one line where it can be searched for."""
    width = min(console.width, _WIDEST) if console.is_terminal else sys.maxsize
    # A path is never broken: who copies it wants it whole.
    return textwrap.wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def printable(text: str) -> str:
    """Return text with every control character and half a character replaced, so that no file steers the terminal."""
    return without_controls(text, "\ufffd", kept="\n\u2028\u2029")


def _interrupted(catalog: NullTranslations) -> int:
    if sys.stderr.isatty():
        print(file=sys.stderr)  # away from ^C and the question it answers
    aside(message("Avbrutet. Inget är skrivet."), catalog)
    return _INTERRUPTED


def _bug(bug: Exception, catalog: NullTranslations) -> int:
    ours = [frame for frame in traceback.extract_tb(bug.__traceback__) if Path(frame.filename).is_relative_to(_PACKAGE)]
    where = f"{Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}" if ours else "–"
    aside(message("Det här är ett fel i programmet: {kind} i {where}.", kind=type(bug).__name__, where=where), catalog)
    aside(message("Skicka gärna raden ovanför till oss. Den innehåller inget av det du har skrivit."), catalog)
    _trace(bug)
    return 3


def _trace(error: Exception) -> None:
    if os.environ.get("FORALDRASKOLAN_DEBUG") == "1":
        traceback.print_exception(error)


def aside(words: Message, catalog: NullTranslations) -> None:
    """Write a sentence to standard error, away from what another program reads."""
    _standard_error().print(printable(words.text(catalog)), markup=False)


def _standard_error() -> "Console":
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True, highlight=False)
