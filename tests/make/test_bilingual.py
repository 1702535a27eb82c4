"""Swedish beside another language: each text in both, nothing lost or added, one of each thing, pairs never parted."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from foraldraskolan.document.form import Checks, Figure, Form, List, Paragraph
from foraldraskolan.document.gloss import glossed, is_glossed, swedish, unglossed
from foraldraskolan.document.inlines import Gloss, Inline, Strong, Text
from foraldraskolan.document.marks import without_marks
from foraldraskolan.document.walk import descend, plain, proses
from foraldraskolan.layout.inside import bounds
from foraldraskolan.layout.page import Page, Tick
from foraldraskolan.make.document import translated
from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.orders import is_bilingual, order_of
from foraldraskolan.make.pack import pack_orders
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.plan import read_plan
from foraldraskolan.media.arranging import language_names
from foraldraskolan.media.lowering import lower
from foraldraskolan.media.media import MEDIA
from foraldraskolan.pdf.structure import elements, structure
from foraldraskolan.project import Project
from foraldraskolan.typeset.glyphs import ARTIFACT, Line
from tests.support.copied import painted, pdfium, words
from tests.support.orders import content, plan
from tests.support.samples import prose
from tests.support.verapdf_run import broken_rules

BESIDE = ("handout", "leaflet", "checklist")
EACH = pytest.mark.parametrize(("medium", "tag"), [(medium, tag) for medium in BESIDE for tag in ("ar", "so")])
READY = sorted(Project.default().example_plan.parent.glob("*.toml"))
MIDDLE = 105 / 25.4 * 72  # of A4


@cache
def editions() -> Editions:
    """Return the example's editions."""
    return Editions(plan("example"), content("example"))


def edition(medium: str, tag: str, *, bilingual: bool = True) -> Edition:
    """Return a medium of the example in a language, with Swedish beside it or alone."""
    return editions().of(order_of(medium, tag, bilingual=bilingual))


def said(form: Form) -> list[str]:
    """Return the texts of a form in their own languages."""
    return [plain(text.inlines) for _, text in proses(form)]


@pytest.mark.parametrize("tag", ["en", "ar", "so"])
def test_a_paper_says_what_it_says_alone_and_the_same_in_swedish(tag: str) -> None:
    """Without its glosses it is the paper in that language; its glosses are texts of the Swedish one, and all of them.

    A contact for another language is in the Swedish paper alone; the other language and its state are not in it.
    """
    both = edition("handout", tag).form
    assert said(both) == said(edition("handout", tag, bilingual=False).form)
    alone = Counter(said(edition("handout", "sv").form))
    glosses = Counter(plain(swedish(text).inlines) for _, text in proses(both))
    about_it = {plain(swedish(both.foot.trust).inlines), plain(language_names(both.language).inlines)}
    assert set(glosses - alone) == about_it
    # A contact for another language is called by its name, and has a number of its own.
    others = {language.swedish for language in content("example").languages.values()}
    assert all(any(other in text for other in others) or text.startswith("08-123") for text in alone - glosses)


def test_a_document_is_both_of_what_it_was_made_of() -> None:
    """Each text of it, alone and in Swedish, is that of the translated and of the Swedish document."""
    source = assemble(plan("example"), content("example").library)
    alone, in_swedish = (translated(source, tag, content("example"))[0] for tag in ("ar", "sv"))
    pairs = list(zip(proses(alone), proses(in_swedish), strict=True))
    for (_, own), (_, beside) in pairs:
        both = glossed(own, beside)
        assert unglossed(both) == own
        assert plain(swedish(both).inlines) == plain(without_marks(beside.inlines))
    assert sum(is_glossed(glossed(own, beside).inlines) for (_, own), (_, beside) in pairs) > 300


def test_what_is_the_same_in_both_stands_once() -> None:
    """A text that is not translated, a number and a name have no gloss: an identity translation changes nothing."""
    source = assemble(plan("example"), content("example").library)
    document, _ = translated(source, "sv", content("example"))
    assert [text for _, text in proses(document) if glossed(text, text) != text] == []


def test_a_label_has_each_date_in_the_language_around_it() -> None:
    """What is put into a label stands in both of its languages as each writes it."""
    made = edition("handout", "ar").words
    label = made.labels("compared", date=made.day(date(2026, 12, 3)))
    assert plain(swedish(label).inlines) == "Uppgifterna jämfördes med källorna 3 december 2026."
    alone = edition("handout", "ar", bilingual=False).words
    assert plain(label.inlines) == plain(alone.labels("compared", date=alone.day(date(2026, 12, 3))).inlines)
    assert not any(isinstance(each, Gloss) for each in unglossed(label).inlines)


def test_words_in_emphasis_keep_their_gloss_apart() -> None:
    """A text put together of others has one gloss, of all of them."""
    inner: tuple[Inline, ...] = (Text("en"), Gloss((Text("ett"),)))
    text = prose(Strong(inner), Text(" "), Strong((Text("112"),)))
    assert plain(swedish(text).inlines) == "ett 112"
    assert plain(unglossed(text).inlines) == "en 112"


@EACH
def test_each_text_is_tagged_with_its_language(medium: str, tag: str) -> None:
    """The structure tree has an element in Swedish for every gloss, inside one of the document's own language."""
    form = edition(medium, tag).form
    tree = structure(form)
    assert tree.language == tag
    nodes = [node for block in form.blocks for _, node in descend(block)]
    glosses = [text for _, text in proses(form) if is_glossed(text.inlines)]
    stand_in = [node.alt for node in nodes if isinstance(node, Figure) and is_glossed(node.alt.inlines)]  # as strings
    spans = [each for each in elements(tree) if each.role == "Span" and each.language == "sv"]
    assert len(glosses) > 40
    assert len(spans) >= len(glosses) - len(stand_in)


@EACH
def test_swedish_is_on_the_left(medium: str, tag: str) -> None:
    """On a page where two languages are columns the Swedish of each is on the left, its other language on the right.

    The back of the leaflet has both below each other.
    """
    found = edition(medium, tag)
    pages = found.pages[:1] if medium == "leaflet" else found.pages
    sides = {True: Counter[bool](), False: Counter[bool]()}
    for page in pages:
        for in_swedish, left in placed(page, found.form):
            sides[in_swedish][left] += 1
    assert sides[True][True] > 0.9 * sides[True].total()
    assert sides[False][False] > 0.9 * sides[False].total()


def placed(page: Page, form: Form) -> list[tuple[bool, bool]]:
    """Return of each line of a text in columns whether it is Swedish, and whether its middle is on the left half."""
    glosses = {
        here: (*here, at) for here, text in proses(form)
        for at, each in enumerate(text.inlines) if isinstance(each, Gloss)
    }  # fmt: skip
    wide = {
        here for index, block in enumerate(form.blocks) for here, node in descend(block, (index,))
        if isinstance(node, Paragraph | List | Checks)
    }  # fmt: skip
    found: list[tuple[bool, bool]] = []
    for each in page.items:
        if not isinstance(each.item, Line):
            continue
        mark = each.item.runs[0].mark[0]
        for size in range(1, len(mark)):
            gloss = glosses.get(mark[:size])
            if gloss is not None and any(mark[:less] in wide for less in range(1, size)):
                x = each.x + each.item.width / 2
                found.append((mark[: len(gloss)] == gloss, x < MIDDLE))
    return found


@EACH
def test_a_pair_is_never_parted(medium: str, tag: str) -> None:
    """All lines of a text and of its gloss are on one page, and those of columns begin on one level."""
    found = edition(medium, tag)
    pages: dict[tuple[int, ...], set[int]] = {}
    texts = {here for here, text in proses(found.form) if is_glossed(text.inlines)}
    for number, page in enumerate(found.pages):
        for each in page.items:
            for mark, _ in each.marks:
                for size in range(1, len(mark)):
                    if mark[:size] in texts:
                        pages.setdefault(mark[:size], set()).add(number)
    assert len(pages) > 40
    assert [here for here, on in pages.items() if len(on) > 1] == []


@pytest.mark.parametrize("tag", ["ar", "so"])
def test_the_columns_have_the_same_numbers(tag: str) -> None:
    """A point of the handout has its number at both of its columns, on one level: one of them is told."""
    found = edition("handout", tag)
    numbers = {
        here: plain(node.text.inlines) for index, block in enumerate(found.form.blocks)
        for here, node in descend(block, (index,)) if isinstance(node, Paragraph) and node.role == "number"
    }  # fmt: skip
    seen = Counter[str]()
    for page in found.pages:
        lines = [each for each in page.items if isinstance(each.item, Line)]
        for each in lines:
            at = each.item.runs[0].mark[0]
            number = next((numbers[at[:size]] for size in range(1, len(at)) if at[:size] in numbers), None)
            if number is not None:
                again = [one for one in lines if one.y == each.y and one.marks[0] == ARTIFACT and one is not each]
                seen[number] += any("".join(run.text for run in one.item.runs) == number for one in again)
    assert {*seen} == {*numbers.values()}
    assert all(count == 1 for count in seen.values())


@pytest.mark.parametrize("tag", ["ar", "so"])
def test_a_thing_to_tick_has_one_box_for_each_time(tag: str) -> None:
    """In two languages there are as many boxes as in one, and as many numbers to call."""
    for medium in BESIDE:
        counts = [
            sum(isinstance(each.item, Tick) for page in pages for each in page.items)
            for pages in (edition(medium, tag).pages, edition(medium, tag, bilingual=False).pages)
        ]
        assert counts[0] == counts[1] or (medium == "leaflet" and 0 < counts[0] < counts[1])  # it has room for fewer


@EACH
def test_everything_is_on_its_page(medium: str, tag: str) -> None:
    """Nothing stands off a page, nor two lines in one place."""
    for page in edition(medium, tag).pages:
        for each in page.items:
            left, top, right, bottom = bounds(each)
            assert left >= -0.1 and right <= page.width + 0.1 and top >= -0.1 and bottom <= page.height + 0.1
        boxes = [(each.x, each.x + each.item.width, each.y) for each in page.items if isinstance(each.item, Line)]
        for number, (left, right, y) in enumerate(boxes):
            for start, end, level in boxes[number + 1 :]:
                assert abs(level - y) > 3 or start >= right - 1 or end <= left + 1


@EACH
def test_what_is_copied_is_in_order(medium: str, tag: str) -> None:
    """Chrome copies the words of each language in their order, those of one apart from those of the other."""
    found = edition(medium, tag)
    for page, copied in zip(found.pages, pdfium(found.pdf), strict=True):
        whole = " ".join(word for line in painted(page) for word in words(line))
        # A name is divided at its hyphen, and copied whole.
        assert " ".join(words(copied)).replace("- ", "-") == whole.replace("- ", "-")


def test_all_of_it_is_accessible(tmp_path_factory: pytest.TempPathFactory) -> None:
    """PDF/UA-1 and PDF/A-2a hold for papers in two languages, those with charts among them."""
    folder = tmp_path_factory.mktemp("both")
    for medium in BESIDE:
        for tag in ("ar", "so"):
            (folder / f"{medium}-{tag}.pdf").write_bytes(edition(medium, tag).pdf)
    assert broken_rules(sorted(folder.iterdir())) == []


def test_a_plan_makes_its_papers_in_two_languages() -> None:
    """What is read, what is on the fridge and what is ticked have Swedish beside them, and say so by their names."""
    wanted = replace(plan("example"), bilingual=True)
    both = [order for order in pack_orders(wanted) if order.bilingual]
    assert {order.medium for order in both} == {*BESIDE} == {name for name, medium in MEDIA.items() if medium.beside}
    assert {order.language for order in both} == {*wanted.families} - {"sv"}
    assert all(f"-sv-{order.language}." in order.file for order in both)
    assert {order.form for order in both if order.medium == "handout"} == {".pdf", ".html"}
    assert not any(order.bilingual for order in pack_orders(plan("example")))
    assert not is_bilingual(MEDIA["handout"], "sv", wanted)


def test_a_text_that_is_swedish_alone_is_marked() -> None:
    """Between two languages it stands once, across both, and says in the reader's own that it is not translated."""
    missing = Paragraph(replace(prose("Bara på svenska."), state="missing"))
    block = lower(missing, edition("handout", "so").words)
    assert isinstance(block, Paragraph)
    assert plain(block.text.inlines) == "Bara på svenska. Weli lama turjumin."
    assert not is_glossed(block.text.inlines)
    assert lower(missing, edition("handout", "so", bilingual=False).words) == missing  # there the whole sheet says it


@pytest.mark.parametrize(("file", "tag"), [*zip(READY, cycle(["en", "ar", "so"]), strict=False)])
def test_the_papers_of_a_ready_plan_have_room(file: Path, tag: str) -> None:
    """Whatever a plan chooses is laid out in two languages, the leaflet on its two pages."""
    made = Editions(read_plan(file, content("example").library, content("example").languages), content("example"))
    for medium in ("leaflet", "checklist") if made.plan.meeting.audience == "parents" else ("handout",):
        pages = made.of(order_of(medium, tag, bilingual=True)).pages
        assert len(pages) == 2 or medium != "leaflet"
