"""Everything in materials/: the records, and every module and letter that uses them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TypeVar

from foraldraskolan.material.collect import collect
from foraldraskolan.material.example import Invented, read_invented
from foraldraskolan.material.module import Article, Module, read_letter, read_module
from foraldraskolan.material.records import Records, read_records
from foraldraskolan.problems import Place, Problem, ProblemsFound, message, raise_found

A = TypeVar("A", bound=Article)


@dataclass(frozen=True, slots=True)
class Library(Records):
    """The records, modules and letters of the material, by id; modules and letters in the order of their ids.

    `invented` is what its example plan makes up.
    """

    modules: Mapping[str, Module]
    letters: Mapping[str, Article]
    invented: Invented = field(default=Invented())


def read_library(materials: Path) -> Library:
    """Return the library in a folder; raise ProblemsFound with the problems of all its files."""
    problems: list[Problem] = []
    records = read_records(materials, problems)
    if records is None:
        # Without a whole file of records every mention of one would seem wrong.
        raise ProblemsFound(problems)
    modules = _read_all(materials / "modules", records, read_module, problems)
    letters = _read_all(materials / "letters", records, read_letter, problems)
    if not problems and not modules:
        problems.append(Problem(message("Här finns inga moduler."), place=Place(materials / "modules")))
    raise_found(problems)
    kept = {each.name: getattr(records, each.name) for each in fields(records)}
    return Library(**kept, modules=modules, letters=letters, invented=read_invented(materials))


def _read_all(
    folder: Path, records: Records, read: Callable[[Path, Records], A], problems: list[Problem]
) -> dict[str, A]:
    articles: dict[str, A] = {}
    for path in sorted(folder.glob("*.md")):
        article = collect(problems, lambda path=path: read(path, records))  # type: ignore[misc]
        if article is not None:
            articles[article.id] = article
    return articles
