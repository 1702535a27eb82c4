"""How far a translation can be trusted, and how much of it there is not, as the terminal says it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.document.prose import State
from foraldraskolan.language import Language
from foraldraskolan.problems import Message, Problem, message

if TYPE_CHECKING:
    from foraldraskolan.cli.session import Session
    from foraldraskolan.translation.status import Provenance

# One word a file here; README.txt in the pack says it in full.
_STATES: Mapping[State, Message] = {
    "source": message("original"),
    "reviewed": message("granskad"),
    "draft": message("utkast"),
    "stale": message("föråldrad"),
    "missing": message("ofullständig"),
}
_HALF = 50  # per cent


def trusted(session: "Session", trust: "Provenance") -> str:
    """Return in a word how far a translation can be trusted, and how much of it is Swedish."""
    state = _STATES[trust.least]
    if not trust.in_swedish:
        return session.say(state)
    return session.say(message("{state}, {percent} % på svenska", state=state, percent=trust.in_swedish))


def tell_mostly_swedish(session: "Session", papers: Iterable[tuple[Language, str, "Provenance"]]) -> None:
    """Say on standard error, once a language, which papers are more Swedish than not: they help nobody who reads it.

    `papers` are the language, the name and the trust of each.
    """
    found: dict[str, list[str]] = {}
    for language, name, trust in papers:
        if trust.in_swedish > _HALF:
            found.setdefault(language.swedish, []).append(f"{name} ({trust.in_swedish} %)")
    hint = message("Dela inte ut det som översatt. Översätt mer, eller välj delar som är översatta.")
    problems = [
        Problem(
            message("Mer än hälften är på svenska ({language}): {papers}.", language=name, papers=", ".join(most)), hint
        )
        for name, most in found.items()
    ]
    list_problems(problems, session.catalog)
