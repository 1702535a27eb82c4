"""What changes without the text around it: contacts, facts, series and sources, each with its checking date."""

from collections.abc import Collection, Mapping
from dataclasses import field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal, get_args

from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.limits import MONTHS, TITLE
from foraldraskolan.material.drawings import read_drawing
from foraldraskolan.material.phone import is_phone
from foraldraskolan.material.prose import optional_prose, prose
from foraldraskolan.material.series import Series, read_series
from foraldraskolan.material.sources import Source, read_source, read_url
from foraldraskolan.material.toml import TomlFile, TomlTable, read_toml
from foraldraskolan.problems import Place, Problem, collect, message
from foraldraskolan.record import record

Unit = Literal["percent", "count", "year", "age", "none"]
_UNITS: Mapping[str, Unit] = {unit: unit for unit in get_args(Unit)}
_FILES = ("sources", "contacts", "facts", "laws", "pictures", "terms")
_OPTIONAL = ("laws", "pictures", "terms")  # a material without any has no file of them


@record
class Contact:
    """Whom to reach, as contacts.toml says it; `phone` is the number as people write it.

    `source` tells what the help is, and the number too where `phone_source` is empty. `rank` is its place
    among those whom all parents are told of, 0 if it is none: one for the `young` is for them, one that `speaks` some
    languages for their readers.
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
    rank: int = 0
    young: bool = False
    speaks: tuple[str, ...] = ()
    short: Prose | None = None


@record
class Fact:
    """One figure, and the `year` that it counts; a percentage is written 12.5, not 0.125."""

    id: str
    value: int | float
    unit: Unit
    about: str
    source: str
    checked: date
    valid_months: int
    place: Place = field(compare=False)
    year: int | None = None


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
class Explanation:
    """What a term of the glossary is, for who interprets, or why it is `left_out`: `explained` is then empty.

    Its id is that of the glossary. Of the terms that are `urgent` none may be misunderstood.
    """

    id: str
    explained: Prose
    sources: tuple[str, ...]
    urgent: bool
    left_out: str
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
    terms: Mapping[str, Explanation]


def read_records(materials: Path, problems: list[Problem]) -> Records | None:
    """Return the records, or None if a file cannot be read at all; add what is wrong in them to the problems.

    A record with a problem is among them all the same, so that nothing that names it seems wrong too.
    """
    files = {name: collect(problems, partial(_file, materials, name)) for name in _FILES}
    known = {name: file for name, file in files.items() if file is not None}
    if len(known) < len(files):
        return None
    tables = {name: dict(file.root.entries()) for name, file in known.items()}
    sources = {id: read_source(id, table) for id, table in tables["sources"].items()}
    contacts = {id: _contact(id, table, sources) for id, table in tables["contacts"].items()}
    facts = {id: _fact(id, each, sources) for id, each in tables["facts"].items() if "points" not in each.values}
    series = {id: read_series(id, each, sources) for id, each in tables["facts"].items() if "points" in each.values}
    laws = {id: _law(id, table, sources) for id, table in tables["laws"].items()}
    drawings = {id: _drawing(id, table, materials / "pictures") for id, table in tables["pictures"].items()}
    terms = {id: _explanation(id, table, sources) for id, table in tables["terms"].items()}
    for file in known.values():
        problems.extend(file.close())
    return Records(sources, contacts, facts, series, laws, drawings, terms)


def _file(materials: Path, name: str) -> TomlFile:
    path = materials / f"{name}.toml"
    return TomlFile({}, path) if name in _OPTIONAL and not path.exists() else read_toml(path)


def read_phone(table: TomlTable, required: bool) -> str | None:
    """Return the key phone of a table; what is not a phone number is a problem."""
    phone = table.text("phone", None if required else "", most=TITLE)
    if phone and not is_phone(phone):
        table.report(
            "phone",
            message("{phone} är inget telefonnummer.", phone=phone),
            message("Skriv siffror med mellanslag eller bindestreck, som 0500-12 34 56."),
        )
    return phone or None


def _contact(id: str, table: TomlTable, sources: Collection[str]) -> Contact:
    return Contact(
        id,
        prose(table, "name"),
        prose(table, "about"),
        read_phone(table, required=False),
        optional_prose(table, "hours"),
        optional_prose(table, "languages"),
        optional_prose(table, "price"),
        read_url(table, ("https://",), "") or None,
        table.flag("urgent", default=False),
        table.choice("source", sources),
        table.choice("phone_source", sources, ""),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
        table.whole("rank", 1, 9, 0),
        table.flag("young", default=False),
        table.texts("speaks", ()),
        optional_prose(table, "short"),
    )


def _fact(id: str, table: TomlTable, sources: Collection[str]) -> Fact:
    return Fact(
        id,
        table.number("value"),
        _UNITS.get(table.choice("unit", _UNITS), "none"),
        table.text("about"),
        table.choice("source", sources),
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        table.place(),
        table.whole("year", 1900, 2200, 0) or None,
    )


def _law(id: str, table: TomlTable, sources: Collection[str]) -> Law:
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


def _explanation(id: str, table: TomlTable, sources: Collection[str]) -> Explanation:
    explained = optional_prose(table, "explained")
    left_out = table.text("left_out", "")
    if (explained is None) == (not left_out):
        what = message("Ordet ska ha en förklaring (explained), eller ett skäl till att det inte är med (left_out).")
        table.report("", what, message("Skriv det ena."))
    cited = table.texts("sources", ())
    for index, each in enumerate(cited):
        table.expect_known(f"sources[{index}]", each, sources)
    place = table.place()
    return Explanation(id, explained or Prose((), SOURCE), cited, table.flag("urgent", default=False), left_out, place)


def _drawing(id: str, table: TomlTable, folder: Path) -> Drawing:
    return Drawing(id, prose(table, "label"), prose(table, "alt"), read_drawing(table, folder), table.place())
