"""Where something was read, as sources.toml says it: who answers for it, and how old its content is."""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal, get_args

from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import Place, message
from foraldraskolan.record import record

# Who speaks: an authority answers for the thing itself; what each kind is stands at the head of sources.toml.
SourceKind = Literal["authority", "profession", "organisation", "press", "foreign"]
_KINDS: Mapping[str, SourceKind] = {kind: kind for kind in get_args(SourceKind)}
_AGES = ("published", "wording", "undated")
_WEB = ("https://", "http://")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_AMENDMENT = re.compile(r"\d{4}:\d{1,4}")


@record
class Source:
    """Where something was read: of which kind it is, and how old its content is, told in one of three ways.

    `published` is as precise as the publisher says it. A statute has instead the `wording` that was read: the month in
    which it read so, and by which act it was `amended` last. A page without a date is `undated`, and `shows` the latest
    year that its content speaks of, None if of none.

    `seen_at` is the address where the words of the source were read, where it was not the source's own; `only` says why
    a weaker source is used than such a thing asks for.
    """

    id: str
    publisher: str
    title: str
    url: str
    kind: SourceKind
    published: str | None
    wording: str | None
    amended: str | None
    undated: bool
    shows: int | None
    seen_at: str | None
    only: str | None
    checked: date
    place: Place = field(compare=False)

    @property
    def written(self) -> date | None:
        """The day from which the content is known to be, the first of a year or a month; None if nothing tells."""
        day = self.published or self.wording or (str(self.shows) if self.shows else "")
        return date.fromisoformat((day + "-01-01")[:10]) if day else None


def read_source(id: str, table: TomlTable) -> Source:
    """Return the source that a table of sources.toml holds; note what is wrong with it in its file."""
    _report_ages(table)
    return Source(
        id,
        table.text("publisher"),
        table.text("title"),
        # An old page may never have got https; it is named as a source all the same.
        read_url(table, _WEB),
        _KINDS.get(table.choice("kind", _KINDS), "press"),
        _day(table, "published"),
        _day(table, "wording"),
        _amendment(table),
        table.flag("undated", default=False),
        table.whole("shows", 1900, 2200, 0) or None,
        read_url(table, _WEB, "", key="seen_at") or None,
        table.text("only", "") or None,
        table.day("checked"),
        table.place(),
    )


def _report_ages(table: TomlTable) -> None:
    """Report a source that tells its age in no way or in two, and what belongs to a way that it does not take."""
    ways = [key for key in _AGES if key in table.values]
    if not ways:
        what = message("Källan säger inte hur gammal den är.")
        hint = message("Skriv published (dagen som utgivaren anger), wording (en lag) eller undated = true.")
        table.report("", what, hint)
    elif len(ways) > 1:
        what = message("Källan säger på två sätt hur gammal den är: {ways}.", ways=", ".join(ways))
        table.report(ways[1], what, message("Ta bort det ena."))
    for key, way in (("amended", "wording"), ("shows", "undated")):
        if key in table.values and way not in ways:
            table.report(key, message("{key} hör ihop med {way}, som saknas.", key=key, way=way))


def read_url(table: TomlTable, schemes: tuple[str, ...], default: str | None = None, *, key: str = "url") -> str:
    """Return the address at a key of a table; what has none of the schemes is a problem."""
    url = table.text(key, default)
    if url and not url.startswith(schemes):
        table.report(key, message("Adressen {url} börjar inte med https://.", url=url))
    return url


def _day(table: TomlTable, key: str) -> str | None:
    day = table.text(key, "")
    if day and not _is_day(day):
        what = message("{day} är ingen dag, månad eller år.", day=day)
        table.report(key, what, message("Skriv det som källan säger: 2023-12-11, 2023-12 eller 2023."))
        return None
    return day or None


def _is_day(day: str) -> bool:
    try:
        return bool(_DAY.fullmatch(day) and date.fromisoformat((day + "-01-01")[:10]))
    except ValueError:
        return False


def _amendment(table: TomlTable) -> str | None:
    number = table.text("amended", "")
    if number and not _AMENDMENT.fullmatch(number):
        what = message("{number} är inget nummer i Svensk författningssamling.", number=number)
        table.report("amended", what, message("Skriv numret som 2025:862."))
    return number or None
