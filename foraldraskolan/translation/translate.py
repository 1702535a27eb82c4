"""Swedish Document -> the same Document in another language, text by text."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from foraldraskolan.document.labels import LABELS, Labels
from foraldraskolan.document.marks import marks_of, with_marks
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import rewrite
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Place, Problem, collect, raise_found
from foraldraskolan.translation.checking.pair import Pair, Parse
from foraldraskolan.translation.checks import page_problems
from foraldraskolan.translation.translatable import LABELS_DOMAIN, domain_of
from foraldraskolan.translation.translations import Translations


def translate(document: Document, translations: Translations, parse: Parse) -> Document:
    """Return the document in the language of the translations; a text that has none stays Swedish and says so.

    Raise ProblemsFound if a translation cannot be parsed, has digits other than 0-9, or other fields or links than its
    source.
    """
    if translations.language.tag == SOURCE:
        return document
    problems: list[Problem] = []

    def change(prose: Prose) -> Prose:
        return collect(problems, lambda: _translated(prose, domain_of(prose), translations, parse)) or prose

    title, blocks = change(document.title), rewrite(document.blocks, change)
    raise_found(list(dict.fromkeys(problems)))
    return replace(document, title=title, language=translations.language, blocks=blocks)


def translate_labels(translations: Translations, parse: Parse) -> Labels:
    """Return the fixed words of a page in the language of the translations, parsed by a parser of labels.

    Raise ProblemsFound as translate does.
    """

    def label(key: str, source: str) -> Prose:
        swedish = Prose(parse(source, SOURCE, Place(Path("labels"), key=key)), SOURCE, source)
        is_source = translations.language.tag == SOURCE
        return swedish if is_source else _translated(swedish, LABELS_DOMAIN, translations, parse)

    problems: list[Problem] = []
    texts = {key: collect(problems, partial(label, key, source)) for key, source in LABELS.items()}
    raise_found(problems)
    return Labels({key: text for key, text in texts.items() if text is not None})


def _translated(prose: Prose, domain: str, translations: Translations, parse: Parse) -> Prose:
    if not prose.source:
        return prose
    found = translations.find(domain, prose.source)
    if found is None:
        return replace(prose, language=SOURCE, state="missing", domain=domain)
    inlines = parse(found.entry.text, translations.language.tag, found.place)
    if (domain, prose.source) not in translations.sound:  # a pack shows most texts many times
        pair = Pair(prose.source, found.entry.text, translations.language, prose.inlines, inlines, found.place)
        raise_found(page_problems(pair))
        translations.sound.add((domain, prose.source))
    marked = with_marks(inlines, marks_of(prose.inlines))
    return Prose(marked, translations.language.tag, prose.source, found.state, found.place, domain, found.sign_off)
