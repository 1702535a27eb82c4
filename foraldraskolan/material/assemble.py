"""Plan + Library -> the Swedish Document of the meeting, of its staff, or of a letter."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

from foraldraskolan.document.inlines import Inline, Text
from foraldraskolan.document.meaning import Block, Callout, ContactCard, Contacts, Document, Mail, Section, Verb
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.material.agenda import Slot, agenda
from foraldraskolan.material.danger import with_danger
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Article, Module, is_for_staff
from foraldraskolan.material.phone import phone_value
from foraldraskolan.material.plan import LocalContact, Plan
from foraldraskolan.material.prose import untranslated
from foraldraskolan.material.record_blocks import contact_card, picture, source_entry

SWEDISH = Language(SOURCE, "svenska", "svenska")
_VISIT = "visit"
_SIGNS: Mapping[Verb | None, str] = {"why": "kitchen-table", "see": "see", "talk": "talk", "help": "help"}


def assemble(plan: Plan, library: Library) -> Document:
    """Return the meeting's modules with their times and the plan's contacts; raise ProblemsFound if they do not fit."""
    sections = [_in_meeting(slot, plan, library) for slot in agenda(plan, library)]
    return _document(plan, _with_local_contacts(sections, plan))


def _in_meeting(slot: Slot, plan: Plan, library: Library) -> Section:
    """Return a module with its time in the meeting, and with what is said there alone."""
    section = _section(library.modules[slot.module], library)
    blocks = [each for each in section.blocks if plan.meeting.interpreted or not _is_of_interpreters(each)]
    return replace(section, start=slot.start, minutes=slot.minutes, blocks=tuple(blocks))


def _is_of_interpreters(block: Block) -> bool:
    return isinstance(block, Callout) and block.interpreters


def assemble_leaflet(plan: Plan, library: Library) -> Document:
    """Return the meeting's modules below all who may be called from a leaflet: the plan's contacts, then the others."""
    ranked = [each for each in library.contacts.values() if each.phone and (each.urgent or each.rank)]
    ranked.sort(key=lambda contact: contact.rank)
    cards = (*map(_local_card, plan.contacts), *map(contact_card, ranked))
    sections = [_section(library.modules[slot.module], library) for slot in agenda(plan, library)]
    return replace(_document(plan, sections), blocks=(Contacts(cards), *sections))


def assemble_staff(plan: Plan, library: Library) -> Document:
    """Return every module that is for staff and not for parents, first what is done around a visit."""
    modules = [each for each in library.modules.values() if is_for_staff(each.audience)]
    modules.sort(key=lambda module: (module.id != _VISIT, module.priority, module.id))
    return _document(plan, [replace(_section(each, library), minutes=each.minutes) for each in modules])


def assemble_letter(plan: Plan, library: Library, letter: str) -> Document:
    """Return one letter, such as "invitation", with the plan's contacts; raise KeyError if there is none."""
    return _document(plan, _with_local_contacts([_section(library.letters[letter], library)], plan))


def assemble_lesson(plan: Plan, library: Library, module: str) -> Document:
    """Return a module's short lesson with the plan's contacts after it; raise KeyError if there is no such module."""
    section = _section(library.modules[module], library)
    lesson = tuple(block for block in section.blocks if isinstance(block, Mail))
    return _document(plan, _with_local_contacts([replace(section, blocks=lesson)], plan))


def assemble_nothing(plan: Plan) -> Document:
    """Return the meeting without content, for what is made of fixed words alone."""
    return _document(plan, [])


def assemble_module(library: Library, module: str) -> Document:
    """Return one module outside any meeting, to be read by itself; raise KeyError if there is none."""
    nowhere = Meeting("", "parents", date.min, time(), 0, "", "", False)
    return Document(untranslated(), SWEDISH, nowhere, (_section(library.modules[module], library),))


def _document(plan: Plan, sections: list[Section]) -> Document:
    return Document(untranslated(Text(plan.meeting.title)), SWEDISH, plan.meeting, tuple(sections))


def _section(article: Article, library: Library) -> Section:
    blocks, sources = with_danger(article, library.modules)
    entries = [source_entry(number, library.sources[id]) for number, id in enumerate(sources, start=1)]
    section = Section(article.id, article.title, article.summary, None, 0, blocks, tuple(entries))
    if not isinstance(article, Module):
        return section
    drawn = library.drawings.get(_SIGNS.get(article.verb, ""))
    return replace(section, verb=article.verb, sign=picture(drawn) if drawn else None, priority=article.priority)


def _with_local_contacts(sections: list[Section], plan: Plan) -> list[Section]:
    """Return the sections with the plan's contacts where a parent looks for them.

    That is where one stands that they replace, such as the school's health service, or else the most contacts.
    """
    cards = tuple(_local_card(contact) for contact in plan.contacts)
    if not cards:
        return sections
    calm = [
        (index, position, block)
        for index, section in enumerate(sections)
        for position, block in enumerate(section.blocks)
        # Among the acute numbers nothing may stand in the way of 112.
        if isinstance(block, Contacts) and not any(card.urgent for card in block.cards)
    ]
    if not calm:
        last = sections[-1]
        return [*sections[:-1], replace(last, blocks=(*last.blocks, Contacts(cards)))]
    index, position, group = max(calm, key=lambda found: (_replaced(found[2], plan), len(found[2].cards)))
    blocks = [*sections[index].blocks]
    others = (card for card in group.cards if not _is_replaced(card, plan))
    blocks[position] = replace(group, cards=(*cards, *others))
    return [*sections[:index], replace(sections[index], blocks=tuple(blocks)), *sections[index + 1 :]]


def _replaced(group: Contacts, plan: Plan) -> int:
    return sum(_is_replaced(card, plan) for card in group.cards)


def _is_replaced(card: ContactCard, plan: Plan) -> bool:
    """Tell whether a contact without a number is one that the plan has itself: the health service of the school."""
    return card.phone is None and _first_word(card.name.source) in {_first_word(each.name) for each in plan.contacts}


def _first_word(name: str) -> str:
    return next(iter(re.findall(r"\w+", name.casefold())), "")


def _local_card(contact: LocalContact) -> ContactCard:
    def written(inline: Inline) -> Prose:
        return replace(untranslated(inline), place=contact.place)

    return ContactCard(
        written(Text(contact.name)),
        untranslated(),
        written(phone_value(contact.phone)),
        written(Text(contact.hours)) if contact.hours else None,
    )
