"""What keeps its own direction in Arabic text, and what does not: a table of cases from our material."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.isolates import _KEPT, _PLAIN, kept

WHOLE = [
    *("020-91 91 91", "114 14", "0500-12 34 56", "+46 8 123 45 67", "010–456 67 00", "08-505\u00a0931\u00a000"),
    *("+46 (0)8-123 45 67", "+4681234567", "(08) 123 45 67", "0046 (0)8 123 45 67", "*100#", "#31#"),
    *("18.00–19.30", "18:00", "kl. 18.00", "8.00-21.30", "kl 18.30", "2×2", "2 + 2", "§ 3", "§§ 3–5", "2 §", "≥ 18"),
    *("2026-12-03", "3/12 2026", "2026/27", "12.11.2026", "15–17", "15 - 17", "1 000", "10 400", "12,5"),
    *("100 kr", "1 000 kr", "12,5 %", "5 %", "50%", "-5 %", "37,5 °C", "0,2 ‰", "€ 20", "100:-", "15٪", "5 mg"),
    *(
        "1177.se",
        "www.1177.se",
        "https://www.1177.se/barn?sida=3#x",
        "umo.se/droger",
        "who.int/",
        "1177.fi",
        "116111.dk",
    ),
    *(
        "info@example.org",
        "anna-karin.o@ekskolan.kommun.se",
        "4-MMC",
        "2C-B",
        "LSD-25",
        "F–6",
        "Covid-19",
        "#skola_2026",
    ),
]
APART = [
    "bris",
    "och/eller",
    "t.ex.",
    "p.g.a.",
    "ja. Nej",
    "slut.Nästa",
    "sist.På",
    "Ring polisen",
    "och (droger)",
    "§",
]


@pytest.mark.parametrize("text", WHOLE)
def test_stays_on_one_line(text: str) -> None:
    """A number with what belongs to it, an address or a name with digits is one, whatever stands around it."""
    for before, after in (("", ""), ("اتصل ", " الآن"), ("(", ")"), ("ordet ", ", sedan"), ("ordet ", ".")):
        whole = f"{before}{text}{after}"
        assert [whole[start:end] for start, end in kept(whole)] == [text]


@pytest.mark.parametrize("text", APART)
def test_holds_nothing_to_keep(text: str) -> None:
    """Words are no numbers and no addresses, whatever dots and signs they have."""
    assert [text[start:end] for start, end in kept(text)] == []


def test_numbers_in_a_list_are_not_one() -> None:
    """A line may end behind a comma or a word."""
    text = "13, 14 och 15; 2019, 2020"
    assert [text[start:end] for start, end in kept(text)] == ["13", "14", "15", "2019", "2020"]


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
    "#",
    "*",
    "§",
    "€",
    "≥",
    "°C",
    "+",
]


@given(st.lists(st.sampled_from([*SIGNS, "ord", "نص", " ", "\u00a0", "\n", "\u2028"]), max_size=14).map("".join))
def test_words_that_are_passed_hold_nothing_to_keep(text: str) -> None:
    """What is passed a word at a time is what is found letter by letter."""
    letter_by_letter = re.compile(_KEPT.pattern.removeprefix(f"{_PLAIN}|"), re.IGNORECASE)
    assert kept(text) == [match.span() for match in letter_by_letter.finditer(text)]
