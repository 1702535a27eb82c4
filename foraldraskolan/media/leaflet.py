"""The leaflet: one sheet of two pages, for the door of a fridge, from what a plan's modules give to it.

What has no room is left out: what comes last in its module, and whole modules, the least important and the last first.
Danger, the numbers, the cards and one thing to remember are never left out: if those have no room, that is told.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from foraldraskolan.document.form import Blank, Box, Code, Figure, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.gloss import joined, unglossed
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.meaning import ContactCard, Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import filled, proses, rewrite
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.coverage import expect_glyphs
from foraldraskolan.layout.leaflet import Lack, lack, lay_out_leaflet
from foraldraskolan.media.arranging import form, language_names, meeting_line
from foraldraskolan.media.leaflet_modules import call, columns, reminders
from foraldraskolan.media.leaflet_numbers import Choices, calm, numbers, parents_card, rows, teenagers_card
from foraldraskolan.media.lowering import paragraphs
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the most that has room of what the modules give; raise ProblemsFound for characters that no font has."""
    trust = _longest_trust(document, words)

    def of(*blocks: FormBlock | Blank) -> Form:
        return form(document, words.labels("title"), blocks, words)

    def lacking(*blocks: FormBlock | Blank) -> Lack:
        probe = filled(of(*blocks), "trust", (Paragraph(trust, "meeting"),))
        return lack(replace(probe, foot=replace(probe.foot, trust=trust)))

    known = numbers(document)
    top = (_masthead(document, words), call(document, known, words))
    colophon = _colophon(document, known, words)
    cut = Paragraph(words.labels("leaflet_cut"), "note")
    remembered = reminders(document, known, words)
    beside = columns(document, words)
    numbered = rows(document, known, words)
    # Each is for one person: in one language, beside Swedish on the rest of the sheet.
    each_of = (parents_card(document, known, words), teenagers_card(known, words))
    cards = [[rewrite(card, unglossed) for card in choices] for choices in each_of]
    # What no font has cannot be measured; it is told whether there is room for it or not.
    most = (each[0] for each in (numbered, remembered, *beside, *cards))
    expect_glyphs(of(*top, colophon, *chain.from_iterable(most)))
    called = _fitting(numbered, lambda each: lacking(*top, *each, *remembered[-1], colophon).front)
    return of(
        *top,
        *called,  # above what lies behind the cards, which are cut out
        *_fitting(remembered, lambda each: lacking(*top, *called, *each, colophon).front),
        colophon,
        *chain.from_iterable(_fitting(each, lambda one: lacking(*one, cut).columns[0]) for each in beside),
        cut,
        *chain.from_iterable(_fitting(each, lambda one: lacking(*one).cards[0]) for each in cards),
    )


def _masthead(document: Document, words: Words) -> Box:
    """Return the language, the title, what this is, whose meeting it is from, and if that is an example."""
    lines = paragraphs(
        ("subtitle", None if words.beside else words.labels("leaflet_lead")),
        ("meeting", meeting_line(document, words)),
        ("example", words.example),
    )
    names = Paragraph(language_names(document.language), "language")
    return Box("masthead", (names, Heading(1, words.labels("title")), *lines))


def _colophon(document: Document, known: Iterable[ContactCard], words: Words) -> Box:
    """Return where the whole paper is, when the numbers were compared, how far to trust the translation."""
    link = document.meeting.link
    where: tuple[FormBlock, ...] = paragraphs(("note", words.labels("leaflet_whole")))
    if link:
        shown = Value(link.removeprefix("https://").removesuffix("/"), link)
        code = Figure(Code(link), words.labels("leaflet_code", address=shown.text), Prose((shown,), SOURCE))
        where = (*paragraphs(("note", words.labels("leaflet_whole_link"))), code)
    days = [card.checked for card in calm(known) if card.checked is not None]
    compared = words.labels("compared", date=words.day(min(days))) if days else None
    return Box("colophon", (*where, *paragraphs(("note", compared)), Blank("trust")))


def _fitting(choices: Choices, lacks: Callable[[tuple[FormBlock, ...]], float]) -> tuple[FormBlock, ...]:
    """Return the first choice that lacks no room, the last if each does."""
    return next((each for each in choices if lacks(each) <= 0), choices[-1])


def _longest_trust(document: Document, words: Words) -> Prose:
    """Return the most that may have to be said of how far a translation can be trusted; what is said is known last."""
    texts = [text for _, text in proses(document)] + [*words.labels.texts.values()]
    states = {text.state for text in texts} & {"missing", "stale"}
    share = [words.labels("state_share", share="100 %")] if "missing" in states else []
    return joined([*share, *(words.labels(f"state_{state}") for state in (*sorted(states), "draft"))])


MEDIUM = Medium(
    "leaflet",
    message("Blad till kylskåpet"),
    arrange,
    lambda form, _: lay_out_leaflet(form),
    source="leaflet",
    parents_only=True,
    copied=True,
    beside=True,
)
