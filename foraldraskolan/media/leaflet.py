"""The leaflet: one sheet of two pages, for the door of a fridge, from what a plan's modules give to it.

What has no room is left out: what comes last in its module, and whole modules, the least important and the last first.
Danger, the numbers, the cards and one thing to remember are never left out: if those have no room, that is told.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from foraldraskolan.document.form import Blank, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import filled, proses
from foraldraskolan.layout.leaflet import Lack, lack, lay_out_leaflet
from foraldraskolan.media import leaflet_parts as parts
from foraldraskolan.media.arranging import form
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the most that has room of what the modules give."""
    trust = _longest_trust(document, words)

    def of(*blocks: FormBlock | Blank) -> Form:
        return form(document, words.labels("title"), blocks, words)

    def lacking(*blocks: FormBlock | Blank) -> Lack:
        probe = filled(of(*blocks), "trust", (Paragraph(trust, "meeting"),))
        return lack(replace(probe, foot=replace(probe.foot, trust=trust)))

    numbers = parts.numbers(document)
    top = (parts.masthead(document, words), parts.call(document, numbers, words))
    rows = (Heading(2, words.labels("leaflet_numbers")), parts.rows(numbers, words))
    last, cut = parts.colophon(document, numbers, words), Paragraph(words.labels("leaflet_cut"), "note")
    reminders = _fitting(parts.reminders(document, words), lambda each: lacking(*top, *each, *rows, last).front)
    columns = [
        _fitting(choices, lambda each: lacking(*each, cut).columns[0])
        for choices in (parts.signs(document, words), parts.phrases(document, words))
        if choices
    ]
    cards = [
        _fitting(choices, lambda each: lacking(*each).cards[0])
        for choices in (parts.card(document, numbers, words), parts.young_card(numbers, words))
    ]
    return of(*top, *reminders, *rows, last, *chain.from_iterable(columns), cut, *chain.from_iterable(cards))


def _fitting(choices: parts.Choices, lacks: Callable[[tuple[FormBlock, ...]], float]) -> tuple[FormBlock, ...]:
    """Return the first choice that lacks no room, the last if each does."""
    return next((each for each in choices if lacks(each) <= 0), choices[-1])


def _longest_trust(document: Document, words: Words) -> Prose:
    """Return the most that may have to be said of how far a translation can be trusted; what is said is known last."""
    texts = [text for _, text in proses(document)] + [*words.labels.texts.values()]
    states = {text.state for text in texts} & {"missing", "stale"}
    said = [words.labels(f"state_{state}") for state in (*sorted(states), "draft")]
    return Prose(tuple(inline for each in said for inline in (*each.inlines, Text(" "))), said[-1].language)


MEDIUM = Medium(
    "leaflet",
    message("Blad till kylskåpet"),
    arrange,
    lambda form, _: lay_out_leaflet(form),
    source="leaflet",
    parents_only=True,
    copied=True,
)
