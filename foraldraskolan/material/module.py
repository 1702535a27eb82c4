"""The articles of the material, one file each: modules for meetings, and letters."""

from collections.abc import Collection
from dataclasses import field, fields
from datetime import date
from pathlib import Path
from typing import TypeVar

from foraldraskolan.document.meaning import Block, Rule
from foraldraskolan.document.prose import Prose
from foraldraskolan.material.body import Shelf, parse_body
from foraldraskolan.material.cards import chart, contact_card, picture, rule
from foraldraskolan.material.collect import by_line
from foraldraskolan.material.frontmatter import split_front_matter
from foraldraskolan.material.prose import prose
from foraldraskolan.material.records import MONTHS, Records
from foraldraskolan.material.references import unused_sources, wrong_references
from foraldraskolan.material.textfile import read_text
from foraldraskolan.material.toml import Table
from foraldraskolan.problems import Place, Problem, message, raise_found
from foraldraskolan.record import record

AUDIENCES = ("parents", "pupils", "staff")
MINUTES = (1, 120)
PRIORITIES = (1, 9)


@record
class Article:
    """A text with front matter, such as a letter; `sources` are ids, and [^1] in the blocks is the first of them."""

    id: str
    title: Prose
    summary: Prose
    audience: tuple[str, ...]
    checked: date
    valid_months: int
    sources: tuple[str, ...]
    blocks: tuple[Block, ...]
    place: Place = field(compare=False)


@record
class Module(Article):
    """An article that takes minutes in a meeting; priority 1 comes before all others."""

    minutes: int
    priority: int


def read_letter(path: Path, records: Records) -> Article:
    """Return the letter in a file; raise ProblemsFound with all the file's problems."""
    reader = _ArticleReader(path, records)
    return reader.closed(reader.article())


def read_module(path: Path, records: Records) -> Module:
    """Return the module in a file; raise ProblemsFound with all the file's problems."""
    reader = _ArticleReader(path, records)
    article = reader.article()
    table = reader.table
    return reader.closed(
        Module(
            **{each.name: getattr(article, each.name) for each in fields(article)},
            minutes=table.whole("minutes", *MINUTES),
            priority=table.whole("priority", *PRIORITIES),
        )
    )


def is_for_staff(audience: Collection[str]) -> bool:
    """Tell whether a module for these is what staff do before, during and after any meeting with parents."""
    return "staff" in audience and "parents" not in audience


def read_audience(path: Path) -> tuple[str, ...]:
    """Return for whom the module in a file is; raise ProblemsFound if its front matter does not tell."""
    file = split_front_matter(read_text(path), path).toml
    audience = _audience(file.root)
    raise_found(file.problems)
    return audience


def _audience(table: Table) -> tuple[str, ...]:
    audience = table.texts("audience")
    for index, each in enumerate(audience):
        table.expect_known(f"audience[{index}]", each, AUDIENCES)
    return audience


A = TypeVar("A", bound=Article)


class _ArticleReader:
    """Reads one file and keeps its problems until it is closed."""

    def __init__(self, path: Path, records: Records) -> None:
        self.path = path
        self.records = records
        self.front = split_front_matter(read_text(path), path)
        self.table = self.front.toml.root
        self.problems: list[Problem] = []
        self.sources: list[str] = []

    def article(self) -> Article:
        table = self.table
        id = table.text("id")
        if id and id != self.path.stem:
            what = message("Filen heter {file} men dess id är {id}.", file=self.path.stem, id=id)
            table.report("id", what, message("Ge båda samma namn."))
        audience = _audience(table)
        sources = table.texts("sources", may_be_empty=True)
        for index, source in enumerate(sources):
            table.expect_known(f"sources[{index}]", source, self.records.sources)
        self.sources = list(sources)
        title = prose(table, "title")
        blocks = self.blocks(title)
        article = Article(
            id,
            title,
            prose(table, "summary"),
            audience,
            table.day("checked"),
            table.whole("valid_months", *MONTHS),
            tuple(self.sources),
            blocks,
            Place(self.path),
        )
        # In a body that could not be read in full, the missing mark may stand where the reading failed.
        unused = [] if self.problems else unused_sources(blocks, len(sources))
        for index in unused:
            what = message("Källan {source} används inte i texten.", source=sources[index])
            hint = message("Skriv [^{number}] efter det som den styrker, eller ta bort den.", number=index + 1)
            table.report(f"sources[{index}]", what, hint)
        self.problems += wrong_references(blocks, self.records, len(self.sources))
        return article

    def blocks(self, title: Prose) -> tuple[Block, ...]:
        start = Place(self.path, self.front.line)
        if not self.front.body.strip():
            self.problems.append(Problem(message("Filen har ingen text under +++."), place=start))
        cards = {id: contact_card(contact) for id, contact in self.records.contacts.items()}
        charts = {id: chart(series, self.records.sources) for id, series in self.records.series.items()}
        pictures = {id: picture(drawing) for id, drawing in self.records.drawings.items()}
        shelf = Shelf(cards, charts, pictures, self.records.laws, self.rule)
        return parse_body(self.front.body, start, title, shelf, self.problems)

    def rule(self, id: str) -> Rule:
        """Return what a law says; its source comes after the article's own."""
        law = self.records.laws[id]
        if law.source not in self.sources:
            self.sources.append(law.source)
        return rule(law, self.sources.index(law.source) + 1)

    def closed(self, article: A) -> A:
        """Return the article; raise ProblemsFound if anything in its file is wrong."""
        raise_found(by_line([*self.front.toml.close(), *self.problems]))
        return article
