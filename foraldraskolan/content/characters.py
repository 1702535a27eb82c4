"""Characters that may not stand in a source text, because nobody can see what they do."""

import unicodedata

# Direction comes from the language and from isolates around fields; a mark by hand would turn digits around unseen.
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SEPARATORS = frozenset("\u2028\u2029\ufeff")


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return every control character, bidi control and hidden separator as (line counted from 1, its name)."""
    return [
        (number, _name(character))
        for number, line in enumerate(text.split("\n"), start=1)
        for character in line
        if _is_forbidden(character)
    ]


def _is_forbidden(character: str) -> bool:
    if character in _BIDI_CONTROLS or character in _SEPARATORS:
        return True
    return character != "\t" and unicodedata.category(character) == "Cc"


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} {name}" if name else code
