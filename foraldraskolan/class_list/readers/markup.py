"""XML read as a stream: nothing of it is kept, and no document type is taken."""

from contextlib import suppress
from typing import IO, Protocol
from xml.parsers import expat

from foraldraskolan.class_list.readers.row_limits import TooMuch
from foraldraskolan.limits import DEEPEST, LONGEST_TAG, MOST_TAGS

_CHUNK = 65_536  # bytes


class Handler(Protocol):
    """Is told what a document holds; names are those of the namespace, a space and the local name."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text; comments and instructions between pieces are passed over."""


def walk(stream: IO[bytes], handler: Handler) -> None:
    """Tell a handler all that stands in an XML document.

    Raises ValueError if it is not well formed or has a document type, by which entities grow, and TooMuch if there is
    more of it than a list needs.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.text
    read = tags = depth = 0
    try:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            tags += chunk.count(b"<")
            depth += chunk.count(b"<") - 2 * chunk.count(b"</") - chunk.count(b"/>")
            parser.Parse(chunk, False)
            if read - parser.CurrentByteIndex > LONGEST_TAG + _CHUNK or tags > MOST_TAGS or depth > DEEPEST:
                raise TooMuch
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None


def root_of(stream: IO[bytes]) -> str:
    """Return the name of a document's first element, "" if it does not begin as XML."""
    names: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: names.append(name)
    with suppress(expat.ExpatError, ValueError):
        parser.Parse(stream.read(_CHUNK), False)
    return names[0] if names else ""


def _refuse(*_: object) -> None:
    raise ValueError("a document type")
