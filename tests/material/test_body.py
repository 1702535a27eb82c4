"""Boxes: what stands in them, and that no box changes the lines below it."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.meaning import Block, Callout, Chart, Contacts, Mail, Question, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend
from foraldraskolan.material.body import parse_body
from foraldraskolan.material.record_blocks import contact_card
from foraldraskolan.material.records import Contact, Drawing, Law, Records
from foraldraskolan.material.series import Series
from foraldraskolan.problems import Place, Problem

TITLE = Prose((Text("Titel"),), "sv", "Titel")
FILE = Place(Path("records.toml"))
DAY = date(2026, 1, 1)
CONTACTS = {
    name: Contact(name, TITLE, TITLE, "112", None, None, None, None, True, "", "", DAY, 12, FILE)
    for name in ("larm", "stod-linje")
}
RECORDS = Records(
    sources={},
    contacts=CONTACTS,
    facts={},
    series={"trend": Series("trend", TITLE, TITLE, "percent", 100, (), "", 2026, DAY, 12, FILE)},
    laws={"bruk": Law("bruk", TITLE, TITLE, "polisen", None, DAY, 12, FILE)},
    drawings={"vejp": Drawing("vejp", TITLE, TITLE, LineDrawing(), FILE)},
    terms={},
)
PIECES = ["Stycke.", "::: say\nStycke.\n:::", "::: slide\nStycke.\n---\nStycke.\n:::", "::: mail\n\nStycke.\n\n:::"]

MARKUP = [
    *("a", " ", "  ", "\n", "\n\n", "\t", "- ", "- [ ] ", "1. ", "| a | b |\n|---|---|\n", "|", "# ", "## ", "    "),
    *(
        "::: slide\n",
        "::: chart trend x\n",
        "::: contacts\n",
        "::: law\n",
        "::: pictures\n",
        "::: tell\n",
        "::: own 2\n",
        "::: question Vad?\n",
        "::: act larm\n",
        "::: x\n",
        ":::\n",
        "---\n",
        "```\n",
        "> ",
        "![",
        "<b>",
    ),
    *(
        "**",
        "*",
        "_",
        "`",
        "{phone:x}",
        "{",
        "}",
        "[^1]",
        "[",
        "](https://x.y)",
        "<",
        "&amp;",
        "\\",
        "{en:x}",
        "\u00a0",
    ),
]


def read(body: str, line: int = 1) -> tuple[Block, ...]:
    """Return the blocks of a body without problems that begins on this line."""
    problems: list[Problem] = []
    blocks = parse_body(body, Place(Path("text.md"), line), TITLE, RECORDS, [], problems)
    assert not problems
    return blocks


@given(st.lists(st.sampled_from(PIECES)), st.integers(1, 99), st.sampled_from(["\n", "\n\n"]))
def test_boxes_move_no_line(pieces: list[str], first: int, between: str) -> None:
    """Every paragraph in and after boxes has the number of the line that it stands on."""
    body = between.join(pieces)
    blocks = read(body, first)
    places = [node.text.place for block in blocks for _, node in descend(block) if isinstance(node, Paragraph)]
    lines = [number for number, line in enumerate(body.split("\n"), start=first) if line == "Stycke."]
    assert [place.line for place in places if place] == [line for line in lines if line - 1 not in lines]


@given(st.lists(st.sampled_from(MARKUP), max_size=14).map("".join))
def test_nothing_disappears_without_a_word(body: str) -> None:
    """Whatever is written gives blocks or problems; only white space gives neither."""
    problems: list[Problem] = []
    blocks = parse_body(body, Place(Path("text.md"), 1), TITLE, RECORDS, [], problems)
    assert bool(blocks or problems) == bool(body.strip(" \t\n"))


def test_a_slide_has_the_modules_title_or_its_own() -> None:
    """A slide without a title is called as its module."""
    plain, own = read("::: slide\nA\n:::\n::: slide Egen *titel*\nA\n:::")
    assert isinstance(plain, Slide) and plain.title == TITLE
    assert isinstance(own, Slide) and own.title.source == "Egen *titel*"


def test_a_slide_is_split_before_the_block_after_a_rule() -> None:
    """A rule in a slide is no heading and no block: it is the index of the block after it."""
    (slide,) = read("::: slide\nA\n\nB\n---\nC\n---\nD\n:::")
    assert isinstance(slide, Slide)
    assert (len(slide.blocks), slide.splits) == (4, (2, 3))


def test_the_other_boxes() -> None:
    """Each kind of box gives its block."""
    callout, mail, contacts, chart = read(
        "::: act\nRing.\n:::\n::: mail\nHej\n:::\n::: contacts\n- stod-linje\n- larm\n:::\n::: chart trend Kort\n:::"
    )
    assert isinstance(callout, Callout) and callout.kind == "act"
    assert isinstance(mail, Mail)
    assert contacts == Contacts((contact_card(CONTACTS["stod-linje"]), contact_card(CONTACTS["larm"])))
    assert isinstance(chart, Chart) and (chart.title, chart.short.source) == (TITLE, "Kort")


def test_a_box_for_the_room_says_how_long_it_takes() -> None:
    """A question and a slot of the speaker's own take a minute, or as many as they say; what is read out says none."""
    boxes = read("::: ask\nA?\n:::\n\n::: ask 2\nB?\n:::\n\n::: own 30\nC.\n:::\n\n::: tell\nD.\n:::")
    assert [(box.kind, box.minutes) for box in boxes if isinstance(box, Callout)] == [
        ("ask", 1),
        ("ask", 2),
        ("own", 30),
        ("tell", 0),
    ]


@given(st.integers(-2, 40) | st.sampled_from(["två", "1.5", "²", "1 2", "٣"]))
def test_minutes_are_a_whole_number_of_them(minutes: int | str) -> None:
    """From 1 to 30; anything else is a problem in the line of the box."""
    problems: list[Problem] = []
    parse_body(f"Text.\n\n::: own {minutes}\nC.\n:::", Place(Path("text.md"), 1), TITLE, RECORDS, [], problems)
    assert [each.place for each in problems] == ([] if minutes in range(1, 31) else [Place(Path("text.md"), 3)])


def test_a_question_has_its_answer() -> None:
    """What parents ask stands on the first line, what is answered below it."""
    (question,) = read("::: question Får jag söka igenom *rummet*?\nJa.[^1] Prata först.\n:::")
    assert isinstance(question, Question)
    assert question.asked.source == "Får jag söka igenom *rummet*?"
    assert [block.text.source for block in question.answer if isinstance(block, Paragraph)] == ["Ja. Prata först."]
