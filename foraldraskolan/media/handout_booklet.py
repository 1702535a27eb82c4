"""The handout as a booklet: a cover, the handout with the same numbers, and on the back cards to cut out."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Figure, Form, Paragraph
from foraldraskolan.document.meaning import Document, Verb
from foraldraskolan.layout.booklet import cover, lay_out_booklet
from foraldraskolan.layout.coverage import expect_glyphs
from foraldraskolan.layout.grid import BOOKLET
from foraldraskolan.layout.leaflet import lack
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media import handout
from foraldraskolan.media.arranging import form, sections
from foraldraskolan.media.contacts import every_contact, is_for
from foraldraskolan.media.leaflet_numbers import Choices, parents_card, teenagers_card
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message

_DRAWN: tuple[Verb, ...] = ("see", "talk", "help")  # as the line below the title says


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the handout with a drawing on its front for each verb of its modules, the cards last."""
    whole = handout.arrange(document, words)
    masthead, *blocks = whole.blocks
    if isinstance(masthead, Box):
        signs = {each.verb: each.sign for each in sections(document) if each.sign}
        drawn = [Figure(signs[verb].drawing, signs[verb].alt) for verb in _DRAWN if verb in signs]
        masthead = replace(masthead, blocks=(*masthead.blocks, *drawn))
    every = every_contact(document)[0]
    cards = [card for card in every if is_for(card, document.language.tag)]
    choices = (parents_card(document, cards, words), teenagers_card(cards, words))
    measured = (card for choice in choices for card in choice[0])
    expect_glyphs(replace(whole, blocks=(*whole.blocks, *measured)))  # what has no glyph cannot be measured
    fitting = [_fitting(each, document, words) for each in choices]
    return replace(whole, blocks=(masthead, *blocks, Paragraph(words.labels("leaflet_cut"), "note"), *fitting))


def _fitting(choices: Choices, document: Document, words: Words) -> Box:
    """Return the first card that has room for what it says, the one with least if none has."""
    cards = [card for choice in choices for card in choice if isinstance(card, Box)]
    of = (form(document, words.labels("title"), [card], words) for card in cards)
    return next((card for card, alone in zip(cards, of, strict=True) if lack(alone).cards[0] <= 0), cards[-1])


MEDIUM = Medium(
    "handout_booklet",
    message("Papper att läsa hemma, som häfte"),
    arrange,
    lambda form, _: lay_out_booklet(form, lambda inside: lay_out_sheet(inside, BOOKLET, opening=cover)),
    parents_only=True,
    file="handout-booklet",
    format="booklet",
    of="handout",
)
