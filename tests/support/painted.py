"""What is painted on pages as plain data, so that two layouts can be compared glyph by glyph."""

from collections.abc import Iterable

from foraldraskolan.layout.page import Item, Miniature, Page, Placed
from foraldraskolan.typeset.glyphs import Line

Data = tuple[object, ...]


def painted(pages: Iterable[Page], *, marks: bool = True) -> list[Data]:
    """Return everything on some pages: where it is, what it is and, if asked for, what of the form it shows."""
    return [
        (page.width, page.height, page.block if marks else None, *(_placed(each, marks) for each in page.items))
        for page in pages
    ]


def _placed(each: Placed, marks: bool) -> Data:
    return each.x, each.y, as_data(each.item, marks=marks), each.mark if marks else None


def as_data(item: Item, *, marks: bool = True) -> object:
    """Return an item with its glyphs, their texts, places and, if asked for, marks."""
    match item:
        case Line():
            runs = tuple(
                (run.face.name, run.style, run.ids, run.texts, run.advances, run.x, run.width, run.rtl)
                + ((run.mark,) if marks else ())
                for run in item.runs
            )
            return item.width, runs, item.rtl, item.over
        case Miniature(width, page):
            return width, painted([page], marks=marks)
        case _:
            return item
