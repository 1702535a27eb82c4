"""Changed source keeps every translation that still holds, and says of every other what it was made from."""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.translation.catalog import OTHER_WORDS, Catalog, Entry, SourceText
from foraldraskolan.translation.plurals import plural_forms
from foraldraskolan.translation.po import po_bytes, read_po, write_po
from foraldraskolan.translation.review import SignOff, add_to_review, read_review, sign_off_toml, signature
from foraldraskolan.translation.translatable import SHARED
from foraldraskolan.translation.update import update as update_all
from foraldraskolan.translation.update import update_language

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


def update(catalog: Catalog, sources: Sequence[SourceText]) -> Catalog:
    """Return the only catalog of a language with the texts of the only domain."""
    return update_all({"signs": catalog}, {"signs": sources})["signs"]


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


def test_a_text_that_has_grown_or_shrunk_is_stale() -> None:
    """However much is added to a text or cut from it, its old translation stays in the translator's view."""
    short = "Ring om du är orolig."
    long = f"{short} De svarar hela dygnet, på många språk, och du behöver varken säga ditt namn eller vara säker."
    for before, after in ((short, long), (long, short)):
        found = update(translated(update(Catalog("so"), texts("x", before, "y"))), texts("x", after, "y"))
        assert (found.entries[after].text, found.entries[after].previous) == (f"T({before})", before)


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
    """Only files that change are written, and a text that moves keeps its translation, old or not."""
    (tmp_path / "so").mkdir()
    old = {"x": Entry("x", "X"), "y": Entry("y", "Y", True, "z"), **{each: Entry(each, "U") for each in "uvw"}}
    write_po(Catalog("so", old, file=tmp_path / "so" / "old.po"))
    interface = tmp_path / "so" / "interface.po"
    interface.write_text("not ours to touch", encoding="utf-8")
    material = {"signs": texts("x", "y"), "labels": texts("Sida")}
    changed = update_language(tmp_path, "so", material)
    assert sorted(path.name for path in changed) == ["labels.po", "old.po", "signs.po"]
    assert states(read_po(tmp_path / "so" / "signs.po")) == {"x": "X", "y": "~Y"}
    assert list(read_po(tmp_path / "so" / "old.po").obsolete) == ["u", "v", "w"]
    assert update_language(tmp_path, "so", material) == []
    assert interface.read_text(encoding="utf-8") == "not ours to touch"


DOMAINS = ("signs", "talk", "labels")
FOLDERS = st.dictionaries(st.sampled_from(DOMAINS), st.lists(st.sampled_from(SOURCES), unique=True))
COPIES = st.builds(
    lambda source, text, old, note, flag: Entry(
        source,
        text,
        bool(text and old),
        old if text else "",
        notes=(note,) if note else (),
        flags=(flag,) if flag else (),
    ),
    st.sampled_from(SOURCES),
    st.sampled_from(["", "A", "B"]),
    st.sampled_from(["", "Ring."]),
    st.sampled_from(["", "fråga Asha"]),
    st.sampled_from(["", "no-wrap"]),
)
LANGUAGES = st.dictionaries(
    st.sampled_from((*DOMAINS, SHARED)),
    st.tuples(st.lists(COPIES, max_size=4), st.lists(COPIES, max_size=2)).map(
        lambda both: Catalog("so", *({each.source: each for each in entries} for entries in both))
    ),
)


def placed(folders: Mapping[str, Sequence[str]]) -> dict[str, tuple[SourceText, ...]]:
    """Return the texts of each domain, in its own file."""
    return {
        domain: tuple(SourceText(source, files=(f"materials/modules/{domain}.md",)) for source in sources)
        for domain, sources in folders.items()
    }


def every(catalogs: Mapping[str, Catalog]) -> list[Entry]:
    """Return all entries of a language, in use or not."""
    return [entry for each in catalogs.values() for entry in chain(each.entries.values(), each.obsolete.values())]


@given(LANGUAGES, FOLDERS)
def test_each_sentence_stands_once(catalogs: dict[str, Catalog], folders: dict[str, list[str]]) -> None:
    """A text is in its domain's catalog alone, one of several domains in the shared one, with all its places."""
    found = update_all(catalogs, placed(folders))
    sources = [entry.source for entry in every(found)]
    assert len(sources) == len(set(sources))
    for domain, catalog in found.items():
        for source, entry in catalog.entries.items():
            places = [each for each, there in folders.items() if source in there]
            assert entry.files == tuple(f"materials/modules/{place}.md" for place in places)
            assert domain == (places[0] if len(places) == 1 else SHARED)


@given(LANGUAGES, FOLDERS, st.randoms())
def test_other_places_move_nothing(
    catalogs: dict[str, Catalog], folders: dict[str, list[str]], chance: random.Random
) -> None:
    """Whatever order domains and catalogs are in, and however often it is done, an update says the same."""
    once = update_all(catalogs, placed(folders))
    assert update_all(once, placed(folders)) == once
    shuffled = dict(chance.sample(list(folders.items()), len(folders)))
    again = update_all(once, placed(shuffled))
    assert {domain: states(each) for domain, each in again.items()} == {
        domain: states(each) for domain, each in once.items()
    }


@given(LANGUAGES, st.lists(FOLDERS, min_size=1, max_size=3))
def test_nothing_is_ever_lost(catalogs: dict[str, Catalog], versions: list[dict[str, list[str]]]) -> None:
    """Whatever becomes of the material, every translation, note and flag that somebody wrote is there still."""
    found: Mapping[str, Catalog] = catalogs
    for version in versions:
        found = update_all(found, placed(version))
    noted = {note for entry in every(found) for note in entry.notes}
    kept = {entry.text for entry in every(found)} | {note.removeprefix(f"{OTHER_WORDS} ") for note in noted}
    assert {entry.text for entry in every(catalogs) if entry.text} <= kept
    assert {note for entry in every(catalogs) for note in entry.notes} <= noted
    flagged = {(entry.source, flag) for entry in every(catalogs) if entry.text for flag in entry.flags}
    assert {flag for _, flag in flagged} <= {flag for entry in every(found) for flag in entry.flags}


def test_a_text_that_becomes_shared_keeps_its_translation_and_back() -> None:
    """A sentence that a new module repeats moves to the shared catalog, and home again when the module goes."""
    alone = {"signs": Catalog("so", {"a": Entry("a", "A", notes=("n",), files=("materials/modules/signs.md",))})}
    two = placed({"signs": ["a"], "talk": ["a"]})
    shared = update_all(alone, two)
    assert {domain: states(each) for domain, each in shared.items()} == {"signs": {}, SHARED: {"a": "A"}}
    assert update_all(shared, {"signs": two["signs"]})["signs"] == alone["signs"]


def test_of_copies_that_differ_the_best_stays_and_the_others_are_noted() -> None:
    """A fresh translation comes before a stale one, which a note tells."""
    catalogs = {
        "signs": Catalog("so", {"a": Entry("a", "A1", True, "b")}),
        "talk": Catalog("so", {"a": Entry("a", "A2", notes=("n",))}),
    }
    found = update_all(catalogs, placed({"signs": ["a"], "talk": ["a"]}))[SHARED].entries["a"]
    assert (found.text, found.stale, found.notes) == ("A2", False, ("n", f"{OTHER_WORDS} A1"))


def test_a_shared_text_that_is_reworded_is_stale() -> None:
    """Reworded in one domain or in all of them, a shared text's old translation is found again."""
    before = update_all(
        {"signs": Catalog("so", {"Ring 112.": Entry("Ring 112.", "T")})},
        placed({"signs": ["Ring 112."], "talk": ["Ring 112."]}),
    )
    both = update_all(before, placed({"signs": ["Ring 112 nu."], "talk": ["Ring 112 nu."]}))
    one = update_all(before, placed({"signs": ["Ring 112."], "talk": ["Ring 112 nu."]}))
    assert states(both[SHARED]) == {"Ring 112 nu.": "~T"}
    assert states(one["talk"]) == {"Ring 112 nu.": "~T"} and states(one["signs"]) == {"Ring 112.": "T"}


def test_a_renamed_domain_keeps_its_catalog(tmp_path: Path) -> None:
    """A domain under another name has the file of the old one, all that is said at its top and what was signed."""
    so = tmp_path / "so"
    said = (("Last-Translator", "Asha"),)
    entries = {each: Entry(each, each.upper()) for each in "abc"}
    write_po(Catalog("so", entries, file=so / "signs.po", notes=("n",), headers=said))
    rows = [
        sign_off_toml(each, SignOff("Hodan", "Asha", date(2025, 12, 1)), [signature("a", "A")])
        for each in ("signs", "x")
    ]
    add_to_review(so / "review.toml", rows)
    changed = update_language(tmp_path, "so", placed({"tecken": ["a", "b", "d"]}))
    assert sorted(path.name for path in changed) == ["review.toml", "tecken.po"]
    assert sorted(path.name for path in so.iterdir()) == ["review.toml", "tecken.po"]
    found = read_po(so / "tecken.po")
    assert (found.notes, found.headers, list(found.obsolete)) == (("n",), said, ["c"])
    assert {domain for domain, _ in read_review(so / "review.toml").signed} == {"tecken", "x"}
    assert update_language(tmp_path, "so", placed({"tecken": ["a", "b", "d"]})) == []


def test_a_new_catalog_has_the_headers_of_the_others(tmp_path: Path) -> None:
    """Who translates a language stands in a catalog that an update makes, if all the others say the same."""
    said = (("Last-Translator", "Asha"), ("X-Generator", "Poedit 3.4"))
    for domain, headers in {"signs": said, "talk": (said[0],)}.items():
        write_po(Catalog("so", {"a": Entry("a", "A")}, file=tmp_path / "so" / f"{domain}.po", headers=headers))
    update_language(tmp_path, "so", placed({"signs": ["a", "b"], "talk": ["a"]}))
    assert read_po(tmp_path / "so" / f"{SHARED}.po").headers == (("Plural-Forms", plural_forms("so")), said[0])
    assert read_po(tmp_path / "so" / "signs.po").headers == said
