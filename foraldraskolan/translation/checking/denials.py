"""Denials: a lost or added "not" is the worst that can happen to advice."""

from collections.abc import Iterator

from foraldraskolan.problems import Message, message
from foraldraskolan.translation.checking.pair import Pair, sentences


def denials(pair: Pair) -> Iterator[Message]:
    """Find a sentence that denies in one language and has no word that may deny in the other."""
    ours, theirs = pair.source_grammar, pair.grammar
    if not (ours.denies and theirs.denies):
        return
    for source, text in sentences(pair):
        if (found := ours.denials.search(source)) and not theirs.denying.search(text):
            yield message("Svenskan nekar ({word}), men inget i översättningen gör det.", word=found[0])
        if (found := theirs.denials.search(text)) and not ours.denying.search(source):
            yield message("Översättningen nekar ({word}), men inget i svenskan gör det.", word=found[0])
