"""Sentences, words and LIX, the Swedish measure of how heavy a text is to read (C. H. Björnsson, 1968).

LIX is the words of a sentence on average plus the words of more than six letters in a hundred: below 30 very easy,
to 40 easy, to 50 middling, above that hard. A sentence ends at . ! ? … or a colon where no small letter follows; a
heading, a list item or a paragraph is a text of its own and ends one too.
"""

import re
from typing import Final

from foraldraskolan.document.inlines import Field, Inline, Value
from foraldraskolan.document.walk import plain, rewrite_inlines
from foraldraskolan.record import record

FIELD: Final = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: one short word, whatever the field will hold
_LONG = 6  # a longer word is a long one
_WORD = re.compile(rf"{FIELD}|\w+(?:[-–:.’']\w+)*")
_END = re.compile(r"(?<=[.!?…:])([\"”’»)]*)\s+(?![a-zåäöéü])")


def readable(inlines: tuple[Inline, ...]) -> str:
    """Return a text as it is read, without source marks and with FIELD for every field."""
    return plain(rewrite_inlines(inlines, lambda each: Value(FIELD) if isinstance(each, Field) else each))


def words(text: str) -> list[str]:
    """Return the words of a text; what a hyphen, a colon or a full stop joins (CAN:s, 18.30) is one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that have a word in them."""
    return [each for each in _END.sub(r"\1\n", text).split("\n") if words(each)]


@record
class Counts:
    """What LIX is made of; the counts of two texts add up to those of both."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.words + other.words, self.sentences + other.sentences, self.long_words + other.long_words)

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(self.words - other.words, self.sentences - other.sentences, self.long_words - other.long_words)

    @property
    def lix(self) -> float:
        """The LIX of the text, 0 of an empty one."""
        return self.words / self.sentences + 100 * self.long_words / self.words if self.words else 0.0


def counts(text: str) -> Counts:
    """Count a text's words, sentences and long words."""
    found = words(text)
    long_words = sum(sum(map(str.isalpha, each)) > _LONG for each in found)
    return Counts(len(found), len(sentences(text)), long_words)
