"""Text that was read in the wrong encoding before it came here, told by the tracks that it leaves."""

import re
from itertools import groupby
from unicodedata import combining

_WRONG = ("cp1252", "mac_roman", "cp850")  # what programs take UTF-8 for
_MOST_MARKS = 30
_QUOTES = "‘’“”–—…"  # stand beside a letter in any text


def _table(encoding: str) -> list[str]:
    """Return what each byte is shown as; Windows shows those that it does not have as Latin-1 has them."""
    shown = (bytes([byte]).decode(encoding, "replace") for byte in range(256))
    return [chr(byte) if character == "\ufffd" else character for byte, character in enumerate(shown)]


def _any(characters: list[str], but: str = "") -> str:
    return "[" + "".join(re.escape(each) for each in characters if each not in but) + "]"


def _tracks(encoding: str) -> str:
    """Return the pattern of letters in UTF-8 that were read as this encoding: two, or three, characters for each.

    Letters of Latin alphabets stand alone in a word, those of others beside each other.
    """
    table = _table(encoding)
    second = _any(table[0x80:0xC0])
    sure = _any(table[0x80:0xC0], but=_QUOTES)
    letter = f"{_any(table[0xC2:0xC4])}{second}|{_any(table[0xC4:0xC6])}(?:{sure}|{second}(?=[a-zåäö]))"
    return f"{letter}|(?:{_any(table[0xCE:0xDC])}{second}){{2}}|{_any(table[0xE1:0xE3])}{sure}{second}"


_BROKEN = re.compile(
    "|".join(
        (
            *map(_tracks, _WRONG),
            "[\ufffd\ud800-\udfff\u0080-\u009f\uffff]",  # what a program writes for a letter that it lost
            # Signs that stand where other alphabets of Latin letters have š, ž and œ.
            "[^\\W\\d_][¤¦¨¸¼½¾]|[¤¦¨¸¼¾][^\\W\\d_]|(?<![^\\s;,])´[^\\W\\d_]",
            "&(?:[aAoO](?:ring|uml)|eacute|#(?:229|228|246|197|196|214));",  # as HTML writes them
            # A question mark for each letter that an encoding does not have; an address on the web has its own.
            "(?<![^\\s;,])(?=[^\\s/@?]*\\?)[^\\s/@=&]*[^\\W\\d_]\\?[^\\W\\d_]",
            "(?<![^\\s;,])\\?[^\\W\\d_]{2,}",
        )
    )
)


def is_broken(text: str) -> bool:
    """Return whether letters of a text were lost or replaced on its way; what is a name in some language is none."""
    if text.isascii() and "?" not in text and "&" not in text:
        return False
    return _BROKEN.search(text) is not None


def is_piled(text: str) -> bool:
    """Return whether more marks stand on one letter than any language has (Stream-Safe Text of UAX #15)."""
    return not text.isascii() and any(
        marks and sum(1 for _ in pile) > _MOST_MARKS for marks, pile in groupby(text, lambda each: combining(each) > 0)
    )
