"""The sheet on top of a print run: how many letters there are in each language and class."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from foraldraskolan.document.form import Box, Form, Paragraph, Table
from foraldraskolan.document.inlines import Strong, Text, Value
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.media.arranging import form, language_names, masthead
from foraldraskolan.media.words import Words

Counts = Sequence[tuple[str, str, int]]  # language, class, letters, in the order of the run


def arrange(document: Document, words: Words, counts: Counts, languages: Mapping[str, Language]) -> Form:
    """Return the counts as a table, each language's sum above its classes, and what to take care of."""
    label = words.labels
    unnamed = label("cover_no_group")
    rows: list[tuple[Prose, Prose, Prose]] = []
    for tag, counted in groupby(counts, key=itemgetter(0)):
        classes = [(group, count) for _, group, count in counted]
        rows.append(_sum(language_names(languages[tag]), [count for _, count in classes]))
        if any(group for group, _ in classes):
            rows += [(NOTHING, _typed(group) if group else unnamed, _number(count)) for group, count in classes]
    every = [count for _, _, count in counts]
    rows.append(_sum(label("cover_total"), every))
    head = (label("language"), label("cover_group"), label("cover_letters"))
    top = masthead(document, words, label("title_cover"), label("cover_lead", count=str(sum(every))))
    care = Box("remember", (Paragraph(label("remember"), "label"), Paragraph(label("cover_care"))))
    return form(document, label("title_cover"), (top, care, Table(head, tuple(rows))), words)


def _sum(what: Prose, counts: Iterable[int]) -> tuple[Prose, Prose, Prose]:
    return _strong(what), NOTHING, _strong(_number(sum(counts)))


def _typed(text: str) -> Prose:
    return Prose((Text(text),), SOURCE)


def _number(number: int) -> Prose:
    return Prose((Value(str(number)),), SOURCE)


def _strong(prose: Prose) -> Prose:
    return replace(prose, inlines=(Strong(prose.inlines),))
