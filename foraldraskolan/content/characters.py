"""Characters that may not stand in a source text, because nobody can see what they do."""

import re
import unicodedata

# Control characters but tab and newline; bidi controls: direction comes from the language and from isolates around
# fields, a mark by hand would turn digits around unseen; line and paragraph separators and the byte order mark.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return every control character, bidi control and hidden separator as (line counted from 1, its name)."""
    return [(text.count("\n", 0, match.start()) + 1, _name(match[0])) for match in _FORBIDDEN.finditer(text)]


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} {name}" if name else code
