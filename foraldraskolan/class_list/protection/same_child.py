"""Which rows are of the same child: by a personnummer, or by a name and a class."""

from collections.abc import Iterable

from foraldraskolan.class_list.children import Entry
from foraldraskolan.class_list.columns import CHILD, Kind
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.signs import without_signs
from foraldraskolan.class_list.texts.values import said


def spread(entries: Iterable[Entry], by: dict[RowId, str]) -> None:
    """Give every row of a child what one of its rows has: the same personnummer, or the same name and class."""
    entries = list(entries)
    numbers = {number: by[entry.at] for entry in entries if entry.at in by for number in identities(entry)}
    # By name and class; two children whose numbers differ are two. Where a class is missing it may be any.
    named: dict[tuple[frozenset[str], str | None], str] = {}
    unnumbered: dict[tuple[frozenset[str], str | None], str] = {}
    for entry in entries:
        if entry.at in by and (name := name_of(entry)):
            for known in (named, *([] if identities(entry) else [unnumbered])):
                known.setdefault((name, _class(entry)), by[entry.at])
                known.setdefault((name, None), by[entry.at])
    for entry in entries:
        own = identities(entry)
        name, group = name_of(entry), _class(entry)
        known = unnumbered if own else named
        sources = [numbers.get(number) for number in own]
        sources += [known.get((name, group)), known.get((name, ""))] if group else [known.get((name, None))]
        source = next(filter(None, sources), None)
        if source:
            by.setdefault(entry.at, source)


def identities(entry: Entry) -> set[str]:
    """Return a child's numbers, with a century or without, with a hyphen or without."""
    columns = entry.header.of(Kind.IDENTITY)
    cells = (said(row.cell(column.index), column.kind) for row in entry.rows for column in columns)
    return {normalised(cell).replace(" ", "")[-10:] for cell in cells if cell}


def name_of(entry: Entry) -> frozenset[str]:
    """Return the words of a child's name in any order."""
    columns = entry.header.of(*CHILD)
    return frozenset(
        word
        for column in columns
        for word in normalised(without_signs(said(entry.rows[0].cell(column.index), column.kind))).split()
    )


def _class(entry: Entry) -> str:
    columns = entry.header.of(Kind.GROUP)
    told = [normalised(said(entry.rows[0].cell(column.index), column.kind)) for column in columns]
    return " ".join(told or [normalised(entry.section)])
