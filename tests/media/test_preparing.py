"""What the staff's check list opens with: what to print and bring, whom to book, which numbers to try first."""

from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from foraldraskolan.document.form import Form, Heading, List, Paragraph
from foraldraskolan.document.inlines import Value
from foraldraskolan.document.meaning import ContactCard, Interpreting, Paper, Preparation
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, inlines_below, plain
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.material.preparation import interpreting
from foraldraskolan.media.media import MEDIA
from foraldraskolan.media.preparing import preparing
from foraldraskolan.project import Project
from tests.support.orders import content, edition, plan
from tests.support.samples import ARABIC, DAY, SWEDISH, phone, prose, words

READY = sorted(Project.default().example_plan.parent.glob("*.toml"))


def ready(file: Path) -> Plan:
    """Return a plan that ships."""
    return read_plan(file, content("example").library, content("example").languages)


def called(form: Form) -> set[str]:
    """Return what the numbers in a form dial."""
    texts = (node for block in form.blocks for _, node in descend(block) if isinstance(node, Prose))
    links = (each.url for text in texts for each in inlines_below(text.inlines) if isinstance(each, Value))
    return {url for url in links if url.startswith("tel:")}


@pytest.mark.parametrize("file", READY, ids=lambda file: file.stem)
def test_every_number_that_is_handed_out_is_tried_before(file: Path) -> None:
    """The list has each number that any paper of the pack gives but the emergency number, the plan's own first."""
    made_from = ready(file)
    editions = Editions(made_from, content("example"))
    handed_out = [job for job in pack_orders(made_from) if MEDIA[job.medium].languages == "families"]
    given = set().union(*(called(editions.of(job).form) for job in handed_out))
    form = editions.of(order_of("staff", made_from.notes)).form
    to_try = [item for item in items(form) if {number.url for number in numbers_of(item)} - {"tel:112"}]
    dialled = [number.url for item in to_try for number in numbers_of(item)]
    assert len(dialled) == len(set(dialled))
    assert set(dialled) == given - {"tel:112"}
    own = [contact.name for contact in made_from.contacts]
    assert [plain(item.inlines)[: len(name)] for item, name in zip(to_try, own, strict=False)] == own


def items(form: Form) -> list[Prose]:
    """Return what is ticked off in a form."""
    nodes = (node for block in form.blocks for _, node in descend(block))
    return [item for node in nodes if isinstance(node, List) and node.marker == "field" for item in node.items]


def numbers_of(item: Prose) -> list[Value]:
    """Return the numbers to call in an item."""
    values = [each for each in inlines_below(item.inlines) if isinstance(each, Value)]
    return [each for each in values if each.url.startswith("tel:")]


CARD = ContactCard(prose("Stödlinjen"), prose(), prose(phone("020-91 91 91")), checked=DAY)
NOTHING = Preparation((), "slides.pdf", "notes.pdf", None, ())


def outline(preparation: Preparation) -> list[str]:
    """Return what a preparation says, line by line."""
    said: list[str] = []
    for block in preparing(preparation, words()):
        match block:
            case Heading(_, text) | Paragraph(text):
                said.append(plain(text.inlines))
            case List(_, items):
                said += ["[] " + plain(item.inlines) for item in items]
    return said


def test_a_preparation_line_by_line() -> None:
    """Copies and sheets are summed where they are known; a number says when it was compared, or whose it is."""
    papers = (Paper("a-sv.pdf", SWEDISH, 20, 1), Paper("a-ar.pdf", ARABIC, 6, 2), Paper("b.pdf", SWEDISH, None, 3))
    numbers, locally = (replace(CARD, checked=None), CARD), (prose("Vart går man med ett fynd?"),)
    heard = Interpreting((ARABIC,), 40, 20, (Paper("tolk-ar.pdf", ARABIC, 1, 2),))
    made = Preparation(papers, "slides.pdf", "notes.pdf", heard, numbers, locally)
    assert outline(made) == [
        "Skriv ut",
        "26 exemplar på 32 papper. Skriv ut på båda sidorna.",
        "[] a-sv.pdf, svenska: 20 exemplar",
        "[] a-ar.pdf, arabiska: 6 exemplar",
        "[] b.pdf, svenska: fråga hur många",
        "[] tolk-ar.pdf, arabiska: ett till varje tolk, några dagar före mötet",
        *BROUGHT,
        "Tolkar",
        "Delarna tar 40 minuter med tolkning, 20 utan.",
        "arabiska, namn och telefon",
        "Ta reda på före mötet",
        "[] Vart går man med ett fynd?",
        "Ring och kontrollera numren",
        plain(words().labels("staff_numbers_lead").inlines),
        "[] Stödlinjen: 020-91 91 91 (från planen)",
        "[] Stödlinjen: 020-91 91 91 (20 november 2026)",
    ]


BROUGHT = [
    "Ta med",
    "[] Dator, kabel och slides.pdf, också på ett USB-minne",
    "[] notes.pdf och den här listan, på papper",
    "[] Allt som är utskrivet, och några extra",
    "[] Pennor, så att alla kan kryssa och skriva nummer",
]


def test_an_interpreter_is_booked_into_whatever_language() -> None:
    """Where nobody knows which, there is a line for it."""
    assert outline(replace(NOTHING, interpreting=Interpreting((), 60, 20)))[-3:] == [
        "Tolkar",
        "Delarna tar 60 minuter med tolkning, 20 utan.",
        "Språk, namn och telefon",
    ]


@pytest.mark.parametrize(
    ("interpreted", "heard", "turns"),
    [(True, ("en", "ar", "so"), 2), (("so",), ("so",), 2), (("so", "ar"), ("so", "ar"), 3)],
)
def test_who_interprets(interpreted: bool | tuple[str, ...], heard: tuple[str, ...], turns: int) -> None:
    """The languages are those that take turns, or the families' but the speaker's own; the time is each one's again."""
    example = plan("example")
    made = interpreting(
        replace(example, meeting=replace(example.meeting, minutes=120, interpreted=interpreted)),
        content("example").library,
        content("example").languages,
    )
    assert made is not None
    assert tuple(language.tag for language in made.languages) == heard
    assert made.minutes == turns * made.alone


def test_nothing_is_asked_for_that_is_not_needed() -> None:
    """Without papers to copy, interpreters and numbers there are no headings for them."""
    assert outline(NOTHING) == BROUGHT


def test_the_list_says_what_is_printed_of_exactly_this_plan() -> None:
    """It has every file that is copied, in its language and so many; an interpreter for each language but Swedish."""
    made = edition("staff", plan("example"), "sv", content("example")).form
    names = {language.tag: language.swedish for language in content("example").languages.values()}
    copied = [job for job in pack_orders(plan("example")) if MEDIA[job.medium].copied and job.form == ".pdf"]
    copies = plan("example").copies
    wanted = [f"{job.file}, {names[job.language]}: {copies[job.language]} exemplar" for job in copied]
    assert [plain(item.inlines) for item in items(made)][: len(wanted)] == wanted
    nodes = chain.from_iterable(descend(block) for block in made.blocks)
    lines = [plain(node.text.inlines) for _, node in nodes if isinstance(node, Paragraph) and node.role == "line"]
    assert lines == [f"{name}, namn och telefon" for name in ("engelska", "arabiska", "somaliska")]
