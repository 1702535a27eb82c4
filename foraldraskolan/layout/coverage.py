"""Does every character have a glyph? Found out before anything is set, with the place of each that has none."""

import unicodedata
from collections.abc import Collection, Iterable

from foraldraskolan.document.form import Form
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.problems import Problem, message, raise_found
from foraldraskolan.typeset.fonts import missing

_HINT = message("Skriv det på ett annat sätt, eller lägg till ett typsnitt som har det.")


def expect_glyphs(form: Form) -> None:
    """Raise ProblemsFound with each character of a form that no font has, its language and where it stands.

    What the plan says of the meeting stands in many texts; a character of it is told once, as the plan's.
    """
    meeting = form.meeting
    said = {"title": meeting.title, "place": meeting.place, "host": meeting.host}
    lacking = {key: tuple(missing(text)) for key, text in said.items()}
    problems = [_of_plan(character, key) for key, characters in lacking.items() for character in characters]
    of_plan = frozenset(character for characters in lacking.values() for character in characters)
    raise_found(problems + glyph_problems((prose for _, prose in proses(form)), of_plan))


def glyph_problems(texts: Iterable[Prose], known: Collection[str] = ()) -> list[Problem]:
    """Return a problem for each character of some texts that no font has, but for those that are known."""
    problems: list[Problem] = []
    for prose in texts:
        for character in missing(plain(prose.inlines)):
            if character not in known:
                what = message(
                    "Inget typsnitt har tecknet {character} ({name}), på {language}.",
                    character=character,
                    name=_name(character),
                    language=prose.language,
                )
                problems.append(Problem(what, _HINT, prose.place))
    return list(dict.fromkeys(problems))


def _of_plan(character: str, key: str) -> Problem:
    what = message(
        "Inget typsnitt har tecknet {character} ({name}), som står i planens {key}.",
        character=character,
        name=_name(character),
        key=key,
    )
    return Problem(what, _HINT)


def _name(character: str) -> str:
    """Return a character's code and, if it has one, its name, which is English in every language."""
    return ", ".join(filter(None, (f"U+{ord(character):04X}", unicodedata.name(character, ""))))
