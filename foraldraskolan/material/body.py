"""The body of a module or letter -> blocks: Markdown, and the ::: boxes in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from foraldraskolan.document.form import Heading, List, Marker
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    CalloutKind,
    Chart,
    Contacts,
    Leaflet,
    LeafletKind,
    Mail,
    Picture,
    Pictures,
    Question,
    Rule,
    Slide,
)
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE
from foraldraskolan.material.boxes import Box, split_boxes
from foraldraskolan.material.markdown import parse_blocks, parse_prose
from foraldraskolan.material.record_blocks import chart, contact_card, picture, rule
from foraldraskolan.material.records import Law, Records
from foraldraskolan.material.slide_boxes import SLIDES, keys_of, shown_by
from foraldraskolan.problems import Message, Place, Problem, collect, did_you_mean, message

T = TypeVar("T")
_CALLOUTS: Mapping[str, CalloutKind] = {kind: kind for kind in get_args(CalloutKind)}
# What a box for the leaflet holds: a list with this marker, but drawings are named.
_LEAFLET: Mapping[str, Marker] = {
    "signs": "tick",
    "phrases": "bullet",
    "steps": "number",
    "avoid": "bullet",
    "pictures": "bullet",
}
_WRITTEN: Mapping[Marker, str] = {"tick": "- [ ]", "bullet": "-", "number": "1."}
_BOXES = (*SLIDES, "mail", "leaflet", "contacts", "chart", "law", "pictures", "question", *_CALLOUTS)
_KINDS: Mapping[str, LeafletKind] = {kind: kind for kind in get_args(LeafletKind)}
_NO_DRAWING = message("Bilden {name} finns inte.")
_UNTITLED = message("Rutan ::: leaflet {kind} har ingen rubrik.")
_TIMED = ("ask", "own")  # what takes minutes of its own, one if it does not say how many
_MINUTES = range(1, 31)
# What may say more on its first line.
_TITLED = (*SLIDES, "chart", "leaflet", "remember", "question", "act", "say", *_TIMED)
_INTERPRETED = "interpreted"  # what is said of that, where the meeting is


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
        if box.argument and box.kind not in _TITLED:
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
                return (self.pictures(box),)
            case "leaflet":
                return self.leaflet(box)
        # What is added to the danger of another module may be nothing.
        may_be_empty = box.kind == "act" and bool(box.argument)
        below = self.content(box, self.parsed(box.text, box.text_place), may_be_empty=may_be_empty)
        match box.kind:
            case "mail":
                return (Mail(below),)
            case "question":
                return self.question(box, below)
            case "act":
                return (Callout("act", below, of=box.argument),)
            case "say":
                return (Callout("say", below, interpreters=self.is_of_interpreters(box)),)
            case "remember":
                return (Callout("remember", below, self.drawing(box) if box.argument else None),)
        return (Callout(_CALLOUTS[box.kind], below, minutes=self.minutes(box)),)

    def is_of_interpreters(self, box: Box) -> bool:
        """Return whether a box says that its text is for an interpreted meeting alone."""
        if box.argument not in ("", _INTERPRETED):
            what = message("Efter ::: say står inget, eller {word}.", word=_INTERPRETED)
            hint = message("Skriv {word} om texten bara sägs när mötet tolkas, och texten på raden under.",
                           word=_INTERPRETED)  # fmt: skip
            self.report(box.place, what, hint)
        return box.argument == _INTERPRETED

    def minutes(self, box: Box) -> int:
        """Return how many minutes a box says that it takes, 0 of one that says none."""
        if box.kind not in _TIMED:
            return 0
        if not box.argument:
            return _MINUTES[0]
        minutes = int(box.argument) if box.argument.isascii() and box.argument.isdecimal() else 0
        if minutes not in _MINUTES:
            what = message("{found} är inga minuter.", found=box.argument)
            hint = message(
                "Skriv ett helt tal från {low} till {high}, som ::: {kind} 2, och texten på raden under.",
                low=_MINUTES[0],
                high=_MINUTES[-1],
                kind=box.kind,
            )
            self.report(box.place, what, hint)
        return minutes

    def question(self, box: Box, answer: tuple[Block, ...]) -> tuple[Question, ...]:
        """Return what parents ask, on the first line of a box, and the answer below it."""
        asked = collect(self.problems, lambda: parse_prose(box.argument, SOURCE, box.place)) if box.argument else None
        if not (asked and plain(asked.inlines).rstrip().endswith("?")):
            what = message("Rutan ::: question är ingen fråga.")
            self.report(box.place, what, message("Skriv den som föräldrar ställer den, som ::: question Får jag …?"))
        return (Question(asked, answer),) if asked else ()

    def pictures(self, box: Box) -> Pictures:
        """Return the drawings that a box names."""
        drawings = self.named(box, self.records.drawings, _NO_DRAWING)
        return Pictures(tuple(map(picture, drawings)))

    def drawing(self, box: Box) -> Picture | None:
        """Return the drawing that a box to remember names on its first line."""
        found = self.records.drawings.get(box.argument)
        if found is None:
            hint = did_you_mean(box.argument, self.records.drawings)
            self.report(box.place, _NO_DRAWING.having(name=box.argument), hint)
        return picture(found) if found else None

    def leaflet(self, box: Box) -> tuple[Leaflet, ...]:
        """Return what a box gives to the leaflet: one list, under a title if it is of signs."""
        kind, _, title = box.argument.partition(" ")
        if kind not in _LEAFLET:
            self.report(
                box.place,
                message("Rutan ::: leaflet säger inte vad den innehåller."),
                message("Skriv ett av {kinds} efter leaflet.", kinds=", ".join(_LEAFLET)),
            )
            return ()
        if bool(title.strip()) != (kind == "signs"):
            what = message("Tecknen på bladet har ingen rubrik.") if kind == "signs" else _UNTITLED.having(kind=kind)
            self.report(box.place, what, message("Bara tecknen har en rubrik, som ::: leaflet signs Kroppen."))
        heading = collect(self.problems, lambda: parse_prose(title, SOURCE, box.place)) if title.strip() else None
        block = self.pictures(box) if kind == "pictures" else self.only_list(box, _LEAFLET[kind])
        if block is None:
            return ()
        return (Leaflet(_KINDS[kind], heading or NOTHING, block),)

    def only_list(self, box: Box, marker: Marker) -> List | None:
        """Return the list that a box is, if it is one with this marker; report one that is not."""
        blocks = self.content(box, self.parsed(box.text, box.text_place))
        first = blocks[0] if blocks else None
        if len(blocks) == 1 and isinstance(first, List) and first.marker == marker:
            return first
        if blocks:
            hint = message("Skriv {marker} först på varje rad.", marker=_WRITTEN[marker])
            self.report(box.place, message("Rutan är en enda lista."), hint)
        return None

    def content(self, box: Box, blocks: tuple[Block, ...], *, may_be_empty: bool = False) -> tuple[Block, ...]:
        """Return a box's blocks; report an empty box, and headings, which belong to the page around it."""
        if not (may_be_empty or box.text.strip()):
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
        # A number and a claim say enough by themselves.
        inside = self.content(box, tuple(blocks), may_be_empty=kind in ("number", "myth"))
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
