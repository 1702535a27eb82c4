"""Two languages in one text: what it says in its own, and the same in Swedish as a gloss; either can be had alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from foraldraskolan.document.inlines import Emphasis, Foreign, Gloss, Inline, Link, Strong, Text
from foraldraskolan.document.marks import without_marks
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import inlines_below
from foraldraskolan.language import SOURCE

_Around = Strong | Emphasis | Link | Foreign


def glossed(prose: Prose, swedish: Prose) -> Prose:
    """Return a text with what it is in Swedish, before its source marks; one that is the same in both has no gloss."""
    said, beside = without_marks(prose.inlines), without_marks(swedish.inlines)
    if said == beside:
        return prose
    marks = prose.inlines[len(said) :]
    return replace(prose, inlines=(*said, Gloss(beside), *marks))


def is_glossed(inlines: Iterable[Inline]) -> bool:
    """Tell whether something in a text has a gloss."""
    return any(isinstance(each, Gloss) for each in inlines_below(tuple(inlines)))


def unglossed(prose: Prose) -> Prose:
    """Return a text in its own language alone."""
    return replace(prose, inlines=_own(prose.inlines)) if is_glossed(prose.inlines) else prose


def swedish(prose: Prose) -> Prose:
    """Return a text in Swedish alone, itself if it has no gloss."""
    if not is_glossed(prose.inlines):
        return prose
    return replace(prose, inlines=_swedish(prose.inlines), language=SOURCE, state="source")


def settled(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a text that was put together of others with one gloss, at its end, for what they have as theirs."""
    return (*_own(inlines), Gloss(_swedish(inlines))) if is_glossed(inlines) else inlines


def joined(texts: Sequence[Prose]) -> Prose:
    """Return texts one after the other, a space between them, as one in the language of the first, or in both."""
    tag = texts[0].language
    said = _spaced(_within(tag, unglossed(each)) for each in texts)
    if not any(is_glossed(each.inlines) for each in texts):
        return Prose(said, tag)
    return Prose((*said, Gloss(_spaced(swedish(each).inlines for each in texts))), tag)


def _within(tag: str, prose: Prose) -> tuple[Inline, ...]:
    return prose.inlines if prose.language == tag else (Foreign(prose.language, prose.inlines),)


def _spaced(texts: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    return tuple(part for text in texts for part in (Text(" "), *text))[1:]


def _own(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    kept = (each for each in inlines if not isinstance(each, Gloss))
    return tuple(replace(each, children=_own(each.children)) if isinstance(each, _Around) else each for each in kept)


def _swedish(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return what glosses say; where none stands right here, each part as it is in Swedish."""
    glosses = [each.children for each in inlines if isinstance(each, Gloss)]
    parts = [part for children in glosses for part in children] if glosses else inlines
    return tuple(found for part in parts for found in _part(part))


def _part(inline: Inline) -> Iterator[Inline]:
    """Yield an inline in Swedish: what holds a gloss is Swedish itself."""
    if not isinstance(inline, _Around) or not is_glossed(inline.children):
        yield inline
    elif isinstance(inline, Foreign):
        yield from _swedish(inline.children)
    else:
        yield replace(inline, children=_swedish(inline.children))
