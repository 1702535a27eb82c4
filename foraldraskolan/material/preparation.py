"""What a plan's meeting needs before it, beside what is printed and brought: numbers to check, facts to find out."""

from collections.abc import Iterable, Iterator, Mapping

from foraldraskolan.document.inlines import Field
from foraldraskolan.document.meaning import ContactCard, Document, Interpreting
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, inlines_below, plain
from foraldraskolan.language import Language
from foraldraskolan.material.agenda import agenda
from foraldraskolan.material.library import Library
from foraldraskolan.material.plan import Plan
from foraldraskolan.material.record_blocks import contact_card


def numbers_in(documents: Iterable[Document], library: Library) -> tuple[ContactCard, ...]:
    """Return a card for each number that documents hand out, on cards or in their texts, each number once.

    The plan's own come first, which no source has been compared with; what is urgent is never rung to try it.
    """
    found: dict[str, ContactCard] = {}
    for card in (card for document in documents for card in _cards(document, library)):
        if card.phone is not None and not card.urgent:
            found.setdefault(plain(card.phone.inlines), card)
    return tuple(sorted(found.values(), key=lambda card: card.checked is not None))


def found_out_locally(plan: Plan, library: Library) -> tuple[Prose, ...]:
    """Return what the modules of a plan leave to be found out where the meeting is, each once."""
    texts = (text for slot in agenda(plan, library) for text in library.modules[slot.module].locally)
    return tuple({text.source: text for text in texts}.values())


def interpreting(plan: Plan, library: Library, languages: Mapping[str, Language]) -> Interpreting | None:
    """Return who interprets a plan's meeting, None if nobody does."""
    if not plan.meeting.interpreted:
        return None
    minutes = sum(slot.minutes for slot in agenda(plan, library))
    return Interpreting(tuple(languages[tag] for tag in plan.interpreted_into), minutes, minutes // plan.meeting.turns)


def _cards(document: Document, library: Library) -> Iterator[ContactCard]:
    for block in document.blocks:
        for _, node in descend(block):
            if isinstance(node, ContactCard):
                yield node
            elif isinstance(node, Prose):
                named = (each for each in inlines_below(node.inlines) if isinstance(each, Field))
                keys = (each.key for each in named if each.kind == "phone" and each.key in library.contacts)
                yield from (contact_card(library.contacts[key]) for key in keys)
