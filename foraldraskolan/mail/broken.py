"""Text that was read in the wrong encoding before it came here, told by the tracks that it leaves."""

import re
from itertools import groupby
from unicodedata import combining

# What Windows-1252 and Latin-1 show for the bytes 80-BF, which follow the first byte of a letter in UTF-8.
_HIGH = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_HIGH_LETTERS = "\u0080-\u0084\u0086-\u0090\u0098-\u00bf‚ƒ†‡ˆ‰Š‹ŒŽ™š›œžŸ"  # without dashes, dots and quotation marks
_TRACKS = (
    "[\ufffd\ud800-\udfff\u0080-\u009f\uffff]",  # what a program writes for a letter that it lost, or never shows
    f"[ÂÃ][{_HIGH}]",  # Latin letters, å to ö among them, read as Windows-1252
    f"[ÄÅ][{_HIGH_LETTERS}]",  # those of Poland, Turkey and Bosnia
    f"(?:[ÐÑØÙÚÛ][{_HIGH}]){{2}}",  # Cyrillic and Arabic
    f"[áâãäåæçèéêëìí][{_HIGH}]{{2}}",  # Ethiopic, typographic marks
    "√[^\\W\\d_]|√[^\\s\\x00-\\x7f]",  # Latin letters read as Mac Roman
    "[\u2500-\u257f][^\\W\\d_]|[├┬┼][^\\s\\x00-\\x7f]",  # and as code page 850
    "&(?:[aAoO](?:ring|uml)|eacute|#(?:229|228|246|197|196|214));",  # as HTML writes them
    # A question mark for each letter that an encoding does not have; those of an address on the web are its own.
    "(?<![^\\s;,])(?=[^\\s/@?]*\\?)[^\\s/@=&]*[^\\W\\d_]\\?[^\\W\\d_]",
    "(?<![^\\s;,])\\?[^\\W\\d_]{2,}",
)
_MOST_MARKS = 30
_BROKEN = re.compile("|".join(_TRACKS))


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
