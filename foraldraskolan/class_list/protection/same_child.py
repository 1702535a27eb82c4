"""Which rows are of the same child: by a personnummer, or by a name and a class."""

from collections.abc import Sequence

from foraldraskolan.class_list.children import ChildRows
from foraldraskolan.class_list.columns import CHILD, Kind
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.signs import without_signs


def spread(children: Sequence[ChildRows], by: dict[RowId, str]) -> None:
    """Give every row of a child what one of its rows has: the same personnummer, or the same name and class."""
    by_number: dict[str, str] = {}
    # By name and class; two children whose numbers differ are two. Where a class is missing it may be any.
    by_name: dict[tuple[frozenset[str], str | None], str] = {}
    by_name_alone: dict[tuple[frozenset[str], str | None], str] = {}  # of those without a number
    for child in children:
        if source := by.get(child.at):
            numbers, name = identities(child), name_of(child)
            by_number |= dict.fromkeys(numbers, source)
            for names in (by_name,) if numbers else (by_name, by_name_alone):
                if name:
                    names.setdefault((name, _class(child)), source)
                    names.setdefault((name, None), source)
    for child in children:
        if child.at not in by:
            numbers, name, group = identities(child), name_of(child), _class(child)
            names = by_name_alone if numbers else by_name
            sources = [by_number.get(number) for number in numbers]
            sources += [names.get((name, known)) for known in ((group, "") if group else (None,))]
            if source := next(filter(None, sources), None):
                by[child.at] = source


def identities(child: ChildRows) -> set[str]:
    """Return a child's numbers, with a century or without, with a hyphen or without."""
    cells = (cell for row in child.rows for cell in child.header.values(row, Kind.IDENTITY))
    return {normalised(cell).replace(" ", "")[-10:] for cell in cells if cell}


def name_of(child: ChildRows) -> frozenset[str]:
    """Return the words of a child's name in any order."""
    cells = child.header.values(child.rows[0], *CHILD)
    return frozenset(word for cell in cells for word in normalised(without_signs(cell)).split())


def _class(child: ChildRows) -> str:
    cells = child.header.values(child.rows[0], Kind.GROUP) or [child.section]
    return " ".join(map(normalised, cells))
