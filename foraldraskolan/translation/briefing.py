"""What who interprets a meeting prepares: the terms of the glossary that its modules say and show, and what each is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Chart, Document, Mail, Picture, Section, TermEntry, Terms
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import Node, children
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.material.assemble import assemble_module
from foraldraskolan.material.library import Library
from foraldraskolan.material.record_blocks import source_entry
from foraldraskolan.material.records import Explanation
from foraldraskolan.problems import Place, Problem, did_you_mean, message
from foraldraskolan.translation.glossary import GLOSSARY_FILE, Glossary, Term, terms_in

_APART = " . "  # between two texts, so that no term is found over both


def briefing(document: Document, library: Library, glossary: Glossary, language: Language) -> Terms:
    """Return the terms of a Swedish document in both languages, in the order of the alphabet, and their sources."""
    shown = [term for term in terms_in(_said(document), glossary) if not _is_left_out(term.id, library)]
    shown.sort(key=lambda term: _alphabetical(term.swedish))
    cited = sorted({id for term in shown if (known := library.terms.get(term.id)) for id in known.sources})
    numbers = {id: number for number, id in enumerate(cited, start=1)}
    entries = tuple(_entry(term, library.terms.get(term.id), language, numbers) for term in shown)
    sources = (source_entry(number, library.sources[id]) for id, number in numbers.items())
    return Terms(language, entries, tuple(sources))


def ill_explained(library: Library, glossary: Glossary) -> Iterator[Problem]:
    """Yield a problem for each term of the modules that nothing explains, and each explanation of none or by itself.

    A material that explains no term is not made for interpreters.
    """
    if not library.terms:
        return
    unexplained: dict[str, tuple[Term, str]] = {}
    for module in library.modules:
        for term in terms_in(_said(assemble_module(library, module)), glossary):
            if term.id not in library.terms:
                unexplained.setdefault(term.id, (term, module))
    for term, module in unexplained.values():
        what = message(
            "Modulen {module} säger {word}, som inte förklaras för tolken.", module=module, word=term.swedish
        )
        hint = message("Skriv vad det är under [{id}] i terms.toml.", id=term.id)
        yield Problem(what, hint, library.modules[module].place)
    known = {term.id: term for term in glossary.terms}
    for each in library.terms.values():
        if each.id not in known:
            what = message("Ordlistan har inget ord med id {id}.", id=each.id)
            yield Problem(what, did_you_mean(each.id, known), each.place)
        elif terms_in(each.explained.source, Glossary((known[each.id],))):
            what = message("Förklaringen av {word} säger ordet självt.", word=known[each.id].swedish)
            yield Problem(what, message("Säg det med andra ord."), each.place)


def _is_left_out(id: str, library: Library) -> bool:
    return id in library.terms and bool(library.terms[id].left_out)


def _entry(term: Term, known: Explanation | None, language: Language, numbers: Mapping[str, int]) -> TermEntry:
    swedish = Prose((Text(term.swedish),), SOURCE)
    words = term.translations.get(language.tag, ())
    missing = replace(swedish, source=term.swedish, place=Place(Path(GLOSSARY_FILE)))
    other = Prose((Text(words[0]),), language.tag) if words else missing
    if known is None:
        return TermEntry(swedish, other, NOTHING)
    return TermEntry(swedish, other, known.explained, known.urgent, tuple(numbers[id] for id in known.sources))


def _alphabetical(word: str) -> str:
    """Return what puts Swedish words in order: å, ä and ö come after z."""
    return word.casefold().translate(_LAST)


_LAST = str.maketrans("åäö", "{|}")


def _said(document: Document) -> str:
    """Return all that is said and shown at a meeting, and stands in its papers."""
    return _APART.join(chain.from_iterable(map(_texts, document.blocks)))


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Mail):  # it is sent after the meeting
        return
    if isinstance(node, Prose):
        yield node.source
        return
    unseen = node.alt if isinstance(node, Picture | Chart) else None  # only a screen reader says it
    for child in children(node):
        if child is not unseen and not (isinstance(node, Section) and child is node.sign):
            yield from _texts(child)
