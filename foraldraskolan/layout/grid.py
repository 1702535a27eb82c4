"""The grid of a sheet: every measure of a printed page in one record, and the sheets that there are."""

from dataclasses import replace

from foraldraskolan.language import direction_of
from foraldraskolan.layout.text import Column
from foraldraskolan.layout.theme import (
    BESIDE_EACH_OTHER,
    BOOKLET_PRINT,
    BRIEFING,
    LARGE_PRINT,
    LARGE_REMINDERS,
    MM,
    READING,
    SHEET,
    SMALL_LEAFLET,
    Theme,
)
from foraldraskolan.record import record


@record
class Grid:
    """A sheet's measures in points: from its start edge a margin, numbers, text, a gap, what stands beside, a margin.

    Text is set in `theme`. Without a side column, drawings and what to remember stand in the text.
    """

    width: float
    height: float
    outer: float  # the margin at both sides
    top: float
    foot: float  # the least that lies below the text
    text: float
    theme: Theme
    numbers: float = 0.0  # the column of the blocks' numbers
    gap: float = 0.0
    side: float = 0.0  # the column beside the text
    fold: float = 0.0  # between two languages that stand beside each other

    def whole(self, tag: str) -> Column:
        """Return all that lies between the margins."""
        return self._folded(Column(self.outer, self.width - 2 * self.outer, tag))

    def column(self, tag: str) -> Column:
        """Return where the text stands, with the room before it for numbers."""
        return self._folded(Column(self.outer + self.numbers, self.text, tag, self.numbers))

    def wide(self, tag: str) -> Column:
        """Return where the text stands and what is beside it, for what is as wide as both."""
        return self._folded(Column(self.outer + self.numbers, self.text + self.gap + self.side, tag, self.numbers))

    def aside(self, tag: str) -> Column | None:
        """Return the column beside the text, if there is one."""
        start = self.outer + self.numbers + self.text + self.gap
        return Column(start, self.side, tag) if self.side else None

    def _folded(self, column: Column) -> Column:
        """Return a column that has two languages beside each other if the grid has: each with room for its numbers."""
        if not self.fold:
            return column
        middle, half = self.width / 2, self.fold / 2
        if direction_of(column.tag) == "ltr":
            return replace(column, fold=(middle - half, middle + half + column.numbers))
        return replace(column, width=column.width - column.numbers, fold=(middle - half, middle + half))

    def in_language(self, tag: str) -> "Grid":
        """Return the grid with the leading that the script of a language needs."""
        return replace(self, theme=self.theme.in_language(tag))


# A longer line than 148 mm is hard to find the next one from.
A4 = Grid(210 * MM, 297 * MM, 20 * MM, 18 * MM, 22 * MM, 148 * MM, SHEET)
HANDOUT = replace(A4, text=118 * MM, theme=READING, numbers=12 * MM, gap=6 * MM, side=34 * MM)
INTERPRETER = replace(A4, text=170 * MM, theme=BRIEFING)
# Swedish beside another language: of the numbers of points each column has its own.
BESIDE = Grid(A4.width, A4.height, 15 * MM, 16 * MM, 20 * MM, 172 * MM, BESIDE_EACH_OTHER, numbers=8 * MM, fold=8 * MM)
WITHOUT_NUMBERS = replace(BESIDE, text=180 * MM, numbers=0.0)
# Large print: one column, nothing smaller than 12 points.
LARGE = Grid(A4.width, A4.height, 18 * MM, 18 * MM, 20 * MM, 160 * MM, LARGE_PRINT, numbers=14 * MM)
LARGE_LEAFLET = replace(LARGE, theme=LARGE_REMINDERS)
# A5, two of which stand side by side on A4.
BOOKLET = Grid(148 * MM, 210 * MM, 14 * MM, 14 * MM, 14 * MM, 108 * MM, BOOKLET_PRINT, numbers=12 * MM)
LEAFLET_BOOKLET = replace(BOOKLET, theme=SMALL_LEAFLET)
