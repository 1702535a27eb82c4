"""Whether a module keeps its minutes: what is said fills them, and what is printed can be read in as many.

How many words a minute holds stands in style.toml.
"""

from collections.abc import Iterable, Iterator
from math import ceil

from foraldraskolan.document.meaning import Block, Callout
from foraldraskolan.document.paper import Once, printed
from foraldraskolan.document.walk import proses_below
from foraldraskolan.editor.readability import readable, words
from foraldraskolan.editor.style import Style
from foraldraskolan.material.module import Module
from foraldraskolan.problems import Problem, message

_SAID = ("say", "tell")


def unkept_minutes(module: Module, style: Style) -> Iterator[Problem]:
    """Yield what does not go with the minutes of a module."""
    yield from unfilled_minutes(module, style)
    yield from long_reading(module, style)


def unfilled_minutes(module: Module, style: Style) -> Iterator[Problem]:
    """Yield a problem if what is said is too little or too much for the minutes that questions leave.

    What is only said of interpreters has room in them, and is not needed to fill them.
    """
    others = minutes_of_others(module.blocks)
    if others > module.minutes:
        what = message(
            "Frågor och eget tar {others} minuter, men modulen har {minutes}.", others=others, minutes=module.minutes
        )
        yield Problem(what, message("Ta bort en fråga, eller ge modulen fler minuter."), module.place)
        return
    left = module.minutes - others
    low = ceil(left * style.spoken_words * style.spoken_from / 100)
    high = left * style.spoken_words * style.spoken_to // 100
    of_interpreters = words_said(block for block in module.blocks if isinstance(block, Callout) and block.interpreters)
    whole = words_said(module.blocks)
    for count in dict.fromkeys((whole - of_interpreters, whole)):
        if low <= count <= high:
            continue
        what = message(
            "Det som sägs har {count} ord; på {left} av {minutes} minuter ryms {low} till {high}.",
            count=count,
            left=left,
            minutes=module.minutes,
            low=low,
            high=high,
        )
        hint = message(
            "De andra minuterna går till frågor och eget. Skriv mer eller mindre att säga, eller ändra minutes."
        )
        yield Problem(what, hint, module.place)


def long_reading(module: Module, style: Style) -> Iterator[Problem]:
    """Yield a problem if what a module prints takes longer to read than it takes in the meeting."""
    count, most = words_printed(module.blocks), module.minutes * style.reading_words
    if count > most:
        what = message(
            "Det som står på papper har {count} ord; på {minutes} minuter läser en förälder {most}.",
            count=count,
            minutes=module.minutes,
            most=most,
        )
        yield Problem(what, message("Korta texten: det som inte behövs hemma kan sägas, eller utgå."), module.place)


def words_said(blocks: Iterable[Block]) -> int:
    """Return how many words of a module are said to the room."""
    return _count(block for block in blocks if isinstance(block, Callout) and block.kind in _SAID)


def words_printed(blocks: Iterable[Block]) -> int:
    """Return how many words of a module a handout shows; numbers to call are looked up, not read."""
    return _count(Once().of(printed(blocks)))


def minutes_of_others(blocks: Iterable[Block]) -> int:
    """Return for how many minutes nothing is read out: the room answers, or the speaker tells of their own."""
    return sum(block.minutes for block in blocks if isinstance(block, Callout))


def _count(blocks: Iterable[Block]) -> int:
    return sum(len(words(readable(prose.inlines))) for block in blocks for prose in proses_below(block))
