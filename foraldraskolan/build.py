"""One document: plan -> … -> PDF bytes. The line of arrows, as functions."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property, partial

from foraldraskolan.content.assemble import assemble, assemble_letter, assemble_staff
from foraldraskolan.content.fill import clock_text, date_text, day_text, fill
from foraldraskolan.content.library import Library, read_library
from foraldraskolan.content.markdown import parse_inlines
from foraldraskolan.content.plan import Plan
from foraldraskolan.coverage import expect_glyphs
from foraldraskolan.document.blocks import Prose
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import Labels
from foraldraskolan.document.walk import plain
from foraldraskolan.language import Language
from foraldraskolan.layout.page import Page
from foraldraskolan.media import MEDIA, notes
from foraldraskolan.media.medium import Words
from foraldraskolan.pdf.metadata import Metadata
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.project import Project
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.status import Provenance, provenance
from foraldraskolan.translation.translate import translate, translate_labels
from foraldraskolan.translation.translations import Translations, read_translations

INVITATION = "invitation"
NOTES = "notes"  # the one medium that is made of two documents, its own and the slides


@dataclass(frozen=True)
class Kit:
    """All that documents are made from: the library, the languages, and what is translated into them."""

    project: Project
    library: Library
    languages: Mapping[str, Language]

    @classmethod
    def read(cls, project: Project) -> "Kit":
        """Read the material and the list of languages; raise ProblemsFound with all that is wrong in them."""
        return cls(project, read_library(project.materials), read_languages(project.translations))

    @cached_property
    def _translations(self) -> dict[str, Translations]:
        return {}

    def translations(self, tag: str) -> Translations:
        """Return what is translated into a language, read once."""
        if tag not in self._translations:
            self._translations[tag] = read_translations(self.project.translations, self.languages[tag])
        return self._translations[tag]


@dataclass(frozen=True, slots=True)
class Built:
    """One finished document: the PDF file, how many pages it has, and how far its translation can be trusted."""

    data: bytes
    pages: int
    trust: Provenance


def build(medium: str, plan: Plan, tag: str, kit: Kit) -> Built:
    """Return one medium of a plan in one language; raise ProblemsFound with all that stops it."""
    if medium == NOTES:
        return _build_notes(plan, tag, kit)
    document, words, trust = translated(medium, plan, tag, kit)
    arranged = MEDIA[medium].arrange(document, words)
    expect_glyphs(arranged)
    pages = MEDIA[medium].lay_out(arranged, words)
    return _built(arranged, pages, trust, fillable=MEDIA[medium].FILLABLE)


def _build_notes(plan: Plan, tag: str, kit: Kit) -> Built:
    document, words, trust = translated(NOTES, plan, tag, kit)
    shown, slide_words, _ = translated("presentation", plan, plan.presentation, kit)
    slides = MEDIA["presentation"].arrange(shown, slide_words)
    arranged = notes.arrange(document, shown, words, slide_words)
    expect_glyphs(slides)
    expect_glyphs(arranged)
    pages = notes.lay_out(arranged, MEDIA["presentation"].lay_out(slides, slide_words), words)
    return _built(arranged, pages, trust)


def translated(medium: str, plan: Plan, tag: str, kit: Kit) -> tuple[Document, Words, Provenance]:
    """Return what a medium is made from in a language, every field filled, the words to set it with, and its trust."""
    document = translate(_assembled(medium, plan, kit.library), kit.translations(tag), parse_inlines)
    filled = fill(document, kit.library, kit.languages)
    trust = provenance(document, kit.translations(tag))
    return filled, words_in(tag, kit, trust), trust


def _assembled(medium: str, plan: Plan, library: Library) -> Document:
    match medium:
        case "mailout":
            return assemble_letter(plan, library, INVITATION)
        case "staff":
            return assemble_staff(plan, library)
        case _:
            return assemble(plan, library)


def words_in(tag: str, kit: Kit, trust: Provenance) -> Words:
    """Return the fixed words of a language, and what a page says of its translation."""
    language = kit.languages[tag]
    parse = partial(parse_inlines, label=True)
    labels = translate_labels(kit.translations(tag), parse)
    date_of, day_of = partial(date_text, language=language), partial(day_text, language=language)
    return Words(labels, date_of, day_of, partial(clock_text, language=language), _trust(trust, labels))


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


def _built(document: Document, pages: list[Page], trust: Provenance, *, fillable: bool = False) -> Built:
    language = document.language
    title = f"{plain(document.title.inlines)} ({language.native})"
    subject = f"{document.meeting.title}, {document.meeting.date:%Y-%m-%d}"
    metadata = Metadata(title, language.tag, subject, _made(document))
    return Built(write_pdf(document, pages, metadata, fillable=fillable), len(pages), trust)


def _made(document: Document) -> datetime:
    """Return the moment a file gives as its own: SOURCE_DATE_EPOCH where it is set, the meeting's day otherwise."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(document.meeting.date, time(), UTC)
