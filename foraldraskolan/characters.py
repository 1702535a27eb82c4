"""Characters that nobody sees, or that turn the text around them: one place for what may stand where."""

import re
import unicodedata

# Bidi controls and the byte order mark, as ranges. Direction comes from the language and from isolates around fields:
# a mark by hand would turn digits around unseen.
_DIRECTION_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_JOINERS = "\u200c\u200d"  # invisible, but Persian and Kurdish words are spelled with them
SOFT_HYPHEN = "\u00ad"  # where a word may be divided, and nothing else
# Beside those in a source text: control characters but tab and newline; line and paragraph separators; halves of a
# character, which no file in UTF-8 can hold.
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_DIRECTION_MARKS}]")
_STEERING = ("Cc", "Cs", "Zl", "Zp")
_TURNING = re.compile(f"[{_DIRECTION_MARKS}]")


def forbidden(text: str) -> list[tuple[int, str]]:
    """Return what may not stand in a source text, by the number of its line from 1, each once a line, as names."""
    if not _FORBIDDEN.search(text):
        return []
    lines = enumerate(text.split("\n"), start=1)
    return [(number, _name_of(each)) for number, line in lines for each in dict.fromkeys(_FORBIDDEN.findall(line))]


def direction_marks(text: str) -> list[str]:
    """Return the characters of a text that change the direction of what follows, each once, as names."""
    return [_name_of(each) for each in dict.fromkeys(_TURNING.findall(text))]


def hidden_character(text: str, *, breaks: bool) -> str:
    """Return the name of the first character that nobody sees or that turns text around, or "".

    These are controls, formats (bidi controls among them) and separators of line and paragraph, private and unassigned
    characters; not the joiners that names are spelled with, and not line breaks where `breaks` says that they may be.
    """
    if text.isprintable():
        return ""
    for character in text:
        category = unicodedata.category(character)
        allowed = character in _JOINERS or (breaks and character == "\n")
        if (category[0] == "C" or category in ("Zl", "Zp")) and not allowed:
            return _name_of(character)
    return ""


def without_controls(text: str, instead: str, kept: str = "") -> str:
    """Return a text that steers nothing which shows or sends it.

    Another character stands for each control, half of a character and separator of line or paragraph but those `kept`.
    """
    return "".join(
        instead if unicodedata.category(character) in _STEERING and character not in kept else character
        for character in text
    )


def _name_of(character: str) -> str:
    """Return a character's code point and, if it has one, its name in Unicode: U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
