"""One spelling for all that a reader takes as the same."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Letters of Persian keyboards, and those that are often written for them; the line that only makes a word longer.
_LETTERS = str.maketrans("یىکة", "ييكه", "ـ")
_ASCII_WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=10_000)  # a cell is asked about many things
def normalised(text: str) -> str:
    """Return a text as words of small letters and digits without marks, to compare spellings by."""
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text.lower()))
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = (character for character in decomposed.translate(_LETTERS) if unicodedata.category(character) != "Mn")
    return " ".join("".join(character if character.isalnum() else " " for character in bare).split())


def says(pattern: str) -> Callable[[str], bool]:
    """Return the question whether a text, as `normalised` writes it, has a pattern in it."""
    search = re.compile(pattern).search
    return lru_cache(maxsize=10_000)(lambda text: search(normalised(text)) is not None)
