"""Records -> the blocks that a reader sees of them: contact cards, charts, rules, pictures and lines of sources."""

import re
from collections.abc import Mapping

from foraldraskolan.document.inlines import Field, SourceMark, Text, Value
from foraldraskolan.document.meaning import Bar, Chart, ContactCard, Picture, Rule, SourceEntry
from foraldraskolan.material.phone import phone_value
from foraldraskolan.material.prose import untranslated
from foraldraskolan.material.records import Contact, Drawing, Law
from foraldraskolan.material.series import Point, Series, years
from foraldraskolan.material.sources import Source

_NOT_HOST = re.compile(r"^https?://(www\.)?|/.*$")
_NOT_SHOWN = re.compile(r"^https://(www\.)?|/$")


def contact_card(contact: Contact) -> ContactCard:
    """Return the card of a contact; its number and address are the same in every language."""
    return ContactCard(
        contact.name,
        contact.about,
        untranslated(phone_value(contact.phone)) if contact.phone else None,
        contact.hours,
        contact.languages,
        contact.price,
        untranslated(Value(_NOT_SHOWN.sub("", contact.url), contact.url)) if contact.url else None,
        contact.urgent,
        contact.checked,
        contact.young,
        contact.speaks,
        contact.short,
        contact.rank or None,
    )


def chart(series: Series, sources: Mapping[str, Source]) -> Chart:
    """Return the chart of a series; its short title is the long one until a module gives it another."""
    source = sources.get(series.source)
    line = _with_year(source, series.year) if source else ""
    bars = tuple(_bar(series, point) for point in series.points)
    return Chart(series.title, series.title, series.alt, series.whole, bars, untranslated(Text(line)))


def rule(law: Law, number: int) -> Rule:
    """Return what a law says, with the mark of the source that has this number among its article's."""
    return Rule(law.name, law.text, untranslated(SourceMark(number)))


def picture(drawing: Drawing) -> Picture:
    """Return a drawing with its word."""
    return Picture(drawing.label, drawing.alt, drawing.drawing)


def source_entry(number: int, source: Source) -> SourceEntry:
    """Return the numbered line of a source: publisher, title, when it was published, and where if not there."""
    published = f" ({source.published})" if source.published else ""
    seen_at = f", enligt {_NOT_HOST.sub('', source.seen_at)}" if source.seen_at else ""
    text = untranslated(Text(_named(source) + published + seen_at))
    return SourceEntry(number, text, source.url, source.checked)


def _named(source: Source) -> str:
    """Return publisher and title, the publisher once."""
    return source.title if source.title.startswith(source.publisher) else f"{source.publisher}: {source.title}"


def _with_year(source: Source, year: int) -> str:
    line = _named(source)
    return line if str(year) in source.title else f"{line}, {year}"


def _bar(series: Series, point: Point) -> Bar:
    words = point.label.source
    label = untranslated(Value(words)) if years(words) else point.label
    if point.value is None:
        return Bar(label, None, untranslated())
    return Bar(label, float(point.value), untranslated(Field("fact", f"{series.id}/{words}")), point.nearly)
