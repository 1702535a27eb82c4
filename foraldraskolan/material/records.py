"""What changes without the text around it: contacts, facts, series and sources, each with its checking date."""

from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.prose import Prose
from foraldraskolan.limits import TITLE
from foraldraskolan.material.drawings import read_drawing
from foraldraskolan.material.phone import is_phone
from foraldraskolan.material.points import MANY, Point, read_points
from foraldraskolan.material.prose import optional_prose, prose
from foraldraskolan.material.toml import Table, TomlFile, read_toml
from foraldraskolan.problems import Place, Problem, collect, message
from foraldraskolan.record import record

Unit = Literal["percent", "count", "year", "age", "none"]
SeriesUnit = Literal["percent", "count"]
UNITS: Mapping[str, Unit] = {"percent": "percent", "count": "count", "year": "year", "age": "age", "none": "none"}
SERIES_UNITS: Mapping[str, SeriesUnit] = {"percent": "percent", "count": "count"}
MONTHS = (1, 60)  # how long a check may be trusted
_HUNDRED = 100  # per cent are all


@record
class Contact:
    """Whom to reach, as contacts.toml says it; `phone` is the number as people write it.

    `source` tells what the help is, and the number too where `phone_source` is empty.
    """

    id: str
    name: Prose
    about: Prose
    phone: str | None
    hours: Prose | None
    languages: Prose | None
    price: Prose | None
    url: str | None
    urgent: bool
    source: str
    phone_source: str
    checked: date
    valid_months: int
    place: Place = field(compare=False)


@record
class Fact:
    """One figure; a percentage is written 12.5, not 0.125."""

    id: str
    value: int | float
    unit: Unit
    about: str
    source: str
    checked: date
    valid_months: int
    place: Place = field(compare=False)


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


@record
class Law:
    """A rule of law in plain words; `changes` is the day on which it changed last, or will change."""

    id: str
    name: Prose
    text: Prose
    source: str
    changes: date | None
    checked: date
    valid_months: int
    place: Place = field(compare=False)


@record
class Drawing:
    """A line drawing that shows how something looks, from the material's folder of pictures."""

    id: str
    label: Prose
    alt: Prose
    drawing: LineDrawing = field(compare=False)
    place: Place = field(compare=False)


@record
class Source:
    """Where something was read; `published` is as precise as the publisher says it."""

    id: str
    publisher: str
    title: str
    url: str
    published: str | None
    checked: date
    place: Place = field(compare=False)


@record
class Records:
    """All records by id, in the order of their files."""

    sources: Mapping[str, Source]
    contacts: Mapping[str, Contact]
    facts: Mapping[str, Fact]
    series: Mapping[str, Series]
    laws: Mapping[str, Law]
    drawings: Mapping[str, Drawing]


def read_records(materials: Path, problems: list[Problem]) -> Records | None:
    """Return the records, or None if a file cannot be read at all; add what is wrong in them to the problems.

    A record with a problem is among them all the same, so that nothing that names it seems wrong too. A material
    without laws or pictures has no file of them.
    """
    source_file = collect(problems, lambda: read_toml(materials / "sources.toml"))
    contact_file = collect(problems, lambda: read_toml(materials / "contacts.toml"))
    fact_file = collect(problems, lambda: read_toml(materials / "facts.toml"))
    law_file = _optional(materials / "laws.toml", problems)
    picture_file = _optional(materials / "pictures.toml", problems)
    files = (source_file, contact_file, fact_file, law_file, picture_file)
    if source_file is None or contact_file is None or fact_file is None or law_file is None or picture_file is None:
        return None
    sources = {id: _source(id, table) for id, table in source_file.root.entries()}
    contacts = {id: _contact(id, table, sources) for id, table in contact_file.root.entries()}
    facts: dict[str, Fact] = {}
    series: dict[str, Series] = {}
    for id, table in fact_file.root.entries():
        if "points" in table.values:
            series[id] = _series(id, table, sources)
        else:
            facts[id] = _fact(id, table, sources)
    laws = {id: _law(id, table, sources) for id, table in law_file.root.entries()}
    drawings = {id: _drawing(id, table, materials / "pictures") for id, table in picture_file.root.entries()}
    for file in files:
        problems.extend(file.close() if file else ())
    return Records(sources, contacts, facts, series, laws, drawings)


def read_phone(table: Table, required: bool) -> str | None:
    """Return the key phone of a table; what is not a phone number is a problem."""
    phone = table.text("phone", None if required else "", most=TITLE)
    if phone and not is_phone(phone):
        table.report(
            "phone",
            message("{phone} är inget telefonnummer.", phone=phone),
            message("Skriv siffror med mellanslag eller bindestreck, som 0500-12 34 56."),
        )
    return phone or None


def _contact(id: str, table: Table, sources: Collection[str]) -> Contact:
    return Contact(
        id,
        prose(table, "name"),
        prose(table, "about"),
        read_phone(table, required=False),
        optional_prose(table, "hours"),
        optional_prose(table, "languages"),
        optional_prose(table, "price"),
        _url(table, ("https://",), "") or None,
        table.flag("urgent", default=False),
        table.choice("source", sources),
        table.choice("phone_source", sources, ""),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
    )


def _fact(id: str, table: Table, sources: Collection[str]) -> Fact:
    return Fact(
        id,
        table.number("value"),
        UNITS.get(table.choice("unit", UNITS), "none"),
        table.text("about"),
        table.choice("source", sources),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
    )


def _series(id: str, table: Table, sources: Collection[str]) -> Series:
    unit = SERIES_UNITS.get(table.choice("unit", SERIES_UNITS), "count")
    whole = _HUNDRED if unit == "percent" else table.whole("whole", 1, MANY, 0) or None
    return Series(
        id,
        prose(table, "title"),
        prose(table, "alt"),
        unit,
        whole,
        read_points(table, whole),
        table.choice("source", sources),
        table.whole("year", 1900, 2200),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
    )


def _optional(path: Path, problems: list[Problem]) -> TomlFile | None:
    """Return a file that may be missing, or None if it cannot be read."""
    return collect(problems, lambda: read_toml(path) if path.exists() else TomlFile({}, path))


def _law(id: str, table: Table, sources: Collection[str]) -> Law:
    return Law(
        id,
        prose(table, "name"),
        prose(table, "text"),
        table.choice("source", sources),
        table.optional_day("changes"),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
    )


def _drawing(id: str, table: Table, folder: Path) -> Drawing:
    return Drawing(id, prose(table, "label"), prose(table, "alt"), read_drawing(table, folder), table.place())


def _source(id: str, table: Table) -> Source:
    return Source(
        id,
        table.text("publisher"),
        table.text("title"),
        # An old page may never have got https; it is named as a source all the same.
        _url(table, ("https://", "http://")),
        table.text("published", "") or None,
        table.day("checked"),
        table.place(),
    )


def _url(table: Table, schemes: tuple[str, ...], default: str | None = None) -> str:
    url = table.text("url", default)
    if url and not url.startswith(schemes):
        table.report("url", message("Adressen {url} börjar inte med https://.", url=url))
    return url
