"""How far a language and a page can be trusted is counted, never guessed."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from foraldraskolan.document.form import Foot, Form, Paragraph
from foraldraskolan.document.inlines import Inline, Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import Document, Section
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import proses, rewrite
from foraldraskolan.language import Language
from foraldraskolan.material.markdown import parse_prose
from foraldraskolan.problems import Place
from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.review import Review, SignOff, signature
from foraldraskolan.translation.status import Provenance, Reviewer, provenance, status, whole
from foraldraskolan.translation.translate import translate
from foraldraskolan.translation.translations import Translations

SWEDISH = Language("sv", "svenska", "svenska")
MEETING = Meeting("8B", "parents", date(2026, 12, 3), time(18), 45, "Aulan", "Ekskolan", False)
OLD = "Fråga i kväll"
ENTRIES = (Entry("a", "A"), Entry(OLD, "B", True, "Fråga i morgon kväll"), Entry("c", "C"), Entry("d", "D"), Entry("e"))
CATALOG = Catalog("so", {entry.source: entry for entry in ENTRIES})
PLACE = Place(Path("signs.md"))
FOOT = Foot(Prose((), "so"), Prose((), "so"), Prose((), "so"))
NOTE = LABELS["note_stale"]
LABELED = Catalog("so", {NOTE: Entry(NOTE, "N")})
SIGNED = {
    ("signs", signature("c", "C")): SignOff("Hodan", "Asha", date(2025, 11, 5)),
    ("signs", signature("d", "D")): SignOff("Hodan", "Asha", date(2025, 12, 24)),
}
TRANSLATIONS = Translations(
    Language("so", "Soomaali", "somaliska"), {"signs": CATALOG, "labels": LABELED}, Review(SIGNED)
)


def parse(text: str, language: str, place: Place) -> tuple[Inline, ...]:
    """Return the text as it is."""
    return (Text(text),)


def in_somali(*sources: str) -> Document:
    """Return a translated document of these texts, and one that is never translated."""
    paragraphs = (Paragraph(Prose((Text(source),), "sv", source, place=PLACE)) for source in sources)
    title = Prose((Text("8B"),), "sv")
    return translate(Document(title, SWEDISH, MEETING, tuple(paragraphs)), TRANSLATIONS, parse)


def test_counts_of_a_language() -> None:
    """Each text counts once in its domain, in the state that a page would show it in."""
    texts = {"signs": [SourceText(source) for source in ("a", OLD, *"cdef")], "talk": [SourceText("a")]}
    found = {domain: tally.texts for domain, tally in status(TRANSLATIONS, texts).items()}
    assert found == {"signs": {"missing": 2, "stale": 1, "draft": 1, "reviewed": 2}, "talk": {"draft": 1}}


def test_a_whole_language_counts_each_text_once() -> None:
    """A text counts once however many files have it, signed only if it is in all; 100 per cent is all of it."""
    texts = {
        "signs": tuple(map(SourceText, ("a", OLD, "e", "inte gjort än"))),
        "talk": tuple(map(SourceText, ("a", "e", "två ord"))),
    }
    tally = whole(TRANSLATIONS, texts)
    assert tally.texts == {"draft": 1, "stale": 1, "missing": 3}
    assert tally.words == {"draft": 1, "stale": 3, "missing": 1 + 3 + 2}
    assert (tally.translated, tally.reviewed) == (10, 0)
    both = {"signs": (SourceText("c"), SourceText("d")), "talk": (SourceText("c"),)}
    assert whole(TRANSLATIONS, both).texts == {"draft": 1, "reviewed": 1}
    assert whole(TRANSLATIONS, {"signs": both["signs"]}).reviewed == 100


def test_provenance_of_a_page() -> None:
    """A page says how many of its own texts are in each state, and who signed them in which month at the latest."""
    found = provenance(in_somali("a", "d", "c", "e"), TRANSLATIONS)
    signed = (Reviewer("Hodan", date(2025, 12, 1)),)
    assert found == Provenance({"draft": 1, "reviewed": 2, "missing": 1}, signed, in_swedish=25)
    assert found.least == "missing"


def test_only_what_is_shown_counts_and_once() -> None:
    """A text that a page has twice counts once, and one that a medium leaves out does not count."""
    document = in_somali("a", "c", "c", "e")
    left_out = rewrite(document.blocks[0], lambda prose: replace(prose, inlines=()))
    shown = replace(document, blocks=(left_out, *document.blocks[1:]))
    assert provenance(shown, TRANSLATIONS).states == {"reviewed": 1, "missing": 1}


def test_the_reader_of_what_stands_there_is_named() -> None:
    """Who signed what stands on the page, where it stands, is named and nobody else."""
    catalogs = {
        name: Catalog("so", {"c": Entry("c", text)}, file=Path(f"{name}.po"))
        for name, text in (("signs", "C"), ("talk", "K"))
    }
    signed = {
        ("talk", signature("c", "C")): SignOff("Hodan", "Asha", date(2025, 11, 5)),
        ("talk", signature("c", "K")): SignOff("Idil", "Asha", date(2025, 11, 5)),
        ("signs", signature("c", "C")): SignOff("Amina", "Asha", date(2025, 11, 5)),
    }
    translations = Translations(TRANSLATIONS.language, catalogs, Review(signed))
    swedish = Prose((Text("c"),), "sv", "c", place=Place(Path("talk.md")))
    section = Section("talk", swedish, swedish, None, 0, (), ())
    document = translate(Document(Prose((), "sv"), SWEDISH, MEETING, (section,)), translations, parse)
    page = replace(document, blocks=(Paragraph(next(proses(document))[1]),))
    assert [each.name for each in provenance(page, translations).reviewers] == ["Hodan"]


def test_a_page_is_as_good_as_its_worst_text() -> None:
    """Only a page whose every text is signed is reviewed, and only the Swedish one is the source."""
    least = [
        provenance(in_somali(*page), TRANSLATIONS).least
        for page in ("cd", "cda", ("c", "d", "a", OLD), ("c", "d", "a", OLD, "e"), "")
    ]
    assert least == ["reviewed", "draft", "stale", "missing", "source"]


def test_the_note_on_an_old_text_is_shown_too() -> None:
    """A page with an old text has the note on it, so that counts as one text more, however many are old."""
    assert provenance(in_somali("a", OLD, OLD), TRANSLATIONS).states == {"draft": 2, "stale": 1}
    without = replace(TRANSLATIONS, catalogs={"signs": CATALOG})
    assert provenance(in_somali("a", OLD), without).states == {"draft": 1, "stale": 1, "missing": 1}


def test_only_those_who_signed_what_is_shown_are_named() -> None:
    """A page without reviewed texts names nobody."""
    assert provenance(in_somali("a", "b"), TRANSLATIONS).reviewers == ()


def test_the_source_is_the_source() -> None:
    """A Swedish document is in the state of its source."""
    source = parse_prose("Ring 112.", "sv", Place(Path("a.md")))
    document = Document(source, SWEDISH, MEETING, ())
    assert provenance(document, Translations(SWEDISH)).least == "source"


@example([400], [1])
@example([1], [400])
@given(st.lists(st.integers(1, 9)), st.lists(st.integers(1, 9)))
def test_how_much_is_swedish(translated: list[int], untranslated: list[int]) -> None:
    """Of a hundred words as many as have no translation, none only if each has one, and all only if none has."""
    texts = [
        Prose((Text(f"{number}"),), "so", " ".join([f"{number}"] * words), state)
        for number, (words, state) in enumerate(
            [*((each, "draft") for each in translated), *((each, "missing") for each in untranslated)]
        )
    ]
    form = Form(Prose((), "so"), TRANSLATIONS.language, MEETING, tuple(map(Paragraph, texts)), FOOT)
    missing, every = sum(untranslated), sum((*translated, *untranslated))
    found = provenance(form, TRANSLATIONS).in_swedish
    assert (found == 0, found == 100) == (missing == 0, 0 < missing == every)
    assert abs(found - 100 * missing / max(every, 1)) <= 1
