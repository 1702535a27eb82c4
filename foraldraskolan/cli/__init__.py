"""What the user types; the only package that knows typer and rich.

Commands import what they need when they run, so that help and listings never wait for the renderer.
"""

import gc
import sys
from collections.abc import Sequence


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Nearly all that is read lives until the end. To look through it for what is not needed after each 700 new objects,
    # as Python does by itself, takes a tenth of the time; after each 200,000 it takes none, and some MiB of memory.
    gc.set_threshold(200_000)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line on these arguments and return the exit code: 0, 1, 2, 3 or 130."""
    try:
        from foraldraskolan.cli.app import make_app
        from foraldraskolan.cli.errors import handled, interface_of
    except KeyboardInterrupt:  # before there is anything to say it with
        return 130

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that has no Arabic shows marks instead of failing
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="surrogateescape")  # an answer in another encoding is refused, not a failure
    catalog = interface_of(arguments)
    return handled(lambda: make_app(catalog)(list(arguments), standalone_mode=False), catalog)
