"""XML read as a stream of events: nothing of it is kept, and no document type is taken."""

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from foraldraskolan.limits import DEEPEST, LONGEST_CELL, LONGEST_TAG, MOST_TAGS
from foraldraskolan.spreadsheet.row_limits import TooMuch

START, TEXT, END = range(3)
# Which of these, then the tag of an element or a piece of text, and the attributes of an element that starts: their
# names are the namespace, a space and the local name. Comments and instructions are passed over.
Event = tuple[int, str, dict[str, str]]

_CHUNK = 16_384  # bytes
_NONE: dict[str, str] = {}


class Tags(dict[str, str]):
    """Short tags for the elements that matter, by their whole names; "" for every other."""

    def __missing__(self, name: str) -> str:
        return ""


def events(stream: IO[bytes], tags: Tags) -> Iterator[Event]:
    """Yield all that stands in an XML document.

    Raises ValueError if it is not well formed or has a document type, by which entities grow, and TooMuch if there is
    more of it than a list needs.
    """
    waiting: list[Event] = []
    add = waiting.append
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: add((START, tags[name], attributes))
    parser.EndElementHandler = lambda name: add((END, tags[name], _NONE))
    parser.CharacterDataHandler = lambda text: add((TEXT, text, _NONE))
    read = elements = depth = 0
    damage: expat.ExpatError | None = None
    while chunk := stream.read(_CHUNK):
        read += len(chunk)
        elements += chunk.count(b"<")
        depth += chunk.count(b"<") - 2 * chunk.count(b"</") - chunk.count(b"/>")
        try:
            parser.Parse(chunk, False)
        except expat.ExpatError as error:
            damage = error
        yield from waiting  # what stands before the damage may be wrong too, and can be said better
        waiting.clear()
        if damage:
            raise ValueError(str(damage))
        if read - parser.CurrentByteIndex > LONGEST_TAG + _CHUNK or elements > MOST_TAGS or depth > DEEPEST:
            raise TooMuch
    try:
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    yield from waiting


def _refuse(*_: object) -> None:
    raise ValueError("a document type")


class CellText:
    """Gathers the pieces of a cell's text; what is longer than a cell may be is not kept to its end."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def add(self, text: str) -> None:
        """Take a piece of text."""
        if self._length <= LONGEST_CELL:
            self._pieces.append(text)
            self._length += len(text)

    @property
    def written(self) -> str:
        """Return the text."""
        return "".join(self._pieces)
