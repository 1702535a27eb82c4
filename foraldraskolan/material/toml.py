"""A TOML file, read key by key: what is missing, unknown or of the wrong kind becomes a problem with its place.

A wrong value is reported and a harmless one returned in its stead, so that reading goes on to the next problem;
`TomlFile.close` returns them all.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path

from foraldraskolan.limits import ENTRIES, LINE, NUMBER, YEARS
from foraldraskolan.material.source_text import hidden, read_text
from foraldraskolan.problems import Message, Place, Problem, did_you_mean, message
from foraldraskolan.toml_syntax import parse_toml, shown

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_.-]|"[^"]*"|'[^']*')+)\s*=""")
_CONTROLS = re.compile(r"[\t\n]")  # the other control characters may not stand in any text


class TomlFile:
    """Values as TOML has them, with the problems found in them so far."""

    def __init__(self, values: Mapping[str, object], path: Path, lines: Mapping[str, int] | None = None) -> None:
        """Make the values ready to be read; `lines` says on which line of the file each key path stands."""
        self.path = path
        self.problems: list[Problem] = []
        self._lines = lines or {}
        self._tables: list[TomlTable] = []
        self.root = TomlTable(values, self)

    @classmethod
    def of(cls, text: str, path: Path) -> "TomlFile":
        """Return the file that this text is; raise ProblemsFound if it is not TOML."""
        return cls(parse_toml(text, path), path, _lines_of_keys(text))

    def place(self, key: str) -> Place:
        """Return where a key path such as languages.families[1] stands, or the nearest table or list around it."""
        above = key[:LINE]
        while above and above not in self._lines:
            above = above[: max(above.rfind("."), above.rfind("["), 0)]
        return Place(self.path, self._lines.get(above), key or None)

    def opened(self, table: "TomlTable") -> None:
        """Remember a table, so that its unknown keys are found when the file is closed."""
        self._tables.append(table)

    def close(self) -> list[Problem]:
        """Return every problem of the file in the order of its lines, keys that nobody asked for among them."""
        for table in self._tables:
            table.report_unknown()
        return sorted(self.problems, key=lambda problem: (problem.place and problem.place.line) or 0)


def read_toml(path: Path) -> TomlFile:
    """Return the file ready to be read key by key; raise ProblemsFound if it is not clean UTF-8 or not TOML."""
    return TomlFile.of(read_text(path), path)


@dataclass(slots=True)
class TomlTable:
    """One table of a TOML file; every value that is asked for is known, all others are reported."""

    values: Mapping[str, object]
    file: TomlFile
    path: str = ""
    known: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Let the file know, so that no unknown key is missed."""
        self.file.opened(self)

    def place(self, key: str = "") -> Place:
        """Return the place of one of the table's keys, or of the table."""
        return self.file.place(self._path(key) if key else self.path)

    def report(self, key: str, what: Message, hint: Message | None = None) -> None:
        """Note a problem with one of the table's keys."""
        self.file.problems.append(Problem(what, hint, self.place(key)))

    def text(self, key: str, default: str | None = None, *, most: int = LINE) -> str:
        """Return a text of one line that is not empty, or the default if the key is absent."""
        text = self.lines(key, default, most=most)
        if _CONTROLS.search(text):
            self.report(key, message("Texten ska stå på en rad, utan radbrytning och tabb."))
            return ""
        return text

    def lines(self, key: str, default: str | None = None, *, most: int = LINE) -> str:
        """Return a text that is not empty, perhaps over several lines, or the default if the key is absent."""
        value = self._value(key, required=default is None)
        return (default or "") if value is None else self._text(key, value, most)

    def texts(
        self, key: str, default: tuple[str, ...] | None = None, *, may_be_empty: bool = False, most: int = ENTRIES
    ) -> tuple[str, ...]:
        """Return a list of different texts, or the default if the key is absent."""
        value = self._value(key, required=default is None)
        if value is None:
            return default or ()
        if not isinstance(value, list):
            self._unexpected(key, message("Väntade en lista med texter, fick {value}."), value)
            return ()
        if not value and not may_be_empty:
            self.report(key, message("Listan är tom."), message("Skriv minst en text inom citattecken."))
        if self._is_too_long(key, len(value), most):
            return ()
        texts = [self._text(f"{key}[{index}]", each, LINE) for index, each in enumerate(value)]
        earlier: set[str] = set()
        for index, each in enumerate(texts):
            if each and each in earlier:
                self.report(f"{key}[{index}]", message("{value} står två gånger i listan.", value=shown(each)))
            earlier.add(each)
        return tuple(texts)

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """Return one of the choices, or the default if the key is absent."""
        value = self.text(key, default)
        if value:
            self.expect_known(key, value, choices)
        return value

    def expect_known(self, key: str, value: str, choices: Collection[str]) -> None:
        """Report a value that is none of the choices."""
        if value not in choices:
            self.report(key, message("{value} finns inte att välja.", value=shown(value)), did_you_mean(value, choices))

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from low to high, or the default if the key is absent."""
        value = self._value(key, required=default is None)
        if value is None:
            return low if default is None else default
        if type(value) is not int:
            self._unexpected(key, message("Väntade ett heltal, fick {value}."), value)
            return low
        if not low <= value <= high:
            self.report(
                key,
                message("Väntade ett heltal från {low} till {high}, fick {value}.", low=low, high=high, value=value),
            )
            return low
        return value

    def number(self, key: str) -> int | float:
        """Return a number."""
        value = self._value(key)
        if value is None:
            return 0
        if isinstance(value, bool) or not (isinstance(value, int | float) and isfinite(value)):
            self._unexpected(key, message("Väntade ett tal, fick {value}."), value)
            return 0
        if abs(value) > NUMBER:
            what = message(
                "Väntade ett tal mellan {low} och {high}, fick {value}.", low=-NUMBER, high=NUMBER, value=value
            )
            self.report(key, what)
            return 0
        return value

    def flag(self, key: str, default: bool, hint: Message | None = None) -> bool:
        """Return true or false, or the default if the key is absent."""
        value = self._value(key, required=False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self._unexpected(key, message("Väntade true eller false, fick {value}."), value, hint)
        return default

    def day(self, key: str) -> date:
        """Return a date."""
        value = self._value(key)
        return date.min if value is None else self._day(key, value)

    def optional_day(self, key: str) -> date | None:
        """Return the date of a key, or None if the key is absent."""
        self.known.add(key)
        return self.day(key) if key in self.values else None

    def days(self, key: str) -> tuple[date, ...]:
        """Return a list of dates, empty if the key is absent."""
        value = self._value(key, required=False)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._unexpected(key, message("Väntade en lista med datum, fick {value}."), value)
            return ()
        if self._is_too_long(key, len(value), ENTRIES):
            return ()
        days = [self._day(f"{key}[{index}]", each) for index, each in enumerate(value)]
        return tuple(day for day in days if day != date.min)  # what is no date is reported, and left out

    def clock(self, key: str) -> time:
        """Return a time of day."""
        value = self._value(key)
        if isinstance(value, time):
            return value
        if value is not None:
            self._unexpected(
                key,
                message("Väntade ett klockslag, fick {value}."),
                value,
                message("Skriv klockslaget som 18:00:00, utan citattecken."),
            )
        return time.min

    def table(self, key: str) -> "TomlTable":
        """Return the table below a key; an absent one is empty."""
        value = self._value(key, required=False)
        if value is None or isinstance(value, dict):
            return TomlTable(value or {}, self.file, self._path(key))
        self._unexpected(key, message("Väntade en tabell, fick {value}."), value)
        return TomlTable({}, self.file, self._path(key))

    def tables(self, key: str, *, most: int = ENTRIES) -> list["TomlTable"]:
        """Return the list of tables below a key; an absent one is empty."""
        value = self._value(key, required=False)
        if value is None:
            return []
        if not (isinstance(value, list) and all(isinstance(each, dict) for each in value)):
            self._unexpected(key, message("Väntade en lista av tabeller, fick {value}."), value)
            return []
        if self._is_too_long(key, len(value), most):
            return []
        return [TomlTable(each, self.file, f"{self._path(key)}[{index}]") for index, each in enumerate(value)]

    def entries(self) -> Iterator[tuple[str, "TomlTable"]]:
        """Yield the name and the table of every entry, in the order of the file; of too many, none."""
        for key, value in self.values.items() if len(self.values) <= ENTRIES else ():
            table = self.table(key)
            if isinstance(value, dict):
                yield key, table

    def report_unknown(self) -> None:
        """Report the keys that nobody has asked for."""
        if self._is_too_long("", len(self.values), ENTRIES):
            return
        absent = self.known - self.values.keys() or self.known
        for key in self.values:
            if key not in self.known:
                self.report(key, message("Nyckeln {key} finns inte här.", key=key), did_you_mean(key, absent))

    def _path(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _unexpected(self, key: str, what: Message, value: object, hint: Message | None = None) -> None:
        self.report(key, what.having(value=shown(value)), hint)

    def _is_too_long(self, key: str, count: int, most: int) -> bool:
        if count > most:
            self.report(key, message("Här är {count} stycken; högst {most} är tillåtna.", count=count, most=most))
        return count > most

    def _value(self, key: str, required: bool = True) -> object | None:
        self.known.add(key)
        value = self.values.get(key)
        if value is None and required:
            self.file.problems.append(Problem(message("Nyckeln {key} saknas.", key=key), place=self.place()))
        return value

    def _day(self, key: str, value: object) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            if YEARS[0] <= value.year <= YEARS[1]:
                return value
            what = message(
                "Väntade ett datum från år {low} till {high}, fick {value}.", low=YEARS[0], high=YEARS[1], value=value
            )
            self.report(key, what)
            return date.min
        self._unexpected(
            key,
            message("Väntade ett datum, fick {value}."),
            value,
            message("Skriv datumet som 2026-12-03, utan citattecken."),
        )
        return date.min

    def _text(self, key: str, value: object, most: int) -> str:
        if not isinstance(value, str):
            self._unexpected(key, message("Väntade text inom citattecken, fick {value}."), value)
            return ""
        if not value.strip():
            self.report(key, message("Texten får inte vara tom."))
            return ""
        if len(value) > most:
            what = message("Texten har {count} tecken; högst {most} är tillåtna.", count=len(value), most=most)
            self.report(key, what)
            return ""
        problems = hidden(value, self.place(key))
        self.file.problems += problems
        return "" if problems else value


def _lines_of_keys(text: str) -> dict[str, int]:
    """Return the line of each key path; cheap, so a key that stands inside a text over many lines may fool it."""
    lines: dict[str, int] = {}
    tables = Counter[str]()
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            table = _plain_key(header[2])
            if header[1] == "[[":
                lines.setdefault(table, number)
                tables[table] += 1
                table = f"{table}[{tables[table] - 1}]"
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            name = _plain_key(key[1])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def _plain_key(written: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in written.split("."))
