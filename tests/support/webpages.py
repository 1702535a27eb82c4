"""The pages for the phone that tests read, and what one says when it is read from its top to its foot."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from xml.etree.ElementTree import Element

from foraldraskolan.document.form import Form
from foraldraskolan.document.inlines import Foreign, Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.web.page import page
from tests.support.orders import content, edition, plan
from tests.support.samples import FORMS, MIRRORED, phone, sheet, words

SVG = "{http://www.w3.org/2000/svg}svg"
NUMBERS = (
    phone("112"),
    Text(" · "),
    phone("1177"),
    Text(" · "),
    Foreign("sv", (Text("Kuratorn "),)),
    phone("0500-12 34 56"),
)


def written(form: Form, language: Language) -> str:
    """Return a form as a page whose own words are in Swedish, said to be in a language."""
    return page(form, words(language).labels)


def with_numbers(form: Form) -> Form:
    """Return a form that has numbers to call at its foot."""
    return replace(form, foot=replace(form.foot, numbers=Prose(NUMBERS, form.language.tag)))


@cache
def webpages() -> dict[str, str]:
    """Return the example's handout in all its languages, that of content hard to set, and one of each kind of block."""
    made = {
        f"{name}-{tag}": edition("handout", plan(name), tag, content(name)).webpage
        for name in ("example", "stress")
        for tag in plan(name).families
    }
    return {**made, "mirrored": written(with_numbers(sheet(*FORMS.values(), language=MIRRORED)), MIRRORED)}


def text_of(tree: Element) -> str:
    """Return the text of a page's body without what it adds: contents, numbers, the way past them."""
    body = tree.find("body")
    assert body is not None
    return "".join(text for name in ("header", "main") for each in body.findall(name) for text in _read(each))


def _read(element: Element) -> Iterator[str]:
    if element.tag == SVG:
        yield element.get("aria-label", "")
    yield element.text or ""
    for number, child in enumerate(element, start=1):
        if element.tag == "ol":
            yield f"{number}."
        yield from _read(child)
        yield child.tail or ""
