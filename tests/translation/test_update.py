"""Changed source keeps every translation that still holds, and says of every other what it was made from."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.po import po_bytes, read_po, write_po
from foraldraskolan.translation.update import update, update_language

SOURCES = [
    "Före besöket",
    "Efter besöket",
    "Ring 112.",
    "Ring 112 direkt.",
    "Ring 112 direkt och stanna kvar.",
    "Ett tecken betyder sällan något.",
    "Ett enda tecken betyder sällan något.",
    "Vad har du själv märkt?",
]
MATERIALS = st.lists(st.sampled_from(SOURCES), unique=True).map(
    lambda sources: tuple(SourceText(source, ("stycke",), ("a.md",)) for source in sources)
)


def texts(*sources: str) -> tuple[SourceText, ...]:
    """Return texts without comments."""
    return tuple(SourceText(source) for source in sources)


def translated(catalog: Catalog) -> Catalog:
    """Return the catalog with every missing text translated, as a translator hands it back."""
    entries = {
        source: Entry(source, entry.text or f"T({source})", entry.stale, entry.previous, entry.comments, entry.files)
        for source, entry in catalog.entries.items()
    }
    return Catalog(catalog.language, entries, catalog.obsolete)


def states(catalog: Catalog) -> dict[str, str]:
    """Return each text's translation, with ~ before a stale one."""
    return {source: ("~" if entry.stale else "") + entry.text for source, entry in catalog.entries.items()}


@given(st.lists(MATERIALS, min_size=1, max_size=4))
def test_twice_is_once(versions: list[tuple[SourceText, ...]]) -> None:
    """Updating again with the same source changes no byte."""
    catalog = Catalog("ar")
    for version in versions:
        catalog = update(translated(catalog), version)
    assert po_bytes(update(catalog, versions[-1])) == po_bytes(catalog)


@given(st.lists(MATERIALS, min_size=2, max_size=4))
def test_every_text_is_there_once_in_order(versions: list[tuple[SourceText, ...]]) -> None:
    """The catalog has the texts of the last source in its order, and no text both in use and out of it."""
    catalog = Catalog("ar")
    for version in versions:
        catalog = update(translated(catalog), version)
    assert list(catalog.entries) == [text.source for text in versions[-1]]
    assert not set(catalog.entries) & set(catalog.obsolete)


@given(st.lists(MATERIALS, min_size=2, max_size=4))
def test_nothing_is_fresh_but_its_own_translation(versions: list[tuple[SourceText, ...]]) -> None:
    """A text that is not stale has the translation that was made of exactly this text, or none."""
    catalog = Catalog("ar")
    for version in versions:
        catalog = update(translated(catalog), version)
    for source, entry in catalog.entries.items():
        assert entry.stale or entry.text in ("", f"T({source})")
        assert not entry.stale or entry.text == f"T({entry.previous})" != f"T({source})"


@given(MATERIALS, MATERIALS)
def test_there_and_back(first: tuple[SourceText, ...], second: tuple[SourceText, ...]) -> None:
    """A change that is taken back leaves every translation as it was."""
    before = translated(update(Catalog("ar"), first))
    after = update(update(before, second), first)
    assert after.entries == before.entries


def test_a_reworded_text_is_stale() -> None:
    """A text reworded in its place keeps the old translation and says what it was made from."""
    before = translated(update(Catalog("so"), texts("Ring 112.", "Vänta inte på ett bevis.", "Stanna kvar.")))
    after = update(before, texts("Ring 112.", "Vänta inte på bevis.", "Stanna kvar."))
    assert after.entries["Vänta inte på bevis."] == Entry(
        "Vänta inte på bevis.", "T(Vänta inte på ett bevis.)", True, "Vänta inte på ett bevis."
    )


def test_a_like_text_elsewhere_is_not_reworded() -> None:
    """A new text never gets the translation of a like one that vanished somewhere else."""
    before = translated(update(Catalog("so"), texts("Före besöket", "a", "b")))
    after = update(before, texts("a", "b", "Efter besöket"))
    assert states(after) == {"a": "T(a)", "b": "T(b)", "Efter besöket": ""}
    assert list(after.obsolete) == ["Före besöket"]


def test_the_most_alike_is_paired_first_and_once() -> None:
    """Of two new texts in the place of one the more alike gets its translation, the other none."""
    before = translated(update(Catalog("so"), texts("Ring 112 direkt.")))
    after = update(before, texts("Ring 112 genast nu.", "Ring 112 direkt nu."))
    assert states(after) == {"Ring 112 genast nu.": "", "Ring 112 direkt nu.": "~T(Ring 112 direkt.)"}


def test_two_changes_behind() -> None:
    """A stale text that changes again still says which wording it was made from."""
    catalog = translated(update(Catalog("so"), texts("Ring 112.")))
    for source in ("Ring 112 nu.", "Ring 112 nu direkt."):
        catalog = update(catalog, texts(source))
    assert catalog.entries["Ring 112 nu direkt."].previous == "Ring 112."
    assert list(catalog.obsolete) == ["Ring 112."]


def test_a_text_that_moves_to_another_module_keeps_its_translation() -> None:
    """A new text that another catalog has word for word is translated as there."""
    assert states(update(Catalog("so"), texts("a", "b"), {"a": Entry("a", "A")})) == {"a": "A", "b": ""}


def test_what_was_never_translated_leaves_nothing_behind() -> None:
    """Only translations are kept out of use, and an untranslated text that is reworded is still just missing."""
    before = update(Catalog("so"), texts("Ring 112.", "Borta"))
    assert update(before, texts("Ring 112 nu.")) == Catalog("so", {"Ring 112 nu.": Entry("Ring 112 nu.")})


def test_translators_notes_stay() -> None:
    """What a translator noted or flagged stays with its text, and comments are those of the source."""
    old = Catalog("so", {"a": Entry("a", "A", comments=("rubrik",), notes=("fråga Asha",), flags=("no-wrap",))})
    new = update(old, (SourceText("a", ("stycke",), ("a.md",)),))
    assert new.entries["a"] == Entry("a", "A", False, "", ("stycke",), ("a.md",), ("fråga Asha",), ("no-wrap",))


def test_a_language_is_updated_file_by_file(tmp_path: Path) -> None:
    """Only files that change are written, a text that moves keeps its translation, and a stale one stays behind."""
    (tmp_path / "so").mkdir()
    old = {"x": Entry("x", "X"), "y": Entry("y", "Y", True, "z")}
    write_po(Catalog("so", old, file=tmp_path / "so" / "old.po"))
    interface = tmp_path / "so" / "interface.po"
    interface.write_text("not ours to touch", encoding="utf-8")
    material = {"signs": texts("x", "y"), "labels": texts("Sida")}
    changed = update_language(tmp_path, "so", material)
    assert sorted(path.name for path in changed) == ["labels.po", "old.po", "signs.po"]
    assert states(read_po(tmp_path / "so" / "signs.po")) == {"x": "X", "y": ""}
    assert list(read_po(tmp_path / "so" / "old.po").obsolete) == ["x", "y"]
    assert update_language(tmp_path, "so", material) == []
    assert interface.read_text(encoding="utf-8") == "not ours to touch"
