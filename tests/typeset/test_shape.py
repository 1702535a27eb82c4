"""Shaping word by word is shaping the text."""

import re
from pathlib import Path

import pytest

from foraldraskolan.project import Project
from foraldraskolan.translation.po import read_po
from foraldraskolan.typeset.fonts import FAMILIES, face
from foraldraskolan.typeset.shape import shape, shape_word

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


@pytest.mark.parametrize(
    ("tag", "family", "script", "rtl", "weight"),
    [
        ("so", LATIN, "Latn", False, 400),
        ("en", LATIN, "Latn", False, 700),
        ("ar", ARABIC, "Arab", True, 400),
        ("ar", ARABIC, "Arab", True, 700),
    ],
)
def test_no_face_shapes_across_a_space(tag: str, family: object, script: str, rtl: bool, weight: int) -> None:
    """A whole text and its words one by one have the same glyphs in the same places."""
    chosen = face(family, weight, False)  # type: ignore[arg-type]
    checked = 0
    for text in texts(tag):
        whole, words = shape_word(text, chosen, script, tag, rtl), shape(text, chosen, script, tag, rtl)
        assert (words.ids, list(words.starts), words.advances, words.offsets) == (
            whole.ids,
            list(whole.starts),
            whole.advances,
            whole.offsets,
        ), text
        checked += 1
    assert checked > 300
