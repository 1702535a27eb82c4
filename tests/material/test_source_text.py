"""How long a text may be: exactly to the limit, and what is beyond it has the line where it stands."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.limits import BODY_LINES, COLUMNS, TEXT
from foraldraskolan.material.source_text import too_long, too_much
from foraldraskolan.problems import Place

START = Place(Path("a.md"), 12)


@pytest.mark.parametrize("lines", [[], ["a" * TEXT], ["a"] * BODY_LINES, ["|" * COLUMNS]])
def test_to_the_limit_all_is_well(lines: list[str]) -> None:
    """What may just be there is."""
    assert too_much(lines, START) == []


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (["a", "a" * (TEXT + 1)], 13, f"Texten har {TEXT + 1} tecken; högst {TEXT} är tillåtna."),
        (["a"] * (BODY_LINES + 1), 12, f"Texten har {BODY_LINES + 1} rader; högst {BODY_LINES} är tillåtna."),
        (["a", "a", "|" * (COLUMNS + 1)], 14, f"Raden har fler än {COLUMNS} spalter."),
    ],
)
def test_beyond_it_is_told(lines: list[str], line: int, said: str) -> None:
    """The words say the limit and how far beyond it the text is."""
    (problem,) = too_much(lines, START)
    assert problem.place == Place(Path("a.md"), line)
    assert problem.message.text(NullTranslations()) == said


def test_a_paragraph_has_its_own_place() -> None:
    """One text that is too long is told where it begins."""
    (problem,) = too_long("a" * (TEXT + 1), START)
    assert problem.place == START
