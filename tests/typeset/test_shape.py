"""Shaping word by word is shaping the text."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foraldraskolan.project import Project
from foraldraskolan.translation.po import read_po
from foraldraskolan.typeset.fonts import FAMILIES, Family, face
from foraldraskolan.typeset.glyphs import Word
from foraldraskolan.typeset.shape import Typeface, shape, shape_word, shape_words

TRANSLATIONS = Project.default().translations
LATIN, ARABIC = FAMILIES[0], FAMILIES[1]


def texts(tag: str) -> list[str]:
    """Return real texts of a language without notation, each of one script."""
    found = []
    for file in sorted((TRANSLATIONS / tag).glob("*.po")):
        for entry in read_po(Path(file)).entries.values():
            found.append(
                re.sub(r"[^\w .,،؛؟!]|[\w]*[A-Za-z0-9][\w]*" if tag == "ar" else r"[^\w .,!?]", "", entry.text)
            )
    return [text for text in found if text.strip()]


def glyphs(words: Sequence[Word]) -> list[object]:
    """Return what is painted of words from left to right: glyphs, their texts and advances."""
    return [glyph for word in words for glyph in zip(word.ids, word.texts, word.advances, strict=True)]


@pytest.mark.parametrize(
    ("tag", "family", "script", "rtl", "weight"),
    [
        ("so", LATIN, "Latn", False, 400),
        ("en", LATIN, "Latn", False, 700),
        ("ar", ARABIC, "Arab", True, 400),
        ("ar", ARABIC, "Arab", True, 700),
    ],
)
def test_no_face_shapes_across_a_space(tag: str, family: Family, script: str, rtl: bool, weight: int) -> None:
    """A whole text and its words one by one have the same glyphs in the same places."""
    typeface = Typeface(face(family, weight, False), script, tag, rtl)
    checked = 0
    for text in texts(tag):
        words = shape(text, typeface)
        assert glyphs(words[::-1] if rtl else words) == glyphs([shape_word(text, typeface)]), text
        assert "".join(word.text for word in words) == text
        checked += 1
    assert checked > 300


ANY = "abcåäöfiflT.,-()1\u0301\u200c\u200dابتلامهیکچ\u064b\u0651،؟٠"


@example(["a", "\u0301", "b"], False)
@example(["ال", "\u064b", "لا"], True)
@example(["می\u200cخواهم", "\u200c", "\u200dه"], True)
@given(st.lists(st.text(ANY, min_size=1, max_size=6), min_size=1, max_size=6), st.booleans())
def test_words_shaped_together_are_words_shaped_alone(texts: list[str], rtl: bool) -> None:
    """Many words in one call of HarfBuzz come out as each of them does in a call of its own."""
    typeface = Typeface(face(ARABIC if rtl else LATIN, 400, False), "Arab" if rtl else "Latn", "fa", rtl)
    alone = [shape_word(text, typeface) for text in texts]
    together = shape_words(texts, typeface)
    assert [glyphs([word]) for word in together] == [glyphs([word]) for word in alone]
    for word in together:
        assert "".join(word.texts[::-1] if rtl else word.texts) == word.text
        assert word.width == sum(word.advances)
