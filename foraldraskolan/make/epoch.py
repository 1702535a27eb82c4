"""SOURCE_DATE_EPOCH of reproducible-builds.org: the moment that files give as their own for whoever asks for one."""

from collections.abc import Mapping
from datetime import UTC, datetime

from foraldraskolan.problems import Problem, ProblemsFound, message


def read_epoch(environment: Mapping[str, str]) -> datetime | None:
    """Return the moment that is asked for, None if there is none; raise ProblemsFound if it is not a moment."""
    written = environment.get("SOURCE_DATE_EPOCH", "")
    if not written:
        return None
    try:
        if written.isascii() and written.isdecimal():
            return datetime.fromtimestamp(int(written), UTC)
    except (OSError, OverflowError, ValueError):
        pass  # digits, but of no year that the calendar has
    what = message("SOURCE_DATE_EPOCH är ingen tidpunkt: {value}.", value=written)
    hint = message("Skriv sekunderna sedan 1970 med bara siffror, eller ta bort variabeln.")
    raise ProblemsFound([Problem(what, hint)])
