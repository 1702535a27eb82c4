"""Every text of the material that is translated, as messages of each domain."""

from collections.abc import Iterator
from pathlib import Path

from foraldraskolan.material.cards import chart, contact_card, picture, rule
from foraldraskolan.material.library import Library
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.messages import Part, label_parts, messages, named


def translatable(library: Library, materials: Path) -> dict[str, tuple[SourceText, ...]]:
    """Return the messages of each domain in reading order; `materials` is the folder that the library was read from."""
    return messages(_parts(library), materials)


def _parts(library: Library) -> Iterator[Part]:
    for article in (*library.modules.values(), *library.letters.values()):
        yield from named(article.title, "rubrik")
        yield from named(article.summary, "sammanfattning")
        for block in article.blocks:
            yield from named(block)
    for contact in library.contacts.values():
        yield from named(contact_card(contact))
    for series in library.series.values():
        yield from named(chart(series, library.sources))
    for law in library.laws.values():
        yield from named(rule(law, 1))
    for drawing in library.drawings.values():
        yield from named(picture(drawing))
    yield from label_parts()
