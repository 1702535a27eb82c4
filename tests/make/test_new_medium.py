"""A new medium is a file and a line: with one more in the list, it is made as those that ship are."""

import sys
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.document.form import Box, Figure, Form, Heading, Miniatures
from foraldraskolan.document.meaning import Contacts, Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, plain
from foraldraskolan.layout.page import Miniature
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.speaker_notes import lay_out_speaker_notes
from foraldraskolan.make.conductor import make
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.pack import make_pack
from foraldraskolan.media.arranging import form, masthead, sections
from foraldraskolan.media.lowering import lower
from foraldraskolan.media.media import MEDIA
from foraldraskolan.media.medium import Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message
from tests.support.orders import content, edition, plan
from tests.support.painted import painted
from tests.support.pdf_reader import TaggedPdf
from tests.support.reading import headings, read_aloud, squeezed

each_language = pytest.mark.parametrize("tag", ["sv", "ar"])


def numbers(document: Document, words: Words, _: Shown) -> Form:
    """Return every contact of a meeting under a title."""
    title = words.labels("contacts")
    found = [block for section in sections(document) for block in section.blocks if isinstance(block, Contacts)]
    return form(document, title, (masthead(document, words, title), *(lower(each, words) for each in found)), words)


def slides_seen(document: Document, words: Words, shown: Shown) -> Form:
    """Return the pages of the slides, small, each with its number."""
    title = words.labels("agenda")
    first = next(node for _, node in descend(shown.blocks[0]) if isinstance(node, Prose))
    notes = []
    for page in range(len(shown.pages)):
        said = words.labels("slide", number=str(page + 1))
        small = Figure(Miniatures((page,)), first)
        notes.append(Box("speaker note", (Heading(2, said), small)))
    return form(document, title, (masthead(document, words, title), *notes), words)


NUMBERS = Medium("numbers", message("Nummer att ringa"), numbers, lambda form, _: lay_out_sheet(form))
SLIDES_SEEN = Medium(
    "slides-seen",
    message("Bilderna i smått"),
    slides_seen,
    lambda form, shown: lay_out_speaker_notes(form, shown.pages),
    shows="presentation",
)


@pytest.fixture(autouse=True)
def _new(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two media into the list."""
    for medium in (NUMBERS, SLIDES_SEEN):
        monkeypatch.setitem(MEDIA, medium.name, medium)


@each_language
@pytest.mark.parametrize("medium", [NUMBERS.name, SLIDES_SEEN.name])
def test_its_file_says_what_it_arranges(medium: str, tag: str) -> None:
    """Alone it is built, tagged: read aloud it is the text of its form, its headings are bookmarks."""
    found = edition(medium, plan("example"), tag, content("example"))
    form, trust = found.form, found.trust
    (made,) = make([order_of(medium, tag)], plan("example"), content("example"))
    read = TaggedPdf(made.data)
    assert [squeezed(unit.text) for unit in read.units()] == [squeezed(text) for text in read_aloud(form)]
    assert [page.wrong for page in read.pages if page.wrong] == []
    assert read.outline() == headings(form)
    assert len(read.pdf.pages) == made.pages
    assert made.trust == trust


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process begins with what a test changed")
def test_it_is_in_every_pack(tmp_path: Path) -> None:
    """A pack has it in the families' languages, and the list of the pack calls it by its title."""
    tiny = plan("tiny")
    make_pack(tiny, content("tiny"), tmp_path, NullTranslations())
    listed = (tmp_path / "README.txt").read_text(encoding="utf-8")
    for medium in (NUMBERS, SLIDES_SEEN):
        for tag in tiny.families:
            assert (tmp_path / f"{medium.name}-{tag}.pdf").read_bytes().startswith(b"%PDF")
            assert f"{medium.name}-{tag}.pdf: {medium.title.msgid}, " in listed


@each_language
def test_it_says_how_far_it_can_be_trusted(tag: str) -> None:
    """A translation that nobody has reviewed says so at its top and at its foot, though the medium says nothing."""
    found = edition(NUMBERS.name, plan("example"), tag, content("example"))
    made, trust = found.form, found.trust
    opening = [node for _, node in descend(made.blocks[0]) if isinstance(node, Prose)]
    assert trust.least == ("source" if tag == "sv" else "draft")
    assert plain(made.foot.trust.inlines)
    assert (made.foot.trust in opening) == (tag != "sv")


def test_it_can_show_another_in_that_ones_language() -> None:
    """The small pages are the presentation's in the plan's language for it, whatever language the words are in."""
    example = replace(plan("example"), presentation="so")
    slides = edition("presentation", example, "so", content("example")).pages
    found = edition(SLIDES_SEEN.name, example, "ar", content("example"))
    made, pages = found.form, found.pages
    alts = [node.alt for block in made.blocks for _, node in descend(block) if isinstance(node, Figure)]
    assert [alt.language for alt in alts] == ["so"] * len(slides)
    small = [placed.item.page for page in pages for placed in page.items if isinstance(placed.item, Miniature)]
    assert painted(small) == painted(slides)
