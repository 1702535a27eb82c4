"""The Unicode Bidirectional Algorithm, UAX #9: from a paragraph to embedding levels, from levels to visual order.

Names and rule numbers are the standard's own. Bidi classes are strings with one letter per character, so that most
rules are one regular expression each and run at its speed; `_LETTERS` is the key to the letters.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, groupby
from typing import NamedTuple

from foraldraskolan.typeset.brackets import BRACKET_PAIRS

_MAX_DEPTH = 125  # BD2
_MAX_OPEN_BRACKETS = 63  # BD16

_LETTERS = (
    {"L": "L", "R": "R", "AL": "A"}  # strong
    | {"EN": "E", "ES": "+", "ET": "%", "AN": "N", "CS": ",", "NSM": "M", "BN": "x"}  # weak
    | {"B": "B", "S": "S", "WS": "W", "ON": "O"}  # neutral
    | {"LRE": "l", "RLE": "r", "LRO": "t", "RLO": "u", "PDF": "q"}  # explicit embeddings and overrides
    | {"LRI": "i", "RLI": "j", "FSI": "f", "PDI": "p"}  # explicit isolates
)
_INITIATORS = frozenset("ijf")
_REMOVED = frozenset("lrtuqx")  # by X9
_NI = "BSWOijfp"  # the standard's NI: neutrals and isolate formatting characters

# What DerivedBidiClass.txt says of code points that are not assigned: the first class that fits, otherwise L.
_DEFAULTS = {
    "A": re.compile(
        "[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufeff\U00010d00-\U00010d3f\U00010ec0-\U00010eff"
        "\U00010f30-\U00010f6f\U0001ec70-\U0001ecbf\U0001ed00-\U0001ed4f\U0001ee00-\U0001eeff]"
    ),
    "R": re.compile("[\u0590-\u08ff\ufb1d-\ufb4f\U00010800-\U00010fff\U0001e800-\U0001efff]"),
    "%": re.compile("[\u20a0-\u20cf]"),
    "x": re.compile(
        "[\u2065\ufdd0-\ufdef\ufff0-\ufff8\U000e0000-\U000e0fff"
        + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
        + "]"
    ),
}

# The blocks of all characters that can raise a level above 0: R, AL, AN and explicit formatting characters.
_RAISING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# Canonical equivalents are the same bracket (BD14, BD15): U+2329 and U+232A are U+3008 and U+3009.
_CLOSING = {pair[0]: unicodedata.normalize("NFC", pair[1]) for pair in BRACKET_PAIRS.split()}
_BRACKET = re.compile(f"[{re.escape(''.join(BRACKET_PAIRS.split()))}]")

# X2 to X5: the parity of the level that the character opens, and the class that it overrides others with.
_EMBEDDINGS = {"l": (0, ""), "r": (1, ""), "t": (0, "L"), "u": (1, "R")}
_EXPLICIT = re.compile("[lrtuqijfpB]")
_ISOLATE = re.compile("[ijfpB]")

_W1 = re.compile("[^M]M+")
_W2 = re.compile("A[^LRAE]*E[^LRA]*")
_W4_EN, _W4_AN = re.compile("(?<=E)[+,](?=E)"), re.compile("(?<=N),(?=N)")
_W5 = re.compile("[E%]+")
_W6 = str.maketrans("+%,", "OOO")
_W7 = re.compile("L[^LRE]*E[^LR]*")
_DIRECTIONS = {"L": "L", "R": "R", "E": "R", "N": "R"}  # N0: numbers count as R
# For even and odd levels. The other half of N1, the embedding direction on both sides, comes out as N2 does.
_N1 = re.compile(f"(?<=[REN])[{_NI}]++(?=[REN])"), re.compile(f"(?<=L)[{_NI}]++(?=L)")
_N2 = str.maketrans(_NI, "L" * len(_NI)), str.maketrans(_NI, "R" * len(_NI))
_I1_I2 = {"L": 0, "R": 1, "E": 2, "N": 2}, {"L": 1, "R": 0, "E": 1, "N": 1}
# Separators, and white space before them or at the end; what X9 removed goes with the character before it.
_L1 = re.compile(r"(?<![Wijfp])(?:[Wijfp][Wijfplrtuqx]*+)?(?:[SB][lrtuqx]*+|\Z)")


def embedding_levels(text: str, base: int | None = None) -> list[int]:
    """Return the resolved level of each character of a paragraph set as one line; base None applies P2 and P3.

    Finding the paragraphs of a text (P1) is the caller's. A character that X9 removes gets the level of the one before.
    """
    if not base and not _RAISING.search(text):
        return [0] * len(text)
    if base is None:
        base = paragraph_level(text)
    classes = _classes(text)
    overridden, levels = _explicit_levels(classes, base)
    if _REMOVED.isdisjoint(classes):
        resolved = _implicit_levels(text, classes, overridden, levels, base)
        return _reset_white_space(classes, resolved, base)
    kept = [letter not in _REMOVED for letter in classes]  # X9
    of_kept = _implicit_levels(
        "".join(compress(text, kept)),
        "".join(compress(classes, kept)),
        "".join(compress(overridden, kept)),
        list(compress(levels, kept)),
        base,
    )
    return _reset_white_space(classes, _restore_removed(kept, of_kept, base), base)


def paragraph_level(text: str) -> int:
    """Return 1 if the first strong character outside isolates is right-to-left, otherwise 0 (P2, P3)."""
    if not _RAISING.search(text):
        return 0
    classes = _classes(text)
    return _first_strong_level(classes, _matching_pdis(classes), 0, len(classes))


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indices of a line's characters, or of its level runs, from left to right (L2)."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    lowest_odd = min((level for level in levels if level % 2), default=highest + 1)
    for threshold in range(highest, lowest_odd - 1, -1):
        # A reversal moves nothing out of its stretch, so the stretches to reverse stay where the levels say.
        for reached, stretch in _stretches(level >= threshold for level in levels):
            if reached:
                order[stretch] = reversed(order[stretch])
    return order


def has_lone_bracket(text: str) -> bool:
    """Tell whether a bracket of a text has no partner in it (BD16)."""
    return 2 * len(_bracket_pairs(text, "O" * len(text))) < len(_BRACKET.findall(text))


def _stretches(values: Iterable[int]) -> Iterator[tuple[int, slice]]:
    """Yield each value with the slice of equal neighbours that have it."""
    start = 0
    for value, equal in groupby(values):
        end = start + len(list(equal))
        yield value, slice(start, end)
        start = end


def _classes(text: str) -> str:
    """Return the letters of a text's bidi classes."""
    return "".join(map(_class, text))


@cache
def _class(character: str) -> str:
    """Return the letter of a character's Bidi_Class."""
    if name := unicodedata.bidirectional(character):
        return _LETTERS[name]
    return next((letter for letter, unassigned in _DEFAULTS.items() if unassigned.match(character)), "L")


def _matching_pdis(classes: str) -> dict[int, int]:
    """Return the matching PDI of each isolate initiator, or the end of the paragraph if it has none (BD9)."""
    pdis: dict[int, int] = {}
    unmatched: list[int] = []
    for match in _ISOLATE.finditer(classes):
        if match[0] in _INITIATORS:
            unmatched.append(match.start())
        elif match[0] == "B":
            pdis.update(dict.fromkeys(unmatched, match.start()))
            unmatched.clear()
        elif unmatched:
            pdis[unmatched.pop()] = match.start()
    return pdis | dict.fromkeys(unmatched, len(classes))


def _first_strong_level(classes: str, pdis: dict[int, int], start: int, end: int) -> int:
    """Return the level that the first strong character outside isolates asks for (P2, P3)."""
    index = start
    while index < end:
        if classes[index] in "LRA":
            return 0 if classes[index] == "L" else 1
        index = pdis.get(index, index) + 1
    return 0


class _DirectionalStatus(NamedTuple):
    """An entry of the directional status stack; an empty override is the standard's neutral."""

    level: int
    override: str
    isolate: bool


class _DirectionalStatusStack:
    """The stack and the counters of X1."""

    def __init__(self, base: int) -> None:
        self._entries = [_DirectionalStatus(base, "", False)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0

    @property
    def last(self) -> _DirectionalStatus:
        """The entry that new characters get their level and override from."""
        return self._entries[-1]

    def open(self, parity: int, override: str = "", *, isolate: bool = False) -> None:
        """Enter an embedding, override or isolate at the next level of a parity; count overflows (X2 to X5c)."""
        level = self.last.level + 1
        level += level % 2 != parity
        if level <= _MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._entries.append(_DirectionalStatus(level, override, isolate))
            self._valid_isolates += isolate
        elif isolate:
            self._overflow_isolates += 1
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def close_isolate(self) -> None:
        """Leave the isolate that a PDI matches, with the embeddings still open in it (X6a)."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._entries.pop().isolate:
                pass
            self._valid_isolates -= 1

    def close_embedding(self) -> None:
        """Leave the embedding or override that a PDF matches (X7)."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self.last.isolate and len(self._entries) > 1:
            self._entries.pop()


def _explicit_levels(classes: str, base: int) -> tuple[str, list[int]]:
    """Return the classes after overrides, and the explicit levels (X1 to X8); those of removed characters are moot."""
    if not _EXPLICIT.search(classes):
        return classes, [base] * len(classes)
    pdis = _matching_pdis(classes)
    stack = _DirectionalStatusStack(base)
    overridden: list[str] = []
    levels: list[int] = []
    start = 0  # of the stretch that has one level and override: it goes up to the next explicit character
    for match in _EXPLICIT.finditer(classes):
        index, letter = match.start(), match[0]
        if start < index:
            _apply(stack.last, classes[start:index], overridden, levels)
        if letter in _EMBEDDINGS:
            stack.open(*_EMBEDDINGS[letter])
        elif letter == "q":
            stack.close_embedding()
        elif letter == "p":
            stack.close_isolate()
        elif letter == "B":  # X8: a paragraph separator ends everything that is open
            stack = _DirectionalStatusStack(base)
        # An isolate's initiator and its PDI are themselves outside the isolate.
        _apply(stack.last, letter, overridden, levels)
        if letter == "f":
            stack.open(_first_strong_level(classes, pdis, index + 1, pdis[index]), isolate=True)
        elif letter in _INITIATORS:
            stack.open(int(letter == "j"), isolate=True)
        start = index + 1
    _apply(stack.last, classes[start:], overridden, levels)
    return "".join(overridden), levels


def _apply(status: _DirectionalStatus, classes: str, overridden: list[str], levels: list[int]) -> None:
    """Append a stretch of classes, overridden where the status says so, and its levels."""
    overridden.append(status.override * len(classes) if status.override else classes)
    levels.extend([status.level] * len(classes))


def _restore_removed(kept: list[bool], of_kept: list[int], base: int) -> list[int]:
    """Return levels for all characters: one that X9 removed gets that of the character before it."""
    levels = iter(of_kept)
    level = base
    return [level := next(levels) if is_kept else level for is_kept in kept]


class _IsolatingRunSequence(NamedTuple):
    """Level runs that are resolved as one text (BD13), between the directions sos and eos (X10)."""

    level_runs: list[slice]
    level: int
    sos: str
    eos: str

    def of(self, text: str) -> str:
        """Return the part of a text that the level runs cover."""
        return "".join([text[run] for run in self.level_runs])


def _isolating_run_sequences(classes: str, levels: list[int], base: int) -> Iterator[_IsolatingRunSequence]:
    """Yield the isolating run sequences of a paragraph without removed characters (BD13, X10)."""
    pdis = _matching_pdis(classes)
    level_runs = {run.start: run for _, run in _stretches(levels)}
    continuing = {pdi for pdi in pdis.values() if classes[pdi : pdi + 1] == "p"}
    for run in level_runs.values():
        if run.start in continuing:
            continue
        sequence = [run]
        while continuation := level_runs.get(pdis.get(sequence[-1].stop - 1, -1)):
            sequence.append(continuation)
        start, end, level = run.start, sequence[-1].stop, levels[run.start]
        before = levels[start - 1] if start else base
        isolating = classes[end - 1] in _INITIATORS  # without a matching PDI, or the sequence would go on
        after = base if isolating or end == len(levels) else levels[end]
        yield _IsolatingRunSequence(sequence, level, _direction(max(level, before)), _direction(max(level, after)))


def _direction(level: int) -> str:
    """Return the direction of a level."""
    return "LR"[level % 2]


def _implicit_levels(text: str, classes: str, overridden: str, levels: list[int], base: int) -> list[int]:
    """Return the levels that the isolating run sequences resolve to (W1 to I2)."""
    implicit = levels.copy()
    for sequence in _isolating_run_sequences(classes, levels, base):
        before_w1 = sequence.of(overridden)
        resolved = _resolve_weak(before_w1, sequence.sos)
        resolved = _resolve_brackets(sequence.of(text), before_w1, resolved, sequence)
        resolved = _resolve_neutral(resolved, sequence)
        increments = _I1_I2[sequence.level % 2]
        position = 0
        for run in sequence.level_runs:
            end = position + run.stop - run.start
            implicit[run] = [sequence.level + increments[letter] for letter in resolved[position:end]]
            position = end
    return implicit


def _resolve_weak(classes: str, sos: str) -> str:
    """Resolve the weak types of an isolating run sequence (W1 to W7)."""
    # By the letter, W1 makes a mark after an isolate character ON; that character's own class is as much an NI.
    resolved = _W1.sub(lambda marked: marked[0][0] * len(marked[0]), sos + classes)
    resolved = _W2.sub(lambda number: number[0].replace("E", "N"), resolved)
    resolved = resolved.replace("A", "R")  # W3
    resolved = _W4_AN.sub("N", _W4_EN.sub("E", resolved))
    # A row of only terminators and European numbers makes each sequence of terminators adjacent to a number.
    resolved = _W5.sub(lambda row: row[0].replace("%", "E") if "E" in row[0] else row[0], resolved)
    resolved = resolved.translate(_W6)
    resolved = _W7.sub(lambda number: number[0].replace("E", "L"), resolved)
    return resolved[1:]


class BracketPair(NamedTuple):
    """The positions of two brackets that belong together (BD16)."""

    opening: int
    closing: int


def _bracket_pairs(text: str, classes: str) -> list[BracketPair]:
    """Return the bracket pairs of an isolating run sequence by their opening brackets (BD16)."""
    pairs: list[BracketPair] = []
    unclosed: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text):
        bracket, position = match[0], match.start()
        if classes[position] != "O":  # BD14, BD15: an overridden bracket is none
            continue
        if bracket in _CLOSING:
            if len(unclosed) == _MAX_OPEN_BRACKETS:
                return []  # even the pairs found so far are given up
            unclosed.append((_CLOSING[bracket], position))
            continue
        closing = unicodedata.normalize("NFC", bracket)
        for depth in reversed(range(len(unclosed))):
            if unclosed[depth][0] == closing:
                pairs.append(BracketPair(unclosed[depth][1], position))
                del unclosed[depth:]
                break
    return sorted(pairs)


def _resolve_brackets(text: str, before_w1: str, classes: str, sequence: _IsolatingRunSequence) -> str:
    """Resolve the paired brackets of an isolating run sequence (N0)."""
    embedding = _direction(sequence.level)
    resolved = list(classes)
    for pair in _bracket_pairs(text, classes):
        inside = {_DIRECTIONS[letter] for letter in resolved[pair.opening : pair.closing] if letter in _DIRECTIONS}
        if not inside:  # N0 d
            continue
        direction = embedding  # N0 b
        if embedding not in inside:  # N0 c: the direction of the context, opposite (c1) or embedding (c2)
            context = reversed(resolved[: pair.opening])
            direction = next((_DIRECTIONS[letter] for letter in context if letter in _DIRECTIONS), sequence.sos)
        for position in pair:
            end = position + 1
            while before_w1[end : end + 1] == "M":  # nonspacing marks follow their bracket
                end += 1
            resolved[position:end] = direction * (end - position)
    return "".join(resolved)


def _resolve_neutral(classes: str, sequence: _IsolatingRunSequence) -> str:
    """Resolve the neutrals of an isolating run sequence (N1, N2)."""
    parity = sequence.level % 2
    opposite = _direction(sequence.level + 1)
    between = sequence.sos + classes + sequence.eos
    return _N1[parity].sub(lambda neutral: opposite * len(neutral[0]), between)[1:-1].translate(_N2[parity])


def _reset_white_space(classes: str, levels: list[int], base: int) -> list[int]:
    """Set separators, and white space before them and at the end of the line, to the paragraph level in place (L1)."""
    for match in _L1.finditer(classes):
        levels[match.start() : match.end()] = [base] * len(match[0])
    return levels
