"""Whether sources are too old for what rests on them, by the age of what they say; how old is too old: style.toml.

A law, first aid or a printed figure that rests on what is too old is wrong. What somebody can only find out by ringing
or reading is asked: whether an old number still answers, whether an old page or one without a date still says the same,
what is said where we have not been.
"""

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

from foraldraskolan.document.walk import plain
from foraldraskolan.editor.sources import danger, marked_sources, printed_figures
from foraldraskolan.editor.style import Style
from foraldraskolan.material.freshness import valid_until
from foraldraskolan.material.library import Library
from foraldraskolan.material.sources import Source
from foraldraskolan.problems import Message, Problem, message
from foraldraskolan.record import record


@record
class _All:
    """Names in a sentence, every one of them however many they are."""

    names: tuple[str, ...]

    def text(self, _: NullTranslations) -> str:
        """Return them side by side."""
        return "; ".join(self.names)


def too_old(library: Library, style: Style, day: date) -> Iterator[Problem]:
    """Yield a problem for each law, text about danger and printed figure whose sources are too old on a day."""
    months = style.source_months
    for law in library.laws.values():
        source = library.sources[law.source]
        if _dated_before(source, months.law, day):
            what = message("Lagen {name} är läst som den löd {day}.", name=law.id, day=source.written)
            yield Problem(what, message("Läs den som den lyder nu och ändra wording."), law.place)
    for article in (*library.modules.values(), *library.letters.values()):
        for prose in danger(article.blocks):
            known = [each for each in marked_sources(prose.inlines, article, library) if each.kind == "authority"]
            if known and all(_dated_before(source, months.first_aid, day) for source in known):
                what = message("Det man ska göra vid fara har en källa från {day}.", day=known[0].written)
                yield Problem(what, message("Läs en nyare källa."), prose.place)
    for figure in printed_figures(library):
        source = library.sources[figure.source]
        if figure.unit not in ("year", "age") and _dated_before(source, months.figure, day) and not source.only:
            what = message("Siffran {name} har en källa från {day}.", name=figure.id, day=source.written)
            yield Problem(what, message("Läs en nyare källa. Finns ingen, skriv skälet i only."), figure.place)


def asked(library: Library, style: Style, day: date) -> Iterator[Message]:
    """Yield what somebody who can ring and read is asked to do before the material is used; nobody tries out 112."""
    months = style.source_months
    by_number = ((each, library.sources[each.phone_source or each.source]) for each in library.contacts.values())
    numbers = [
        f"{contact.phone} ({plain(contact.name.inlines)})"
        for contact, source in by_number
        if contact.phone and not contact.urgent and _unsure(source, months.number, day)
    ]
    if numbers:
        what = message("Ring och kontrollera, för numrets källa är gammal eller utan datum: {numbers}.",
                       numbers=_All(tuple(numbers)))  # fmt: skip
        yield what
    acted_on = _acted_on(library)
    old = [
        source.id
        for source in library.sources.values()
        if _unsure(source, months.first_aid if source.id in acted_on else months.rest, day)
        and (source.id in acted_on or source.written is not None)
    ]
    if old:
        yield message("Läs igenom igen, för de är gamla eller utan datum: {sources}.", sources=_All(tuple(old)))
    for source in library.sources.values():
        if source.seen_at:
            yield message("Läs {url}, för vi såg det bara hos {seen_at}.", url=source.url, seen_at=source.seen_at)
        if source.only:
            yield message("Leta efter en bättre källa än {source}. {only}", source=source.id, only=source.only)


def _dated_before(source: Source, months: int, day: date) -> bool:
    """Tell whether what a source says is known to be more than so many months old on a day.

    Of a page without a date nobody knows that: the year that it shows is the first that it can be from.
    """
    return not source.undated and _unsure(source, months, day)


def _unsure(source: Source, months: int, day: date) -> bool:
    return source.written is None or valid_until(source.written, months) < day


def _acted_on(library: Library) -> set[str]:
    """Return the ids of the sources of laws and of what is done in danger."""
    found = {law.source for law in library.laws.values()}
    for article in (*library.modules.values(), *library.letters.values()):
        for prose in danger(article.blocks):
            found |= {source.id for source in marked_sources(prose.inlines, article, library)}
    return found
