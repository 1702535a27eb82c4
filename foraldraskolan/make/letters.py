"""A letter as a message: its subject, and the same words as HTML and as plain text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from foraldraskolan.document.form import Form
from foraldraskolan.document.walk import plain
from foraldraskolan.make.document import Content, arranged
from foraldraskolan.material.plan import Plan
from foraldraskolan.translation.status import Provenance
from foraldraskolan.web.html import html
from foraldraskolan.web.message import draft
from foraldraskolan.web.plain_text import plain_text


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language: its subject, the same words as text and as HTML, how far they can be trusted."""

    language: str
    subject: str
    text: str
    html: str
    trust: Provenance


# What a letter is written as, by the ending of its file: a draft to nobody yet, and what is pasted into a platform.
FORMS: Mapping[str, Callable[[Letter], bytes]] = {
    ".eml": lambda said: draft(said.subject, said.language, said.text, said.html),
    ".html": lambda said: said.html.encode("utf-8"),
    ".txt": lambda said: said.text.encode("utf-8"),
}


def letter(form: Form, trust: Provenance) -> Letter:
    """Return a form as a letter."""
    return Letter(form.language.tag, plain(form.title.inlines), plain_text(form), html(form), trust)


def invitation(plan: Plan, tag: str, content: Content) -> Letter:
    """Return the invitation in a language; raise ProblemsFound with all that stops it."""
    form, _, trust = arranged("mailout", plan, tag, content)
    return letter(form, trust)
