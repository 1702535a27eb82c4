"""What several media do with a document's sections to arrange them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from foraldraskolan.document import marks
from foraldraskolan.document.form import Blank, Box, Foot, Form, FormBlock, Heading, List, Note, Paragraph
from foraldraskolan.document.inlines import Foreign, Inline, SourceMark, Text
from foraldraskolan.document.meaning import Block, Callout, Document, Section, SourceEntry
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import rewrite, rewrite_inlines
from foraldraskolan.language import SOURCE
from foraldraskolan.media.lowering import paragraphs
from foraldraskolan.media.words import Words

B = TypeVar("B", bound=Block)


def form(document: Document, title: Prose, blocks: Iterable[FormBlock | Blank], words: Words) -> Form:
    """Return the form of a document under a title; how far it can be trusted is said when it is known."""
    foot = Foot(words.labels("page"), NOTHING, words.example)
    return Form(title, document.language, document.meeting, tuple(blocks), foot)


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


def masthead(
    document: Document, words: Words, title: Prose, subtitle: Prose = NOTHING, *, of_meeting: bool = True
) -> Box:
    """Return a sheet's title, the line below it, whose meeting it belongs to, how far a translation can be trusted."""
    trust = () if document.language.tag == SOURCE else (Blank("trust"),)
    meeting = meeting_line(document, words) if of_meeting else None
    lines = paragraphs(("subtitle", subtitle), ("meeting", meeting))
    return Box("masthead", (Heading(1, title), *lines, *trust, *paragraphs(("example", words.example))))


def numbered(blocks: Iterable[FormBlock], tag: str) -> Iterator[FormBlock]:
    """Yield the blocks with a number on every one that is not a heading, the same in every language.

    A note on a stale translation carries no number, or the languages would count apart.
    """
    number = 0
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Box) and block.look == "stale"):
            yield block
        else:
            number += 1
            yield Box("numbered", (Paragraph(Prose((Text(str(number)),), tag), "number"), block))


class SourceIndex:
    """The sources that a document has used so far, numbered in the order they were first marked."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], SourceEntry] = {}

    def number(self, blocks: Sequence[Block], section: Section) -> tuple[Block, ...]:
        """Return a section's blocks with their source marks counted through the document."""

        def change(inline: Inline) -> Inline:
            if not isinstance(inline, SourceMark):
                return inline
            entry = section.sources[inline.number - 1]
            key = (entry.url, str(entry.text.inlines))
            known = self._entries.setdefault(key, replace(entry, number=len(self._entries) + 1))
            return SourceMark(known.number)

        return rewrite(tuple(blocks), lambda prose: replace(prose, inlines=rewrite_inlines(prose.inlines, change)))

    def blocks(self, words: Words) -> list[FormBlock]:
        """Return the heading and the list of the sources, each with its day if they have several; nothing if unused."""
        listed, entries = self.listed(words), self._entries.values()
        if len({entry.checked for entry in entries}) > 1:
            days = (words.labels("checked", date=words.day(entry.checked)) for entry in entries)
            listed = [Box("sources", tuple(map(_note, entries, days)))]
        return [Heading(2, words.labels("sources")), *listed] if listed else []

    def listed(self, words: Words) -> list[FormBlock]:
        """Return the list alone, and on which day all of them had been compared; nothing if none was used."""
        entries = self._entries.values()
        if not entries:
            return []
        oldest = words.labels("compared", date=words.day(min(entry.checked for entry in entries)))
        return [Box("sources", (*map(_note, entries), Paragraph(oldest, "note")))]


def _note(entry: SourceEntry, compared: Prose | None = None) -> Note:
    return Note(entry.number, entry.text, entry.url, compared)


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
