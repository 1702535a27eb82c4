"""What is for the room, and what is for paper: only what is told is both, and parents see nothing of the speaker's."""

import pytest

from foraldraskolan.document.form import Box, Form, Heading, Paragraph
from foraldraskolan.document.walk import descend, plain, proses
from foraldraskolan.media.media import MEDIA
from tests.support.orders import content, edition, plan

TOLD, SAID, ASKED, OWN = "Sägs och läses.", "Säg det här.", "Vad tänker du?", "Berätta om er ort."
QUESTION, ANSWER, LOCALLY = "Får jag fråga?", "Ja, det får du.", "Vart går man med ett fynd här?"
HANDOUT = {"handout", "handout_booklet", "handout_large"}
# In which media what a module has for the room stands; in all others none of it does.
STANDS = {
    TOLD: {"notes"} | HANDOUT,
    SAID: {"notes"},
    ASKED: {"notes", "presentation"},
    OWN: {"notes"},
    QUESTION: {"notes"},
    ANSWER: {"notes"},
    LOCALLY: {"staff"},
}


def form(medium: str) -> Form:
    """Return a medium of the plan whose module has one of each."""
    return edition(medium, plan("tiny"), "sv", content("tiny")).form


def texts(form: Form) -> list[str]:
    """Return every text of a form, as it is read."""
    return [plain(text.inlines) for _, text in proses(form)]


@pytest.mark.parametrize("medium", MEDIA)
def test_each_stands_where_it_is_for(medium: str) -> None:
    """All is in the notes, what is told on parents' paper too, the question on its slide; none of it elsewhere."""
    said = texts(form(medium))
    assert {text for text in STANDS if text in said} == {text for text, media in STANDS.items() if medium in media}


def test_what_is_told_is_plain_text_where_it_stands() -> None:
    """On paper it is a paragraph after what is above it in its module, with its source at that point."""
    blocks = form("handout").blocks
    paragraphs = [plain(each.text.inlines) for each in blocks if isinstance(each, Paragraph)]
    assert paragraphs[paragraphs.index("Ett första stycke.") + 1] == TOLD


def test_what_takes_minutes_says_how_many() -> None:
    """In the notes they stand at the question and at the slot of the speaker's own; on the slide they do not."""
    said = texts(form("notes"))
    assert said[said.index(ASKED) - 1] == "Fråga, 2 min"
    assert said[said.index(OWN) - 1] == "Berätta själv, 1 min"
    assert not any("2 min" in text for text in texts(form("presentation")))


def test_what_parents_ask_comes_after_the_module() -> None:
    """Below the module's last slide stand its questions, each with its answer, before the slide of all modules."""
    blocks = form("notes").blocks
    (at,) = (index for index, block in enumerate(blocks) if isinstance(block, Box) and block.look == "questions")
    inside = [plain(node.text.inlines) for _, node in descend(blocks[at]) if isinstance(node, Heading | Paragraph)]
    assert inside == ["Frågor som du kan få", QUESTION, ANSWER]
    heads = [
        next(plain(node.text.inlines) for _, node in descend(block) if isinstance(node, Heading))
        for block in (blocks[at - 1], blocks[at + 1])
    ]
    assert [head.partition(": ")[2] for head in heads] == ["Kort om antal", "Här får du hjälp"]
