"""Documents as orders ask for them: each is arranged once, and set on pages or written as text when a form needs it."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cached_property, partial

from foraldraskolan.document.form import Form
from foraldraskolan.document.meaning import Document, Paper, Preparation
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.coverage import expect_glyphs
from foraldraskolan.layout.page import Page
from foraldraskolan.make.document import Content, arranged
from foraldraskolan.make.merge import merge
from foraldraskolan.make.orders import Order, is_bilingual, languages_of, media_of, order_of
from foraldraskolan.material.assemble import (
    assemble,
    assemble_leaflet,
    assemble_lesson,
    assemble_letter,
    assemble_staff,
)
from foraldraskolan.material.plan import Plan
from foraldraskolan.material.preparation import found_out_locally, interpreting, numbers_in
from foraldraskolan.media.lesson import arrange as arrange_lesson
from foraldraskolan.media.media import MEDIA
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.translation.briefing import briefing
from foraldraskolan.translation.status import Provenance
from foraldraskolan.web.html import html
from foraldraskolan.web.page import page
from foraldraskolan.web.plain_text import plain_text


@dataclass(frozen=True)
class Edition:
    """One document in a language as arranged for whom it is to, and how far its translation can be trusted."""

    medium: str
    form: Form
    words: Words
    trust: Provenance
    content: Content
    shown: Shown = NOTHING_SHOWN
    common: "Edition | None" = None  # the letter to everybody that one to a family is made of

    @cached_property
    def settable(self) -> Form:
        """Return the form; raise ProblemsFound if it has characters that no font has."""
        # Whoever is named in a letter to a family is in a font: a class list is asked before.
        expect_glyphs(self.form)
        return self.form

    @cached_property
    def pages(self) -> list[Page]:
        """Return the form's pages; raise ProblemsFound with all that does not fit."""
        _ = (self.common or self).settable
        return MEDIA[self.medium].lay_out(self.form, self.shown)

    @cached_property
    def pdf(self) -> bytes:
        """Return the pages as a file."""
        return write_pdf(self.form, self.pages, metadata_of(self.form, self.content))

    @property
    def subject(self) -> str:
        """Return what a message with this document is about."""
        return plain(self.form.title.inlines)

    @cached_property
    def html(self) -> str:
        """Return the form as a letter in HTML."""
        return html(self.form)

    @cached_property
    def webpage(self) -> str:
        """Return the form as a page for the phone."""
        return page(self.form)

    @cached_property
    def text(self) -> str:
        """Return the form as a letter in plain text."""
        return plain_text(self.form)


def metadata_of(form: Form, content: Content) -> Metadata:
    """Return what a file says of itself: its title and language, and its meeting, nothing of whom it goes to."""
    meeting, language = form.meeting, form.language
    title = f"{plain(form.title.inlines)} ({language.native})"
    made = content.made or datetime.combine(meeting.date, time(), UTC)
    return Metadata(title, language.tag, f"{meeting.title}, {meeting.date:%Y-%m-%d}", made)


class Editions:
    """The editions of a plan: what is to everybody is arranged once, what is to a family as long as it is at hand."""

    def __init__(self, plan: Plan, content: Content) -> None:
        self.plan, self.content = plan, content
        self._common: dict[Hashable, Edition] = {}
        self._own: dict[Hashable, Edition] = {}
        self._number = 0

    def of(self, order: Order) -> Edition:
        """Return the edition that an order asks for; raise ProblemsFound with all that stops it."""
        key = order.medium, order.language, order.lesson, order.bilingual
        if key not in self._common:
            self._common[key] = self._arranged(order)
        common = self._common[key]
        if order.family is None:
            return common
        if order.number != self._number:
            self._number = order.number
            self._own.clear()
        own = order.family, order.window
        if own not in self._own:
            form = merge(common.form, order.family, partial(_greeting, common.words), order.window)
            self._own[own] = replace(common, form=form, common=common)
        return self._own[own]

    def languages_of(self, medium: str) -> list[str]:
        """Return the tags of the languages that a medium says anything in: one all in Swedish is none of its language.

        Raises ProblemsFound for a language whose translations cannot be read.
        """
        tags = self.content.languages
        return [tag for tag in tags if self.of(order_of(medium, tag)).trust.states.keys() != {"missing"}]

    def _arranged(self, order: Order) -> Edition:
        lesson = order.lesson
        if lesson is not None:
            source = assemble_lesson(self.plan, self.content.library, lesson.module)
            arrange = partial(arrange_lesson, number=lesson.number, count=lesson.count)
            return Edition(order.medium, *arranged(arrange, source, order.language, self.content), self.content)
        medium = MEDIA[order.medium]
        shown = self._shown(medium.shows) if medium.shows else NOTHING_SHOWN
        source = self._assembled(medium, order.language)
        made = arranged(
            lambda document, words: medium.arrange(document, words, shown),
            source,
            order.language,
            self.content,
            beside=order.bilingual,
        )
        return Edition(order.medium, *made, self.content, shown)

    def _shown(self, medium: str) -> Shown:
        """Return a medium as another one shows it: in the plan's language for slides."""
        edition = self.of(order_of(medium, self.plan.presentation))
        return Shown(edition.form.blocks, edition.pages)

    def _assembled(self, medium: Medium, tag: str) -> Document:
        """Return the Swedish document of a medium; the interpreter's has the terms in the language with this tag."""
        match medium.source:
            case "meeting":
                return assemble(self.plan, self.content.library)
            case "leaflet":
                return assemble_leaflet(self.plan, self.content.library)
            case "staff":
                staff = assemble_staff(self.plan, self.content.library)
                return replace(staff, blocks=(self._preparation(), *staff.blocks))
            case "interpreter":
                meeting, language = assemble(self.plan, self.content.library), self.content.languages[tag]
                terms = briefing(meeting, self.content.library, self.content.glossary, language)
                return replace(meeting, blocks=(terms, *meeting.blocks))
            case letter:
                return assemble_letter(self.plan, self.content.library, letter)

    def _preparation(self) -> Preparation:
        """Return what the meeting needs before it: the papers that are copied, and the numbers that are handed out."""
        plan, content = self.plan, self.content
        copied = [(medium, tag) for medium in media_of(plan) if medium.copied for tag in languages_of(medium, plan)]
        interpreters = [order_of("interpreter", tag) for tag in languages_of(MEDIA["interpreter"], plan)]
        interpreted = interpreting(plan, content.library, content.languages)
        if interpreted is not None:
            interpreted = replace(interpreted, papers=tuple(self._paper(each, 1) for each in interpreters))
        handed_out = {medium.source: medium for medium in media_of(plan) if medium.languages == "families"}
        return Preparation(
            tuple(
                self._paper(order_of(medium.name, tag, bilingual=is_bilingual(medium, tag, plan)), plan.copies.get(tag))
                for medium, tag in copied
            ),
            order_of("presentation", plan.presentation).file,
            order_of("notes", plan.notes).file,
            interpreted,
            numbers_in((self._assembled(each, SOURCE) for each in handed_out.values()), content.library),
            found_out_locally(plan, content.library),
        )

    def _paper(self, order: Order, copies: int | None) -> Paper:
        sheets = -(-len(self.of(order).pages) // 2)
        return Paper(order.file, self.content.languages[order.language], copies, sheets)


def _greeting(words: Words, names: Prose) -> Prose:
    return words.labels("greeting_named", name=names)
