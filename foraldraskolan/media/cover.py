"""The sheet on top of a print run: how many letters there are in each language and class."""

from collections.abc import Mapping, Sequence

from foraldraskolan.document.blocks import Callout, Paragraph, Prose, Table
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Foreign, Strong, Text, Value
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.layout.page import Page
from foraldraskolan.media.arranging import NOTHING, masthead
from foraldraskolan.media.medium import Words
from foraldraskolan.media.sheet import lay_out_sheet

Counts = Sequence[tuple[str, str, int]]  # language, class, letters, in the order of the run


def arrange(document: Document, words: Words, counts: Counts, languages: Mapping[str, Language]) -> Document:
    """Return the counts as a table with their sum, and what to take care of."""
    label = words.labels
    total = sum(count for _, _, count in counts)
    rows = [(_language(languages[tag]), _typed(group), _number(count)) for tag, group, count in counts]
    last = label("cover_total")
    rows.append((_strong(last), NOTHING, _strong(_number(total))))
    head = (label("cover_language"), label("cover_group"), label("cover_letters"))
    top = masthead(document, words, label("title_cover"), label("cover_lead", count=str(total)))
    care = Callout("remember", (Paragraph(label("cover_care")),), label=label("remember"))
    return Document(label("title_cover"), document.language, document.meeting, (top, care, Table(head, tuple(rows))))


def _language(language: Language) -> Prose:
    """Return a language by the name that the sender knows, and by its own."""
    if language.tag == SOURCE:
        return Prose((Text(language.swedish),), SOURCE)
    return Prose((Text(f"{language.swedish} · "), Foreign(language.tag, (Text(language.native),))), SOURCE)


def _typed(text: str) -> Prose:
    return Prose((Text(text),), SOURCE) if text else NOTHING


def _number(number: int) -> Prose:
    return Prose((Value(str(number)),), SOURCE)


def _strong(prose: Prose) -> Prose:
    return Prose((Strong(prose.inlines),), prose.language, prose.source, prose.state)


def lay_out(document: Document, words: Words) -> list[Page]:
    """Return the sheet's pages."""
    return lay_out_sheet(document, words, numbers=False)
