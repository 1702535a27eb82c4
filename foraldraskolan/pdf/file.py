"""The file around its objects: object streams and a cross-reference stream (ISO 32000-1, 7.5).

Most objects of a tagged file are small dictionaries of its structure tree: packed together and compressed they take a
fifth of the room.
"""

import zlib
from collections.abc import Mapping

from foraldraskolan.pdf.objects import Objects
from foraldraskolan.record import record

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200  # objects in one object stream: a reader that wants one of them unpacks them all
_END = b"endstream\n"
_FREE, _PLAIN, _INSIDE = 0, 1, 2  # types of entries: free, at an offset, inside an object stream
_OFFSET, _INDEX = 5, 2  # bytes of an entry's second and third field

Entry = tuple[int, int, int]  # type, offset or number of the object stream, generation or index in that stream


@record
class Body:
    """The bytes of objects numbered on from `first`, and an entry for each; offsets count from the first byte."""

    first: int
    data: bytes
    entries: list[Entry]


def body(document: Objects, first: int = 1) -> Body:
    """Return all objects of a document that numbers them on from `first`, the small ones packed."""
    data: list[bytes] = []
    length = 0
    entries: list[Entry] = []
    packed: list[tuple[int, bytes]] = []
    for number, written in document.written(first):
        if written.endswith(_END):
            entries.append((_PLAIN, length, 0))
            # The data ends where /Length says; a line of its own for the word is what 7.3.8.1 asks for.
            data.append(_indirect(number, written.removesuffix(_END) + b"\n" + _END))
            length += len(data[-1])
        else:
            entries.append((_FREE, 0, 0))
            packed.append((number, written))
    number = first + len(entries)
    for start in range(0, len(packed), _PACKED):
        inside = packed[start : start + _PACKED]
        for index, (each, _) in enumerate(inside):
            entries[each - first] = (_INSIDE, number, index)
        entries.append((_PLAIN, length, 0))
        data.append(_indirect(number, _object_stream(inside)))
        length += len(data[-1])
        number += 1
    return Body(first, b"".join(data), entries)


def _indirect(number: int, written: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, written.rstrip(b"\n"))


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    where: list[str] = []
    offset = 0
    for number, written in objects:
        where.append(f"{number} {offset}")
        offset += len(written) + 1
    head = " ".join(where).encode("ascii") + b"\n"
    content = head + b"".join(written + b"\n" for _, written in objects)
    return _stream(f"/Type /ObjStm /N {len(objects)} /First {len(head)}", zlib.compress(content))


def _stream(dictionary: str, compressed: bytes) -> bytes:
    opening = f"<< {dictionary} /Filter /FlateDecode /Length {len(compressed)} >>\nstream\n"
    return opening.encode("ascii") + compressed + b"\nendstream"


class CrossReferences:
    """The cross-reference stream of a file, compressed as it grows."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj()
        self._written = [self._compressor.compress(_entry((_FREE, 0, 65535)))]
        self._sections = [(0, 1)]  # first number and count of each run of numbers

    def add(self, part: Body, offset: int) -> None:
        """Note the objects of a body that is written at an offset; bodies come in the order of their numbers."""
        if part.first < sum(self._sections[-1]):
            raise AssertionError(f"number {part.first} is given out already")
        if part.first == sum(self._sections[-1]):
            first, count = self._sections[-1]
            self._sections[-1] = (first, count + len(part.entries))
        else:
            self._sections.append((part.first, len(part.entries)))
        moved = (_entry((kind, a + offset if kind == _PLAIN else a, b)) for kind, a, b in part.entries)
        self._written.append(self._compressor.compress(b"".join(moved)))

    def end(self, offset: int, trailer: Mapping[str, str]) -> bytes:
        """Return the end of a file: the stream, written at this offset, with what a trailer says, and where it is."""
        number = sum(self._sections[-1])
        own = Body(number, b"", [(_PLAIN, 0, 0)])
        self.add(own, offset)
        self._written.append(self._compressor.flush())
        index = " ".join(f"{first} {count}" for first, count in self._sections)
        entries = " ".join(f"/{key} {value}" for key, value in trailer.items())
        about = f"/Type /XRef /Size {number + 1} /W [1 {_OFFSET} {_INDEX}] /Index [{index}] {entries}"
        written = _indirect(number, _stream(about, b"".join(self._written)))
        return written + b"startxref\n%d\n%%%%EOF\n" % offset


def _entry(entry: Entry) -> bytes:
    kind, a, b = entry
    return bytes((kind,)) + a.to_bytes(_OFFSET, "big") + b.to_bytes(_INDEX, "big")


def whole(document: Objects, root: str, info: str, digest: str) -> bytes:
    """Return a file of one document's objects; `root` and `info` are references, `digest` identifies the file."""
    only = body(document)
    references = CrossReferences()
    references.add(only, len(HEADER))
    trailer = {"Root": root, "Info": info, "ID": f"[<{digest}> <{digest}>]"}
    return HEADER + only.data + references.end(len(HEADER) + len(only.data), trailer)
