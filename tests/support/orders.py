"""The packs that tests build: the example that ships, and one of content that is hard to set."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from foraldraskolan.build import NOTES, Built, Kit, build, translated
from foraldraskolan.content.plan import Plan, read_plan
from foraldraskolan.document.document import Document
from foraldraskolan.layout.page import Page
from foraldraskolan.media import MEDIA, notes
from foraldraskolan.pack import Job, jobs
from foraldraskolan.project import Project

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
def kit(name: str) -> Kit:
    """Return what the documents of a plan are made from."""
    return Kit.read(FOLDERS["example" if name == "example" else "stress"])


@cache
def plan(name: str) -> Plan:
    """Return one of the plans."""
    return read_plan(PLANS[name], kit(name).library, kit(name).languages)


def orders() -> list[Order]:
    """Return every file of the example and the made-up plans; of the six bars, which no slide holds, the handouts."""
    whole = [Order(name, job) for name in ("example", "stress", "tiny") for job in jobs(plan(name))]
    return [*whole, *(Order("bars", job) for job in jobs(plan("bars")) if job.medium == "handout")]


@cache
def built(order: Order) -> Built:
    """Return an order's finished file."""
    return build(order.job.medium, plan(order.plan), order.job.language, kit(order.plan))


@cache
def laid_out(order: Order) -> tuple[Document, list[Page]]:
    """Return an order's arranged document and its pages, as they are before they become PDF."""
    medium, made_from, tag, used = order.job.medium, plan(order.plan), order.job.language, kit(order.plan)
    document, words, _ = translated(medium, made_from, tag, used)
    if medium != NOTES:
        arranged = MEDIA[medium].arrange(document, words)
        return arranged, MEDIA[medium].lay_out(arranged, words)
    shown, slide_words, _ = translated("presentation", made_from, made_from.presentation, used)
    slides = MEDIA["presentation"].arrange(shown, slide_words)
    arranged = notes.arrange(document, shown, words, slide_words)
    return arranged, notes.lay_out(arranged, MEDIA["presentation"].lay_out(slides, slide_words), words)
