"""A letter to one family is the letter to everybody with their names and their address in it, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.document.form import Box, Form, FormBlock, Paragraph
from foraldraskolan.document.inlines import Foreign, Inline, Text, Value
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain, top
from foraldraskolan.make.merge import merge
from tests.support.families import HOSTILE
from tests.support.orders import content, edition, plan

TAGS = ["sv", "en", "ar", "so"]
NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30) | st.sampled_from(HOSTILE)


def letter(tag: str) -> Form:
    """Return the invitation to everybody."""
    return edition("mailout", plan("example"), tag, content("example")).form


def shown(form: Form) -> list[FormBlock]:
    """Return the blocks of a letter, what fills a blank in its place."""
    return [block for _, block in top(form)]


def lines(field: Box) -> list[tuple[Inline, ...]]:
    """Return the lines of an address."""
    return [line.text.inlines for line in field.blocks if isinstance(line, Paragraph) and line.role == "plain"]


def salutation_of(form: Form) -> Paragraph:
    """Return how a letter greets its reader."""
    return next(block for block in shown(form) if isinstance(block, Paragraph) and block.role == "plain")


def greeting(names: Prose) -> Prose:
    """Return a salutation of a made-up language: the names in brackets."""
    return replace(names, inlines=(Text("["), Foreign(names.language, names.inlines), Text("]")))


def test_nobody_named_changes_nothing() -> None:
    """A letter to nobody in particular is the letter to everybody."""
    nobody = Recipient(2, (), "", "", "sv")
    for tag in TAGS:
        assert merge(letter(tag), nobody, greeting, "right") == letter(tag)


@pytest.mark.parametrize("tag", TAGS)
@given(st.lists(NAMES, min_size=1, max_size=3), st.lists(NAMES, max_size=3))
def test_whatever_is_in_the_list_is_text(tag: str, names: list[str], address: list[str]) -> None:
    """Names and addresses come out character by character, as text and nothing else; all other blocks stay."""
    everybody = letter(tag)
    people = tuple(Person(name) for name in names)
    merged = merge(everybody, Recipient(2, people, "", "", tag, tuple(address)), greeting, "left")
    before = shown(everybody)
    at = before.index(salutation_of(everybody))
    head, field, *rest = shown(merged)
    salutation = rest.pop(at - 1)
    assert [head, *rest] == before[:at] + before[at + 1 :]
    assert isinstance(field, Box)
    assert field.look == "left window"
    assert [plain(line) for line in lines(field)] == [*names, *address]
    assert all(isinstance(inline, Text) for line in lines(field) for inline in line)
    assert isinstance(salutation, Paragraph) and salutation.role == "plain"
    said = plain(salutation.text.inlines)
    assert said[0] + said[-1] == "[]"
    at = 0
    for name in names:
        at = said.index(name, at) + len(name)
    assert not any(isinstance(inline, Value) for inline in salutation.text.inlines)


def test_without_an_address_it_says_whose_child_takes_it_home() -> None:
    """What no postman carries names the child and the class; what he carries does not."""
    home = Recipient(2, (Person("Anna"),), "Ali", "8B", "sv")
    assert _lines(home) == ["Anna", "Ali, 8B"]
    assert _lines(replace(home, people=())) == ["Vårdnadshavare för Ali, 8B"]
    posted = replace(home, address=("Storgatan 1", "753 10 Uppsala"))
    assert _lines(posted) == ["Anna", "Storgatan 1", "753 10 Uppsala"]
    assert _lines(replace(posted, people=())) == ["Vårdnadshavare för Ali", "Storgatan 1", "753 10 Uppsala"]


def _lines(recipient: Recipient) -> list[str]:
    field = shown(merge(letter("sv"), recipient, greeting, "right"))[1]
    assert isinstance(field, Box) and field.look == "right window"
    return [plain(line) for line in lines(field)]


def test_a_message_has_no_address_in_it() -> None:
    """Without a window there is the greeting alone."""
    recipient = Recipient(2, (Person("Anna"),), "Ali", "8B", "sv", ("Storgatan 1",))
    merged = merge(letter("sv"), recipient, greeting, None)
    assert not any(isinstance(block, Box) and block.look.endswith("window") for block in shown(merged))
    assert "Storgatan" not in str(merged)


def test_names_are_listed_as_the_language_lists_them() -> None:
    """The word for and is the language's own, and each name an isolate of the language that it can be."""
    recipient = Recipient(2, (Person("Anna"), Person("محمد"), Person("Ali")), "", "", "ar")
    said = {tag: salutation_of(merge(letter(tag), recipient, lambda names: names, None)) for tag in TAGS}
    texts = {tag: plain(block.text.inlines) for tag, block in said.items()}
    assert texts == {
        "sv": "Anna, محمد och Ali",
        "en": "Anna, محمد, and Ali",
        "ar": "Anna ومحمد وAli",
        "so": "Anna, محمد iyo Ali",
    }
    languages = [inline.language for inline in said["ar"].text.inlines if isinstance(inline, Foreign)]
    assert languages == ["sv", "ar", "sv"]
