"""A text beside its translation, which is what every check looks at."""

import re
from collections.abc import Callable, Iterator

from foraldraskolan.document.inlines import Inline
from foraldraskolan.language import Language
from foraldraskolan.problems import Message, Place
from foraldraskolan.record import record
from foraldraskolan.translation.checking.grammar import Grammar

Parse = Callable[[str, str, Place], tuple[Inline, ...]]  # a text, its BCP 47 tag, and where it stands

_NOT_WORDS = re.compile(r"\{[^}]*\}|\]\([^)]*\)")  # fields, words in other languages, the addresses of links
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?؟;።፧])[”“»’)*]*\s+")


@record
class Pair:
    """A Swedish text and its translation, as written and as parsed; the place is the translation's.

    The grammars are those of Swedish and of the language.
    """

    source: str
    text: str
    language: Language
    source_inlines: tuple[Inline, ...]
    text_inlines: tuple[Inline, ...]
    place: Place
    source_grammar: Grammar = Grammar()
    grammar: Grammar = Grammar()


Check = Callable[[Pair], Iterator[Message]]


def prose(text: str) -> str:
    """Return a text without what is no word of its language: fields, words in other languages, addresses of links."""
    return _NOT_WORDS.sub(" ", text)


def words(text: str) -> list[str]:
    """Return the words of a text's own language."""
    return _WORD.findall(prose(text))


def sentences(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield each sentence with its translation where both texts have as many, else the texts as they are."""
    source, text = (_SENTENCE_ENDS.split(prose(each).strip()) for each in (pair.source, pair.text))
    if len(source) == len(text):
        yield from zip(source, text, strict=True)
    else:
        yield prose(pair.source), prose(pair.text)
