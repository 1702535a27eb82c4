"""From what went wrong to what the user reads and the exit code.

0 fine, 1 the user's problem, 2 wrong usage, 3 our bug, 130 interrupted. A bug's report names our own code and the kind
of error, never the user's values: they may be a class list.
"""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from gettext import NullTranslations
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from foraldraskolan.interface import interface
from foraldraskolan.problems import Message, Problem, ProblemsFound, message
from foraldraskolan.project import Project

_PACKAGE = Path(__file__).parents[1]
_INTERRUPTED = 130


def interface_of(arguments: Sequence[str]) -> NullTranslations:
    """Return the sentences in the language that --interface asks for, the system's if it does not."""
    asked = ""
    for index, argument in enumerate(arguments):
        if argument == "--interface" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--interface="):
            asked = argument.partition("=")[2]
    try:
        return interface("sv" if asked == "sv" else "en" if asked == "en" else None, Project.default().translations)
    except ProblemsFound:
        return NullTranslations()  # a broken catalog of our own sentences must not hide what went wrong


def handled(action: Callable[[], object], catalog: NullTranslations) -> int:
    """Run an action, tell what went wrong on standard error, and return the exit code."""
    try:
        result = action()
    except ProblemsFound as found:
        tell(found.problems, catalog)
        return 1
    except typer.Abort:
        return _interrupted(catalog)
    except typer.TyperException as wrong:
        wrong.show()  # type: ignore[attr-defined]  # every usage error has it
        return wrong.exit_code
    except KeyboardInterrupt:
        return _interrupted(catalog)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody listens: say nothing more
        return 0
    except Exception as bug:
        return _bug(bug, catalog)
    if result == _INTERRUPTED:  # typer turns Ctrl-C into an exit code of its own
        return _interrupted(catalog)
    return result if isinstance(result, int) else 0


def tell(problems: Sequence[Problem], catalog: NullTranslations) -> None:
    """Write every problem to standard error: its place, what is wrong, what to do."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in sorted(problems, key=lambda each: (str(each.place or ""), each.message.msgid)):
        if problem.place is not None:
            console.print(Text(str(problem.place), style="bold"))
        console.print(Text("  " + problem.message.text(catalog)))
        if problem.hint is not None:
            console.print(Text("  → " + problem.hint.text(catalog), style="cyan"))
    if len(problems) > 1:
        _say(message("{count} problem. Inget är skrivet.", count=len(problems)), catalog)


def _interrupted(catalog: NullTranslations) -> int:
    _say(message("Avbrutet. Inget är skrivet."), catalog)
    return _INTERRUPTED


def _bug(bug: Exception, catalog: NullTranslations) -> int:
    ours = [frame for frame in traceback.extract_tb(bug.__traceback__) if Path(frame.filename).is_relative_to(_PACKAGE)]
    where = f"{Path(ours[-1].filename).relative_to(_PACKAGE).as_posix()}:{ours[-1].lineno}" if ours else "–"
    _say(message("Det här är ett fel i programmet: {kind} i {where}.", kind=type(bug).__name__, where=where), catalog)
    _say(message("Skicka gärna raden ovanför till oss. Den innehåller inget av det du har skrivit."), catalog)
    if os.environ.get("FORALDRASKOLAN_DEBUG") == "1":
        traceback.print_exception(bug)
    return 3


def _say(words: Message, catalog: NullTranslations) -> None:
    Console(stderr=True, soft_wrap=True, highlight=False).print(Text(words.text(catalog)))
