"""A sheet for a reviewer without a program for translations: every text once, what can do most harm first.

What identifies a row is its key: a digest of the Swedish text and one of the translation that the reviewer had before
them. So a row can be moved, and it is seen if either has changed since.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from foraldraskolan.document.prose import State
from foraldraskolan.language import Language
from foraldraskolan.problems import Message, message
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.workbook import trimmed
from foraldraskolan.spreadsheet.xlsx_writer import Column, Explanation, SheetToFill, xlsx_bytes
from foraldraskolan.translation.catalog import Entry, SourceText
from foraldraskolan.translation.glossary import Glossary, terms_in
from foraldraskolan.translation.importance import importance, rank
from foraldraskolan.translation.translations import Translations

COMMENT, TO_AUTHOR, BACK = "Granskaren:", "Till författaren:", "Tillbaka till svenska:"  # begin notes in catalogs
STATE_WORDS: Mapping[State, str] = {
    "missing": "saknas",
    "stale": "föråldrad",
    "draft": "utkast",
    "reviewed": "granskad",
    "source": "svenska",
}
_DIGITS = 12  # hexadecimal, of a digest: texts are a few thousand


@record
class Item:
    """A text in the sheet: the domains it stands in, what it is, its translation and how far that can be trusted."""

    domains: tuple[str, ...]
    text: SourceText
    entry: Entry
    state: State


class Heading(StrEnum):
    """The columns by what they hold, as their headings say it; a returned sheet is known by these."""

    NUMBER = "Nr"
    WHERE = "Del"
    WHAT = "Vad"
    SWEDISH = "Svenska"
    TEXT = "Översättning"
    STATE = "Läge"
    TERMS = "Ordlista"
    CORRECTION = "Rättning"
    COMMENT = "Kommentar"
    TO_AUTHOR = "Till författaren"
    BACK = "Tillbaka till svenska"
    NOTES = "Anteckningar"
    KEY = "Nyckel"


ANSWERS = (Heading.CORRECTION, Heading.COMMENT, Heading.TO_AUTHOR, Heading.BACK)
_WIDTHS: Mapping[Heading, float] = {
    Heading.NUMBER: 5,
    Heading.WHERE: 11,
    Heading.WHAT: 12,
    Heading.SWEDISH: 38,
    Heading.TEXT: 38,
    Heading.CORRECTION: 38,
    Heading.TERMS: 20,
    Heading.COMMENT: 20,
    Heading.TO_AUTHOR: 20,
    Heading.BACK: 38,
    Heading.STATE: 9,
    Heading.NOTES: 20,
    Heading.KEY: 14,
}
_PRINTED = 8  # columns, as many as can be read on paper
# Who translates back shall not see the Swedish, nor what was said of it.
_BLIND = (Heading.NUMBER, Heading.WHAT, Heading.TEXT, Heading.BACK, Heading.KEY)


def items(texts: Mapping[str, Sequence[SourceText]], translations: Translations) -> list[Item]:
    """Return every text of these domains once with its translation, the gravest first, then in the material's order."""
    domains: dict[str, list[str]] = {}
    first: dict[str, tuple[int, str, SourceText]] = {}
    for domain, sources in texts.items():
        for each in sources:
            domains.setdefault(each.source, []).append(domain)
            found = rank(importance(domain, each)), domain, each
            if each.source not in first or found[0] < first[each.source][0]:
                first[each.source] = found
    entries = {entry.source: entry for catalog in translations.catalogs.values() for entry in catalog.entries.values()}
    ordered = sorted(first.values(), key=lambda each: each[0])
    return [_item(text, domain, domains[text.source], entries, translations) for _, domain, text in ordered]


def _item(
    text: SourceText,
    domain: str,
    domains: Sequence[str],
    entries: Mapping[str, Entry],
    translations: Translations,
) -> Item:
    entry = entries.get(text.source, Entry(text.source))
    # An old text that no page shows is still the one that the reviewer can go by.
    state = "stale" if entry.text and entry.stale else translations.state(domain, text.source)
    return Item(tuple(domains), text, entry, state)


def review_sheet(found: Sequence[Item], language: Language, glossary: Glossary, *, blind: bool) -> bytes:
    """Return the workbook for a reviewer; for one who translates back `blind`, without all that is Swedish.

    It holds no name and no time, and the same texts give the same bytes.
    """
    names = tuple(name for name in _WIDTHS if not blind or name in _BLIND)
    rtl = language.direction == "rtl"
    columns = tuple(
        Column(
            name,
            _WIDTHS[name],
            is_open=name == Heading.BACK if blind else name in ANSWERS,
            rtl=rtl and name in (Heading.TEXT, Heading.CORRECTION),
        )
        for name in names
    )
    shown = [each for each in found if each.entry.text or not blind]
    rows = (_cells(number, each, language, glossary) for number, each in enumerate(shown, start=1))
    cells = tuple(tuple(row[name] for name in names) for row in rows)
    table = SheetToFill(language.tag, columns, cells, 0 if blind else _PRINTED)
    return xlsx_bytes([table, Explanation("Så gör du", _BLIND_HELP if blind else _HELP)])


def _cells(number: int, item: Item, language: Language, glossary: Glossary) -> dict[Heading, str]:
    notes = item.entry.notes
    return {
        Heading.NUMBER: str(number),
        Heading.WHERE: ", ".join(item.domains),
        Heading.WHAT: "; ".join(item.text.comments),
        Heading.SWEDISH: item.text.source,
        Heading.TEXT: item.entry.text,
        Heading.STATE: STATE_WORDS[item.state],
        Heading.TERMS: "\n".join(_terms(item.text.source, language, glossary)),
        Heading.CORRECTION: "",
        Heading.COMMENT: "",
        Heading.TO_AUTHOR: "",
        Heading.BACK: "",
        Heading.NOTES: "\n".join(notes),
        Heading.KEY: key_of(language.tag, item.text.source, item.entry.text),
    }


def _terms(source: str, language: Language, glossary: Glossary) -> Iterator[str]:
    for term in terms_in(source, glossary):
        if targets := term.translations.get(language.tag):
            yield f"{term.swedish}: {' / '.join(targets)}"


def back_of(notes: Iterable[str]) -> str:
    """Return the blind back-translation among a text's notes, "" if there is none."""
    return "\n".join(note.removeprefix(BACK).strip() for note in notes if note.startswith(BACK))


def key_of(tag: str, source: str, text: str) -> str:
    """Return what identifies a row: the language, the Swedish text and the translation that stand there."""
    return f"{tag}-{digest(source)}-{digest(text)}"


def digest(text: str) -> str:
    """Return the digits that stand for a text, whatever a spreadsheet does to its spaces and its composed letters."""
    return hashlib.sha256(as_a_cell(text).encode()).hexdigest()[:_DIGITS]


def as_a_cell(text: str) -> str:
    """Return a text as it comes back from a cell: composed (NFC), with single spaces."""
    return trimmed(unicodedata.normalize("NFC", text))


def counted(found: Sequence[Item]) -> Message:
    """Return how many texts a sheet holds, and how many words in Swedish."""
    words = sum(len(each.text.source.split()) for each in found)
    return message("{texts} texter, {words} ord på svenska.", texts=len(found), words=words)


_HELP = (
    "Så gör du",
    "Varje rad är en text. Det som är farligast om det blir fel står först.",
    "Läs översättningen mot svenskan. Är den rätt, skriv ingenting.",
    "Är något fel, skriv hela texten som den ska vara under Rättning. Ändra inget i de grå kolumnerna.",
    "Det som står inom { } fylls i senare: det ska stå kvar precis så. Ord mellan ** ** blir fetstil.",
    "Under Kommentar skriver du till översättaren, under Till författaren om svenskan är oklar eller fel.",
    "Tillbaka till svenska är för den som översätter texten tillbaka utan att ha sett svenskan.",
    "Du får sortera, filtrera och ta bort rader. Spara som Excel (.xlsx), LibreOffice (.ods) eller CSV i UTF-8.",
    "En rättad text är ett utkast tills någon annan har läst och skrivit under den.",
)
_BLIND_HELP = (
    "Så gör du",
    "Läs varje text, och skriv på svenska vad den säger, precis det som står och inget mer.",
    "Gissa inte vad som var menat. Är något oklart eller fel, skriv det inom hakparenteser.",
    "Det som står inom { } fylls i senare: skriv det som det står.",
)
