"""The texts of one file of translations: plain data, whatever the file looks like."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from foraldraskolan.problems import Place


@dataclass(frozen=True, slots=True)
class SourceText:
    """One Swedish text to translate, what it is, and the files it stands in."""

    source: str
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Catalog:
    """One domain of one language: entries by source in the order of the material, and those no longer in use."""

    language: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    obsolete: Mapping[str, Entry] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    file: Path = field(default=Path(), compare=False)

    def place(self, source: str) -> Place:
        """Return where the entry with this source stands."""
        return Place(self.file, self.entries[source].line)
