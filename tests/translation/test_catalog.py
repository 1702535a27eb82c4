"""A text is known by its words: old catalogs with source marks or decomposed letters lose no translation."""

import unicodedata
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.po import po_bytes, read_po, write_po
from foraldraskolan.translation.translations import identified, read_catalogs
from foraldraskolan.translation.update import update, update_language

MARKS = st.lists(st.integers(1, 30), max_size=2).map(lambda numbers: " ".join(f"[^{number}]" for number in numbers))
SOURCES = ["Har krampanfall", "Är du osäker? Ring ändå.", "Ring inte polisen först."]
ENTRIES = st.builds(
    lambda source, mark, other, state, form: Entry(
        unicodedata.normalize(form, source + mark),
        "" if state == "missing" else f"T({source}){mark}",
        state in ("guess", "stale"),
        unicodedata.normalize(form, source + other) if state == "stale" else "",
    ),
    st.sampled_from(SOURCES),
    MARKS,
    MARKS,
    st.sampled_from(["missing", "draft", "guess", "stale"]),
    st.sampled_from(["NFC", "NFD"]),
)
CATALOGS = st.lists(ENTRIES, max_size=6).map(lambda entries: Catalog("so", {each.source: each for each in entries}))


@given(CATALOGS)
def test_no_translation_is_lost(catalog: Catalog) -> None:
    """Every text is there once, without marks, fresh if any of its entries was or was stale for its marks alone."""
    found = identified(catalog).entries
    for source in SOURCES:
        alike = [
            each for each in catalog.entries.values() if unicodedata.normalize("NFC", each.source).startswith(source)
        ]
        assert (source in found) == bool(alike)
        if alike:
            fresh = [each for each in alike if each.text and (not each.stale or each.previous)]
            assert found[source].text == (f"T({source})" if any(each.text for each in alike) else "")
            assert found[source].stale == (bool(found[source].text) and not fresh)
            assert found[source].previous == ""
    assert set(found) <= set(SOURCES)


@given(CATALOGS)
def test_an_identified_catalog_stays_as_it_is(catalog: Catalog) -> None:
    """What has been carried over once is never touched again."""
    once = identified(catalog)
    assert po_bytes(identified(once)) == po_bytes(once)


def test_a_renumbered_source_leaves_its_translation(tmp_path: Path) -> None:
    """A file with marks, in use and out of it, is carried over by an update, and then says the same for ever."""
    file = tmp_path / "so" / "signs.po"
    marked = Entry("Ring nu.[^5]", "")
    out_of_use = Entry("Ring nu.[^2]", "Wac.[^2]")
    write_po(Catalog("so", {marked.source: marked}, {out_of_use.source: out_of_use}, file=file))
    texts = {"signs": (SourceText("Ring nu."),)}
    assert update_language(tmp_path, "so", texts) == [file]
    written = read_po(file)
    assert (dict(written.entries), dict(written.obsolete)) == ({"Ring nu.": Entry("Ring nu.", "Wac.")}, {})
    assert update_language(tmp_path, "so", texts) == []
    assert po_bytes(read_catalogs(tmp_path, "so")["signs"]) == file.read_bytes()


def test_what_was_translated_before_comes_back_where_nothing_else_is() -> None:
    """A text without translation, or with a stale one, has again what it had when it was last in use."""
    old = {"a": Entry("a", "A"), "b": Entry("b", "B"), "c": Entry("c", "C")}
    now = {"a": Entry("a"), "b": Entry("b", "B?", True, "bb"), "c": Entry("c", "C!")}
    found = update({"signs": Catalog("so", now, old)}, {"signs": tuple(SourceText(source) for source in "abc")})[
        "signs"
    ]
    assert [(entry.text, entry.stale) for entry in found.entries.values()] == [
        ("A", False),
        ("B", False),
        ("C!", False),
    ]
