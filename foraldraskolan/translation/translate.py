"""Swedish Document -> the same Document in another language, text by text."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from foraldraskolan.document.blocks import Block, Prose, Section
from foraldraskolan.document.document import Document
from foraldraskolan.document.labels import LABELS, Labels
from foraldraskolan.document.marks import marks_of, with_marks
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

    def in_domain(domain: str) -> Callable[[Prose], Prose]:
        def change(prose: Prose) -> Prose:
            try:
                return _translated(prose, domain, translations, parse)
            except ProblemsFound as found:
                problems.extend(found.problems)
                return prose

        return change

    title = in_domain("")(document.title)
    blocks = tuple(rewrite(block, in_domain(_domain_of(block))) for block in document.blocks)
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


def _domain_of(block: Block) -> str:
    """Return the catalog in which the texts of a document's block are looked up first, "" if none comes first."""
    return block.key if isinstance(block, Section) else ""


def _translated(prose: Prose, domain: str, translations: Translations, parse: Parse) -> Prose:
    if not prose.source:
        return prose
    found = translations.find(domain, prose.source)
    if found is None:
        return replace(prose, language=SOURCE, state="missing")
    pair = _pair(prose, found, translations, parse)
    if problems := mark_problems(pair):
        if found.state == "stale":
            # The number or the link to call is newer than this translation: the Swedish text is the right one.
            return replace(prose, language=SOURCE, state="missing")
        raise ProblemsFound(problems)
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
