"""How far work has come, on a terminal."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Message


@contextmanager
def progressing(session: Session, words: Message, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error, if that is a terminal, and yield what is told how much more is done of `total`."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    from rich.progress import Progress

    with Progress(console=console, transient=True) as progress:
        task = progress.add_task(session.say(words), total=total)
        yield lambda more: progress.advance(task, more)
