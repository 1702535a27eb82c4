"""What is not understood about protection is asked about, and what every school writes beside it is not."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from foraldraskolan.class_list.recipients import read_recipients
from tests.class_list.test_protection import HEADER, KIM, KINDS, SAM, says_nothing_of_kims_home, written


@pytest.mark.parametrize(
    "title",
    ["Får publiceras", "Offentlig adress", "Samtycke adress", "Adresslista OK?", "Adress får lämnas ut", "Visa adress",
     "Utskick", "Brev hem", "Kontaktuppgifter ok", "Ej i klasslista", "GDPR", "Samtycke", "Share address"],
)  # fmt: skip
@pytest.mark.parametrize(("yes", "no"), [("Ja", "Nej"), ("x", ""), ("1", "0"), ("", "x")])
def test_a_column_about_giving_out_addresses_is_asked_about(title: str, yes: str, no: str, tmp_path: Path) -> None:
    """Whether a yes or a no protects is not told by such a title: nobody's address is used until somebody says it."""
    path = written(str(tmp_path), [[*HEADER, title], [*SAM, yes], [*KIM, no]], "csv")
    found = says_nothing_of_kims_home(path)
    assert found is not None
    assert found.doubts
    assert [letter.address for letter in found.recipients] == [(), ()]


# What every school has beside names and addresses.
ORDINARY = {
    "Fritids": ("x", ""), "Foto ok": ("Ja", "Nej"), "Simkunnig": ("Ja", "Nej"), "Samtycke foto": ("Ja", "Nej"),
    "Allergi": ("nötter", ""), "Modersmålsundervisning": ("Ja", "Nej"), "Kön": ("P", "F"), "SvA": ("x", ""),
    "Språkval": ("S", "F"), "Status": ("Placerad", "Placerad"), "Telefon": ("070-1112233", "070-2223344"),
    "Anm": ("ny i klassen", "byter till 8C"), "Arbetsplats": ("Skatteverket", "Polisen"), "Nr": ("1", "2"),
    "Gemensam vårdnad": ("Ja", "Nej"), "Elevråd": ("x", ""), "Antal syskon": ("1", "3"),
    "Kommer på mötet": ("ja", "nej"), "Notes": ("likes chess", "OK"), "": ("1", "2"),
    "Senast inloggad": ("2026-01-01", ""),
}  # fmt: skip


@given(titles=st.lists(st.sampled_from(sorted(ORDINARY)), unique=True, max_size=6), kind=KINDS, at=st.integers(0, 6))
def test_an_ordinary_list_asks_nothing(titles: list[str], kind: str, at: int) -> None:
    """What is known to be about something else stops nobody, and costs no address."""
    values = [[ORDINARY[title][row] for title in titles] for row in (0, 1)]
    others = (SAM, ["Li Berg", "8B", "Mia Berg", "mia@exempel.se", "Storgatan 1", "75310", "Uppsala"])
    table = [[*HEADER[:at], *titles, *HEADER[at:]]]
    table += [[*row[:at], *more, *row[at:]] for row, more in zip(others, values, strict=True)]
    with TemporaryDirectory() as folder:
        found = read_recipients(written(folder, table, kind), ("sv",), "sv")
    assert (found.doubts, found.bad, found.detected.protected) == ((), (), ())
    assert [letter.address[0] for letter in found.recipients] == ["Byvägen 3", "Storgatan 1"]


def moved(row: list[str], how: str, at: int, mark: int) -> list[str]:
    """Return a row with a cell lost or one too many, or with its mark in the next or last column."""
    if how == "lost":
        return [*row[:at], *row[at + 1 :], ""]
    if how == "more":
        return [*row[:at], "", *row[at:]][: len(row)]
    other = mark + 1 if how == "after" else mark - 1
    row = row[:]
    row[mark], row[other % len(row)] = "", row[mark]
    return row


@given(
    mark=st.sampled_from(["Ja", "J", "x", "✓", "Ja (Skatteverket)", "*"]), at=st.integers(0, 8),
    where=st.integers(1, 8), how=st.sampled_from(["lost", "more", "before", "after"]), kind=KINDS,
    no=st.sampled_from(["Nej", ""]),
)  # fmt: skip
@example(mark="Ja", at=7, where=1, how="more", kind="csv", no="Nej")  # the town stands where the language does
def test_a_shifted_row_tells_no_address(mark: str, at: int, where: int, how: str, kind: str, no: str) -> None:
    """Wherever a cell was lost or added, and the mark stands now, the row is wrong, protected or asked about."""
    header, kim, sam = [*HEADER, "Språk", "Telefon"], [*KIM, "somaliska", "070-1"], [*SAM, "svenska", "070-2"]
    row = moved([*kim[:where], mark, *kim[where:]], how, at, where)
    assume(mark in row)  # what is lost nobody can tell
    table = [[*header[:where], "Skyddad", *header[where:]], [*sam[:where], no, *sam[where:]], row]
    with TemporaryDirectory() as folder:
        found = says_nothing_of_kims_home(written(folder, table, kind))
    assert found is not None
    assert found.doubts or found.detected.protected or found.bad


def test_a_doubt_is_about_every_row_of_the_child(tmp_path: Path) -> None:
    """Who is asked about one row is asked about the child's others, and nobody is left without an address unasked."""
    path = written(
        str(tmp_path), [HEADER, ["Kim Lind (S)", *KIM[1:]], SAM, [*KIM[:2], "Bo Lind", "", "", "", ""]], "csv"
    )
    found = says_nothing_of_kims_home(path)
    assert found is not None
    assert {str(row) for doubt in found.doubts for row in doubt.rows} == {"2", "4"}


def test_what_is_settled_is_settled(tmp_path: Path) -> None:
    """Who is said not to be protected gets the address back, though another row of the child is wrong."""
    rows = [[*HEADER, "Skyddad"], [*KIM[:6], "Ja", ""], [*KIM[:2], "Bo Lind", *KIM[3:], ""]]
    found = read_recipients(written(str(tmp_path), rows, "csv"), ("sv",), "sv", not_protected="3")
    assert (found.doubts, [letter.address for letter in found.recipients]) == ((), [(KIM[4], "111 99 Gömstad")])
