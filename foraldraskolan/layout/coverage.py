"""Does every character have a glyph? Found out before anything is set, with the place of each that has none."""

import unicodedata
from collections.abc import Collection, Iterable

from foraldraskolan.document.form import Form
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.language import script_of
from foraldraskolan.problems import Problem, message, raise_found
from foraldraskolan.scripts import ScriptName, no_typeface, without_typeface
from foraldraskolan.typeset.fonts import missing

_HINT = message("Skriv det på ett annat sätt, eller lägg till ett typsnitt som har det.")


def expect_glyphs(form: Form) -> None:
    """Raise ProblemsFound with what of a form no font has, its language and where it stands.

    What the plan says of the meeting stands in many texts; what of it no font has is told once, as the plan's.
    """
    meeting = form.meeting
    said = {"title": meeting.title, "place": meeting.place, "host": meeting.host}
    lacking = {key: missing(text) for key, text in said.items()}
    problems = [
        Problem(message("Inget typsnitt har {characters}, som står i planens {key}.", characters=each, key=key), _HINT)
        for key, characters in lacking.items()
        for each in _told(characters)
    ]
    of_plan = frozenset(character for characters in lacking.values() for character in characters)
    raise_found(problems + glyph_problems((prose for _, prose in proses(form)), of_plan))


def glyph_problems(texts: Iterable[Prose], known: Collection[str] = ()) -> list[Problem]:
    """Return a problem for each text with characters that no font has, but for those that are known.

    A script that no font has is one problem, where the first text in it stands: that of a text's language, if there is
    no typeface for it, or else that of the letter.
    """
    problems: list[Problem] = []
    scripts: set[ScriptName] = set()
    for prose in texts:
        lacking = [each for each in missing(plain(prose.inlines)) if each not in known]
        if not lacking:
            continue
        unset = without_typeface(lacking, script_of(prose.language))
        new = [script for script in dict.fromkeys(unset.values()) if script not in scripts]
        scripts.update(new)
        problems += [no_typeface(script, prose.place) for script in new]
        for told in _told(each for each in lacking if each not in unset):
            what = message("Inget typsnitt har {characters}, på {language}.", characters=told, language=prose.language)
            problems.append(Problem(what, _HINT, prose.place))
    return list(dict.fromkeys(problems))


def _told(characters: Iterable[str]) -> list[str]:
    """Return each of the characters with its code and its name, which is English; of a script's letters the first."""
    groups: dict[str, list[str]] = {}
    for each in characters:
        groups.setdefault(_word(each) if each.isalpha() else each, []).append(each)
    return [
        f"{first} ({', '.join(filter(None, (f'U+{ord(first):04X}', unicodedata.name(first, ''))))})"
        + (f" … {rest[-1]}" if rest else "")
        for first, *rest in groups.values()
    ]


def _word(letter: str) -> str:
    """Return what tells the script of a letter: the first word of its name."""
    return unicodedata.name(letter, letter).partition(" ")[0]
