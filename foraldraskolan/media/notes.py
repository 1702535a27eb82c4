"""The notes: A4 for the speaker who stands, every slide small, what to say to it and what to ask, the clock.

Their language is chosen apart from the slides': the words come from one document, the small slides from another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from itertools import groupby

from foraldraskolan.document.form import Blank, Box, Figure, Form, FormBlock, Heading, Miniatures, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Document, Question, Section
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.speaker_notes import lay_out_speaker_notes
from foraldraskolan.media.arranging import form, masthead, sections, without_marks
from foraldraskolan.media.deck import Cue, deck, title_of
from foraldraskolan.media.lowering import lower
from foraldraskolan.media.medium import Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, shown: Shown) -> Form:
    """Return a box for each slide of the deck, and one where a module begins.

    `shown` is the same meeting's presentation.
    """
    label = words.labels
    title = label("title_notes")
    top: list[FormBlock] = [masthead(document, words, title, label("title"))]
    if document.meeting.interpreted:
        top.append(_interpreted(document, words))
    return form(document, title, (*top, *_notes(document, words, shown)), words)


def _interpreted(document: Document, words: Words) -> Box:
    """Return what to remember of the interpreters, and how much time they take."""
    label, turns = words.labels, document.meeting.turns
    minutes = sum(section.minutes for section in sections(document))
    said = label("interpreted", times=str(turns))
    takes = label("takes_interpreted", minutes=str(minutes), alone=str(minutes // turns))
    return Box("remember", (Paragraph(label("remember"), "label"), Paragraph(said), Paragraph(takes)))


def _notes(document: Document, words: Words, shown: Shown) -> Iterator[Box]:
    """Yield the boxes in order; the clock stands where it has gone on."""
    before: time | None = None
    numbered = enumerate(cue for cue, _ in zip(deck(document, words), shown.blocks, strict=True))
    for part, cues in groupby(numbered, key=lambda each: each[1].part):
        if part:
            yield _part(part, document.meeting, words)
        for number, cue in cues:
            pages = tuple(index for index, page in enumerate(shown.pages) if page.block == number)
            clock = (_clock(cue.start, document.meeting, words),) if cue.start != before else ()
            yield _note(cue, clock, pages, words)
            before = cue.start
        asked = [each for each in part.blocks if isinstance(each, Question)] if part else []
        if asked:
            yield _questions(asked, words)


def _questions(asked: Iterable[Question], words: Words) -> Box:
    """Return what parents ask, with the answers, under a heading; the last slide of its module is above it."""
    lowered = (lower(without_marks(each), words) for each in asked)
    inside = (block for box in lowered if isinstance(box, Box) for block in box.blocks)
    return Box("questions", (Heading(3, words.labels("asked")), *inside))


def _part(section: Section, meeting: Meeting, words: Words) -> Box:
    """Return what a module is called, when it begins and ends, and a line for who speaks."""
    begin = section.start or time()
    end = (_moment(begin) + timedelta(minutes=section.minutes)).time()
    alone = str(section.minutes // meeting.turns)
    label = partial(words.labels, start=words.clock(begin), end=words.clock(end), minutes=str(section.minutes))
    times = label("part_interpreted", alone=alone) if meeting.interpreted else label("part")
    return Box(
        "part", (Heading(2, section.title), Paragraph(times, "clock"), Paragraph(words.labels("speaker"), "line"))
    )


def _clock(start: time, meeting: Meeting, words: Words) -> Paragraph:
    """Return the time of day, and how many minutes of the meeting are left."""
    end = _moment(meeting.start) + timedelta(minutes=meeting.minutes)
    left = (end - _moment(start)) // timedelta(minutes=1)
    return Paragraph(words.labels("clock", start=words.clock(start), left=str(left)), "clock")


def _moment(clock: time) -> datetime:
    return datetime.combine(datetime.min, clock)


def _note(cue: Cue, clock: tuple[Paragraph, ...], pages: tuple[int, ...], words: Words) -> Box:
    number = "–".join(str(page + 1) for page in dict.fromkeys((pages[0], pages[-1])))
    heading = words.labels("slide_titled", number=number, title=title_of(cue.slide))
    # What is seen may be in another language than what stands in for it, which is read aloud as the rest of the page.
    alt = replace(heading, inlines=(Text(plain(heading.inlines)),))
    said = [block for note in cue.notes for block in _said(note)]
    level = 3 if cue.part else 2  # below its module, if it is one's
    return Box("speaker note", (*clock, Figure(Miniatures(pages), alt), Heading(level, heading), *said))


def _said(note: FormBlock) -> tuple[FormBlock | Blank, ...]:
    """Return what is said without a word for that: it is most of what stands there. A question is set apart."""
    return note.blocks[1:] if isinstance(note, Box) and note.look == "say" else (note,)


MEDIUM = Medium(
    "notes",
    message("Talarstöd"),
    arrange,
    lambda form, shown: lay_out_speaker_notes(form, shown.pages),
    languages="notes",
    shows="presentation",
)
