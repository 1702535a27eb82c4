"""The one walk that names each translatable text: what it is, and in which domain it is translated.

A domain is the file that a text stands in: the id of a module or a letter, "contacts" or "facts"; the fixed words of
a page are the domain "labels". Each is one PO file.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from foraldraskolan.document.blocks import (
    Bar,
    BulletList,
    Callout,
    Chart,
    Checklist,
    ContactCard,
    Heading,
    Mail,
    Node,
    NumberedList,
    Paragraph,
    Picture,
    Prose,
    Rule,
    Section,
    Slide,
    Table,
)
from foraldraskolan.document.document import Address
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.walk import descend
from foraldraskolan.language import SOURCE
from foraldraskolan.translation.catalog import SourceText

LABELS_DOMAIN = "labels"

_KINDS: Mapping[type, str] = {
    Heading: "rubrik",
    Paragraph: "stycke",
    BulletList: "punkt",
    NumberedList: "steg",
    Checklist: "att kryssa för",
    Slide: "bild",
    Mail: "utskick",
    Chart: "diagram",
    Bar: "stapel",
    ContactCard: "kontakt",
    Rule: "lag",
    Picture: "bild",
    Section: "avsnitt",
}
_CALLOUTS = {"say": "säg", "ask": "fråga", "act": "akut fara", "remember": "kom ihåg", "phrase": "så kan du säga"}
_FIELDS: Mapping[tuple[type, str], str] = {
    (Slide, "title"): "rubrik",
    (Table, "head"): "tabellhuvud",
    (Table, "rows"): "tabellcell",
    (Chart, "title"): "rubrik",
    (Chart, "short"): "kort rubrik",
    (Chart, "alt"): "beskrivning för den som inte ser diagrammet",
    (Chart, "source"): "källa",
    (Bar, "label"): "namn",
    (Bar, "text"): "värde",
    (ContactCard, "name"): "namn",
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


@dataclass(frozen=True, slots=True)
class Part:
    """One text of the material: its domain, and what it is in words for the translator."""

    domain: str
    prose: Prose
    comment: str


def named(node: Node, comment: str = "") -> Iterator[Part]:
    """Yield every text of a node that stands in a file, in reading order; the comment comes before what it is."""
    nodes: dict[Address, Node] = {}
    words: dict[Address, tuple[str, ...]] = {}
    for address, each in descend(node):
        nodes[address] = each
        above = words[address[:-1]] if address else ((comment,) if comment else ())
        role = _role(nodes[address[:-1]], each) if address else ""
        words[address] = (*above, *filter(None, (role, _kind(each))))
        if isinstance(each, Prose) and each.source and each.place:
            yield Part(each.place.file.stem, each, ", ".join(words[address]))


def _kind(node: Node) -> str:
    return _CALLOUTS[node.kind] if isinstance(node, Callout) else _KINDS.get(type(node), "")


def _role(parent: Node, child: Node) -> str:
    """Return what the parent calls the child, "" where the parent says it all."""
    for each in fields(parent):
        value = getattr(parent, each.name)
        rows = value if isinstance(value, tuple) else (value,)
        if any(child is one or (isinstance(one, tuple) and any(child is cell for cell in one)) for one in rows):
            return _FIELDS.get((type(parent), each.name), "")
    return ""


def label_parts() -> Iterator[Part]:
    """Yield the fixed words of a page."""
    for key, source in LABELS.items():
        yield Part(LABELS_DOMAIN, Prose((Text(source),), SOURCE, source), key)


def messages(parts: Iterable[Part], root: Path) -> dict[str, tuple[SourceText, ...]]:
    """Return the texts of each domain once, in reading order, with every comment and every file below root."""
    comments: dict[str, dict[str, list[str]]] = {}
    files: dict[tuple[str, str], list[str]] = {}
    for part in parts:
        source = part.prose.source
        comments.setdefault(part.domain, {}).setdefault(source, []).append(part.comment)
        if part.prose.place is not None:
            files.setdefault((part.domain, source), []).append(_relative(part.prose.place.file, root))
    return {
        domain: tuple(
            SourceText(source, _unique(texts[source]), _unique(files.get((domain, source), ()))) for source in texts
        )
        for domain, texts in comments.items()
    }


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _relative(file: Path, root: Path) -> str:
    return (file.relative_to(root) if file.is_relative_to(root) else Path(file.name)).as_posix()
