"""The zip archive that a spreadsheet is."""

import io
import posixpath
import zipfile
from collections.abc import Collection, Iterator
from typing import IO
from urllib.parse import unquote

from foraldraskolan.limits import MOST_BYTES_UNPACKED, MOST_PARTS
from foraldraskolan.spreadsheet.markup import Event, Tags, events
from foraldraskolan.spreadsheet.row_limits import TooMuch

_ENTRY = b"PK\x01\x02"  # begins an entry of the table of contents


class Archive:
    """The parts of an archive by name, whatever their capitals and slashes (ECMA-376, part 2: names are equal then)."""

    def __init__(self, data: bytes) -> None:
        """Read the table of contents; raise TooMuch for a bomb, and what `zipfile` raises for damage."""
        if data.count(_ENTRY) > MOST_PARTS:
            raise TooMuch
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        parts = self._zip.infolist()
        if sum(part.file_size for part in parts) > MOST_BYTES_UNPACKED:
            raise TooMuch
        self.encrypted = any(part.flag_bits & 1 for part in parts)
        self._parts = {_name(part.filename): part for part in parts}

    def __contains__(self, name: str) -> bool:
        return _name(name) in self._parts

    @property
    def names(self) -> Collection[str]:
        """Return the parts' names in small letters."""
        return self._parts.keys()

    def open(self, name: str) -> IO[bytes]:
        """Return a part as a stream; raise KeyError if there is none of this name."""
        return self._zip.open(self._parts[_name(name)])

    def events(self, name: str, tags: Tags) -> Iterator[Event]:
        """Yield what a part in XML holds; raise KeyError if there is none of this name."""
        with self.open(name) as stream:
            yield from events(stream, tags)

    def read(self, name: str) -> bytes:
        """Return a part; b"" if there is none of this name."""
        return self._zip.read(self._parts[_name(name)]) if name in self else b""


def resolved(target: str, part: str) -> str:
    """Return the name of the part that another part refers to, from the archive's root or from its own folder."""
    target = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
