"""Every text of the material that is translated: what it is, and in which domain.

A domain is the file that a text stands in: the id of a module or a letter, "contacts" or "facts"; the fixed words of
a page are the domain "labels". Each is one PO file, and what stands in several domains is in one more, "shared": so a
text is translated once, and which other texts are there, or in which order, moves it nowhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path

from foraldraskolan.document.form import Heading, List, Marker, Paragraph, Table
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import (
    Bar,
    Callout,
    Chart,
    Claim,
    ContactCard,
    Leaflet,
    Mail,
    Picture,
    Question,
    Rule,
    Section,
    Slide,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Node, descend
from foraldraskolan.language import SOURCE
from foraldraskolan.material.library import Library
from foraldraskolan.material.record_blocks import chart, contact_card, picture, rule
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import SourceText

LABELS_DOMAIN = "labels"
SHARED = "shared"

_KINDS: Mapping[type, str] = {
    Heading: "rubrik",
    Paragraph: "stycke",
    Slide: "bild",
    Mail: "utskick",
    Leaflet: "blad",
    Chart: "diagram",
    Bar: "stapel",
    Claim: "påstående, sant eller falskt",
    ContactCard: "kontakt",
    Rule: "lag",
    Picture: "bild",
    Section: "avsnitt",
}
_MARKERS: Mapping[Marker, str] = {"bullet": "punkt", "number": "steg", "tick": "att kryssa för"}
_CALLOUTS = {
    "tell": "säg och läs",
    "say": "säg",
    "ask": "fråga",
    "own": "berätta själv",
    "act": "akut fara",
    "remember": "kom ihåg",
    "phrase": "så kan du säga",
}
_FIELDS: Mapping[tuple[type, str], str] = {
    (Slide, "title"): "rubrik",
    (Question, "asked"): "fråga från föräldrar",
    (Question, "answer"): "svar",
    (Leaflet, "title"): "rubrik",
    (Table, "head"): "tabellhuvud",
    (Table, "rows"): "tabellcell",
    (Chart, "title"): "rubrik",
    (Chart, "short"): "kort rubrik",
    (Chart, "alt"): "beskrivning för den som inte ser diagrammet",
    (Chart, "source"): "källa",
    (Bar, "label"): "namn",
    (Bar, "text"): "värde",
    (ContactCard, "name"): "namn",
    (ContactCard, "short"): "kort namn",
    (ContactCard, "about"): "vad de hjälper till med",
    (ContactCard, "hours"): "öppettider",
    (ContactCard, "languages"): "språk",
    (ContactCard, "price"): "vad det kostar",
    (Rule, "name"): "rubrik",
    (Rule, "text"): "vad den säger",
    (Picture, "label"): "ord",
    (Picture, "alt"): "beskrivning för den som inte ser bilden",
    (Section, "title"): "rubrik",
    (Section, "summary"): "sammanfattning",
}


@record
class Part:
    """One text of the material: its domain, what it is in words for the translator, whether it is vital."""

    domain: str
    prose: Prose
    comment: str
    vital: bool = False


def domain_of(prose: Prose) -> str:
    """Return the domain in which a text is looked up first, and counted: the file that it stands in, "" for none."""
    return prose.place.file.stem if prose.place else ""


def named(node: Node, comment: str = "") -> Iterator[Part]:
    """Yield every text of a node that stands in a file, in reading order; the comment comes before what it is."""
    nodes: dict[Address, Node] = {}
    words: dict[Address, tuple[str, ...]] = {}
    vital: dict[Address, bool] = {}
    for address, each in descend(node):
        nodes[address] = each
        above = words[address[:-1]] if address else ((comment,) if comment else ())
        role = _role(nodes[address[:-1]], each) if address else ""
        words[address] = (*above, *filter(None, (role, _kind(each))))
        vital[address] = _is_vital(each) or vital.get(address[:-1], False)
        if isinstance(each, Prose) and each.source and each.place:
            yield Part(domain_of(each), each, ", ".join(words[address]), vital[address])


def _is_vital(node: Node) -> bool:
    """Tell whether a reader may come to harm by an old text of this node."""
    return isinstance(node, Rule | ContactCard) or (isinstance(node, Callout | Slide) and node.kind == "act")


def _kind(node: Node) -> str:
    match node:
        case Callout(kind):
            return _CALLOUTS[kind]
        case List(marker):
            return _MARKERS[marker]
        case _:
            return _KINDS.get(type(node), "")


def _role(parent: Node, child: Node) -> str:
    """Return what the parent calls the child, "" where the parent says it all."""
    for each in fields(parent):
        value = getattr(parent, each.name)
        rows = value if isinstance(value, tuple) else (value,)
        if any(child is one or (isinstance(one, tuple) and any(child is cell for cell in one)) for one in rows):
            return _FIELDS.get((type(parent), each.name), "")
    return ""


def translatable(library: Library, materials: Path) -> dict[str, tuple[SourceText, ...]]:
    """Return the texts of each domain once, in reading order, with every comment and every file.

    A file is named from the folder that the library was read from, which is `materials` in every catalog whatever it
    is called.
    """
    return by_domain(_parts(library), materials)


def _parts(library: Library) -> Iterator[Part]:
    for article in (*library.modules.values(), *library.letters.values()):
        yield from named(article.title, "rubrik")
        yield from named(article.summary, "sammanfattning")
        for block in article.blocks:
            yield from named(block)
    for module in library.modules.values():
        for text in module.locally:
            yield from named(text, "ta reda på före mötet")
    nodes: tuple[Node, ...] = (
        *map(contact_card, library.contacts.values()),
        *(chart(series, library.sources) for series in library.series.values()),
        *(rule(law, 1) for law in library.laws.values()),
        *map(picture, library.drawings.values()),
    )
    for node in nodes:
        yield from named(node)
    for term in library.terms.values():
        yield from named(term.explained, f"vad ett ord är, till tolken: {term.id}")
    yield from label_parts()


def label_parts() -> Iterator[Part]:
    """Yield the fixed words of a page; they are vital because no note has room beside them."""
    for key, source in LABELS.items():
        yield Part(LABELS_DOMAIN, Prose((Text(source),), SOURCE, source), key, True)


def by_domain(parts: Iterable[Part], materials: Path) -> dict[str, tuple[SourceText, ...]]:
    """Return parts as the texts of each domain."""
    domains: dict[str, dict[str, list[Part]]] = {}
    for part in parts:
        domains.setdefault(part.domain, {}).setdefault(part.prose.source, []).append(part)
    return {
        domain: tuple(_text(source, alike, materials) for source, alike in texts.items())
        for domain, texts in domains.items()
    }


def by_catalog(texts: Mapping[str, Iterable[SourceText]]) -> dict[str, tuple[SourceText, ...]]:
    """Return the texts of each domain as its catalog has them: each text once, that of several domains as shared."""
    places: dict[str, dict[str, SourceText]] = {}
    for domain, sources in texts.items():
        for each in sources:
            places.setdefault(each.source, {})[domain] = each
    catalogs: dict[str, list[SourceText]] = {}
    for alike in places.values():
        catalogs.setdefault(SHARED if len(alike) > 1 else next(iter(alike)), []).append(_gathered(*alike.values()))
    return {domain: tuple(found) for domain, found in catalogs.items()}


def _gathered(*alike: SourceText) -> SourceText:
    return SourceText(
        alike[0].source,
        _unique(comment for each in alike for comment in each.comments),
        _unique(file for each in alike for file in each.files),
        any(each.vital for each in alike),
    )


def _text(source: str, parts: Sequence[Part], materials: Path) -> SourceText:
    files = [_name(part.prose.place.file, materials) for part in parts if part.prose.place is not None]
    comments = [part.comment for part in parts]
    return SourceText(source, _unique(comments), _unique(files), any(part.vital for part in parts))


def words_to_translate(texts: Mapping[str, Iterable[SourceText]]) -> int:
    """Return how many words a translator has before them in all domains; what stands twice is translated once."""
    sources = {each.source for domain in texts.values() for each in domain}
    return sum(len(source.split()) for source in sources)


def vital(texts: Mapping[str, Iterable[SourceText]]) -> frozenset[str]:
    """Return the sources that are vital anywhere; the same words are then vital everywhere."""
    return frozenset(each.source for sources in texts.values() for each in sources if each.vital)


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


@cache
def _name(file: Path, materials: Path) -> str:
    return f"materials/{file.relative_to(materials).as_posix()}" if file.is_relative_to(materials) else file.name
