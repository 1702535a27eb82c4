"""The body of a module or letter -> blocks: Markdown, and the ::: boxes in it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import get_args

from foraldraskolan.document.form import Heading, List
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    CalloutKind,
    Chart,
    ContactCard,
    Contacts,
    Mail,
    Picture,
    Pictures,
    Rule,
    Slide,
    SlideKind,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.material.collect import collect
from foraldraskolan.material.fences import Piece, split_boxes
from foraldraskolan.material.markdown import parse_blocks, parse_prose
from foraldraskolan.problems import Message, Place, Problem, did_you_mean, message
from foraldraskolan.record import record

_CALLOUTS: Mapping[str, CalloutKind] = {kind: kind for kind in get_args(CalloutKind)}
_SLIDES: Mapping[str, SlideKind] = {"slide": "points", "act-slide": "act"}
_BOXES = (*_SLIDES, "mail", "contacts", "chart", "law", "pictures", *_CALLOUTS)


@record
class Shelf:
    """What a body may name by its id; `rule` returns what a law says as this article cites it."""

    cards: Mapping[str, ContactCard]
    charts: Mapping[str, Chart]
    pictures: Mapping[str, Picture]
    laws: Collection[str]
    rule: Callable[[str], Rule]


def parse_body(body: str, place: Place, title: Prose, shelf: Shelf, problems: list[Problem]) -> tuple[Block, ...]:
    """Return the blocks of a body whose first line is at this place; add what is wrong in it to the problems.

    A slide without a title of its own gets this title.
    """
    reader = _BodyReader(title, shelf, problems)
    blocks = tuple(block for piece in split_boxes(body, place, problems) for block in reader.blocks(piece))
    reader.check_heading_steps(blocks)
    return blocks


class _BodyReader:
    """Turns the pieces of one body into blocks."""

    def __init__(self, title: Prose, shelf: Shelf, problems: list[Problem]) -> None:
        self.title = title
        self.shelf = shelf
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

    def blocks(self, piece: Piece) -> tuple[Block, ...]:
        if not piece.kind:
            return self.parsed(piece.text, piece.text_place)
        if piece.kind not in _BOXES:
            self.report(
                piece.place,
                message("Rutan ::: {kind} finns inte.", kind=piece.kind),
                did_you_mean(piece.kind, _BOXES),
            )
            return ()
        if piece.argument and piece.kind not in (*_SLIDES, "chart"):
            self.report(
                piece.place,
                message("Rutan ::: {kind} har ingen titel.", kind=piece.kind),
                message("Skriv texten på raden under."),
            )
        match piece.kind:
            case "slide" | "act-slide":
                return (self.slide(piece),)
            case "chart":
                return self.chart(piece)
            case "contacts":
                ids = self.named(
                    piece, self.shelf.cards, lambda each: message("Kontakten {name} finns inte.", name=each)
                )
                return (Contacts(tuple(self.shelf.cards[id] for id in ids)),)
            case "law":
                ids = self.named(piece, self.shelf.laws, lambda each: message("Lagen {name} finns inte.", name=each))
                return tuple(map(self.shelf.rule, ids))
            case "pictures":
                ids = self.named(
                    piece, self.shelf.pictures, lambda each: message("Bilden {name} finns inte.", name=each)
                )
                return (Pictures(tuple(self.shelf.pictures[id] for id in ids)),)
        below = self.content(piece, self.parsed(piece.text, piece.text_place))
        return (Mail(below) if piece.kind == "mail" else Callout(_CALLOUTS[piece.kind], below),)

    def content(self, piece: Piece, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return a box's blocks; report an empty box, and headings, which belong to the page around it."""
        if not piece.text.strip():
            self.report(piece.place, message("Rutan ::: {kind} är tom.", kind=piece.kind))
        for block in blocks:
            if isinstance(block, Heading):
                self.report(block.text.place, message("Rubriker kan inte stå i en ruta."))
        return blocks

    def slide(self, piece: Piece) -> Slide:
        """Return the slide with a split before each block that stands first after a line of ---."""
        title = self.title
        if piece.argument:
            title = collect(self.problems, lambda: parse_prose(piece.argument, SOURCE, piece.place)) or title
        blocks: list[Block] = []
        splits: list[int] = []
        for text, place in _split_at_rules(piece):
            if place != piece.text_place:
                splits.append(len(blocks))
            part = self.parsed(text, place)
            if not text.strip() and piece.text.strip():
                self.report(
                    place, message("Ett streck (---) delar en bild mellan två block, men här finns inget block.")
                )
            blocks.extend(part)
        return Slide(title, self.content(piece, tuple(blocks)), tuple(splits), _SLIDES[piece.kind])

    def named(self, piece: Piece, known: Collection[str], missing: Callable[[str], Message]) -> list[str]:
        """Return the ids in the list that a box is; report those that are not known."""
        ids: list[str] = []
        for block in self.content(piece, self.parsed(piece.text, piece.text_place)):
            if not (isinstance(block, List) and block.marker == "bullet"):
                self.report(
                    piece.place,
                    message("Rutan ::: {kind} är en punktlista med namn.", kind=piece.kind),
                    message("Skriv - och ett namn, ett på varje rad."),
                )
                continue
            for item in block.items:
                if item.source in known:
                    ids.append(item.source)
                else:
                    self.report(item.place, missing(item.source), did_you_mean(item.source, known))
        return ids

    def chart(self, piece: Piece) -> tuple[Chart, ...]:
        name, _, short = piece.argument.partition(" ")
        if piece.text.strip():
            self.report(piece.place, message("Rutan ::: chart är tom; diagrammets text står i facts.toml."))
        if name not in self.shelf.charts:
            self.report(
                piece.place, message("Diagrammet {name} finns inte.", name=name), did_you_mean(name, self.shelf.charts)
            )
            return ()
        if not short.strip():
            self.report(
                piece.place,
                message("Diagrammet har ingen kort titel för bilden."),
                message("Skriv ::: chart {name} Kort titel.", name=name),
            )
        title = collect(self.problems, lambda: parse_prose(short, SOURCE, piece.place))
        return (replace(self.shelf.charts[name], short=title or self.title),)


def _split_at_rules(piece: Piece) -> list[tuple[str, Place]]:
    """Return the parts of a slide between its lines of ---, each with the place of its first line."""
    parts: list[tuple[str, Place]] = []
    lines: list[str] = []
    start = piece.text_place
    for number, line in enumerate(piece.text.split("\n"), start=start.line or 1):
        if line.strip() == "---":
            parts.append(("\n".join(lines), start))
            lines, start = [], Place(start.file, number + 1)
        else:
            lines.append(line)
    return [*parts, ("\n".join(lines), start)]
