"""Whom to call: every contact of a document in one order, and the numbers that stand on every page."""

from foraldraskolan.document.form import FootNumber
from foraldraskolan.document.inlines import Foreign, Inline, Text
from foraldraskolan.document.meaning import ContactCard, Contacts, Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE
from foraldraskolan.media.arranging import sections

_OTHERS = 3  # those without a rank


def is_for(card: ContactCard, tag: str) -> bool:
    """Tell whether who reads this language is answered in it: most contacts name none, and are for all."""
    return not card.speaks or tag in card.speaks


def every_contact(document: Document) -> tuple[tuple[ContactCard, ...], int]:
    """Return each contact once, and how many come first: the urgent, the plan's own, those that have a rank.

    Of those each has a number; whoever has none is last. One for other languages than the document's has no rank in
    Swedish, which helpers read as well, and is not there in other languages.
    """
    tag = document.language.tag
    found: dict[str, ContactCard] = {}
    for section in sections(document):
        for block in section.blocks:
            for card in block.cards if isinstance(block, Contacts) else ():
                if tag == SOURCE or is_for(card, tag):
                    # The author's words tell contacts apart, so that every language has the same.
                    found.setdefault(card.name.source or plain(card.name.inlines), card)
    cards = sorted(found.values(), key=lambda card: _place(card, tag))
    return tuple(cards), sum(_place(card, tag)[0] < _OTHERS for card in cards)


def _place(card: ContactCard, tag: str) -> tuple[int, int]:
    """Return where a contact stands among all: the rank of its kind, then its own."""
    if card.phone is None:
        return _OTHERS + 1, 0
    if card.urgent:
        return 0, 0
    if card.checked is None:  # nobody compares the plan's own contacts with a source
        return 1, 0
    if card.rank is not None and is_for(card, tag):
        return 2, card.rank
    return _OTHERS, 0


def foot_numbers(document: Document) -> tuple[FootNumber, ...]:
    """Return the numbers for the foot of each page: the urgent one, the first of the others, the first of the plan."""
    cards = [card for card in every_contact(document)[0] if card.phone is not None]
    own = next((card for card in cards if card.checked is None and not card.urgent), None)
    urgent = next((card for card in cards if card.urgent), None)
    others = next((card for card in cards if card.checked is not None and not card.urgent), None)
    tag, numbers = document.language.tag, list[FootNumber]()
    for card in (urgent, others, own):
        if card is not None and card.phone is not None:
            name, number = card.name, card.phone
            named = Prose((Foreign(name.language, _short(name.inlines)), Text(" "), *number.inlines), tag)
            screen = number if plain(number.inlines) in plain(name.inlines) else named
            numbers.append(FootNumber(named if card is own else number, screen))
    return tuple(numbers)


def _short(name: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a name without what it says in brackets."""
    for index, each in enumerate(name):
        if isinstance(each, Text) and " (" in each.text:
            return *name[:index], Text(each.text.partition(" (")[0])
    return name
