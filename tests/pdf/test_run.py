"""A print run is one accessible file whose letters are what each is alone, however many parts it comes in."""

from io import BytesIO
from itertools import accumulate
from pathlib import Path
from unicodedata import category

import pytest

from foraldraskolan.document.form import Form
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.layout.page import Page
from foraldraskolan.make.edition import metadata_of
from foraldraskolan.make.merge import merge
from foraldraskolan.pdf.run import Printed, PrintRun, Roots, make_part, room
from foraldraskolan.pdf.writer import write_pdf
from tests.support.copied import pdfium, said, words
from tests.support.families import families
from tests.support.orders import content, edition, plan
from tests.support.pdf_reader import TaggedPdf
from tests.support.reading import squeezed
from tests.support.verapdf_run import broken_rules

TAGS = ["ar", "sv", "so", "ar"]


def letters(tag: str, count: int) -> list[Printed]:
    """Return letters to so many families in one language."""
    made = edition("mailout", plan("example"), tag, content("example"))
    form, words = made.form, made.words
    made = []
    for recipient in families(count):
        merged = merge(form, recipient, lambda names: words.labels("greeting_named", name=names), "right")
        made.append(Printed(merged, lay_out_letter(merged), recipient.group))
    return sorted(made, key=lambda letter: letter.group)


def run(parts: list[list[Printed]], front: int = -1) -> bytes:
    """Return a run of parts; the part with this index comes first, though it is written last."""
    out = BytesIO()
    firsts = list(accumulate((room(part[0].form, len(part)) for part in parts), initial=1))
    made = PrintRun(out, firsts[-1])
    for number, part in enumerate(parts):
        language = part[0].form.language
        made.add(make_part(firsts[number], language.swedish, part, Roots.of(firsts[-1])), front=number == front)
    made.close(metadata_of(parts[0][0].form, content("example")))
    return out.getvalue()


def alone(form: Form, pages: list[Page]) -> TaggedPdf:
    """Return one letter as a file of its own."""
    return TaggedPdf(write_pdf(form, pages, metadata_of(form, content("example"))))


@pytest.fixture(scope="module")
def parts() -> list[list[Printed]]:
    """Return four parts of letters in three languages."""
    return [letters(tag, 7) for tag in TAGS]


@pytest.fixture(scope="module")
def whole(parts: list[list[Printed]]) -> bytes:
    """Return the run of these parts."""
    return run(parts)


def test_verapdf_passes_a_run(whole: bytes, tmp_path: Path) -> None:
    """The real veraPDF finds no broken rule of PDF/UA-1 and PDF/A-2a, and qpdf nothing to warn of."""
    file = tmp_path / "run.pdf"
    file.write_bytes(whole)
    assert broken_rules([file]) == []
    assert TaggedPdf(whole).pdf.check_pdf_syntax() == []


def test_a_run_is_its_letters(parts: list[list[Printed]], whole: bytes) -> None:
    """Read by its tags, a run says what its letters say, one after the other, in their languages."""
    read = TaggedPdf(whole)
    assert [page.wrong for page in read.pages if page.wrong] == []
    expected = [unit for part in parts for each in part for unit in alone(each.form, list(each.pages)).units()]
    assert [(unit.role, unit.language, squeezed(unit.text)) for unit in read.units()] == [
        (unit.role, unit.language, squeezed(unit.text)) for unit in expected
    ]
    assert len(read.pdf.pages) == sum(len(each.pages) for part in parts for each in part)


def test_a_run_is_copied_as_its_letters(parts: list[list[Printed]], whole: bytes) -> None:
    """What pdfium gives of a run, whose file says no direction, are the words of its letters, of each page."""
    pages = [said(page) for part in parts for each in part for page in each.pages]
    copied = [(words(text), words(page)) for text, page in zip(pdfium(whole), pages, strict=True)]
    # A name of letters with marks beside Arabic ones, on one line, is beyond what pdfium can be shown: see copying.py.
    simple = [each for each in copied if not any(map(combining_to_the_right, "".join(each[1])))]
    assert len(simple) > 0.8 * len(copied)
    assert [found for found, _ in simple] == [page for _, page in simple]


def combining_to_the_right(character: str) -> bool:
    """Tell whether a character is a mark of a script of India."""
    return category(character) == "Mn" and "\u0900" <= character <= "\u0dff"


def test_a_run_has_bookmarks_of_languages_and_classes(parts: list[list[Printed]], whole: bytes) -> None:
    """Each run of a language is a bookmark, with its classes below it, and no name of a family."""
    expected = []
    for part in parts:
        expected += [part[0].form.language.swedish, *dict.fromkeys(each.group for each in part)]
    assert TaggedPdf(whole).outline() == expected


def test_parts_of_one_language_share_a_bookmark() -> None:
    """A class that is cut by the end of a part is named once."""
    parts = [letters("sv", 4), letters("sv", 4)]
    groups = list(dict.fromkeys(each.group for part in parts for each in part))
    both = [each.group for each in parts[1]]
    expected = ["svenska", *groups, *(both if both[0] != groups[-1] else both[1:])]
    assert TaggedPdf(run(parts)).outline() == expected


def test_the_front_part_is_read_first(parts: list[list[Printed]]) -> None:
    """A part that is written last can come first on the pages, in the tree and among the bookmarks."""
    read = TaggedPdf(run(parts[:3], front=2))
    assert read.outline()[0] == "somaliska"
    title = next(unit for unit in read.units() if unit.role == "H1")
    assert title.language == "so"


def test_the_same_run_has_the_same_bytes(parts: list[list[Printed]], whole: bytes) -> None:
    """Nothing in a run depends on what was made before it."""
    assert run(parts) == whole
