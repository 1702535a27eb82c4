"""Between two Arabic letters the levels are what stands there, whatever the rest of the paragraph says."""

from hypothesis import example, given
from hypothesis import strategies as st

from foraldraskolan.isolates import isolates
from foraldraskolan.typeset.glyphs import Span, TextStyle
from foraldraskolan.typeset.levels import _isolate, _whole, levels_of

PIECES = [
    "ال",
    "نص",
    " ",
    " ",
    "(",
    ")",
    "[",
    "]",
    "،",
    ".",
    ":",
    "-",
    "%",
    "ab",
    "Öst",
    "5",
    "٣",
    "۴",
    "\u0651",
    "\u0301",
]
PIECES += [
    "020-91 91 91",
    "kl. 18.00–19.30",
    "x@y.se",
    "…",
    "«",
    "»",
    "\u200c",
    "\u00ad",
    "\u2028",
    "\t",
    "א",
    "\ufe8d",
    "\u061c",
]


@example("ال (ab (ab ال) ab)")
@example("ab[abنصab]ab")
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map("".join))
def test_islands_have_the_levels_of_the_whole_paragraph(text: str) -> None:
    """UAX #9 on the stretches between Arabic letters is UAX #9 on the paragraph."""
    span = Span(text, TextStyle(11), "ar", ((0,), ""))
    found = levels_of([span], text, rtl=True)
    whole = _whole(text, [_isolate(text, *each) for each in isolates(text)], 1)
    assert found is not None
    assert (list(found.levels), found.walls) == (list(whole.levels), whole.walls)
