"""Whom to call, as the leaflet has it: rows to read from the floor, and cards to cut out for a wallet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from foraldraskolan.document.form import Box, FormBlock, Heading
from foraldraskolan.document.gloss import unglossed
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import ContactCard, Contacts, Document
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.media.contacts import is_for
from foraldraskolan.media.lowering import paragraphs
from foraldraskolan.media.words import Words

Choices = list[tuple[FormBlock, ...]]  # of a part of the leaflet, from the most to the least

_OWN, _ROWS, _ON_CARD = 3, 5, 4  # numbers of the plan's own, of all, and on the parent's card
_ALWAYS = "dygnet runt"  # as contacts.toml says it


def numbers(document: Document) -> list[ContactCard]:
    """Return whom a reader of the document's language may call: the plan's own contacts first."""
    cards = [card for block in document.blocks if isinstance(block, Contacts) for card in block.cards]
    return [card for card in cards if is_for(card, document.language.tag)]


def calm(numbers: Iterable[ContactCard]) -> list[ContactCard]:
    """Return those that have a row, which are for a parent: some of the plan's own, and then others.

    Nobody compares the plan's own with a source.
    """
    others = [card for card in numbers if not card.urgent and not card.young]
    own = [card for card in others if card.checked is None]
    return [*own[:_OWN], *(card for card in others if card.checked is not None)][:_ROWS]


def rows(document: Document, numbers: Iterable[ContactCard], words: Words) -> Choices:
    """Return the numbers in rows, the last without one: a line to write on; and then ever less of them.

    What languages they speak is left out first, and is not told to whoever reads Swedish, for all who answer speak it;
    then the last of those that are neither the plan's own, nor for one language, nor answered by night.
    """
    cards, heading = calm(numbers), Heading(2, words.labels("leaflet_numbers"))
    own = paragraphs(("name", words.labels("leaflet_own")), ("about", words.labels("leaflet_own_about")))
    spoken = [card for card in cards if card.languages and not card.speaks and document.language.tag != SOURCE]
    by_day = [card for card in cards if card.checked is not None and not card.speaks and not _by_night(card)]
    less = [(cards, spoken[:many], 0) for many in range(len(spoken), -1, -1)]
    if words.beside:
        # In two languages it is told of ever fewer what they are for, before any is left out.
        less += [(_brief(cards, many), [], 0) for many in range(1, len(cards) + 1)]
    less += [(less[-1][0], [], without) for without in range(1, len(by_day) + 1)]
    choices: Choices = []
    for shown, told, without in less:
        gone = by_day[len(by_day) - without :]
        left = [each for card, each in zip(cards, shown, strict=True) if card not in gone]
        numbered = (_row(each, each.languages if each in told else None) for each in left)
        choices.append((heading, Box("contacts", (*numbered, Box("card", own)))))
    return choices


def _by_night(card: ContactCard) -> bool:
    return card.hours is not None and card.hours.source == _ALWAYS


def _brief(cards: Sequence[ContactCard], many: int) -> list[ContactCard]:
    """Return contacts of which the last ones have their short name, and what they are for if not when they answer."""
    whole, short = cards[: len(cards) - many], cards[len(cards) - many :]
    return [
        *whole,
        *(replace(each, name=each.short or each.name, about=NOTHING if each.hours else each.about) for each in short),
    ]


def _row(card: ContactCard, languages: Prose | None) -> Box:
    """Return whom to call, when they answer, for what and in which languages if that is told."""
    lines = paragraphs(
        ("name", card.name),
        ("phone", card.phone),
        ("hours", card.hours),
        ("about", card.about),
        ("detail", languages),
    )
    return Box("card", lines)


def parents_card(document: Document, numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return the parent's card: danger, whom to call, what to say at a counter; and then ever fewer numbers."""
    others = calm(numbers)
    top = (Heading(2, words.labels("leaflet_card")), *_danger(numbers, words.labels("leaflet_unsure"), words))
    last = _interpreter(document, words)
    return [(Box("cut-out", (*top, *map(_short, _chosen(others, many)), *last)),) for many in range(_ON_CARD, 0, -1)]


def _chosen(cards: Sequence[ContactCard], many: int) -> list[ContactCard]:
    """Return the first cards, the last of them one that is answered by night if there is any."""
    chosen = list(cards[:many])
    always = [card for card in cards if _by_night(card)][:1]
    return chosen if not always or always[0] in chosen else [*chosen[:-1], *always]


def teenagers_card(numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return the teenager's card: danger, their own number to call, a line for a parent's; and then ever fewer."""
    label = words.labels
    young = map(_short, [card for card in numbers if card.young][:1])
    parent = Box("card", paragraphs(("name", label("leaflet_parent"))))
    top = (Heading(2, label("leaflet_card_young")), *_danger(numbers, label("leaflet_unsure_young"), words))
    own = (*top, *paragraphs(("about", label("leaflet_promise"))), parent, *young)
    return [(Box("cut-out", (*own, *map(_short, calm(numbers)[:many]))),) for many in (1, 0)]


def _danger(numbers: Iterable[ContactCard], unsure: Prose, words: Words) -> tuple[FormBlock, ...]:
    urgent = (line for card in numbers if card.urgent for line in paragraphs(("phone", card.phone)))
    return (*urgent, *paragraphs(("hours", words.labels("leaflet_danger")), ("hours", unsure)))


def _short(card: ContactCard) -> Box:
    return Box("card", paragraphs(("name", card.short or card.name), ("phone", card.phone)))


def _interpreter(document: Document, words: Words) -> tuple[FormBlock, ...]:
    """Return what to say or show at a counter, in Swedish, and below it what that means if that is known."""
    language, means = document.language, unglossed(words.labels("leaflet_interpreter"))
    if language.tag == SOURCE:
        return ()
    swedish = Prose((Text(f"Jag behöver tolk på {language.swedish}."),), SOURCE)
    return paragraphs(("title", swedish), ("detail", means if means.language == language.tag else None))
