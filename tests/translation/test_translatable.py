"""Every text is named once in its own file's domain, in reading order, with what it is."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import List, Paragraph, Table
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import Callout, Chart, ContactCard, Rule, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend
from foraldraskolan.material.library import read_library
from foraldraskolan.material.markdown import parse_prose
from foraldraskolan.problems import Place
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.translatable import Part, by_domain, label_parts, named, vital

ROOT = Path("/project")
SIGNS = Place(ROOT / "materials" / "modules" / "signs.md", 3)


def text(source: str, place: Place | None = SIGNS) -> Prose:
    """Return a Swedish text that stands in a file."""
    return Prose((Text(source),), "sv", source, place=place)


def told(*parts: Part) -> str:
    """Return the parts, one a line."""
    return "\n".join(f"{part.domain}: {part.prose.source} ({part.comment})" for part in parts)


def test_what_each_text_is() -> None:
    """The words for a text begin outermost, so that a translator knows who will hear or read it."""
    slide = Slide(
        text("Ett tecken räcker inte"),
        (
            Callout("say", (Paragraph(text("Vi ser om flera saker har förändrats.")),)),
            Table((text("Tecken"),), ((text("Röda ögon"),),)),
            Chart(text("Andel"), text("Andel"), text("Två staplar."), 100, (), Prose((), "sv")),
        ),
    )
    assert told(*named(slide)) == (
        "signs: Ett tecken räcker inte (bild, rubrik)\n"
        "signs: Vi ser om flera saker har förändrats. (bild, säg, stycke)\n"
        "signs: Tecken (bild, tabellhuvud)\n"
        "signs: Röda ögon (bild, tabellcell)\n"
        "signs: Andel (bild, diagram, rubrik)\n"
        "signs: Andel (bild, diagram, kort rubrik)\n"
        "signs: Två staplar. (bild, diagram, beskrivning för den som inte ser diagrammet)"
    )


def test_a_text_belongs_to_the_file_it_stands_in() -> None:
    """A contact in a module is translated once, with the other contacts."""
    contacts = Place(ROOT / "materials" / "contacts.toml", key="bris.name")
    card = ContactCard(text("Bris", contacts), text("Stöd", contacts), Prose((Text("116 111"),), "sv"))
    assert told(*named(card)) == ("contacts: Bris (kontakt, namn)\ncontacts: Stöd (kontakt, vad de hjälper till med)")


def test_texts_are_gathered_once() -> None:
    """A text that stands twice is one entry with every comment and every file; order is that of first reading."""
    parts = [*named(text("b"), "rubrik"), *named(text("c")), *named(text("a"), "stycke"), *named(text("b"), "punkt")]
    outside = Place(Path("/elsewhere/signs.md"))
    assert by_domain([*parts, *named(text("a", outside), "stycke")], ROOT / "materials") == {
        "signs": (
            SourceText("b", ("rubrik", "punkt"), ("materials/modules/signs.md",)),
            SourceText("c", (), ("materials/modules/signs.md",)),
            SourceText("a", ("stycke",), ("materials/modules/signs.md", "signs.md")),
        )
    }


@given(st.lists(st.sampled_from(["[^1]", "[^2] [^3]", " [^12]"]), max_size=3))
def test_source_marks_make_no_new_text(marks: list[str]) -> None:
    """Texts that differ by their marks alone are one to a translator, in a file and over files."""
    place = Place(ROOT / "materials" / "modules" / "signs.md")
    marked = parse_prose(f"Ring{''.join(marks[:1])} nu.{''.join(marks[1:])}", "sv", place)
    plain = parse_prose("Ring nu.", "sv", replace(place, file=place.file.with_name("talk.md")))
    assert marked.source == plain.source
    (found,) = by_domain([*named(text("Ring nu.")), *named(marked)], ROOT / "materials")["signs"]
    assert found.source == "Ring nu."


def test_labels_are_translated_like_all_other_text() -> None:
    """Each fixed word of a page is a text of the domain labels, named by its key."""
    found = by_domain(label_parts(), ROOT / "materials")["labels"]
    assert {each.source for each in found} == set(LABELS.values())
    assert SourceText("Säg", ("say",), vital=True) in found


def test_what_is_vital() -> None:
    """A text of an emergency box or slide, a law or a contact is vital, and then its words are wherever they stand."""
    step = text("Ring {phone:larmnumret}")
    laws, contacts = Place(ROOT / "materials" / "laws.toml"), Place(ROOT / "materials" / "contacts.toml")
    nodes = (
        Callout("act", (List("bullet", (text("Är medvetslös"),)),)),
        Slide(text("Fara"), (Paragraph(text("Ring")),), kind="act"),
        Rule(text("Åldersgräns", laws), text("18 år", laws), Prose((), "sv")),
        ContactCard(text("Bris", contacts), text("Stöd", contacts)),
        Callout("phrase", (Paragraph(step),)),
        Slide(text("Lugnt"), (Paragraph(text("Lyssna")), Callout("act", (Paragraph(step),)))),
        List("bullet", (step, text("Är medvetslös"), text("Prata"))),
    )
    texts = by_domain([part for node in nodes for part in named(node)], ROOT / "materials")
    assert vital(texts) == {
        "Är medvetslös", "Fara", "Ring", "Åldersgräns", "18 år", "Bris", "Stöd", "Ring {phone:larmnumret}",
    }  # fmt: skip


def test_no_text_of_the_material_is_left_out() -> None:
    """Every translatable text of every module is named in the domain of a file that exists."""
    project = Project.default()
    for module in read_library(project.materials).modules.values():
        sources = {
            node.source
            for block in module.blocks
            for _, node in descend(block)
            if isinstance(node, Prose) and node.source
        }
        parts = [part for block in module.blocks for part in named(block)]
        assert {part.prose.source for part in parts} == sources
        assert {part.domain for part in parts} <= {module.id, "contacts", "facts", "laws", "pictures"}
        assert all(part.comment for part in parts)
