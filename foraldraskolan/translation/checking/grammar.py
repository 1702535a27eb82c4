"""What the checks know of a language beside its alphabet: grammar.toml, one table a language.

A language that has no table, or lacks a row in its own, is not checked in what is not known.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from foraldraskolan.problems import Place, Problem, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.translation.tables import check_table, toml_values

GRAMMAR_FILE = "grammar.toml"
_APOSTROPHES = "['’ʼ‘`´]"
_MAY: Mapping[str, type] = {
    "denials": list,
    "denying": list,
    "numbers": dict,
    "quotes": list,
    "apostrophe": str,
    "shared": list,
    "spaced": bool,
}
_NOTHING = re.compile(r"(?!)")


@record
class Grammar:
    """Patterns of words that deny for certain, of all that may deny, and of numerals by their number; marks.

    `quotes` are pairs of quotation marks, the outer first; `apostrophe` is the one that stands in words. `shared` are
    words that are the same in Swedish. `spaced` says that a space stands before question marks and their like.
    """

    denials: re.Pattern[str] = _NOTHING
    denying: re.Pattern[str] = _NOTHING
    numerals: Mapping[int, re.Pattern[str]] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    apostrophe: str = ""
    shared: tuple[str, ...] = ()
    spaced: bool = False

    @property
    def denies(self) -> bool:
        """Return whether the language's words that deny are known."""
        return self.denials is not _NOTHING


def read_grammars(translations: Path) -> dict[str, Grammar]:
    """Return what is known of each language by tag; raise ProblemsFound with all that is wrong in grammar.toml."""
    file = translations / GRAMMAR_FILE
    if not file.exists():
        return {}
    problems: list[Problem] = []
    found: dict[str, Grammar] = {}
    for tag, table in toml_values(file).items():
        place = Place(file, key=tag)
        wrong = check_table(table, {}, place, _MAY)
        if not wrong and isinstance(table, dict):
            wrong = _wrong_rows(table, place)
            found |= {} if wrong else {tag: _grammar(table)}
        problems += wrong
    raise_found(problems)
    return found


def _wrong_rows(table: Mapping[str, object], place: Place) -> list[Problem]:
    numbers = table.get("numbers", {})
    rows = {key: table.get(key, ["–"]) for key in ("denials", "denying", "quotes", "shared")}
    if isinstance(numbers, dict):
        rows |= {key: words if key.isdecimal() else None for key, words in numbers.items()}
    wrong = message("{key} har fel värde: {value}.")
    return [
        Problem(wrong.having(key=key, value=row), place=place)
        for key, row in rows.items()
        if not isinstance(row, list)
        or not all(isinstance(each, str) and each.strip(" *") for each in row)
        or (key == "quotes" and key in table and not all(len(each) == 2 for each in row))
    ]


def _grammar(table: Mapping[str, object]) -> Grammar:
    def row(key: str) -> list[str]:
        found = table.get(key, [])
        return found if isinstance(found, list) else []

    numbers = table.get("numbers", {})
    numerals = {int(key): _pattern(words) for key, words in numbers.items()} if isinstance(numbers, dict) else {}
    denials = row("denials")
    return Grammar(
        _pattern(denials) if denials else _NOTHING,
        _pattern([*denials, *row("denying")]) if denials else _NOTHING,
        numerals,
        tuple(row("quotes")),
        str(table.get("apostrophe", "")),
        tuple(row("shared")),
        table.get("spaced") is True,
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of whole words: * is any letters, and every apostrophe is one."""
    written = (r"\s+".join(map(_of_word, each.split())) for each in words)
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(written)})(?!['’]?\w)", re.IGNORECASE)


def _of_word(word: str) -> str:
    return r"[\w'’]*".join(re.escape(part).replace("'", _APOSTROPHES) for part in word.split("*"))
