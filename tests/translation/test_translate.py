"""A translated document is the same document in other words, and says how far each of them can be trusted."""

from dataclasses import replace
from datetime import date, time
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Heading, List, Paragraph, Table
from foraldraskolan.document.inlines import Field, Foreign, SourceMark, Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import Block, Callout, Chart, ContactCard, Contacts, Document, Mail, Section, Slide
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose, State
from foraldraskolan.document.walk import plain, proses, rewrite
from foraldraskolan.language import Language
from foraldraskolan.material.markdown import parse_inlines, parse_prose
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.review import Review, SignOff, signature
from foraldraskolan.translation.translate import translate, translate_labels
from foraldraskolan.translation.translations import Translations

SWEDISH = Language("sv", "svenska", "svenska")
SOMALI = Language("so", "Soomaali", "somaliska")
MEETING = Meeting("8B", "parents", date(2026, 12, 3), time(18), 45, "Aulan", "Ekskolan", False)
PLACE = Place(Path("signs.md"), 1)
HODAN = SignOff("Hodan", "Asha", date(2026, 12, 1))
parse_label = partial(parse_inlines, label=True)

WORDS = st.sampled_from(["Ring", "{phone:larmnumret}", "**nu**", "*strax*", "[läs](https://1177.se)", "ord[^1]", "112"])
SOURCES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def swedish(source: str, place: Place = PLACE) -> Prose:
    """Return a Swedish text as the reader of the material makes it."""
    return parse_prose(source, "sv", place)


PROSES = SOURCES.map(swedish) | st.builds(lambda text: Prose((Text(text),), "sv"), st.text())
ITEMS = st.lists(PROSES, min_size=1, max_size=3).map(tuple)
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 3), PROSES),
    st.builds(Paragraph, PROSES),
    st.builds(List, st.sampled_from(["bullet", "number", "tick"]), ITEMS),
    st.builds(Table, ITEMS, st.lists(ITEMS, max_size=2).map(tuple)),
    st.builds(Chart, PROSES, PROSES, PROSES, st.just(100), st.just(()), PROSES),
    st.builds(lambda name, about: Contacts((ContactCard(name, about),)), PROSES, PROSES),
)
BLOCKS = st.lists(LEAVES, max_size=3).map(tuple)
NESTED = st.one_of(
    LEAVES,
    st.builds(Callout, st.just("act"), BLOCKS),
    st.builds(Slide, PROSES, BLOCKS),
    st.builds(Mail, BLOCKS),
)
SECTIONS = st.builds(
    Section,
    st.sampled_from(["signs", "talk"]),
    PROSES,
    PROSES,
    st.none(),
    st.integers(0, 60),
    st.lists(NESTED, max_size=3).map(tuple),
    st.just(()),
)
DOCUMENTS = st.builds(
    Document, PROSES, st.just(SWEDISH), st.just(MEETING), st.lists(SECTIONS | NESTED, max_size=3).map(tuple)
)


def catalog(*entries: Entry, domain: str = "signs") -> Catalog:
    """Return a Somali catalog of these entries, with lines as if each had stood on its own."""
    numbered = {entry.source: replace(entry, line=line) for line, entry in enumerate(entries, start=1)}
    return Catalog("so", numbered, file=Path(f"so/{domain}.po"))


def in_somali(source: str, *catalogs: Catalog, review: Review | None = None, module: str = "signs") -> Prose:
    """Return what becomes of one paragraph of a module."""
    paragraph = Paragraph(swedish(source, Place(Path(f"{module}.md"), 1)))
    document = Document(Prose((), "sv"), SWEDISH, MEETING, (_section(module, paragraph),))
    translations = Translations(SOMALI, {each.file.stem: each for each in catalogs}, review or Review())
    return [prose for _, prose in proses(translate(document, translations, parse_inlines))][-1]


def _section(key: str, *blocks: Block) -> Section:
    return Section(key, Prose((), "sv"), Prose((), "sv"), None, 0, blocks, ())


@given(DOCUMENTS)
def test_swedish_to_swedish_is_the_same_document(document: Document) -> None:
    """The source language needs no translation."""
    assert translate(document, Translations(SWEDISH), parse_inlines) == document


@given(DOCUMENTS)
def test_an_identity_catalog_changes_only_language_and_state(document: Document) -> None:
    """Translated into its own words, a document differs in language and state alone."""
    sources = {prose.source for _, prose in proses(document)} | {document.title.source}
    identity = catalog(*(Entry(source, source) for source in sorted(sources - {""})))
    translated = translate(document, Translations(SOMALI, {"signs": identity}), parse_inlines)

    def as_translated(prose: Prose) -> Prose:
        return replace(prose, language="so", state="draft") if prose.source else prose

    expected = replace(
        document,
        title=as_translated(document.title),
        language=SOMALI,
        blocks=rewrite(document.blocks, as_translated),
    )
    assert translated == expected


@given(DOCUMENTS)
def test_without_translations_all_words_stay(document: Document) -> None:
    """With nothing translated every word stays Swedish and every translatable text says that it is missing."""
    translated = translate(document, Translations(SOMALI), parse_inlines)
    assert translated.language == SOMALI
    before, after = (dict(proses(each)) for each in (document, translated))
    for address, prose in before.items():
        assert after[address] == (replace(prose, state="missing") if prose.source else prose)


def test_a_draft() -> None:
    """A translation that nobody has signed is a draft, and its place is the line in the PO file."""
    found = in_somali("Ring 112.", catalog(Entry("x", "y"), Entry("Ring 112.", "Wac 112.")))
    assert (plain(found.inlines), found.language, found.state) == ("Wac 112.", "so", "draft")
    assert str(found.place) == "so/signs.po:2"


def test_a_reviewed_text() -> None:
    """A translation whose signature is signed is reviewed, until a character changes."""
    review = Review({("signs", signature("Ring 112.", "Wac 112.")): HODAN})
    assert in_somali("Ring 112.", catalog(Entry("Ring 112.", "Wac 112.")), review=review).state == "reviewed"
    assert in_somali("Ring 112.", catalog(Entry("Ring 112.", "Wac 112!")), review=review).state == "draft"
    old = Entry("Ring 112.", "Wac 112.", True, "Ring  112.")
    assert in_somali("Ring 112.", catalog(old), review=review).state == "stale"


def test_a_sentence_is_translated_alike_wherever_it_stands() -> None:
    """A text is found in any catalog, and of copies that nobody has united yet every place shows the same one."""
    signs, talk = catalog(Entry("Fråga", "Su'aal")), catalog(Entry("Fråga", "Weydii"), domain="talk")
    for module in ("signs", "talk", "law"):
        assert plain(in_somali("Fråga", signs, talk, module=module).inlines) == "Su'aal"
        assert plain(in_somali("Fråga", talk, module=module).inlines) == "Weydii"


def test_source_marks_come_after_the_translation() -> None:
    """A translator never sees a source mark: those of the Swedish text stand last, in its order."""
    found = in_somali("Fråga.[^2] Ring.[^1]", catalog(Entry("Fråga. Ring.", "Weydii. Wac.")))
    assert found.inlines == (Text("Weydii. Wac."), SourceMark(2), Text(" "), SourceMark(1))


def test_fresh_before_stale() -> None:
    """A translation of exactly this text in another file is better than a stale one in its own."""
    old = Entry("Fråga i kväll", "Su'aal", True, "Fråga i morgon kväll")
    signs, talk = catalog(old), catalog(Entry("Fråga i kväll", "Weydii"), domain="talk")
    assert in_somali("Fråga i kväll", signs).state == "stale"
    assert in_somali("Fråga i kväll", signs, talk).state == "draft"


def test_a_stale_text_with_an_old_number_is_not_shown() -> None:
    """Where the number to call has changed, the Swedish text is right and the old translation wrong."""
    old = Entry("Ring {phone:bris}.", "Wac {phone:gammal}.", True, "Ring {phone:gammal}.")
    found = in_somali("Ring {phone:bris}.", catalog(old))
    assert (found.state, found.language) == ("missing", "sv")
    assert Field("phone", "bris") in found.inlines


@pytest.mark.parametrize(
    ("source", "text", "told"),
    [
        ("Ring {phone:bris}.", "Wac.", "so/signs.po:1: Fältet {phone:bris} saknas i översättningen."),
        ("Ring.", "Wac {phone:bris}.", "so/signs.po:1: Fältet {phone:bris} finns inte i den svenska texten."),
        (
            "[Läs](https://a.se)",
            "[Akhri](https://b.se)",
            "so/signs.po:1: Länken till https://a.se saknas i översättningen.\n"
            "so/signs.po:1: Länken till https://b.se finns inte i den svenska texten.",
        ),
        ("Ring 112.", "Wac ١12.", "so/signs.po:1: Skriv siffran ١ med 0–9."),
        ("Ring.", "Wac <b>112</b>.", "so/signs.po:1: HTML ingår inte i materialets Markdown."),
    ],
)
def test_what_must_not_differ(source: str, text: str, told: str) -> None:
    """Another field or link, or a digit that is no 0-9, stops the build as `check` tells it, once for all uses."""
    document = Document(swedish(source), SWEDISH, MEETING, (Paragraph(swedish(source)),))
    with pytest.raises(ProblemsFound) as found:
        translate(document, Translations(SOMALI, {"signs": catalog(Entry(source, text))}), parse_inlines)
    lines = [f"{each.place}: {each.message.text(NullTranslations())}" for each in found.value.problems]
    assert "\n".join(dict.fromkeys(lines)) == told
    assert len(set(found.value.problems)) == len(found.value.problems)


def test_swedish_labels() -> None:
    """Every label is there in Swedish, with its names to fill."""
    labels = translate_labels(Translations(SWEDISH), parse_label)
    assert set(labels.texts) == set(LABELS)
    assert plain(labels("page", page="2", pages="5").inlines) == "Sida 2 av 5"


def test_translated_labels() -> None:
    """A label that is translated is filled as the Swedish one; one that is not stays Swedish."""
    entries = catalog(Entry("Sida {page} av {pages}", "{pages} / {page}"), domain="labels")
    labels = translate_labels(Translations(SOMALI, {"labels": entries}), parse_label)
    page, say = labels("page", page="2", pages="5"), labels("say")
    assert (plain(page.inlines), page.language, page.state) == ("5 / 2", "so", "draft")
    assert (plain(say.inlines), say.language, say.state) == ("Säg", "sv", "missing")


def test_a_label_is_as_good_as_the_text_in_it() -> None:
    """A text in a label keeps its language there, and the label is in the worse state of the two."""
    entries = catalog(Entry("Bild {number}: {title}", "Sawir {number}: {title}"), domain="labels")
    labels = translate_labels(Translations(SOMALI, {"labels": entries}), parse_label)
    states: tuple[State, ...] = ("source", "reviewed", "draft", "stale", "missing")
    for state, whole in zip(states, ("draft", "draft", "draft", "stale", "missing"), strict=True):
        title = Prose((Text("Prata"),), "sv", "Prata", state)
        found = labels("slide_titled", number="3", title=title)
        assert (plain(found.inlines), found.language, found.state) == ("Sawir 3: Prata", "so", whole)
        assert Foreign("sv", title.inlines) in found.inlines


def test_a_label_must_have_its_names() -> None:
    """A label whose translation lost a name is told with its place."""
    entries = catalog(Entry("Sida {page} av {pages}", "Bog {page}"), domain="labels")
    with pytest.raises(ProblemsFound, match=r"Fältet \{pages\} saknas i översättningen"):
        translate_labels(Translations(SOMALI, {"labels": entries}), parse_label)
