"""Who answers for a source, and how old its content is."""

from datetime import date
from pathlib import Path

import pytest

from foraldraskolan.material.sources import Source, read_source
from foraldraskolan.material.toml import TomlFile
from tests.support.samples import told

HEAD = 'publisher = "CAN"\ntitle = "Rapport"\nurl = "https://www.can.se"\nkind = "authority"\nchecked = 2026-11-23\n'


def read(more: str) -> tuple[Source, list[str]]:
    """Return a source with these keys besides those that every source has, and what is wrong with it."""
    file = TomlFile.of(f"[one]\n{HEAD}{more}\n", Path("sources.toml"))
    ((id, table),) = file.root.entries()
    source = read_source(id, table)
    return source, [told(problem) for problem in file.close()]


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
def test_the_age_of_content(more: str, written: date | None) -> None:
    """Content is as old as the first day that it can be from, so that it is never taken for newer than it is."""
    source, problems = read(more)
    assert (source.written, problems) == (written, [])


@pytest.mark.parametrize("day", ["2023-13", "2023-02-30", "våren 2023", "23", "2023-1"])
def test_what_is_no_day(day: str) -> None:
    """A day is written as the publisher gives it: with its month and year, or less."""
    source, problems = read(f'published = "{day}"')
    assert source.written is None
    assert problems == [f"{day} är ingen dag, månad eller år."]


@pytest.mark.parametrize("number", ["862", "SFS 2025:862", "2025-862"])
def test_what_is_no_number_of_a_statute(number: str) -> None:
    """A statute is named by its year and its number."""
    _, problems = read(f'wording = "2025-10"\namended = "{number}"')
    assert problems == [f"{number} är inget nummer i Svensk författningssamling."]


def test_one_age() -> None:
    """A source tells its age in exactly one way, and what goes with a way stands nowhere else."""
    assert read("")[1] == ["Källan säger inte hur gammal den är."]
    assert read('published = "2023"\nundated = true')[1] == [
        "Källan säger på två sätt hur gammal den är: published, undated."
    ]
    assert read('published = "2023"\nshows = 2021')[1] == ["shows hör ihop med undated, som saknas."]
    assert read('undated = true\namended = "2025:862"')[1] == ["amended hör ihop med wording, som saknas."]
