"""Whom to call, as the leaflet has it: rows to read from the floor, and cards to cut out for a wallet."""

from collections.abc import Iterable, Sequence

from foraldraskolan.document.form import Box, FormBlock, Heading
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import ContactCard, Contacts, Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.media.lowering import paragraphs
from foraldraskolan.media.words import Words

Choices = list[tuple[FormBlock, ...]]  # of a part of the leaflet, from the most to the least

_OWN, _ROWS, _ON_CARD = 3, 5, 3  # numbers of the plan's own, of all, and on a card


def numbers(document: Document) -> list[ContactCard]:
    """Return whom a reader of the document's language may call: the plan's own contacts first."""
    cards = [card for block in document.blocks if isinstance(block, Contacts) for card in block.cards]
    return [card for card in cards if not card.speaks or document.language.tag in card.speaks]


def calm(numbers: Iterable[ContactCard]) -> list[ContactCard]:
    """Return those that have a row: some of the plan's own, which nobody compares with a source, and then others."""
    others = [card for card in numbers if not card.urgent]
    own = [card for card in others if card.checked is None]
    return [*own[:_OWN], *(card for card in others if card.checked is not None)][:_ROWS]


def rows(numbers: Iterable[ContactCard], words: Words) -> Box:
    """Return the numbers in rows, the last without one: a line to write on."""
    own = paragraphs(("name", words.labels("leaflet_own")), ("about", words.labels("leaflet_own_about")))
    return Box("contacts", (*map(_row, calm(numbers)), Box("card", own)))


def _row(card: ContactCard) -> Box:
    about = None if card.hours else card.about
    return Box("card", paragraphs(("name", card.name), ("phone", card.phone), ("hours", card.hours), ("about", about)))


def parents_card(document: Document, numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return the parent's card: danger, whom to call, what to say at a counter; and then ever fewer numbers."""
    others = [card for card in calm(numbers) if not card.young]
    top = (Heading(2, words.labels("leaflet_card")), *_danger(numbers, words))
    last = _interpreter(document, words)
    return [(Box("cut-out", (*top, *map(_short, others[:many]), *last)),) for many in range(_ON_CARD, 0, -1)]


def teenagers_card(numbers: Sequence[ContactCard], words: Words) -> Choices:
    """Return the teenager's card: danger, their own number to call, a line for a parent's; and then ever fewer."""
    young = map(_short, [card for card in calm(numbers) if card.young][:1])
    others = [card for card in calm(numbers) if not card.young]
    parent = Box("card", paragraphs(("name", words.labels("leaflet_parent"))))
    top = (Heading(2, words.labels("leaflet_card_young")), *_danger(numbers, words), *young, parent)
    return [(Box("cut-out", (*top, *map(_short, others[:many]))),) for many in range(_ON_CARD - 1, -1, -1)]


def _danger(numbers: Iterable[ContactCard], words: Words) -> tuple[FormBlock, ...]:
    urgent = (line for card in numbers if card.urgent for line in paragraphs(("phone", card.phone)))
    label = words.labels
    return (*urgent, *paragraphs(("hours", label("leaflet_danger")), ("hours", label("leaflet_unsure"))))


def _short(card: ContactCard) -> Box:
    return Box("card", paragraphs(("name", card.short or card.name), ("phone", card.phone)))


def _interpreter(document: Document, words: Words) -> tuple[FormBlock, ...]:
    """Return what to say or show at a counter, in Swedish, and below it what that means if that is known."""
    language, means = document.language, words.labels("leaflet_interpreter")
    if language.tag == SOURCE:
        return ()
    swedish = Prose((Text(f"Jag behöver tolk på {language.swedish}."),), SOURCE)
    return paragraphs(("title", swedish), ("detail", means if means.language == language.tag else None))
