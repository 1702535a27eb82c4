"""Where lines may end, and which of those places are chosen."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.typeset.linebreak import SEPARATOR, Measured, breaks, fit, fit_balanced, fit_well

WORDS = ["en", "ungdom", "narkotika", "och", "waxbarashada", "المدرسة", "في", "18.00", "😀", "𝒳𝒴", "a-b", SEPARATOR]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join).filter(lambda text: text.strip())
WIDTHS = st.floats(13, 60)


def measured(text: str) -> Measured:
    """Return a text whose characters, hyphens too, are one point wide each."""
    return Measured(text, breaks(text, "sv", ()), dict(enumerate(accumulate((1.0 for _ in text), initial=0.0))), 1.0)


@given(TEXTS)
def test_offsets_count_characters(text: str) -> None:
    """A line ends where a word does and the next begins where one does, also behind characters beyond U+FFFF."""
    found = breaks(text, "sv", ())
    assert found[-1].next == len(text)
    for each in found:
        assert text[each.end : each.next].strip(" \u2028") == ""
        assert each.next == len(text) or text[each.next - 1] in f" -{SEPARATOR}" or max(text[: each.next]) > "\uffff"
    assert all(one.next < other.next for one, other in pairwise(found))


def test_places_behind_an_astral_character() -> None:
    """Two code units of ICU are one character of ours."""
    found = breaks("a 𝒳𝒴 b 😀 c", "sv", ())
    assert [each.next for each in found] == [2, 5, 7, 9, 10]


@given(TEXTS, st.data())
def test_nothing_kept_is_broken(text: str, data: st.DataObject) -> None:
    """No place lies inside a kept range, and all the others are there."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    free = [each.next for each in breaks(text, "sv", ())]
    found = [each.next for each in breaks(text, "sv", [(start, end)])]
    assert found == [each for each in free if not start < each < end]


@given(TEXTS, WIDTHS)
def test_lines_are_the_text(text: str, width: float) -> None:
    """Cuts follow each other, leave out only spaces, and none is wider than the measure."""
    for cuts in (
        fit(measured(text), width),
        fit_well(measured(text), width, hyphenate="sv"),
        fit_balanced(measured(text), width),
    ):
        gaps = [text[before.end : after.start] for before, after in pairwise(cuts)]
        assert "".join(gaps).strip(" \u2028") == ""
        assert (cuts[0].start, text[cuts[-1].end :].strip(" \u2028")) == (0, "")
        assert all(cut.end - cut.start + cut.hyphen <= width + 1e-6 for cut in cuts)  # as fine as points are counted


@given(TEXTS, WIDTHS)
def test_a_better_fit_has_no_more_lines(text: str, width: float) -> None:
    """Balanced lines, and lines that avoid a runt, are as few as the fullest ones."""
    fewest = len(fit(measured(text), width))
    assert len(fit_balanced(measured(text), width)) == fewest
    assert len(fit_well(measured(text), width)) == fewest


@given(st.text("abcdefgh", min_size=1, max_size=7), st.text("abcdefgh", min_size=1, max_size=7))
def test_a_line_ends_at_a_hyphen_between_long_parts(before: str, after: str) -> None:
    """A word with a hyphen is parted there if each part has four letters or more; one with a shorter part is whole."""
    ends = [place.next for place in breaks(f"{before}-{after}", "so", ())]
    assert (len(before) + 1 in ends) == (min(len(before), len(after)) >= 4)
