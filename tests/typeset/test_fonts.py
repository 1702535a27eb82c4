"""Each language that the material may be in has fonts for its whole alphabet."""

import tomllib
from pathlib import Path

import pytest

from foraldraskolan.typeset.fonts import FAMILIES, face, family_for, missing

ALPHABETS: dict[str, str] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "alphabets.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("tag", ALPHABETS)
def test_fonts_have_the_alphabet(tag: str) -> None:
    """No letter, mark or sign of a language is without a glyph, in upright as in italic text."""
    letters = ALPHABETS[tag].replace(" ", "")
    assert missing(letters) == []
    for family in FAMILIES:
        italic = face(family, 400, True).characters
        upright = face(family, 400, False).characters
        assert {each for each in letters if each in upright} <= italic


def test_what_no_font_has_is_told_once() -> None:
    """A character that no font has is found, each once, in the order of the text."""
    assert missing("a漢b字漢") == ["漢", "字"]


def test_digits_are_the_same_in_every_script() -> None:
    """A phone number looks the same whatever script stands around it."""
    assert {family_for("4", script) for script in ("Latn", "Arab", "Ethi", "Cyrl")} == {FAMILIES[0]}


def test_a_family_without_italic_stresses_by_weight() -> None:
    """Arabic and Ethiopic letters are never slanted: they are set heavier."""
    for family in FAMILIES:
        stressed = face(family, 400, True)
        assert (family.italic is not None and stressed.weight == 400) or stressed.weight > 400
