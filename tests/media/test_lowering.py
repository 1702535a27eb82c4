"""Form says all that meaning says, once, in its order, and adds nothing but the fixed words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Bars, Box, Figure, Heading, List, Paragraph, Table
from foraldraskolan.document.inlines import Emphasis, Foreign, Inline, LineBreak, Link, SourceMark, Strong, Text
from foraldraskolan.document.meaning import (
    Bar,
    Block,
    Callout,
    Chart,
    ContactCard,
    Contacts,
    Mail,
    Picture,
    Pictures,
    Question,
    Rule,
    Section,
    Slide,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, rewrite
from foraldraskolan.media.lowering import lower, with_notes
from tests.support.samples import DAY, PUPIL, phone, prose, words

NOTE = words().labels("note_stale")
GREEK = "αβγδ"  # that no fixed word is written in
# A text is told from all others, and from what stands beside it, by a mark of its own.
TEXTS = st.builds(
    lambda text, mark: prose(Strong((Text(text),)), Link(f"https://{text}", (Text(text),)), SourceMark(mark)),
    st.text(GREEK, min_size=1, max_size=3),
    st.integers(1, 999),
)
MAY_BE_EMPTY = TEXTS | st.just(prose())
OPTIONAL = st.none() | MAY_BE_EMPTY
CARDS = st.builds(
    ContactCard,
    TEXTS,
    MAY_BE_EMPTY,
    st.none() | st.just(prose(phone("112"))),
    OPTIONAL,
    OPTIONAL,
    OPTIONAL,
    OPTIONAL,
    st.booleans(),
    st.none() | st.just(DAY),
)
SOME = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
BARS = st.builds(Bar, TEXTS, st.floats(0, 100), TEXTS, st.booleans())
CHARTS = st.builds(
    Chart, MAY_BE_EMPTY, MAY_BE_EMPTY, TEXTS, st.none() | st.just(100.0), st.lists(BARS, max_size=3).map(tuple), TEXTS
)
# What an author may write in a box, and what not.
ROOMY: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, TEXTS, st.sampled_from(["body", "lead"])),
    st.builds(List, st.sampled_from(["bullet", "number", "tick"]), SOME),
    st.builds(lambda row, count: Table(row, (row,) * count), SOME, st.integers(1, 3)),
)
PICTURES = st.lists(st.builds(Picture, TEXTS, TEXTS, st.just(PUPIL)), min_size=1, max_size=2).map(tuple)
OTHERS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 3), TEXTS),
    CHARTS,
    CARDS,
    st.builds(Contacts, st.lists(CARDS, min_size=1, max_size=3).map(tuple)),
    st.builds(Rule, MAY_BE_EMPTY, TEXTS, MAY_BE_EMPTY),
    st.builds(Pictures, PICTURES),
)
INNER = st.lists(ROOMY, min_size=1, max_size=3).map(tuple)
CALLOUTS = st.builds(Callout, st.sampled_from(["tell", "say", "ask", "own", "act", "remember", "phrase"]), INNER)
BLOCKS = st.one_of(
    ROOMY,
    OTHERS,
    CALLOUTS,
    st.builds(Slide, MAY_BE_EMPTY, INNER, st.just(()), st.sampled_from(["points", "act"])),
    st.builds(Mail, INNER),
    st.builds(Question, TEXTS, INNER),
    st.builds(
        Section,
        st.just("signs"),
        TEXTS,
        TEXTS,
        st.none(),
        st.just(5),
        st.lists(ROOMY | OTHERS | CALLOUTS, max_size=3).map(tuple),
        st.just(()),
    ),
)


def leaves(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield what a text is made of, without what it stands in but where a link leads."""
    for inline in inlines:
        if isinstance(inline, Link):
            yield Link(inline.url, ())
        if isinstance(inline, Strong | Emphasis | Link | Foreign):
            yield from leaves(inline.children)
        else:
            yield inline


def proses(node: object) -> list[Prose]:
    """Return every text of a block."""
    return [each for _, each in descend(node) if isinstance(each, Prose)]  # type: ignore[arg-type]


def elsewhere(block: Block) -> list[Prose]:
    """Return the texts of a block that stand elsewhere: a chart's title on slides, what a module is about."""
    nodes = [node for _, node in descend(block)]
    return [
        *(node.short for node in nodes if isinstance(node, Chart)),
        *(node.summary for node in nodes if isinstance(node, Section)),
    ]


def count(texts: list[Prose]) -> Counter[Inline]:
    """Return how often each piece stands in texts."""
    return Counter(leaf for text in texts for leaf in leaves(text.inlines))


@given(BLOCKS)
def test_nothing_is_lost_and_nothing_is_added(block: Block) -> None:
    """Each text, link and source mark of a block is in its form as often as in it; the rest are the fixed words."""
    meant = count(proses(block))
    meant.subtract(count(elsewhere(block)))
    formed = count(proses(lower(block, words())))
    assert not meant - formed
    added = formed - meant
    assert not [leaf for leaf in added if isinstance(leaf, SourceMark | Link | LineBreak)]
    assert not [leaf for leaf in added if isinstance(leaf, Text) and set(leaf.text) & set(GREEK)]


@given(BLOCKS)
def test_what_is_empty_is_not_there(block: Block) -> None:
    """No text of a form is empty: nothing is painted, tagged or read where nothing is said."""
    assert all(text.inlines for text in proses(lower(block, words())))


@given(CARDS)
def test_the_number_stands_right_below_the_name(contact: ContactCard) -> None:
    """The lines of a card are always in one order, whichever of them it has; one that is urgent has that look."""
    card = lower(contact, words())
    assert isinstance(card, Box) and card.look == ("urgent card" if contact.urgent else "card")
    roles = [line.role for line in card.blocks if isinstance(line, Paragraph)]
    order = ["name", "phone", "about", "hours", "detail", "detail", "url"]
    assert len(roles) == len(card.blocks)
    assert roles[:1] == ["name"]
    assert roles == sorted(roles, key=order.index)
    assert ("phone" in roles) == (contact.phone is not None)


@given(CHARTS)
def test_a_chart_is_a_figure_and_a_table_of_the_same_rows(chart: Chart) -> None:
    """Each bar is a row of the table below the figure that it is drawn in; its label is that row's head."""
    box = lower(chart, words())
    assert isinstance(box, Box)
    figure, table = (next(each for each in box.blocks if isinstance(each, kind)) for kind in (Figure, Table))
    assert isinstance(figure.art, Bars) and figure.art.whole == chart.whole
    assert figure.alt == chart.alt
    assert [bar.value for bar in chart.bars] == list(figure.art.values)
    assert [bar.label for bar in chart.bars] == [row[0] for row in table.rows]
    assert table.head == ()


@given(MAY_BE_EMPTY, INNER, st.data())
def test_a_slide_is_parted_where_its_author_said(title: Prose, blocks: tuple[Block, ...], data: st.DataObject) -> None:
    """A slide may be split before the same blocks in its form, whether a title stands above them or not."""
    inside = range(1, len(blocks))
    splits = tuple(sorted(data.draw(st.sets(st.sampled_from(inside))))) if inside else ()
    box = lower(Slide(title, blocks, splits), words())
    assert isinstance(box, Box)
    assert [box.blocks[index] for index in box.splits] == [lower(blocks[index], words()) for index in splits]


def aged(block: Block, data: st.DataObject) -> Block:
    """Return a block some of whose texts are translations of another Swedish text than today's."""
    marks = {leaf for text in proses(block) for leaf in text.inlines if isinstance(leaf, SourceMark)}
    old = data.draw(st.sets(st.sampled_from(sorted(marks, key=str))))
    return rewrite(block, lambda text: replace(text, state="stale") if old & {*text.inlines} else text)


@given(ROOMY | CALLOUTS, st.data())
def test_an_old_text_has_a_note_below_it(block: Block, data: st.DataObject) -> None:
    """The note ends the old text itself, and no other text."""
    (form,) = with_notes([aged(block, data)], words())
    for text in proses(form):
        assert text.inlines[-2:] == (LineBreak(), Emphasis(NOTE.inlines)) or text.state != "stale"
        assert Emphasis(NOTE.inlines) not in text.inlines or text.state == "stale"


@given(OTHERS, st.data())
def test_an_old_text_that_has_no_room_has_its_note_after_its_block(block: Block, data: st.DataObject) -> None:
    """A heading, a card or a drawing is as it is; a box below it says once that something in it is old."""
    old = aged(block, data)
    form, *after = with_notes([old], words())
    assert Emphasis(NOTE.inlines) not in [inline for text in proses(form) for inline in text.inlines]
    stale = any(text.state == "stale" for text in proses(old))
    assert after == [Box("stale", (Paragraph(NOTE),))] * stale


@given(st.builds(Rule, MAY_BE_EMPTY, TEXTS, MAY_BE_EMPTY))
def test_the_law_says_that_it_is_the_law(rule: Rule) -> None:
    """A rule begins with the word for it in every medium, for each renderer says all that a form says."""
    box = lower(rule, words())
    assert isinstance(box, Box)
    assert box.blocks[0] == Paragraph(words().labels("law"), "label")
