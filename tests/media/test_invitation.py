"""The invitation says who sends it, when and where, whom to call and how to answer, in every language and any form."""

from dataclasses import replace
from datetime import date

import pytest

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.document.form import Box, Form, FormBlock, Look, Window
from foraldraskolan.document.inlines import Foreign
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meeting import School
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, plain, top
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.layout.page import Rect, Tick
from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.orders import order_of
from foraldraskolan.material.plan import Plan
from foraldraskolan.pdf.structure import elements, structure
from foraldraskolan.typeset.glyphs import Line
from tests.media.test_window import CROWDED
from tests.support.orders import content, plan
from tests.support.pdf_reader import TaggedPdf

TAGS = ["sv", "en", "ar", "so"]
ROWS = ["reply_child", "reply_coming", "reply_not_coming", "reply_interpreter"]
MEETING = replace(
    plan("example").meeting,
    place="Björkens matsal",
    host="Björkens elevhälsa",
    school=School("Björkens skola", "Rektorn"),
    sent=date(2026, 11, 9),
    example=False,
)
OWN = replace(plan("example"), meeting=MEETING)
LONG = replace(
    OWN,
    meeting=replace(
        MEETING,
        title="Föräldramöte för årskurs sju, åtta och nio om ungdomar, alkohol och andra droger på Björkängsskolan",
        place="Björkängsskolans stora aula, ingång från Nordenskiöldsgatan 112, två trappor upp till höger",
        host="Elevhälsan och rektorerna på Björkängsskolan tillsammans med Föräldraföreningen i Skövde",
    ),
)


def invitation(tag: str, chosen: Plan = OWN) -> Edition:
    """Return a plan's invitation in a language."""
    return Editions(chosen, content("example")).of(order_of("mailout", tag))


def box(form: Form, look: Look) -> Box:
    """Return the only box of a form with a look."""
    (only,) = (block for _, block in top(form) if isinstance(block, Box) and block.look == look)
    return only


def texts(block: FormBlock) -> list[str]:
    """Return the texts of a block."""
    return [plain(node.inlines) for _, node in descend(block) if isinstance(node, Prose)]


@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_is_from_the_school(tag: str) -> None:
    """It is from the school, or from the host where the plan names none; never from the program."""
    nameless = replace(OWN, meeting=replace(MEETING, school=None))
    for chosen, wanted in ((OWN, ["Björkens skola", "Rektorn"]), (nameless, ["Björkens elevhälsa"])):
        made = invitation(tag, chosen)
        assert texts(box(made.form, "sender")) == wanted
        assert texts(box(made.form, "signature")) == ["Björkens elevhälsa"]
        assert made.text.startswith("\n".join(wanted) + "\n\n")
        lines = [each.item for page in made.pages for each in page.items if isinstance(each.item, Line)]
        painted = "".join(text for line in lines for run in line.runs for text in run.texts)
        assert wanted[0].replace(" ", "") in painted.replace(" ", "")
        assert "Föräldraskolan" not in painted + made.text + made.html


@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_is_dated_by_its_plan_alone(tag: str) -> None:
    """The day on it is the one that the plan says it is sent on; where the plan says none there is none."""
    dated, undated = invitation(tag), invitation(tag, replace(OWN, meeting=replace(MEETING, sent=None)))
    day = plain((dated.words.day(date(2026, 11, 9)),))
    assert day in [text for _, block in top(dated.form) for text in texts(block)]
    assert len(list(top(dated.form))) == len(list(top(undated.form))) + 1
    assert day in dated.text and day not in undated.text


@pytest.mark.parametrize("tag", TAGS)
def test_day_and_place_are_the_largest_on_the_page(tag: str) -> None:
    """Nothing is set larger than the day of the meeting; the day, the time and the place are in every form."""
    made = invitation(tag)
    day, where, *_ = texts(box(made.form, "occasion"))
    assert day == plain((made.words.date(MEETING.date),))
    for part in (plain((made.words.clock(MEETING.start),)), "Björkens matsal"):
        assert part in where and part in made.text and part in made.html
    (number,) = (at for at, block in top(made.form) if isinstance(block, Box) and block.look == "occasion")
    runs = [run for each in made.pages[0].items if isinstance(each.item, Line) for run in each.item.runs]
    largest = max(run.style.size for run in runs)
    assert {run.mark[0][:2] for run in runs if run.style.size == largest} == {(*number, 0)}


@pytest.mark.parametrize("tag", TAGS)
def test_whoever_reads_the_answer_understands_it(tag: str) -> None:
    """Each row of a slip is in the family's language and, tagged as such, in Swedish; in Swedish once."""
    slip = box(invitation(tag).form, "reply slip")
    rows = [node for _, node in descend(slip) if isinstance(node, Prose)][1:]
    assert [row.source for row in rows] == [LABELS[key] for key in ROWS]
    for row in rows:
        assert row.language == tag
        swedish = [each for each in row.inlines if isinstance(each, Foreign)]
        assert [(each.language, plain(each.children)) for each in swedish] == [("sv", row.source)] * (tag != "sv")
    spans = [each for each in elements(structure(invitation(tag).form)) if each.role == "Span"]
    assert len([each for each in spans if each.language == "sv"]) >= 4 * (tag != "sv")
    data = TaggedPdf(invitation(tag).pdf)
    assert [page.wrong for page in data.pages if page.wrong] == []


@pytest.mark.parametrize("tag", TAGS)
def test_a_slip_has_room_for_a_pen(tag: str) -> None:
    """There is a box before each answer, and a line of 15 mm or more after each word that asks for one."""
    page = invitation(tag).pages[0]
    assert len([each for each in page.items if isinstance(each.item, Tick)]) == 3
    rules = [each for each in page.items if isinstance(each.item, Rect) and each.item.height == 0.8]
    assert len(rules) == 1 + sum(LABELS[key].endswith(":") for key in ROWS)
    lines = [each for each in page.items if isinstance(each.item, Line)]
    for rule in rules:
        assert rule.item.width >= 15 * 72 / 25.4
        for line in lines:
            beside = line.x + line.item.width <= rule.x + 0.01 or line.x >= rule.x + rule.item.width - 0.01
            assert beside or not rule.y - 8 < line.y < rule.y + 2


def test_a_slip_names_nobody() -> None:
    """The child's name is the family's to write: the slip is the same for all of them."""
    editions = Editions(OWN, content("example"))
    family = Recipient(2, (Person("Anna Ek"),), "Ali Ek", "8B", "sv")
    order = replace(order_of("mailout", "sv"), number=1, family=family, window="right")
    slip = box(editions.of(order).form, "reply slip")
    assert slip == box(invitation("sv").form, "reply slip")
    assert not any(name in text for text in texts(slip) for name in ("Anna", "Ali", "Ek"))


@pytest.mark.parametrize("window", ["right", "left", None])
@pytest.mark.parametrize("tag", TAGS)
def test_a_letter_is_one_page_however_long_its_names_are(tag: str, window: Window | None) -> None:
    """The longest names in the plan and in the list have room together, with the address in either window."""
    editions = Editions(LONG, content("example"))
    family = replace(CROWDED, language=tag)
    order = replace(order_of("mailout", tag), number=1, family=family, window=window)
    assert len(lay_out_letter(editions.of(order).form)) == 1
