"""Strict reading of the TOML and CSV files beside the catalogs."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from foraldraskolan.inputs import read_utf8
from foraldraskolan.problems import Place, Problem, ProblemsFound, did_you_mean, message, raise_found
from foraldraskolan.toml_syntax import parse_toml, shown


def toml_values(path: Path) -> dict[str, object]:
    """Return a TOML file's tables; raise ProblemsFound if it is missing, not UTF-8 or not TOML."""
    return parse_toml(read_utf8(path), path)


def read_csv(path: Path, columns: tuple[str, ...]) -> list[tuple[Place, dict[str, str]]]:
    """Return the rows of a CSV file by column, with places; raise ProblemsFound for a wrong head or a ragged row."""
    reader = csv.reader(io.StringIO(read_utf8(path)), strict=True)
    try:
        rows = [(Place(path, reader.line_num), row) for row in reader if row]
    except csv.Error as error:
        what = message("Tabellen går inte att läsa: {error}.", error=error)
        raise ProblemsFound([Problem(what, place=Place(path, reader.line_num))]) from None
    head = rows[0][1] if rows else []
    missing = [column for column in columns if column not in head]
    if missing:
        what = message("Kolumnen {column} saknas.", column=missing[0])
        raise ProblemsFound([Problem(what, did_you_mean(missing[0], head), Place(path, 1))])
    ragged = message("Raden har {found} kolumner, väntade {expected}.", expected=len(head))
    raise_found([Problem(ragged.having(found=len(row)), place=place) for place, row in rows if len(row) != len(head)])
    return [(place, dict(zip(head, row, strict=True))) for place, row in rows[1:]]


def check_table(
    table: object, kinds: Mapping[str, type], place: Place, may: Mapping[str, type] = MappingProxyType({})
) -> list[Problem]:
    """Return what is wrong with a TOML table that shall have these keys, and may have others, each of its kind."""
    if not isinstance(table, dict):
        return [Problem(message("Väntade en tabell, fick {value}.", value=shown(table)), place=place)]
    known = {**kinds, **may}
    problems = [
        Problem(message("Nyckeln {key} finns inte här.", key=key), did_you_mean(key, known), place)
        for key in table
        if key not in known
    ]
    for key, kind in known.items():
        if key not in table:
            if key in may:
                continue
            problems.append(Problem(message("Nyckeln {key} saknas.", key=key), place=place))
        elif type(table[key]) is not kind or table[key] in ("", []):
            what = message("{key} har fel värde: {value}.", key=key, value=shown(table[key]))
            problems.append(Problem(what, place=place))
    return problems
