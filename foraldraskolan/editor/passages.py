"""The texts that an editor reads: every one of an article or a record, with the part that it plays there."""

from collections.abc import Iterable, Iterator
from typing import Literal

from foraldraskolan.document.form import Heading, List, Table
from foraldraskolan.document.inlines import Inline, SourceMark
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    Chart,
    Claim,
    Contacts,
    Leaflet,
    Pictures,
    Question,
    Rule,
    Slide,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import inlines_below, proses_below
from foraldraskolan.editor.readability import readable
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Article, Module
from foraldraskolan.record import record

# `title` is what fields and source marks cannot stand in, `text` the paragraphs and list items that are read at home,
# `tell` what is both read at home and said, `own` what only the speaker reads, to
# tell or to find out.
Kind = Literal["title", "heading", "slide", "tell", "say", "own", "cell", "text"]


@record
class Passage:
    """One text of an article or a record: its characters as they are read, its inlines, those in emphasis too.

    `sourced` says that a source mark stands in it, or below it on the same slide.
    """

    kind: Kind
    prose: Prose
    text: str
    inlines: tuple[Inline, ...]
    sourced: bool

    @classmethod
    def of(cls, kind: Kind, prose: Prose, *, sourced: bool = False) -> "Passage":
        """Return the passage that a text is."""
        inlines = tuple(inlines_below(prose.inlines))
        sourced = sourced or any(isinstance(each, SourceMark) for each in inlines)
        return cls(kind, prose, readable(prose.inlines), inlines, sourced)


def article_passages(article: Article) -> list[Passage]:
    """Return an article's own texts; those of records that it shows are judged with the records."""
    own = [each for block in article.blocks for each in _passages(block) if _stands_in(each.prose, article)]
    # A slide without a title of its own has the article's, which is judged once.
    below = [each for each in own if each.prose != article.title]
    locally = article.locally if isinstance(article, Module) else ()
    return [
        Passage.of("title", article.title),
        Passage.of("title", article.summary),
        *below,
        *(Passage.of("own", each) for each in locally),
    ]


def _stands_in(prose: Prose, article: Article) -> bool:
    return prose.place is None or prose.place.file == article.place.file


def _passages(block: Block) -> Iterator[Passage]:
    match block:
        case Contacts() | Rule() | Pictures() | Leaflet(block=Pictures()):
            return
        case Chart(short=short):
            yield Passage.of("heading", short)
        case Heading(text=text):
            yield Passage.of("heading", text)
        case Table():
            yield from (Passage.of("cell", prose) for prose in proses_below(block))
        case Leaflet(title=title, block=List() as inside):
            yield Passage.of("heading", title)
            yield from (Passage.of("text", prose) for prose in proses_below(inside))
        case Slide(title, blocks, shown=shown):
            yield Passage.of("heading", title)
            if isinstance(shown, Claim):
                yield Passage.of("heading", shown.text)
            yield from _slide_lines(blocks)
        case Callout(("tell" | "say" | "own") as kind):
            yield from (Passage.of(kind, prose) for prose in proses_below(block))
        case Question(asked, answer):
            yield Passage.of("heading", asked)
            yield from (Passage.of("say", prose) for each in answer for prose in proses_below(each))
        case _:
            yield from (Passage.of("text", prose) for prose in proses_below(block))


def _slide_lines(blocks: Iterable[Block]) -> list[Passage]:
    """Return the lines of a slide; a source mark stands behind what is above it, too."""
    lines: list[Passage] = []
    for prose in reversed([prose for block in blocks for prose in proses_below(block)]):
        lines.append(Passage.of("slide", prose, sourced=bool(lines) and lines[-1].sourced))
    return lines[::-1]


def record_passages(library: Library) -> Iterator[list[list[Passage]]]:
    """Yield the texts of the records that a reader sees, file by file and record by record."""
    yield [
        # A name may be an abbreviation.
        [Passage.of("text", each) for each in (card.about, card.hours, card.languages, card.price) if each is not None]
        for card in library.contacts.values()
    ]
    yield [[Passage.of("title", law.name), Passage.of("text", law.text)] for law in library.laws.values()]
    yield [[Passage.of("title", each.title), Passage.of("text", each.alt)] for each in library.series.values()]
    yield [[Passage.of("title", each.label), Passage.of("text", each.alt)] for each in library.drawings.values()]
    yield [[Passage.of("text", each.explained)] for each in library.terms.values()]
