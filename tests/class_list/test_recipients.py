"""The same list is the same letters however it is saved; what cannot be read is told, and nobody's data with it."""

import subprocess
import sys
import zipfile
from gettext import NullTranslations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.left_out import Why
from foraldraskolan.class_list.recipients import Person, RecipientList, read_recipients
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.spreadsheet import archive
from tests.class_list.test_lists import LISTS
from tests.support.spreadsheets import Table, write_csv, write_ods, write_xlsx

HEADER = ("Elev", "Klass", "Vårdnadshavare 1", "E-post 1", "Vårdnadshavare 2", "Språk VH1", "Språk VH2", "Adress")
AVAILABLE = ("sv", "ar", "so")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")
NAMES = st.text("abcåäöéü '\";,\t|-=@+#<&{", max_size=12).map(str.capitalize)
CELLS = (
    NAMES, st.sampled_from(["8B", "7 a", ""]), NAMES,
    st.sampled_from(["a@exempel.se", "b@exempel.se; c@exempel.se", "fel@"]),
    NAMES, st.sampled_from(["arabiska", "Soomaali", "sv-SE", "polska", ""]), st.sampled_from(["svenska", "kurdiska"]),
    st.sampled_from(["Ågatan 1\n753 10 Uppsala", "c/o Ek, Ågatan 2", ""]),
)  # fmt: skip
ROWS = st.lists(st.tuples(*CELLS), min_size=1, max_size=5)


def read(path: Path) -> RecipientList:
    """Return the list read with Swedish as the fallback."""
    return read_recipients(path, AVAILABLE, "sv")


@given(rows=ROWS, delimiter=st.sampled_from(";,\t"), encoding=st.sampled_from(ENCODINGS), sep=st.booleans())
def test_a_list_is_the_same_however_it_is_saved(
    rows: list[tuple[str, ...]], delimiter: str, encoding: str, sep: bool
) -> None:
    """Each format, encoding and delimiter gives the same letters, fallbacks and problems."""
    table: Table = [HEADER, *rows]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list"  # a name that says nothing
        write_csv(path, table, delimiter, encoding, sep)
        text = read(path)
        write_xlsx(path, table)
        excel = read(path)
        write_ods(path, table)
        calc = read(path)
    assert (text.detected.format, excel.detected.format, calc.detected.format) == ("csv", "xlsx", "ods")
    assert text.detected.delimiter == delimiter and encoding.startswith(text.detected.encoding)
    for other in (excel, calc):
        assert (other.recipients, other.fallbacks, other.bad) == (text.recipients, text.fallbacks, text.bad)
        assert [sheet.preview for sheet in other.detected.sheets] == [sheet.preview for sheet in text.detected.sheets]


@given(rows=ROWS)
def test_every_row_is_a_letter_or_a_problem(rows: list[tuple[str, ...]]) -> None:
    """No row is lost, none is both, and every letter is in a language that there is.

    A row that names no child is of the child above.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write_csv(path, [HEADER, *rows], ";", "utf-8")
        found = read(path)
    sent = {recipient.row for recipient in found.recipients}
    wrong = {problem.place.line for problem in found.bad if problem.place}
    joined = {each.row.number for each in found.detected.left_out if each.why is Why.GUARDIAN}
    assert sent.isdisjoint(wrong | joined)
    assert sent | wrong | joined == set(range(2, len(rows) + 2))
    assert {recipient.language for recipient in found.recipients} <= set(AVAILABLE)
    assert {fallback.at.number for fallback in found.fallbacks} <= sent


def test_no_value_of_a_row_stands_in_a_problem(tmp_path: Path) -> None:
    """A problem says where, and not what stands there; nor does the printed form of what was detected."""
    path = tmp_path / "list.csv"
    secret = "Zebedeus"
    rows = [(f"{secret}\x07", "8B", f"{secret} Ek", f"{secret}@", "", secret, "", secret)] * 2
    write_csv(path, [HEADER, *rows, (secret, *("",) * 7), (secret, *("",) * 7)], ";", "utf-8")
    found = read(path)
    told = [text for each in found.bad for text in (each.message, each.hint) if text]
    assert len(found.bad) == 3
    assert secret not in "".join(text.text(NullTranslations()) for text in told) + repr(found.detected)


def test_guardians_share_a_letter_only_in_one_language_at_one_address(tmp_path: Path) -> None:
    """Two languages or two homes are two letters; one of both is one letter to both."""
    path = tmp_path / "list.csv"
    header = "Barn;Förälder 1;Förälder 2;Språk VH1;Språk VH2;Adress 1;Adress 2\n"
    path.write_text(
        f"{header}A;Ek;Al;so;so;Väg 1;Väg 1\nB;Ek;Al;so;ar;Väg 1;Väg 1\n"
        "C;Ek;Al;so;so;Väg 1;Väg 2\nD;Ek;Al;so;so;Väg 1;\n",
        encoding="utf-8",
    )
    letters = [(each.child, [person.name for person in each.people], each.address) for each in read(path).recipients]
    assert letters == [
        ("A", ["Ek", "Al"], ("Väg 1",)),
        ("B", ["Ek"], ("Väg 1",)),
        ("B", ["Al"], ("Väg 1",)),
        ("C", ["Ek"], ("Väg 1",)),
        ("C", ["Al"], ("Väg 2",)),
        ("D", ["Ek"], ("Väg 1",)),
        ("D", ["Al"], ()),
    ]


@pytest.mark.parametrize(
    ("written", "name"), [("–", ""), ("?", ""), ("−", ""), ("\U0001f469", "\U0001f469"), ("1", "1")]
)
def test_a_dash_is_nobody_and_an_emoji_somebody(written: str, name: str, tmp_path: Path) -> None:
    """Punctuation in place of a name says that there is none; anything else is one, printable or not."""
    file = tmp_path / "lista.csv"
    file.write_text(f"Elev;Vårdnadshavare\nAli;{written}\n", encoding="utf-8")
    (letter,) = read_recipients(file, ["sv"], "sv").recipients
    assert [person.name for person in letter.people] == [name] * bool(name)


def test_an_address_that_is_nobodys_own_reaches_no_guardians_home(tmp_path: Path) -> None:
    """No e-mail address of the family's is given out by its place; of two homes, nobody gets the other's letter."""
    path = tmp_path / "list.csv"
    path.write_text(
        "Barn;Förälder 1;Förälder 2;Adress 1;Adress 2;E-post\n"
        "A;Ek;Al;Väg 1;Väg 1;a@x.se, b@x.se\nB;Ek;Al;Väg 1;Väg 2;a@x.se, b@x.se\nC;Ek;;Väg 1;;a@x.se\n"
        "D;Eva Ek;Per Al;Väg 1;Väg 2;per.al@x.se, eva_ek@x.se\n",
        encoding="utf-8",
    )
    letters = [(each.child, each.people, each.address) for each in read(path).recipients]
    assert letters == [
        ("A", (Person("Ek"), Person("Al"), Person("", "a@x.se"), Person("", "b@x.se")), ("Väg 1",)),
        ("B", (Person("Ek"),), ("Väg 1",)),
        ("B", (Person("Al"),), ("Väg 2",)),
        ("B", (Person("", "a@x.se"), Person("", "b@x.se")), ()),
        ("C", (Person("Ek", "a@x.se"),), ("Väg 1",)),
        ("D", (Person("Eva Ek", "eva_ek@x.se"),), ("Väg 1",)),
        ("D", (Person("Per Al", "per.al@x.se"),), ("Väg 2",)),
    ]


def test_an_address_that_somebody_has_is_not_given_to_another(tmp_path: Path) -> None:
    """A list that says one address twice, as the guardian's and as the family's, says it of that guardian."""
    path = tmp_path / "list.csv"
    path.write_text("Förälder 1;Förälder 2;E-post 1;E-post\nEk;Al;a@x.se;A@x.se\n", encoding="utf-8")
    [letter] = read(path).recipients
    assert letter.people == (Person("Ek", "a@x.se"), Person("Al"))


@pytest.mark.parametrize("said", ["ja", "Ja", "x", "1", "SANT", "yes", "se rektor", "Sekretess"])
def test_whatever_is_not_no_protects(tmp_path: Path, said: str) -> None:
    """A protected family gets its letter by name, without address and class, in the preview too."""
    path = tmp_path / "list.csv"
    path.write_text(f"Elev;Klass;Förälder;Adress;Skyddad identitet\nElsa;8B;Ek;Väg 1;{said}\n", encoding="utf-8")
    found = read(path)
    [letter] = found.recipients
    assert (letter.people, letter.child, letter.group, letter.address) == ((Person("Ek"),), "Elsa", "", ())
    [(_, cells)] = found.detected.sheets[0].preview
    assert cells[:-1] == ("Elsa", "", "Ek", "")


def test_who_is_protected_is_so_wherever_it_says_so(tmp_path: Path) -> None:
    """A note in a column that is not used protects, and so does a row that is of the same child."""
    path = tmp_path / "list.csv"
    path.write_text(
        "Elev;Klass;Förälder;Adress;Skydd;Övrigt\nElsa;8B;Ek;Väg 1;;SKYDDAD folkbokföring\n"
        "Nils;8B;Al;Väg 2;;ring först\nVera;8B;Bo;Väg 3;;\nVera;8B;Bo;Väg 3;ja;\n",
        encoding="utf-8",
    )
    found = read(path)
    letters = [(each.child, each.group, each.address) for each in found.recipients]
    assert letters == [("Elsa", "", ()), ("Nils", "8B", ("Väg 2",)), ("Vera", "", ())]
    assert found.detected.protected == (("Övrigt", 1), ("Skydd", 1))
    assert [cells[1] for _, cells in found.detected.sheets[0].preview] == ["", "8B", "", ""]


@pytest.mark.parametrize("said", ["nej", "Nej", "0", "", "no", "-", "FALSKT"])
def test_no_protects_nobody(tmp_path: Path, said: str) -> None:
    """A family that is said not to be protected gets its letter to its address."""
    path = tmp_path / "list.csv"
    path.write_text(f"Elev;Klass;Adress;Skyddad identitet\nElsa;8B;Väg 1;{said}\n", encoding="utf-8")
    [letter] = read(path).recipients
    assert (letter.group, letter.address) == ("8B", ("Väg 1",))


def test_a_file_that_is_none(tmp_path: Path) -> None:
    """What is missing, a folder, or too large when unpacked is told."""
    bomb = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/workbook.xml", b"0" * 2000)
    told = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(archive, "MOST_BYTES_UNPACKED", 1999)
        for path in (tmp_path / "none.xlsx", tmp_path, bomb):
            with pytest.raises(ProblemsFound) as found:
                read(path)
            told += [problem.message.msgid for problem in found.value.problems]
    assert told == [
        "Filen finns inte.",
        "Det här är en mapp, ingen fil.",
        "Filen är för stor för att vara en lista.",
    ]


SMALL = [(LISTS / name).read_bytes() for name in ("filtered.xlsx", "filtered.ods", "sep-line.csv", "big-endian.csv")]


@given(
    data=st.sampled_from(SMALL), changes=st.lists(st.tuples(st.integers(0), st.integers(0, 255))), keep=st.integers(0)
)
def test_damage_is_a_problem_or_does_not_matter(data: bytes, changes: list[tuple[int, int]], keep: int) -> None:
    """Bytes changed and an end cut off give a list or a problem, and no other error."""
    damaged = bytearray(data)
    for at, byte in changes:
        damaged[at % len(data)] = byte
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(damaged[: keep % len(data)] if keep else damaged)
        outcome: tuple[object, ...]
        try:
            found = read(path)
            outcome = found.recipients + found.bad
        except ProblemsFound as told:
            outcome = told.problems
    assert outcome


def test_entities_do_not_grow(tmp_path: Path) -> None:
    """XML that defines its own entities is damaged, in either format: nobody's program writes it."""
    attack = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    xlsx, ods = tmp_path / "list.xlsx", tmp_path / "list.ods"
    write_xlsx(xlsx, [("Elev",), ("Elsa",)])
    with zipfile.ZipFile(xlsx) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(xlsx, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, attack if name == "xl/worksheets/sheet1.xml" else data)
    with zipfile.ZipFile(ods, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", attack)
    for path in (xlsx, ods):
        with pytest.raises(ProblemsFound) as found:
            read(path)
        assert [problem.message.msgid for problem in found.value.problems] == ["Filen är skadad."]


def test_reading_text_loads_no_library_for_spreadsheets() -> None:
    """The program starts and reads a text file without what reads .xlsx and .ods."""
    code = (
        "import sys; from pathlib import Path; from foraldraskolan.class_list.recipients import read_recipients; "
        "read_recipients(Path('tests/data/lists/english.csv'), ['en'], 'en'); "
        "print(sorted(name for name in sys.modules if 'expat' in name or 'xlsx' in name or 'ods_file' in name))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
