"""The parts of the leaflet as forms; where something may be left out, choices from the most to the least of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from foraldraskolan.document.form import Blank, Box, Code, Figure, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.inlines import Text, Value
from foraldraskolan.document.meaning import (
    Block,
    Callout,
    CalloutKind,
    ContactCard,
    Contacts,
    Document,
    Leaflet,
    LeafletKind,
    Picture,
    Pictures,
    Section,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.media.arranging import meeting_line, sections, without_marks
from foraldraskolan.media.lowering import lower, paragraphs, with_notes
from foraldraskolan.media.words import Words

T = TypeVar("T")
Choices = list[tuple[FormBlock, ...]]

_REMINDERS, _REASONS, _DRAWINGS = 4, 4, 3
_OWN, _NUMBERS, _ON_CARD = 3, 5, 3  # numbers of the plan's own, of all, and on a card
_SIGNS = 2  # of a group, as many as stay as long as it does
# How many phrases, steps, and things that do not help there are, as long as there is room.
_WORDS = ((4, 3, 4), (4, 3, 3), (4, 3, 2), (3, 3, 2), (3, 2, 2), (3, 2, 0), (2, 2, 0), (2, 1, 0), (1, 1, 0), (1, 0, 0))


def masthead(document: Document, words: Words) -> Box:
    """Return the title, what this is, whose meeting it is from, and that there is none if it is an example."""
    lines = paragraphs(
        ("subtitle", words.labels("leaflet_lead")),
        ("meeting", meeting_line(document, words)),
        ("example", words.example),
    )
    return Box("masthead", (Heading(1, words.labels("title")), *lines))


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


def reminders(document: Document, words: Words) -> Choices:
    """Return what to remember, each with its drawing, and then ever less, down to one."""
    found = _callouts(sections(document), "remember")
    choices: Choices = []
    for many in range(min(len(found), _REMINDERS), 0, -1):
        boxes = (_reminder(section, callout, words) for section, callout in _most_important(found, many))
        choices.append((Heading(2, words.labels("remember")), *boxes))
    return choices or [()]


def _reminder(section: Section, callout: Callout, words: Words) -> Box:
    picture = callout.drawing or section.drawing
    drawn = (Figure(picture.drawing, picture.alt),) if picture else ()
    return Box("remember", (*drawn, *(lower(without_marks(each), words) for each in callout.blocks)))


def _ranked(document: Document) -> list[Section]:
    """Return the sections, the most important first, then in the plan's order."""
    return sorted(sections(document), key=lambda section: section.priority)


def _most_important(found: Sequence[tuple[Section, T]], many: int) -> list[tuple[Section, T]]:
    """Return the most important of what stands in sections, in the order in which it stands there."""
    places = sorted(range(len(found)), key=lambda place: found[place][0].priority)
    return [found[place] for place in sorted(places[:many])]


def _callouts(parts: Iterable[Section], kind: CalloutKind) -> list[tuple[Section, Callout]]:
    return [
        (section, block)
        for section in parts
        for block in section.blocks
        if isinstance(block, Callout) and block.kind == kind
    ]


def numbers(document: Document) -> list[ContactCard]:
    """Return whom a reader of the document's language may call: the plan's own contacts first."""
    cards = [card for block in document.blocks if isinstance(block, Contacts) for card in block.cards]
    return [card for card in cards if not card.speaks or document.language.tag in card.speaks]


def _calm(numbers: Iterable[ContactCard]) -> list[ContactCard]:
    """Return those that have a row: some of the plan's own, which nobody compares with a source, and then others."""
    calm = [card for card in numbers if not card.urgent]
    own = [card for card in calm if card.checked is None]
    return [*own[:_OWN], *(card for card in calm if card.checked is not None)][:_NUMBERS]


def rows(numbers: Iterable[ContactCard], words: Words) -> Box:
    """Return the numbers in rows, the last without one: a line to write on."""
    own = paragraphs(("name", words.labels("leaflet_own")), ("about", words.labels("leaflet_own_about")))
    return Box("contacts", (*map(_row, _calm(numbers)), Box("card", own)))


def _row(card: ContactCard) -> Box:
    about = None if card.hours else card.about
    return Box("card", paragraphs(("name", card.name), ("phone", card.phone), ("hours", card.hours), ("about", about)))


def colophon(document: Document, numbers: Iterable[ContactCard], words: Words) -> Box:
    """Return where the whole paper is, when the numbers were compared, how far to trust the translation."""
    link = document.meeting.link
    where: tuple[FormBlock, ...] = paragraphs(("note", words.labels("leaflet_whole")))
    if link:
        shown = Value(link.removeprefix("https://").removesuffix("/"), link)
        code = Figure(Code(link), words.labels("leaflet_code", address=shown.text), Prose((shown,), SOURCE))
        where = (*paragraphs(("note", words.labels("leaflet_whole_link"))), code)
    days = [card.checked for card in _calm(numbers) if card.checked is not None]
    compared = words.labels("compared", date=words.day(min(days))) if days else None
    return Box("colophon", (*where, *paragraphs(("note", compared)), Blank("trust")))


def signs(document: Document, words: Words) -> Choices:
    """Return the column of what to notice, and then ever less of it; nothing if no module gives any."""
    groups = _given(sections(document), "signs")
    drawings = [each for _, box in _given(_ranked(document), "pictures") for each in _drawings(box)]
    top = (lower(Pictures(tuple(drawings[:_DRAWINGS])), words),) if drawings else ()
    heading, last = Heading(2, words.labels("leaflet_see")), paragraphs(("lead", words.labels("leaflet_ticks")))
    choices: Choices = []
    for counts in _fewer([len(_items(group)) for _, group in groups], [section.priority for section, _ in groups]):
        pairs = zip(groups, counts, strict=True)
        blocks = [block for (_, group), most in pairs if most for block in _group(group, most)]
        choices.append((Box("column", (heading, *top, *with_notes(blocks, words), *last)),))
    return choices


def _fewer(counts: Sequence[int], priorities: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield how many signs of each group there are, and then ever less.

    The longest group is shortened first, and of several the least important and last, until all have a few; then that
    group is left out.
    """
    left = list(counts)
    order = sorted(range(len(left)), key=lambda place: priorities[place])
    while any(left):
        yield tuple(left)
        shown = [place for place in order if left[place]]
        most = max(left)
        if most > _SIGNS:
            left[max((place for place in shown if left[place] == most), key=shown.index)] -= 1
        else:
            left[shown[-1]] = 0


def phrases(document: Document, words: Words) -> Choices:
    """Return the column of what to say and to do, and then ever less of it; nothing if no module gives any."""
    say, steps, avoid = (_in_turn(document, kind) for kind in _SPOKEN)
    choices: Choices = []
    for most_said, most_steps, most_avoided in _WORDS if say or steps or avoid else ():
        inside: list[FormBlock] = [Heading(2, words.labels("leaflet_phrases"))] if say else []
        inside += (Box("phrase", (lower(Paragraph(each), words),)) for each in say[:most_said])
        for heading, items in (
            ("leaflet_steps", List("number", steps[:most_steps])),
            ("leaflet_avoid", List("bullet", avoid[:most_avoided])),
        ):
            if items.items:
                inside += [Heading(3 if say else 2, words.labels(heading)), lower(items, words)]
        choices.append((Box("column", tuple(inside)),))
    return choices


_SPOKEN: tuple[LeafletKind, ...] = ("phrases", "steps", "avoid")


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


def _group(group: Leaflet, most: int) -> tuple[Block, ...]:
    return Heading(3, group.title), List("tick", _items(group)[:most])


def _in_turn(document: Document, kind: LeafletKind) -> tuple[Prose, ...]:
    """Return what is given of a kind, each once: the first of each module by importance, then the second of each."""
    turns = zip_longest(*(_items(box) for _, box in _given(_ranked(document), kind)))
    return tuple({each.source: each for turn in turns for each in turn if each is not None}.values())


def card(document: Document, numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return the parent's card: danger, whom to call, what to say at a counter; and then ever fewer numbers."""
    others = [each for each in _calm(numbers) if not each.young]
    top = (Heading(2, words.labels("leaflet_card")), *_danger(numbers, words))
    last = _interpreter(document, words)
    return [(Box("cut-out", (*top, *map(_short, others[:many]), *last)),) for many in range(_ON_CARD, 0, -1)]


def young_card(numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return the teenager's card: danger, their own number to call, a line for a parent's; and then ever fewer."""
    calm = _calm(numbers)
    top = (Heading(2, words.labels("leaflet_card_young")), *_danger(numbers, words))
    young = map(_short, [each for each in calm if each.young][:1])
    parent = Box("card", paragraphs(("name", words.labels("leaflet_parent"))))
    first, others = (*top, *young, parent), [each for each in calm if not each.young]
    return [(Box("cut-out", (*first, *map(_short, others[:many]))),) for many in range(_ON_CARD - 1, -1, -1)]


def _danger(numbers: Iterable[ContactCard], words: Words) -> tuple[FormBlock, ...]:
    urgent = (line for each in numbers if each.urgent for line in paragraphs(("phone", each.phone)))
    label = words.labels
    return (*urgent, *paragraphs(("hours", label("leaflet_danger")), ("hours", label("leaflet_unsure"))))


def _short(card: ContactCard) -> Box:
    return Box("card", paragraphs(("name", card.short or card.name), ("phone", card.phone)))


def _interpreter(document: Document, words: Words) -> tuple[FormBlock, ...]:
    """Return what to say or show at a counter, in Swedish, and below it what that means."""
    language = document.language
    if language.tag == SOURCE:
        return ()
    swedish = Prose((Text(f"Jag behöver tolk på {language.swedish}."),), SOURCE)
    return paragraphs(("title", swedish), ("detail", words.labels("leaflet_interpreter")))
