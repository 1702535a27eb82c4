"""What several media do with a document's sections to arrange them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from foraldraskolan.document import marks
from foraldraskolan.document.form import Blank, Box, Foot, FootNumber, Form, FormBlock, Heading, List, Note, Paragraph
from foraldraskolan.document.inlines import Foreign, Strong, Text
from foraldraskolan.document.meaning import Block, Callout, Document, Section, SourceEntry
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import proses_below, rewrite
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.media.lowering import paragraphs
from foraldraskolan.media.words import Words

B = TypeVar("B", bound=Block)


def form(
    document: Document,
    title: Prose,
    blocks: Iterable[FormBlock | Blank],
    words: Words,
    numbers: tuple[FootNumber, ...] = (),
) -> Form:
    """Return the form of a document under a title; how far it can be trusted is said when it is known.

    `numbers` are those to call, for the foot of each page.
    """
    foot = Foot(words.labels("page"), NOTHING, words.example, numbers)
    return Form(title, document.language, document.meeting, tuple(blocks), foot, words.beside)


def sections(document: Document) -> Iterator[Section]:
    """Yield the document's sections."""
    for block in document.blocks:
        if isinstance(block, Section):
            yield block


def meeting_line(document: Document, words: Words) -> Prose:
    """Return whose meeting this is, when, and who invites to it."""
    meeting = document.meeting
    return words.labels(
        "meeting_line",
        title=Foreign(SOURCE, (Text(meeting.title),)),
        date=words.date(meeting.date),
        host=Foreign(SOURCE, (Text(meeting.host),)),
    )


def language_names(language: Language) -> Prose:
    """Return a language by its own name, and by the one that whoever hands papers out knows it by."""
    own = Strong((Text(language.native),))
    if language.tag == SOURCE:
        return Prose((own,), SOURCE)
    return Prose((own, Text(" · "), Foreign(SOURCE, (Text(language.swedish),))), language.tag)


def when_and_where(document: Document, words: Words) -> Prose:
    """Return when the meeting is, for how long, and where."""
    meeting = document.meeting
    end = datetime.combine(meeting.date, meeting.start) + timedelta(minutes=meeting.minutes)
    return words.labels(
        "staff_when",
        date=words.date(meeting.date),
        start=words.clock(meeting.start),
        end=words.clock(end.time()),
        minutes=str(meeting.minutes),
        place=Foreign(SOURCE, (Text(meeting.place),)),
    )


def masthead(
    document: Document, words: Words, title: Prose, subtitle: Prose = NOTHING, *, of_meeting: bool = True
) -> Box:
    """Return a sheet's language, title, subtitle, whose meeting it belongs to, how far its translation is trusted."""
    trust = () if document.language.tag == SOURCE else (Blank("trust"),)
    meeting = meeting_line(document, words) if of_meeting else None
    lines = paragraphs(("subtitle", subtitle), ("meeting", meeting))
    names = Paragraph(language_names(document.language), "language")
    return Box("masthead", (names, Heading(1, title), *lines, *trust, *paragraphs(("example", words.example))))


class SourceIndex:
    """The sources of a document in the order of the points that they are used at; a point is a block with a number."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, str], tuple[SourceEntry, list[int]]] = {}

    def use(self, block: Block, section: Section, point: int) -> Block:
        """Note the sources of a section's block at a point, and return the block without their marks."""
        for text in proses_below(block):
            for number in marks.marks_of(text.inlines):
                entry = section.sources[number - 1]
                _, points = self._used.setdefault((entry.url, str(entry.text.inlines)), (entry, []))
                if point not in points:
                    points.append(point)
        return without_marks(block)

    def blocks(self, words: Words) -> list[FormBlock]:
        """Return the heading, what the numbers are, and the sources below the days when they were compared."""
        if not self._used:
            return []
        days = sorted({entry.checked for entry, _ in self._used.values()}, reverse=True)
        label, listed = ("compared" if len(days) == 1 else "checked"), list[FormBlock]()
        for day in days:
            listed.append(Paragraph(words.labels(label, date=words.day(day)), "note"))
            used = (each for each in self._used.values() if each[0].checked == day)
            listed += [Note(_points(points), entry.text, entry.url) for entry, points in used]
        lead = Paragraph(words.labels("sources_lead"), "note")
        return [Heading(2, words.labels("sources")), Box("sources", (lead, *listed))]

    def listed(self, words: Words) -> list[FormBlock]:
        """Return the list alone, without points, and on which day all had been compared; nothing if none was used."""
        entries = [entry for entry, _ in self._used.values()]
        if not entries:
            return []
        oldest = words.labels("compared", date=words.day(min(entry.checked for entry in entries)))
        return [Box("sources", (*(Note(None, each.text, each.url) for each in entries), Paragraph(oldest, "note")))]


def _points(points: Iterable[int]) -> Prose:
    return Prose((Text(", ".join(map(str, points))),), SOURCE)


def without_marks(block: B) -> B:
    """Return the block without source marks, for media whose sources stand on another sheet."""
    return rewrite(block, lambda prose: replace(prose, inlines=marks.without_marks(prose.inlines)))


def deeper(block: Block) -> Block:
    """Return a heading one level further down: in a document a module's title is itself a heading."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def check_lists(document: Document) -> Iterator[Block]:
    """Yield the check lists of a document's sections, each under the headings that no list before it stood under."""
    for section in sections(document):
        above = [Heading(2, section.title)]
        for block in map(without_marks, section.blocks):
            if isinstance(block, Heading):
                under = replace(block, level=block.level + 1)
                above = [*(each for each in above if each.level < under.level), under]
            elif isinstance(block, List) and block.marker == "tick":
                yield from above
                above = []
                yield block


def acute(document: Document) -> tuple[Section, Callout] | None:
    """Return the first callout for acute danger and its section: it opens every sheet that treats danger."""
    for section in sections(document):
        for block in section.blocks:
            if isinstance(block, Callout) and block.kind == "act":
                return section, block
    return None
