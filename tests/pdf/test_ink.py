"""However a line is cut into pieces for those who copy it, it looks as it was set."""

import re
from collections.abc import Iterable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.pdf import copying
from foraldraskolan.pdf.neighbours import Setting
from foraldraskolan.typeset.glyphs import GlyphRun, Span, TextStyle
from foraldraskolan.typeset.paragraph import typeset
from tests.pdf.test_copying import LINES, MARKED, SWEDISH
from tests.support.orders import Order, order_of, tagged

WORDS = {
    "ar": sorted({word for line in (*LINES, MARKED["ar"], "شريحة 3: أنتم") for word in line.split()}),
    "sv": sorted({word for line in (*SWEDISH, MARKED["yo"]) for word in line.split()}),
}
SETTINGS = [
    Setting(),
    Setting(apart=True),
    Setting(turned=True),
    Setting(turned=True, apart=True),
    Setting(turned=True, unsaid=True, beside=True),
    Setting(turned=True, limit=-20.0),
]
_NEAR = 0.2  # points: what pdfium is to tell apart, and rounding


def ink(runs: Iterable[GlyphRun]) -> list[tuple[str, int, int, float]]:
    """Return every outline of some runs: its face and glyph, how far above the baseline and where it stands."""
    found = []
    for run in runs:
        x = run.x
        for glyph, advance in zip(run.ids, run.advances, strict=True):
            for part, dx, dy in run.face.parts(glyph):
                extents = run.face.hb_font.get_glyph_extents(part)
                if extents and extents.width:
                    found.append((run.face.name, part, dy, x + dx * run.unit))
            x += advance * run.unit
    return sorted(found)


@pytest.mark.parametrize("tag", WORDS)
@given(data=st.data())
@settings(deadline=None)
def test_every_outline_stands_where_it_was_set(tag: str, data: st.DataObject) -> None:
    """Pieces that begin further left than they look have the same glyphs in the same places, in whatever setting."""
    text = data.draw(st.lists(st.sampled_from(WORDS[tag]), min_size=1, max_size=8).map(" ".join))
    setting = data.draw(st.sampled_from(SETTINGS if tag == "sv" else SETTINGS[2:]))
    for line in typeset([Span(text, TextStyle(11), tag, ((0,), ""))], 200, rtl=tag == "ar"):
        was, shown = ink(line.runs), ink(part for show in copying.shows(line, setting) for part in show.parts)
        assert [outline[:3] for outline in shown] == [outline[:3] for outline in was]
        assert all(abs(one[3] - other[3]) < _NEAR for one, other in zip(shown, was, strict=True))


def test_nothing_depends_on_a_move_behind_the_last_glyph() -> None:
    """pdfium moves the pen between glyphs, and before the first, but not behind the last that one operator shows."""
    read = tagged(Order("example", order_of("notes", "ar")))
    shown = [code for page in read.pdf.pages for code in operators(page)]
    assert len(shown) > 100
    assert [code for code in shown if not re.search(r"[0-9A-F]>\s*\]$", code)] == []


def operators(page: pikepdf.Page) -> list[str]:
    """Return the arrays that a page shows."""
    return re.findall(r"(\[[^\]]*\])\s*TJ", page.Contents.read_bytes().decode("latin-1"))
