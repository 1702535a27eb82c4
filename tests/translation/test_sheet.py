"""A reviewer's sheet goes out and comes back, and nothing is taken that is not certain."""

import csv
import io
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.language import Language
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.problems import Problem, ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.spreadsheet.formats import read_workbook
from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.checking.grammar import Grammar, read_grammars
from foraldraskolan.translation.checks import Findings, Known, check_catalog
from foraldraskolan.translation.glossary import Glossary, Term
from foraldraskolan.translation.returned import Returned, known_headings, read_returned
from foraldraskolan.translation.sheet import ANSWERS, Heading, items, review_sheet
from foraldraskolan.translation.translations import Translations
from foraldraskolan.translation.typed import cleaned
from tests.support.tools import office

GRAMMARS = read_grammars(Project.default().translations)
SO, AR = Language("so", "Soomaali", "somaliska"), Language("ar", "العربية", "arabiska")
TEXTS = {
    "talk": (
        SourceText("Prata lugnt.", ("stycke",), ("materials/modules/talk.md",)),
        SourceText("Vänta 2 dagar.", ("stycke",)),
        SourceText("Ring {phone:bris}.", ("blad, steg",)),
    ),
    "acute": (SourceText("Ring nu.", ("akut fara, punkt",), vital=True), SourceText("Två  ord\\\nhär", ("stycke",))),
    "contacts": (SourceText("Stöd", ("kontakt",), vital=True),),
}
ENTRIES = {
    "talk": (
        Entry("Prata lugnt.", "Si deggan u hadal.", notes=("Tillbaka till svenska: Tala lugnt.", "hej")),
        Entry("Vänta 2 dagar.", "Sug 2 maalmood.", stale=True, previous="Vänta 3 dagar."),
        Entry("Ring {phone:bris}.", "Wac {phone:bris}."),
    ),
    "acute": (Entry("Ring nu.", "Hadda wac."), Entry("Två  ord\\\nhär", "Laba  eray\\\nhalkan")),
    "contacts": (Entry("Stöd"),),
}
CATALOGS = {
    domain: Catalog("so", {entry.source: entry for entry in entries}, file=Path(f"so/{domain}.po"))
    for domain, entries in ENTRIES.items()
}
GLOSSARY = Glossary((Term("talk", "prata", {"so": ("la hadal",)}, ""),))
Cells = list[list[str]]
Change = Callable[[Cells], object]


def sheet(*, blind: bool = False, language: Language = SO) -> bytes:
    """Return the sheet of the texts above."""
    found = items(TEXTS, Translations(language, CATALOGS))
    return review_sheet(found, language, GLOSSARY, blind=blind)


def cells_of(data: bytes) -> Cells:
    """Return the cells of a sheet as Excel has them, its head first."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[str(cell or "") for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]


CELLS = cells_of(sheet())


def as_csv(cells: Cells, delimiter: str = ";") -> bytes:
    """Return cells as a spreadsheet saves them in a file of text."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(cells)
    return written.getvalue().encode("utf-8-sig")


def returned(
    data: bytes, catalogs: Mapping[str, Catalog] = CATALOGS, language: Language = SO, grammar: Grammar | None = None
) -> Returned:
    """Return what a sheet with these bytes changes."""

    def check(domain: str, entry: Entry) -> Findings:
        alone = replace(catalogs[domain], entries={entry.source: entry})
        return check_catalog(alone, language, parse_inlines, Known(GLOSSARY, GRAMMARS), (), ())

    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet"
        path.write_bytes(data)
        book = read_workbook(path, known_headings)
    return read_returned(Path("sheet"), book, language, catalogs, grammar or GRAMMARS[language.tag], check)


def filled(**answers: str) -> Cells:
    """Return the sheet with answers on the row of "Prata lugnt."."""
    return [list(row) for row in CELLS] if not answers else with_answers("Prata lugnt.", **answers)


def with_answers(source: str, cells: Cells = CELLS, **answers: str) -> Cells:
    """Return cells with answers on the row of a Swedish text, by the names of the headings."""
    changed = [list(row) for row in cells]
    (row,) = [row for row in changed if row[column(Heading.SWEDISH)] == source]
    for name, answer in answers.items():
        row[column(Heading[name])] = answer
    return changed


def column(heading: Heading) -> int:
    """Return where a column is."""
    return CELLS[0].index(heading)


def told(problems: tuple[Problem, ...]) -> list[str]:
    """Return what is said of the rows of a sheet."""
    return [f"{each.place and each.place.line}: {each.message.text(NullTranslations())}" for each in problems]


def test_what_can_do_most_harm_comes_first() -> None:
    """Danger, contacts, what stands on the leaflet, the rest; every text once, with its state and its terms."""
    rows = [dict(zip(CELLS[0], row, strict=True)) for row in CELLS[1:]]
    assert [row["Svenska"] for row in rows][:3] == ["Ring nu.", "Stöd", "Ring {phone:bris}."]
    assert len({row["Svenska"] for row in rows}) == len(rows) == 6
    by_source = {row["Svenska"]: row for row in rows}
    assert by_source["Prata lugnt."]["Ordlista"] == "prata: la hadal"
    assert by_source["Prata lugnt."]["Anteckningar"] == "Tillbaka till svenska: Tala lugnt.\nhej"
    assert not any(row[heading] for row in rows for heading in ANSWERS)
    assert [by_source[source]["Läge"] for source in ("Ring nu.", "Stöd", "Vänta 2 dagar.")] == [
        "utkast", "saknas", "föråldrad",
    ]  # fmt: skip


def test_the_blind_sheet_has_no_swedish() -> None:
    """Who translates back sees neither the Swedish, nor notes on it, nor what another has translated back."""
    blind = cells_of(sheet(blind=True))
    assert blind[0] == ["Nr", "Vad", "Översättning", "Tillbaka till svenska", "Nyckel"]
    said = " ".join(cell for row in blind for cell in row)
    assert not any(word in said for word in ("Prata", "lugnt", "hej"))
    assert len(blind) == 6  # what is not translated cannot be translated back
    assert not returned(as_csv(blind)).changes
    (row,) = [row for row in blind if row[2] == "Si deggan u hadal."]
    row[3] = "Samtala lugnt."
    (change,) = returned(as_csv(blind)).changes
    assert change.new.notes == ("hej", "Tillbaka till svenska: Samtala lugnt.")
    assert (change.new.text, change.corrected) == ("Si deggan u hadal.", False)


def test_the_same_sheet_is_the_same_bytes_and_names_nobody() -> None:
    """No day and no name stands in it; every cell is text, and only answers may be written."""
    assert sheet() == sheet()
    book = openpyxl.load_workbook(io.BytesIO(sheet(language=AR)))
    assert not book.properties.creator and book.properties.created and book.properties.created.year == 2000
    page = book.worksheets[0]
    cells = [cell for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    unlocked = {CELLS[0][cell.column - 1] for cell in cells if not cell.protection.locked}
    assert page.protection.sheet and unlocked == {"Rättning", "Kommentar", "Till författaren", "Tillbaka till svenska"}
    text = page.cell(2, column(Heading.TEXT) + 1)
    assert (text.alignment.readingOrder, text.alignment.horizontal, text.number_format) == (2, "right", "@")
    assert page.freeze_panes == "A2" and page.auto_filter.ref and page.page_setup.orientation == "landscape"


def test_an_untouched_sheet_changes_nothing() -> None:
    """Not in any form that spreadsheets save it in."""
    for data in (sheet(), as_csv(CELLS), as_csv(CELLS, ","), as_csv(CELLS, "\t")):
        assert returned(data) == Returned((), (), (), 6)


@given(st.permutations(CELLS[1:]), st.permutations(range(len(CELLS[0]))), st.integers(0, 3), st.integers(0, 6))
def test_order_and_what_is_gone_change_nothing(rows: Cells, columns: list[int], empty: int, gone: int) -> None:
    """Rows and columns may stand in any order, with empty ones between, and rows be gone: answers find their text."""
    cells = [*[[]] * empty, CELLS[0], *[[]] * empty, *rows[gone:]]
    moved = [[row[at] for at in columns] + [""] * empty if row else [] for row in cells]
    assert returned(as_csv(moved)) == Returned((), (), (), len(rows) - gone)
    for row in moved:
        if "Prata lugnt." in row:
            row[columns.index(column(Heading.CORRECTION))] = "Deggan u hadal."
            (change,) = returned(as_csv(moved)).changes
            assert (change.domain, change.old, change.new.text) == ("talk", ENTRIES["talk"][0], "Deggan u hadal.")


def test_what_is_written_is_taken() -> None:
    """A correction is a draft, an old translation that holds is told so, comments are notes, in lines."""
    answers = filled(CORRECTION="Deggan u hadal.", COMMENT="Ett\nTv\x1bå", TO_AUTHOR="Oklart", BACK="Samtala")
    (change,) = returned(as_csv(answers)).changes
    assert any(each.endswith("gäller den gamla texten och sparas inte: Samtala") for each in told(change.advice))
    notes = ("hej", "Granskaren: Ett", "Granskaren: Tv\ufffdå", "Till författaren: Oklart")
    assert change.new == replace(
        ENTRIES["talk"][0], text="Deggan u hadal.", notes=notes
    )  # what was translated back went
    assert change.to_author == "Oklart"
    (change,) = returned(as_csv(with_answers("Vänta 2 dagar.", CORRECTION="Sug 2 maalmood."))).changes
    assert change.new == Entry("Vänta 2 dagar.", "Sug 2 maalmood.")
    (change,) = returned(as_csv(with_answers("Stöd", CORRECTION="Taageero"))).changes
    assert change.new == Entry("Stöd", "Taageero")


def test_what_was_taken_is_not_taken_twice() -> None:
    """The same sheet once more changes nothing, and says so."""
    data = as_csv(filled(CORRECTION="Deggan u hadal.", COMMENT="Ett", BACK="Tala lugnt."))
    (change,) = returned(data).changes
    talk = replace(CATALOGS["talk"], entries={**CATALOGS["talk"].entries, change.old.source: change.new})
    assert returned(data, {**CATALOGS, "talk": talk}) == Returned((), (), (), 6)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (filled(CORRECTION="Deggan", KEY=""), "Raden saknar sin nyckel, så det syns inte vilken text den hör till."),
        (
            filled(CORRECTION="Deggan", KEY="1E+12"),
            "Raden saknar sin nyckel, så det syns inte vilken text den hör till.",
        ),
        (
            filled(CORRECTION="Deggan", SWEDISH="Prata inte."),
            "Svenskan på raden är en annan än den som nyckeln står för.",
        ),
        (filled(TEXT="Deggan"), "Översättningen på raden är ändrad."),
        (filled(TEXT="Deggan", CORRECTION="Deggan"), "Översättningen på raden är ändrad."),
        (filled(CORRECTION="#NAMN?"), "Cellen visar ett fel från kalkylprogrammet: #NAMN?"),
        (
            filled(CORRECTION="2026-03-04"),
            "Kalkylprogrammet har gjort om texten till ett datum eller ett tal: 2026-03-04",
        ),
        (filled(CORRECTION="=Deggan"), "Texten börjar som en formel: =Deggan"),
        (filled(CORRECTION="Si deggan\nu hadal."), "Här är en radbrytning."),
        (with_answers("Ring {phone:bris}.", CORRECTION="Wac."), "Fältet {phone:bris} saknas i översättningen."),
        (with_answers("Vänta 2 dagar.", CORRECTION="Sug 3."), "Talet 2 saknas i översättningen."),
        (filled(CORRECTION="**Deggan"), "Tecknet * står ensamt."),
    ],
)
def test_a_row_that_is_not_certain_is_refused(cells: Cells, problem: str) -> None:
    """It is told with its line, and the other rows are as they were."""
    found = returned(as_csv(with_answers("Stöd", cells, COMMENT="Bra")))
    assert [change.old.source for change in found.changes] == ["Stöd"]
    assert problem in [each.message.text(NullTranslations()) for each in found.bad]
    changed = {number for number, row in enumerate(cells, start=1) if row != CELLS[number - 1]}
    assert {each.place.line for each in found.bad if each.place} == changed


def test_what_changed_in_between_is_told() -> None:
    """A new Swedish text has no row, a new translation is shown; comments on the old one are not put on the new."""
    new = replace(ENTRIES["talk"][0], text="U hadal si deggan.")
    changed = {**CATALOGS, "talk": replace(CATALOGS["talk"], entries={new.source: new})}
    for answers in ({"CORRECTION": "Deggan."}, {"COMMENT": "Fel"}, {"BACK": "Tala"}):
        (problem,) = told(returned(as_csv(filled(**answers)), changed).bad)
        assert problem.endswith("Översättningen har ändrats sedan bladet gjordes. Nu står det: U hadal si deggan.")
    gone = {**CATALOGS, "talk": replace(CATALOGS["talk"], entries={})}
    (problem,) = told(returned(as_csv(filled(COMMENT="Fel")), gone).bad)
    assert problem.endswith("Den svenska texten har ändrats sedan bladet gjordes.")
    assert not returned(as_csv(CELLS), gone).bad


def test_two_answers_about_one_text_are_not_chosen_between() -> None:
    """A row that was copied is taken if both say the same."""
    row = filled(CORRECTION="Deggan.")[[row[column(Heading.SWEDISH)] for row in CELLS].index("Prata lugnt.")]
    other = [*row]
    other[column(Heading.CORRECTION)] = "Tartiib."
    assert len(returned(as_csv([*CELLS, row, row])).changes) == 1
    assert told(returned(as_csv([*CELLS, row, other])).bad) == [
        "9: En annan rad säger något annat om samma text: sheet:8."
    ]


def test_a_correction_that_is_another_texts_translation_is_told() -> None:
    """Where the corrections alone were sorted, each stands at somebody else's text; its own words are no news."""
    (change,) = returned(as_csv(filled(CORRECTION="Hadda  wac."))).changes
    assert any(each.endswith("är översättningen av en annan text: Ring nu.") for each in told(change.advice))
    (change,) = returned(as_csv(with_answers("Vänta 2 dagar.", CORRECTION="Sug 2 maalmood."))).changes
    assert not any("en annan text" in each for each in told(change.advice))


def test_what_is_not_read_is_told() -> None:
    """Whoever writes beside the columns, or below the rows, learns that nobody reads it."""
    cells = [[*row, ""] for row in CELLS]
    cells[2][-1] = "min egen"
    cells.append(["Hälsningar"])
    assert told(returned(as_csv(cells)).unread) == [
        "None: Kolumn N hör inte till bladet och läses inte.",
        "8: Raden hör inte till någon text och läses inte.",
    ]


def test_notes_on_cells_are_comments() -> None:
    """What a spreadsheet calls a comment is one."""
    book = openpyxl.load_workbook(io.BytesIO(sheet()))
    page = book.worksheets[0]
    page.title = "Annat namn"
    page.cell(2, column(Heading.TEXT) + 1).comment = openpyxl.comments.Comment("Fel ton", "")
    written = io.BytesIO()
    book.save(written)
    (change,) = returned(written.getvalue()).changes
    assert (change.old.source, change.new.notes) == ("Ring nu.", ("Granskaren: Fel ton",))


def test_another_file_or_language_is_refused() -> None:
    """A list is no sheet, and Arabic corrections are not put among the Somali."""
    for data, language, problem in (
        (b"Elev;Klass\nEva;8B\n", SO, "Här finns inget granskningsblad: kolumnen Nyckel saknas."),
        (sheet(), AR, "Bladet är för språket so, inte ar."),
        (as_csv([[*row, row[column(Heading.CORRECTION)]] for row in CELLS]), SO, "Kolumnen Rättning står två gånger."),
    ):
        with pytest.raises(ProblemsFound) as found:
            returned(data, language=language)
        assert [each.message.text(NullTranslations()) for each in found.value.problems] == [problem]


@pytest.mark.parametrize(
    ("tag", "typed", "text"),
    [
        ("so", "su’aal", "su'aal"),
        ("so", "lo’", "lo'"),
        ("so", "‘haa’", "‘haa’"),
        ("en", "don't", "don’t"),
        ("en", 'Say "no" and "go"', "Say “no” and “go”"),
        ("en", 'An inch is 1"', 'An inch is 1"'),
        ("ar", 'قولوا "لا"', "قولوا «لا»"),
        ("en", "'Call now", "Call now"),
        ("en", "'Call' now", "'Call' now"),
        ("en", " Call  now ", "Call now"),
        ("en", normalize("NFD", "Café"), "Café"),
        ("fr", "l'eau", "l'eau"),
    ],
)
def test_what_a_spreadsheet_does_to_a_text_is_undone(tag: str, typed: str, text: str) -> None:
    """Apostrophes and quotation marks are the language's own, letters are whole, spaces single."""
    assert cleaned(typed, GRAMMARS.get(tag, Grammar())) == text


def test_libreoffice_gives_back_what_was_written(tmp_path: Path) -> None:
    """A sheet that LibreOffice has saved in each of its forms says the same."""
    book = openpyxl.load_workbook(io.BytesIO(sheet()))
    page = book.worksheets[0]
    for row in page.iter_rows(min_row=2):
        if row[column(Heading.SWEDISH)].value == "Prata lugnt.":
            row[column(Heading.CORRECTION)].value = "Deggan u hadal."
            row[column(Heading.COMMENT)].value = "=1+1"
    page.insert_rows(3)
    book.save(tmp_path / "filled.xlsx")
    (tmp_path / "same.xlsx").write_bytes(sheet())
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("ods", "csv:Text - txt - csv (StarCalc):59,34,76,1"):
        command = [
            office(),
            own,
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            tmp_path / "out",
            *tmp_path.glob("*.xlsx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    for kind in ("ods", "csv"):
        assert returned((tmp_path / "out" / f"same.{kind}").read_bytes()) == Returned((), (), (), 6)
        (change,) = returned((tmp_path / "out" / f"filled.{kind}").read_bytes()).changes
        assert (change.new.text, change.new.notes) == ("Deggan u hadal.", ("hej", "Granskaren: 2"))
