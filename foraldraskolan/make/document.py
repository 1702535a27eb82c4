"""One document: Swedish -> a language -> a form. The line of arrows, as functions; each stage once."""

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from typing import NamedTuple

from foraldraskolan.document.form import Form, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS, Labels
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import filled, plain
from foraldraskolan.language import Language
from foraldraskolan.make.epoch import read_epoch
from foraldraskolan.material.fill import clock_text, date_text, day_text, fill
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.media.words import Words
from foraldraskolan.project import Project
from foraldraskolan.translation.glossary import GLOSSARY_FILE, Glossary, read_glossary
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.status import Provenance, provenance
from foraldraskolan.translation.translatable import translatable, vital
from foraldraskolan.translation.translate import translate, translate_labels
from foraldraskolan.translation.translations import Translations, read_translations


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
    def read(cls, project: Project, modules: Collection[str] | None = None) -> "Content":
        """Read the material, the list of languages and SOURCE_DATE_EPOCH; raise ProblemsFound with what is wrong.

        Of modules, these and those for staff are enough; without any named, all are read.
        """
        library = read_library(project.materials, modules)
        return cls(project, library, read_languages(project.translations), read_epoch(os.environ))

    @cached_property
    def _translations(self) -> dict[str, Translations]:
        return {}

    @cached_property
    def _vital(self) -> frozenset[str]:
        # The words of an emergency box are vital wherever they stand, so no module may be left out.
        library = read_library(self.project.materials) if self.library.unread else self.library
        return vital(translatable(library, self.project.materials))

    @cached_property
    def glossary(self) -> Glossary:
        """Return the glossary, empty where there is none; raise ProblemsFound with each row that is wrong."""
        folder = self.project.translations
        return read_glossary(folder) if (folder / GLOSSARY_FILE).exists() else Glossary()

    def translations(self, tag: str) -> Translations:
        """Return what is translated into a language, read once."""
        if tag not in self._translations:
            language = self.languages[tag]
            self._translations[tag] = read_translations(self.project.translations, language, lambda: self._vital)
        return self._translations[tag]


class Arranged(NamedTuple):
    """A form, the words of its language, and how far its translation can be trusted."""

    form: Form
    words: Words
    trust: Provenance


def arranged(arrange: Callable[[Document, Words], Form], source: Document, tag: str, content: Content) -> Arranged:
    """Return a Swedish document in a language as it is arranged, every field filled but those of a family."""
    document, words = translated(source, tag, content)
    form = arrange(document, words)
    trust = provenance(form, content.translations(tag))
    said = _trust(trust, words.labels)
    form = filled(form, "trust", (Paragraph(said, "meeting"),))
    form = replace(form, foot=replace(form.foot, trust=said))
    return Arranged(_titled_example(form, words.labels) if form.meeting.example else form, words, trust)


def _titled_example(form: Form, labels: Labels) -> Form:
    """Return a form whose title, which files and messages go by, says that its meeting is an example."""
    title = labels("example_titled", title=form.title)
    said = form.title.source or plain(form.title.inlines)
    return replace(form, title=replace(title, source=LABELS["example_titled"].replace("{title}", said)))


def translated(source: Document, tag: str, content: Content) -> tuple[Document, Words]:
    """Return a Swedish document in a language, every field filled, and the fixed words of the language."""
    translations, language = content.translations(tag), content.languages[tag]
    document = translate(source, translations, parse_inlines)
    labels = translate_labels(translations, partial(parse_inlines, label=True))
    date_of, day_of = partial(date_text, language=language), partial(day_text, language=language)
    example = labels("example") if source.meeting.example else NOTHING
    words = Words(labels, date_of, day_of, partial(clock_text, language=language), example)
    return fill(document, content.library, content.languages), words


def _trust(trust: Provenance, labels: Labels) -> Prose:
    """Return what a page says of its translation: all that is less than reviewed, the worst first."""
    said = [labels(f"state_{state}") for state in ("missing", "stale", "draft") if trust.states.get(state)]
    if trust.least == "source":
        said.append(labels("state_source"))
    elif trust.least == "reviewed":
        month = max(reviewer.month for reviewer in trust.reviewers)
        names = ", ".join(reviewer.name for reviewer in trust.reviewers)
        said.append(labels("state_reviewed", name=names, date=f"{month:%Y-%m}"))
    inlines = [inline for each in said for inline in (*each.inlines, Text(" "))]
    return Prose(tuple(inlines[:-1]), said[0].language)
