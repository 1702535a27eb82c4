"""The objects of a file, and the only door to reportlab, which numbers them and writes streams.

All other objects are written as they stand: what reportlab formats object by object in Python, we format as one string.
What is used of reportlab is documented in its code alone: tests/pdf/test_objects.py says what breaks when it moves.
"""

from collections.abc import Callable, Iterator

from reportlab.pdfbase import pdfdoc

_LARGEST = 32_767.0  # points: no page is larger, and older readers know no larger number


class Objects(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    """The objects of one file, numbered on from `first`."""

    def __init__(self, first: int = 1) -> None:
        super().__init__(invariant=1)
        # Without what reportlab begins a file with: its fonts are ours.
        for numbered in (self.idToObjectNumberAndVersion, self.numberToId, self.idToObject):
            numbered.clear()
        self.objectcounter = first - 1

    def written(self, first: int) -> Iterator[tuple[int, bytes]]:
        """Yield the number and the bytes of every object on from the first; writing one may make more of them."""
        number = first
        while number in self.numberToId:
            yield number, self.idToObject[self.numberToId[number]].format(self)
            number += 1


class _Object(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object or a value as it is written, or what makes it when the file is written."""

    def __init__(self, written: str | Callable[[], str]) -> None:
        self._written = written

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object's bytes; part of reportlab's protocol."""
        return (self._written if isinstance(self._written, str) else self._written()).encode("latin-1")


def add(document: Objects, written: str | Callable[[], str], name: str) -> str:
    """Register an object under a name and return its indirect reference, such as `12 0 R`.

    What is not known yet is made when the file is written.
    """
    return _registered(document, _Object(written), name)


def stream(document: Objects, data: bytes, name: str, entries: dict[str, str], *, plain: bool = False) -> str:
    """Register a stream, compressed unless plain, and return its reference."""
    dictionary = pdfdoc.PDFDictionary({key: _Object(value) for key, value in entries.items()})
    filters = [] if plain else [pdfdoc.PDFZCompress]
    return _registered(document, pdfdoc.PDFStream(dictionary=dictionary, content=data, filters=filters), name)


def _registered(document: Objects, thing: pdfdoc.PDFObject, name: str) -> str:
    document.Reference(thing, name)
    number, version = document.idToObjectNumberAndVersion[name]
    return f"{number} {version} R"


def numbers(*values: float, form: str = "%.2f") -> str:
    """Return numbers as operators and objects have them; raise AssertionError for what is not finite, or absurd.

    All numbers that are not counted pass here: a reader takes `inf` for an operator that it does not know.
    """
    for value in values:
        if not -_LARGEST < value < _LARGEST:
            raise AssertionError(f"{value} is no number of a page")
    return " ".join([form % value for value in values])


def text_string(text: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2) as UTF-16BE in hexadecimal."""
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def name(text: str) -> str:
    """Return a name object with what may not stand in one escaped."""
    return "/" + "".join(c if (c.isalnum() and c.isascii()) or c in "-_.+" else f"#{ord(c):02X}" for c in text)
