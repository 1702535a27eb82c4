"""The interpreter's paper: exactly the terms of the meeting, in both languages, each cell in its own."""

from dataclasses import replace
from functools import cache

import pytest

from foraldraskolan.document.form import Box, Form, Paragraph, Table
from foraldraskolan.document.meaning import Chart, Mail, Picture, Section
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Node, children, descend, plain, top
from foraldraskolan.layout.page import Page
from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.orders import languages_of, order_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.material.agenda import agenda
from foraldraskolan.material.assemble import assemble
from foraldraskolan.media.media import MEDIA
from foraldraskolan.translation.glossary import terms_in
from tests.support.orders import content, plan

CONTENT = content("example")
MEDIUM = MEDIA["interpreter"]
RTL = "ar"


@cache
def paper(tag: str, modules: tuple[str, ...] = ("intro", "signs", "talk", "help")) -> Edition:
    """Return the paper of the example with these modules in a language."""
    meeting = replace(plan("example").meeting, minutes=300)
    return Editions(replace(plan("example"), meeting=meeting, modules=modules), CONTENT).of(
        order_of("interpreter", tag)
    )


def tables(form: Form, look: str) -> list[Table]:
    """Return the tables of a look."""
    boxes = (node for at, block in top(form) for _, node in descend(block, at))
    return [
        block
        for box in boxes
        if isinstance(box, Box) and box.look == look
        for block in box.blocks
        if isinstance(block, Table)
    ]


def rows(found: Edition, look: str) -> list[tuple[Prose, ...]]:
    """Return the rows of tables from the left, whichever way they are read."""
    every = [row for table in tables(found.form, look) for row in table.rows]
    return [row[::-1] if found.form.language.direction == "rtl" else row for row in every]


def swedish(found: Edition) -> list[str]:
    """Return the Swedish terms of a paper in its order."""
    return [plain(row[0].inlines) for row in rows(found, "terms")]


@pytest.mark.parametrize("tag", ["en", "ar", "so"])
def test_a_row_is_in_both_languages(tag: str) -> None:
    """The Swedish term on the left, what it is, the glossary's first translation on the right, each in its language."""
    known = {term.swedish: term for term in CONTENT.glossary.terms}
    found = rows(paper(tag), "terms")
    assert len(found) > 30
    for left, _, right in found:
        term = known[plain(left.inlines)]
        assert left.language == "sv"
        assert (plain(right.inlines), right.language) == (term.translations[tag][0], tag)
    for look in ("terms", "both languages"):
        for table in tables(paper(tag).form, look):
            native = CONTENT.languages[tag].native
            ends = [plain(cell.inlines) for cell in (table.head[0], table.head[-1])]
            assert ends == (["svenska", native] if tag != RTL else [native, "svenska"])


@pytest.mark.parametrize("modules", [("intro", "help"), ("nitrous-oxide", "help"), ("law", "suspected", "help")])
def test_the_terms_are_those_that_the_modules_say(modules: tuple[str, ...]) -> None:
    """All that occur in a chosen module, none that only another has: neither is what is sent after the meeting."""
    library = CONTENT.library
    found = set(swedish(paper("so", modules)))
    chosen = replace(plan("example"), modules=modules, meeting=replace(plan("example").meeting, minutes=300))
    texts = [text for block in assemble(chosen, library).blocks for text in _texts(block)]
    said = {term.swedish for text in texts for term in terms_in(text, CONTENT.glossary)}
    left_out = {
        term.swedish for term in CONTENT.glossary.terms if term.id in library.terms and library.terms[term.id].left_out
    }
    assert found == said - left_out
    assert {"lustgas"} & found == ({"lustgas"} if "nitrous-oxide" in modules else set())
    assert {"strafföreläggande"} & found == ({"strafföreläggande"} if "suspected" in modules else set())


def _texts(node: Node) -> list[str]:
    """Return the texts of a node but those of what is sent, and of what only a screen reader says."""
    if isinstance(node, Mail):
        return []
    if isinstance(node, Prose):
        return [node.source]
    unseen = [node.alt] if isinstance(node, Picture | Chart) else [node.sign] if isinstance(node, Section) else []
    return [text for each in children(node) if each not in unseen for text in _texts(each)]


def test_danger_is_first_and_the_rest_in_the_order_of_the_alphabet() -> None:
    """In each part å, ä and ö are last."""
    urgent, others = ([plain(row[0].inlines) for row in table.rows] for table in tables(paper("so").form, "terms"))
    assert "krampanfall" in urgent
    for part in (urgent, others):
        assert part == sorted(part, key=lambda word: word.casefold().translate(str.maketrans("åäö", "{|}")))


def test_every_row_says_what_the_term_is() -> None:
    """Each has an explanation, in the reader's language where it is translated; what rests on a source names it."""
    found = paper("ar", ("law", "suspected", "help"))
    assert all(middle.inlines for _, middle, _ in rows(found, "terms"))
    (sources,) = (block for _, block in top(found.form) if isinstance(block, Box) and block.look == "sources")
    shown = {term.id for term in CONTENT.glossary.terms if term.swedish in swedish(found)}
    cited = {CONTENT.library.sources[each].url for id in shown for each in CONTENT.library.terms[id].sources}
    assert {getattr(note, "url", "") for note in sources.blocks} - {""} == cited


def test_a_term_without_a_translation_stands_in_swedish_and_is_told() -> None:
    """It stops nothing."""
    term = next(each for each in CONTENT.glossary.terms if each.id == "seizure")
    poorer = replace(term, translations={"ar": term.translations["ar"]})
    terms = tuple(poorer if each is term else each for each in CONTENT.glossary.terms)
    other = replace(CONTENT)
    other.__dict__["glossary"] = replace(CONTENT.glossary, terms=terms)
    found = Editions(plan("example"), other).of(order_of("interpreter", "so"))
    row = next(row for row in rows(found, "terms") if plain(row[0].inlines) == "krampanfall")
    assert (plain(row[-1].inlines), row[-1].language, row[-1].state) == ("krampanfall", "sv", "missing")
    assert found.trust.states["missing"] == paper_of_example("so").trust.states.get("missing", 0) + 1


@cache
def paper_of_example(tag: str) -> Edition:
    """Return the paper of the example as it ships."""
    return Editions(plan("example"), CONTENT).of(order_of("interpreter", tag))


def test_nobody_has_reviewed_the_words_of_the_glossary() -> None:
    """Nobody signs them, and above them stands that, however much of the rest is signed."""
    label = paper_of_example("so").words.labels("terms_lead")
    blocks = [block for _, block in top(paper_of_example("so").form)]
    first = next(index for index, block in enumerate(blocks) if isinstance(block, Box) and block.look == "terms")
    assert Paragraph(label) in blocks[:first]


def test_it_has_the_agenda_and_the_numbers() -> None:
    """When each module begins, in both languages; 112 first, then the plan's own number, none that has no phone."""
    found = rows(paper_of_example("so"), "both languages")
    lines = [[plain(cell.inlines) for cell in row] for row in found]
    for slot in agenda(plan("example"), CONTENT.library):
        title = plain(CONTENT.library.modules[slot.module].title.inlines)
        assert [title, f"{slot.start:%H:%M}"] in [line[:2] for line in lines]
    numbers = [line[1] for line in lines if len(line) == 3 and ":" not in line[1]]
    assert numbers[:2] == ["112", plan("example").contacts[0].phone]
    assert len(set(numbers)) == len(numbers)


def test_who_gets_one() -> None:
    """Each language of the families, or those that the plan names: never Swedish, nor the notes'."""
    example = plan("example")

    def tags(interpreted: bool | tuple[str, ...], notes: str = "sv") -> list[str]:
        asked = replace(example, notes=notes, meeting=replace(example.meeting, interpreted=interpreted))
        made = [order.language for order in pack_orders(asked) if order.medium == "interpreter"]
        assert made == [*languages_of(MEDIUM, asked)]
        return made

    assert tags(interpreted=True) == ["en", "ar", "so"]
    assert tags(("so", "ar")) == ["so", "ar"]
    assert tags(interpreted=True, notes="en") == ["ar", "so"]
    assert tags(interpreted=False) == []


@pytest.mark.parametrize("tag", ["so", "ar"])
def test_swedish_stands_on_the_left(tag: str) -> None:
    """On the page, too: a Swedish word begins left of its translation on a page of either direction."""
    found = paper_of_example(tag)
    at = {address: node for where, block in top(found.form) for address, node in descend(block, where)}
    boxes = [address for address, node in at.items() if isinstance(node, Box) and node.look == "terms"]
    for address, node in at.items():
        if not (isinstance(node, Prose) and any(address[: len(box)] == box for box in boxes)):
            continue
        if node.inlines and node.language == "sv" and any(plain(node.inlines) == word for word in swedish(found)):
            assert _start(found.pages, address) < found.pages[0].width / 3


def _start(pages: list[Page], address: tuple[int, ...]) -> float:
    """Return how far from the left edge what has an address is painted."""
    placed = (
        each for page in pages for each in page.items if any(mark[0][: len(address)] == address for mark in each.marks)
    )
    return min((each.x for each in placed), default=0.0)
