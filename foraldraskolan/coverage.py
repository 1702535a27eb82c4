"""Does every character have a glyph? Found out before anything is set, with the place of each that has none."""

import unicodedata
from collections.abc import Iterable

from foraldraskolan.document.blocks import Prose
from foraldraskolan.document.document import Document
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.problems import Problem, message, raise_found
from foraldraskolan.typeset.fonts import missing


def expect_glyphs(document: Document) -> None:
    """Raise ProblemsFound with each character of a document that no font has, its language and where it stands."""
    raise_found(glyph_problems(prose for _, prose in proses(document)))


def glyph_problems(texts: Iterable[Prose]) -> list[Problem]:
    """Return a problem for each character of some texts that no font has."""
    problems: list[Problem] = []
    for prose in texts:
        for character in missing(plain(prose.inlines)):
            name = unicodedata.name(character, "utan namn")
            problems.append(
                Problem(
                    message(
                        "Inget typsnitt har tecknet {character} (U+{code}, {name}), på {language}.",
                        character=character,
                        code=f"{ord(character):04X}",
                        name=name,
                        language=prose.language,
                    ),
                    message("Skriv det på ett annat sätt, eller lägg till ett typsnitt som har det."),
                    prose.place,
                )
            )
    return list(dict.fromkeys(problems))
