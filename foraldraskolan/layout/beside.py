"""What is painted beside texts, such as bullets and frames: for each of two languages that stand beside each other."""

from collections.abc import Callable, Iterable

from foraldraskolan.document.form import FormBlock
from foraldraskolan.document.gloss import is_glossed
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import proses_below
from foraldraskolan.layout.page import Placed, Strip, as_artifact
from foraldraskolan.layout.text import Column


def is_in_two(block: FormBlock | Prose, column: Column) -> bool:
    """Tell whether something of a block stands in two languages beside each other in a column."""
    return column.fold is not None and any(is_glossed(text.inlines) for text in proses_below(block))


Paint = Callable[[Column], Iterable[Placed]]


def in_cells(block: FormBlock | Prose, column: Column, paint: Paint, swedish_too: Paint | None = None) -> list[Placed]:
    """Return what is painted beside a block; if that is in two languages again for Swedish, or else something instead.

    What is painted for Swedish carries no meaning: each thing is one, in however many languages.
    """
    if not is_in_two(block, column):
        return list(paint(column.whole))
    own, swedish = column.cells
    again = as_artifact(Strip(0, tuple((swedish_too or paint)(swedish))))
    return [*paint(own), *column.turned(again.items)]
