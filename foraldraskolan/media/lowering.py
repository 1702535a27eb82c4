"""Meaning to form: what each block of meaning looks like, with the words for its kind and its dates."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from foraldraskolan.document.form import (
    Bars,
    Box,
    Dots,
    Figure,
    FormBlock,
    Heading,
    List,
    Look,
    Paragraph,
    Role,
    Table,
)
from foraldraskolan.document.gloss import settled, unglossed
from foraldraskolan.document.inlines import Emphasis, Foreign, LineBreak, Strong
from foraldraskolan.document.meaning import (
    Bar,
    Block,
    Callout,
    Chart,
    Claim,
    ContactCard,
    Contacts,
    Leaflet,
    Mail,
    Pictures,
    Preparation,
    Question,
    Rule,
    Section,
    Share,
    Slide,
    SlideKind,
    Terms,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, rewrite
from foraldraskolan.media.preparing import preparing
from foraldraskolan.media.terms import terms
from foraldraskolan.media.words import Words

_SLIDES: dict[SlideKind, Look] = {
    "points": "points slide",
    "picture": "picture slide",
    "number": "number slide",
    "myth": "myth slide",
    "act": "call slide",
}


def lower(block: Block, words: Words) -> FormBlock:
    """Return the form of a block; a text in it that is older than its source has a note below it, if there is room."""
    match block:
        case Heading():
            return block
        case Paragraph() | List() | Table():
            return rewrite(block, lambda prose: _noted(prose, words))
        case Callout(kind, blocks):
            look: Look = "say" if kind == "tell" else kind
            return Box(look, (Paragraph(words.labels(look), "label"), *(lower(each, words) for each in blocks)))
        case Chart():
            return _chart(block, words)
        case Contacts(cards):
            checked = [each.checked for each in cards if each.checked is not None]
            note = words.labels("compared", date=words.day(min(checked))) if checked else None
            return Box("contacts", (*(lower(each, words) for each in cards), *paragraphs(("note", note))))
        case ContactCard():
            return _card(block)
        case Rule(name, text, mark):
            rule = replace(text, inlines=(*text.inlines, *mark.inlines))
            return Box("law", paragraphs(("label", words.labels("law")), ("title", name), ("plain", rule)))
        case Pictures():
            return Box("pictures", _figures(block))
        case Leaflet(_, title, inner):
            return Box("column", (*((Heading(3, title),) if title.inlines else ()), lower(inner, words)))
        case Slide():
            return _slide(block, words)
        case Question(asked, answer):
            return Box("questions", (Paragraph(asked, "title"), *(lower(each, words) for each in answer)))
        case Mail(blocks):
            return Box("mail", tuple(lower(each, words) for each in blocks))
        case Preparation():
            return Box("section", tuple(preparing(block, words)))
        case Terms():
            return Box("section", tuple(terms(block, words)))
        case Section(title=title, blocks=blocks):
            return Box("section", (Heading(2, title), *(lower(each, words) for each in blocks)))
        case _:
            assert_never(block)


def with_notes(blocks: Iterable[Block], words: Words) -> Iterator[FormBlock]:
    """Yield the form of blocks; an old text that has no room for its note, as in a heading, has it after its block."""
    for block in blocks:
        yield lower(block, words)
        old = (node for _, node in descend(block) if isinstance(node, Prose) and node.state == "stale")
        if not isinstance(block, Callout | List | Paragraph | Table) and any(True for _ in old):
            yield Box("stale", (Paragraph(words.labels("note_stale")),))


def paragraphs(*texts: tuple[Role, Prose | None]) -> tuple[Paragraph, ...]:
    """Return those of the texts that say something, as paragraphs with their roles."""
    return tuple(Paragraph(text, role) for role, text in texts if text and text.inlines)


def _slide(slide: Slide, words: Words) -> Box:
    """Return a slide; what it shows comes before its words where they are about that, and after points."""
    title = (Heading(2, slide.title),) if slide.title.inlines else ()
    inside = tuple(lower(each, words) for each in slide.blocks)
    before: tuple[FormBlock, ...] = title
    after: tuple[FormBlock, ...] = ()
    match slide.shown:
        case Pictures() if slide.kind == "picture":
            before = (*title, *_figures(slide.shown))
        case Pictures() if slide.kind == "points":
            after = tuple(replace(each, word=None) for each in _figures(slide.shown))  # the points are its words
        case Pictures():
            after = _figures(slide.shown)
        case Claim(text, true):
            label = words.labels("true" if true else "false")
            claim = (Paragraph(label, "label"), lower(Paragraph(text, "lead"), words))
            before = (*title, Box("true claim" if true else "false claim", claim))
        case Share(hundredths, source):
            before = (*title, Figure(Dots(hundredths), words.labels("of_hundred", number=str(hundredths))))
            after = (Paragraph(words.labels("chart_source", source=source), "note"),)
    splits = tuple(index + len(before) for index in slide.splits)
    return Box(_SLIDES[slide.kind], (*before, *inside, *after), splits)


def _figures(pictures: Pictures) -> tuple[Figure, ...]:
    return tuple(Figure(each.drawing, each.alt, each.label) for each in pictures.pictures)


def _card(contact: ContactCard) -> Box:
    """Return a contact card: the number right below the name."""
    lines = paragraphs(
        ("name", contact.name),
        ("phone", contact.phone),
        ("about", contact.about),
        ("hours", contact.hours),
        ("detail", contact.languages),
        ("detail", contact.price),
        ("url", contact.url),
    )
    return Box("urgent card" if contact.urgent else "card", lines)


def _chart(chart: Chart, words: Words) -> Box:
    """Return a chart: its bars as one figure, what they show as a table whose rows are their own heads."""
    title = replace(chart.title, inlines=settled((Strong(chart.title.inlines),)) if chart.title.inlines else ())
    bars = Figure(Bars(tuple(bar.value for bar in chart.bars), chart.whole), chart.alt)
    values = Table((), tuple((bar.label, _value(bar, words)) for bar in chart.bars))
    source = words.labels("chart_source", source=chart.source)
    return Box("chart", (*paragraphs(("title", title)), bars, values, *paragraphs(("note", source))))


def _value(bar: Bar, words: Words) -> Prose:
    if bar.value is None:
        return words.labels("chart_gap")
    return words.labels("chart_nearly", value=bar.text) if bar.nearly else bar.text


def _noted(prose: Prose, words: Words) -> Prose:
    """Return a text that is older than its source with a note, and one that is Swedish alone between two languages."""
    alone = prose.state == "missing" and words.beside is not None
    if prose.state != "stale" and not alone:
        return prose
    note = unglossed(words.labels("note_missing" if alone else "note_stale"))
    inlines = (Foreign(note.language, note.inlines),) if note.language != prose.language else note.inlines
    return replace(prose, inlines=(*prose.inlines, LineBreak(), Emphasis(inlines)))
