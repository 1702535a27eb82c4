"""Rows for the eye on a terminal, and for other programs in a pipe."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from foraldraskolan.cli.errors import printable
from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Message


def print_facts(session: Session, facts: Iterable[tuple[Message, str]]) -> None:
    """Print what each thing is, a line each: set apart on a terminal, with a tab between in a pipe."""
    rows = [(session.say(what), printable(said)) for what, said in facts]
    console = session.console
    if not console.is_terminal:
        for row in rows:
            print("\t".join(row), file=console.file)
        return
    grid = Table(box=None, pad_edge=False, show_header=False)
    grid.add_column(style="bold", no_wrap=True)
    for what, said in rows:
        grid.add_row(Text(what), Text(said))
    console.print()
    console.print(grid, soft_wrap=False)
    console.print()


def print_table(session: Session, heads: Sequence[Message], rows: Iterable[Sequence[object]]) -> None:
    """Print rows below their heads, numbers to the right; in a pipe one line a row, with tabs and without heads."""
    texts = [[printable(str(cell)) for cell in row] for row in rows]
    console = session.console
    if not console.is_terminal:
        for row in texts:
            # Rich would write the tabs as spaces.
            print("\t".join(row), file=console.file)
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, head in enumerate(heads):
        numeric = all(row[index].isdecimal() or row[index] == "–" for row in texts)
        table.add_column(Text(session.say(head)), justify="right" if numeric else "left", no_wrap=index == 0)
    for row in texts:
        table.add_row(*map(Text, row))
    # A cell that is too long is folded inside its column.
    console.print(table, soft_wrap=False)
