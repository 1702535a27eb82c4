"""A letter as a message: its subject, and the same words as HTML and as plain text."""

from dataclasses import dataclass

from foraldraskolan.build import Kit, arranged
from foraldraskolan.content.plan import Plan
from foraldraskolan.document.document import Document
from foraldraskolan.document.walk import plain
from foraldraskolan.mail.html import html
from foraldraskolan.mail.plain_text import plain_text
from foraldraskolan.translation.status import Provenance


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language: its subject, the same words as text and as HTML, how far they can be trusted."""

    subject: str
    text: str
    html: str
    trust: Provenance


def letter(document: Document, trust: Provenance) -> Letter:
    """Return an arranged document as a letter."""
    return Letter(plain(document.title.inlines), plain_text(document), html(document), trust)


def invitation(plan: Plan, tag: str, kit: Kit) -> Letter:
    """Return the invitation in a language; raise ProblemsFound with all that stops it."""
    document, _, trust = arranged("mailout", plan, tag, kit)
    return letter(document, trust)
