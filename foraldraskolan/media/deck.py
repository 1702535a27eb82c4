"""The slides of a meeting with what the speaker says to each: presentation and notes are made of one deck."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from foraldraskolan.document.blocks import (
    Block,
    Callout,
    Chart,
    ContactCard,
    Contacts,
    Heading,
    Paragraph,
    Prose,
    Section,
    Slide,
    SlideKind,
    Table,
)
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Foreign, Text, Value
from foraldraskolan.document.walk import descend, plain
from foraldraskolan.language import SOURCE
from foraldraskolan.media.arranging import NOTHING, noted, sections, without_marks, worded
from foraldraskolan.media.medium import Words


@dataclass(frozen=True, slots=True)
class Card:
    """One slide, when it comes, and the callouts that belong to it: what to say and to ask."""

    slide: Slide
    start: time
    notes: tuple[Callout, ...] = ()


def deck(document: Document, words: Words) -> list[Card]:
    """Return a meeting's slides in order: title, agenda, each module, questions, contacts, closing."""
    meeting = document.meeting
    parts = list(sections(document))
    cards = [Card(_title(document, words), meeting.start)]
    cards.append(Card(_agenda(document, parts, words), meeting.start))
    for section in parts:
        cards.extend(_module(section, words))
    over = _after(parts, meeting.start)
    label = words.labels
    cards.append(Card(_plain("section", label("questions"), label("questions_lead")), over))
    cards.extend(Card(slide, over) for slide in _contacts(document, words))
    end = _later(meeting.start, max(meeting.minutes - 1, sum(section.minutes for section in parts)))
    cards.append(Card(_closing(meeting.audience, words), end))
    return cards


def _closing(audience: str, words: Words) -> Slide:
    """Return the last slide: parents came for this and have something to do at home, a class or a staff is at work."""
    label = words.labels
    if audience == "parents":
        return _plain("closing", label("closing"), label("closing_lead"))
    return _plain("closing", label("closing_at_school"), NOTHING)


def _plain(kind: SlideKind, title: Prose, lead: Prose) -> Slide:
    return Slide(title, (Paragraph(lead, lead=True),) if lead.inlines else (), kind=kind)


def _title(document: Document, words: Words) -> Slide:
    meeting = document.meeting
    line = words.labels(
        "meeting_line",
        title=Foreign(SOURCE, (Text(meeting.title),)),
        date=words.date(meeting.date),
        host=Foreign(SOURCE, (Text(meeting.host),)),
    )
    heading = Heading(1, words.labels("title"))
    parts: list[Block] = [heading, Paragraph(words.labels("subtitle"), lead=True), Paragraph(line)]
    if words.example.inlines:
        parts.append(Paragraph(words.example, lead=True))
    return Slide(NOTHING, tuple(parts), kind="title")


def _agenda(document: Document, parts: list[Section], words: Words) -> Slide:
    label = words.labels
    rows = [(_clock(section.start or document.meeting.start, words), section.title) for section in parts]
    rows.append((_clock(_after(parts, document.meeting.start), words), label("questions")))
    table = Table((label("agenda_time"), label("agenda_topic")), tuple(rows))
    return Slide(label("agenda"), (table,), kind="agenda")


def _clock(moment: time, words: Words) -> Prose:
    return Prose((Value(words.clock(moment)),), words.labels("agenda").language)


def _module(section: Section, words: Words) -> Iterator[Card]:
    """Yield a module's title slide and its slides, its minutes shared among them by how much is said to each."""
    slides: list[tuple[Slide, list[Callout]]] = [(_plain("section", section.title, section.summary), [])]
    for block in section.blocks:
        match block:
            case Slide():
                slides.append((_slide(block, words), []))
            case Chart():
                slides.append((_chart(block, words), []))
            case Callout(kind="say"):
                slides[-1][1].append(_worded(block, words))
            case Callout(kind="ask"):
                slides.append((_question(block, words), [_worded(block, words)]))
            case _:
                pass
    begin = section.start or time()
    words_to = [sum(_spoken(note) for note in notes) for _, notes in slides]
    said = accumulate(words_to, initial=0)
    for (slide, notes), before in zip(slides, said, strict=False):
        yield Card(slide, _later(begin, section.minutes * before // max(sum(words_to), 1)), tuple(notes))


def _spoken(note: Callout) -> int:
    """Return how many Swedish words a note takes to say; an answer from the room takes as long as a minute's talk."""
    if note.kind == "ask":
        return _WORDS_A_MINUTE
    return sum(len(node.source.split()) for _, node in descend(note) if isinstance(node, Prose))


def _worded(block: Callout, words: Words) -> Callout:
    made = noted(worded(without_marks(block), words), words)
    if not isinstance(made, Callout):
        raise AssertionError("a callout stays a callout")
    return made


def _slide(slide: Slide, words: Words) -> Slide:
    made = noted(without_marks(slide), words)
    if not isinstance(made, Slide):
        raise AssertionError("a slide stays a slide")
    return made


def _chart(chart: Chart, words: Words) -> Slide:
    made = worded(chart, words)
    if not isinstance(made, Chart):
        raise AssertionError("a chart stays a chart")
    return Slide(chart.short, (made,))


def _question(block: Callout, words: Words) -> Slide:
    inside = tuple(noted(without_marks(each), words) for each in block.blocks)
    return Slide(words.labels("ask"), inside, kind="ask")


def _contacts(document: Document, words: Words) -> Iterator[Slide]:
    """Yield the slide with the numbers to call: the first cards that have one, of all modules, the urgent first.

    Where long names make it too full, the numbers that stand in the last row get a slide of their own.
    """
    found: dict[str, ContactCard] = {}
    for section in sections(document):
        groups = [block for block in section.blocks if isinstance(block, Contacts)]
        cards = [card for group in groups for card in group.cards if card.phone is not None]
        found = {plain(card.name.inlines): card for card in cards} | found
    chosen = sorted(found.values(), key=lambda card: not card.urgent)[:_NUMBERS]
    if chosen:
        shown = tuple(_number_only(card) for card in chosen)
        last = 2 - sum(not card.urgent for card in chosen) % 2
        rows = [Contacts(part) for part in (shown[:-last], shown[-last:]) if part]
        yield Slide(words.labels("contacts"), tuple(rows), tuple(range(1, len(rows))))


def _number_only(card: ContactCard) -> ContactCard:
    """Return the card as the back row can read it; all else is on the paper."""
    return replace(card, about=replace(card.about, inlines=()), hours=None, languages=None, price=None, url=None)


_WORDS_A_MINUTE = 120
_NUMBERS = 5  # as many numbers as a slide shows large: one urgent across, four in two rows


def _after(parts: list[Section], start: time) -> time:
    """Return when the last module ends."""
    return _later(start, sum(section.minutes for section in parts))


def _later(start: time, minutes: int) -> time:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
