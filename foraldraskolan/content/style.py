"""How the material is to be written: the limits that an editor judges it by, from style.toml."""

from dataclasses import dataclass
from pathlib import Path

from foraldraskolan.content.toml import read_toml
from foraldraskolan.problems import raise_found

STYLE_FILE = "style.toml"
SENTENCE_WORDS = (5, 60)
LIX = (15, 70)
SLIDE_LINES = (1, 20)
SLIDE_WORDS = (5, 200)


@dataclass(frozen=True, slots=True)
class Style:
    """The most that a sentence, a module and a slide may hold, and the abbreviations that every reader knows."""

    sentence_words: int
    lix: int
    slide_lines: int
    slide_words: int
    abbreviations: tuple[str, ...]


def read_style(materials: Path) -> Style | None:
    """Return the style of a material, or None if it states none; raise ProblemsFound with all the file's problems."""
    path = materials / STYLE_FILE
    if not path.exists():
        return None
    file = read_toml(path)
    root = file.root
    style = Style(
        root.whole("sentence_words", *SENTENCE_WORDS),
        root.whole("lix", *LIX),
        root.whole("slide_lines", *SLIDE_LINES),
        root.whole("slide_words", *SLIDE_WORDS),
        root.texts("abbreviations", may_be_empty=True),
    )
    raise_found(file.close())
    return style
