"""The leaflet: one sheet of two pages, for the door of a fridge, from what a plan's modules give to it.

What has no room is left out: what comes last in its module, and whole modules, the least important and the last first.
Danger, the numbers, the cards and one thing to remember are never left out: if those have no room, that is told.
"""

from dataclasses import replace
from itertools import chain

from foraldraskolan.document.form import Form, Heading, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import filled, proses
from foraldraskolan.layout.leaflet import lack, lay_out_leaflet
from foraldraskolan.media import leaflet_parts as parts
from foraldraskolan.media.arranging import form
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the most that has room of what the modules give."""
    numbers = parts.numbers(document)
    reminders = parts.reminders(document, words)
    columns = [column for column in (parts.signs(document, words), parts.phrases(document, words)) if column]
    cards = [parts.card(document, numbers, words), parts.young_card(numbers, words)]
    zones = [reminders, *columns, *cards]
    chosen = [0 for _ in zones]
    while True:
        first, *second = (zone[step] for zone, step in zip(zones, chosen, strict=True))
        blocks = (
            parts.masthead(document, words),
            parts.call(document, numbers, words),
            *first,
            Heading(2, words.labels("leaflet_numbers")),
            parts.rows(numbers, words),
            parts.colophon(document, numbers, words),
            *chain.from_iterable(second[: len(columns)]),
            Paragraph(words.labels("leaflet_cut"), "note"),
            *chain.from_iterable(second[len(columns) :]),
        )
        whole = form(document, words.labels("title"), blocks, words)
        lacking = lack(_at_its_longest(whole, document, words))
        points = (lacking.front, *lacking.columns, *lacking.cards)
        fewer = [
            min(step + (lacks > 0), len(zone) - 1) for step, lacks, zone in zip(chosen, points, zones, strict=True)
        ]
        if fewer == chosen:
            return whole
        chosen = fewer


def _at_its_longest(whole: Form, document: Document, words: Words) -> Form:
    """Return a form that says the worst of its translation that it may have to; what it says is known last."""
    texts = [text for _, text in proses(document)] + [*words.labels.texts.values()]
    states = {text.state for text in texts} & {"missing", "stale"}
    said = [words.labels(f"state_{state}") for state in (*sorted(states), "draft")]
    trust = Prose(tuple(inline for each in said for inline in (*each.inlines, Text(" "))), said[-1].language)
    whole = filled(whole, "trust", (Paragraph(trust, "meeting"),))
    return replace(whole, foot=replace(whole.foot, trust=trust))


MEDIUM = Medium(
    "leaflet",
    message("Blad till kylskåpet"),
    arrange,
    lambda form, _: lay_out_leaflet(form),
    source="leaflet",
    parents_only=True,
    copied=True,
)
