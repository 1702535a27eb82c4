"""Swedish that was left in a translation, where it would be printed and read aloud as another language."""

import re
from collections.abc import Iterable, Iterator, Sequence

from foraldraskolan.problems import Message, Problem, message
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import Catalog, Entry, place_of
from foraldraskolan.translation.checking.pair import Pair, words

_SENTENCE = 3  # words: what is shorter may be a name
_SHORT = 3  # letters: what is shorter is a word in many languages
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def swedish(pair: Pair) -> Iterator[Message]:
    """Find a text that is still the Swedish one."""
    if pair.text == pair.source and len(words(pair.source)) >= _SENTENCE:
        yield message("Översättningen är den svenska texten.")


@record
class Left:
    """Swedish words in a translation; `sure` if they follow each other as in the source."""

    problem: Problem
    sure: bool


def swedish_words(catalogs: Sequence[Catalog], known: Iterable[str] = ()) -> list[Left]:
    """Return a problem for each translation with words of its own source that the language has nowhere else.

    A word is the language's own if it stands where the source has none like it, or is one of those `known`. What is
    always written with a capital is a name.
    """
    entries = [(catalog, entry) for catalog in catalogs for entry in catalog.entries.values()]
    sources = {entry.source: words(entry.source) for _, entry in entries}
    lower = {word for each in sources.values() for word in each if word.islower()}
    own = {word.casefold() for each in known for word in words(each)}
    pairs = [(catalog, entry, _unbracketed(entry)) for catalog, entry in entries if entry.text and not entry.stale]
    for _, entry, text in pairs:
        own |= {word.casefold() for word in text} - {word.casefold() for word in sources[entry.source]}
    found = []
    for catalog, entry, text in pairs:
        source = [word.casefold() for word in sources[entry.source]]
        left = [
            word
            for word in dict.fromkeys(map(str.casefold, text))
            if len(word) >= _SHORT and word in source and word in lower and word not in own
        ]
        if left:
            run = _run(source, [word.casefold() for word in text], set(left))
            what = message("Här står svenska: {words}.", words=" ".join(run or left))
            found.append(Left(Problem(what, place=place_of(catalog, entry.source)), bool(run)))
    return found


def _unbracketed(entry: Entry) -> list[str]:
    return words(_IN_BRACKETS.sub(" ", entry.text))


def _run(source: Sequence[str], text: Sequence[str], left: set[str]) -> Sequence[str]:
    """Return the first words of a source that follow each other in the text too, if most are certainly Swedish."""
    for start in range(len(text) - _SENTENCE + 1):
        run = text[start : start + _SENTENCE]
        if len(left & set(run)) > 1 and any(source[at : at + _SENTENCE] == run for at in range(len(source))):
            return run
    return ()
