"""The packs that tests build: the example that ships, and one of content that is hard to set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from foraldraskolan.document.form import Form
from foraldraskolan.document.walk import Address, headings
from foraldraskolan.layout.page import Page
from foraldraskolan.make.conductor import Made, make
from foraldraskolan.make.document import Content
from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.orders import Order as Job
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.project import Project
from tests.support.pdf_reader import TaggedPdf

STRESS = Path(__file__).parents[1] / "data" / "stress"
FOLDERS = {"example": Project.default(), "stress": Project(STRESS / "materials", STRESS / "translations")}
PLANS = {
    "example": FOLDERS["example"].example_plan,
    "stress": STRESS / "materials" / "plans" / "stress.toml",
    "tiny": STRESS / "materials" / "plans" / "tiny.toml",
    "states": STRESS / "materials" / "plans" / "states.toml",
    "bars": STRESS / "materials" / "plans" / "bars.toml",
}


@dataclass(frozen=True)
class Order:
    """One file of one of the plans."""

    plan: str
    job: Job

    def __str__(self) -> str:
        return f"{self.plan}-{self.job.file.removesuffix('.pdf')}"


@cache
def content(name: str) -> Content:
    """Return what the documents of a plan are made from, dated by the plan whatever the environment asks for."""
    return replace(Content.read(FOLDERS["example" if name == "example" else "stress"]), made=None)


@cache
def plan(name: str) -> Plan:
    """Return one of the plans."""
    return read_plan(PLANS[name], content(name).library, content(name).languages)


def jobs(plan: Plan) -> list[Job]:
    """Return every PDF file of a plan's pack."""
    return [job for job in pack_orders(plan) if job.form == ".pdf"]


def orders() -> list[Order]:
    """Return every PDF file of the example and the made-up plans; of the six bars, which no slide holds, the handouts.

    What a pack has in one language only, slides and what the staff gets, is there in every language of the example.
    """
    whole = [Order(name, job) for name in ("example", "stress", "tiny") for job in jobs(plan(name))]
    media = [(job.medium, job.language) for job in jobs(plan("example"))]
    alone = [
        Order("example", order_of(medium, tag))
        for medium in ("presentation", "notes", "staff")
        for tag in plan("example").families
        if (medium, tag) not in media
    ]
    handouts = [Order("bars", job) for job in jobs(plan("bars")) if job.medium == "handout"]
    return [*whole, *alone, *handouts]


@cache
def built(order: Order) -> Made:
    """Return an order's finished file."""
    (made,) = make([order.job], plan(order.plan), content(order.plan))
    return made


@cache
def tagged(order: Order) -> TaggedPdf:
    """Return an order's file as a program reads it that follows its tags."""
    return TaggedPdf(built(order).data)


@cache
def laid_out(order: Order) -> tuple[Form, list[Page]]:
    """Return an order's form and its pages, as they are before they become PDF."""
    found = edition(order.job.medium, plan(order.plan), order.job.language, content(order.plan))
    return found.form, found.pages


def pages_of_headings(form: Form, pages: Sequence[Page]) -> list[str]:
    """Return the number of the page that each heading of a form is painted on."""

    def shows(page: Page, heading: Address) -> bool:
        return any(mark[0][: len(heading)] == heading for placed in page.items for mark in placed.marks)

    return [
        next((str(number) for number, page in enumerate(pages, start=1) if shows(page, heading)), "")
        for heading in headings(form)
    ]


def edition(medium: str, plan: Plan, tag: str, content: Content) -> Edition:
    """Return a medium of a plan in a language, made anew."""
    return Editions(plan, content).of(order_of(medium, tag))
