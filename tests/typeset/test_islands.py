"""What is read from the left in a right-to-left sentence is drawn so: a corpus, its laws, Chromium's opinion."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from tests.support.drawn import browser_orders, drawn, marked, order
from tests.support.tools import browser

_FILE = Path(__file__).parents[1] / "data" / "islands.tsv"
# Start, middle and end of a sentence, before each kind of punctuation, in brackets and quotation marks, beside others.
AROUND = (
    "{}",
    "{} هو الرقم",
    "اتصلوا على {} الآن",
    "الرقم {}",
    *(
        "الرقم {}.",
        "الرقم {}،  ثم",
        "هل هو {}؟",
        "نعم {}!",
        "الرقم {}؛ ثم",
        "الرقم {}: نعم",
        "الرقم: {}",
        "الرقم {} – نعم",
    ),
    *("الرقم ({}) الآن", "الرقم [{}] الآن", "(الرقم {})", "قال «{}» نعم", "قال “{}” نعم", "«{}»، (نعم)", "({})."),
    *("الرقم {} أو 020-91 91 91", "من 114 14، {}، 112", "بين {} و{}", "{} / نعم", "{}، MDMA، {}", "MDMA، {}!"),
)
JOINED = ("الرقم و{} الآن", "ب{}.", "لـ{}، ثم")  # a hyphen would join the word and the number


class Line(NamedTuple):
    """A line of the corpus; `bare` is empty where Chromium draws the bare sentence as we do."""

    tag: str
    island: str
    sentence: str
    drawn: str
    bare: str = ""


def _corpus() -> Iterator[Line]:
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield Line(*line.split("\t"))


CORPUS = tuple(_corpus())
ISLANDS = [*dict.fromkeys(line.island for line in CORPUS if line.island)]


def test_every_sentence_is_drawn_as_the_corpus_says() -> None:
    """Its islands, of which there are hundreds, read from left to right."""
    assert len(CORPUS) >= 300
    assert [line for line in CORPUS if drawn(line.sentence, line.tag) != line.drawn] == []
    assert [line for line in CORPUS if line.island not in line.drawn] == []


def test_every_island_reads_from_the_left_whatever_is_around_it() -> None:
    """In each sentence the island's characters stand side by side, in their own order."""
    for number, island in enumerate(ISLANDS):
        for around in (*AROUND[number % 3 :: 3], *(() if island[0] in "-–./" else JOINED[number % 3 :: 3])):
            assert island in drawn(around.replace("{}", island), "ar"), (island, around)


PIECES = [
    "نص",
    "ال",
    "و",
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "، ",
    "(",
    ")",
    "«",
    "»",
    '"',
    "-",
    "–",
    "/",
    ":",
    "%",
    "§",
    "+",
    "@",
]
PIECES += ["#", "5", "18", "020-91 91 91", "MDMA", "kap.", "kr", "4-MMC", "1177.fi", "°C", "!", "?", "٣", "²", "½", "'"]
ONE = re.compile(
    r"[a-zA-Z\d²½٣](?:[^\s()\"«»،\u0621-\u064a]*[a-zA-Z\d²½٣])?"
)  # what has no space and no bracket inside


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_nothing_without_a_space_is_turned_around(text: str) -> None:
    """Whatever a sentence is made of, what is read from the left reads so from its first letter to its last."""
    seen = "".join(map(chr, order(text, "ar")))
    for match in ONE.finditer(text):
        assert "".join(map(chr, range(*match.span()))) in seen, match[0]


def test_it_is_drawn_alike_wherever_bold_begins() -> None:
    """A change of style parts nothing: not a number from its sign, nor a name from its digits."""
    for number, line in enumerate(CORPUS):
        at = line.sentence.find(line.island) + number % max(len(line.island), 1)
        if category(line.sentence[at])[0] != "M":
            assert order(line.sentence, line.tag, at) == order(line.sentence, line.tag), (line, at)


def test_chromium_draws_every_sentence_alike() -> None:
    """With our isolates as elements it puts each character where we do, bare ones where the corpus says.

    Where it keeps an island in order by itself, so do we: an isolate makes nothing worse.
    """
    texts = [line.sentence for line in CORPUS]
    found = browser_orders(browser(), [*map(marked, texts), *map(escape, texts)])
    for line, seen, bare in zip(CORPUS, found, found[len(texts) :], strict=False):
        ours = order(line.sentence, line.tag)
        assert seen == ours, line
        assert "".join(line.sentence[at] for at in bare) == (line.bare or "".join(line.sentence[at] for at in ours))
        assert (bare == ours) == (not line.bare), line
