"""Everything in materials/: the records, and every module and letter that uses them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import TypeVar

from foraldraskolan.material.danger import modules_of_danger, wrong_danger
from foraldraskolan.material.example import Invented, read_invented
from foraldraskolan.material.module import Article, Module, is_always_read, read_letter, read_module
from foraldraskolan.material.records import Records, read_records
from foraldraskolan.problems import Place, Problem, ProblemsFound, collect, message, raise_found
from foraldraskolan.record import record

A = TypeVar("A", bound=Article)


@record
class Library(Records):
    """The records, modules and letters of the material, by id; modules and letters in the order of their ids.

    `invented` is what its example plan makes up, `unread` the ids of modules that were not asked for.
    """

    modules: Mapping[str, Module]
    letters: Mapping[str, Article]
    invented: Invented = field(default=Invented())
    unread: tuple[str, ...] = ()


def read_library(materials: Path, named: Collection[str] | None = None) -> Library:
    """Return the library in a folder; raise ProblemsFound with the problems of all the files that are read.

    All are, unless modules are named: then these, those whose danger they show, those for staff and those that
    welcome, and of other modules only what they are for.
    """
    problems: list[Problem] = []
    records = read_records(materials, problems)
    if records is None:
        # Without a whole file of records every mention of one would seem wrong.
        raise ProblemsFound(problems)
    files = _articles(materials / "modules")
    unread = [] if named is None else [file for file in files if _is_left_out(file, named)]
    modules = _read_all([file for file in files if file not in unread], records, read_module, problems)
    letters = _read_all(_articles(materials / "letters"), records, read_letter, problems)
    called = modules_of_danger([*modules.values(), *letters.values()])
    modules |= _read_all([file for file in unread if file.stem in called], records, read_module, problems)
    unread = [file for file in unread if file.stem not in called]
    ids = [file.stem for file in files]
    problems += wrong_danger([*modules.values(), *letters.values()], modules, ids)
    if not problems and not files:
        problems.append(Problem(message("Här finns inga moduler."), place=Place(materials / "modules")))
    raise_found(problems)
    kept = {each.name: getattr(records, each.name) for each in fields(records)}
    return Library(
        **kept,
        modules=dict(sorted(modules.items())),
        letters=letters,
        invented=read_invented(materials),
        unread=tuple(each.stem for each in unread),
    )


def _articles(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.md"))


def _is_left_out(file: Path, named: Collection[str]) -> bool:
    # A file that does not tell whether it is always read is read, and told.
    return file.stem not in named and collect([], lambda: is_always_read(file)) is False


def _read_all(
    files: Iterable[Path], records: Records, read: Callable[[Path, Records], A], problems: list[Problem]
) -> dict[str, A]:
    articles: dict[str, A] = {}
    for path in files:
        article = collect(problems, lambda path=path: read(path, records))  # type: ignore[misc]
        if article is not None:
            articles[article.id] = article
    return articles
