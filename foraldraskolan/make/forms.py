"""What a document is written as: a new form of file is a line in this table, and its word in what is written so."""

from collections.abc import Callable
from pathlib import PurePath

from foraldraskolan.make.edition import Editions, metadata_of
from foraldraskolan.make.orders import Order, order_of
from foraldraskolan.media.media import MEDIA
from foraldraskolan.media.medium import SENT, Way
from foraldraskolan.problems import Message, message
from foraldraskolan.record import record


@record
class FileForm:
    """One form of file: its ending, how it is written, what it is called when it holds `what`, and if it has pages."""

    ending: str
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


def _slides(order: Order, editions: Editions) -> bytes:
    """Return slides that can be edited, with what is said to each in the language that the plan has for it."""
    from foraldraskolan.office.writer import write_pptx

    edition, notes = editions.of(order), editions.of(order_of("notes", editions.plan.notes))
    return write_pptx(edition.form, edition.pages, notes.form, metadata_of(edition.form, edition.content))


FORMS: dict[Way, FileForm] = {
    "pages": FileForm(".pdf", lambda order, editions: editions.of(order).pdf, lambda what: what, paged=True),
    "slides": FileForm(".pptx", _slides, lambda what: message("{what} att ändra i PowerPoint", what=what), paged=True),
    "webpage": FileForm(
        ".html",
        lambda order, editions: editions.of(order).webpage.encode("utf-8"),
        lambda what: message("{what} för mobilen", what=what),
    ),
    "draft": FileForm(".eml", _draft, lambda what: message("{what} som utkast till e-post", what=what)),
    "letter": FileForm(
        ".html",
        lambda order, editions: editions.of(order).html.encode("utf-8"),
        lambda what: message("{what} att klistra in", what=what),
    ),
    "text": FileForm(
        ".txt",
        lambda order, editions: editions.of(order).text.encode("utf-8"),
        lambda what: message("{what} att klistra in, som ren text", what=what),
    ),
}


def form_of(order: Order) -> FileForm:
    """Return how an order's file is written: in the way of its medium whose files end as its name does."""
    return next(form for form in _forms(order.medium) if form.ending == order.form)


def endings(medium: str) -> list[str]:
    """Return what the name of a medium's file may end in, pages first."""
    return [form.ending for form in _forms(medium)]


def _forms(medium: str) -> list[FileForm]:
    return [FORMS[way] for way in (MEDIA[medium].ways if medium in MEDIA else SENT)]  # a lesson is only sent
