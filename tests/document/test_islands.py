"""What keeps its direction is found among inlines as it is found in their text."""

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.inlines import Emphasis, Foreign, Inline, Link, Strong, Text, Value
from foraldraskolan.document.islands import islands
from foraldraskolan.document.walk import plain
from foraldraskolan.isolates import isolates

WORDS = st.sampled_from(
    ["نص ", "020", "-91 ", "SFS ", "2025:400", "(", ")", "، ", "4", "-MMC", " §", "37,5", " °C", " "]
)
LEAVES = st.lists(WORDS, min_size=1, max_size=4).map(lambda words: Text("".join(words)))
INLINES = st.lists(
    LEAVES
    | st.builds(lambda below: Strong((below,)), LEAVES)
    | st.builds(lambda below, other: Emphasis((below, Strong((other,)))), LEAVES, LEAVES),
    max_size=5,
).map(tuple)


@given(INLINES)
def test_what_is_isolated_is_what_the_whole_text_says(inlines: tuple[Inline, ...]) -> None:
    """Nothing is lost, and stress parts no isolate."""
    at = 0
    found = []
    for text, alone in groups(*inlines):
        found += [(at, at + len(text))] if alone else []
        at += len(text)
    assert "".join(text for text, _ in groups(*inlines)) == plain(inlines)
    assert found == isolates(plain(inlines))


def groups(*inlines: Inline) -> list[tuple[str, bool]]:
    """Return the texts of groups of inlines."""
    return [(plain(group), alone) for group, alone in islands(inlines, "rtl")]


def test_a_range_of_two_values_is_one() -> None:
    """From eight to four reads from the left, whichever fields its ends come from."""
    found = groups(Text("من "), Value("18:00"), Text("–"), Value("19:00"), Text("، نعم"))
    assert found == [("من ", False), ("18:00–19:00", True), ("، نعم", False)]


def test_two_numbers_side_by_side_are_two() -> None:
    """What a field gives is one number: another behind a space is not its."""
    assert groups(Text("من 10-15 "), Value("020-91 91 91"), Text(" 112")) == [
        ("من ", False),
        ("10-15", True),
        (" 020-91 91 91 112", False),
    ]


def test_words_that_are_isolates_stand_apart() -> None:
    """A link and a word of another language keep their direction by themselves."""
    found = groups(Foreign("sv", (Text("skola"),)), Text(" 5-6 "), Link("https://a.se", (Text("A 1-2"),)), Text(" 112"))
    assert found == [("skola ", False), ("5-6", True), (" A 1-2 112", False)]


def test_what_runs_from_the_left_has_none() -> None:
    """In a text that is read from the left there is nothing to isolate."""
    inlines = (Text("Ring "), Value("020-91 91 91"))
    assert [*islands(inlines, "ltr")] == [(inlines, False)]
