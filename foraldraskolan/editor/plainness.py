"""Plain words in a sentence: few glosses, the young person named as the reader would, no doubt of the text itself."""

import re
from collections.abc import Collection, Iterator, Mapping

from foraldraskolan.editor.passages import Passage
from foraldraskolan.editor.readability import sentences
from foraldraskolan.editor.vocabulary import Doubt, Vocabulary, matches
from foraldraskolan.problems import Message, Problem, message

_GLOSS = re.compile(
    r"\([^()]*[^\W\d_]{2}[^()]*\)"  # (hjärt-lungräddning), but not (2016:1309)
    r"|\bsom (?:också |även )?(?:kallas|heter|betyder|innebär)\b"
    r"|\bvilket (?:betyder|innebär)\b"
    r"|\b(?:så|även|också) kallad[et]?\b"
    r"|, som (?:är|arbetar med)\b"
    r"|, (?:en|ett|den|det|de) \w+ (?:som|för|mot|över|av)\b",
    re.IGNORECASE,
)
_HINTS: Mapping[Doubt, Message] = {
    "old": message("Hitta en källa som gäller nu, eller ta bort det."),
    "unknown": message("Ta reda på det, eller säg bara det som är känt."),
    "unchecked": message("Jämför det med källan, eller ta bort det."),
    "ask": message("Ta reda på det, eller skriv under locally vad den som håller mötet ska fråga om."),
}


def many_glosses(passage: Passage, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each sentence that explains its words twice, and for each gloss that is heavy in itself."""
    for sentence in sentences(passage.text):
        heavy = [*matches(vocabulary.glosses, sentence)]
        for gloss in heavy:
            what = message("Förklaringen är tung: ”{gloss}”.", gloss=gloss)
            yield Problem(what, message("Förklara ordet i en egen mening, eller byt det."), passage.prose.place)
        glosses = [*heavy, *(match[0] for match in _GLOSS.finditer(sentence))]
        if len(glosses) > 1:
            what = message("En mening förklarar flera ord: {glosses}.", glosses=" … ".join(glosses))
            yield Problem(what, message("Ha en förklaring i varje mening."), passage.prose.place)


def avoided_words(passage: Passage, audience: Collection[str], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each expression that the readers of a text are not to meet, with what to write instead."""
    for avoided in vocabulary.avoided:
        if set(audience).isdisjoint(avoided.audience):
            continue
        for found in dict.fromkeys(matches(avoided.phrases, passage.text)):
            what = message("Här står ”{found}”.", found=found)
            yield Problem(what, message("Skriv {write}.", write=avoided.write), passage.prose.place)


def doubtful(passage: Passage, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each expression by which a text says that it may be wrong; a prompt may tell whom to ask."""
    if passage.kind == "own":
        return
    for kind, phrases in vocabulary.doubts.items():
        for found in (each for sentence in sentences(passage.text) for each in matches(phrases, sentence)):
            yield Problem(message("Texten tvivlar på sig själv: ”{found}”.", found=found), _HINTS[kind],
                          passage.prose.place)  # fmt: skip
