"""The marks of a translation: those of its language, as many as in the source."""

import re
from collections.abc import Iterator, Mapping

from foraldraskolan.language import SOURCE, script_of
from foraldraskolan.problems import Message, message
from foraldraskolan.scripts import letter_script
from foraldraskolan.translation.checking.pair import Pair, prose, split

# What stands for a Latin mark after a letter of a script.
_MARKS: Mapping[str, Mapping[str, str]] = {
    "Arab": {",": "،", ";": "؛", "?": "؟"},
    "Ethi": {",": "፣", ";": "፤", ".": "።"},
    "Armn": {"?": "՞", ".": "։"},
    "Grek": {"?": ";"},
}
_MARKED = re.compile(r"(\w)[*_)\]»”]*([,;?.])(?!\w)")
_QUESTIONS: Mapping[str, str] = {"Arab": "?؟", "Ethi": "?፧", "Armn": "?՞", "Grek": "?;\u037e"}
_EXCLAMATIONS = "!՜"
_DOUBLE = re.compile(r"[^\S\n]{2,}|[^\S\n]+(?=\n)|(?<=\n)[^\S\n]+")
_BEFORE_MARK = re.compile(r"(?<=[\w)»”])[ \t]+(?=[,.;:!?،؛؟。።፣](?:\s|$))")
_EMPTY = re.compile(r"\(\s*\)")
_QUOTES = '"«»‹›“”„‟″'
_LONG, _FAR = 40, 3  # characters; times as long


def punctuation(pair: Pair) -> Iterator[Message]:
    """Find a Latin mark after a letter of a script that has its own."""
    own = script_of(pair.language.tag).code
    marks = _MARKS.get(own, {})
    found = [mark for letter, mark in _MARKED.findall(pair.text) if mark in marks and letter_script(letter) == own]
    for mark in dict.fromkeys(found):
        yield message("Skriv {right} i stället för {wrong}.", right=marks[mark], wrong=mark)


def edges(pair: Pair) -> Iterator[Message]:
    """Find space before or after the text, or nothing but space."""
    if not pair.text.strip():
        yield message("Översättningen är tom.")
    elif pair.text != pair.text.strip():
        yield message("Översättningen börjar eller slutar med ett mellanslag.")


def spaces(pair: Pair) -> Iterator[Message]:
    """Find two spaces where there should be one."""
    if _DOUBLE.search(pair.text.strip()):
        yield message("Här står två mellanslag efter varandra.")


def brackets(pair: Pair) -> Iterator[Message]:
    """Find a bracket whose other half is missing, unless the source has such a one too, or that holds nothing."""
    for opening, closing in ("()", "[]"):
        source, text = (each.count(opening) - each.count(closing) for each in (pair.source, pair.text))
        if source != text:
            yield message("En parentes saknar sin andra halva.")
    if _EMPTY.search(pair.text):
        yield message("Här står en tom parentes.")


def questions(pair: Pair) -> Iterator[Message]:
    """Find another count of question marks than in the source."""
    marks = _QUESTIONS.get(script_of(pair.language.tag).code, "?")
    expected, found = prose(pair.source).count("?"), sum(map(prose(pair.text).count, marks))
    if expected != found:
        what = message("Den svenska texten har {expected} frågetecken, översättningen {found}.")
        yield what.having(expected=expected, found=found)


def exclamations(pair: Pair) -> Iterator[Message]:
    """Find another count of exclamation marks than in the source."""
    expected, found = prose(pair.source).count("!"), sum(map(prose(pair.text).count, _EXCLAMATIONS))
    if expected != found:
        what = message("Den svenska texten har {expected} utropstecken, översättningen {found}.")
        yield what.having(expected=expected, found=found)


def space_before_marks(pair: Pair) -> Iterator[Message]:
    """Find a space before a mark, in a language that has none there."""
    if not pair.grammar.spaced and _BEFORE_MARK.search(pair.text):
        yield message("Här står ett mellanslag före ett skiljetecken.")


def quotations(pair: Pair) -> Iterator[Message]:
    """Find quotation marks of another language, halves alone, and fewer quotations than in the source."""
    own = pair.grammar.quotes
    if not own:
        return
    known = "".join(own)
    for mark in dict.fromkeys(each for each in pair.text if each in _QUOTES and each not in known):
        yield message("Citattecken skrivs {quotes} på språket, inte {wrong}.", quotes=own[0], wrong=mark)
    outer = own[0]
    marks = [mark for mark in pair.text if mark in outer]
    if outer[0] != outer[1] and marks != list(outer) * (len(marks) // 2):
        yield message("Citattecknen går inte ihop: {found}.", found=" ".join(marks))
    expected, found = _quotations(pair.source, pair.source_grammar.quotes), _quotations(pair.text, own)
    if expected > found:
        yield message("Den svenska texten har {expected} citat, översättningen {found}.").having(
            expected=expected, found=found
        )


def _quotations(text: str, quotes: tuple[str, ...]) -> int:
    return sum(map(text.count, set(quotes[0]))) // 2 if quotes else 0


def sentence_count(pair: Pair) -> Iterator[Message]:
    """Find fewer sentences than in the source: one may be lost."""
    expected, found = len(split(pair.source, SOURCE)), len(split(pair.text, pair.language.tag))
    if expected > found:
        what = message("Den svenska texten har {expected} meningar, översättningen {found}.")
        yield what.having(expected=expected, found=found)


def length(pair: Pair) -> Iterator[Message]:
    """Find a translation that is so short or so long that something may be lost or added."""
    shorter, longer = sorted((len(pair.source), len(pair.text)))
    if len(pair.source) >= _LONG and longer > _FAR * shorter:
        yield message(
            "Den svenska texten har {expected} tecken, översättningen {found}.",
            expected=len(pair.source),
            found=len(pair.text),
        )
