"""The bidirectional algorithm against Unicode's own conformance tests, the numbers of our handouts and an oracle."""

import lzma
import random
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from bidi import get_display  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.typeset.bidi import _RAISING, embedding_levels, paragraph_level, visual_order
from foraldraskolan.typeset.brackets import BRACKET_PAIRS

UNICODE = Path(__file__).parent.parent / "data" / "unicode"

# BidiTest.txt gives classes; any character of the class will do that is not a bracket.
OF_CLASS = (
    {"L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "%", "CS": ","}
    | {"NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!"}
    | {"LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c"}
    | {"LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069"}
)
# The bits of a BidiTest.txt line and the first field's values of BidiCharacterTest.txt, as our paragraph levels.
BASE_OF_BIT: dict[int, int | None] = {1: None, 2: 0, 4: 1}
BASE_OF_DIRECTION: dict[str, int | None] = {"0": 0, "1": 1, "2": None}

REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}  # by X9

PARTS = 4  # that the many cases are divided into, to be tried side by side

NUMBERS = ("020-91 91 91", "114 14", "18.00–19.30", "2026-12-03", "1177.se", "kl. 18.00")
ARABIC = "المدرسة الأهلية"


def data_lines(name: str) -> Iterator[str]:
    """Yield the lines of a Unicode test file that are neither empty nor comments."""
    with lzma.open(UNICODE / name, "rt", encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file if line.strip() and not line.startswith("#"))


def parse_levels(field: str) -> list[int | None]:
    """Return expected levels, None where X9 removed the character."""
    return [None if level == "x" else int(level) for level in field.split()]


def resolved(text: str, base: int | None, expected: list[int | None]) -> tuple[list[int | None], list[int]]:
    """Return the levels and the visual order of a text as the test files write them, without removed characters."""
    levels = embedding_levels(text, base)
    assert len(levels) == len(text)
    shown: list[int | None] = [
        None if wanted is None else level for level, wanted in zip(levels, expected, strict=True)
    ]
    return shown, [index for index in order_of(tuple(levels)) if shown[index] is not None]


@cache
def order_of(levels: tuple[int, ...]) -> list[int]:
    """Return the visual order of levels, found once: a million texts have a few thousand rows of levels."""
    return visual_order(levels)


def test_every_case_of_bidi_character_test() -> None:
    """All 91,707 texts of BidiCharacterTest.txt get Unicode's paragraph level, levels and order."""
    failures: list[str] = []
    cases = 0
    for line in data_lines("BidiCharacterTest.txt.xz"):
        points, direction, level, level_field, order_field = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        base = BASE_OF_DIRECTION[direction]
        expected = parse_levels(level_field)
        order = [int(index) for index in order_field.split()]
        found_level = paragraph_level(text) if base is None else base
        if (found_level, *resolved(text, base, expected)) != (int(level), expected, order):
            failures.append(line)
        cases += 1
    assert failures[:5] == []
    assert cases == 91_707


@pytest.mark.parametrize("part", range(PARTS))
def test_every_case_of_bidi_test(part: int) -> None:
    """All 490,846 sequences of BidiTest.txt, at each paragraph level asked for, get Unicode's levels and order."""
    failures: list[str] = []
    sequences = cases = 0
    expected: list[int | None] = []
    order: list[int] = []
    for line in data_lines("BidiTest.txt.xz"):
        if line.startswith("@Levels:"):
            expected = parse_levels(line.partition(":")[2])
        elif line.startswith("@Reorder:"):
            order = [int(index) for index in line.partition(":")[2].split()]
        else:
            classes, bits = line.split(";")
            sequences += 1
            cases += int(bits).bit_count()
            if sequences % PARTS == part:
                text = "".join([OF_CLASS[name] for name in classes.split()])
                for bit, base in BASE_OF_BIT.items():
                    if int(bits) & bit and resolved(text, base, expected) != (expected, order):
                        failures.append(f"{line} at {base}")
    assert failures[:5] == []
    assert (sequences, cases) == (490_846, 770_241)


def test_this_python_knows_every_character_of_the_test_files() -> None:
    """No case passes or fails by a class that this Python's unicodedata lacks: each character has the class we mean."""
    lines = data_lines("BidiCharacterTest.txt.xz")
    characters = {chr(int(point, 16)) for line in lines for point in line.partition(";")[0].split()}
    assert len(characters) == 78
    assert all(unicodedata.bidirectional(character) for character in characters)
    assert {name: unicodedata.bidirectional(character) for name, character in OF_CLASS.items()} == {
        name: name for name in OF_CLASS
    }


def test_every_character_that_raises_a_level_takes_the_slow_path() -> None:
    """Text that the fast path calls all left-to-right has no character that is R, AL, AN or explicit formatting."""
    raising = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    missed = [
        hex(point)
        for point in range(sys.maxunicode + 1)
        if unicodedata.bidirectional(chr(point)) in raising and not _RAISING.search(chr(point))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("point", "levels"),
    [
        *[(0x0378, [0, 0, 0, 0])],  # L
        *[(point, [1, 2, 2, 2]) for point in (0x05FF, 0x085F, 0xFB37, 0x10FFF, 0x1EFFF)],  # R
        *[(point, [1, 2, 1, 2]) for point in (0x07BF, 0x086F, 0x10D3F, 0x1EEFF)],  # AL: what follows is AN, not EN
    ],
)
def test_unassigned_characters_have_the_class_of_their_block(point: int, levels: list[int]) -> None:
    """A code point that no Unicode version has assigned yet has the default class of DerivedBidiClass.txt."""
    assert unicodedata.bidirectional(chr(point)) == ""
    assert embedding_levels(f"{chr(point)}1-1") == levels


def test_unassigned_currency_signs_are_terminators_and_noncharacters_are_removed() -> None:
    """Unassigned currency signs (ET) join a number, and a noncharacter (BN) does not come between them."""
    assert unicodedata.bidirectional("\u20cf") == unicodedata.bidirectional("\ufdd0") == ""
    assert embedding_levels("\u05d01\ufdd0\u20cf") == [1, 2, 2, 2]


def test_there_are_64_bracket_pairs_and_python_mirrors_them_all() -> None:
    """The bracket table has 64 pairs of neutral, mirrored characters: one that opens (Ps) and one that closes (Pe)."""
    pairs = BRACKET_PAIRS.split()
    assert len(set(pairs)) == 64
    assert {tuple(map(unicodedata.category, pair)) for pair in pairs} == {("Ps", "Pe")}
    assert all(unicodedata.mirrored(bracket) for pair in pairs for bracket in pair)
    assert {unicodedata.bidirectional(bracket) for pair in pairs for bracket in pair} == {"ON"}


def test_canonically_equivalent_brackets_pair() -> None:
    """U+2329 is closed by U+3009, and U+3008 by U+232A, but a parenthesis not by the fullwidth one."""
    for opening, closing in ("\u2329\u3009", "\u3008\u232a"):
        assert embedding_levels(f"\u05d0{opening}a{closing}", 1) == [1, 1, 2, 1]
    assert embedding_levels("\u05d0(a\uff09b", 1) == [1, 1, 2, 2, 2]


@pytest.mark.parametrize(("depth", "before", "after"), [(63, 1, 2), (64, 2, 1)])
def test_too_many_open_brackets_leave_no_pairs(depth: int, before: int, after: int) -> None:
    """BD16 gives up on the 64th bracket open at once: pairs before it are none either, nor are those after an isolate.

    UAX #9 says so ("return an empty list") where Unicode's test files have no case and implementations have differed.
    """
    assert embedding_levels("\u05d0[a]b" + "(" * depth, 1)[3] == before
    assert embedding_levels("a" + "(" * depth + "\u2066x\u2069b)", 1)[-1] == after


def test_a_bracket_pair_without_text_before_it_takes_the_direction_of_sos() -> None:
    """N0 c1: brackets round Hebrew, first in their run after a right-to-left embedding, are right-to-left."""
    assert embedding_levels("\u202b\u05d0\u202c(\u05d0)", 0) == [0, 1, 1, 1, 1, 1]


def test_a_removed_character_has_the_level_of_the_one_before() -> None:
    """A soft hyphen, which X9 removes, keeps its neighbour's level, or the paragraph level at the start."""
    assert embedding_levels("\u00ad\u05d0\u00ad1\u00ad", 0) == [0, 1, 1, 2, 2]
    assert embedding_levels("\u05d0\u00ad\t\u00ad\u05d0", 0) == [1, 1, 0, 0, 1]


def test_level_runs_reorder_like_their_characters() -> None:
    """L2 on level runs is L2 on characters: a right-to-left line shows its last run first."""
    assert visual_order([1, 2, 1]) == [2, 1, 0]
    assert visual_order([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert visual_order([]) == []


@given(st.lists(st.integers(0, 126), max_size=60))
def test_visual_order_is_a_permutation(levels: list[int]) -> None:
    """Every index of a line is in its visual order once."""
    assert sorted(visual_order(levels)) == list(range(len(levels)))


@given(
    st.text(st.characters() | st.sampled_from("".join([*OF_CLASS.values(), BRACKET_PAIRS])), max_size=80),
    st.sampled_from([None, 0, 1]),
)
def test_any_text_has_levels(text: str, base: int | None) -> None:
    """Any text at all, several paragraphs and lone surrogates too, gets one level from base to 126 per character."""
    levels = embedding_levels(text, base)
    lowest = paragraph_level(text) if base is None else base
    assert len(levels) == len(text)
    assert all(lowest <= level <= 126 for level in levels)
    removed = [unicodedata.bidirectional(character) in REMOVED for character in text]
    assert all(after == before for before, after, gone in zip([lowest, *levels], levels, removed, strict=False) if gone)


@given(st.text([*(OF_CLASS[name] for name in OF_CLASS if name not in ("B", "LRI", "RLI", "FSI", "PDI")), "(", ")"]))
def test_an_isolate_does_not_reach_its_surroundings(content: str) -> None:
    """The levels around an isolate are the same whatever is in it, embeddings that nothing closes included."""
    before, after = f"{ARABIC} 12 (\u2068", "\u2069 34 abc)"
    levels = embedding_levels(before + content + after, 1)
    assert levels[: len(before)] + levels[len(before) + len(content) :] == embedding_levels(before + after, 1)


@pytest.mark.parametrize("number", NUMBERS)
@given(
    before=st.text("ابجد 12٣٤.,-()%", max_size=12),
    after=st.text("ابجد 12٣٤.,-()%", max_size=12),
    base=st.sampled_from([None, 0, 1]),
)
def test_an_isolated_number_reads_left_to_right_in_arabic(
    number: str, before: str, after: str, base: int | None
) -> None:
    """Whatever Arabic stands around it, an isolated number shows its characters side by side in logical order."""
    text = f"{ARABIC}{before}\u2066{number}\u2069{after}{ARABIC}"
    start = text.index("\u2066") + 1
    order = visual_order(embedding_levels(text, base))
    places = [order.index(index) for index in range(start, start + len(number))]
    assert all(after - before == 1 for before, after in pairwise(places))


def test_a_phone_number_without_isolation_shows_its_groups_reversed() -> None:
    """The reason for isolates: in bare Arabic the groups of 020-91 91 91 change places."""
    text = f"{ARABIC} 020-91 91 91"
    assert "".join(text[index] for index in visual_order(embedding_levels(text))).startswith("91 91 91-020 ")


@pytest.mark.parametrize("base", [0, 1])
def test_agrees_with_python_bidi(base: int) -> None:
    """Random mixtures of Arabic, Hebrew, Latin, digits and punctuation show in the order that python-bidi gives."""
    chance = random.Random(9)
    alphabet = "ابجدهאבגabcåäö0123456789٠١٢٣ .,:;!?؟،-–/+%€\u064b\u0300"
    for _ in range(5_000):
        text = "".join(chance.choices(alphabet, k=chance.randint(1, 60)))
        shown = "".join(text[index] for index in visual_order(embedding_levels(text, base)))
        assert shown == get_display(text, base_dir="LR"[base]), ascii(text)
