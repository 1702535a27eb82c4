"""Characters that may not stand in a source text, because nobody can see what they do."""

import re
import unicodedata

# Control characters but tab and newline; bidi controls: direction comes from the language and from isolates around
# fields, a mark by hand would turn digits around unseen; line and paragraph separators, the byte order mark, and
# halves of a character, which no file in UTF-8 can hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return the control characters, bidi controls and hidden separators of each line (from 1), each once, as names."""
    if not _FORBIDDEN.search(text):
        return []
    lines = enumerate(text.split("\n"), start=1)
    return [(number, _name(each)) for number, line in lines for each in dict.fromkeys(_FORBIDDEN.findall(line))]


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} {name}" if name else code
