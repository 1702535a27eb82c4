"""Whom to call: every contact of a document in one order, and the numbers that stand on every page."""

from operator import itemgetter

from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.document.meaning import ContactCard, Contacts, Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.media.arranging import sections


def every_contact(document: Document) -> tuple[tuple[ContactCard, ...], int]:
    """Return each contact once, and how many come first: who is urgent, and the most that stand together.

    Of those each has a number; whoever has none is among the others.
    """
    groups = [block for section in sections(document) for block in section.blocks if isinstance(block, Contacts)]
    most = max((group for group in groups if not _is_urgent(group)), key=lambda group: len(group.cards), default=None)
    groups.sort(key=lambda group: group is not most)
    found: dict[str, tuple[int, ContactCard]] = {}
    for group in groups:
        for card in group.cards:
            later = 0 if card.urgent else 3 if card.phone is None else 1 if group is most else 2
            # The author's words tell contacts apart, so that every language has the same.
            found.setdefault(card.name.source or plain(card.name.inlines), (later, card))
    cards = sorted(found.values(), key=itemgetter(0))
    return tuple(card for _, card in cards), sum(later < 2 for later, _ in cards)


def _is_urgent(group: Contacts) -> bool:
    return any(card.urgent for card in group.cards)


def foot_numbers(document: Document) -> tuple[Prose, ...]:
    """Return the numbers for the foot of each page: the urgent one, the first of the others, the first of the plan."""
    cards = [card for card in every_contact(document)[0] if card.phone is not None]
    own = next((card for card in cards if card.checked is None and not card.urgent), None)
    urgent = next((card for card in cards if card.urgent), None)
    others = next((card for card in cards if card.checked is not None and not card.urgent), None)
    numbers = [card.phone for card in (urgent, others) if card is not None and card.phone is not None]
    if own is not None and own.phone is not None:
        named = (Foreign(own.name.language, own.name.inlines), Text(" "), *own.phone.inlines)
        numbers.append(Prose(named, document.language.tag))
    return tuple(numbers)
