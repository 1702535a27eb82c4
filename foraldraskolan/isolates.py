"""Which parts of a text keep their own direction, and which their line: numbers, names and addresses, by kind.

Without isolation the bidi algorithm reverses the groups of 020-91 91 91 inside Arabic, and a parent dials the wrong
number; it takes the sign off @skola and turns 4-MMC around. What is read from the left between two right-to-left
letters is one isolate as far as one thing or one phrase reaches, `+46 (0)8-123 45 67` or `37,5 °C`. None is worse than
plain UAX #9: what that keeps in order stands in one isolate, `(SFS 2025:400)` or `MDMA (ecstasy) 5 mg`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foraldraskolan.limits import NESTING
from foraldraskolan.scripts import Direction

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
# Right-to-left letters, their marks and their signs, but not their digits, per cent signs and commas.
_RTL = (
    "\u0590-\u05ff\u0604-\u0608\u060b\u060d-\u065f\u066d-\u06ef\u06fa-\u08ff"
    "\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_LTR = rf"[^\W_{_RTL}]"  # a letter that is read from the left, or a digit of any script
_ALPHABETIC = rf"(?![\d²³¹¼-¾⁰-⁹₀-₉⅐-⅞]){_LTR}"
_BLANK = "[ \u00a0\u2009\u202f]"
_DASH = "[-\u2010-\u2015\u2212]"
_MONEY = "€$£¥₺₴"
_PER = "%‰\u066a\u0609"
_COMPARED = "<>≤≥±~≈"
_END = r"[^\s<>()\"“”«».,;:!?\u060c\u061b\u061f]"  # what an address may end with

# What stays on one line.
_URL = rf"(?:https?://|www\.)[^\s<>()\"“”«»\u060c\u061b\u061f]*{_END}"
_EMAIL = rf"(?<![\w.+-])(?:{_LTR}|[._+-])+@(?:{_LTR}|-)+(?:\.(?:{_LTR}|-)+)+"
# A host has a top-level domain in letters of one case: `sist.Nästa` ends a sentence, and `t.ex.` is short for words.
_TOP = r"(?-i:[a-z]{2,}|[A-Z]{2,})(?![\w-])"
_HOST = rf"(?<![\w.-])(?:(?:{_LTR}|-)+\.)*(?:{_LTR}|-){{2,}}\.{_TOP}(?:/[^\s<>(){_RTL}]*{_END}|/)?"
_HANDLE = rf"(?<!\w)[@#](?!\d+\b)_*{_LTR}(?:{_LTR}|_|[.-](?=\w))*"
_CODED = rf"(?:{_LTR}|[-\u2010-\u2013/](?={_LTR}))"  # LSD-25, 4-MMC, F–6: letters and digits
_NAME = rf"(?<![\w-])(?={_CODED}*\d)(?={_CODED}*(?!\d){_LTR}){_CODED}+"
# Digit groups with what joins them: a space (also no-break), dots, colons, slashes, hyphens, dashes, signs of
# arithmetic, the (0) of numbers called from abroad.
_GROUP = rf"(?:[.,:/\u060c\u066b\u066c]|\s?(?:{_DASH}|[×÷+=])\s?|{_BLANK}?\(\d\){_BLANK}?|{_BLANK})\d+"
_AREA = rf"\((?:0|\+\d)\d{{0,3}}\){_BLANK}?(?=\d(?:[ \u00a0-]?\d){{4}})"  # (12) 2026 is a month in brackets
# From the first digit: what does not begin there begins at no later one either. A Swedish clock time keeps its "kl.".
_FRONT = rf"(?:\bkl\.?[ \u00a0]|§{{1,2}}{_BLANK}?|[{_MONEY}{_COMPARED}]{_BLANK}?|[+{_PER}]|(?<![\w)]){_DASH})?"
_UNIT = rf"(?:[{_PER}{_MONEY}§]|°[CFK]?|(?:kr|SEK|EUR|USD|mg|kg|g|ml|cl|dl|cm|mm|km)\b|:-|\+)"
_NUMBER = rf"(?P<number>[*#]+\d+(?:[*#]+\d+)*#?|{_FRONT}(?:{_AREA})?(?<!\d)\d+(?:{_GROUP})*(?:{_BLANK}?{_UNIT})?)"
# Words without a digit, an @ or a sign inside are passed at once: nothing begins in them but "kl." before a time. The
# whole is repeated greedily, not possessively: an early Python 3.11 is wrong there (python/cpython#106052).
_PLAIN = (
    rf"(?<!\S)(?P<plain>(?:[^\s\d@#*.:/§+(){_MONEY}{_PER}{_COMPARED}\u2010-\u2015\u2212-]++(?<!kl)[.:]*+(?:\s++|\Z))+)"
)
_KEPT = re.compile(rf"{_PLAIN}|{_URL}|{_EMAIL}|{_HOST}|{_HANDLE}|{_NAME}|{_NUMBER}", re.IGNORECASE)
_HYPHENATED = re.compile(r"(?<![A-Za-zÀ-ɏ])[A-Za-zÀ-ɏ]+(?:-[A-Za-zÀ-ɏ]+)+")

# What keeps its direction. An item has no space inside but that of its sign or unit: `§ 3`, `37,5 °C`, `@skola`.
_SIGN = rf"[@#+*=×§№°\u2212{_MONEY}{_PER}{_COMPARED}]{{0,2}}"
_SPACED = rf"[§№×{_MONEY}{_COMPARED}]{{1,2}}{_BLANK}"
_SIGNS = rf"(?:{_SPACED}|(?<![\w)]){_DASH}(?=\d)|(?<![^\s(\[\"“«])[./])?{_SIGN}"
_INSIDE = rf"[^\s()\[\]{{}}\"“”„«»\u060c\u061b\u061f…{_RTL}]"
_SLASH = r"/(?![^\s)\].,:;!?\"”»\u060c\u061b\u061f])"  # of who.int/, but not between a word and an Arabic one
_BEHIND = rf"(?::-|[®™]|_+|[+#*]{{1,2}}|{_SLASH}|{_BLANK}?[§°{_MONEY}{_PER}](?!\d))*"
_SHORT = rf"(?:{_ALPHABETIC}\.){{2,}}(?!\w)"  # a.m., p.g.a.
_ITEM = re.compile(
    rf"{_URL}|(?<!{_LTR}){_SHORT}|{_SIGNS}(?:(?<=[@#])_+)?{_LTR}(?:{_INSIDE}*{_LTR}[\u0300-\u036f]*)?{_BEHIND}"
)
_APART = "\u2028"
_GAP = re.compile(rf"(?<=\d){_BLANK}(?=\d)")
_TURN = re.compile(f"[{_RTL}\n\t\u2028]")  # between these nothing has a say in what stands beyond
# What parts the phrases of a right-to-left sentence; a bracket or quotation mark without its pair does, too.
_STOP = re.compile(f"[{_RTL}\n\t\u2028«»…•\u060c]|[!?](?=\\s)")
_CLOSING = {"(": ")", "[": "]", "{": "}"} | dict.fromkeys('"“”„', '"') | dict.fromkeys("'‘’‚", "'")
_PAIRED = re.compile(f"{_STOP.pattern}|[{re.escape(''.join(_CLOSING))})\\]}}]")
_BRACKETS = frozenset("".join([*_CLOSING, *_CLOSING.values()]))
_AREA_CODE = re.compile(_AREA)
_NUMERIC = re.compile(r".?\d")
_LETTER = re.compile(_ALPHABETIC)
_JOINERS = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212×÷+=/")  # between two numbers, with spaces
_IN_ORDER = re.compile(rf"{_ALPHABETIC}(?:.*(?:{_ALPHABETIC}|[0-9]))?", re.DOTALL)  # by UAX #9 alone
_NATIVE = re.compile("[\u0660-\u0669]")  # the class AN of UAX #9


def kept(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) ranges of a text that stay on one line if it holds them, in order and apart."""
    return [match.span() for match in _KEPT.finditer(text) if match.lastgroup != "plain"]


def numbers(text: str) -> list[tuple[int, int]]:
    """Return the ranges of those parts that are numbers, which never break; an address may if no line holds it."""
    return [match.span() for match in _KEPT.finditer(text) if match.lastgroup == "number"]


def hyphenated(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) ranges of Latin names such as Mini-Maria, which do not break in right-to-left text.

    pdfium joins a line that ends with a hyphen to the next one before it looks for the order of either.
    """
    return [match.span() for match in _HYPHENATED.finditer(text)]


def own_direction(text: str) -> Direction:
    """Return the direction of a text by itself, as rules P2 and P3 of UAX #9 say: that of its first letter."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "ltr")


def must_override(isolate: str) -> bool:
    """Tell whether an isolate has digits of Arabic script: their groups run to the left if nothing overrides them."""
    return _NATIVE.search(isolate) is not None and not _TURN.search(isolate)


def isolates(text: str) -> list[tuple[int, int]]:
    """Return the [start, end) ranges of a text that are isolates beside right-to-left letters, in order and apart."""
    items = [match.span() for match in _ITEM.finditer(text)]
    pairs = _pairs(text, items)
    found: list[tuple[int, int]] = []
    phrases: list[_Phrase] = []  # since the last right-to-left letter
    for start, end in items:
        if phrases and _TURN.search(text, phrases[-1].end, start):
            found += _isolated(text, phrases)
            phrases = []
        if phrases and phrases[-1].reaches(text, start, pairs):
            phrases[-1].end = end
        else:
            phrases.append(_Phrase(start, end))
        phrases[-1].complete(text, pairs)
    return [*found, *_isolated(text, phrases)]


def isolates_among(parts: Iterable[tuple[str, bool]]) -> list[tuple[int, int]]:
    """Return the isolates of a text in parts, each with whether it is an isolate by itself.

    Such a one is not divided: words stand apart from what is around them, a number takes what belongs to it, but no
    other number behind a space.
    """
    text = ""
    own: list[tuple[int, int]] = []
    for part, alone in parts:
        start = len(text)
        text += _APART * len(part) if alone and any(map(str.isalpha, part)) else part
        if alone:
            own.append((start, len(text)))
    found: list[tuple[int, int]] = []
    for start, end in isolates(text):
        start = min([start, *(first for first, last in own if first < start < last < end)])
        end = max([end, *(last for first, last in own if start < first < end < last)])
        if found and start < found[-1][1]:
            start, _ = found.pop()
        for gap in _gaps(text, own, start, end):
            found.append((start, gap.start()))
            start = gap.end()
        found.append((start, end))
    return [each for each in found if not text[slice(*each)].isdecimal()]


def _gaps(text: str, own: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the spaces between a number that is an isolate by itself and another, in the order of the text."""
    for place in sorted({edge for each in own for edge in each if start < edge < end}):
        gap = _GAP.match(text, place, end) or _GAP.match(text, place - 1, end)
        if gap and gap.start() >= start:
            yield gap
            start = gap.end()


@dataclass(slots=True)
class _Phrase:
    """Items that are read from the left in one order, with what stands between them."""

    start: int
    end: int

    def reaches(self, text: str, item: int, pairs: Mapping[int, int]) -> bool:
        """Tell whether an item that follows is a part of the phrase, whose start moves to a bracketed area code."""
        between = text[self.end : item]
        if between == "\u060c":
            return text[self.end - 1].isdecimal() and text[item].isdecimal()
        if _STOP.search(between):
            return False
        for at in range(self.end, item):
            if text[at] in _BRACKETS:
                pair = pairs.get(at)
                if pair is None:
                    return False
                if pair < self.start:
                    # What no space parts from it belongs to a name: (R)-MDMA.
                    if not (_AREA_CODE.match(text, pair) or not any(map(str.isspace, text[pair:item]))):
                        return False
                    self.start = pair
        if any(self.start <= pair < item < end for pair, end in pairs.items()):
            return True
        if _LETTER.search(text, self.start, self.end):
            return True
        if not any(map(str.isspace, between)):
            return True
        sign = "".join(each for each in between if each not in _BRACKETS).strip()
        return not sign or (sign in _JOINERS and _NUMERIC.match(text, item) is not None)

    def complete(self, text: str, pairs: Mapping[int, int]) -> None:
        """Let the phrase end with the last bracket or quotation mark whose pair it holds."""
        for at, pair in pairs.items():
            if self.start <= at < self.end <= pair and not _ITEM.search(text, self.end, pair):
                self.end = pair + 1


def _pairs(text: str, items: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return each bracket or quotation mark with its pair, either way, that no right-to-left letter parts from it."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    ends = [0, *(end for item in items for end in item), len(text)]
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        for match in _PAIRED.finditer(text, start, end):
            at, mark = match.start(), match[0]
            if mark not in _BRACKETS:
                opened.clear()
                continue
            same = [place for place in opened if _CLOSING[text[place]] == _CLOSING.get(mark, mark)]
            if same and (mark not in "([{"):
                del opened[opened.index(same[-1]) :]
                pairs[same[-1]], pairs[at] = at, same[-1]
            elif mark in _CLOSING:
                opened = [*opened[1 - NESTING :], at]
    return pairs


def _isolated(text: str, phrases: Sequence[_Phrase]) -> Iterator[tuple[int, int]]:
    """Yield those of the phrases between two right-to-left letters that UAX #9 alone would not keep in order.

    Several are all isolates but for digits alone: then they follow each other as the sentence does.
    """
    ordered = len(phrases) == 1 and _is_in_order(text[phrases[0].start : phrases[0].end])
    for phrase in phrases:
        if not (ordered or text[phrase.start : phrase.end].isdecimal()):
            yield phrase.start, phrase.end


def _is_in_order(phrase: str) -> bool:
    """Tell whether UAX #9 alone keeps a phrase in order: a letter is first, a letter or a digit last."""
    return _IN_ORDER.fullmatch(phrase) is not None and not must_override(phrase)
