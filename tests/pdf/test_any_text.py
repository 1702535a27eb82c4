"""Whatever a text is made of, its PDF says it, in its order, and each of its links can be touched."""

from datetime import UTC, datetime
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import List, Paragraph
from foraldraskolan.document.inlines import Emphasis, Foreign, Inline, LineBreak, Link, Strong, Text, Value
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.pdf.writer import write_pdf
from tests.support.pdf_reader import TaggedPdf
from tests.support.reading import read_aloud, squeezed
from tests.support.samples import ARABIC, SWEDISH, sheet

METADATA = Metadata("Titel", "sv", "Ämne", datetime(2026, 12, 3, tzinfo=UTC))
PIECES = {
    "sv": ["Ring ", "ungdomar ", "(droger) ", "och ", "fi ", "13, 14 och 15 år. "],
    "ar": ["اتصلوا ", "بالرقم ", "(المخدرات) ", "THC ", "«نعم»، ", "لا ", "13 و 14 ", "فورًا. ", "020-91 91 91 "],
}


def inlines(tag: str) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Return texts in which all inlines of a form stand inside each other as Markdown can write them."""
    text = st.lists(st.sampled_from(PIECES[tag]), min_size=1, max_size=5).map(lambda parts: Text("".join(parts)))
    value = st.builds(
        Value, st.sampled_from(["114 14", "18.00–19.30", "Ekskolan (aulan)"]), st.sampled_from(["", "tel:11414"])
    )
    leaf: st.SearchStrategy[Inline] = st.one_of(text, text, value)
    few: st.SearchStrategy[tuple[Inline, ...]] = st.lists(leaf, min_size=1, max_size=3).map(tuple)
    stressed: st.SearchStrategy[Inline] = st.one_of(leaf, st.builds(Strong, few), st.builds(Emphasis, few))
    linked = st.lists(st.one_of(text, st.builds(Strong, text.map(lambda one: (one,)))), min_size=1, max_size=2).map(
        tuple
    )
    link: st.SearchStrategy[Inline] = st.builds(Link, st.just("https://example.org/"), linked)
    names = st.sampled_from([("en", "overdose"), ("sv", "socialtjänsten"), ("ar", "العربية")])
    foreign: st.SearchStrategy[Inline] = names.map(lambda name: Foreign(name[0], (Text(name[1]),)))
    whole: st.SearchStrategy[Inline] = st.one_of(stressed, link, foreign, st.builds(Strong, st.tuples(text, link)))
    breaks = st.lists(st.just(LineBreak()), min_size=1, max_size=2)
    broken = st.tuples(text, breaks, text).map(lambda parts: [parts[0], *parts[1], parts[2]])
    parts: st.SearchStrategy[list[Inline]] = st.one_of(whole.map(lambda one: [one]), broken)
    return st.lists(parts, min_size=1, max_size=5).map(lambda lists: tuple(chain.from_iterable(lists)))


def links(text: tuple[Inline, ...]) -> int:
    """Return how many links there are in a text."""
    count = 0
    for each in text:
        if isinstance(each, Strong | Emphasis | Foreign):
            count += links(each.children)
        count += isinstance(each, Link) or (isinstance(each, Value) and bool(each.url))
    return count


@pytest.mark.parametrize("language", [SWEDISH, ARABIC], ids=lambda language: language.tag)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_as_it_is_written(language: Language, data: st.DataObject) -> None:
    """Read by its tags, the PDF of a text is the text; nothing is outside the marks, no link is without its place."""
    text = data.draw(inlines(language.tag))
    block = Paragraph(Prose(text, language.tag))
    form = sheet(block, List("bullet", (Prose(text, language.tag),)), language=language)
    read = TaggedPdf(write_pdf(form, lay_out_sheet(form), METADATA))
    assert [squeezed(unit.text) for unit in read.units()] == [squeezed(each) for each in read_aloud(form)]
    assert [page.wrong for page in read.pages if page.wrong] == []
    elements = [element for element, role, _ in read.elements() if role == "Link"]
    assert len(elements) == 2 * links(text)
    assert all(any("/Obj" in kid for kid in element.K if not isinstance(kid, int)) for element in elements)
