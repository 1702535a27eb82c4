"""The box for acute danger of one module in another, which adds to it: the words of a danger are written once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from foraldraskolan.document.form import List
from foraldraskolan.document.inlines import Inline, SourceMark
from foraldraskolan.document.meaning import Block, Callout
from foraldraskolan.document.walk import proses_below, rewrite, rewrite_inlines
from foraldraskolan.material.module import Article
from foraldraskolan.problems import Problem, did_you_mean, message


def modules_of_danger(articles: Iterable[Article]) -> set[str]:
    """Return the ids of the modules whose danger these articles show."""
    return {box.of for article in articles for box in _boxes(article) if box.of}


def wrong_danger(articles: Iterable[Article], read: Mapping[str, Article], ids: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each box that is one of a module that is not there, or that has no box of its own."""
    for article in articles:
        for box in _boxes(article):
            if not box.of or (box.of in ids and box.of not in read):  # what cannot be read is told already
                continue
            place = next((text.place for text in proses_below(box)), article.place)
            if box.of not in ids:
                what = message("Modulen {id} finns inte.", id=box.of)
                yield Problem(what, did_you_mean(box.of, ids), place)
            elif _own(read[box.of]) is None:
                what = message("Modulen {id} har ingen egen ruta ::: act.", id=box.of)
                yield Problem(what, message("Skriv namnet på en modul som har en, som ::: act acute."), place)


def with_danger(article: Article, modules: Mapping[str, Article]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return an article's blocks and sources with the danger of others in them, and what it adds in its place."""
    sources = [*article.sources]
    blocks = tuple(
        _whole(block, modules[block.of], sources) if isinstance(block, Callout) and block.of else block
        for block in article.blocks
    )
    return blocks, tuple(sources)


def _boxes(article: Article) -> Iterator[Callout]:
    return (block for block in article.blocks if isinstance(block, Callout) and block.kind == "act")


def _own(article: Article) -> Callout | None:
    return next((box for box in _boxes(article) if not box.of), None)


def _whole(added: Callout, article: Article, sources: list[str]) -> Callout:
    """Return an article's box with what is added: signs at the end of its list of them, all else after it.

    The sources that it needs are added to those that there are.
    """
    box = _own(article)
    if box is None:
        raise AssertionError("a library has no such box")

    def numbered(inline: Inline) -> Inline:
        if not isinstance(inline, SourceMark):
            return inline
        id = article.sources[inline.number - 1]
        if id not in sources:
            sources.append(id)
        return SourceMark(sources.index(id) + 1)

    blocks = list(rewrite(box.blocks, lambda text: replace(text, inlines=rewrite_inlines(text.inlines, numbered))))
    rest = list(added.blocks)
    there = next((block for block in blocks if isinstance(block, List)), None)
    signs = next((block for block in rest if isinstance(block, List)), None)
    if there is not None and signs is not None:
        blocks[blocks.index(there)] = replace(there, items=(*there.items, *signs.items))
        rest.remove(signs)
    return Callout("act", (*blocks, *rest))
