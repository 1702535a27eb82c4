"""What rests on whom: first aid, law, figures and numbers on the one who answers for them, nothing on abroad alone.

Advice on talking may rest on anybody who knows. A weaker source than a thing asks for says why it is the `only` one;
first aid has no such excuse.
"""

from collections.abc import Iterable, Iterator

from foraldraskolan.document.form import List
from foraldraskolan.document.inlines import Field, Inline, SourceMark
from foraldraskolan.document.meaning import Block, Callout, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import inlines_below, proses_below
from foraldraskolan.editor.passages import Passage, article_passages
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Article
from foraldraskolan.material.records import Fact
from foraldraskolan.material.series import Series
from foraldraskolan.material.sources import Source
from foraldraskolan.problems import Problem, message

_AUTHORITY = message("Skriv en källa av slaget authority: den som svarar för saken själv.")


def ill_sourced(library: Library) -> list[Problem]:
    """Return a problem for each thing that rests on a source of the wrong kind, and each source and figure unused."""
    problems: list[Problem] = []
    for article in (*library.modules.values(), *library.letters.values()):
        problems += weak_acts(article, library)
        problems += foreign_only(article, library)
        problems += mixed_years(article, library)
    problems += weak_records(library)
    problems += unused_records(library)
    return problems


def weak_acts(article: Article, library: Library) -> Iterator[Problem]:
    """Yield a problem for each text about danger whose source marks are of no authority."""
    for prose in danger(article.blocks):
        marked = marked_sources(prose.inlines, article, library)
        if marked and all(source.kind != "authority" for source in marked):
            what = message("Det man ska göra vid fara stöder sig inte på någon som svarar för det.")
            yield Problem(what, _AUTHORITY, prose.place)


def danger(blocks: Iterable[Block]) -> Iterator[Prose]:
    """Yield the texts that somebody in danger is helped by: boxes and slides about it, and the steps of first aid.

    Numbered steps are first aid in an article that spells the danger out.
    """
    blocks = tuple(blocks)
    spelt_out = any(isinstance(block, Callout) and block.kind == "act" and not block.of for block in blocks)
    for block in blocks:
        match block:
            case Callout("act", inside) | Slide(kind="act", blocks=inside):
                yield from (prose for each in inside for prose in proses_below(each))
            case List("number") if spelt_out:
                yield from proses_below(block)


def foreign_only(article: Article, library: Library) -> Iterator[Problem]:
    """Yield a problem for each text for parents that rests on foreign sources alone."""
    if "parents" not in article.audience:
        return
    for passage in article_passages(article):
        marked = marked_sources(passage.inlines, article, library)
        if marked and all(source.kind == "foreign" and not source.only for source in marked):
            what = message("Det här stöder sig bara på en utländsk källa: {source}.", source=marked[0].id)
            hint = message("Skriv en svensk källa, eller stryk meningen. Finns ingen svensk, skriv skälet i only.")
            yield Problem(what, hint, passage.prose.place)


def mixed_years(article: Article, library: Library) -> Iterator[Problem]:
    """Yield a problem for each figure of one year that stands beside another year alone."""
    for passage in article_passages(article):
        facts = _facts(passage, library)
        years = {fact.value for fact in facts if fact.unit == "year"}
        for fact in facts:
            if fact.year is not None and years and fact.year not in years:
                what = message(
                    "Siffran {name} är från {year}, men här står ett annat år.", name=fact.id, year=fact.year
                )
                hint = message("Skriv {{fact:…}} för det år som siffran gäller.")
                yield Problem(what, hint, passage.prose.place)


def weak_records(library: Library) -> Iterator[Problem]:
    """Yield a problem for each law, printed figure and number whose source is no authority.

    Figures for staff alone may be those of research. A year that is its source's own rests on nothing else. Whom to
    reach without a number may rest on anybody who knows them.
    """
    for law in library.laws.values():
        if _weak(law.source, library):
            yield Problem(message("Lagen stöder sig inte på någon som svarar för den."), _AUTHORITY, law.place)
    for figure in printed_figures(library):
        if _weak(figure.source, library) and not _own_year(figure, library):
            yield Problem(message("Siffran stöder sig inte på någon som svarar för den."), _AUTHORITY, figure.place)
    for contact in library.contacts.values():
        source = contact.phone_source or contact.source
        if contact.phone and _weak(source, library):
            yield Problem(message("Numret stöder sig inte på den som har det."), _AUTHORITY, contact.place)
        elif (known := library.sources.get(source)) and known.kind in ("press", "foreign") and not known.only:
            what = message("Kontakten stöder sig inte på någon som känner den.")
            yield Problem(
                what, message("Skriv en källa av slaget authority, profession eller organisation."), contact.place
            )


def unused_records(library: Library) -> Iterator[Problem]:
    """Yield a problem for each source that nothing cites and each figure that nothing shows."""
    cited = {id for article in (*library.modules.values(), *library.letters.values()) for id in article.sources}
    cited |= {law.source for law in library.laws.values()}
    cited |= {id for term in library.terms.values() for id in term.sources}
    cited |= {figure.source for figure in _figures(library)}
    cited |= {id for contact in library.contacts.values() for id in (contact.source, contact.phone_source)}
    for source in library.sources.values():
        if source.id not in cited:
            yield Problem(message("Ingen använder källan {id}.", id=source.id), message("Ta bort den."), source.place)
    shown = _used_facts((*library.modules.values(), *library.letters.values()))
    for figure in _figures(library):
        if figure.id not in shown:
            yield Problem(message("Ingen använder siffran {id}.", id=figure.id), message("Ta bort den."), figure.place)


def printed_figures(library: Library) -> list[Fact | Series]:
    """Return the figures that others than staff read."""
    printed = _used_facts(article for article in library.modules.values() if set(article.audience) - {"staff"})
    return [figure for figure in _figures(library) if figure.id in printed]


def marked_sources(inlines: tuple[Inline, ...], article: Article, library: Library) -> list[Source]:
    """Return the sources that the marks among the inlines point at."""
    marks = (each.number for each in inlines_below(inlines) if isinstance(each, SourceMark))
    return [library.sources[article.sources[mark - 1]] for mark in marks]


def _figures(library: Library) -> list[Fact | Series]:
    return [*library.facts.values(), *library.series.values()]


def _weak(id: str, library: Library) -> bool:
    source = library.sources[id]
    return source.kind != "authority" and not source.only


def _own_year(figure: Fact | Series, library: Library) -> bool:
    if isinstance(figure, Series) or figure.unit != "year":
        return False
    source = library.sources[figure.source]
    return figure.value in {source.checked.year, source.written.year if source.written else None}


def _facts(passage: Passage, library: Library) -> list[Fact]:
    keys = [each.key for each in passage.inlines if isinstance(each, Field) and each.kind == "fact"]
    return [library.facts[key] for key in keys if key in library.facts]


def _used_facts(articles: Iterable[Article]) -> set[str]:
    """Return the ids of the facts and series that articles show; a value of a series is series/label."""
    blocks = (block for article in articles for block in article.blocks)
    proses = (prose for block in blocks for prose in proses_below(block))
    inlines = (each for prose in proses for each in inlines_below(prose.inlines))
    return {each.key.split("/")[0] for each in inlines if isinstance(each, Field) and each.kind == "fact"}
