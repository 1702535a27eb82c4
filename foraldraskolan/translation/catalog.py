"""The texts of one file of translations: plain data, whatever the file looks like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from foraldraskolan.problems import Place
from foraldraskolan.record import record

OTHER_WORDS = "Med andra ord:"  # begins a translator's note that holds what a copy of the text said


@record
class SourceText:
    """One Swedish text to translate, what it is, and the files it stands in.

    For a vital text no old translation ever stands: it belongs to an emergency box, a law, a contact or a label.
    """

    source: str
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    vital: bool = False


@record
class Entry:
    """One Swedish text and its translation; an empty text is not translated yet.

    A stale text was made from another source, `previous` where that is known. `comments` and `files` tell the
    translator what the source is and where it stands; `notes` and `flags` are the translator's own.
    """

    source: str
    text: str = ""
    stale: bool = False
    previous: str = ""
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    line: int | None = field(default=None, compare=False)


@record
class Catalog:
    """One domain of one language: entries by source in the order of the material, and those no longer in use.

    `headers` are what other programs say at the top of the file, such as who translated last.
    """

    language: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    obsolete: Mapping[str, Entry] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    file: Path = field(default=Path(), compare=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    @property
    def said_language(self) -> str:
        """Return the language as the file names it: ar_SE, which is read as ar."""
        return dict(self.headers).get("Language", self.language)

    def place(self, source: str) -> Place:
        """Return where the entry with this source stands."""
        return Place(self.file, self.entries[source].line)


def place_of(catalog: Catalog, source: str) -> Place:
    """Return where the entry with this source stands, and the source."""
    return replace(catalog.place(source), key=source)


def united(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return one entry of each source: the best translation, with all that is noted and flagged on any of them.

    The best has a text, is not stale, and is the first of equals. What another one said in other words becomes a note,
    so that nothing a translator has written is lost.
    """
    copies: dict[str, list[Entry]] = {}
    for entry in entries:
        copies.setdefault(entry.source, []).append(entry)
    return {source: _united(alike) if len(alike) > 1 else alike[0] for source, alike in copies.items()}


def _united(copies: Sequence[Entry]) -> Entry:
    kept = max(copies, key=worth)
    others = dict.fromkeys(each.text for each in copies if each.text not in ("", kept.text))
    notes = (note for each in (kept, *copies) for note in each.notes)
    flags = (flag for each in (kept, *copies) for flag in each.flags)
    said = (f"{OTHER_WORDS} {line}" for text in others for line in text.splitlines())
    return replace(kept, notes=tuple(dict.fromkeys((*notes, *said))), flags=tuple(dict.fromkeys(flags)))


def worth(entry: Entry) -> tuple[bool, bool, bool]:
    """Return what makes one translation of a source better than another: there, not stale, of a known wording."""
    return bool(entry.text), not entry.stale, bool(entry.previous)
