"""What goes to a household names that household alone, whatever households there are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pikepdf
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.make.families import stacks
from foraldraskolan.make.mailing import LETTERS, Output, Wanted
from tests.support.copied import pdfium
from tests.support.families import mailed
from tests.support.orders import plan

ALL = Wanted(frozenset(get_args(Output)), attach=True, weekly=True)
# Every word that a list says of somebody is one of these, and nobody else's: q, what it is, whose, z.
_WORD = re.compile(r"q([cgnea])([a-f]{3})z", re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """What is known of a household: of each adult whether there is a name and an e-mail address, and the rest."""

    adults: tuple[tuple[bool, bool], ...]
    address: bool
    child: bool
    language: str


SHAPES = st.builds(
    Shape,
    st.lists(st.sampled_from([(True, True), (True, False), (False, True)]), min_size=1, max_size=3).map(tuple),
    st.booleans(),
    st.just(True) | st.booleans(),
    st.sampled_from(["sv", "ar", "so", "en"]),
)


def word(kind: str, number: int) -> str:
    """Return the word of a kind that only this adult's or household's papers may hold."""
    return f"Q{kind}{''.join('abcdef'[number // power % 6] for power in (36, 6, 1))}z"


def household(number: int, shape: Shape) -> Recipient:
    """Return a household of this shape; its adults count on from ten times its number."""
    people = [
        Person(
            word("n", number * 5 + adult) if name else "",
            f"{word('e', number * 5 + adult)}@example.org" if mail else "",
        )
        for adult, (name, mail) in enumerate(shape.adults)
    ]
    address = (f"{word('a', number)} 1", "753 10 Uppsala") if shape.address else ()
    child = word("c", number) if shape.child else ""
    return Recipient(number + 2, tuple(people), child, word("g", number), shape.language, address)


def said_of(recipient: Recipient) -> set[str]:
    """Return the words that a list says of a household."""
    people = [f"{person.name} {person.email}" for person in recipient.people]
    return words(" ".join([*people, recipient.child, recipient.group, *recipient.address]))


def words(text: str) -> set[str]:
    """Return whatever stands in a text that a list says of anybody."""
    return {found[0].casefold() for found in _WORD.finditer(text)}


def of_itself(data: bytes) -> str:
    """Return what a PDF file says beside its pages: its properties and bookmarks."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return str(pdf.docinfo) + str(pdf.open_metadata()) + titles(pdf.open_outline().root)


def titles(items: Iterable[pikepdf.OutlineItem]) -> str:
    """Return the titles of bookmarks and of all below them."""
    return " ".join(f"{item.title} {titles(item.children)}" for item in items)


def parts(mail: EmailMessage) -> tuple[str, str]:
    """Return the plain text and the HTML of a message."""
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None and html is not None
    return str(plain.get_content()), str(html.get_content())


@settings(max_examples=12, phases=[Phase.explicit, Phase.reuse, Phase.generate])  # a mailing is too slow to shrink
@given(st.lists(SHAPES, min_size=2, max_size=7))
def test_each_households_papers_name_that_household_alone(shapes: list[Shape]) -> None:
    """Letter, page of the print run, drafts with what is attached, weekly lessons: nobody else is in them.

    A draft goes to one guardian and greets that one, not the other; it holds no address and no child's name.
    """
    listed = [household(number, shape) for number, shape in enumerate(shapes)]
    order = [each for stack in stacks(listed, plan("example")) for each in stack.recipients]
    with TemporaryDirectory() as name:
        folder = Path(name) / "ut"
        mailed(folder, ALL, listed)
        files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    run = pdfium(files[LETTERS])
    assert {found[1] for found in words(of_itself(files[LETTERS]))} <= {"g"}
    used = {LETTERS, "log.txt"}
    for number, (each, page) in enumerate(zip(order, run[len(run) - len(order) :], strict=True), start=1):
        named = words(" ".join([*(person.name for person in each.people), *each.address]))
        letter = f"letters/{number:05d}-{each.language}.pdf"
        pages = "".join(pdfium(files[letter]))
        for shown in (page, pages):
            assert named <= words(shown) <= said_of(each)
            assert not any(found[1] == "e" for found in words(shown))
        assert words(of_itself(files[letter])) == set()
        used.add(letter)
        writing = [person for person in each.people if person.email]
        drafts = sorted(name for name in files if re.search(rf"/{number:05d}-{each.language}[-.0-9]*eml$", name))
        assert len(drafts) % max(len(writing), 1) == 0 and bool(drafts) == bool(writing)
        used.update(drafts)
        for draft in drafts:
            index = re.search(r"-(\d)\.eml$", draft)
            person = writing[int(index[1]) - 1 if index else 0]
            mail = message_from_bytes(files[draft], policy=default)
            assert isinstance(mail, EmailMessage)
            assert [(to.display_name, to.addr_spec) for to in mail["To"].addresses] == [(person.name, person.email)]
            greeted = words(person.name) or words(" ".join(other.name for other in each.people))
            for text in parts(mail):
                assert words(text) == (greeted if draft.startswith("messages/") else set())
            attached = [pdfium(bytes(part.get_content())) for part in mail.iter_attachments()]
            assert [words("".join(text)) for text in attached] == [words(pages)] * draft.startswith("messages/")
            assert words(str(mail["Subject"])) == set()
    # Whatever else there is, to be pasted or kept, is of nobody; the cover alone counts classes.
    for name, data in files.items():
        if name not in used:
            assert words(name + data.decode("utf-8")) == set(), name
    assert words(files["log.txt"].decode("utf-8")) == set()
    assert {found[1] for found in words("".join(run[: len(run) - len(order)]))} <= {"g"}
