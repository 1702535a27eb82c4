"""Lists as schools save them are read as it is written beside each, in data/lists.

They were saved by LibreOffice, by openpyxl as Excel would, and by hand; the people are invented. UPDATE_GOLDEN=1 writes
the .expected.txt files anew: read the difference.
"""

import os
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.class_list.columns import Column
from foraldraskolan.class_list.detected import Detected
from foraldraskolan.class_list.recipients import Recipient, read_recipients
from foraldraskolan.problems import Problem, ProblemsFound

LISTS = Path(__file__).parents[1] / "data" / "lists"
ENDING = ".expected.txt"
SAVED = sorted(path for path in LISTS.iterdir() if not path.name.endswith(ENDING) and not path.name.startswith("."))
AVAILABLE = ("sv", "en", "ar", "so", "kmr", "ckb", "fa", "prs", "ti", "bs")
CATALOG = NullTranslations()


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.name)
def test_a_list_is_read_as_its_reader_would(path: Path) -> None:
    """What was detected, each letter, each fallback and each problem are what is written beside the list."""
    expected = path.with_name(path.name + ENDING)
    told = "\n".join(read(path)) + "\n"
    if "UPDATE_GOLDEN" in os.environ:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def test_every_expectation_has_its_list() -> None:
    """No expectation outlives the list that it was written for."""
    assert {path.name for path in LISTS.glob(f"*{ENDING}")} == {path.name + ENDING for path in SAVED}


def read(path: Path) -> Iterator[str]:
    """Yield all that reading a list gives, in lines."""
    try:
        found = read_recipients(path, AVAILABLE, "sv")
    except ProblemsFound as error:
        yield from problems(error.problems)
        return
    yield from detected(found.detected)
    for recipient in found.recipients:
        yield ""
        yield from letter(recipient)
    if found.fallbacks:
        yield ""
    for each in found.fallbacks:
        yield f"fallback in row {each.at}, {each.written!r}: {each.reason.text(CATALOG)}"
    if found.bad:
        yield ""
    yield from problems(found.bad)
    yield from problems(tuple(doubt.problem(path) for doubt in found.doubts))


def detected(found: Detected) -> Iterator[str]:
    """Yield what was detected of a file."""
    how = [found.format, found.encoding, repr(found.delimiter) if found.delimiter else ""]
    yield ", ".join(part for part in how if part)
    for sheet in found.sheets:
        where = f"{sheet.name}, " if sheet.name else ""
        yield f"{where}header in row {sheet.header_row}: {', '.join(map(column, sheet.columns))}"
        yield f"ignored: {', '.join(sheet.ignored) or '–'}; hidden: {sheet.hidden_rows}"
        yield from (f"preview of row {row}: {' | '.join(map(visible, cells))}" for row, cells in sheet.preview[:1])
    if found.without_address:
        yield found.without_address.text(CATALOG)
    yield from (notice.text(CATALOG) for notice in found.gets_nothing)


def column(each: Column) -> str:
    """Return a column as its title and what it holds."""
    return f"{each.title} = {each.called.text(CATALOG)}{f' {each.guardian}' if each.guardian else ''}"


def letter(each: Recipient) -> Iterator[str]:
    """Yield a letter in lines."""
    yield f"row {each.at}, {each.language}: {visible(each.child) or '–'}, {visible(each.group) or '–'}"
    yield from (f"  to {visible(person.name) or '–'} <{person.email}>" for person in each.people)
    yield from (f"  | {visible(line)}" for line in each.address)


def problems(found: tuple[Problem, ...]) -> Iterator[str]:
    """Yield problems as place, sentence and hint."""
    for problem in found:
        yield str(problem.place).removeprefix(f"{LISTS}{os.sep}")
        yield f"  {problem.message.text(CATALOG)}"
        if problem.hint:
            yield f"  → {problem.hint.text(CATALOG)}"


def visible(text: str) -> str:
    """Return a text with what cannot be seen written as an escape."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)
