"""The letters that the tests read, and what an HTML letter says when it is read as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.orders import Lesson, Order, order_of
from foraldraskolan.make.series import lessons
from foraldraskolan.material.agenda import modules_with_lesson
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.project import Project
from tests.support.copied import words
from tests.support.orders import content, plan

SERIES = Project.default().materials / "plans" / "mailout-series.toml"
INVITATION = "invitation"
_BLOCKS = {"h1", "h2", "h3", "h4", "p", "li", "tr", "ul", "ol"}


@dataclass(frozen=True, slots=True)
class Sent:
    """One letter of a plan in one language: a module's lesson, or the invitation."""

    plan: str
    module: str
    tag: str

    def __str__(self) -> str:
        return f"{self.plan}-{self.module}-{self.tag}"


def sent() -> list[Sent]:
    """Return every letter that tests read: the invitations of all plans, the series that ships, a made-up one."""
    made = ["example", "stress", "tiny", "states"]
    invitations = [Sent(name, "invitation", tag) for name in made for tag in plan(name).families]
    taught = {name: modules_with_lesson(weekly(name), content(name).library)[0] for name in ("example", "stress")}
    told = [Sent(name, module.id, tag) for name in taught for module in taught[name] for tag in weekly(name).families]
    return [*invitations, *told]


@cache
def weekly(name: str) -> Plan:
    """Return a plan of weekly letters: for the example the one that ships, with the example's families and contacts."""
    if name != "example":
        return plan(name)
    example = plan(name)
    series = read_plan(SERIES, content(name).library, content(name).languages)
    return replace(series, families=example.families, contacts=example.contacts)


@cache
def series(name: str) -> list[Lesson]:
    """Return the lessons of a plan of weekly letters."""
    return lessons(weekly(name), content(name).library)


@cache
def letter(which: Sent) -> Edition:
    """Return a letter."""
    if which.module == "invitation":
        return Editions(plan(which.plan), content(which.plan)).of(order_of("mailout", which.tag))
    lesson = next(each for each in series(which.plan) if each.module == which.module)
    return Editions(weekly(which.plan), content(which.plan)).of(Order("lesson", which.tag, "", lesson=lesson))


def parsed(html: str) -> Element:
    """Return the tree of a letter, which is XML as well as HTML."""
    return ElementTree.fromstring(html.removeprefix("<!DOCTYPE html>\n"))


def body(html: str) -> Element:
    """Return the body of a letter."""
    found = parsed(html).find("body")
    assert found is not None
    return found


def read(element: Element) -> str:
    """Return what an element says as plain text says it: marks of lists, addresses of links that their text hides."""
    return "".join(_read(element))


def _read(element: Element) -> Iterator[str]:
    if element.tag in _BLOCKS:
        yield "\n"
    yield element.text or ""
    for number, child in enumerate(element, start=1):
        if child.tag == "li":
            yield f"\n{number}. " if element.tag == "ol" else "\n"
        yield from _read(child)
        yield child.tail or ""
    if element.tag == "a":
        text, url = "".join(element.itertext()), element.get("href", "")
        yield "" if text in url or url.startswith("tel:") else f" ({url})"
    if element.tag == "br":
        yield "\n"
    if element.tag in _BLOCKS | {"td", "th"}:
        yield "\n"


def said(text: str) -> list[str]:
    """Return the words of a letter, without what sets apart the rows of lists and tables and a number from its name."""
    return [word.rstrip(":") for word in words(text) if word not in {"-", "–", "·"}]
