"""Every letter of a link leads where the link does, however its lines fall, and nothing else leads anywhere."""

from collections.abc import Iterator

import pikepdf
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.inlines import Inline, Link, Strong, Text, Value
from foraldraskolan.language import Language
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.pdf.structure import Element, structure
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Mark
from tests.pdf.test_writer import METADATA
from tests.support.outline import decoded
from tests.support.pdf_reader import TaggedPdf, kids
from tests.support.samples import ARABIC, SWEDISH, phone, prose, sheet

# Words of two scripts are several runs of one link.
SAID = st.builds(
    lambda words, count: words * count, st.sampled_from(["ungdomar och ", "نص droger 12 "]), st.integers(1, 40)
)
INLINES: SearchStrategy[Inline] = st.one_of(
    st.builds(Text, SAID),
    st.builds(lambda text: Link("https://example.org/a", (Text(text),)), SAID),
    st.builds(lambda a, b: Link("https://example.org/b", (Text(a), Strong((Text(b),)))), SAID, SAID),
    st.just(phone("020-91 91 91")),
    st.just(Value("example.org", "https://www.example.org/(a)")),
)


@settings(max_examples=40)
# The last space of the link's line stands at its other end, beyond the words before the link.
@example(
    [[Text("ungdomar och " * 3), Link("https://example.org/a", (Text("ungdomar och " * 2),)), Text("ungdomar och")]],
    ARABIC,
)
@given(st.lists(st.lists(INLINES, min_size=1, max_size=5), min_size=1, max_size=4), st.sampled_from([SWEDISH, ARABIC]))
def test_every_letter_of_a_link_can_be_touched(paragraphs: list[list[Inline]], language: Language) -> None:
    """The middle of each run of a link's text lies in a rectangle that leads there, on each line; others in none.

    Each rectangle belongs to the element of its link in the structure tree, and to that alone.
    """
    form = sheet(*(Paragraph(prose(*each)) for each in paragraphs), language=language)
    pages = lay_out_sheet(form)
    tree = structure(form)
    targets = dict(marked(tree))
    read = TaggedPdf(write_pdf(form, pages, METADATA))
    for page, written in zip(pages, read.pdf.pages, strict=True):
        rectangles = [
            (tuple(map(float, note.Rect)), decoded(str(note.A.URI)), str(note.Contents))
            for note in written.get("/Annots", [])
        ]
        for run, x, y in runs(page):
            leads = {
                (uri, said) for (left, low, right, high), uri, said in rectangles if left < x < right and low < y < high
            }
            link = targets.get(run.mark)
            assert leads == ({(link.url, link.alt)} if link else set()), "".join(run.texts)
        middles = [(x, y) for _, x, y in runs(page)]
        for (left, low, right, high), _, _ in rectangles:
            assert any(left < x < right and low < y < high for x, y in middles)
    notes = sorted(note.objgen for page in read.pdf.pages for note in page.get("/Annots", []))
    attached = [
        kid.Obj.objgen
        for element, role, _ in read.elements()
        for kid in kids(element)
        if role == "Link" and isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    assert sorted(attached) == notes


def marked(element: Element, link: Element | None = None) -> Iterator[tuple[Mark, Element]]:
    """Yield each mark that is in a link, with the link."""
    link = element if element.role == "Link" else link
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from marked(kid, link)
        elif link is not None:
            yield kid, link


def runs(page: Page) -> Iterator[tuple[GlyphRun, float, float]]:
    """Yield each run of words on a page with the middle of its small letters, from the page's lower left corner."""
    for placed in page.items:
        if isinstance(placed.item, Line):
            for run in placed.item.runs:
                if "".join(run.texts).strip():
                    x, y = placed.x + run.x + run.width / 2, placed.y - run.style.size * 0.25
                    yield run, x, page.height - y
