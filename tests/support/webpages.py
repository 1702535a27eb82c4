"""The pages for the phone that tests read, and what one says when it is read from its top to its foot."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from xml.etree.ElementTree import Element

from foraldraskolan.document.form import Blank, Box, Code, Figure, FootNumber, Form, FormBlock
from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.prose import NOTHING
from foraldraskolan.document.walk import paged
from foraldraskolan.web.page import page
from tests.support.orders import content, edition, plan
from tests.support.reading import headings, read_aloud, squeezed
from tests.support.samples import FORMS, MIRRORED, in_language, phone, prose, sheet

_SAID = (prose(phone("112")), prose(Foreign("sv", (Text("Skolsköterskan"),)), " ", phone("0500-12 34 56")))
NUMBERS = tuple(FootNumber(each, each) for each in _SAID)


def with_numbers(form: Form) -> Form:
    """Return a form that has numbers to call at its foot."""
    return replace(form, foot=replace(form.foot, numbers=in_language(NUMBERS, form.language.tag)))


def names() -> list[str]:
    """Return what the pages are called: handouts by plan and language, and one of each kind of block, mirrored."""
    return [*(f"{made}-{tag}" for made in ("example", "stress") for tag in plan(made).families), "mirrored"]


@cache
def webform(name: str) -> Form:
    """Return what one of the pages is made of."""
    if name == "mirrored":
        return with_numbers(sheet(*FORMS.values(), language=MIRRORED))
    made, _, tag = name.partition("-")
    return edition("handout", plan(made), tag, content(made)).form


@cache
def webpage(name: str) -> str:
    """Return one of the pages."""
    return page(webform(name))


def told(form: Form) -> str:
    """Return the text that a page has of a form: all but pages, and what a code or a logo is: its word is there."""
    unpaged = paged(form, [""] * len(headings(form)))
    return squeezed("".join(read_aloud(replace(unpaged, blocks=tuple(map(_on_screen, unpaged.blocks))))))


def _on_screen(block: FormBlock | Blank) -> FormBlock | Blank:
    match block:
        case Box(blocks=blocks) | Blank(blocks=blocks):
            return replace(block, blocks=tuple(map(_on_screen, blocks)))
        case Figure(Code() | Logo()):
            return replace(block, alt=NOTHING)
        case _:
            return block


def text_of(tree: Element) -> str:
    """Return the text of a page's body without what it adds: the numbers at its foot."""
    body = tree.find("body")
    assert body is not None
    return squeezed("".join(text for name in ("header", "main") for each in body.findall(name) for text in _read(each)))


def _read(element: Element) -> Iterator[str]:
    if element.tag == "svg":
        yield element.get("aria-label", "")
    yield element.text or ""
    for number, child in enumerate(element, start=1):
        if element.tag == "ol":
            yield f"{number}."
        yield from _read(child)
        yield child.tail or ""
