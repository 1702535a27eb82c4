"""What several media do with a document's sections before they lay them out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foraldraskolan.document import marks
from foraldraskolan.document.blocks import (
    Bar,
    Block,
    BulletList,
    Callout,
    Chart,
    Checklist,
    Contacts,
    Heading,
    Masthead,
    Numbered,
    NumberedList,
    Paragraph,
    Prose,
    Section,
    Slide,
    SourceEntry,
    Sources,
    Table,
)
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Emphasis, Foreign, Inline, LineBreak, SourceMark, Strong, Text
from foraldraskolan.document.walk import descend, rewrite, rewrite_inlines
from foraldraskolan.language import SOURCE
from foraldraskolan.media.medium import Words

NOTHING = Prose((), SOURCE)


def sections(document: Document) -> Iterator[Section]:
    """Yield the document's sections."""
    for block in document.blocks:
        if isinstance(block, Section):
            yield block


def masthead(document: Document, words: Words, title: Prose, subtitle: Prose = NOTHING) -> Masthead:
    """Return how a sheet of this meeting opens."""
    meeting = document.meeting
    line = words.labels(
        "meeting_line",
        title=Foreign(SOURCE, (Text(meeting.title),)),
        date=words.date(meeting.date),
        host=Foreign(SOURCE, (Text(meeting.host),)),
    )
    trust = NOTHING if document.language.tag == SOURCE else words.trust
    return Masthead(title, subtitle, line, trust, words.example)


def worded(block: Block, words: Words) -> Block:
    """Return the block with the words for its kind and its dates."""
    match block:
        case Callout():
            inside = tuple(worded(each, words) for each in block.blocks)
            return replace(block, blocks=inside, label=words.labels(block.kind))
        case Chart():
            # The short title is the title of a slide and stands on no other page.
            source = words.labels("chart_source", source=block.source)
            bars = tuple(_worded_bar(bar, words) for bar in block.bars)
            return replace(block, title=_strong(block.title), short=NOTHING, bars=bars, source=source)
        case Contacts():
            checked = [card.checked for card in block.cards if card.checked is not None]
            note = words.labels("compared", date=words.day(min(checked))) if checked else None
            return replace(block, note=note)
        case _:
            return block


def _worded_bar(bar: Bar, words: Words) -> Bar:
    if bar.value is None:
        return replace(bar, text=words.labels("chart_gap"))
    return replace(bar, text=words.labels("chart_nearly", value=bar.text)) if bar.nearly else bar


def _strong(prose: Prose) -> Prose:
    return replace(prose, inlines=(Strong(prose.inlines),)) if prose.inlines else prose


def with_notes(blocks: Iterable[Block], words: Words) -> Iterator[Block]:
    """Yield the blocks, each text whose translation is older than its source with a note that says so.

    The note stands below the words themselves; where a heading or a drawing has no room for it, it follows the block.
    """
    for block in blocks:
        yield noted(block, words)
        if not isinstance(block, _ROOMY) and any(
            isinstance(node, Prose) and node.state == "stale" for _, node in descend(block)
        ):
            yield Callout("remember", (Paragraph(words.labels("note_stale")),))


def noted(block: Block, words: Words) -> Block:
    """Return the block with a note below each old text in it that has room for one."""
    match block:
        case Callout() | Slide():
            return replace(block, blocks=tuple(noted(each, words) for each in block.blocks))
        case _ if isinstance(block, _ROOMY):
            return rewrite(block, lambda prose: _noted(prose, words))
        case _:
            return block


_ROOMY = (BulletList, Callout, Checklist, NumberedList, Paragraph, Table)


def _noted(prose: Prose, words: Words) -> Prose:
    if prose.state != "stale":
        return prose
    note = words.labels("note_stale")
    said = Emphasis((Foreign(note.language, note.inlines),) if note.language != prose.language else note.inlines)
    return replace(prose, inlines=(*prose.inlines, LineBreak(), said))


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with a number on every one that is not a heading, the same in every language.

    A note on a stale translation carries no number, or the languages would count apart.
    """
    number = 0
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Callout) and block.label is None):
            yield block
        else:
            number += 1
            yield Numbered(number, block)


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

    @property
    def entries(self) -> tuple[SourceEntry, ...]:
        """Return the sources that were used, by number."""
        return tuple(self._entries.values())

    def blocks(self, words: Words) -> list[Block]:
        """Return the heading and the list of the sources, nothing if none was used."""
        entries = self.entries
        if not entries:
            return []
        days = {entry.checked for entry in entries}
        note = None
        if len(days) == 1:
            note = words.labels("compared", date=words.day(days.pop()))
        else:
            entries = tuple(
                replace(entry, note=words.labels("checked", date=words.day(entry.checked))) for entry in entries
            )
        return [Heading(2, words.labels("sources")), Sources(entries, note)]


def without_marks(block: Block) -> Block:
    """Return the block without source marks, for media whose sources stand on another sheet."""
    return rewrite(block, lambda prose: replace(prose, inlines=marks.without_marks(prose.inlines)))


def deeper(block: Block) -> Block:
    """Return a heading one level further down: in a document a module's title is itself a heading."""
    return replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def acute(document: Document) -> tuple[Section, Callout] | None:
    """Return the first callout for acute danger and its section: it opens every sheet that treats danger."""
    for section in sections(document):
        for block in section.blocks:
            if isinstance(block, Callout) and block.kind == "act":
                return section, block
    return None
