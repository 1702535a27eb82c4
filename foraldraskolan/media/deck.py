"""The slides of a meeting with what the speaker says to each: presentation and notes are made of one deck."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from foraldraskolan.document.form import Box, FormBlock, Heading, Look, Table
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.meaning import Callout, Chart, ContactCard, Contacts, Document, Section, Slide
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import descend, plain
from foraldraskolan.media.arranging import meeting_line, sections, without_marks
from foraldraskolan.media.lowering import lower, paragraphs
from foraldraskolan.media.words import Words
from foraldraskolan.record import record

_WORDS_A_MINUTE = 120
_NUMBERS = 5  # as many numbers as a slide shows large: one urgent across, four in two rows


@record
class Cue:
    """One slide, when it comes, what to say and to ask to it, and the module that it opens."""

    slide: FormBlock
    start: time
    notes: tuple[FormBlock, ...] = ()
    opens: Section | None = None


def deck(document: Document, words: Words) -> list[Cue]:
    """Return a meeting's slides in order: title, agenda, each module, questions, contacts, closing."""
    meeting, label = document.meeting, words.labels
    parts = list(sections(document))
    over = _after(parts, meeting.start)
    end = _later(meeting.start, max(meeting.minutes - 1, sum(section.minutes for section in parts)))
    return [
        Cue(_title(document, words), meeting.start),
        Cue(_agenda(document, parts, words), meeting.start),
        *(cue for section in parts for cue in _module(section, words)),
        Cue(_titled("section slide", label("questions"), label("questions_lead")), over),
        *(Cue(slide, over) for slide in _contacts(document, words)),
        Cue(_closing(meeting.audience, words), end),
    ]


def _closing(audience: str, words: Words) -> Box:
    """Return the last slide: parents came for this and have something to do at home, a class or a staff is at work."""
    label = words.labels
    if audience == "parents":
        return _titled("closing slide", label("closing"), label("closing_lead"))
    return _titled("closing slide", label("closing_at_school"), NOTHING)


def _titled(look: Look, title: Prose, lead: Prose) -> Box:
    return Box(look, (Heading(2, title), *paragraphs(("lead", lead))))


def _title(document: Document, words: Words) -> Box:
    subtitle, meeting = words.labels("subtitle"), meeting_line(document, words)
    texts = paragraphs(("lead", subtitle), ("body", meeting), ("lead", words.example))
    return Box("title slide", (Heading(1, words.labels("title")), *texts))


def _agenda(document: Document, parts: list[Section], words: Words) -> Box:
    label = words.labels
    rows = [(_clock(section.start or document.meeting.start, words), section.title) for section in parts]
    rows.append((_clock(_after(parts, document.meeting.start), words), label("questions")))
    table = Table((label("agenda_time"), label("agenda_topic")), tuple(rows))
    return Box("agenda slide", (Heading(2, label("agenda")), table))


def _clock(moment: time, words: Words) -> Prose:
    return Prose((Value(words.clock(moment)),), words.labels("agenda").language)


def _module(section: Section, words: Words) -> Iterator[Cue]:
    """Yield a module's title slide and its slides, its minutes shared among them by how much is said to each."""
    slides: list[tuple[FormBlock, list[Callout]]] = [(_titled("section slide", section.title, section.summary), [])]
    for block in map(without_marks, section.blocks):
        match block:
            case Slide():
                slides.append((lower(block, words), []))
            case Chart(short=title):
                slides.append((lower(Slide(title, (block,)), words), []))
            case Callout(kind="say"):
                slides[-1][1].append(block)
            case Callout(kind="ask", blocks=blocks):
                question = (lower(each, words) for each in blocks)
                slides.append((Box("ask slide", (Heading(2, words.labels("ask")), *question)), [block]))
            case _:
                pass
    begin = section.start or time()
    words_to = [sum(map(_spoken, notes)) for _, notes in slides]
    before_each = accumulate(words_to, initial=0)
    for index, ((slide, notes), before) in enumerate(zip(slides, before_each, strict=False)):
        start = _later(begin, section.minutes * before // max(sum(words_to), 1))
        yield Cue(slide, start, tuple(lower(note, words) for note in notes), None if index else section)


def _spoken(note: Callout) -> int:
    """Return how many Swedish words a note takes to say; an answer from the room takes as long as a minute's talk."""
    if note.kind == "ask":
        return _WORDS_A_MINUTE
    return sum(len(node.source.split()) for _, node in descend(note) if isinstance(node, Prose))


def _contacts(document: Document, words: Words) -> Iterator[FormBlock]:
    """Yield the slide with the numbers to call: the first cards that have one, of all modules, the urgent first.

    Where long names make it too full, the numbers that stand in the last row get a slide of their own.
    """
    found: dict[str, ContactCard] = {}
    for section in sections(document):
        groups = [block for block in section.blocks if isinstance(block, Contacts)]
        cards = [each for group in groups for each in group.cards if each.phone is not None]
        found = {plain(each.name.inlines): each for each in cards} | found
    chosen = sorted(found.values(), key=lambda each: not each.urgent)[:_NUMBERS]
    if chosen:
        shown = tuple(map(_number_only, chosen))
        last = 2 - sum(not each.urgent for each in chosen) % 2
        rows = tuple(Contacts(part) for part in (shown[:-last], shown[-last:]) if part)
        yield lower(Slide(words.labels("contacts"), rows, tuple(range(1, len(rows)))), words)


def _number_only(contact: ContactCard) -> ContactCard:
    """Return the card as the back row can read it; all else is on the paper."""
    return replace(contact, about=NOTHING, hours=None, languages=None, price=None, url=None, checked=None)


def _after(parts: list[Section], start: time) -> time:
    """Return when the last module ends."""
    return _later(start, sum(section.minutes for section in parts))


def _later(start: time, minutes: int) -> time:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
