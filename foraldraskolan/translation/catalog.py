"""The texts of one file of translations: plain data, whatever the file looks like."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path

from foraldraskolan.problems import Place
from foraldraskolan.record import record


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

    def place(self, source: str) -> Place:
        """Return where the entry with this source stands."""
        return Place(self.file, self.entries[source].line)


def place_of(catalog: Catalog, source: str) -> Place:
    """Return where the entry with this source stands, and the source."""
    return replace(catalog.place(source), key=source)


def best(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the best entry of each source: one with a text, one that is not stale, the first of equals."""
    found: dict[str, Entry] = {}
    for entry in entries:
        known = found.get(entry.source)
        if known is None or _worth(entry) > _worth(known):
            found[entry.source] = entry
    return found


def _worth(entry: Entry) -> tuple[bool, bool]:
    return bool(entry.text), not entry.stale
