"""One document: plan -> … -> pages. The line of arrows, as functions."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cached_property, partial

from foraldraskolan.document.blocks import Prose
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS, Labels
from foraldraskolan.document.walk import plain
from foraldraskolan.language import Language
from foraldraskolan.layout.coverage import expect_glyphs
from foraldraskolan.layout.page import Page
from foraldraskolan.make.epoch import read_epoch
from foraldraskolan.material.assemble import assemble, assemble_letter, assemble_staff
from foraldraskolan.material.fill import clock_text, date_text, day_text, fill
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.material.plan import Plan
from foraldraskolan.media import MEDIA, notes
from foraldraskolan.media.arranging import NOTHING
from foraldraskolan.media.medium import Words
from foraldraskolan.pdf.metadata import Metadata
from foraldraskolan.project import Project
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.messages import vital
from foraldraskolan.translation.status import Provenance, provenance
from foraldraskolan.translation.translatable import translatable
from foraldraskolan.translation.translate import translate, translate_labels
from foraldraskolan.translation.translations import Translations, read_translations

INVITATION = "invitation"
SLIDES = "presentation"
NOTES = "notes"  # the one medium that is made of two documents, its own and the slides

Arrange = Callable[[Document, Words], Document]


@dataclass(frozen=True)
class Content:
    """All that documents are made from: the library, the languages, and what is translated into them.

    `made` is the moment that every file gives as its own, None for the day of its meeting.
    """

    project: Project
    library: Library
    languages: Mapping[str, Language]
    made: datetime | None

    @classmethod
    def read(cls, project: Project) -> "Content":
        """Read the material, the list of languages and SOURCE_DATE_EPOCH; raise ProblemsFound with what is wrong."""
        library = read_library(project.materials)
        return cls(project, library, read_languages(project.translations), read_epoch(os.environ))

    @cached_property
    def _translations(self) -> dict[str, Translations]:
        return {}

    @cached_property
    def _vital(self) -> frozenset[str]:
        return vital(translatable(self.library, self.project.materials))

    def translations(self, tag: str) -> Translations:
        """Return what is translated into a language, read once."""
        if tag not in self._translations:
            language = self.languages[tag]
            self._translations[tag] = read_translations(self.project.translations, language, self._vital)
        return self._translations[tag]


def metadata_of(document: Document, content: Content) -> Metadata:
    """Return what a file says of itself: its title and language, and its meeting, nothing of whom it goes to."""
    meeting, language = document.meeting, document.language
    title = f"{plain(document.title.inlines)} ({language.native})"
    made = content.made or datetime.combine(meeting.date, time(), UTC)
    return Metadata(title, language.tag, f"{meeting.title}, {meeting.date:%Y-%m-%d}", made)


def laid_out(medium: str, plan: Plan, tag: str, content: Content) -> tuple[Document, list[Page], Provenance]:
    """Return what a medium shows of a plan in a language, on its pages, and how far that can be trusted."""
    document, words, trust = arranged(medium, plan, tag, content)
    expect_glyphs(document)
    return document, pages_of(medium, document, words, plan, content), trust


def pages_of(medium: str, document: Document, words: Words, plan: Plan, content: Content) -> list[Page]:
    """Return an arranged document on its pages."""
    if medium != NOTES:
        return MEDIA[medium].lay_out(document, words)
    _, slides, _ = laid_out(SLIDES, plan, plan.presentation, content)
    return notes.lay_out(document, slides, words)


def arranged(medium: str, plan: Plan, tag: str, content: Content) -> tuple[Document, Words, Provenance]:
    """Return what a medium shows of a plan in a language, the words to set it with, and how far it can be trusted."""
    return arranged_by(_arranging(medium, plan, content), _assembled(medium, plan, content.library), tag, content)


def arranged_by(arrange: Arrange, source: Document, tag: str, content: Content) -> tuple[Document, Words, Provenance]:
    """Return a Swedish document in a language as arranged, as `arranged` does for a medium."""
    document, words = _translated(source, tag, content)
    # What a page says of its translation holds for what it shows, so that is arranged before it can be said.
    trust = provenance(arrange(document, words), content.translations(tag))
    words = replace(words, trust=_trust(trust, words.labels))
    shown = arrange(document, words)
    return (_titled_example(shown, words.labels) if shown.meeting.example else shown), words, trust


def _titled_example(document: Document, labels: Labels) -> Document:
    """Return a document whose title, which files and messages go by, says that its meeting is an example."""
    title = labels("example_titled", title=document.title)
    said = document.title.source or plain(document.title.inlines)
    return replace(document, title=replace(title, source=LABELS["example_titled"].replace("{title}", said)))


def _arranging(medium: str, plan: Plan, content: Content) -> Arrange:
    if medium != NOTES:
        return MEDIA[medium].arrange
    slides, slide_words = _translated(_assembled(SLIDES, plan, content.library), plan.presentation, content)
    return lambda document, words: notes.arrange(document, slides, words, slide_words)


def _translated(source: Document, tag: str, content: Content) -> tuple[Document, Words]:
    """Return a Swedish document in a language, every field filled, and the fixed words of the language."""
    translations, language = content.translations(tag), content.languages[tag]
    document = translate(source, translations, parse_inlines)
    labels = translate_labels(translations, partial(parse_inlines, label=True))
    date_of, day_of = partial(date_text, language=language), partial(day_text, language=language)
    example = labels("example") if source.meeting.example else NOTHING
    words = Words(labels, date_of, day_of, partial(clock_text, language=language), NOTHING, example)
    return fill(document, content.library, content.languages), words


def _assembled(medium: str, plan: Plan, library: Library) -> Document:
    match medium:
        case "mailout":
            return assemble_letter(plan, library, INVITATION)
        case "staff":
            return assemble_staff(plan, library)
        case _:
            return assemble(plan, library)


def _trust(trust: Provenance, labels: Labels) -> Prose:
    """Return what a page says of its translation: all that is less than reviewed, the worst first."""
    said: list[Prose] = []
    if trust.states.get("missing"):
        said.append(labels("state_missing"))
    if trust.states.get("stale"):
        said.append(labels("state_stale"))
    if trust.least == "source":
        said.append(labels("state_source"))
    elif trust.least == "reviewed":
        month = max(reviewer.month for reviewer in trust.reviewers)
        names = ", ".join(reviewer.name for reviewer in trust.reviewers)
        said.append(labels("state_reviewed", name=names, date=f"{month:%Y-%m}"))
    else:
        said.append(labels("state_draft"))
    inlines = [inline for each in said for inline in (*each.inlines, Text(" "))]
    return Prose(tuple(inlines[:-1]), said[0].language)
