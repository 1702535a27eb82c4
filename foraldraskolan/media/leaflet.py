"""The leaflet: one sheet of two pages, for the door of a fridge, from what a plan's modules give to it.

What has no room is left out: what comes last in its module, and whole modules, the least important and the last first.
Danger, the numbers, the cards and one thing to remember are never left out: if those have no room, that is told.
"""

from dataclasses import replace

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
    cards = parts.cards(document, numbers, words)
    columns = [column for column in (parts.signs(document, words), parts.phrases(document, words)) if column]
    chosen = [0, 0, *(0 for _ in columns)]
    while True:
        front, cut, *back = chosen
        whole = form(
            document,
            words.labels("title"),
            (
                parts.masthead(document, words),
                parts.call(document, numbers, words),
                *reminders[front],
                Heading(2, words.labels("leaflet_numbers")),
                parts.rows(numbers, words),
                parts.colophon(document, numbers, words),
                *(block for column, step in zip(columns, back, strict=True) for block in column[step]),
                Paragraph(words.labels("leaflet_cut"), "note"),
                *cards[cut],
            ),
            words,
        )
        lacking = lack(_at_its_longest(whole, document, words))
        points = [lacking.front, max(lacking.cards), *lacking.columns]
        last = [len(choices) - 1 for choices in (reminders, cards, *columns)]
        fewer = [min(step + (lacks > 0), end) for step, lacks, end in zip(chosen, points, last, strict=True)]
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
