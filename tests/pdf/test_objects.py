"""Objects are numbered and written as we rely on; what reportlab promises nobody is named here, one by one."""

import zlib

import pytest
from reportlab.pdfbase import pdfdoc

from foraldraskolan.pdf.objects import Objects, add, stream

# What breaks when a name of reportlab is no longer what it was: names that its guide does not tell of.
UNDOCUMENTED = {
    "objectcounter": "objects of a print run's parts are no longer numbered apart from each other",
    "idToObject": "an object cannot be found to be written",
    "idToObjectNumberAndVersion": "nothing can refer to an object",
    "numberToId": "objects are not written in the order of their numbers",
    "Reference": "no object gets a number",
    "encrypt": "no stream can be written",
}


@pytest.mark.parametrize("name", UNDOCUMENTED)
def test_reportlab_has_the_name(name: str) -> None:
    """Whoever raises reportlab's version reads here what has moved."""
    assert hasattr(pdfdoc.PDFDocument(), name), f"reportlab has moved PDFDocument.{name}: {UNDOCUMENTED[name]}"


def test_a_new_file_has_no_object_of_reportlabs() -> None:
    """If it began with more tables, its own fonts, catalog or bookmarks would stand in every file of ours."""
    assert list(Objects().written(1)) == []


@pytest.mark.parametrize("first", [1, 7, 40_000])
def test_objects_are_numbered_on_from_the_first(first: int) -> None:
    """References say the number that an object is written with, also of one that another makes when it is written."""
    objects = Objects(first)
    added: list[str] = []

    def make() -> str:
        added.append(add(objects, lambda: "(late)", "late"))
        return f"<< /Late {added[-1]} >>"

    assert add(objects, make, "early") == f"{first} 0 R"
    assert add(objects, lambda: "(next)", "next") == f"{first + 1} 0 R"
    written = dict(objects.written(first))
    assert added == [f"{first + 2} 0 R"]
    assert written == {first: f"<< /Late {first + 2} 0 R >>".encode(), first + 1: b"(next)", first + 2: b"(late)"}


def test_a_name_is_given_once() -> None:
    """Two objects of one name would be one object for every reference to them."""
    objects = Objects()
    add(objects, lambda: "1", "one")
    with pytest.raises(ValueError, match="one"):
        add(objects, lambda: "2", "one")


@pytest.mark.parametrize("plain", [False, True])
def test_a_stream_says_how_long_it_is_and_how_it_is_packed(plain: bool) -> None:
    """A stream is its entries, its length and its data (ISO 32000-1, 7.3.8), never in ASCII85."""
    objects, data = Objects(), b"q 1 0 0 1 0 0 cm Q\n" * 9
    stream(objects, data, "page", {"Type": "/Example"}, plain=plain)
    ((_, written),) = objects.written(1)
    head, _, rest = written.partition(b"\nstream\n")
    packed = rest.removesuffix(b"endstream\n")
    assert (packed if plain else zlib.decompress(packed)) == data
    for entry in (b"/Type /Example", b"/Length %d" % len(packed), *([] if plain else [b"/Filter [ /FlateDecode ]"])):
        assert entry in head
