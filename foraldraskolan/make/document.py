"""One document: Swedish -> a language -> a form. The line of arrows, as functions; each stage once."""

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from typing import NamedTuple

from foraldraskolan.document.form import Form, Paragraph
from foraldraskolan.document.gloss import glossed, joined, unglossed
from foraldraskolan.document.inlines import Foreign, Gloss, Inline, Value
from foraldraskolan.document.labels import LABELS, Labels
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import filled, plain, proses, rewrite
from foraldraskolan.language import SOURCE, Language
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


def arranged(
    arrange: Callable[[Document, Words], Form],
    source: Document,
    tag: str,
    content: Content,
    *,
    beside: bool = False,
) -> Arranged:
    """Return a Swedish document in a language as it is arranged, every field filled but those of a family.

    With Swedish `beside` it, each text that is not the same in both has what it is in Swedish as its gloss.
    """
    document, words = translated(source, tag, content)
    if beside:
        document, words = _glossed(document, words, *translated(source, SOURCE, content))
    form = arrange(document, words)
    form = replace(form, title=unglossed(form.title))
    trust = provenance(form, content.translations(tag))
    said = joined(_trust(trust, words.labels))
    form = filled(form, "trust", (Paragraph(said, "meeting"),))
    form = replace(form, foot=replace(form.foot, trust=said))
    return Arranged(_titled_example(form, words.labels) if form.meeting.example else form, words, trust)


def _titled_example(form: Form, labels: Labels) -> Form:
    """Return a form whose title, which files and messages go by, says that its meeting is an example."""
    title = unglossed(labels("example_titled", title=form.title))
    said = form.title.source or plain(form.title.inlines)
    return replace(form, title=replace(title, source=LABELS["example_titled"].replace("{title}", said)))


def translated(source: Document, tag: str, content: Content) -> tuple[Document, Words]:
    """Return a Swedish document in a language, every field filled, and the fixed words of the language."""
    translations, language = content.translations(tag), content.languages[tag]
    document = translate(source, translations, parse_inlines)
    labels = translate_labels(translations, partial(parse_inlines, label=True))
    example = labels("example") if source.meeting.example else NOTHING
    words = Words(
        labels,
        lambda day: Value(date_text(day, language)),
        lambda day: Value(day_text(day, language)),
        lambda clock: Value(clock_text(clock, language)),
        example,
    )
    return fill(document, content.library, content.languages), words


def _glossed(document: Document, words: Words, swedish: Document, beside: Words) -> tuple[Document, Words]:
    """Return a document and the words of its language with the Swedish ones as their glosses."""
    texts = iter([text for _, text in proses(swedish)])
    blocks = rewrite(document.blocks, lambda text: glossed(text, next(texts)))
    if next(texts, None) is not None:
        raise AssertionError("a document has the same texts in every language")
    labels = {key: glossed(text, beside.labels.texts[key]) for key, text in words.labels.texts.items()}
    both = partial(_both, document.language.tag)
    return replace(document, title=glossed(document.title, swedish.title), blocks=blocks), Words(
        Labels(labels),
        lambda day: both(words.date(day), beside.date(day)),
        lambda day: both(words.day(day), beside.day(day)),
        lambda clock: both(words.clock(clock), beside.clock(clock)),
        glossed(words.example, beside.example),
        swedish.language,
    )


def _both(tag: str, own: Inline, swedish: Inline) -> Inline:
    return Foreign(tag, (own, Gloss((swedish,))))


def _trust(trust: Provenance, labels: Labels) -> list[Prose]:
    """Return what a page says of its translation: all that is less than reviewed, the worst first."""
    said = [labels(f"state_{state}") for state in ("missing", "stale", "draft") if trust.states.get(state)]
    if trust.in_swedish:
        said.insert(1, labels("state_share", share=f"{trust.in_swedish} %"))
    if trust.least == "source":
        said.append(labels("state_source"))
    elif trust.least == "reviewed":
        month = max(reviewer.month for reviewer in trust.reviewers)
        names = ", ".join(reviewer.name for reviewer in trust.reviewers)
        said.append(labels("state_reviewed", name=names, date=f"{month:%Y-%m}"))
    return said
