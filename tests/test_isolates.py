"""What keeps its own direction in Arabic text, and what does not: a table of cases from our material."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.isolates import _ISOLATES, _PLAIN, isolates

ISOLATED = [
    *("020-91 91 91", "114 14", "0500-12 34 56", "+46 8 123 45 67", "010–456 67 00", "08-505\u00a0931\u00a000"),
    *("+46 (0)8-123 45 67", "+4681234567"),
    *("18.00–19.30", "18:00", "kl. 18.00", "8.00-21.30", "kl 18.30"),
    *("2026-12-03", "3/12 2026", "2026/27", "12.11.2026"),
    *("15–17", "15 - 17", "1 000", "10 400", "12,5"),
    *("100 kr", "1 000 kr", "12,5 %", "5 %", "50%", "-5 %"),
    *("1177.se", "www.1177.se", "https://www.1177.se/barn?sida=3", "umo.se/droger", "info@example.org"),
]
APART = ["112", "1177", "2026", "13, 14 och 15", "2019, 2020", "bris", "och/eller", "t.ex.", "13, 14", "ja. Nej"]


@pytest.mark.parametrize("text", ISOLATED)
def test_is_an_isolate(text: str) -> None:
    """A number to call, a time, a date, a range, a price or an address is one isolate, whatever stands around it."""
    for before, after in (("", ""), ("اتصل ", " الآن"), ("(", ")"), ("ordet ", ", sedan"), ("ordet ", ".")):
        whole = f"{before}{text}{after}"
        assert [whole[start:end] for start, end in isolates(whole)] == [text]


@pytest.mark.parametrize("text", APART)
def test_is_no_isolate(text: str) -> None:
    """A number alone needs none, and numbers in a list are not one number."""
    assert [text[start:end] for start, end in isolates(text)] == []


SIGNS = [
    "kl",
    "kl.",
    "KL ",
    "www.",
    "http://",
    ".se",
    "kr",
    "%",
    "5",
    "+4",
    "-",
    "–",
    "/",
    "@",
    ".",
    ":",
    ",",
    "(",
    ")",
]


@given(st.lists(st.sampled_from([*SIGNS, "ord", "نص", " ", "\u00a0", "\n", "\u2028"]), max_size=14).map("".join))
def test_words_that_are_passed_hold_no_isolate(text: str) -> None:
    """What is passed a word at a time is what is found letter by letter."""
    letter_by_letter = re.compile(_ISOLATES.pattern.removeprefix(f"{_PLAIN}|"), re.IGNORECASE)
    assert isolates(text) == [match.span() for match in letter_by_letter.finditer(text)]
