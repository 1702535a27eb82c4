"""What a document is written as, by the ending of its file: a new form is a line in this table."""

from collections.abc import Callable
from pathlib import PurePath

from foraldraskolan.make.edition import Editions
from foraldraskolan.make.orders import Order
from foraldraskolan.media.media import MEDIA
from foraldraskolan.problems import Message, message
from foraldraskolan.record import record


@record
class FileForm:
    """One way to write a document: how, what a file is called that holds `what`, and if it has pages."""

    write: Callable[[Order, Editions], bytes]
    called: Callable[[Message], Message]
    paged: bool = False


def _draft(order: Order, editions: Editions) -> bytes:
    """Return an unsent message, to a guardian or to nobody yet."""
    from foraldraskolan.web.message import Attachment, draft

    edition, guardian, letter = editions.of(order), order.guardian, order.attached
    to = ((guardian.name, guardian.email),) if guardian else ()
    attachment = Attachment(PurePath(letter.file).name, editions.of(letter).pdf) if letter else None
    return draft(edition.subject, order.language, edition.text, edition.html, to, attachment=attachment)


FORMS: dict[str, FileForm] = {
    ".pdf": FileForm(lambda order, editions: editions.of(order).pdf, lambda what: what, paged=True),
    ".eml": FileForm(_draft, lambda what: message("{what} som utkast till e-post", what=what)),
    ".html": FileForm(
        lambda order, editions: editions.of(order).html.encode("utf-8"),
        lambda what: message("{what} att klistra in", what=what),
    ),
    ".txt": FileForm(
        lambda order, editions: editions.of(order).text.encode("utf-8"),
        lambda what: message("{what} att klistra in, som ren text", what=what),
    ),
}


def endings(medium: str) -> list[str]:
    """Return what the name of a medium's file may end in: every medium has pages, and what is sent is a message, too.

    A lesson is only sent.
    """
    made = MEDIA.get(medium)
    return [ending for ending, form in FORMS.items() if (made if form.paged else not made or made.sent)]
