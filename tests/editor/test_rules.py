"""What the editor says: for each rule a text that breaks it and one that does not, and laws of counting."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import List
from foraldraskolan.document.meaning import Document, Section, Slide
from foraldraskolan.editor.figures import is_cited, is_figure, typed_facts
from foraldraskolan.editor.readability import Counts, counts, sentences, words
from foraldraskolan.editor.rules import edited, unused_modules
from foraldraskolan.editor.slides import repeated_titles, too_many_slides
from foraldraskolan.editor.style import Style, read_style
from foraldraskolan.editor.verbs import has_verb
from foraldraskolan.editor.vocabulary import Vocabulary
from foraldraskolan.editor.wording import abbreviations, passive_chain
from foraldraskolan.material.assemble import assemble, assemble_staff
from foraldraskolan.material.library import read_library
from foraldraskolan.material.module import Module
from foraldraskolan.material.plan import read_plan
from foraldraskolan.project import Project
from tests.support import styles
from tests.support.samples import document, prose, told

STYLE = replace(styles.STYLE, abbreviations=("FN", "ca"))
FRONT = """\
+++
id = "page"
title = "{title}"
summary = "En kort text."
audience = ["parents"]
minutes = 5
priority = 1
checked = 2026-01-31
valid_months = 12
sources = {sources}
+++
"""
RECORDS = {
    "sources.toml": """\
[book]
publisher = "Skolan"
title = "En bok"
url = "https://example.org/"
kind = "authority"
undated = true
checked = 2026-01-31
""",
    "contacts.toml": """\
[helpline]
name = "BUP"
phone = "020-91 91 91"
about = "Råd till familjer."
urgent = false
source = "book"
checked = 2026-01-31
valid_months = 6
""",
    "facts.toml": """\
[share]
value = 7
unit = "percent"
about = "Andel elever."
source = "book"
checked = 2026-01-31
valid_months = 12
""",
}
Editor = Callable[..., list[str]]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """Return a function that reads one module with this body and tells what the editor says, each with its line."""

    def said(
        body: str, title: str = "Det är en sida", style: Style = STYLE, audience: str = "parents", **records: str
    ) -> list[str]:
        files = {**RECORDS, **{f"{name}.toml": text for name, text in records.items()}}
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / "modules").mkdir(exist_ok=True)
        front = FRONT.format(title=title, sources='["book"]' if "[^1]" in body else "[]")
        front = front.replace('["parents"]', f'["{audience}"]')
        (tmp_path / "modules" / "page.md").write_text(front + body, encoding="utf-8")
        first = front.count("\n")
        found = []
        for problem in edited(read_library(tmp_path), style):
            assert problem.place is not None
            assert problem.hint is not None
            name = problem.place.file.name
            line = f"{(problem.place.line or 0) - first}" if name == "page.md" else name
            found.append(f"{line}: {told(problem)}")
        return found

    return said


def test_a_long_sentence(editor: Editor) -> None:
    """Twenty-five words are read in one breath and twenty-six are not; a heading or a new sentence ends one."""
    twenty_five = "Du " + "kan " * 23 + "prata."
    assert editor(f"## Rubrik\n\n{twenty_five} {twenty_five}\n\n- {twenty_five}\n") == []
    assert editor(f"Hej.\n\nOch {twenty_five}\n") == [
        "3: Meningen ”Och Du kan kan kan kan …” har 26 ord; den får ha högst 25."
    ]


def test_an_answer_is_given_standing(editor: Editor) -> None:
    """It has three sentences at most, counted over all its paragraphs; the problem is where the question is."""
    assert editor("Hej.\n\n::: question Får jag det?\nJa. Du får. Gör så.\n:::\n") == []
    assert editor("Hej.\n\n::: question Får jag det?\nJa. Du får.\n\nGör så. Sedan så.\n:::\n") == [
        "3: Svaret har 4 meningar; det får ha högst 3."
    ]


def test_what_is_told_is_both_read_and_said(editor: Editor) -> None:
    """It counts in the LIX of either, and needs its source as both do."""
    heavy = "Föräldrautbildningen innehåller informationsmaterial. " * 40
    (read, said) = editor(f"::: tell\n{heavy}\n:::\n")
    assert "Texten har LIX" in read
    assert "Det som ska sägas har LIX" in said
    assert editor("::: tell\nVarje år dör 300 unga.\n:::\n")[0] == "2: Här står en siffra utan källa."


def test_a_field_is_one_word(editor: Editor) -> None:
    """A field counts as a word, a source mark as none."""
    assert editor("Du " + "kan " * 22 + "{phone:helpline} ringa.[^1]\n") == []
    assert len(editor("Du " + "kan " * 23 + "{phone:helpline} ringa.[^1]\n")) == 1


def test_an_unexplained_abbreviation(editor: Editor) -> None:
    """An abbreviation is explained where the text uses it first, once; a heading may use what the text explains."""
    assert editor("## SBU\n\nSBU, myndigheten som mäter, säger ja. SBU vet. FN:s dag.\n", title="SBU och du") == []
    assert editor("## SBU\n\nFråga SBU. Men SBU, myndigheten som mäter, vet.\n", title="SBU och du") == [
        "3: Förkortningen SBU förklaras inte första gången den används."
    ]
    assert editor("::: slide\n- Fråga SBU\n:::\n") == ["2: Förkortningen SBU förklaras inte första gången den används."]


def test_an_abbreviation_in_small_letters(editor: Editor) -> None:
    """t.ex. is written out, unless the material says that everybody knows it."""
    assert editor("Du kan till exempel ringa ca två vänner.\n") == []
    assert editor("Du kan t.ex. ringa.\n\nDu kan t.ex. gå.\n") == ["1: t.ex. är en förkortning."]


@pytest.mark.parametrize("said", ["Ring direkt.", "- Ring direkt", "1. Ring direkt", "**Ring** direkt."])
def test_what_to_do_in_danger_has_a_source(editor: Editor, said: str) -> None:
    """Every text of a box for acute danger has its source mark, even without a figure; a lead-in is no advice."""
    assert editor(f"::: act\nGör så här:\n\n{said}[^1]\n:::\n") == []
    assert editor(f"::: act\nGör så här:\n\n{said}\n:::\n") == ["4: Här står vad man ska göra vid fara, utan källa."]
    assert editor(f"::: remember\n{said}\n:::\n") == []


def test_passive_verbs_in_a_row(editor: Editor) -> None:
    """One passive verb in a sentence may be needed, two hide who does it."""
    assert editor("Ärendet utreds. Sedan kan det anmälas.\n") == []
    assert editor("Ärendet utreds och kan anmälas.\n") == ["1: Flera verb i en mening är passiva: utreds, anmälas."]


def test_a_heavy_text(editor: Editor) -> None:
    """LIX is told where the text is heaviest; slides and headings do not count, and what is said counts by itself."""
    light = "Du kan tala med ditt barn. " * 20
    heavy = "Skolpersonalens orosanmälningar förutsätter genomtänkta samverkansrutiner. " * 30
    assert editor(light) == []
    assert editor(f"{light}\n\n## {heavy}\n\n::: slide\n{heavy}\n:::\n", style=_roomy()) == []
    assert editor(f"Du vet.\n\n{heavy}\n") == ["3: Texten har LIX 104; den får ha högst 30."]
    assert editor(f"{light}\n\n::: say\n{heavy}\n:::\n") == ["4: Det som ska sägas har LIX 105; det får ha högst 30."]


def test_a_heavy_text_for_staff(editor: Editor) -> None:
    """What staff alone read may be a little heavier."""
    text = "Du kan kontakta polisen eller skolan i dag. " * 20  # 8 words a sentence, 25 long ones in a hundred
    assert editor(text, style=replace(STYLE, lix=32)) == ["1: Texten har LIX 33; den får ha högst 32."]
    assert editor(text, style=replace(STYLE, lix=32), audience="staff") == []
    assert editor(text, style=replace(STYLE, lix_staff=32), audience="staff") != []


def test_heavy_records(editor: Editor) -> None:
    """Parents read what records say, too: all of a file are weighed together."""
    heavy = "Skolpersonalens orosanmälningar förutsätter genomtänkta samverkansrutiner."
    contact = RECORDS["contacts.toml"].replace("Råd till familjer.", heavy)
    one = contact.replace("[helpline]", "[helpline{}]")
    assert editor("Hej.", contacts=one.format(1)) == []
    many = "".join(one.format(number) for number in range(30))
    assert editor("Hej.", contacts=many) == ["contacts.toml: Texten har LIX 105; den får ha högst 30."]


def _roomy() -> Style:
    return replace(STYLE, slide_words=1000)


def test_a_figure_without_a_source(editor: Editor) -> None:
    """A figure has a source mark in its own paragraph or item, or below it on its slide; a lead-in needs none."""
    assert editor("Det är {fact:share} nu.[^1] I årskurs 9.\n\nAntal den 3 maj, {fact:share}:\n\n- Så.[^1]\n") == []
    assert editor("::: slide\n- Bara {fact:share}\n- Av alla[^1]\n:::\n") == []
    assert editor("Av alla.[^1]\n\n- Bara {fact:share}\n- Inom 24 timmar\n") == [
        "3: Här står en siffra utan källa.",
        "4: Här står en siffra utan källa.",
    ]
    assert editor("::: slide\n- Av alla[^1]\n- Bara {fact:share}\n:::\n") == ["3: Här står en siffra utan källa."]


def test_a_citation_without_a_source(editor: Editor) -> None:
    """Who names an authority says where it can be read."""
    assert editor("Så är det enligt skolan.[^1] Bilden visar en sak.\n") == []
    assert editor("Så är det enligt skolan.\n") == ["1: Här står vad någon har sagt eller visat, utan källa."]


def test_a_typed_phone_number(editor: Editor) -> None:
    """A number is a field, so that it is right everywhere when it changes."""
    assert editor("Ring {phone:helpline} nu.\n") == []
    assert editor("Ring 020-919191 nu.\n\n## Ring 08-123 45 67\n\n[Ring](tel:112) då.\n") == [
        "1: Telefonnumret 020-919191 är skrivet för hand.",
        "3: Telefonnumret 08-123 45 67 är skrivet för hand.",
        "5: Telefonnumret tel:112 är skrivet för hand.",
    ]


def test_a_typed_percentage(editor: Editor) -> None:
    """A percentage is a field, so that it is checked each year."""
    assert editor("Det är {fact:share}.[^1]\n") == []
    assert editor("Det är 7 procent.[^1]\n") == ["1: Siffran 7 procent är skriven för hand."]


def test_a_full_slide(editor: Editor) -> None:
    """Three lines and thirty-five words can be read from the back row, five lines where it is about danger."""
    three = "- En rad\n" * 3
    many = "- Du kan se " + "många " * 14 + "ord\n"
    assert editor(f"::: slide\n{three}:::\n\n::: slide\n{many}{many[:-5]}\n:::\n") == []
    assert editor(f"::: slide\n{three}- En till\n:::\n\n::: slide\n{many}{many}:::\n") == [
        "2: Bilden har 4 rader; den får ha högst 3.",
        "9: Bilden har 36 ord; den får ha högst 35.",
    ]
    act = f"::: act-slide Ring {{phone:helpline}} om någon\n{three}- En till\n- En till"
    assert editor(f"{act}\n:::\n") == []
    assert editor(f"{act}\n- En till\n:::\n") == ["2: Bilden har 6 rader; den får ha högst 5."]


NO_VERB = "Titeln på en bild ska vara en mening, men här finns inget verb som programmet känner igen."
SENTENCES = [
    "Ett tecken räcker inte", "Ring {phone:helpline} om du är orolig", "Kom överens hemma", "Är det inte akut?",
    "I dag: prata hemma", "Alkohol gör det svårare att tänka klart", "Smaka inte på det du hittar",
]  # fmt: skip
NAMES = ["Tecken", "Fem saker", "Stöd till dig", "Hjälp", "Bilder och tabletter", "Din roll som förälder"]


@pytest.mark.parametrize("title", SENTENCES)
def test_a_title_that_is_a_sentence(editor: Editor, title: str) -> None:
    """A title with a verb is fine, wherever the verb stands; a command stands where a part of it begins."""
    assert editor(f"::: slide {title}\n- Ett\n:::\n") == []


@pytest.mark.parametrize("title", NAMES)
def test_a_title_that_is_a_name(editor: Editor, title: str) -> None:
    """A title without a known verb is asked about, also that of a chart; the answer is the verb, in style.toml."""
    assert editor(f"::: slide {title}\n- Ett\n:::\n") == [f"1: {NO_VERB}"]
    word = title.split()[-1].lower()
    assert editor(f"::: slide {title}\n- Ett\n:::\n", style=replace(STYLE, slide_verbs=(word,))) == []


def test_no_command_is_taken_for_a_verb_where_it_is_a_noun() -> None:
    """Swedish commands are often nouns as well: only where a sentence or a part of it begins are they verbs."""
    assert has_verb("Ring nu") and has_verb("Orolig? Ring nu") and has_verb("Lyssna, fråga")
    assert not has_verb("En ring av guld") and not has_verb("Ett svar och ett stöd")


def module(slides: str, minutes: int, tmp_path: Path) -> Module:
    """Return a module with these boxes that takes so many minutes."""
    for name, text in RECORDS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "modules").mkdir(exist_ok=True)
    front = FRONT.format(title="En sida", sources="[]").replace("minutes = 5", f"minutes = {minutes}")
    (tmp_path / "modules" / "page.md").write_text(front + slides, encoding="utf-8")
    return read_library(tmp_path).modules["page"]


def test_no_more_slides_than_minutes(tmp_path: Path) -> None:
    """A question shares the slide of what it asks about, after a heading it is a slide of its own."""
    slide, ask = "::: slide Det är ett\n- Ett\n:::\n\n", "::: ask\nVad?\n:::\n\n"
    for body, count in ((slide * 2, 2), ((slide + ask) * 2, 2), (slide + ask + ask, 2), (slide + "## R\n\n" + ask, 2)):
        assert list(too_many_slides(module(body, count, tmp_path))) == []
        (problem,) = too_many_slides(module(body, count - 1, tmp_path))
        assert told(problem) == f"Modulen har {count} bilder men tar {count - 1} minuter: de sista bilderna visas inte."


def test_a_title_stands_once_in_a_meeting() -> None:
    """A title of two slides that say the same is fine, for one is shown; two that say different things are told."""

    def titled(title: str, *points: str) -> Slide:
        return Slide(prose(title), (List("bullet", tuple(map(prose, points))),))

    def meeting(*slides: Slide) -> Document:
        return document(*(Section("a", prose("A"), prose("B"), None, 5, (slide,), ()) for slide in slides))

    one, same, other = titled("Ring", "nu"), titled("Ring", "nu"), titled("Ring", "sedan")
    assert repeated_titles([meeting(one, same, titled("Prata", "nu"))]) == []
    assert [told(each) for each in repeated_titles([meeting(one, other), meeting(one, other)])] == [
        "En annan bild i samma möte har titeln ”Ring”."
    ]


def test_a_record_is_judged_once_where_it_stands(editor: Editor) -> None:
    """A contact's words are told in the file of contacts, however many boxes show them; its name may be short."""
    box = "::: contacts\n- helpline\n:::\n"
    contacts = RECORDS["contacts.toml"].replace("Råd till familjer.", "Råd t.ex. nu.")
    assert editor(f"Hej.\n\n{box}\n{box}") == []
    assert editor(f"Hej.\n\n{box}\n{box}", contacts=contacts) == ["contacts.toml: t.ex. är en förkortning."]


def test_a_module_that_no_plan_uses(tmp_path: Path) -> None:
    """A module is used where a plan names it or its agenda chooses it; what is for staff is in every pack."""
    good = shutil.copytree(Path(__file__).parents[1] / "data" / "projects" / "good", tmp_path / "good")
    library = read_library(good)

    def unused(modules: str, minutes: int) -> list[str]:
        file = tmp_path / "plan.toml"
        file.write_text(
            f'title = "Möte"\ndate = 2026-12-03\nstart = 18:00:00\nminutes = {minutes}\n'
            f'place = "Aulan"\nhost = "Skolan"\n{modules}',
            encoding="utf-8",
        )
        plan = read_plan(file, library, ("sv",))
        found = unused_modules(library, (assemble(plan, library), assemble_staff(plan, library)))
        return [dict(problem.message.values)["id"] for problem in found]

    assert unused("", 60) == []
    assert unused("", 20) == ["longer"]
    assert unused('modules = ["help"]', 60) == ["begin", "longer"]
    assert unused_modules(library, ()) == []


def test_without_a_style_there_is_no_editor(tmp_path: Path) -> None:
    """A material of a user's own need not say how it is to be written; ours does, as this test of it does."""
    assert read_style(tmp_path) is None
    ours = read_style(Project.default().materials)
    assert ours is not None
    chosen = {
        "abbreviations": (),
        "substances": (),
        "substance_headings": (),
        "dated_opening": "",
        "vocabulary": Vocabulary(),
    }
    assert replace(ours, **chosen) == replace(STYLE, **chosen)  # type: ignore[arg-type]


# From here on the parts by themselves.


def test_lix_of_a_known_text() -> None:
    """Twelve words in three sentences, three of them long, are 4 + 25."""
    text = "Prata med din tonåring. Polisen kan hjälpa: ring oss. Du behöver inte."
    assert counts(text) == Counts(words=12, sentences=3, long_words=3)
    assert counts(text).lix == 29
    assert Counts().lix == 0


SENTENCES = st.lists(
    st.builds(
        lambda words, end: " ".join(words).capitalize() + end,
        st.lists(st.sampled_from(("du", "tonåringen", "Mini-Maria", "t.ex.", "åker")), min_size=1, max_size=6),
        st.sampled_from((".", "!", "?", ".”")),
    ),
    min_size=1,
    max_size=6,
)


@given(SENTENCES, st.data())
def test_paragraphs_change_nothing(text: list[str], data: st.DataObject) -> None:
    """However whole sentences are divided into paragraphs, the counts are the same."""
    cut = data.draw(st.integers(0, len(text)))
    assert counts(" ".join(text[:cut])) + counts(" ".join(text[cut:])) == counts(" ".join(text))
    assert counts(" ".join(text)) - counts(" ".join(text[cut:])) == counts(" ".join(text[:cut]))


@given(SENTENCES)
def test_sentences_keep_every_word(text: list[str]) -> None:
    """The words of the sentences are those of the text, in order."""
    whole = " ".join(text)
    assert [word for each in sentences(whole) for word in words(each)] == words(whole)
    assert len(sentences(whole)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du kan säga t.ex. ja. Sedan går du.", ["Du kan säga t.ex. ja.", "Sedan går du."]),
        ("Säg: ”Jag vill.” Säg tydligt: jag vill.", ["Säg:", "”Jag vill.”", "Säg tydligt: jag vill."]),
        ("Vad? ”Ja!” sa hon … 18 år", ["Vad?", "”Ja!” sa hon …", "18 år"]),
        ("", []),
    ],
)
def test_where_a_sentence_ends(text: str, found: list[str]) -> None:
    """A sentence ends at a mark that no small letter follows."""
    assert sentences(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "CAN (Centralförbundet) vet",
        "CAN, som är en förening, vet",
        "CAN är en förening",
        "CAN arbetar med kunskap",
        "SBU, myndigheten som mäter",
        "BUP, barn- och ungdomspsykiatrin",
        "hjärt-lungräddning (HLR) hjälper",
        "myndigheten SBU vet",
    ],
)
def test_explained_abbreviations(text: str) -> None:
    """The ways to explain an abbreviation where it stands."""
    assert [each.explained for each in abbreviations(text)] == [True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CAN säger, även BUP gör det", ["CAN", "BUP"]),
        ("m.m., bl.a. och fr.o.m. i dag, dvs. nu", ["m.m.", "bl.a.", "fr.o.m.", "dvs."]),
        ("Läs på umo.se eller www.can.se. Nu i B12, en A och 8B", []),
        ("Prata om er. Se till", []),
    ],
)
def test_abbreviations_that_are_not_explained(text: str, found: list[str]) -> None:
    """What is an abbreviation, and what only looks like one."""
    assert [each.word for each in abbreviations(text) if not each.explained] == found


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("Visa inte hur droger används, köps eller göms", ["används", "köps", "göms"]),
        ("Drogen har sålts och har inte använts", ["sålts", "använts"]),
        ("Barnet ska skyddas och provet ska tas", ["skyddas", "tas"]),
        ("Ungdomen andas och svettas, så hoppas och minns elevernas vänner", []),
        ("Vuxnas och ungas vanor förändras på en arbetsplats, deras lustgas finns", []),
        ("Beslutet kan åtalas, det vill säga ställas inför domstol", []),
    ],
)
def test_passive_verbs(sentence: str, verbs: list[str]) -> None:
    """Passive by -s, and not: deponents, genitives, nouns, and what explains a passive verb."""
    assert passive_chain(sentence) == verbs


@pytest.mark.parametrize(
    ("text", "figure", "typed"),
    [
        ("Vi är 25 personer", True, ["25 personer"]),
        ("År 2023 svarade 10 000 unga elever", True, ["10 000 unga elever"]),
        ("Tio procent eller var tionde elev", True, ["Tio procent", "var tionde elev"]),
        ("Det tar 24 timmar", True, []),
        ("Fem saker, andelen i procent", False, []),
        ("I årskurs 9, klockan 18.30 den 3 december 2026, vitamin B12", False, []),
    ],
)
def test_figures(text: str, figure: bool, typed: list[str]) -> None:
    """What is a figure, and what belongs in facts.toml."""
    assert is_figure(text) is figure
    assert typed_facts(text) == typed


def test_citations() -> None:
    """To cite is not to do or to wait for what research shows."""
    assert is_cited("Enligt polisen") and is_cited("En studie visade att")
    assert not is_cited("Jag lovar inte mer än forskningen visar") and not is_cited("Bilden visar elever")
