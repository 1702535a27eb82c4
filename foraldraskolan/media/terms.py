"""Words in two languages: Swedish on the left, the other language on the right, whichever way that is read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foraldraskolan.document.form import Box, FormBlock, Heading, Note, Paragraph, Table
from foraldraskolan.document.inlines import Foreign, Strong, Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import SourceEntry, TermEntry, Terms
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.media.words import Words

Row = tuple[Prose, ...]  # what is Swedish, what is about both if anything is, what is in the other language


def terms(block: Terms, words: Words) -> Iterator[FormBlock]:
    """Yield what may not be misunderstood, then all else; last the sources, and when those were read."""
    label = words.labels
    if block.entries:
        yield Paragraph(label("terms_lead"))
    for title, urgent in (("terms_urgent", True), ("terms", False)):
        rows = [_row(each) for each in block.entries if each.urgent == urgent]
        if rows:
            yield Heading(2, in_both_languages(title, words))
            yield Box("terms", (in_both(rows, block.language, label("term_explained")),))
    if block.sources:
        compared = label("compared", date=words.day(min(each.checked for each in block.sources)))
        listed = (Note(_words_of(each, block.entries), each.text, each.url) for each in block.sources)
        yield Heading(2, in_both_languages("sources", words))
        yield Box("sources", (*listed, Paragraph(compared, "note")))


def _words_of(source: SourceEntry, entries: Iterable[TermEntry]) -> Prose:
    """Return the Swedish words that a source tells of."""
    words = (plain(each.swedish.inlines) for each in entries if source.number in each.sources)
    return Prose((Text(", ".join(words)),), SOURCE)


def in_both(rows: Iterable[Row], language: Language, between: Prose = NOTHING) -> Table:
    """Return rows as a table whose columns are called by their languages, and what stands `between` them."""
    names = Prose((Text("svenska"),), SOURCE), Prose((Text(language.native),), language.tag)
    head = (names[0], between, names[1]) if between.inlines else names
    return Table(_ordered(head, language), tuple(_ordered(row, language) for row in rows))


def in_swedish(key: str) -> Prose:
    """Return a label that has no fields in Swedish."""
    return Prose((Text(LABELS[key]),), SOURCE)


def in_both_languages(key: str, words: Words) -> Prose:
    """Return a label that has no fields in the language of the words, and in Swedish after that."""
    label = words.labels(key)
    if label.language == SOURCE:
        return label
    return replace(label, inlines=(*label.inlines, Text(" · "), Foreign(SOURCE, (Text(LABELS[key]),))))


def _ordered(row: Row, language: Language) -> Row:
    """Return a row in the order in which it is read."""
    return row if language.direction == "ltr" else row[::-1]


def _row(entry: TermEntry) -> Row:
    swedish, other = (replace(each, inlines=(Strong(each.inlines),)) for each in (entry.swedish, entry.other))
    return swedish, entry.explained, other
