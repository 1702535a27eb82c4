"""What modules give to the leaflet, as forms; where some may be left out, choices from the most to the least of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from foraldraskolan.document.form import Box, Figure, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    CalloutKind,
    ContactCard,
    Document,
    Leaflet,
    LeafletKind,
    Picture,
    Pictures,
    Section,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain, proses_below
from foraldraskolan.media.arranging import sections, without_marks
from foraldraskolan.media.leaflet_numbers import Choices
from foraldraskolan.media.lowering import lower, paragraphs, with_notes
from foraldraskolan.media.words import Words
from foraldraskolan.record import record

T = TypeVar("T")

_REMINDERS, _REASONS, _DRAWINGS = 4, 4, 3
_LAST = 100  # behind every priority
_SIGNS = 2  # of a group, as many as stay as long as it does
_ALONE = 6  # phrases, or steps, in a column of their own
# How many phrases, steps, and things that do not help there are, as long as there is room.
_WORDS = (
    (6, 6, 6),
    (5, 6, 5),
    (5, 5, 4),
    (4, 5, 4),
    (4, 4, 4),
    (4, 3, 4),
    (4, 3, 3),
    (4, 3, 2),
    (3, 3, 2),
    (3, 2, 2),
    (3, 2, 0),
    (2, 2, 0),
    (2, 1, 0),
    (1, 1, 0),
    (1, 0, 0),
)


def call(document: Document, numbers: Sequence[ContactCard], words: Words) -> Box:
    """Return danger: the number to call, and why, as the most important module that gives reasons says it."""
    acts = [act for _, act in _callouts(_ranked(document), "act")]
    acts.sort(key=lambda act: not any(isinstance(block, List) for block in act.blocks))
    urgent = [card for card in numbers if card.urgent][:1]
    number = [line for card in urgent for line in paragraphs(("phone", card.phone))]
    if acts:
        first, *rest = (lower(without_marks(block), words) for block in acts[0].blocks)
        why = [first, *_reasons(rest)]
    else:
        why = [line for card in urgent for line in paragraphs(("body", card.about))]
    return Box("call", (Heading(2, words.labels("act")), *number, *why))


def _reasons(blocks: Sequence[FormBlock]) -> Iterator[FormBlock]:
    """Yield what announces the first list, its first items, and what comes right after it, which is about doubt."""
    for at, block in enumerate(blocks):
        if isinstance(block, List):
            yield from (*blocks[max(at - 1, 0) : at], replace(block, items=block.items[:_REASONS]))
            yield from (Paragraph(each.text, "lead") for each in blocks[at + 1 : at + 2] if isinstance(each, Paragraph))
            return


def reminders(document: Document, numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return what to remember, each with its drawing, and then ever less, down to one.

    What only says again whom to call in danger comes last of all: it stands above.
    """
    urgent = [plain(card.phone.inlines) for card in numbers if card.urgent and card.phone]

    def rank(section: Section, callout: Callout) -> int:
        text = " ".join(plain(prose.inlines) for prose in proses_below(callout)).split()
        return section.priority + (_LAST if set(text) & set(urgent) else 0)

    found = [
        (rank(section, callout), (section, callout)) for section, callout in _callouts(sections(document), "remember")
    ]
    choices: Choices = []
    for many in range(min(len(found), _REMINDERS), 0, -1):
        boxes = (_reminder(section, callout, words) for section, callout in _most_important(found, many))
        choices.append((Heading(2, words.labels("remember")), *boxes))
    return choices or [()]


def _reminder(section: Section, callout: Callout, words: Words) -> Box:
    picture = callout.drawing or section.sign
    drawn = (Figure(picture.drawing, picture.alt),) if picture else ()
    return Box("remember", (*drawn, *(lower(without_marks(each), words) for each in callout.blocks)))


def _ranked(document: Document) -> list[Section]:
    """Return the sections, the most important first, then in the plan's order."""
    return sorted(sections(document), key=lambda section: section.priority)


def _most_important(found: Sequence[tuple[int, T]], many: int) -> list[T]:
    """Return those of the lowest ranks, the first of equal ones, in the order in which they stand."""
    places = sorted(range(len(found)), key=lambda place: found[place][0])
    return [found[place][1] for place in sorted(places[:many])]


def _callouts(parts: Iterable[Section], kind: CalloutKind) -> list[tuple[Section, Callout]]:
    return [
        (section, block)
        for section in parts
        for block in section.blocks
        if isinstance(block, Callout) and block.kind == kind
    ]


def columns(document: Document, words: Words) -> list[Choices]:
    """Return the columns of what modules give, at most two: to notice, and to say and do, or to say, and to do."""
    seen = _signs(document, words)
    two = (seen, _spoken(document, words)) if seen else (_said_alone(document, words), _done_alone(document, words))
    return [choices for choices in two if choices]


def _signs(document: Document, words: Words) -> Choices:
    """Return the column of what to notice, and then ever less of it; nothing if no module gives any."""
    groups = list(_groups(document))
    top: tuple[FormBlock, ...] = (
        Heading(2, words.labels("leaflet_see")),
        *paragraphs(("lead", words.labels("leaflet_ticks"))),
    )
    choices: Choices = []
    for counts in _fewer(groups):
        pairs = list(zip(groups, counts, strict=True))
        drawn = min((group for group, most in pairs if most and group.drawings), key=_priority, default=None)
        blocks = [block for group, most in pairs if most for block in group.blocks(most, drawn=group is drawn)]
        choices.append((Box("column", (*top, *with_notes(blocks, words))),))
    return choices


@record
class _Group:
    """Signs of a module under their title; the drawings that stand before them show the first of them."""

    section: Section
    signs: Leaflet
    drawings: tuple[Picture, ...]

    @property
    def least(self) -> int:
        """Return how many signs stay as long as the group does: a drawing is not there without its sign."""
        return max(_SIGNS, len(self.drawings))

    def blocks(self, most: int, *, drawn: bool) -> tuple[Block, ...]:
        """Return the title, the drawings if they are drawn, and the first signs."""
        pictures = (Pictures(self.drawings),) if drawn else ()
        return Heading(3, self.signs.title), *pictures, List("tick", _items(self.signs)[:most])


def _priority(group: _Group) -> int:
    return group.section.priority


def _groups(document: Document) -> Iterator[_Group]:
    """Yield the groups of signs, with the drawings that their module gives right before them."""
    for section in sections(document):
        boxes = [without_marks(block) for block in section.blocks if isinstance(block, Leaflet)]
        for before, box in zip([None, *boxes], boxes, strict=False):
            if box.kind == "signs":
                yield _Group(section, box, _drawings(before)[:_DRAWINGS] if before else ())


def _fewer(groups: Sequence[_Group]) -> Iterator[tuple[int, ...]]:
    """Yield how many signs of each group there are, and then ever less.

    The longest group is shortened first, and of several the least important and last, until all have a few; then a
    group is left out, and the others are whole again.
    """
    order = sorted(range(len(groups)), key=lambda place: _priority(groups[place]))
    for many in range(len(groups), 0, -1):
        left = [len(_items(group.signs)) if place in order[:many] else 0 for place, group in enumerate(groups)]
        yield tuple(left)
        while longer := [place for place in reversed(order) if left[place] > groups[place].least]:
            left[max(longer, key=lambda place: left[place])] -= 1
            yield tuple(left)


def _spoken(document: Document, words: Words) -> Choices:
    """Return the column of what to say and to do, and then ever less of it; nothing if no module gives any."""
    say, steps, avoid = (_in_turn(document, kind) for kind in _SPOKEN)
    return [
        (Box("column", (*_said(say[:said], words), *_done(steps[:taken], avoid[:avoided], 3 if say else 2, words))),)
        for said, taken, avoided in (_WORDS if say or steps or avoid else ())
    ]


def _said_alone(document: Document, words: Words) -> Choices:
    """Return the column of what to say alone, and then ever less of it; nothing if no module gives any."""
    say = _in_turn(document, "phrases")
    return [(Box("column", tuple(_said(say[:many], words))),) for many in range(min(len(say), _ALONE), 0, -1)]


def _done_alone(document: Document, words: Words) -> Choices:
    """Return the column of what to do alone, and then ever less of it; nothing if no module gives any."""
    steps, avoid = _in_turn(document, "steps"), _in_turn(document, "avoid")
    most = min(max(len(steps), len(avoid)), _ALONE)
    return [(Box("column", tuple(_done(steps[:many], avoid[:many], 2, words))),) for many in range(most, 0, -1)]


_SPOKEN: tuple[LeafletKind, ...] = ("phrases", "steps", "avoid")


def _said(say: Iterable[Prose], words: Words) -> Iterator[FormBlock]:
    for number, each in enumerate(say):
        if number == 0:
            yield Heading(2, words.labels("leaflet_phrases"))
        yield Box("phrase", (lower(Paragraph(each), words),))


def _done(steps: tuple[Prose, ...], avoid: tuple[Prose, ...], level: int, words: Words) -> Iterator[FormBlock]:
    for heading, items in (("leaflet_steps", List("number", steps)), ("leaflet_avoid", List("bullet", avoid))):
        if items.items:
            yield from (Heading(level, words.labels(heading)), lower(items, words))


def _given(parts: Iterable[Section], kind: LeafletKind) -> list[tuple[Section, Leaflet]]:
    """Return what sections give of a kind."""
    return [
        (section, without_marks(block))
        for section in parts
        for block in section.blocks
        if isinstance(block, Leaflet) and block.kind == kind
    ]


def _drawings(box: Leaflet) -> tuple[Picture, ...]:
    return box.block.pictures if isinstance(box.block, Pictures) else ()


def _items(box: Leaflet) -> tuple[Prose, ...]:
    return box.block.items if isinstance(box.block, List) else ()


def _in_turn(document: Document, kind: LeafletKind) -> tuple[Prose, ...]:
    """Return what is given of a kind, each once: the first of each module by importance, then the second of each."""
    turns = zip_longest(*(_items(box) for _, box in _given(_ranked(document), kind)))
    return tuple({each.source: each for turn in turns for each in turn if each is not None}.values())
