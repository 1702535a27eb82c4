"""Whether the translation of an old wording may still stand, with a note, for the new one.

A translator's program marks two things alike (`#, fuzzy`): an old translation, and a guess from another text. Only the
first may be shown, and only where nothing has changed that a reader could come to harm by.
"""

import re
from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher

from foraldraskolan.problems import Message, message
from foraldraskolan.translation.catalog import Entry

_ALIKE = 0.6  # the least share of words (0 to 1) that two wordings of one text have in common
_SLIP = 0.8  # the least share of letters that a text and the same text with a slip of the pen have in common
# A field, the address of a link, or a word; an escaped brace opens no field.
_TOKEN = re.compile(r"(?<!\\)\{[^{}]*\}|\]\([^()\s]*\)|\w+(?:[-–.,:/]\w+)*")
_FOREIGN = re.compile(r"\{[a-z]{2,3}:")  # {sv:socialtjänst} holds words, not data
_DENIAL = re.compile(
    "aldrig|ej|icke|inga|ingen|ingenstans|ingenting|inget|inte|knappast|knappt|omöjliga|omöjligt?|sällan|utan|utom|varken"
)
_LIMIT = re.compile("bara|efter|endast|enbart|före|förrän|högst|innan|mer|mindre|minst")
_NUMERAL = re.compile(
    "(?:en|ett|noll|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|"
    "nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen|miljon(?:er)?|miljard(?:er)?|dussin|"
    "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|hälften|halva?|halvt|dubbelt?|dubbla|"
    "delar|del|procent|promille)+"
)
_ARTICLES = frozenset({"en", "ett", "del", "delar"})  # words that count only as part of others
_NEGATING = ("o", "in", "icke-")  # what turns a word around from its front: olaglig, inaktiv


def why_not_shown(entry: Entry, in_use: Container[str], vital: Container[str]) -> Message | None:
    """Return why no page shows a stale translation, None if it may stand with a note that the Swedish has changed.

    `in_use` holds the present sources of its language, `vital` those for which no old translation ever stands.
    """
    why = _guess(entry, in_use)
    if why is None and entry.source in vital:
        return message(
            "Den svenska texten har ändrats. I akuta rutor, lagar, kontakter och fasta ord visas inget gammalt."
        )
    return why or _changed(entry)


def why_no_slip(entry: Entry, in_use: Container[str]) -> Message | None:
    """Return why the new wording cannot be the old one with a slip of the pen mended, None if it may be."""
    why = _guess(entry, in_use) or _changed(entry)
    alike = SequenceMatcher(None, entry.previous, entry.source, autojunk=False).ratio()
    return why or (message("Den svenska texten är ändrad mer än ett skrivfel.") if alike < _SLIP else None)


def _guess(entry: Entry, in_use: Container[str]) -> Message | None:
    if not entry.previous:
        return message("En gissning: den svenska text som den gjordes av (#| msgid) saknas.")
    if entry.previous in in_use:
        return message("En gissning: den är gjord av en annan svensk text, som finns kvar.")
    return None


def _changed(entry: Entry) -> Message | None:
    """Return what a reader could come to harm by that has changed since a text was translated, None if nothing has."""
    old, new = _words(entry.previous), _words(entry.source)
    if SequenceMatcher(None, old, new, autojunk=False).ratio() < _ALIKE:
        return message("Den svenska texten är en annan än den som översattes.")
    if _weights(old) != _weights(new) or _turned(old, new):
        return message("Ett tal, ett nekande ord eller ett fält i den svenska texten har ändrats.")
    if _data(entry.text) != _data(entry.source):
        return message("Översättningen har andra fält eller länkar än den svenska texten.")
    return None


def _words(text: str) -> list[str]:
    return [token.casefold() for token in _TOKEN.findall(text)]


def _data(text: str) -> list[str]:
    """Return a text's fields and the addresses of its links, in an order of their own."""
    return sorted(token for token in _TOKEN.findall(text) if token[0] in "{]" and not _FOREIGN.match(token))


def _weights(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return what a reader acts on, in order: denials in what they deny, numbers and limits with what follows, data."""
    return list(_weighed(["", *words, ""]))


def _weighed(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if word[0] in "{]":
            yield (word,)
        elif _DENIAL.fullmatch(word):
            yield before, word, after
        elif _LIMIT.fullmatch(word) or _is_number(word):
            yield word, after


def _is_number(word: str) -> bool:
    return any(map(str.isdigit, word)) or (_NUMERAL.fullmatch(word) is not None and word not in _ARTICLES)


def _turned(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether a word of one wording stands turned around in the other: laglig and olaglig."""
    gone, come = set(old) - set(new), set(new) - set(old)
    return any(
        front + word in others
        for front in _NEGATING
        for words, others in ((gone, come), (come, gone))
        for word in words
    )
