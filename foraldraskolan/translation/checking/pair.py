"""A text beside its translation, which is what every check looks at."""

import re
from collections.abc import Callable, Iterator

from foraldraskolan.document.inlines import Inline
from foraldraskolan.language import SOURCE, Language, script_of
from foraldraskolan.problems import Message, Place
from foraldraskolan.record import record
from foraldraskolan.translation.checking.grammar import Grammar

Parse = Callable[[str, str, Place], tuple[Inline, ...]]  # a text, its BCP 47 tag, and where it stands

_NOT_WORDS = re.compile(r"\{[^}]*\}|\]\([^)]*\)")  # fields, words in other languages, the addresses of links
_FIELD = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[^\W\d_]+")
# Before what is no small letter and no digit: neither "kap. 6" nor an abbreviation ends a sentence.
_SENTENCE_ENDS = re.compile(r"(?<=[.!?؟።፧\u037e])(?<!\bkl\.)[”“»’)*]*\s+(?=[”“„«‘(*]*(?![a-zåäö])[^\W\d_])")
_GREEK = re.compile(r";(?=\s|$)")


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


def split(text: str, tag: str) -> list[str]:
    """Return the sentences of a text in a language; in Greek letters a semicolon is the question mark."""
    running = _FIELD.sub("X", text).strip()
    return _SENTENCE_ENDS.split(_GREEK.sub("\u037e", running) if script_of(tag).code == "Grek" else running)


def sentences(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield each sentence with its translation where both texts have as many, else the texts as they are."""
    source, text = split(pair.source, SOURCE), split(pair.text, pair.language.tag)
    if len(source) == len(text):
        yield from ((prose(one), prose(other)) for one, other in zip(source, text, strict=True))
    else:
        yield prose(pair.source), prose(pair.text)
