"""An address in the lines that a letter carries, from the cells that it stands in."""

import re
from collections.abc import Mapping

from babel import Locale

from foraldraskolan.class_list.columns import ADDRESS, FAMILY, Kind
from foraldraskolan.class_list.texts.normalised import normalised

Cells = Mapping[tuple[Kind, int], str]  # a row's texts by what they are, and of which guardian

_POSTCODE = re.compile(r"(?:SE?-)?([1-9]\d{2}) ?(\d{2})", re.IGNORECASE)
_SWEDEN = {"sverige", "sweden", "se", "swe", "s"}


def address(cells: Cells, guardian: int) -> tuple[str, ...]:
    """Return a guardian's address, or the family's if no guardian of the row has one of their own.

    Nothing is filled in from another's: a guardian without an address beside one who has lives who knows where. A
    postcode and a city alone are no address.
    """
    owners = {number for (kind, number), text in cells.items() if kind in ADDRESS and number and text}
    if owners:
        return _lines({kind: _own(cells, kind, guardian) for kind in ADDRESS}) if guardian in owners else ()
    return _lines({kind: cells.get((kind, FAMILY), "") for kind in ADDRESS})


def _own(cells: Cells, kind: Kind, guardian: int) -> str:
    """Return a part of a guardian's own address; the family's town stands for all where all have the same street."""
    own = cells.get((kind, guardian), "")
    if own or kind in (Kind.CARE_OF, Kind.STREET):
        return own
    split = any((each, number) in cells for each in (Kind.POSTCODE, Kind.CITY, Kind.POSTAL) for number in range(1, 10))
    homes = {text for (each, _), text in cells.items() if each is Kind.STREET and text}
    return cells.get((kind, FAMILY), "") if not split and len(homes) == 1 else ""


def _lines(part: Mapping[Kind, str]) -> tuple[str, ...]:
    care_of = part[Kind.CARE_OF]
    if care_of and not care_of.casefold().startswith("c/o"):
        care_of = f"c/o {care_of}"
    if not (care_of or part[Kind.STREET] or part[Kind.POSTAL]):
        return ()
    country = _country(part[Kind.COUNTRY])
    swedish = _POSTCODE.fullmatch(part[Kind.POSTCODE]) if not country else None
    postcode = f"{swedish[1]} {swedish[2]}" if swedish else part[Kind.POSTCODE]
    lines = "\n".join((care_of, part[Kind.STREET], part[Kind.POSTAL], f"{postcode} {part[Kind.CITY]}".strip(), country))
    return tuple(line for line in lines.split("\n") if line)


def _country(written: str) -> str:
    """Return the last line of an address abroad: the country in capitals, "" for Sweden."""
    if normalised(written) in _SWEDEN:
        return ""
    code = written.upper()
    return code if len(code) != 2 else str(Locale("sv").territories.get(code, code)).upper()
