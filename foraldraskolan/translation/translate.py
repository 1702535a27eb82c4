"""Swedish Document -> the same Document in another language, text by text."""

from dataclasses import replace
from pathlib import Path

from foraldraskolan.document.labels import LABELS, Labels
from foraldraskolan.document.marks import marks_of, with_marks
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import rewrite
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Place, Problem, ProblemsFound, raise_found
from foraldraskolan.translation.checks import Pair, Parse, mark_problems
from foraldraskolan.translation.messages import LABELS_DOMAIN
from foraldraskolan.translation.translations import Translation, Translations


def translate(document: Document, translations: Translations, parse: Parse) -> Document:
    """Return the document in the language of the translations; a text that has none stays Swedish and says so.

    Raise ProblemsFound if a translation cannot be parsed, or has other fields or links than its source.
    """
    if translations.language.tag == SOURCE:
        return document
    problems: list[Problem] = []

    def change(prose: Prose) -> Prose:
        try:
            # Each text is looked up first in the catalog of the file that it stands in, as its states are counted.
            return _translated(prose, prose.place.file.stem if prose.place else "", translations, parse)
        except ProblemsFound as found:
            problems.extend(found.problems)
            return prose

    title, blocks = change(document.title), rewrite(document.blocks, change)
    raise_found(list(dict.fromkeys(problems)))
    return replace(document, title=title, language=translations.language, blocks=blocks)


def translate_labels(translations: Translations, parse: Parse) -> Labels:
    """Return the fixed words of a page in the language of the translations, parsed by a parser of labels.

    Raise ProblemsFound as translate does.
    """
    problems: list[Problem] = []
    texts: dict[str, Prose] = {}
    for key, source in LABELS.items():
        try:
            swedish = Prose(parse(source, SOURCE, Place(Path("labels"), key=key)), SOURCE, source)
            is_source = translations.language.tag == SOURCE
            texts[key] = swedish if is_source else _translated(swedish, LABELS_DOMAIN, translations, parse)
        except ProblemsFound as found:
            problems += found.problems
    raise_found(problems)
    return Labels(texts)


def _translated(prose: Prose, domain: str, translations: Translations, parse: Parse) -> Prose:
    if not prose.source:
        return prose
    found = translations.find(domain, prose.source)
    if found is None:
        return replace(prose, language=SOURCE, state="missing")
    pair = _pair(prose, found, translations, parse)
    raise_found(mark_problems(pair))
    inlines = with_marks(pair.text_inlines, marks_of(prose.inlines))
    return Prose(inlines, translations.language.tag, prose.source, found.state, found.place)


def _pair(prose: Prose, found: Translation, translations: Translations, parse: Parse) -> Pair:
    return Pair(
        prose.source,
        found.entry.text,
        translations.language,
        prose.inlines,
        parse(found.entry.text, translations.language.tag, found.place),
        found.place,
    )
