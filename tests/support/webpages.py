"""The pages for the phone that tests read, and what one says when it is read from its top to its foot."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from xml.etree.ElementTree import Element

from foraldraskolan.document.form import Form
from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.document.labels import Labels
from foraldraskolan.web.page import page
from tests.support.orders import content, edition, plan
from tests.support.samples import FORMS, MIRRORED, in_language, phone, prose, sheet, words

OWN = Foreign("sv", (Text("Skolsköterskan "),))
NUMBERS = (prose(phone("112")), prose(phone("1177")), prose(OWN, phone("0500-12 34 56")))


def written(form: Form) -> str:
    """Return a form as a page whose own words are in Swedish, said to be in its language."""
    return page(form, words(form.language).labels)


def with_numbers(form: Form) -> Form:
    """Return a form that has numbers to call at its foot."""
    return replace(form, foot=replace(form.foot, numbers=in_language(NUMBERS, form.language.tag)))


@cache
def webforms() -> Mapping[str, tuple[Form, Labels]]:
    """Return the handouts of the example and of content hard to set, in all their languages, and every kind of block.

    The last are read from right to left.
    """
    handouts = {
        f"{name}-{tag}": edition("handout", plan(name), tag, content(name))
        for name in ("example", "stress")
        for tag in plan(name).families
    }
    made = {name: (with_numbers(each.form), each.words.labels) for name, each in handouts.items()}
    mirrored = with_numbers(sheet(*FORMS.values(), language=MIRRORED))
    return {**made, "mirrored": (mirrored, words(MIRRORED).labels)}


@cache
def webpages() -> Mapping[str, str]:
    """Return those forms as pages."""
    return {name: page(*each) for name, each in webforms().items()}


def text_of(tree: Element) -> str:
    """Return the text of a page's body without what it adds: contents, numbers, the way past them."""
    body = tree.find("body")
    assert body is not None
    return "".join(text for name in ("header", "main") for each in body.findall(name) for text in _read(each))


def _read(element: Element) -> Iterator[str]:
    if element.tag == "svg":
        yield element.get("aria-label", "")
    yield element.text or ""
    for number, child in enumerate(element, start=1):
        if element.tag == "ol":
            yield f"{number}."
        yield from _read(child)
        yield child.tail or ""
