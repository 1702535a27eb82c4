"""Who answers for a source, and how old its content is."""

from datetime import date
from pathlib import Path

import pytest

from foraldraskolan.material.sources import Source, read_source
from foraldraskolan.material.toml import TomlFile

_HEAD = 'publisher = "CAN"\ntitle = "Rapport"\nurl = "https://www.can.se"\nkind = "authority"\nchecked = 2026-11-23\n'


def _read(more: str) -> tuple[Source, list[str]]:
    file = TomlFile.of(f"[one]\n{_HEAD}{more}\n", Path("sources.toml"))
    ((id, table),) = file.root.entries()
    source = read_source(id, table)
    return source, [str(problem.message) for problem in file.close()]


@pytest.mark.parametrize(
    ("more", "written"),
    [
        ('published = "2023-12-11"', date(2023, 12, 11)),
        ('published = "2023-12"', date(2023, 12, 1)),
        ('published = "2023"', date(2023, 1, 1)),
        ('wording = "2025-10"\namended = "2025:862"', date(2025, 10, 1)),
        ("undated = true\nshows = 2021", date(2021, 1, 1)),
        ("undated = true", None),
    ],
)
def test_content_is_as_old_as_the_first_day_that_it_can_be_from(more: str, written: date | None) -> None:
    source, problems = _read(more)
    assert (source.written, problems) == (written, [])


@pytest.mark.parametrize("day", ["2023-13", "2023-02-30", "våren 2023", "23", "2023-1"])
def test_what_is_no_day_is_told(day: str) -> None:
    source, problems = _read(f'published = "{day}"')
    assert source.written is None
    assert [day in problem for problem in problems] == [True]


@pytest.mark.parametrize("number", ["862", "SFS 2025:862", "2025-862"])
def test_what_is_no_number_of_a_statute_is_told(number: str) -> None:
    _, problems = _read(f'wording = "2025-10"\namended = "{number}"')
    assert [number in problem for problem in problems] == [True]
