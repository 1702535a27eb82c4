"""Who gets a letter, where and in which language: nobody gets another's, and nothing is filled in by guessing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.left_out import Why
from foraldraskolan.class_list.recipients import RecipientList, read_recipients
from foraldraskolan.class_list.rows import RowId, read_rows, rows_text
from foraldraskolan.class_list.texts.names import people


def read(tmp_path: Path, text: str) -> RecipientList:
    """Return a list read as text."""
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    return read_recipients(tmp_path / "list.csv", ("sv", "ar", "so"), "sv")


def letters(found: RecipientList) -> list[tuple[str, list[str], tuple[str, ...]]]:
    """Return each letter as its language, the names of those it is to, and its address."""
    return [(each.language, [person.name for person in each.people], each.address) for each in found.recipients]


def emails(found: RecipientList) -> list[tuple[str, str, str]]:
    """Return each message as its language, name and address."""
    return [(each.language, person.name, person.email) for each in found.recipients for person in each.people]


@pytest.mark.parametrize(
    ("cell", "names"),
    [("Ek, Eva", ["Ek, Eva"]), ("von Berg, Anna", ["von Berg, Anna"]), ("Berg, Anna Maria", ["Berg, Anna Maria"]),
     ("Mia Ek, Ola Ek", ["Mia Ek", "Ola Ek"]), ("Eva Ek och Omar Ali", ["Eva Ek", "Omar Ali"]),
     ("Eva Ek/Omar Ali", ["Eva Ek", "Omar Ali"]), ("Eva Ek & Omar Ali", ["Eva Ek", "Omar Ali"]),
     ("Eva Ek\nOmar Ali", ["Eva Ek", "Omar Ali"]), ("Eva Ek (mamma); Omar Ali (pappa)", ["Eva Ek", "Omar Ali"]),
     ("Ek Berg, Eva Maria", None), ("Eva\nEk", None), ("Eva, Per, Ek", None), ("Eva Ek *", ["Eva Ek"])],
)  # fmt: skip
def test_people_in_a_cell(cell: str, names: list[str] | None) -> None:
    """A surname first is one person, two people are two, and what may be either is not told apart."""
    told = people(cell)
    assert told == (None if names is None else tuple(names))


@given(order=st.permutations(["eva.ek@x.se", "omar.ali@x.se", "familjen@x.se"]))
def test_no_address_is_given_out_by_its_place(order: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of two languages a message goes to whose name is in the address; an address of nobody's is not used."""
    text = f"Elev;VH1;VH2;Språk VH1;Språk VH2;E-post\nSam;Eva Ek;Omar Ali;svenska;arabiska;{', '.join(order)}\n"
    found = read(tmp_path_factory.mktemp("list"), text)
    assert emails(found) == [("sv", "Eva Ek", "eva.ek@x.se"), ("ar", "Omar Ali", "omar.ali@x.se")]
    assert [each.why for each in found.detected.left_out] == [Why.EMAIL_OF_WHOM]


@pytest.mark.parametrize(
    ("columns", "row", "used"),
    [("Elev;E-post;VH1;E-post 1", "Sam Ek;a@x.se;Eva Ek;b@x.se", ["b@x.se"]),
     ("Elev;VH1;E-post 1;E-post", "Sam Ek;Eva Ek;;b@x.se", ["b@x.se"]),
     ("Elev;VH1;E-post", "Sam Ek;Eva Ek;sam@elev.skolan.se", []),
     ("Elev;VH1;E-post 1", "Sam Ek;Eva Ek;sam@edu.kommunen.se", []),
     ("Elev;VH1;E-post", "Sam Ek;Eva Ek;eva@gu.edu", ["eva@gu.edu"]),
     ("Elev;VH1;E-post", "Sam Ek;Eva Ek;sam.ek@x.se", []),
     ("Elev;E-post;VH1", "Sam Ek;qwerty@x.se;Eva Ek", []),
     ("Elev;E-post;E-post vårdnadshavare;VH1", "Sam Ek;a@x.se;b@x.se;Eva Ek", ["b@x.se"]),
     ("Elev;VH1;E-post 1", "Sam Ek;Eva Ek;fel@", [])],
)  # fmt: skip
def test_a_pupils_own_address_is_no_way_to_a_guardian(columns: str, row: str, used: list[str], tmp_path: Path) -> None:
    """What is the pupil's, may be, or is no address gets no message; the letter on paper is made all the same."""
    found = read(tmp_path, f"{columns}\n{row}\n")
    assert [email for _, _, email in emails(found) if email] == used
    assert found.bad == ()
    assert len(found.recipients) == 1


def test_the_address_on_a_guardians_own_row_is_that_guardians(tmp_path: Path) -> None:
    """Where each guardian has a row, whatever the languages; two on one row are nobody's, and a name says more."""
    found = read(
        tmp_path,
        "Elev;Klass;Vårdnadshavare;E-post;Språk\nSam;8B;Eva Ek;qwerty@x.se;svenska\n;;Omar Ali;asdf@x.se;arabiska\n"
        "Kim;8B;Mia Ek;ola.al@x.se;svenska\n;;Ola Al;zxcv@x.se;arabiska\n"
        "Ida;8B;Jo Ek;a@x.se, b@x.se;svenska\n;;Bo Al;;arabiska\n",
    )
    assert emails(found) == [
        ("sv", "Eva Ek", "qwerty@x.se"), ("ar", "Omar Ali", "asdf@x.se"), ("sv", "Mia Ek", ""),
        ("ar", "Ola Al", "ola.al@x.se"), ("ar", "", "zxcv@x.se"), ("sv", "Jo Ek", ""), ("ar", "Bo Al", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("columns", ["E-post", "E-post 1"])
def test_nobody_is_greeted_by_anothers_name(columns: str, tmp_path: Path) -> None:
    """An address with somebody else's name at it is not the guardian's whose column it stands in."""
    found = read(tmp_path, f"Elev;VH1;{columns}\nSam;Eva Ek;Omar Ali <o@x.se>\nKim;Eva Ek;Ek, Eva <e@x.se>\n")
    assert emails(found) == [("sv", "Eva Ek", ""), ("sv", "", "o@x.se"), ("sv", "Eva Ek", "e@x.se")]


@pytest.mark.parametrize(
    ("row", "lines"),
    [("Byvägen 3;75312;Uppsala;", ("Byvägen 3", "753 12 Uppsala")),
     ("Byvägen 3;75312.0;Uppsala;Sverige", ("Byvägen 3", "753 12 Uppsala")),
     ("Byvägen 3;SE-753 12;Uppsala;SE", ("Byvägen 3", "753 12 Uppsala")),
     ("Gata 3;00100;Helsingfors;Finland", ("Gata 3", "00100 Helsingfors", "FINLAND")),
     ("Gata 3;10115;Berlin;DE", ("Gata 3", "10115 Berlin", "TYSKLAND")),
     ("Gata 3;01234;Ort;", ("Gata 3", "01234 Ort")), ("NULL;75312;Uppsala;", ()), ("***;75312;Uppsala;", ()),
     ("Okänd;;;", ())],
)  # fmt: skip
def test_an_address_abroad_keeps_its_postcode(row: str, lines: tuple[str, ...], tmp_path: Path) -> None:
    """The country is the last line; only a Swedish postcode is grouped; what is unknown is no address."""
    found = read(tmp_path, f"Elev;VH1;Adress;Postnr;Ort;Land\nSam Ek;Eva Ek;{row}\n")
    assert [each.address for each in found.recipients] == [lines]


def test_nothing_is_filled_in_from_the_other_parent(tmp_path: Path) -> None:
    """A guardian without an address of their own beside one who has lives who knows where."""
    found = read(
        tmp_path,
        "Elev;VH1;VH2;VH1 adress;VH1 postnr;VH1 ort;VH2 adress;VH2 postnr;VH2 ort;Adress\n"
        "Sam;Eva Ek;Per Ek;Byvägen 3;75312;Uppsala;;;;\n"
        "Kim;Mia Ek;Ola Ek;Byvägen 3;75312;Uppsala;Storgatan 1;;;\n"
        "Ida;Jo Ek;Bo Ek;;;;;;;Ågatan 5\n",
    )
    assert letters(found) == [
        ("sv", ["Eva Ek"], ("Byvägen 3", "753 12 Uppsala")),
        ("sv", ["Per Ek"], ()),
        ("sv", ["Mia Ek"], ("Byvägen 3", "753 12 Uppsala")),
        ("sv", ["Ola Ek"], ("Storgatan 1",)),
        ("sv", ["Jo Ek", "Bo Ek"], ("Ågatan 5",)),
    ]
    found = read(tmp_path, "Elev;VH1;VH2;VH1 adress;Postadress\nSam;Eva Ek;Per Ek;Byvägen 3;753 12 Uppsala\n")
    assert letters(found) == [("sv", ["Eva Ek"], ("Byvägen 3", "753 12 Uppsala")), ("sv", ["Per Ek"], ())]


@pytest.mark.parametrize(
    ("columns", "row", "told"),
    [("Modersmål;Tolkspråk", "svenska;arabiska", [("ar", ["Eva", "Omar"])]),
     ("Tolkspråk;Modersmål", "Nej;arabiska", [("ar", ["Eva", "Omar"])]),
     ("Modersmål;Hemspråk", "svenska;arabiska", [("ar", ["Eva", "Omar"])]),
     ("Modersmål;Språk VH2", "svenska;arabiska", [("sv", ["Eva"]), ("ar", ["Omar"])]),
     ("Modersmål 1;Modersmål 2", "svenska;arabiska", [("sv", ["Eva", "Omar"]), ("ar", ["Eva", "Omar"])]),
     ("Språk 1;Språk 2", "somaliska;", [("so", ["Eva", "Omar"])])],
)  # fmt: skip
def test_the_language_nearest_the_reader(
    columns: str, row: str, told: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    """A guardian's own language, then the one to be spoken to in, at home, and last the child's first."""
    found = read(tmp_path, f"Elev;VH1;VH2;{columns}\nSam;Eva;Omar;{row}\n")
    assert [(language, names) for language, names, _ in letters(found)] == told


@pytest.mark.parametrize(
    "row",
    ["Antal elever: 2;;;", "Antal elever;2;;", "Sida 1 av 1;;;", "1(1);;;", "Utskrivet 2026-11-27 av Anna Lärare;;;",
     "Summa;;;", "Klass 8B;;;", "Klass 8B;8B;;", "8B;;;", "Mentor: Anna Lärare;;;", "Elev;Klass;VH1;Språk",
     "Övriga elever:;;;"],
)  # fmt: skip
def test_what_is_no_recipient_is_named(row: str, tmp_path: Path) -> None:
    """Counts, pages, sections and headers again get no letter, and are told by row."""
    found = read(tmp_path, f"Elev;Klass;VH1;Språk\nSida Ek;8B;Eva Ek;svenska\n{row}\nKim Ek;8B;Mia Ek;svenska\n")
    assert [each.child for each in found.recipients] == ["Sida Ek", "Kim Ek"]
    assert [str(each.row) for each in found.detected.left_out] == ["3"]
    assert found.bad == ()


@pytest.mark.parametrize(
    "nobody", ["NULL", "nan", "None", "N/A", "Saknas", "Avliden", "Okänd", "-", "–", "0", "null", "tom"]
)
def test_nobody_is_nobody(nobody: str, tmp_path: Path) -> None:
    """What stands for nothing is no guardian, no language and no address; who has died gets no letter."""
    found = read(
        tmp_path, f"Elev;VH1;VH2;E-post 2;Adress\nSam;Eva Ek;{nobody};;{nobody}\nKim;Mia Ek;Per Ek †;p@x.se;\n"
    )
    assert letters(found) == [("sv", ["Eva Ek"], ()), ("sv", ["Mia Ek"], ())]


@pytest.mark.parametrize(
    "nobody", ["x", "Okänd far", "Vårdnadshavare 2", "Uppgift saknas", "Ej aktuell", "TBD", "Myndig"]
)
def test_no_name_is_nobodys(nobody: str, tmp_path: Path) -> None:
    """What stands for somebody unknown greets nobody."""
    found = read(tmp_path, f"Elev;VH1;VH2\nSam;Eva Ek;{nobody}\n")
    assert [person.name for letter in found.recipients for person in letter.people] == ["Eva Ek"]


@pytest.mark.parametrize("name", ["Tom", "TOM", "Nan", "Na", "Hot", "Jodie Foster"])
def test_a_name_is_somebody(name: str, tmp_path: Path) -> None:
    """What is a name of somebody is greeted as it is, whatever else the word means."""
    found = read(tmp_path, f"Förnamn;Efternamn;VH1\n{name};Ek;{name}\n")
    assert [(each.child, [person.name for person in each.people]) for each in found.recipients] == [
        (f"{name} Ek", [name])
    ]


@pytest.mark.parametrize("mark", ['"-""-"', '""""', "”", "〃", "se ovan", "Samma som ovan", "dito", "som rad 2", "d:o"])
@pytest.mark.parametrize("column", [1, 2, 3])
def test_what_stands_elsewhere_is_not_guessed(mark: str, column: int, tmp_path: Path) -> None:
    """A ditto mark is no name, no language and no address: its row is wrong."""
    row = ["Kim", "Eva Ek", "arabiska", "Byvägen 3"]
    row[column] = mark
    found = read(tmp_path, f"Elev;VH1;Språk;Adress\nSam;Eva Ek;arabiska;Byvägen 3\n{';'.join(row)}\n")
    assert [each.row for each in found.recipients] == [2]
    assert [problem.place and problem.place.line for problem in found.bad] == [3]


def test_a_child_whose_other_row_is_wrong_is_named(tmp_path: Path) -> None:
    """Nobody is left out in silence: the child's own row is told with the one that is wrong."""
    found = read(tmp_path, "Elev;VH1;Adress\nSam;Eva Ek;Byvägen 3\n;Omar Ali;#REF!\n")
    assert found.recipients == ()
    assert [problem.place and problem.place.line for problem in found.bad] == [2, 3]


def test_a_heading_says_the_class_where_no_column_does(tmp_path: Path) -> None:
    """Rows below "Klass 8A" are of that class, until the next heading of a class."""
    found = read(tmp_path, "Elev;VH1;Adress\nKlass 8A;;\nSam;Eva Ek;\nAntal: 1;;\nIda;Bo Ek;\n8B;;\nKim;Mia Ek;\n")
    assert [(each.child, each.group) for each in found.recipients] == [("Sam", "8A"), ("Ida", "8A"), ("Kim", "8B")]


def test_a_teacher_gets_no_letter(tmp_path: Path) -> None:
    """The school's own people among the children are no recipients."""
    found = read(tmp_path, "Elev;Klass;E-post\nSam;8B;a@x.se\nMentor: Eva Ek;8B;b@x.se\nBo Ek (vikarie);8B;c@x.se\n")
    assert [each.child for each in found.recipients] == ["Sam"]


def test_children_of_one_name_are_no_duplicates(tmp_path: Path) -> None:
    """Rows that differ in class, number, address or e-mail are of different children; rows that do not are one."""
    found = read(
        tmp_path,
        "Elev;Klass;Personnummer;VH1;E-post 1;Adress\n"
        "Ali Ali;8A;1;Eva Ek;a@x.se;Byvägen 3\nAli Ali;8B;1;Eva Ek;a@x.se;Byvägen 3\n"
        "Ali Ali;8A;2;Eva Ek;a@x.se;Byvägen 3\nAli Ali;8A;1;Eva Ek;a@x.se;Byvägen 4\n"
        "Ali Ali;8A;1;Eva Ek;b@x.se;Byvägen 3\nali ali;8a;1;EVA EK;A@x.se;Byvägen 3\n",
    )
    assert [each.row for each in found.recipients] == [2, 3, 4, 5, 6]
    assert [problem.place and problem.place.line for problem in found.bad] == [7]


SHEETS = ("8A", "8B: extra", "")


@given(st.sets(st.builds(RowId, st.sampled_from(SHEETS[:2]), st.integers(2, 40)), min_size=1))
def test_rows_are_read_as_they_are_written(rows: set[RowId]) -> None:
    """What is said of rows can be given as an option."""
    known = {RowId(sheet, number) for sheet in SHEETS[:2] for number in range(2, 41)}
    assert read_rows("--protect", rows_text(sorted(rows)), known, SHEETS[:2]) == rows


@pytest.mark.parametrize("text", ["x", "5-", "9:3", "1", "99", "7-5", ",", "5;6"])
def test_rows_that_are_none_are_told(text: str) -> None:
    """Bad syntax and rows that do not exist are problems."""
    assert isinstance(read_rows("--protect", text, {RowId("", number) for number in range(2, 20)}, [""]), list)
