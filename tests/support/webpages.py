"""The pages for the phone that tests read, and what one says when it is read from its top to its foot."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from xml.etree.ElementTree import Element

from foraldraskolan.document.form import Form
from foraldraskolan.document.walk import paged
from foraldraskolan.web.page import page
from tests.support.orders import content, edition, plan
from tests.support.reading import headings, read_aloud, squeezed
from tests.support.samples import FORMS, MIRRORED, in_language, phone, prose, sheet

NUMBERS = (prose(phone("112")), prose(phone("020-91 91 91")))  # the second is in a card of FORMS


def with_numbers(form: Form) -> Form:
    """Return a form that has numbers to call at its foot."""
    return replace(form, foot=replace(form.foot, numbers=in_language(NUMBERS, form.language.tag)))


@cache
def webforms() -> Mapping[str, Form]:
    """Return the handouts of the example and of content hard to set, in all their languages, and every kind of block.

    The last are read from right to left.
    """
    handouts = {
        f"{name}-{tag}": edition("handout", plan(name), tag, content(name)).form
        for name in ("example", "stress")
        for tag in plan(name).families
    }
    return {**handouts, "mirrored": with_numbers(sheet(*FORMS.values(), language=MIRRORED))}


@cache
def webpages() -> Mapping[str, str]:
    """Return those forms as pages."""
    return {name: page(form) for name, form in webforms().items()}


def told(form: Form) -> str:
    """Return the text that a page has of a form: all of it but the pages of its contents."""
    return squeezed("".join(read_aloud(paged(form, [""] * len(headings(form))))))


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
