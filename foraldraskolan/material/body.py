"""The body of a module or letter -> blocks: Markdown, and the ::: boxes in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from foraldraskolan.document.form import Heading, List
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    CalloutKind,
    Chart,
    Contacts,
    Mail,
    Pictures,
    Rule,
    Slide,
)
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.material.boxes import Box, split_boxes
from foraldraskolan.material.markdown import parse_blocks, parse_prose
from foraldraskolan.material.record_blocks import chart, contact_card, picture, rule
from foraldraskolan.material.records import Law, Records
from foraldraskolan.material.slide_boxes import SLIDES, keys_of, shown_by
from foraldraskolan.problems import Message, Place, Problem, collect, did_you_mean, message

T = TypeVar("T")
_CALLOUTS: Mapping[str, CalloutKind] = {kind: kind for kind in get_args(CalloutKind)}
_BOXES = (*SLIDES, "mail", "contacts", "chart", "law", "pictures", *_CALLOUTS)


def parse_body(
    body: str, place: Place, title: Prose, records: Records, sources: list[str], problems: list[Problem]
) -> tuple[Block, ...]:
    """Return the blocks of a body whose first line is at this place; add what is wrong in it to the problems.

    A slide without a title of its own gets this title. The source of each law comes after the article's own sources.
    """
    reader = _BodyReader(title, records, sources, problems)
    blocks = tuple(block for box in split_boxes(body, place, problems) for block in reader.blocks(box))
    reader.check_heading_steps(blocks)
    return blocks


class _BodyReader:
    """Turns the boxes of one body, and the text between them, into blocks."""

    def __init__(self, title: Prose, records: Records, sources: list[str], problems: list[Problem]) -> None:
        self.title = title
        self.records = records
        self.sources = sources
        self.problems = problems

    def report(self, place: Place | None, what: Message, hint: Message | None = None) -> None:
        self.problems.append(Problem(what, hint, place))

    def parsed(self, text: str, place: Place) -> tuple[Block, ...]:
        return parse_blocks(text, SOURCE, place, self.problems)

    def check_heading_steps(self, blocks: tuple[Block, ...]) -> None:
        """Report a level 3 before the first level 2; a box between two headings changes nothing."""
        for block in blocks:
            if isinstance(block, Heading):
                if block.level == 3:
                    self.report(
                        block.text.place,
                        message("Rubriken hoppar över en nivå."),
                        message("Skriv en rubrik med ## före."),
                    )
                return

    def blocks(self, box: Box) -> tuple[Block, ...]:
        if not box.kind:
            return self.parsed(box.text, box.text_place)
        if box.kind not in _BOXES:
            self.report(
                box.place, message("Rutan ::: {kind} finns inte.", kind=box.kind), did_you_mean(box.kind, _BOXES)
            )
            return ()
        if box.argument and box.kind not in (*SLIDES, "chart"):
            self.report(
                box.place,
                message("Rutan ::: {kind} har ingen titel.", kind=box.kind),
                message("Skriv texten på raden under."),
            )
        if box.kind in SLIDES:
            return (self.slide(box),)
        match box.kind:
            case "chart":
                return self.chart(box)
            case "contacts":
                contacts = self.named(box, self.records.contacts, message("Kontakten {name} finns inte."))
                return (Contacts(tuple(map(contact_card, contacts))),)
            case "law":
                laws = self.named(box, self.records.laws, message("Lagen {name} finns inte."))
                return tuple(map(self.rule, laws))
            case "pictures":
                drawings = self.named(box, self.records.drawings, message("Bilden {name} finns inte."))
                return (Pictures(tuple(map(picture, drawings))),)
        below = self.content(box, self.parsed(box.text, box.text_place))
        return (Mail(below) if box.kind == "mail" else Callout(_CALLOUTS[box.kind], below),)

    def content(self, box: Box, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return a box's blocks; report an empty box, and headings, which belong to the page around it."""
        if not box.text.strip():
            self.report(box.place, message("Rutan ::: {kind} är tom.", kind=box.kind))
        for block in blocks:
            if isinstance(block, Heading):
                self.report(block.text.place, message("Rubriker kan inte stå i en ruta."))
        return blocks

    def slide(self, box: Box) -> Slide:
        """Return the slide with a split before each block that stands first after a line of ---.

        What is shown and words, or one of them, make a slide.
        """
        title = self.title
        if box.argument:
            title = collect(self.problems, lambda: parse_prose(box.argument, SOURCE, box.place)) or title
        keys, below, start = keys_of(box, self.problems)
        blocks: list[Block] = []
        splits: list[int] = []
        for text, place in _split_at_rules(below, start):
            if place != start:
                splits.append(len(blocks))
            part = self.parsed(text, place)
            if not text.strip() and below.strip():
                self.report(
                    place, message("Ett streck (---) delar en bild mellan två block, men här finns inget block.")
                )
            blocks.extend(part)
        kind, shown = shown_by(box, title, keys, tuple(blocks), self.records, self.problems)
        inside = tuple(blocks) if shown else self.content(box, tuple(blocks))
        return Slide(title, inside, tuple(splits), kind, shown)

    def rule(self, law: Law) -> Rule:
        """Return what a law says as this article cites it."""
        if law.source not in self.sources:
            self.sources.append(law.source)
        return rule(law, self.sources.index(law.source) + 1)

    def named(self, box: Box, known: Mapping[str, T], missing: Message) -> list[T]:
        """Return the records in the list of names that a box is; report those that are not known."""
        found: list[T] = []
        for block in self.content(box, self.parsed(box.text, box.text_place)):
            if not (isinstance(block, List) and block.marker == "bullet"):
                self.report(
                    box.place,
                    message("Rutan ::: {kind} är en punktlista med namn.", kind=box.kind),
                    message("Skriv - och ett namn, ett på varje rad."),
                )
                continue
            for item in block.items:
                if item.source in known:
                    found.append(known[item.source])
                else:
                    self.report(item.place, missing.having(name=item.source), did_you_mean(item.source, known))
        return found

    def chart(self, box: Box) -> tuple[Chart, ...]:
        name, _, short = box.argument.partition(" ")
        if box.text.strip():
            self.report(box.place, message("Rutan ::: chart är tom; diagrammets text står i facts.toml."))
        series = self.records.series.get(name)
        if series is None:
            what = message("Diagrammet {name} finns inte.", name=name)
            self.report(box.place, what, did_you_mean(name, self.records.series))
            return ()
        # Without a title of its own it is on paper only.
        title = collect(self.problems, lambda: parse_prose(short, SOURCE, box.place)) if short.strip() else None
        return (replace(chart(series, self.records.sources), short=title or NOTHING),)


def _split_at_rules(below: str, start: Place) -> list[tuple[str, Place]]:
    """Return the parts of a slide between its lines of ---, each with the place of its first line."""
    parts: list[tuple[str, Place]] = []
    lines: list[str] = []
    for number, line in enumerate(below.split("\n"), start=start.line or 1):
        if line.strip() == "---":
            parts.append(("\n".join(lines), start))
            lines, start = [], Place(start.file, number + 1)
        else:
            lines.append(line)
    return [*parts, ("\n".join(lines), start)]
