"""The one walk over both trees: an address leads to its node, whatever fills a blank on the way."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import (
    Blank,
    Box,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Note,
    Paragraph,
    Reference,
    Table,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, below, children, descend, fillable, filled, proses, rewrite, top
from tests.support.samples import PUPIL, form, prose

TEXTS = st.text("abcåäö", max_size=3).map(prose)
SOME = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
MARKERS = st.sampled_from(["bullet", "number", "tick", "field"])
LEAVES: st.SearchStrategy[FormBlock] = st.one_of(
    st.builds(Heading, st.integers(1, 3), TEXTS),
    st.builds(Paragraph, TEXTS, st.sampled_from(["body", "plain"])),
    st.builds(List, MARKERS, SOME),
    st.builds(lambda row, count: Table(row, (row,) * count), SOME, st.integers(1, 3)),
    st.builds(Figure, st.just(PUPIL), TEXTS, st.none() | TEXTS),
    st.builds(Note, st.none() | TEXTS, TEXTS, st.just("https://example.org")),
    st.builds(Reference, TEXTS, st.none() | TEXTS, st.integers(0, 9)),
)
NAMES = st.sampled_from(["trust", "address", "salutation"])
BLANKS = st.builds(Blank, NAMES, st.lists(LEAVES, max_size=2).map(tuple))
BLOCKS: st.SearchStrategy[FormBlock] = LEAVES
for _ in range(2):
    INNER = st.lists(BLOCKS | BLANKS, max_size=3).map(tuple)
    BLOCKS = LEAVES | st.builds(Box, st.sampled_from(["masthead", "act", "numbered"]), INNER)
FORMS = st.lists(BLOCKS | BLANKS, max_size=4).map(lambda blocks: form(*blocks))


def seen(form: Form) -> Iterator[tuple[Address, object]]:
    """Yield every node that a renderer meets, with the address that it gets there."""
    stack = list(top(form))[::-1]
    while stack:
        at, node = stack.pop()
        yield at, node
        stack.extend(list(below(node, at))[::-1])


@given(FORMS)
def test_an_address_leads_to_its_node(form: Form) -> None:
    """What a renderer is given with a node are the indices of the children that lead to it, blanks among them."""
    for address, node in seen(form):
        found: object = form.blocks[address[0]]
        for index in address[1:]:
            found = list(children(found))[index]  # type: ignore[arg-type]
        assert found is node


@given(FORMS)
def test_a_renderer_sees_all_but_the_blanks_in_the_order_of_the_form(form: Form) -> None:
    """Reading order is the order of the form: parents first, and what fills a blank stands in its place."""
    every = [(at, node) for index, block in enumerate(form.blocks) for at, node in descend(block, (index,))]
    assert list(seen(form)) == [(at, node) for at, node in every if not isinstance(node, Blank)]
    assert [at for at, _ in every] == sorted(at for at, _ in every)
    assert list(proses(form)) == [(at, node) for at, node in every if isinstance(node, Prose)]


@given(FORMS, NAMES, st.lists(LEAVES, max_size=2).map(tuple))
def test_blanks_of_one_name_are_filled(form: Form, name: str, blocks: tuple[FormBlock, ...]) -> None:
    """Every blank of the name holds the blocks and nothing else, wherever it stands; all else is as it was."""
    made = filled(form, name, blocks)
    before = [Blank(each.name, blocks) if each.name == name else each for each in blanks(form)]
    assert blanks(made) == before
    assert filled(made, name, ()) == filled(form, name, ())


def blanks(form: Form) -> list[Blank]:
    """Return the blanks of a form in order."""
    return [node for block in form.blocks for _, node in descend(block) if isinstance(node, Blank)]


@given(BLOCKS)
def test_boxes_to_tick_alone_become_fields(block: FormBlock) -> None:
    """On screen every tick is a field, wherever it stands; no other list changes, nor any text."""
    made = fillable(block)
    both = zip(descend(block), descend(made), strict=True)
    for (at, before), (there, after) in both:
        assert at == there and type(before) is type(after)
        if isinstance(before, List) and isinstance(after, List):
            assert after.items == before.items
            assert after.marker == ("field" if before.marker == "tick" else before.marker)
        elif not isinstance(before, Box | Blank):
            assert after == before


@given(FORMS)
def test_rewriting_changes_every_text_and_nothing_else(form: Form) -> None:
    """Each text is what the change makes of it, at its own address; changed to itself, the tree is itself."""
    made = rewrite(form.blocks, lambda text: prose("x", *text.inlines))
    before, after = (
        [pair for index, block in enumerate(blocks) for pair in descend(block, (index,))]
        for blocks in (form.blocks, made)
    )
    assert [(at, type(node)) for at, node in before] == [(at, type(node)) for at, node in after]
    for (_, old), (_, new) in zip(before, after, strict=True):
        if isinstance(old, Prose):
            assert new == prose("x", *old.inlines)
    assert rewrite(form.blocks, lambda text: text) == form.blocks
