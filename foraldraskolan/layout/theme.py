"""Type scale, colours and spacing, in points. One visual idea for sheets and screens: calm, warm, exact.

Contrast against its ground is 4.5:1 or more for all text, 3:1 for large type; a test measures it.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from foraldraskolan.language import script_of
from foraldraskolan.layout.colours import GOLD, GREY, INK, RUST, TEAL, WHITE
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import TextStyle
from foraldraskolan.typeset.paragraph import Wrap

MM = 72 / 25.4


@record
class Style:
    """How a kind of text is set: its type, the distance between baselines, the space above, how its lines end."""

    text: TextStyle
    leading: float
    before: float = 0
    wrap: Wrap = "ragged"


def style(
    size: float, leading: float, weight: int = 400, colour: str = INK, before: float = 0, wrap: Wrap = "ragged"
) -> Style:
    """Return a Style from its parts."""
    return Style(TextStyle(size, weight, colour=colour), leading, before, wrap)


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """The styles of one kind of page, and the distances that go with them; each is the same only as itself."""

    title: Style
    subtitle: Style
    meeting: Style
    heading2: Style
    heading3: Style
    lead: Style
    body: Style
    item: Style
    label: Style
    small: Style
    number: Style
    phone: Style
    card_name: Style
    phrase: Style
    chart_label: Style
    aside: Style  # beside the text
    indent: float  # from a list's edge to its text
    bullet: float  # diameter
    tick: float  # side of a box to tick
    row: float  # how much higher than a line a row to tick is, for a hand and a pen
    cell: float  # around a table's cell, in sizes of its type
    pad: float  # inside a callout or card
    edge: float  # the coloured bar at the start of a callout
    tinted: bool  # paper saves ink: what is set apart there has an outline, and no ground

    @lru_cache(maxsize=64)  # noqa: B019  # the few themes there are live as long as the program
    def in_language(self, tag: str) -> "Theme":
        """Return the theme with the leading that the script of a language needs; large type needs less of it."""
        factor = 1 + (script_of(tag).leading - 1) * min(1.0, 11 / self.body.text.size)
        if factor == 1.0:
            return self
        changed = {
            name: replace(value, leading=value.leading * factor)
            for name in self.__slots__
            if isinstance(value := getattr(self, name), Style)
        }
        return replace(self, **changed)  # type: ignore[arg-type]  # only styles are changed, to styles


def enlarged(theme: Theme, factor: float) -> Theme:
    """Return the theme with text, leading and lists this much larger or smaller; titles and cards stay."""
    if factor == 1.0:
        return theme
    return replace(
        theme,
        lead=_larger(theme.lead, factor),
        body=_larger(theme.body, factor),
        item=_larger(theme.item, factor),
        chart_label=_larger(theme.chart_label, factor),
        number=_larger(theme.number, factor),
        indent=theme.indent * factor,
        bullet=theme.bullet * factor,
    )


def tightened(theme: Theme) -> Theme:
    """Return the theme with the lines of cards and of small type nearer."""
    looks = {name: getattr(theme, name) for name in ("small", "card_name", "phone")}
    return replace(theme, **{name: replace(look, leading=look.leading * 0.94) for name, look in looks.items()})


def resized(look: Style, size: float) -> Style:
    """Return a style in another size, its leading with it."""
    text = replace(look.text, size=size)
    return replace(look, text=text, leading=look.leading * size / look.text.size)


def _larger(look: Style, factor: float) -> Style:
    # Space grows faster than type: a short list should fill its slide calmly.
    return replace(resized(look, look.text.size * factor), before=look.before * factor**2)


SHEET = Theme(
    title=style(26, 31, 700, TEAL, wrap="balanced"),
    subtitle=style(13, 18, 400, INK, 3),
    meeting=style(9.5, 13, 400, GREY, 5),
    heading2=style(17, 22, 700, TEAL, 24, "balanced"),
    heading3=style(12.5, 17, 700, INK, 15, "balanced"),
    lead=style(13, 19, before=8),
    body=style(11, 16, before=8),
    item=style(11, 16, before=4),
    label=style(9.5, 13, 700, TEAL),
    small=style(8.5, 12, 400, GREY, 4),
    number=style(9, 16, 600, TEAL),
    phone=style(19, 24, 700, TEAL, 2),
    card_name=style(11, 15, 700, INK),
    phrase=style(12.5, 18, 500, INK, 6),
    chart_label=style(10, 13, 600, INK),
    aside=style(10.5, 14.5, 500, INK, 2, "hyphenated"),
    indent=16,
    bullet=3.6,
    tick=14.2,
    row=1.75,
    cell=0.3,
    pad=11,
    edge=3.5,
    tinted=False,
)

# What is looked up while somebody speaks: the rows of its tables near each other.
BRIEFING = replace(
    SHEET,
    title=style(22, 27, 700, TEAL, wrap="balanced"),
    heading2=style(13, 17, 700, TEAL, 12, "balanced"),
    item=style(10, 13, before=4),
    small=style(9, 12, 400, GREY, 4),
    cell=0.2,
)

# What is read: nothing in it is smaller than 9 points.
READING = replace(SHEET, small=style(9, 12, 400, GREY, 4), card_name=style(12, 16, 700, INK))

# Two columns of it.
BESIDE_EACH_OTHER = replace(
    READING,
    title=style(22, 27, 700, TEAL, wrap="balanced"),
    subtitle=style(12, 17, 400, INK, 3),
    heading2=style(14.5, 19, 700, TEAL, 22, "balanced"),
    heading3=style(11.5, 15.5, 700, INK, 13, "balanced"),
    lead=style(11.5, 16.5, before=7),
    body=style(10.5, 15, before=7),
    item=style(10.5, 15, before=4),
    phrase=style(11.5, 16.5, 500, INK, 5),
    phone=style(17, 22, 700, TEAL, 2),
    card_name=style(11, 14.5, 700, INK),
    indent=14,
    tick=13,
    pad=8,
)

LETTER = replace(
    SHEET,
    subtitle=style(17, 24, 600, INK),
    meeting=style(10.5, 15, 400, GREY, 1),
    heading2=style(12, 16, 700, TEAL, 12, "balanced"),
    body=style(12, 18, before=9),
    item=style(12, 18, before=4),
    small=style(9, 11, 400, GREY),
)

# For somebody who stands, and looks up between two thoughts.
NOTES = replace(
    SHEET,
    heading2=style(17, 22, 700, TEAL, 24, "balanced"),
    heading3=style(13.5, 18, 700, INK),
    lead=style(13, 19, before=6),
    body=style(13, 19, before=6),
    item=style(13, 19, before=3),
    label=style(11, 15, 700, TEAL),
    number=style(13, 18, 700, TEAL),
    phrase=style(13, 19, 500, INK, 6),
)

# Two columns of rows to tick.
CHECK_LIST = replace(
    SHEET,
    heading2=style(14, 18, 700, TEAL, 16, "balanced"),
    heading3=style(11.5, 15, 700, INK, 9, "balanced"),
    body=style(10.5, 14.5, before=5),
    item=style(10.5, 14, before=3),
    small=style(9, 12.5, 400, GREY, 4),
    row=1.62,
    pad=6,
)

SMALL_CHECK_LIST = replace(
    CHECK_LIST,
    title=style(22, 27, 700, TEAL, wrap="balanced"),
    subtitle=style(11, 15, 400, INK, 2),
    heading2=style(12.5, 16, 700, TEAL, 12, "balanced"),
    heading3=style(10.5, 13.5, 700, INK, 7, "balanced"),
    body=style(9.5, 13, before=4),
    item=style(9.5, 12.6, before=2),
    label=style(9, 12, 700, TEAL),
    phone=style(17, 21, 700, TEAL, 1),
    row=1.6,
    pad=5,
)

# What a letter is set in before it is too long: the next smaller one, and no smaller.
LETTERS = (
    LETTER,
    replace(
        LETTER,
        title=style(24, 29, 700, TEAL, wrap="balanced"),
        body=style(11, 16, before=7),
        item=style(11, 16, before=3),
    ),
    replace(
        LETTER,
        title=style(21, 26, 700, TEAL, wrap="balanced"),
        body=style(10.5, 15, before=6, wrap="hyphenated"),
        item=style(10.5, 15, before=2, wrap="hyphenated"),
    ),
    replace(
        LETTER,
        title=style(18, 22, 700, TEAL, wrap="balanced"),
        heading2=style(11, 15, 700, TEAL, 8, "balanced"),
        body=style(10, 14, before=4, wrap="hyphenated"),
        item=style(10, 14, before=2, wrap="hyphenated"),
    ),
)

# The leaflet is read at arm's length, and as the third copy of a copy: grey and thin letters are lost on it.
LEAFLET = replace(
    SHEET,
    title=style(24, 28, 700, TEAL, wrap="balanced"),
    subtitle=style(11, 15, 500),
    meeting=style(9.5, 13, 500),
    heading2=style(17, 22, 700, TEAL, 10, "balanced"),
    heading3=style(12, 16, 700, INK, 8, "balanced"),
    lead=style(17, 22, 600),
    body=style(13, 18, before=3),
    item=style(12, 16, before=3),
    label=style(13, 18, 700, TEAL),
    small=style(9.5, 12, 500),
    number=style(12, 16, 600, TEAL),
    phone=style(21, 26, 700, TEAL, wrap="whole"),
    card_name=style(12, 14, 600, INK),
    phrase=style(13.5, 19, 500, INK, 6),
    chart_label=style(9.5, 12, 600, INK, wrap="balanced"),
    aside=style(10.5, 13, 500, INK),
    pad=6,
    edge=3,
)

# In two languages, which take twice the room.
LEAFLET_IN_TWO = replace(
    LEAFLET,
    title=style(18, 21, 700, TEAL, wrap="balanced"),
    subtitle=style(10, 13, 500),
    meeting=style(9, 11.5, 500),
    heading2=style(15, 19, 700, TEAL, 8, "balanced"),
    heading3=style(11, 14.5, 700, INK, 6, "balanced"),
    item=style(11, 14.5, before=2.5),
    label=style(12, 15.5, 700, TEAL),
    small=style(9, 11.5, 500),
    phone=style(16, 20, 700, TEAL, wrap="whole"),
    card_name=style(10.5, 13, 600, INK),
    phrase=style(12.5, 16.5, 500, INK, 5),
)

BOOKLET_PRINT = replace(
    READING,
    title=style(22, 27, 700, TEAL, wrap="balanced"),
    subtitle=style(13, 18, 400, INK, 3),
    meeting=style(9, 12.5, 400, GREY, 4),
    heading2=style(15, 20, 700, TEAL, 18, "balanced"),
    heading3=style(11.5, 15.5, 700, INK, 12, "balanced"),
    lead=style(12, 17.5, before=7),
    body=style(10.5, 15, before=7),
    item=style(10.5, 15, before=3.5),
    label=style(9, 12.5, 700, TEAL),
    number=style(9, 15, 600, TEAL),
    phone=style(17, 22, 700, TEAL, 2),
    card_name=style(11, 14.5, 700, INK),
    phrase=style(11.5, 16.5, 500, INK, 5),
    chart_label=style(9.5, 12.5, 600, INK),
    indent=15,
    tick=13,
    pad=9,
)

SMALL_LEAFLET = replace(
    LEAFLET,
    title=style(20, 24, 700, TEAL, wrap="balanced"),
    heading2=style(14, 18, 700, TEAL, 12, "balanced"),
    heading3=style(11, 14, 700, INK, 6, "balanced"),
    lead=style(13, 17, 600),
    body=style(10.5, 14, before=3),
    item=style(10.5, 14, before=2),
    phrase=style(11.5, 15.5, 500, INK, 4),
    small=style(9, 12, 500),
    phone=style(19, 23, 700, TEAL, wrap="whole"),
)

LARGE_PRINT = replace(
    SHEET,
    title=style(32, 38, 700, TEAL, wrap="balanced"),
    subtitle=style(18, 25, 400, INK, 3),
    meeting=style(13, 18, 400, INK, 5),
    heading2=style(22, 28, 700, TEAL, 30, "balanced"),
    heading3=style(18, 24, 700, INK, 20, "balanced"),
    lead=style(18, 26, before=11),
    body=style(16, 23, before=11),
    item=style(16, 23, before=6),
    label=style(14, 19, 700, TEAL),
    small=style(12, 16.5, 400, INK, 5),
    number=style(13, 23, 600, TEAL),
    phone=style(32, 38, 700, TEAL, 2),
    card_name=style(16, 22, 700, INK),
    phrase=style(18, 26, 500, INK, 8),
    chart_label=style(14, 19, 600, INK),
    aside=style(16, 23, 500, INK, 2),
    indent=24,
    bullet=5,
    tick=20,
    pad=14,
    edge=5,
)
LARGE_REMINDERS = replace(LARGE_PRINT, lead=style(20, 27, 600), label=style(16, 22, 700, TEAL))

SCREEN = Theme(
    title=style(48, 58, 700, WHITE, wrap="balanced"),
    subtitle=style(28, 38, 400, GOLD, 14),
    meeting=style(24, 32, 400, WHITE, 26),
    heading2=style(40, 48, 700, TEAL, wrap="balanced"),
    heading3=style(30, 38, 700, INK, 16, "balanced"),
    lead=style(30, 40, before=14),
    body=style(28, 38, before=14, wrap="balanced"),
    item=style(28, 37, before=11, wrap="balanced"),
    label=style(24, 32, 700, RUST),
    small=style(18, 24, 400, GREY, 10),
    number=style(24, 32, 600, TEAL),
    phone=style(32, 38, 700, TEAL),
    card_name=style(24, 29, 700, INK),
    phrase=style(30, 40, 500, INK, 8),
    chart_label=style(24, 30, 600, INK, wrap="balanced"),
    aside=style(24, 32, 500, INK),
    indent=34,
    bullet=9,
    tick=24,
    row=1.75,
    cell=0.3,
    pad=14,
    edge=8,
    tinted=True,
)
