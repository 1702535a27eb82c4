"""The handout: everything that a parent reads, its points numbered alike in every language.

The first page says when to call 112 and what is in the paper; all numbers to call stand together after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from foraldraskolan.document.form import Box, Form, FormBlock, Heading, Paragraph, Reference
from foraldraskolan.document.inlines import Text, Value
from foraldraskolan.document.meaning import Block, Callout, Contacts, Document, Section
from foraldraskolan.document.paper import Once, printed
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, inlines_below, proses_below
from foraldraskolan.layout.grid import BESIDE, HANDOUT
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media.arranging import SourceIndex, acute, deeper, form, masthead, sections
from foraldraskolan.media.contacts import every_contact, foot_numbers
from foraldraskolan.media.lowering import with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message

_TOLD = 4  # modules: where there are more, the contents say only what they are called


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return acute danger, contents, whom to call; each module with what it adds to that; then the sources."""
    title, once, points = words.labels("title"), Once(), _Points(document, words)
    top: list[FormBlock] = [masthead(document, words, title, words.labels("subtitle"))]
    danger = acute(document)
    if danger:
        section, box = danger
        top += points.of(section, once.of([box]))
    parts = [*_numbers(document, points, words)]
    for section in sections(document):
        read = once.of(printed(section.blocks))
        told = _told(section, read) if read else ()  # what is only said has no place on paper
        parts += points.of(section, (_pointing(each, danger, words) for each in told))
    parts += points.index.blocks(words)
    blocks = (*top, *_contents(document, parts, words), *parts)
    return form(document, title, blocks, words, foot_numbers(document))


class _Points:
    """Gives each heading a number, and the box for acute danger that stands before all: a point of the paper."""

    def __init__(self, document: Document, words: Words) -> None:
        self.index = SourceIndex()
        self._numbers = count(1)
        self._last = 0
        self._tag = document.language.tag
        self._words = words

    def of(self, section: Section, blocks: Iterable[Block]) -> Iterator[FormBlock]:
        """Yield the form of a section's blocks, those with a number that have one; their sources are noted."""
        for block in blocks:
            begins = isinstance(block, Heading) or self._last == 0
            self._last = next(self._numbers) if begins else self._last
            first, *notes = with_notes([self.index.use(block, section, self._last)], self._words)
            if not begins and isinstance(first, Box) and first.look == "act":
                first = replace(first, blocks=first.blocks[1:])  # what it points to has the word for its kind
            yield self.numbered(first) if begins else first
            yield from notes

    def numbered(self, block: FormBlock) -> Box:
        """Return a block with the number of its point."""
        return Box("numbered", (Paragraph(Prose((Text(str(self._last)),), self._tag), "number"), block))


def _told(section: Section, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield a section's title and its blocks; what to remember stands beside the first of them."""
    rest = list(map(deeper, blocks))
    remembered = [block for block in rest if isinstance(block, Callout) and block.kind == "remember"]
    rest = [block for block in rest if block not in remembered]
    yield Heading(2, section.title)
    place = next((index + 1 for index, block in enumerate(rest) if not isinstance(block, Heading)), len(rest))
    yield from (*rest[:place], *remembered, *rest[place:])


def _pointing(block: Block, danger: tuple[Section, Callout] | None, words: Words) -> Block:
    """Return a box for acute danger with a line that points to the one at the top, any other block as it is."""
    if danger is None or not (isinstance(block, Callout) and block.kind == "act"):
        return block
    inlines = (each for text in proses_below(danger[1]) for each in inlines_below(text.inlines))
    number = next((each for each in inlines if isinstance(each, Value) and each.url.startswith("tel:")), None)
    if number is None:
        return block
    return replace(block, blocks=(Paragraph(words.labels("danger_above", number=number)), *block.blocks))


def _numbers(document: Document, points: _Points, words: Words) -> Iterator[FormBlock]:
    """Yield every number to call under a heading, and a row for one more."""
    cards, first = every_contact(document)
    if not cards:
        return
    nowhere = Section("", words.labels("leaflet_numbers"), words.labels("leaflet_numbers"), None, 0, (), ())
    yield from points.of(nowhere, [Heading(2, words.labels("leaflet_numbers"))])
    for block in with_notes([Contacts(cards)], words):
        if isinstance(block, Box) and block.look == "contacts":
            rows, notes = block.blocks[: len(cards)], block.blocks[len(cards) :]
            own = Box("card", (Paragraph(words.labels("leaflet_own"), "name"),))
            yield Box("numbers", (*rows[:first], Box("contacts", (*rows[first:], own)), *notes))
        else:
            yield block


def _contents(document: Document, parts: list[FormBlock], words: Words) -> list[FormBlock]:
    """Return what is in the paper: its titles, and where there are few of them what stands below each."""
    whole = list(sections(document))
    told = {each.title: each.summary for each in whole} if len(whole) <= _TOLD else {}
    lines: list[FormBlock] = []
    # Before them are the paper's own title and that of the contents.
    headings = (node for each in parts for _, node in descend(each) if isinstance(node, Heading))
    for number, heading in enumerate(headings, start=2):
        if heading.level == 2:
            about = told.get(heading.text)
            lines.append(Reference(heading.text, about if about and about.inlines else None, number))
    return [Heading(2, words.labels("contents_list")), Box("contents", tuple(lines))] if lines else []


MEDIUM = Medium(
    "handout",
    message("Papper att läsa hemma"),
    arrange,
    lambda form, _: lay_out_sheet(form, HANDOUT if form.beside is None else BESIDE),
    ways=("pages", "webpage"),
    beside=True,
)
