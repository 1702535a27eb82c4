"""A draft is one message with the texts it was given, and nothing that a name says becomes a header."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.policy import compat32, default
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.problems import ProblemsFound
from foraldraskolan.web.message import Attachment, draft
from tests.support.letters import Sent, letter, sent

HEADERS = {"subject", "to", "from", "x-unsent", "mime-version", "content-type", "content-language"}
HOSTILE = st.text(st.characters(exclude_categories=("Cs",)), max_size=60) | st.sampled_from(
    [
        "Åsa\r\nBcc: b@example.org",
        "\n\nText",
        '"',
        '\\"',
        "=?utf-8?q?=0D=0ABcc:_x?=",
        "=??Q?=0D0",
        "a, b <c@example.org>",
        "(x)",
        "محمد، علي",
    ]
)


def parsed(data: bytes) -> EmailMessage:
    """Return a message as a mail client reads it."""
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def content(part: MIMEPart) -> str:
    """Return the text of a part, its lines ended as they were before they were sent."""
    text = part.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def person(data: bytes) -> tuple[str, str]:
    """Return the name and address of the one recipient.

    Python's newer parser puts a space between the parts that a long name is sent in, against RFC 2047.
    """
    name, address = parseaddr(message_from_bytes(data, policy=compat32)["to"])
    return str(make_header(decode_header(name))), address


def shown(text: str) -> str:
    """Return a text without control characters, its words with one space between them."""
    return " ".join("".join(each if each.isprintable() or each == " " else " " for each in text).split())


@pytest.mark.parametrize("which", sent(), ids=str)
def test_a_draft_reads_back(which: Sent) -> None:
    """Subject, texts, language, people and PDF come back; the bytes are the same each time, and safe to send."""
    made = letter(which)
    people = (("Åsa Öberg", "asa@example.org"), ("", "b@example.org"))
    pdf = Attachment("mailout.pdf", bytes(range(256)) * 30)
    data = draft(made.subject, which.tag, made.text, made.html, people, "skolan@example.org", pdf)
    assert data == draft(made.subject, which.tag, made.text, made.html, people, "skolan@example.org", pdf)
    mail = parsed(data)
    assert mail["subject"] == made.subject
    assert [(each.display_name, each.addr_spec) for each in mail["to"].addresses] == list(people)
    assert (mail["from"], mail["x-unsent"], mail["content-language"]) == ("skolan@example.org", "1", which.tag)
    assert mail.get_content_type() == "multipart/mixed"
    for kind, text in (("plain", made.text), ("html", made.html)):
        part = mail.get_body((kind,))
        assert part is not None and content(part) == text and part["content-language"] == which.tag
    (attached,) = mail.iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == ("application/pdf", "mailout.pdf")
    assert attached.get_content() == pdf.data
    assert data.isascii() and max(map(len, data.split(b"\r\n"))) <= 78 and b"\n" not in data.replace(b"\r\n", b"")


@given(st.lists(st.text("aåبنو", min_size=1, max_size=9), min_size=1, max_size=14))
def test_a_subject_keeps_its_spaces(subject: list[str]) -> None:
    """However long it is and wherever it is divided, each word of a subject comes back as a word."""
    data = draft(" ".join(subject), "ar", "Text\n", "<p>Text</p>\n")
    assert parsed(data)["subject"].split() == subject
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_a_draft_tells_nothing_of_its_machine() -> None:
    """Without people, sender and PDF there is a subject and two texts: no date, no id, no name of a program."""
    mail = parsed(draft("Hej", "sv", "Text\n", "<p>Text</p>\n"))
    assert {name.lower() for name in mail} == HEADERS - {"to", "from"}
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_name_becomes_a_header(subject: str, name: str, file: str) -> None:
    """Whatever a subject, a person or a file is called, the message has its own headers and one address alone."""
    attachment = Attachment(file, b"%PDF")
    mail = parsed(draft(subject, "sv", "Text\n", "<p>Text</p>\n", ((name, "a@example.org"),), attachment=attachment))
    assert {each.lower() for each in mail} == HEADERS - {"from"}
    assert [each.addr_spec for each in mail["to"].addresses] == ["a@example.org"]
    assert len(list(mail.walk())) == 5
    body = mail.get_body(("plain",))
    assert body is not None and content(body) == "Text\n"


@given(
    st.text(st.characters(categories=("L", "M", "N")), min_size=1, max_size=30), st.sampled_from(["", ", ", " ", "-"])
)
def test_names_of_people_come_through(name: str, between: str) -> None:
    """A name in any script, also with a comma, is the name that the reader's client shows."""
    whole = shown(f"{name}{between}{name}")
    data = draft(whole, "sv", "T", "<p>T</p>", ((whole, "a@example.org"),))
    assert person(data) == (whole, "a@example.org")
    assert parsed(data)["subject"] == whole


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a",
        "a@",
        "@b.se",
        "a b@c.se",
        "a@b.se\r\nBcc: c@d.se",
        "<a@b.se>",
        "a@b.se, c@d.se",
        "å@b.se",
        "a@b@c.se",
        "a@b .se",
    ],
)
def test_what_is_no_address_is_told_without_it(address: str) -> None:
    """An address that cannot be one stops the message, and is not repeated: it may be protected."""
    with pytest.raises(ProblemsFound) as found:
        draft("Hej", "sv", "Text", "<p>Text</p>", (("Namn", address),))
    (problem,) = found.value.problems
    assert not problem.message.values and problem.hint is not None and not problem.hint.values


def test_a_file_name_in_any_script() -> None:
    """RFC 2231 writes what ASCII cannot."""
    mail = parsed(draft("Hej", "sv", "T", "<p>T</p>", attachment=Attachment("رسالة åäö.pdf", b"1")))
    assert [each.get_filename() for each in mail.iter_attachments()] == ["رسالة åäö.pdf"]
