"""The figures of a chart, as facts.toml says them: what they are parts of, and which are missing."""

import re
from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from itertools import pairwise
from typing import Literal

from foraldraskolan.document.prose import Prose
from foraldraskolan.limits import MONTHS
from foraldraskolan.material.prose import prose
from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import Place, message
from foraldraskolan.record import record

SeriesUnit = Literal["percent", "count"]
_UNITS: Mapping[str, SeriesUnit] = {"percent": "percent", "count": "count"}
_HUNDRED = 100  # per cent are all
_MANY = 10**9  # more than anybody counts in a chart
_YEARS = re.compile(r"(\d{4})(?:[–-](\d{4}))?")


@record
class Point:
    """One value of a series, None where there is none to be had; `label` is a year or several, or words.

    `nearly` says that the source gives the value as "almost" this.
    """

    label: Prose
    value: int | float | None
    nearly: bool


@record
class Series:
    """The figures of one chart, from one source; `whole` is what they are parts of, None if they are of nothing."""

    id: str
    title: Prose
    alt: Prose
    unit: SeriesUnit
    whole: int | None
    points: tuple[Point, ...]
    source: str
    year: int
    checked: date
    valid_months: int
    place: Place = field(compare=False)


def years(label: str) -> range | None:
    """Return the years that a label such as 2023 or 2013–2019 names, or None if it is words."""
    match = _YEARS.fullmatch(label)
    return range(int(match[1]), int(match[2] or match[1]) + 1) if match else None


def read_series(id: str, table: TomlTable, sources: Collection[str]) -> Series:
    """Return the figures that a table of facts.toml holds; note what is wrong with them in its file."""
    unit = _UNITS.get(table.choice("unit", _UNITS), "count")
    whole = _HUNDRED if unit == "percent" else table.whole("whole", 1, _MANY, 0) or None
    return Series(
        id,
        prose(table, "title"),
        prose(table, "alt"),
        unit,
        whole,
        _points(table, whole),
        table.choice("source", sources),
        table.whole("year", 1900, 2200),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
    )


def _points(table: TomlTable, whole: int | None) -> tuple[Point, ...]:
    points = tuple(_point(each, whole) for each in table.tables("points"))
    labels = [point.label.source for point in points]
    if table.values["points"] == [] or (points and all(point.value is None for point in points)):
        table.report("points", message("Diagrammet har inga värden."))
    if len(set(labels)) < len(labels):
        table.report("points", message("Två värden i diagrammet heter likadant."))
    else:
        _report_skipped_years(table, [years(label) for label in labels])
    return points


def _point(table: TomlTable, whole: int | None) -> Point:
    label = prose(table, "label")
    # A gap is written out: a value that was forgotten would look like one.
    if table.flag("missing", default=False):
        return Point(label, None, False)
    value = table.number("value")
    high = whole or _MANY
    if not 0 <= value <= high:
        table.report("value", message("Väntade ett tal från 0 till {high}, fick {value}.", high=high, value=value))
    return Point(label, value, table.flag("nearly", default=False))


def _report_skipped_years(table: TomlTable, spans: list[range | None]) -> None:
    """Report years that a series of years leaves out.

    Whoever sees 2012 beside 2020 takes them for neighbours, so that years without a value, those between the rounds
    of a survey too, stand as a gap of one year or several.
    """
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return
    for before, after in pairwise(known):
        if after.start > before.stop:
            left_out = "–".join(str(year) for year in dict.fromkeys((before.stop, after.start - 1)))
            table.report(
                "points",
                message("I diagrammet saknas {years}.", years=left_out),
                message("Skriv värdet, eller {line}.", line=f'{{label = "{left_out}", missing = true}}'),
            )
        elif after.start < before.stop:
            table.report(
                "points",
                message("I diagrammet kommer {after} efter {before}.", after=after.start, before=before.stop - 1),
                message("Skriv åren i ordning."),
            )
