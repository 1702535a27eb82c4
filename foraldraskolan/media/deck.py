"""The slides of a meeting with what the speaker says to each: presentation and notes are made of one deck."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import accumulate

from foraldraskolan.document.form import Blank, Box, Figure, FormBlock, Heading, Look, Paragraph, Runner, Table
from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.document.meaning import Callout, ContactCard, Contacts, Document, Section, Slide
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.screen import Showing, shown, spoken
from foraldraskolan.document.walk import descend, plain
from foraldraskolan.language import SOURCE
from foraldraskolan.media.arranging import sections, without_marks
from foraldraskolan.media.contacts import every_contact, is_for
from foraldraskolan.media.lowering import lower, paragraphs
from foraldraskolan.media.words import Words
from foraldraskolan.record import record

_WORDS_A_MINUTE = 110
_NUMBERS = 6  # as many numbers as two slides show large
_ON_A_SLIDE = 3


@record
class Cue:
    """One slide, when it comes, what to say and to ask to it, and the module that it is a part of."""

    slide: Box
    start: time
    notes: tuple[FormBlock, ...] = ()
    part: Section | None = None


def deck(document: Document, words: Words) -> list[Cue]:
    """Return a meeting's slides in order: title, agenda, each module, whom to call while there are questions, closing.

    While the meeting is welcomed the title stands; the last that is said then leads to the agenda.
    """
    meeting = document.meeting
    parts = list(sections(document))
    welcome = parts[0] if parts and parts[0].welcomes else None
    taught = parts[1:] if welcome else parts
    over = _after(parts, meeting.start)
    end = _later(meeting.start, max(meeting.minutes - 1, sum(section.minutes for section in parts)))
    drawn = _drawn(parts)
    title = _title(document, drawn, words)
    seen: set[str] = set()
    return [
        *_opening(title, _agenda(taught, meeting.start, over, words), meeting.start, welcome, words),
        *(cue for section in taught for cue in _module(section, seen, turns=meeting.turns, words=words)),
        Cue(_contacts(document, words), over),
        Cue(_closing(meeting.audience, drawn, words), end),
    ]


def _opening(title: Box, listed: Box, begin: time, welcome: Section | None, words: Words) -> Iterator[Cue]:
    """Yield the title and the agenda, and with them what welcomes if there is such a part."""
    said = [without_marks(each) for each in spoken(welcome.blocks)] if welcome else []
    last = max(len(said) - 1, 1)  # what is said alone is said to the title
    notes = said[:last], said[last:]
    starts = _starts(welcome, notes) if welcome else [begin, begin]
    for slide, start, to_it in zip((title, listed), starts, notes, strict=True):
        yield Cue(slide, start, tuple(_noted(each, words) for each in to_it), welcome)


def title_of(slide: FormBlock | Blank) -> Prose:
    """Return what a slide is called: its heading, or the first text of one that has none."""
    texts = [node for _, node in descend(slide)]
    heading = next((node.text for node in texts if isinstance(node, Heading)), None)
    return heading or next(node for node in texts if isinstance(node, Prose))


def _closing(audience: str, drawn: tuple[Figure, ...], words: Words) -> Box:
    """Return the last slide: parents came for this and have something to do at home, a class or a staff is at work."""
    label = words.labels
    made = _titled("closing slide", label("closing_at_school"), NOTHING)
    if audience == "parents":
        made = _titled("closing slide", label("closing"), label("closing_lead"))
    return replace(made, blocks=(*made.blocks, *drawn))


def _titled(look: Look, title: Prose, lead: Prose) -> Box:
    return Box(look, (Heading(2, title), *paragraphs(("lead", lead))))


def _drawn(parts: list[Section]) -> tuple[Figure, ...]:
    """Return what is drawn on the first and the last slide: talking, if any module is about that, else the first."""
    ranked = sorted(parts, key=lambda section: section.verb != "talk")
    drawn = [section.sign for section in ranked if section.sign is not None]
    return tuple(Figure(each.drawing, each.alt) for each in drawn[:1])


def _title(document: Document, drawn: tuple[Figure, ...], words: Words) -> Box:
    """Return the title slide: what it is about, whose meeting and when, who invites, each on a line of its own."""
    meeting, tag = document.meeting, document.language.tag
    said = (
        Foreign(SOURCE, (Text(meeting.title),)),
        words.date(meeting.date),
        Foreign(SOURCE, (Text(meeting.host),)),
    )
    texts = paragraphs(
        ("lead", words.labels("subtitle")),
        *(("meeting", Prose((line,), tag)) for line in said),
        ("example", words.example),
    )
    return Box("title slide", (Heading(1, words.labels("title")), *texts, *drawn))


def _agenda(taught: list[Section], begin: time, over: time, words: Words) -> Box:
    label = words.labels
    rows = [(_clock(section.start or begin, words), section.title) for section in taught]
    rows.append((_clock(over, words), label("questions")))
    table = Table((label("agenda_time"), label("agenda_topic")), tuple(rows))
    return Box("agenda slide", (Heading(2, label("agenda")), table))


def _clock(moment: time, words: Words) -> Prose:
    return Prose((words.clock(moment),), words.labels("agenda").language)


def _module(section: Section, seen: set[str], *, turns: int, words: Words) -> Iterator[Cue]:
    """Yield a module's slides, its title on the first; titles that are in `seen` were shown."""
    section = replace(section, blocks=tuple(map(without_marks, section.blocks)))
    left = shown(section, seen, turns)
    if not left:
        alone = _titled("section slide", section.title, section.summary)
        notes = tuple(_noted(each, words) for each in spoken(section.blocks))
        yield Cue(_with_runner(alone, section), section.start or time(), notes, section)
    starts = _starts(section, [each.notes for each in left])
    for index, (each, start) in enumerate(zip(left, starts, strict=True)):
        slide = _slide(each, section, words, opens=index == 0)
        yield Cue(slide, start, tuple(_noted(note, words) for note in each.notes), section)


def _starts(section: Section, notes: Sequence[Sequence[Callout]]) -> list[time]:
    """Return when each slide of a module comes: its minutes are shared by how much is said to each."""
    said = [sum(map(_spoken, each)) for each in notes]
    return [
        _later(section.start or time(), section.minutes * before // max(sum(said), 1))
        for before in accumulate(said[:-1], initial=0)
    ][: len(said)]


def _noted(note: Callout, words: Words) -> FormBlock:
    """Return a note with the minutes that it takes, where it is not told by its words."""
    box = lower(note, words)
    if not (note.minutes and isinstance(box, Box)):
        return box
    label = words.labels("takes", what=words.labels(note.kind), minutes=str(note.minutes))
    return replace(box, blocks=(Paragraph(label, "label"), *box.blocks[1:]))


def _slide(showing: Showing, section: Section, words: Words, *, opens: bool) -> Box:
    """Return a slide of a module: the module's title if it opens it and has another itself, the question at last."""
    if isinstance(showing.shown, Callout):
        label = words.labels("ask")
        box = Box("ask slide", (Heading(2, label), *(lower(each, words) for each in showing.shown.blocks)))
    else:
        box = _lowered(showing.shown, words)
    before = paragraphs(("section", section.title)) if opens and title_of(box) != section.title else ()
    after = (lower(showing.question, words),) if showing.question else ()
    splits = tuple(index + len(before) for index in box.splits)
    return _with_runner(replace(box, blocks=(*before, *box.blocks, *after), splits=splits), section)


def _with_runner(box: Box, section: Section) -> Box:
    return replace(box, runner=Runner(section.title, section.sign.drawing if section.sign else None))


def _lowered(slide: Slide, words: Words) -> Box:
    box = lower(slide, words)
    if not isinstance(box, Box):
        raise AssertionError("a slide is a box")
    return box


def _spoken(note: Callout) -> int:
    """Return how many Swedish words a note takes to say, or could be said in the minutes that it takes."""
    if note.minutes:
        return _WORDS_A_MINUTE * note.minutes
    return sum(len(node.source.split()) for _, node in descend(note) if isinstance(node, Prose))


def _contacts(document: Document, words: Words) -> Box:
    """Return the slide with the numbers to call, on two pages if there are many: the urgent first, then the plan's own.

    It stands there while the room asks. Without a number it is the questions' own.
    """
    label = words.labels
    every, _ = every_contact(document)
    cards = [each for each in every if each.phone is not None and is_for(each, document.language.tag)]
    chosen = cards[:_NUMBERS]
    if not chosen:
        return _titled("section slide", label("questions"), label("questions_lead"))
    shown = tuple(map(_number_only, chosen))
    rows = [lower(Contacts(shown[at : at + _ON_A_SLIDE]), words) for at in range(0, len(shown), _ON_A_SLIDE)]
    question = Paragraph(label("questions_lead"), "lead")
    return Box("phone slide", (Heading(2, label("contacts")), *rows, question), tuple(range(2, len(rows) + 1)))


def _number_only(contact: ContactCard) -> ContactCard:
    """Return the card as the back row can read it; all else is on the paper."""
    name = contact.short or contact.name
    if contact.phone is not None:
        name = _without_end(name, f" {plain(contact.phone.inlines)}")
    return ContactCard(name, NOTHING, contact.phone, urgent=contact.urgent)


def _without_end(name: Prose, end: str) -> Prose:
    """Return a name without the number that stands beside it."""
    last = name.inlines[-1] if name.inlines else None
    if not isinstance(last, Text) or not last.text.endswith(end):
        return name
    return replace(name, inlines=(*name.inlines[:-1], Text(last.text.removesuffix(end))))


def _after(parts: list[Section], start: time) -> time:
    """Return when the last module ends."""
    return _later(start, sum(section.minutes for section in parts))


def _later(start: time, minutes: int) -> time:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
