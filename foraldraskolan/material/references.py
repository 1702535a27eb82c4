"""What a text points at: phone numbers, facts and sources that must exist."""

from collections.abc import Collection, Iterator
from itertools import chain

from foraldraskolan.document.inlines import Field, Inline, SourceMark
from foraldraskolan.document.meaning import Block
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import inlines_below, proses_below
from foraldraskolan.material.records import Records
from foraldraskolan.problems import Message, Problem, did_you_mean, message


def wrong_references(blocks: tuple[Block, ...], records: Records, sources: int) -> list[Problem]:
    """Return a problem for each field without a record, and each source mark beyond this many sources."""
    problems: list[Problem] = []
    facts = frozenset(fact_keys(records))
    for prose, inline in _references(blocks):
        match inline:
            case Field("phone", key):
                problem = _wrong_phone(key, records)
            case Field("fact", key):
                problem = _wrong_fact(key, facts)
            case SourceMark(number) if not 1 <= number <= sources:
                problem = (
                    message("Källan [^{number}] finns inte i listan sources.", number=number),
                    message("Antal källor i listan: {count}. Den första är [^1].", count=sources),
                )
            case _:
                problem = None
        if problem is not None:
            problems.append(Problem(*problem, prose.place))
    return problems


def unused_sources(blocks: tuple[Block, ...], sources: int) -> list[int]:
    """Return the indices (from 0) of those of this many sources that no mark in the blocks points at."""
    used = {inline.number for _, inline in _references(blocks) if isinstance(inline, SourceMark)}
    return [index for index in range(sources) if index + 1 not in used]


def fact_keys(records: Records) -> list[str]:
    """Return every key that {fact:...} may have: the facts, and each value of a series as series/label."""
    points = [
        f"{series.id}/{point.label.source}"
        for series in records.series.values()
        for point in series.points
        if point.value is not None
    ]
    return [*records.facts, *points]


def _wrong_phone(key: str, records: Records) -> tuple[Message, Message] | None:
    contact = records.contacts.get(key)
    if contact is None:
        with_phone = [each.id for each in records.contacts.values() if each.phone]
        return message("Kontakten {name} finns inte.", name=key), did_you_mean(key, with_phone)
    if contact.phone is None:
        return (
            message("Kontakten {name} har inget telefonnummer.", name=key),
            message("Ge den ett nummer i contacts.toml, eller visa den i en ruta ::: contacts."),
        )
    return None


def _wrong_fact(key: str, facts: Collection[str]) -> tuple[Message, Message] | None:
    if key in facts:
        return None
    return message("Siffran {name} finns inte.", name=key), did_you_mean(key, facts)


def _references(blocks: tuple[Block, ...]) -> Iterator[tuple[Prose, Inline]]:
    for prose in chain.from_iterable(map(proses_below, blocks)):
        for inline in inlines_below(prose.inlines):
            yield prose, inline
