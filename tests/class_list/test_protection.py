"""Whatever says that somebody is protected, wherever it stands: the address is nowhere in what is made of the list."""

from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from foraldraskolan.class_list.recipients import RecipientList, read_recipients
from foraldraskolan.class_list.texts.marks import may_be_shown, says_no
from foraldraskolan.class_list.texts.protection_titles import (
    about_protection,
    nearly_about_protection,
    says_the_opposite,
)
from foraldraskolan.class_list.texts.remarks import Certainty, protection_in
from foraldraskolan.class_list.texts.signs import is_masked
from foraldraskolan.limits import LONGEST_CELL
from foraldraskolan.problems import ProblemsFound
from tests.support.spreadsheets import Table, write_csv, write_ods, write_xlsx

TITLES = (
    "Sekretess (J/N)", "Sekr.", "Kvarskriven", "Skyddad?", "S-märkt", "S märkning", "Skyddsmarkering",
    "Skydd. pers.uppg.", "Sekretessmarkering (Skatteverket)", "Adress skyddad", "Spärrmarkering", "Spärrad", "Spärad",
    "Skydad", "Sekrettess", "Skretess", "Sykddad adress", "Kvarskriving", "Hemlig adress", "Konfidentiellt",
    "Protected", "Confidential address", "Secret", "Får ej lämnas ut", "Lämnas inte ut", "SKYDDSKOD",
    "Skyddade personuppgifter VH2", "Fingerade uppgifter", "Hot", "Hotad", "Hotbild", "Förmedlingsadress",
)  # fmt: skip
REMARKS = (
    "skyddad adress", "Skyddad id", "sekr", "SEKRETESS", "kvarskriven", "S-märkt", "skydad identitet",
    "får ej lämnas ut", "Lämna inte ut adressen", "hot", "hotbild", "besöksförbud", "Kontaktförbud mot pappan",
    "protected", "Obs! skydd", "skickas inte hem, hemlig adress", "Har inte längre skyddad adress",
    "sk.uppg.", "sk uppg", "skyddad uppg", "S", "Sk", "X", "*", "PU", "!!", "förmedlingsuppdrag", "via Skatteverket",
    "Pappa får inte veta", "umgängesförbud", "bor i familjehem", "LVU", "all kontakt via rektor", "inga utskick",
    "do not share", "see court order", "Ring bara mamma", "adressen är känslig", "placerad hos mormor",
)  # fmt: skip
NO = (
    "nej", "Nej", "NEJ", "n", "N", "no", "0", "0.0", "0,00", "false", "FALSKT", "ej", "inte", "ingen", "inga", "☐",
    "-", "–", "", "NULL", "nan", "None", "(N)", "[ ]", "Ej skyddad", " nej ",
)  # fmt: skip
HOME, TOWN, CODE, CLASS = "Hemliga gatan 7", "Gömstad", "11199", "9X"
SECRETS = (HOME, TOWN, CODE, "111 99", CLASS)
HEADER = ["Elev", "Klass", "Vårdnadshavare 1", "E-post 1", "Adress", "Postnr", "Ort"]
KIM = ["Kim Lind", CLASS, "Jo Lind", "jo@exempel.se", HOME, CODE, TOWN]
SAM = ["Sam Ek", "8B", "Eva Ek", "eva@exempel.se", "Byvägen 3", "75312", "Uppsala"]


def told(path: Path, **answers: str) -> tuple[str, RecipientList | None]:
    """Return all that reading a list tells, in words and as Python shows it, and what is read if it can be."""
    catalog = NullTranslations()
    try:
        found = read_recipients(path, ("sv", "ar"), "sv", **answers)
    except ProblemsFound as error:
        return " ".join([str(error), repr(error.problems)]), None
    problems = [*found.bad, *(doubt.problem(path) for doubt in found.doubts)]
    messages = [problem.message for problem in problems] + [problem.hint for problem in problems if problem.hint]
    notices = [*filter(None, [found.detected.without_address]), *found.detected.gets_nothing]
    texts = [text.text(catalog) for text in (*messages, *notices)]
    previews = [cell for sheet in found.detected.sheets for _, cells in sheet.preview for cell in cells]
    return "\n".join([*texts, *previews, repr(found)]), found


def says_nothing_of_kims_home(path: Path) -> RecipientList | None:
    """Check that nothing of where Kim lives is in anything that reading the list gives, and return what is read."""
    all_told, found = told(path)
    assert [secret for secret in SECRETS if secret in all_told] == []
    return found


def written(folder: str, table: Sequence[Sequence[str]], kind: str) -> Path:
    """Write a table as one of the kinds of file."""
    path = Path(folder) / "list"
    width = max(map(len, table))
    full: Table = [[*row, *("",) * (width - len(row))] for row in table]
    {"csv": lambda: write_csv(path, full, ";", "utf-8"), "xlsx": lambda: write_xlsx(path, full)}.get(
        kind, lambda: write_ods(path, full)
    )()
    return path


KINDS = st.sampled_from(["csv", "xlsx", "ods"])
MARKS = st.one_of(
    st.sampled_from(
        [*"✓✔☑☒*!●🔒xXSJ1√?", "(X)", "ja", "Ja, sedan 2024", "Nej (2026-01-01)", "Nej*", "#SAKNAS!", "SANT"]
    ),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=6),
).filter(lambda mark: not says_no(mark) and mark.strip() not in HEADER and ";" not in mark)
SPELLED = st.sampled_from(TITLES).flatmap(
    lambda title: st.sampled_from([title, title.upper(), title.lower(), f"  {title}:", f"{title}\n(enligt rektor)"])
)


@given(title=SPELLED, mark=MARKS, at=st.integers(0, 7), first=st.booleans(), kind=KINDS, other=st.sampled_from(NO))
def test_a_mark_protects(title: str, mark: str, at: int, first: bool, kind: str, other: str) -> None:
    """Any title about protection, any mark that is no known no, in any column of any kind of file, and nobody else."""
    assume(not nobody_could_read(mark))
    rows = [(KIM, mark), (SAM, other)] if first else [(SAM, other), (KIM, mark)]
    table = [[*HEADER[:at], title, *HEADER[at:]], *([*row[:at], said, *row[at:]] for row, said in rows)]
    with TemporaryDirectory() as folder:
        path = written(folder, table, kind)
        found = says_nothing_of_kims_home(path)
        # Signs that look like letters in a wrong encoding stop a file as a whole.
        assume(found is not None or not {"trasig", "bokstäver"} & set(told(path)[0].replace(":", " ").split()))
    assert found is not None
    sam = [letter for letter in found.recipients if letter.child == "Sam Ek"]
    assert [letter.address for letter in sam] == [("Byvägen 3", "753 12 Uppsala")]


def nobody_could_read(mark: str) -> bool:
    """Return whether a mark is no text that a file of every kind can hold."""
    return any(ord(each) < 32 or 0xD800 <= ord(each) < 0xE000 or ord(each) in (0xFFFE, 0xFFFF, 0xFFFD) for each in mark)


@given(
    remark=st.sampled_from(REMARKS),
    at=st.integers(0, 7),
    title=st.sampled_from(["Anm.", "Övrigt", "Notering", "Info"]),
    kind=KINDS,
)
def test_a_remark_protects_or_is_asked_about(remark: str, at: int, title: str, kind: str) -> None:
    """Words of the trade in any column protect, or stop the list until somebody has told."""
    header = [*HEADER[:at], title, *HEADER[at:]]
    table = [header, *([*row[:at], text, *row[at:]] for row, text in ((SAM, "ring först"), (KIM, remark)))]
    with TemporaryDirectory() as folder:
        found = says_nothing_of_kims_home(written(folder, table, kind))
    assert found is not None
    assert found.doubts or found.detected.protected
    assert ("Byvägen 3", "753 12 Uppsala") in [letter.address for letter in found.recipients]


@given(
    mark=st.sampled_from(["Ja", "✓", "sekretess"]),
    order=st.permutations([0, 1, 2, 3]),
    numbered=st.booleans(),
    kind=KINDS,
)
def test_a_mark_holds_for_every_row_of_the_child(mark: str, order: list[int], numbered: bool, kind: str) -> None:
    """Rows that name the same child are protected together, in whatever order they stand; the class is one of them."""
    rows = [
        ["20120101-1234", *KIM, mark],
        ["201201011234" if numbered else "", "Lind, Kim", CLASS, "Bo Lind", "", HOME, CODE, TOWN, "Nej"],
        ["", "KIM LIND", CLASS, "Li Lind", "", HOME, CODE, TOWN, ""],
        ["20120303-1234", *SAM, "Nej"],
    ]
    table = [["Personnummer", *HEADER, "Skyddad"], *(rows[index] for index in order)]
    with TemporaryDirectory() as folder:
        found = says_nothing_of_kims_home(written(folder, table, kind))
    assert found is not None
    assert found.doubts == ()
    assert len(found.recipients) == 4


@given(mark=st.sampled_from(["Ja", "*", "S"]), count=st.integers(1, 3), kind=KINDS)
def test_a_mark_holds_for_the_rows_of_more_guardians(mark: str, count: int, kind: str) -> None:
    """A row per guardian: the mark stands in the child's first row, the others leave the child's cells empty."""
    more = [["", "", f"Bo{index} Lind", f"bo{index}@exempel.se", HOME, CODE, TOWN, ""] for index in range(count)]
    table = [[*HEADER, "Sekretess"], [*SAM, "Nej"], [*KIM, mark], *more]
    with TemporaryDirectory() as folder:
        found = says_nothing_of_kims_home(written(folder, table, kind))
    assert found is not None
    (letter,) = [letter for letter in found.recipients if letter.child == "Kim Lind"]
    assert [person.name for person in letter.people] == ["Jo Lind", *(row[2] for row in more)]


PLACES = {
    "a heading above the row": [HEADER, SAM, ["Elever med skyddade personuppgifter:"], KIM],
    "a heading with a class": [HEADER, SAM, ["Skyddade personuppgifter", "9X"], KIM],
    "a heading in capitals": [HEADER, SAM, ["SEKRETESS"], KIM],
    "a title that explains a star": [
        ["Klass 8B – skyddade uppgifter markerade med *"], HEADER, SAM, ["Kim Lind *", *KIM[1:]],
    ],
    "a title that explains nothing": [["Klasslista, skyddade uppgifter gulmarkerade"], HEADER, KIM],
    "a foot that explains a letter": [HEADER, SAM, ["Kim Lind (S)", *KIM[1:]], ["S = skyddad adress"]],
    "a star at a name": [HEADER, SAM, ["Kim Lind*", *KIM[1:]]],
    "words at a name": [HEADER, SAM, ["Kim Lind (skyddad)", *KIM[1:]]],
    "a letter at a guardian": [HEADER, SAM, [*KIM[:2], "Jo Lind (S)", *KIM[3:]]],
    "a column of one letter": [[*HEADER, "S"], [*SAM, ""], [*KIM, "x"]],
    "a column without a title": [[*HEADER, "", "Telefon"], [*SAM, "", "070"], [*KIM, "x", "070"]],
    "a column of the opposite": [[*HEADER, "Ej skyddad"], [*SAM, "x"], [*KIM, ""]],
    "a title above the titles": [
        ["Elev", "", "Vårdnadshavare 1", "", "", "", "", "Skydd"],
        ["Namn", "Klass", "Namn", "E-post", "Adress", "Postnr", "Ort", "J/N"],
        [*SAM, "N"],
        [*KIM, "J"],
    ],
    "its own column": [[*HEADER, "Skyddad adress"], [*SAM, ""], [*KIM[:4], "", "", "", f"{HOME}, {CODE} {TOWN}"]],
    "one of two columns": [[*HEADER, "Sekretess", "Kvarskriven"], [*SAM, "N", "N"], [*KIM, "N", "J"]],
    "stars for the street": [[*HEADER, "Adress VH2"], [*SAM, ""], [*KIM, "***"]],
    "a brother's row": [[*HEADER, "Skyddad"], KIM, ["Ola Lind", "6A", "Jo Lind", "", "Annan gata 1", "", "", "ja"]],
    "a neighbour's row": [[*HEADER, "Skyddad"], KIM, ["Ola Ask", "6A", "Mia Ask", "", HOME.upper(), "", "", "ja"]],
    "a row without a class": [[*HEADER, "Skyddad"], KIM, ["Kim Lind", "", "Mia Ask", "", "", "", "", "ja"]],
    "a row that lost a cell": [[*HEADER, "Skyddad"], [*SAM, "Nej"], [*KIM[:5], f"{CODE} {TOWN}", "Ja"]],
    "a row with a cell too many": [[*HEADER, "Skyddad"], [*SAM, "Nej"], [*KIM[:5], "lgh 1", *KIM[5:], "Ja"]],
    "a row of its own below": [[*HEADER, "Skyddad"], [*KIM, ""], ["", "", "", "", "", "", "", "Ja"], [*SAM, ""]],
    "a tick of its own below": [[*HEADER, "Skyddad"], [*SAM, ""], [*KIM, ""], ["", "", "", "", "", "", "", "✓"]],
    "a row of its own above": [[*HEADER, "Skyddad"], ["", "", "", "", "", "", "", "Ja"], [*KIM, ""]],
    "a row of its own apart": [[*HEADER, "Skyddad"], [*KIM, ""], [], ["", "", "", "", "", "", "", "Ja"]],
    "the column after": [[*HEADER, "Skyddad", "Telefon"], [*SAM, "", "070-1"], [*KIM, "", "Ja"]],
    "the column before": [[*HEADER, "Skyddad"], [*SAM, ""], [*KIM[:6], "x", ""]],
    "the column after, of crosses": [[*HEADER, "Skyddad", "Foto"], [*SAM, "Nej", "Ja"], [*KIM, "", "x"]],
    "the e-mail": [[*HEADER, "Skyddad"], [*SAM, ""], [*KIM[:3], "Ja", *KIM[4:], ""]],
    "a column that nobody knows": [[*HEADER, "Zon"], [*SAM, ""], [*KIM, "x"]],
    "a column of another script": [[*HEADER, "حماية"], [*SAM, ""], [*KIM, "نعم"]],
    "a star at the class": [HEADER, SAM, [KIM[0], "9X*", *KIM[2:]]],
    "a letter at the street": [HEADER, SAM, [*KIM[:4], f"{HOME} (s)", *KIM[5:]]],
    "a remark at the street": [HEADER, SAM, [*KIM[:4], f"{HOME} OBS HEMLIG", *KIM[5:]]],
    "words for a street": [HEADER, SAM, [*KIM[:4], "Hemlig adress på grund av hot", *KIM[5:]]],
    "the agency for a town": [HEADER, SAM, [*KIM[:6], "Förmedlingsuppdrag"]],
    "the agency for a street": [HEADER, SAM, [*KIM[:4], "Skatteverket, Box 1", *KIM[5:]]],
    "its own address": [
        [*HEADER, "Särskild postadress"], [*SAM, ""], [*KIM, "Skatteverket, Förmedlingsuppdrag"],
    ],
    "a shelter for a guardian": [HEADER, SAM, [*KIM[:2], "Familjehem Ask", *KIM[3:]]],
    "c/o": [[*HEADER, "c/o"], [*SAM, ""], [*KIM, "Kvinnojouren"]],
    "a text below the row": [HEADER, SAM, KIM, ["OBS skyddad"], [*SAM[:2], "Mia Ek", *SAM[3:]]],
    "a text below in another column": [HEADER, SAM, KIM, ["", "", "", "", "Lämnas ej ut"]],
    "a text below the last row": [HEADER, SAM, KIM, ["Pappa får inte veta"]],
    "a foot of names": [HEADER, SAM, KIM, [], ["Kim Lind har skyddad identitet"]],
    "a foot of italics": [HEADER, SAM, KIM, ["Kursiv stil = sekretess"]],
    "a foot of colour": [HEADER, SAM, KIM, ["Gul = skyddad"]],
    "a foot of colour in two cells": [HEADER, SAM, KIM, ["Gul", "Skyddad identitet"]],
    "a foot of a star and a colour": [HEADER, [f"{SAM[0]} *", *SAM[1:]], KIM, ["Skyddade: * eller gul rad"]],
    "a foot of a star in two cells": [HEADER, SAM, [f"{KIM[0]} *", *KIM[1:]], ["*", "skyddad"]],
    "a name in another's row": [[*HEADER, "Sekretess"], [*SAM, "Kim Lind"], [*KIM, ""]],
    "a name beside the list": [[*HEADER, "", "Obs"], [*SAM, "Kim Lind", ""], [*KIM, "", ""]],
    "a remark in a sister's row": [[*HEADER, "Anm"], [*SAM, "Kim Lind har skyddad adress"], [*KIM, ""]],
    "another row with a sign": [HEADER, ["Kim Lind (S)", *KIM[1:]], [*KIM[:2], "Bo Lind", *KIM[3:]]],
    "another row that is wrong": [
        [*HEADER, "Skyddad"], [*KIM[:6], "Ja", ""], [*KIM[:2], "Bo Lind", *KIM[3:], ""],
    ],
    "another row with half the name": [
        [*HEADER, "Skyddad"], [*KIM, ""], ["Kim Maria Lind", "9X", "Bo Lind", "", "", "", "", "Ja"],
    ],
    "stars for a number": [["Personnummer", *HEADER], ["20120101-1234", *SAM], ["********-****", *KIM]],
}  # fmt: skip


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
@pytest.mark.parametrize("place", PLACES)
def test_wherever_a_mark_stands(place: str, kind: str, tmp_path: Path) -> None:
    """It protects, it is asked about, or its row is wrong."""
    found = says_nothing_of_kims_home(written(str(tmp_path), PLACES[place], kind))
    assert found is not None
    assert found.doubts or found.detected.protected or found.bad


@pytest.mark.parametrize(
    "text",
    ["Skyddade personuppgifter! Lämna inte ut adressen.", "Obs: hot mot mamman", "S",
     "Ring mamma först, pappa får inte veta", "Anna Lärare:\nring inte hem", "obs!", "se pärmen"],
)  # fmt: skip
@pytest.mark.parametrize("cell", ["A3", "G3", "B3", "K3"])
def test_a_comment_protects_or_is_asked_about(text: str, cell: str, tmp_path: Path) -> None:
    """A comment on any cell of a row counts as what stands there, and is asked about if it is not understood."""
    book = Workbook()
    for row in (HEADER, SAM, KIM):
        book.active.append(row)
    book.active[cell].comment = Comment(text, "rektor")
    book.save(tmp_path / "list")
    found = says_nothing_of_kims_home(tmp_path / "list")
    assert found is not None
    assert found.doubts or found.detected.protected


@pytest.mark.parametrize(
    "other",
    [[["Skyddade elever"], ["Kim Lind"]], [["Elev", "Klass", "Sekretess"], ["Lind, Kim", "9X", "ja"]],
     [["Läs mig"], ["Skyddade uppgifter är gulmarkerade"]],
     [["Sekretess"], ["Kim L"]], [["Elev", "Skyddad", "Adress"], ["Bo Lind", "Ja", HOME]]],
)  # fmt: skip
@pytest.mark.parametrize("chosen", [(), ("8B",)])
@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_another_sheet_may_say_who_is_protected(
    other: list[list[str]], chosen: tuple[str, ...], state: str, tmp_path: Path
) -> None:
    """A sheet that is not read, hidden or not, is not looked past: who is named there is asked about, or everybody."""
    found = read_beside(tmp_path, other, state, chosen)
    assert found.doubts or found.detected.protected
    assert HOME not in repr(found)


@pytest.mark.parametrize(
    "other",
    [[["Elev", "Klass", "Skyddad", "Adress"], ["Ola Ask", "8A", "Nej", "Ågatan 1"]], [["Ja"], ["Nej"]],
     [["Elev", "Klass", "Skyddad", "Adress"], ["Ola Ask", "8A", "Ja", "Ågatan 1"]], [["Elev"], ["Kim Lind"]]],
)  # fmt: skip
def test_another_class_is_no_reason_to_ask(other: list[list[str]], tmp_path: Path) -> None:
    """A list that is not chosen, or that nobody sees, says who is protected on it, and nothing of others."""
    found = read_beside(tmp_path, other, "hidden", ("8B",))
    assert (found.doubts, found.detected.protected, found.detected.unread) == ((), (), ())
    assert [letter.child for letter in found.recipients] == ["Sam Ek", "Kim Lind"]


def read_beside(tmp_path: Path, other: list[list[str]], state: str, chosen: tuple[str, ...]) -> RecipientList:
    """Return a list of Sam and Kim that is read beside another sheet."""
    book = Workbook()
    book.active.title = "8B"
    for row in (HEADER, SAM, KIM):
        book.active.append(row)
    beside = book.create_sheet("Blad2")
    beside.sheet_state = state
    for cells in other:
        beside.append(cells)
    book.save(tmp_path / "list")
    return read_recipients(tmp_path / "list", ("sv",), "sv", sheets=chosen)


def test_the_user_settles_a_doubt(tmp_path: Path) -> None:
    """Rows are protected, or not, as --protect and --not-protected say; who is so by the list stays so."""
    path = written(str(tmp_path), PLACES["a star at a name"], "csv")
    (doubt,) = read_recipients(path, ("sv",), "sv").doubts
    assert [str(row) for row in doubt.rows] == ["3"]
    _, protected = told(path, protect="3")
    assert protected is not None
    assert (protected.doubts, protected.detected.protected) == ((), (("--protect", 1),))
    assert [letter.address for letter in protected.recipients if letter.child == "Kim Lind"] == [()]
    _, free = told(path, not_protected="2-3")
    assert free is not None
    assert free.doubts == ()
    assert [letter.address for letter in free.recipients if letter.child == "Kim Lind"] == [(HOME, f"111 99 {TOWN}")]
    for answers in (
        {"protect": "9"},
        {"protect": "x"},
        {"protect": "3", "not_protected": "3"},
        {"not_protected": "3-2"},
    ):
        assert told(path, **answers)[1] is None
    marked = written(str(tmp_path), PLACES["one of two columns"], "csv")
    assert told(marked, not_protected="3")[1] is None


@pytest.mark.parametrize("mark", NO)
def test_a_known_no_protects_nobody(mark: str, tmp_path: Path) -> None:
    """A family that is said not to be protected gets its letter to its address."""
    path = written(str(tmp_path), [[*HEADER, "Skyddad"], [*SAM, mark], [*KIM, "ja"]], "csv")
    letters = read_recipients(path, ("sv",), "sv").recipients
    assert [letter.address for letter in letters] == [("Byvägen 3", "753 12 Uppsala"), ()]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_about_protection_is_one_with_an_error_in_it_too(title: str) -> None:
    """Every spelling is sure, none is only asked about."""
    assert about_protection(title) and not says_the_opposite(title)


@pytest.mark.parametrize(
    "title",
    ["Elev", "Klass", "Adress", "Ort", "Språk", "Telefon", "Anmärkning", "Senast sparad", "Dator utlämnad",
     "Personnummer", "Specialkost", "Född", "Kön", "Sms", "Modersmålsundervisning", "Hemspråk"],
)  # fmt: skip
def test_other_columns_are_not_about_protection(title: str) -> None:
    """A title that is about something else asks nothing."""
    assert not (about_protection(title) or says_the_opposite(title) or nearly_about_protection(title))


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    """Any text says something or nothing, and what may be shown of a mark is no address."""
    assert protection_in(text) in Certainty
    assert not (may_be_shown(text) and len(text.strip(" .,:;()[]'\"\n")) > 40)


@pytest.mark.parametrize("at", range(len(HEADER)))
@pytest.mark.parametrize("word", ["Sekretess", "Skyddade", "SKYDD", "Kvarskrivna", "Hemlig adress"])
def test_a_word_alone_in_a_row_is_about_those_below_too(word: str, at: int, tmp_path: Path) -> None:
    """It may be a heading or a mark of the child above: nobody can tell, so both are asked about."""
    alone = ["" if index != at else word for index in range(len(HEADER))]
    for kind in ("csv", "xlsx", "ods"):
        found = says_nothing_of_kims_home(written(str(tmp_path), [HEADER, SAM, alone, KIM], kind))
        assert found is None or found.doubts


@given(st.lists(st.sampled_from("*•xX.").flatmap(lambda sign: st.integers(3, 9).map(lambda count: sign * count))))
def test_stars_in_groups_are_a_mask(groups: list[str]) -> None:
    """Groups of three signs or more, with a space between them, stand where something else should."""
    assert is_masked(" ".join(groups)) == bool(groups)
    assert not is_masked(" ".join([*groups, "12"]))
    assert not is_masked("  ".join(groups)) or len(groups) == 1


@pytest.mark.parametrize("sign", "*•●xX█■.")
def test_a_cell_full_of_signs_is_read(sign: str) -> None:
    """However long it is: a pattern that tries every way to divide it would never be done."""
    assert is_masked(sign * LONGEST_CELL)
    assert not is_masked(sign * (LONGEST_CELL - 2) + " 1")
    assert not is_masked(f"{sign * 3} " * (LONGEST_CELL // 4) + "1")
