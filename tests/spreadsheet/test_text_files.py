"""Lists as text: the letters that stand there or none, whatever encoding and marks a program writes."""

import os
from gettext import NullTranslations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.columns import recognised
from foraldraskolan.cli.interface import interface
from foraldraskolan.limits import MOST_ROWS
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.spreadsheet.broken import is_broken
from foraldraskolan.spreadsheet.formats import read_workbook
from foraldraskolan.spreadsheet.workbook import Row, trimmed

NAMES = (
    "Åsa Öberg", "Märta Äng", "Zoë Näs", "André Müller", "Örjan Ål", "Hélène Lindström", "Sören Ås", "Ida Ek", "Šarić",
    "Mišo Kovač", "Ayşe Yıldız", "Łukasz Wałęsa", "Björk Þórsdóttir", "Nguyễn Văn Hải", "Søren Kjær", "García Muñoz",
    "ÅSA ÖBERG", "MÄRTA ÄNG", "Žana Đorđević", "João Gonçalves", "Kąkol", "محمد الأحمد", "Олена Коваль",
    "ግደይ ሃይለ", "McÖberg", "D’Angelo – Öst",
)  # fmt: skip
HEADERS = ("Elev;Klass;Språk;Vårdnadshavare", "Elev;Klass", "Elev;Förälder")
# What a list may be saved in, on any computer; some cannot write every name.
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1", "iso8859-15", "mac_roman", "cp850", "cp437", "cp1250",
             "cp1254", "cp1251", "cp1256", "iso8859-2", "mac_latin2", "cp865")  # fmt: skip


def read(data: bytes) -> tuple[Row, ...] | tuple[str, int | None]:
    """Return the rows of a list with these bytes, or what is said of it and of which row."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        path.write_bytes(data)
        try:
            return read_workbook(path, recognised).sheets[0].rows
        except ProblemsFound as found:
            (problem,) = found.problems
            assert problem.place
            return problem.message.text(NullTranslations()), problem.place.line


def cells(data: bytes) -> object:
    """Return the cells of a list with these bytes, or what is said of it and of which row."""
    found = read(data)
    return [row.cells for row in found if isinstance(row, Row)] if found and isinstance(found[0], Row) else found


LISTS = st.tuples(st.sampled_from(HEADERS), st.lists(st.sampled_from(NAMES), min_size=1, max_size=12))


@given(written=LISTS, encoding=st.sampled_from(ENCODINGS))
def test_the_letters_that_stand_there_or_none(written: tuple[str, list[str]], encoding: str) -> None:
    """A list in any encoding of the world is read as it was written, or stops; it never gives other letters."""
    header, names = written
    text = "\n".join([header, *(f"{name};8B" for name in names)])
    found = cells(text.encode(encoding, "ignore"))
    if isinstance(found, list):
        kept = text.encode(encoding, "ignore").decode(encoding)
        assert found == [tuple(trimmed(cell) for cell in line.split(";")) for line in kept.split("\n")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
)
def test_what_swedish_programs_write_is_read(encoding: str) -> None:
    """A Swedish list is read in every encoding that a program for Sweden saves it in."""
    text = "Elev;Vårdnadshavare;Språk\nÅsa Öberg;Märta Åberg;svenska\nHélène Ek;Örjan Müller;\nMÄRTA ÅS;Zoë Näs;\n"
    assert cells(text.encode(encoding)) == [
        ("Elev", "Vårdnadshavare", "Språk"),
        ("Åsa Öberg", "Märta Åberg", "svenska"),
        ("Hélène Ek", "Örjan Müller"),
        ("MÄRTA ÅS", "Zoë Näs"),
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_the_words_of_a_header_prove_an_encoding(encoding: str) -> None:
    """Names of other countries stop no list whose header can be read in one way only."""
    text = "Elev;Vårdnadshavare\nZoë Müller;José Ñuñez\nFrançois Peña;Ana Muñoz\n"
    assert cells(text.encode(encoding))[1:] == [("Zoë Müller", "José Ñuñez"), ("François Peña", "Ana Muñoz")]


AMBIGUOUS = "Det går inte att avgöra vilka bokstäver raden har: filen kan läsas på flera sätt."
BROKEN = "Texten på raden är trasig: bokstäver som å, ä och ö har blivit andra tecken."


@pytest.mark.parametrize(
    "data", ["Mišo".encode("cp1252"), "Zoë".encode("mac_roman"), "Ayşe Yıldız".encode("cp1254"),
             "Łukasz".encode("cp1250"), "محمد".encode("cp1256"), "Олена".encode("cp1251")],
)  # fmt: skip
def test_what_may_be_read_in_several_ways_stops(data: bytes) -> None:
    """Where another encoding gives letters that are as good, the row is named and nothing of it."""
    assert cells(b"Elev;Klass\nIda Ek;8B\n" + data + b";8B\n") == (AMBIGUOUS, 3)


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (["Elev;Språk".encode(), "Åsa;".encode(), "Örjan Äl;".encode("cp1252")], 3),
        (["Elev;Språk".encode(), "Åsa;".encode(), "Örjan;".encode("mac_roman")], 3),
        (["Elev;Språk".encode("cp1252"), "Åsa;".encode("cp1252"), "Örjan;".encode(), "Ärla;".encode("cp1252")], 3),
        (['Elev;"Språk\nhemma på"'.encode(), b"Ida;", "Örjan;".encode("cp1252")], 3),
        (["\ufeffElev;Språk".encode(), "Örjan;".encode("cp1252")], 2),
    ],
)
def test_rows_in_another_encoding_stop(rows: list[bytes], row: int) -> None:
    """Of a list in two encodings the first row in the rarer one is named."""
    assert cells(b"\n".join(rows)) == (BROKEN, row)


WRONG = ("cp1252", "latin-1", "mac_roman", "cp850")


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", [name for name in NAMES if not name.isascii() and "’" not in name])
def test_text_that_was_read_wrongly_before_is_broken(name: str, wrong: str) -> None:
    """A name in UTF-8 that a program took for an older encoding leaves tracks, once or twice."""
    once = name.encode().decode(wrong, "replace")
    assert is_broken(once) and is_broken(once.encode().decode(wrong, "replace"))
    assert cells(f"Elev;Språk\nÅsa;\n{once};\n".encode()) == (BROKEN, 3)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_not_broken(name: str) -> None:
    """A name in any script is well, alone, in capitals and between marks."""
    for written in (name, name.upper(), name.lower(), f"”{name}”", f"{name}…", f"{name}–", f"({name})", f"√ {name}"):
        assert not is_broken(written)


@pytest.mark.parametrize(
    "text",
    ["\ufffdsa", "Åsa \ufffd", "M\x84rta", "?sa ?berg", "V?rdnadshavare", "&Aring;sa", "&#229;", "\ud800", "Ã…sa"],
)
def test_lost_letters_are_broken(text: str) -> None:
    """What stands for a letter that was lost is no letter."""
    assert is_broken(text)


@pytest.mark.parametrize(
    "text", ["Vem?", "?", "https://exempel.se/a?b=c", "Ek & Al", "R&D", "√", "Ja?", "a@b.se?", "?;?", "½ år"]
)
def test_marks_are_not_broken(text: str) -> None:
    """Question marks and the like are well where people write them."""
    assert not is_broken(text)


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ('="Eva Ek";="01234"', ("Eva Ek", "01234")),
        ('"=""Eva Ek""";"=""01234"""', ("Eva Ek", "01234")),
        ('="a ""b""";=""', ('a "b"',)),
        ('="Eva ""Evis"" Ek";8B', ('Eva "Evis" Ek', "8B")),
        ('Eva "Evis" Ek;8B', ('Eva "Evis" Ek', "8B")),
        ('"Ek; Eva";"a\nb"', ("Ek; Eva", "a\nb")),
        ("O'Hara;8B", ("O'Hara", "8B")),
        (" Eva ;  8B", ("Eva", "8B")),
    ],
)
def test_marks_in_cells(line: str, read_as: tuple[str, ...]) -> None:
    """A cell that Excel is to leave as it is written is what it says; marks within a cell are its own."""
    assert cells(f"Elev;Klass\n{line}\n".encode()) == [("Elev", "Klass"), read_as]


@pytest.mark.parametrize("marks", ["''", "””", "“”", "„“", "’’", "«»", '""'])
def test_marks_around_every_cell(marks: str) -> None:
    """Whatever a program writes around all of its cells is not theirs; a cell without is asked about."""
    one, other = marks
    text = "\n".join(";".join(f"{one}{cell}{other}" for cell in row) for row in (("Elev", "Klass"), ("Eva", "8B")))
    assert cells(f"{text}\n;\n".encode()) == [("Elev", "Klass"), ("Eva", "8B")]


def test_a_cell_cut_by_its_own_delimiter_stops() -> None:
    """A delimiter within marks that are not the format's own would shift what follows."""
    text = "'Elev';'Klass'\n" + "'Eva';'8B'\n" * 40 + "'Ek; Eva';'8B'\n"
    assert cells(text.encode()) == ("Några celler har citattecken omkring sig, men inte alla på den här raden.", 42)


def test_the_width_of_a_row_is_as_it_was_written() -> None:
    """Cells at a row's end count, empty or not."""
    found = read(b"Elev;Klass;\nEva;;\nAl\n;;\n\nBo;8B;x;y\n")
    assert [(row.number, row.width) for row in found if isinstance(row, Row)] == [(1, 3), (2, 3), (3, 1), (6, 4)]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Elev\n" * 20_001, ("Listan har över 20 000 rader.", 20_001)),
        (b"Elev\n" + b";" * 1_000, ("Raden har över 1 000 celler.", 2)),
        (b"Elev\n" + b";" * 3_000_000, ("Raden har över 1 000 000 tecken.", 2)),
        (b"Elev\n" + b"x" * 32_768, ("En cell på raden har över 32 767 tecken.", 2)),
        (b"Elev\n" + b"x" * 3_000_000, ("Raden har över 1 000 000 tecken.", 2)),
        (b'Elev\n"' + b"x\n" * 1_000_000, ("Citattecknen går inte ihop efter den här raden.", 1)),
        (b"Elev;b\n" + b'"\n";' * 300_000, ("Raden har över 1 000 000 tecken.", 2)),
        (b"Elev\n" + b"\n" * 1_100_000, ("Filen är för stor för att vara en lista.", None)),
        (b"Elev\n" + b"x" * 20_000_000, ("Filen är för stor: den har mer än 20000000 byte.", None)),
        (("Elev\na" + "\u0301\u0327" * 10_000).encode(), (BROKEN, 2)),
    ],
)
def test_the_limits_of_a_list_as_text(data: bytes, told: tuple[str, int | None]) -> None:
    """What holds more than a list of people does is refused, with the row where there is one."""
    assert cells(data) == told


def test_only_files_are_opened(tmp_path: Path) -> None:
    """A pipe that nobody writes to, a device that never ends and a folder are refused at once."""
    places = [(tmp_path, "Det här är en mapp, ingen fil."), (tmp_path / "none", "Filen finns inte.")]
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        places += [
            (tmp_path / "pipe", "Det här är ingen vanlig fil."),
            (Path("/dev/zero"), "Det här är ingen vanlig fil."),
        ]
    for path, what in places:
        with pytest.raises(ProblemsFound) as found:
            read_workbook(path, recognised)
        assert [problem.message.msgid for problem in found.value.problems] == [what]


def test_the_delimiter_is_the_one_that_gives_headers() -> None:
    """Commas within cells may be many more than the semicolons between them."""
    data = "Elev;Adress\nEva;Väg 1, lgh 2, port 3, kod 4\n".encode()
    assert cells(data) == [("Elev", "Adress"), ("Eva", "Väg 1, lgh 2, port 3, kod 4")]


def test_a_list_may_begin_as_an_archive_does() -> None:
    """Only what is one by its first four bytes is an archive."""
    assert cells(b"PK;Elev\n1;Eva\n") == [("PK", "Elev"), ("1", "Eva")]


@pytest.mark.parametrize(
    ("tag", "told"),
    [("sv", "Listan har över 20 000 rader."), ("en", "The list has more than 20,000 rows.")],
)
def test_a_limit_is_told_as_the_reader_writes_numbers(tag: Literal["sv", "en"], told: str, tmp_path: Path) -> None:
    """The number in the sentence is that of the table, with what stands between thousands in the language."""
    (tmp_path / "list").write_bytes(b"Elev\n" * (MOST_ROWS + 1))
    with pytest.raises(ProblemsFound) as found:
        read_workbook(tmp_path / "list", recognised)
    catalog = interface(tag, Project.default().translations)
    assert [problem.message.text(catalog) for problem in found.value.problems] == [told]
